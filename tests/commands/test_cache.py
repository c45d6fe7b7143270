"""Of many plans, those that have not changed are not checked again."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from socialplan import remembering
from socialplan.linting import jobs
from socialplan.linting.checking import Job, check
from socialplan.linting.session import Asked, jobs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.commands.conftest import Run

    from socialplan.linting.report import Checked

TODAY = "--today=2026-11-21"
PLAN = """\
include: [posts/*.yaml]
socialplan: 1
title: Coffee
brand: {name: Kuma, market: TW}
period: {start: 2026-11-01, end: 2026-12-31}
accounts:
  - {id: line, platform: line-oa, owner: x}  # socialplan: ignore[PLN203] -- a guest
posts:
  - {id: a, account: lime, at: 2026-12-24 10:00, text: 視頻, assets: [a.jpg]}
  - {id: a, account: line, at: 2026-12-24 10:00, status: Draft, titel: two}
"""


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{name}.socialplan.yaml" for name in ("one", "two")]
    for path in found:
        path.write_text(PLAN, encoding="utf-8")
        os.utime(path, (1, 1))
    return found


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCIALPLAN_CACHE_DIR", str(tmp_path / ".memory"))
    return tmp_path / ".memory" / "plans"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The plans that are really checked."""
    seen: list[str] = []

    def checked(job: Job) -> Checked:
        seen.append(job.path.name.partition(".")[0])
        return check(job)

    monkeypatch.setattr(jobs, "check", checked)
    yield seen
    seen.clear()


def found(**asked: object) -> list[Checked]:
    options = dict.fromkeys(("select", "ignore", "profile", "format", "fail_on", "baseline"))
    told = Asked(
        paths=(Path(),),
        options={**options, **asked.pop("options", {})},  # type: ignore[dict-item]
        today=asked.pop("today", date(2026, 11, 21)),  # type: ignore[arg-type]
        remember=True,
    )
    return list(jobs.check_all(jobs_of(told), 1, remember=True))


def test_a_changed_plan_does_not_cost_the_others(plans: list[Path], checks: list[str]) -> None:
    first = found()
    assert checks == ["one", "two"]
    checks.clear()
    assert found() == first
    assert checks == []
    plans[0].write_text(PLAN.replace("lime", "lima"), encoding="utf-8")
    second = found()
    assert checks == ["one"]
    assert second[1] == first[1]
    assert second[0] != first[0]


@pytest.mark.parametrize("text", [PLAN, PLAN.replace("socialplan: 1\n", "")])
def test_everything_that_is_said_of_a_plan_comes_back(
    plans: list[Path], checks: list[str], text: str
) -> None:
    plans[0].write_text(text, encoding="utf-8")
    os.utime(plans[0], (1, 1))
    said = found()[0]
    checks.clear()
    assert any(one.fix for one in said.findings)
    assert any(one.related for one in said.findings)
    assert said.allowed
    assert said.lines
    assert said.globs
    assert said.consulted
    again = found()[0]
    assert again == said
    assert repr(again) == repr(said)
    assert checks == []


@pytest.mark.parametrize("change", ["asset", "include", "day", "settings", "options", "language"])
def test_whatever_decides_what_is_found_is_minded(
    plans: list[Path], checks: list[str], tmp_path: Path, change: str
) -> None:
    found()
    checks.clear()
    asked: dict[str, object] = {}
    if change == "asset":
        (tmp_path / "a.jpg").write_bytes(b"\xff\xd8")
    elif change == "include":
        (tmp_path / "posts").mkdir()
        (tmp_path / "posts/a.yaml").write_text("posts: []\n", encoding="utf-8")
    elif change == "settings":
        (tmp_path / "socialplan.toml").write_text('ignore = ["TXT"]\n', encoding="utf-8")
    elif change == "day":
        asked = {"today": date(2026, 11, 22)}
    elif change == "options":
        asked = {"options": {"select": ("PLN",)}}
    else:
        asked = {"options": {"lang": "zh-TW"}}
    found(**asked)
    assert checks == ["one", "two"]


def test_how_a_run_is_reported_changes_nothing(plans: list[Path], checks: list[str]) -> None:
    found()
    checks.clear()
    found(options={"format": ("json",), "fail_on": "never"})
    assert checks == []


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"files": {}, "globs": [], "checked": [1]}'])
def test_a_damaged_entry_counts_as_none(
    plans: list[Path], checks: list[str], memory: Path, damage: str
) -> None:
    first = found()
    for entry in memory.iterdir():
        entry.write_text(damage, encoding="utf-8")
    checks.clear()
    assert found() == first
    assert checks == ["one", "two"]


def test_a_plan_saved_while_it_is_checked_is_not_kept(plans: list[Path], memory: Path) -> None:
    os.utime(plans[0], (2**32, 2**32))
    found()
    assert len(list(memory.iterdir())) == 1


def test_the_oldest_entries_go(
    plans: list[Path], memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "MOST", 0)
    found()
    assert not list(memory.iterdir())


def test_a_cache_that_cannot_be_written_is_no_error(
    plans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCIALPLAN_CACHE_DIR", str(plans[0]))
    assert len(found()) == 2


def test_the_program_keeps_and_leaves_it(
    run: Run, plans: list[Path], memory: Path, tmp_path: Path
) -> None:
    told = {"SOCIALPLAN_CACHE_DIR": str(tmp_path / ".memory")}
    options = ("lint", ".", "--format", "concise", TODAY)
    plain = run(*options, "--no-cache", **told).stdout
    assert not memory.exists()
    assert run(*options, "--jobs", "2", **told).stdout == plain
    for entry in memory.iterdir():
        kept = json.loads(entry.read_text(encoding="utf-8"))
        kept["checked"][2] = []
        entry.write_text(json.dumps(kept), encoding="utf-8")
    assert run(*options, "--statistics", **told).stdout == ""
    assert run(*options, "--no-cache", **told).stdout == plain
