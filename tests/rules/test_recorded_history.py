"""Goals are judged by the file of readings as by the history that the plan itself tells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from socialplan.finding import Finding

    Told = Callable[..., list[Finding]]

TODAY = date(2026, 11, 21)
PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
period: {start: 2026-11-01, end: 2026-12-31}
accounts: [{id: ig, platform: instagram}]
metrics: {file: numbers.csv}
goals:
  - accounts: [ig]
    due: 2026-12-31
"""
SLOW = "date,account,followers\n2026-08-31,ig,400\n2026-09-30,ig,410\n2026-10-31,ig,424\n"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Give what a rule says of a goal beside a file of readings."""
    rules = {rule.name: rule for rule in all_rules()}

    def findings(name: str, numbers: str, *fields: str) -> list[Finding]:
        (tmp_path / "numbers.csv").write_text(numbers, "utf-8")
        plan = tmp_path / "socialplan.yaml"
        plan.write_text(PLAN + "".join(f"    {field}\n" for field in fields), "utf-8")
        return lint(load_plan(read_plan(plan)), [rules[name]], TODAY)

    return findings


def weekly(*values: int) -> str:
    days = (date(2026, 9, 6) + timedelta(weeks=i) for i in range(len(values)))
    lines = (f"{day},ig,{value}\n" for day, value in zip(days, values, strict=True))
    return "date,account,followers\n" + "".join(lines)


def test_growth_is_held_against_the_file(told: Told) -> None:
    (found,) = told("unsupported-growth", SLOW, "metric: followers", "target: 900")
    assert "needs +44.8% every 30 days; the best so far was +3.3%" in found.message
    assert found.path == ("goals", 0, "target")
    assert [one.place.line for one in found.related] == [6]  # the file of readings
    assert not told("unsupported-growth", SLOW, "metric: followers", "target: 430")
    assert told("sandbagged-goal", SLOW, "metric: followers", "target: 430")


def test_the_plan_and_the_file_are_one_history(told: Told) -> None:
    few = SLOW.replace("2026-09-30,ig,410\n", "")
    more = "history: [{date: 2026-09-30, value: 410}, {date: 2026-10-31, value: 300}]"
    fields = ("metric: followers", "target: 900", more)
    (found,) = told("unsupported-growth", few, *fields)
    # Of 31 October the plan's own number counts.
    assert "the best so far was +2.5%" in found.message
    assert [one.place.line for one in found.related] == [12]


def test_readings_of_the_file_are_enough_history(told: Told) -> None:
    rate = SLOW.replace("followers", "engagement_rate_followers").replace("ig,4", "ig,0.04")
    fields = ("metric: engagement_rate_followers", "target: 6%")
    assert not told("too-little-history", rate, *fields)
    (found,) = told("too-little-history", "date,reach\n2026-08-31,1\n", *fields)
    assert found.help is not None
    assert "or in the CSV of `metrics: file:`" in found.help


def test_a_reading_says_where_the_number_stands(told: Told) -> None:
    assert not told("goal-without-baseline", SLOW, "metric: followers", "target: 900")
    assert told("goal-without-baseline", "date,reach\n", "metric: followers", "target: 900")
    (found,) = told("target-behind-baseline", SLOW, "metric: followers", "target: 390")
    assert [one.place.line for one in found.related] == [6]


def test_words_are_laid_beside_the_file(told: Told) -> None:
    fields = ("statement: 粉絲成長兩成", "metric: followers")
    (found,) = told("target-disagrees-with-text", SLOW, *fields, "target: 900")
    assert "makes 509, but the target is 900" in found.message
    # Meanwhile the number has grown, and two tenths of it are more than they were.
    grown = SLOW + "2026-11-15,ig,480\n"
    assert not told("target-disagrees-with-text", grown, *fields, "target: 509")
    from_where = ("statement: 粉絲從 410 增加到 600", "metric: followers", "target: 600")
    base = "baseline: {value: 424, date: 2026-10-31}"
    assert not told("baseline-disagrees-with-text", SLOW, *from_where, base)


def test_a_goal_that_is_reached_is_neither_behind_nor_too_easy(told: Told) -> None:
    reached = SLOW + "2026-11-20,ig,520\n"
    fields = ("metric: followers", "target: 500")
    assert not told("target-behind-baseline", reached, *fields)
    assert not told("sandbagged-goal", reached, *fields)
    assert not told("sandbagged-goal", reached.replace("520", "499"), *fields)  # ahead, not easy


def test_single_days_are_no_pace(told: Told) -> None:
    """Who reads every day reads jumps that no month keeps up."""
    days = [date(2026, 9, 7) + timedelta(days=i) for i in range(56)]
    numbers = [400 + i // 7 * 5 + (40 if i == 30 else 0) for i in range(56)]
    lines = [f"{day},ig,{value}\n" for day, value in zip(days, numbers, strict=True)]
    (found,) = told(
        "unsupported-growth",
        "date,account,followers\n" + "".join(lines),
        "metric: followers",
        "target: 900",
    )
    assert "every 7 days; the best so far was +1.2%" in found.message


def test_a_week_is_long_enough(told: Told) -> None:
    numbers = weekly(400, 404, 408, 412)
    (found,) = told("unsupported-growth", numbers, "metric: followers", "target: 900")
    assert "every 7 days; the best so far was +1.0%" in found.message
