"""Where reports go, and what of them is only counted."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run

TODAY = "--today=2026-11-21"
PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
accounts:
  - {id: line, platform: line-oa}
posts:
  - {id: opening, account: lines, title: "Open\u200bing day"}
  - {id: second, account: lemon, title: Second day}
"""
CHOSEN = ("--select", "PLN203,PLN110", TODAY)
COUNTS = [
    {
        "code": "PLN203",
        "name": "dangling-reference",
        "severity": "error",
        "count": 2,
        "fixable": 0,
    },
    {
        "code": "PLN110",
        "name": "invisible-characters",
        "severity": "warning",
        "count": 1,
        "fixable": 1,
    },
]


@pytest.fixture(autouse=True)
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_counts_are_data_in_formats_for_programs(run: Run) -> None:
    shown = run("lint", "--statistics", "--format", "json", *CHOSEN)
    assert json.loads(shown.stdout) == COUNTS
    shown = run("lint", "--statistics", "--format", "jsonl", *CHOSEN)
    assert [json.loads(line) for line in shown.stdout.splitlines()] == COUNTS
    assert run("lint", "--statistics", "--format", "json", "--select", "MED").stdout == "[]\n"


@pytest.mark.parametrize("form", ["github", "sarif", "junit", "markdown"])
def test_a_format_without_a_place_for_counts_is_refused_before_a_plan_is_changed(
    run: Run, plan: Path, form: str
) -> None:
    shown = run("lint", "--statistics", "--fix", "--format", form, *CHOSEN)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert f"--statistics: {form} has no place for counts; choose one of full" in shown.stderr
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_format_that_settings_name_gives_way_to_counts(run: Run, plan: Path) -> None:
    plan.with_name("socialplan.toml").write_text('format = "github"\n', encoding="utf-8")
    shown = run("lint", "--statistics", *CHOSEN)
    assert shown.stdout == "2  PLN203  dangling-reference\n1  PLN110  invisible-characters\n"


def test_a_file_has_its_findings_also_where_the_screen_has_counts(run: Run, plan: Path) -> None:
    shown = run("lint", "--statistics", "--format", "json:new/deep/found.json", *CHOSEN)
    assert shown.stdout.startswith("2  PLN203")
    found = json.loads((plan.parent / "new/deep/found.json").read_text(encoding="utf-8"))
    assert len(found["findings"]) == 3


def test_a_folder_that_cannot_be_made_is_told(run: Run) -> None:
    shown = run("lint", "--format", "json:socialplan.yaml/found.json", *CHOSEN)
    assert shown.returncode == 2
    assert "cannot write socialplan.yaml" in shown.stderr


@pytest.mark.parametrize("folder", ["out/", "./new/deep/", "there", "."])
def test_a_folder_is_no_file_to_write_to(run: Run, plan: Path, folder: str) -> None:
    plan.with_name("there").mkdir()
    shown = run("lint", "--format", f"sarif:{folder}", *CHOSEN)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert f"{folder} is a folder; add the name of a file, as in sarif:" in shown.stderr
    assert "/report" in shown.stderr or "sarif:report" in shown.stderr
    assert {one.name for one in plan.parent.iterdir()} == {plan.name, "there"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says only that there is no such file")
@pytest.mark.parametrize("typed", [["lint"], ["render"], ["lint", "--format"], ["init"]])
def test_a_name_too_long_for_a_file_is_told(run: Run, typed: list[str]) -> None:
    name = "a" * 400
    last = f"json:{name}" if typed[-1] == "--format" else name
    shown = run(*typed, last)
    assert shown.returncode == 2
    assert shown.stderr.endswith("a is too long for the name of a file or folder\n")


def test_two_formats_do_not_share_a_file(run: Run, plan: Path) -> None:
    shown = run("lint", "--format", "json:found", "--format", "sarif:./found", *CHOSEN)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "two formats would go into found" in shown.stderr
    assert not (plan.parent / "found").exists()


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_standard_output_has_two_names(plan: Path, name: str) -> None:
    out = plan.with_name("out.txt")
    with out.open("w", encoding="utf-8") as file:
        file.write("before\n")
        file.flush()
        command = [sys.executable, "-m", "socialplan", "lint", f"--format=concise:{name}"]
        subprocess.run([*command, "--no-cache", *CHOSEN], cwd=plan.parent, stdout=file, check=False)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (lines[0], len(lines)) == ("before", 4)


@pytest.mark.parametrize(
    ("settings", "options", "written"),
    [
        ("brands/socialplan.toml", [], "brands/new/found.json"),
        ("shared/social.toml", ["--config", "shared/social.toml"], "shared/new/found.json"),
        ("shared/social.toml", [], "shared/new/found.json"),
        ("brands/socialplan.toml", ["--format", "json:typed.json"], "typed.json"),
        ("socialplan.toml", [], "new/found.json"),
    ],
)
def test_a_file_named_in_settings_lies_beside_them_and_one_typed_lies_here(
    run: Run, plan: Path, settings: str, options: list[str], written: str
) -> None:
    home = plan.parent
    for folder in ("brands", "shared"):
        (home / folder).mkdir()
    plan.rename(home / "brands" / plan.name)
    (home / settings).write_text('format = ["concise", "json:new/found.json"]\n', encoding="utf-8")
    if settings.startswith("shared"):
        nearest = home / "brands" / "socialplan.toml"
        nearest.write_text('extends = "../shared/social.toml"\n', encoding="utf-8")
    run("lint", "brands", *CHOSEN, *options)
    assert [one.relative_to(home).as_posix() for one in home.rglob("*.json")] == [written]
    assert json.loads((home / written).read_text(encoding="utf-8"))["summary"]["error"] == 2


@pytest.mark.parametrize("place", ["/absolute/", "../"])
def test_a_file_named_in_settings_may_lie_elsewhere(run: Run, plan: Path, place: str) -> None:
    folder = plan.parent / "brands"
    folder.mkdir()
    named = f"json:{plan.parent}/found.json" if place == "/absolute/" else "json:../found.json"
    shown = f"format = {json.dumps(['json:-', named])}\n"
    (folder / "socialplan.toml").write_text(shown, encoding="utf-8")
    plan.rename(folder / plan.name)
    found = run("lint", "brands", *CHOSEN).stdout
    assert (plan.parent / "found.json").read_text(encoding="utf-8") == found


def test_a_folder_named_in_settings_is_no_file(run: Run, plan: Path) -> None:
    folder = plan.parent / "brands"
    folder.mkdir()
    (folder / "socialplan.toml").write_text('format = "json:new/"\n', encoding="utf-8")
    plan.rename(folder / plan.name)
    shown = run("lint", "brands", *CHOSEN)
    assert shown.returncode == 2
    assert "json:brands/new/report" in shown.stderr
