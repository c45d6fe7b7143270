"""An unchanged run of `lint` is answered from memory: with the same words, and only then."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from socialplan import remembering
from socialplan.reporting import BY_PLAN, FORMATS

if TYPE_CHECKING:
    from tests.commands.conftest import Run

TODAY = "--today=2026-11-21"
PLAN = """\
include: [posts/*.yaml, "../**/*.yaml"]
socialplan: 1
title: Coffee
brand: {name: Kuma, market: TW}
period: {start: 2026-11-01, end: 2026-12-31}
accounts:
  - {id: line, platform: line-oa, owner: x}
posts:
  - {id: a, account: lime, at: 2026-12-24 10:00, text: Hi, assets: [a.jpg]}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / ".memory"


@pytest.fixture
def lint(run: Run, memory: Path) -> Run:
    """Run `lint`, which remembers."""

    def again(*options: str, **more: str) -> subprocess.CompletedProcess[str]:
        told = ("--format", "concise", TODAY)
        return run("lint", *told, *options, SOCIALPLAN_CACHE_DIR=str(memory), **more)

    return again  # type: ignore[return-value]


def falsified(memory: Path) -> None:
    """Change what was kept, so that an answer from memory is known."""
    for entry in memory.glob("*.json"):
        kept = json.loads(entry.read_text(encoding="utf-8"))
        entry.write_text(json.dumps({**kept, "stdout": "remembered\n"}), encoding="utf-8")


def test_a_nearer_plan_is_noticed(lint: Run, plan: Path, memory: Path) -> None:
    there = plan.rename(plan.with_name("a.socialplan.yaml"))
    assert "a.socialplan.yaml:" in lint().stdout
    falsified(memory)
    assert lint().stdout == "remembered\n"
    plan.write_text(there.read_text(encoding="utf-8"), encoding="utf-8")
    assert lint().stdout.startswith("socialplan.yaml:")


def test_what_an_included_file_includes_is_noticed(lint: Run, plan: Path, memory: Path) -> None:
    posts = plan.parent / "posts"
    posts.mkdir()
    (posts / "all.yaml").write_text('include: ["more/**"]\n', encoding="utf-8")
    (plan.parent / "more").mkdir()
    lint()
    falsified(memory)
    assert lint().stdout == "remembered\n"
    (plan.parent / "more/b.yaml").write_text("posts: [{account: lima}]\n", encoding="utf-8")
    assert "lima" in lint().stdout


def test_a_file_that_may_have_been_meant_is_noticed(lint: Run, plan: Path, memory: Path) -> None:
    plan.write_text(
        PLAN.replace("12-24", "11-24").replace("a.jpg", "assets/photo.jpg"), encoding="utf-8"
    )
    plan.with_name("assets").mkdir()
    lint("--format", "json")
    falsified(memory)
    assert lint("--format", "json").stdout == "remembered\n"
    (plan.parent / "assets/photos.jpg").touch()
    assert "photos.jpg" in lint("--format", "json").stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("file", ["pipe", "/dev/zero", "../../../../dev/zero", "folder"])
def test_what_has_no_end_is_not_read(lint: Run, plan: Path, file: str) -> None:
    os.mkfifo(plan.with_name("pipe"))
    plan.with_name("folder").mkdir()
    plan.write_text(PLAN.replace("a.jpg", file), encoding="utf-8")
    assert "lime" in lint().stdout


def test_rules_of_others_are_asked_again(lint: Run, plan: Path, memory: Path) -> None:
    site = plan.parent / "site"
    (site / "acme-1.dist-info").mkdir(parents=True)
    entry = "[socialplan.rules]\nacme = acme:RULES\n"
    (site / "acme-1.dist-info/entry_points.txt").write_text(entry, encoding="utf-8")
    ours = "from dataclasses import replace\nfrom socialplan.rules.shape import RULES\n"
    own = "replace(RULES[0], code='ACM001', needs=(), check=own)"
    rule = f"{ours}def own(): return ()\nRULES = [{own}]\n"
    (site / "acme.py").write_text(rule, encoding="utf-8")
    plan.with_name("socialplan.toml").write_text('plugins = ["acme"]\n', encoding="utf-8")
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
    assert lint(PYTHONPATH=path).returncode == 1
    assert not memory.exists()


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"stdout": 1, "status": 0, "files": {}, "folders": {}, "globs": []}',
        '{"stdout": "", "status": null, "files": {}, "folders": {}, "globs": []}',
        '{"stdout": "", "status": 0, "files": [], "folders": {}, "globs": []}',
        '{"stdout": "", "status": 0, "files": {}, "folders": {"none": []}, "globs": []}',
    ],
)
def test_a_damaged_entry_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    monkeypatch.setenv("SOCIALPLAN_CACHE_DIR", str(tmp_path))
    (tmp_path / "a.json").write_text(damage, encoding="utf-8")
    assert remembering.recall("a") is None


