"""Numbers that stand only in the file of readings show wherever a goal is measured."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from socialplan import rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.readings import files
from socialplan.source import read_plan, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run

    from socialplan.plan import Plan
    from socialplan.readings import Readings

PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
period: {start: 2026-11-01, end: 2027-01-31}
accounts:
  - {id: line, platform: line-oa, handle: "@bear"}
  - {id: ig, platform: instagram}
goals:
  - id: friends
    statement: From 500 to 600 friends
    metric: followers
    accounts: [line]
    baseline: {value: 500, date: 2026-11-01}
    history: [{date: 2026-11-08, value: 510}]
    target: 600
    due: 2027-01-31
    main: true
  - {id: bind, metric: {custom: {name: 綁定率, unit: "%"}}, target: 30%, due: 2027-01-31}
posts: [{account: ig, at: 2026-11-25 20:00, text: Hello}]
reviews: {every: week}
"""
NUMBERS = """\
date,account,followers,綁定率
2026-11-01,line,1,-
2026-11-08,line,2,-
2026-11-15,line,550,12%
2026-11-18,ig,9000,-
soon,line,3,-
2026-12-24,line,599,29%
"""
"""The plan's own numbers of two days, one of another account, nonsense, and what is to come."""
TODAY = date(2026, 11, 22)


def composer(folder: Path, numbers: str | None = NUMBERS) -> Composer:
    (folder / "socialplan.yaml").write_text(f"{PLAN}metrics: {{file: numbers.csv}}\n", "utf-8")
    if numbers is not None:
        (folder / "numbers.csv").write_text(numbers, "utf-8")
    return Composer(load_plan(read_plan(folder / "socialplan.yaml")), TODAY, "en", "en")


def shown(made: Composer, view: str, form: str = "json") -> Any:
    return made.page(view, form, made.window(view, form, Days())).view


def test_goals_are_judged_by_the_file_of_readings(tmp_path: Path) -> None:
    friends, bind = shown(composer(tmp_path), "goals").goals
    points = [(one.day, one.value) for one in friends.course.readings]
    assert points == [
        (date(2026, 11, 1), 500),
        (date(2026, 11, 8), 510),
        (date(2026, 11, 15), 550),
    ]
    assert friends.goal.progress.now_on == date(2026, 11, 15)
    assert friends.goal.progress.share == 0.5
    assert friends.standing == "on-track"
    assert friends.pace.left == 50
    assert friends.age == 7
    assert "evidence" in {key for one in friends.letters for key in one.done}  # four readings
    assert bind.goal.progress.now == 0.12


def test_plan_checklist_charts_and_calendar_files_say_the_same(tmp_path: Path) -> None:
    made = composer(tmp_path)
    document = shown(made, "plan", "html")
    assert document.discover.goals[0].progress.now == 550
    assert document.charts.goals.rows[0].values[0] == 0.5
    assert shown(made, "goals", "html").figure.rows[0].values[0] == 0.5
    assert shown(made, "checklist").review.goals[0].progress.now == 550
    feed = made.page("goals", "ics", made.window("goals", "ics", Days()))
    assert "550" in rendering.render(feed, "ics")


def test_the_screen_of_the_morning_says_the_same(run: Run, tmp_path: Path) -> None:
    composer(tmp_path)
    done = run("status", str(tmp_path), "--format", "json", "--today", str(TODAY))
    assert json.loads(done.stdout)["goals"][0]["now"] == 550


@pytest.mark.parametrize("numbers", [None, "", "\0\0", "account,followers\nline,3\n"])
def test_what_cannot_be_read_is_skipped(tmp_path: Path, numbers: str | None) -> None:
    assert shown(composer(tmp_path, numbers), "goals").goals[0].goal.progress.now == 510


def test_the_file_is_read_once_and_only_where_a_goal_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    read = files.read_readings

    def noted(plan: Plan, folder: Path, name: str) -> Readings:
        opened.append(name)
        return read(plan, folder, name)

    monkeypatch.setattr(files, "read_readings", noted)
    made = composer(tmp_path)
    shown(made, "week")
    assert not opened
    shown(made, "goals")
    shown(made.filtered(made.filter), "plan")
    assert opened == ["numbers.csv"]


def test_a_plan_from_standard_input_has_no_file_beside_it() -> None:
    source = read_text(f"{PLAN}metrics: {{file: numbers.csv}}\n", "<stdin>", None)
    made = Composer(load_plan(source), TODAY, "en", "en")
    assert shown(made, "goals").goals[0].goal.progress.now == 510
