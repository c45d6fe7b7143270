"""Baselines of several plans, of runs over some of them, and of plans that get new names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

TODAY = "--today=2026-11-21"
RULES = ("--select", "PLN203,PLN102,SUP", TODAY, "--format", "concise")
STALE = "error[SUP106] stale-baseline-entry"


def plan_named(title: str) -> str:
    return (
        f"socialplan: 1\ntitle: {title}\nbrand: {{name: x, market: TW}}\nposts:\n"
        f"  - {{id: first, account: lime, titel: a}}\n  - {{id: second, account: lime}}\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans that share a baseline, and have the same findings."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.socialplan.yaml").write_text(plan_named(name), encoding="utf-8")
    (tmp_path / "socialplan.toml").write_text('baseline = "old.json"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def accepted(run: Run, folder: Path) -> Path:
    shown = run("lint", ".", *RULES, "--write-baseline", "--reason", "before us")
    assert shown.stdout == "Accepted 6 findings into the baseline.\n"
    return folder


def mended(folder: Path, name: str) -> None:
    path = folder / f"{name}.socialplan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("titel", "title"), encoding="utf-8")


def found(run: Run, *options: str) -> str:
    return run("lint", *(options or (".",)), *RULES).stdout


@pytest.mark.parametrize("form", ["full", "grouped", "markdown"])
def test_a_run_says_how_many_findings_the_baseline_holds(
    run: Run, accepted: Path, form: str
) -> None:
    rules = [*RULES[:-1], form]
    closing = "Nothing to report: 2 plans checked. The baseline holds 6 findings."
    assert closing in run("lint", ".", *rules).stdout
    more = plan_named("c").replace("socialplan: 1", "socialplan: 1 # socialplan: ignore[PLN102]")
    (accepted / "c.socialplan.yaml").write_text(more, encoding="utf-8")
    shown = run("lint", ".", *rules).stdout
    assert " in 3 plans." in shown
    assert shown.count("The baseline holds 6 findings.") == 1
    assert run("lint", "c.socialplan.yaml", *rules).stdout.count("The baseline") == 0


@pytest.mark.parametrize(
    "options", [["a.socialplan.yaml"], [".", "--ignore", "PLN203"], [".", "--ignore", "SUP106"]]
)
def test_a_run_says_nothing_of_entries_that_it_has_not_looked_at(
    run: Run, accepted: Path, options: list[str]
) -> None:
    assert found(run, *options) == ""
    if "SUP106" in options:
        mended(accepted, "b")
        assert found(run, *options) == ""


def test_an_entry_is_for_its_own_plan(run: Run, accepted: Path) -> None:
    mended(accepted, "a")
    assert STALE in found(run, "a.socialplan.yaml")
    assert found(run, "b.socialplan.yaml") == ""
    run("lint", "a.socialplan.yaml", *RULES, "--prune-baseline")
    assert found(run) == ""
    entries = json.loads((accepted / "old.json").read_text(encoding="utf-8"))["findings"]
    assert [one["plan"][0] for one in entries] == ["a", "a", "b", "b", "b"]


@pytest.mark.parametrize("options", [["b.socialplan.yaml"], [".", "--ignore", "PLN102"]])
def test_accepting_some_findings_keeps_the_other_entries(
    run: Run, accepted: Path, options: list[str]
) -> None:
    run("lint", *options, *RULES, "--write-baseline", "--reason", "later")
    assert found(run) == ""
    assert "later" not in (accepted / "old.json").read_text(encoding="utf-8")


def test_a_plan_with_a_new_name_keeps_its_entries(run: Run, accepted: Path) -> None:
    (accepted / "plans").mkdir()
    (accepted / "a.socialplan.yaml").rename(accepted / "plans" / "c.socialplan.yaml")
    assert found(run) == ""
    mended(accepted, "plans/c")
    assert found(run).count(STALE) == 1


def test_a_plan_with_a_new_title_keeps_its_entries(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "socialplan.yaml"
    path.write_text(plan_named("Spring"), encoding="utf-8")
    options = ("lint", "--baseline", "old.json", TODAY, "--format", "concise")
    run(*options, "--write-baseline")
    assert '"path": "title"' in (tmp_path / "old.json").read_text(encoding="utf-8")
    path.write_text(plan_named("Autumn"), encoding="utf-8")
    assert run(*options).stdout == ""


def test_a_baseline_whose_entries_hung_on_the_title_still_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(plan_named("Autumn"), encoding="utf-8")
    entry = {"rule": "PLN402", "fingerprint": "0" * 16, "path": "title", "reason": "", "date": ""}
    baseline = tmp_path / "old.json"
    baseline.write_text(json.dumps({"version": 1, "findings": [entry]}), encoding="utf-8")
    options = ("--baseline", "old.json", "--select", "PLN402,SUP106", TODAY, "--format", "concise")
    assert run("lint", *options).stdout == ""


def test_a_stale_entry_is_shown_where_its_own_plan_has_it(run: Run, accepted: Path) -> None:
    mended(accepted, "b")
    [line] = found(run).splitlines()
    written = (accepted / "old.json").read_text(encoding="utf-8").splitlines()
    entry = written[int(line.split(":")[1]) - 2 :][:6]
    assert '"b.socialplan.yaml"' in entry[-1], line


def test_a_run_over_other_plans_leaves_the_entries_of_a_plan_with_a_new_name(
    run: Run, accepted: Path
) -> None:
    """A hook looks only at what changed."""
    for name in ("c", "d"):
        (accepted / f"{name}.socialplan.yaml").write_text(plan_named(name), encoding="utf-8")
    run("lint", ".", *RULES, "--write-baseline", "--reason", "new")
    (accepted / "c.socialplan.yaml").rename(accepted / "e.socialplan.yaml")
    mended(accepted, "e")
    assert found(run, "b.socialplan.yaml") == ""
    run("lint", "b.socialplan.yaml", *RULES, "--write-baseline")
    run("lint", "b.socialplan.yaml", *RULES, "--prune-baseline")
    entries = json.loads((accepted / "old.json").read_text(encoding="utf-8"))["findings"]
    assert "".join(one["plan"][0] for one in entries) == "aaabbbcccddd"
    assert found(run).count(STALE) == 1


def test_a_baseline_that_several_settings_name_is_one(run: Run, tmp_path: Path) -> None:
    for brand in ("east", "west"):
        (tmp_path / brand).mkdir()
        (tmp_path / brand / "socialplan.yaml").write_text(plan_named(brand), encoding="utf-8")
        settings = tmp_path / brand / "socialplan.toml"
        settings.write_text('baseline = "../old.json"\n', encoding="utf-8")
    run("lint", ".", *RULES, "--write-baseline")
    assert found(run) == ""
    plan = tmp_path / "east" / "socialplan.yaml"
    plan.write_text(plan_named("east").replace("titel", "title"), encoding="utf-8")
    assert found(run).startswith(f"old.json:14:23: {STALE}")


def test_a_baseline_without_the_names_of_plans_holds_for_any(run: Run, accepted: Path) -> None:
    path = accepted / "old.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    for one in written["findings"]:
        del one["plan"]
    path.write_text(json.dumps(written), encoding="utf-8")
    assert found(run) == ""


def test_each_plan_has_the_baseline_of_its_own_settings(run: Run, tmp_path: Path) -> None:
    for team in ("north", "south"):
        (tmp_path / team).mkdir()
        (tmp_path / team / "socialplan.yaml").write_text(plan_named(team), encoding="utf-8")
        settings = tmp_path / team / "socialplan.toml"
        settings.write_text('baseline = "old.json"\n', encoding="utf-8")
    run("lint", ".", *RULES, "--write-baseline")
    assert found(run) == ""
    south = tmp_path / "south" / "old.json"
    south.write_text('{"version": 1, "findings": []}', encoding="utf-8")
    assert found(run).count("PLN203") == 2


def test_a_baseline_that_is_not_there_is_told_not_taken_for_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(plan_named("a"), encoding="utf-8")
    shown = run("lint", *RULES, "--baseline", "nosuch.json")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "no baseline nosuch.json; `--write-baseline`" in shown.stderr
    assert run("lint", *RULES, "--baseline", "nosuch.json", "--write-baseline").returncode == 0
    assert run("lint", *RULES, "--baseline", "nosuch.json").returncode == 0


def test_what_the_day_brought_and_took_is_no_error(run: Run, tmp_path: Path) -> None:
    """A baseline must not turn a build red overnight."""
    text = plan_named("a") + "period: {start: 2026-11-01, end: 2026-12-31}\n"
    text = text.replace("account: lime, titel: a", "title: a, status: draft, at: 2026-11-20 20:00")
    (tmp_path / "socialplan.yaml").write_text(text, encoding="utf-8")
    asked = ("lint", "--select", "SCH121,SUP", "--baseline", "b.json", "--format", "concise")
    run(*asked, TODAY, "--write-baseline")
    assert len(json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["findings"]) == 1
    later = run(*asked, "--today=2026-11-19")
    assert (later.returncode, later.stdout.split(": ")[1]) == (
        0,
        "info[SUP106] stale-baseline-entry",
    )


def test_severities_of_the_settings_hold_for_stale_entries(run: Run, accepted: Path) -> None:
    settings = accepted / "socialplan.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '[severity]\nSUP106 = "warning"\n', encoding="utf-8"
    )
    mended(accepted, "a")
    assert "old.json:" in found(run)
    assert "warning[SUP106]" in found(run)


def test_thousands_of_stale_entries_are_told_each(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(plan_named("a"), encoding="utf-8")
    entries = [
        {"rule": "PLN203", "fingerprint": f"{n:016x}", "path": "x", "reason": "", "date": ""}
        for n in range(5000)
    ]
    (tmp_path / "b.json").write_text(
        json.dumps({"version": 1, "findings": entries}, indent=2), encoding="utf-8"
    )
    shown = run("lint", *RULES, "--baseline", "b.json").stdout
    assert shown.count("stale-baseline-entry") == 5000
    assert "b.json:6:23: " in shown


def test_a_baseline_may_lie_in_a_folder_that_is_to_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text("socialplan: 1\n", encoding="utf-8")
    assert run("lint", "--baseline", "kept/baseline.json", "--write-baseline").returncode == 0
    assert (tmp_path / "kept" / "baseline.json").is_file()