SAVED_MEANWHILE = """
import sys
from pathlib import Path
from socialplan.linting import session
from socialplan.process import program

check_all = session.check_all
def slowly(*given, **told):
    yield from check_all(*given, **told)
    path = Path("socialplan.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("lime", "lima"), encoding="utf-8")
session.check_all = slowly
sys.argv = ["socialplan", "lint", "--format", "concise", "--today=2026-11-21"]
program()
"""


def test_a_plan_saved_while_it_is_checked_is_checked_again(
    lint: Run, plan: Path, memory: Path
) -> None:
    command = [sys.executable, "-c", SAVED_MEANWHILE]
    environ = {**os.environ, "SOCIALPLAN_CACHE_DIR": str(memory)}
    done = subprocess.run(command, cwd=plan.parent, capture_output=True, text=True, env=environ)
    assert "lime" in done.stdout, done.stderr
    assert not list(memory.glob("*.json"))


def test_without_a_home_nothing_is_kept(run: Run, plan: Path) -> None:
    script = """
import os, pwd, sys
for name in ("HOME", "XDG_CACHE_HOME", "SOCIALPLAN_CACHE_DIR"):
    os.environ.pop(name, None)
pwd.getpwuid = {}.__getitem__
sys.argv = ["socialplan", "lint", "--format", "concise"]
from socialplan.process import program
program()
"""
    pytest.importorskip("pwd")
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=plan.parent, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(sys.platform == "win32", reason="a working folder cannot be removed there")
def test_a_working_folder_that_is_gone_is_no_crash(plan: Path, memory: Path) -> None:
    gone = plan.parent / "gone"
    environ = {**os.environ, "SOCIALPLAN_CACHE_DIR": str(memory)}
    plan.with_name("b.socialplan.yaml").write_text(PLAN, encoding="utf-8")
    for asked, status in ((plan, 1), (plan.parent, 1), ("", 3)):
        gone.mkdir()
        command = f"rmdir ../gone; exec '{sys.executable}' -m socialplan lint {asked}"
        done = subprocess.run(
            ["sh", "-c", command], cwd=gone, capture_output=True, text=True, env=environ
        )
        assert done.returncode == status, done.stderr
        assert "internal error" not in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a working folder cannot be removed there")
@pytest.mark.parametrize(
    ("command", "language", "said"),
    [
        ("lint .", "en", "the folder you are in is no longer there"),
        ("init", "zh-TW", "您所在的資料夾已經不在了"),
        ("render - -o page.html", "zh-CN", "您所在的文件夹已经不在了"),
    ],
)
def test_what_needs_a_working_folder_says_that_it_is_gone(
    tmp_path: Path, command: str, language: str, said: str
) -> None:
    (tmp_path / "gone").mkdir()
    typed = f"rmdir ../gone; exec '{sys.executable}' -m socialplan {command}"
    done = subprocess.run(
        ["sh", "-c", typed],
        cwd=tmp_path / "gone",
        input=PLAN,
        capture_output=True,
        text=True,
        env={**os.environ, "SOCIALPLAN_LANG": language},
    )
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Error" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("options", [[], ["--exit-zero"]])
def test_an_answer_that_finds_no_room_says_so(lint: Run, plan: Path, options: list[str]) -> None:
    lint(*options)
    words = f"'{sys.executable}' -m socialplan lint --format concise {TODAY} {' '.join(options)}"
    environ = {**os.environ, "SOCIALPLAN_CACHE_DIR": str(plan.with_name(".memory"))}
    for command in (f"exec {words} >/dev/full", f"exec {words} --no-cache >/dev/full"):
        done = subprocess.run(
            ["sh", "-c", command], cwd=plan.parent, capture_output=True, text=True, env=environ
        )
        assert done.returncode == 2
        assert done.stderr == "socialplan: cannot write <stdout>: No space left on device\n"


def test_only_the_latest_runs_are_kept_and_not_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        entry = tmp_path / f"{number}.json"
        entry.write_bytes(bytes(1000))
        os.utime(entry, (number, number))
    remembering.tidy(tmp_path, 5)
    assert sorted(one.stem for one in tmp_path.iterdir()) == list("45678")
    monkeypatch.setattr(remembering, "MOST", 2500)
    remembering.tidy(tmp_path, 5)
    assert sorted(one.stem for one in tmp_path.iterdir()) == list("78")


# Of several plans, one changed


@pytest.fixture
def several(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{name}.socialplan.yaml" for name in ("one", "three", "two")]
    for path in found:
        path.write_text(PLAN.replace("Hi", path.name), encoding="utf-8")
    return found


@pytest.fixture
def lint_as(run: Run, memory: Path) -> Run:
    """Run `lint` on all plans here in one format, with a memory."""

    def again(form: str, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
        told = ("lint", ".", "--format", form, TODAY, *options)
        return run(*told, SOCIALPLAN_CACHE_DIR=str(memory), **more)

    return again  # type: ignore[return-value]


@pytest.mark.parametrize("form", FORMATS)
def test_all_is_said_as_without_memory(lint_as: Run, several: list[Path], form: str) -> None:
    screen = {"COLUMNS": "60", "FORCE_COLOR": "1", "SOCIALPLAN_LANG": "zh-TW"}
    lint_as(form, **screen)
    for path, account in zip(several, ("lima", "line", "lime\\n::error::"), strict=True):
        text = path.read_text(encoding="utf-8").replace("account: lime", f'account: "{account}"')
        path.write_text(text, encoding="utf-8")
        again = lint_as(form, **screen)
        anew = lint_as(form, "--no-cache", **screen)
        assert (again.stdout, again.returncode) == (anew.stdout, anew.returncode)


@pytest.mark.parametrize("form", BY_PLAN)
def test_what_was_said_of_the_others_is_not_written_again(
    lint_as: Run, several: list[Path], memory: Path, form: str
) -> None:
    lint_as(form)
    _put(memory, "lime", "LIME")
    _put(several[0], "lime", "lima")
    again = lint_as(form).stdout
    assert "LIME" in again
    assert "lima" in again
    assert "lime" not in again


@pytest.mark.parametrize("change", ["language", "width", "baseline", "severity", "plan"])
def test_what_was_said_in_another_way_is_written_again(
    lint_as: Run, several: list[Path], memory: Path, change: str
) -> None:
    settings = several[0].with_name("socialplan.toml")
    settings.write_text('lang = "en"\n', encoding="utf-8")
    if change == "plan":  # a lone one has no mark
        for path in several[1:]:
            path.unlink()
    lint_as("full")
    _put(memory, "lime", "LIME")
    more = {"COLUMNS": "50"} if change == "width" else {}
    if change == "plan":
        _put(several[0], "lime", "lima")
    elif change == "language":
        settings.write_text('lang = "zh-CN"\n', encoding="utf-8")
    elif change == "severity":
        settings.write_text('lang = "en"\nseverity = {PLN203 = "info"}\n', encoding="utf-8")
    elif change == "baseline":
        settings.write_text('lang = "en"\nbaseline = "known.json"\n', encoding="utf-8")
        lint_as("full", "--write-baseline")
        for path in several:
            _put(path, "posts:", "posts:\n  - {id: b, account: lame}")
    again = lint_as("full", **more)
    assert "LIME" not in again.stdout
    assert again.stdout == lint_as("full", "--no-cache", **more).stdout


@pytest.mark.parametrize("pieces", ["", [["", 1, 2]], [["", "1"]], [["a", -5], ["b", 9000]]])
def test_damaged_pieces_count_as_none(
    lint_as: Run, several: list[Path], memory: Path, pieces: object
) -> None:
    lint_as("concise")
    for entry in memory.glob("*.json"):
        kept = json.loads(entry.read_text(encoding="utf-8"))
        entry.write_text(json.dumps({**kept, "pieces": pieces}), encoding="utf-8")
    _put(several[0], "lime", "lima")
    assert lint_as("concise").stdout == lint_as("concise", "--no-cache").stdout


def _put(place: Path, old: str, new: str) -> None:
    """Replace a text in a file, or in the runs that a memory holds."""
    for path in place.glob("*.json") if place.is_dir() else [place]:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
