"""The rule baseline-disagrees-with-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, figure, metric_of
from socialplan.rules.smart.levels import levels_of, told
from socialplan.rules.smart.rate_outside_0_100 import is_no_rate
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words import Quantity
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings
    from socialplan.rules.smart.statements import Said


@rule(
    "SMT118",
    Severity.WARNING,
    message="“{goal}” starts from {start}, but the baseline is {baseline}",
    help="The baseline counts: correct the sentence, or `baseline:`.",
    source="Locke and Latham: a goal works through feedback on the distance still to go",
    bad={
        "en": """
            goals:
              - statement: Grow from 420 to 600 friends by Christmas
                baseline: {value: 480, date: 2026-11-20}  # <-
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前好友從 420 人增加到 600 人
                baseline: {value: 480, date: 2026-11-20}  # <-
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝从 420 人增加到 600 人
                baseline: {value: 480, date: 2026-11-20}  # <-
        """,
    },
    good={
        "en": """
            goals:
              - statement: Grow from 420 to 600 friends by Christmas
                baseline: {value: 420, date: 2026-11-20}
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前好友從 420 人增加到 600 人
                baseline: {value: 420, date: 2026-11-20}
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝从 420 人增加到 600 人
                baseline: {value: 420, date: 2026-11-20}
        """,
    },
)
def baseline_disagrees_with_text(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """Growth is measured from the start; with two starts there are two results."""
    for i, said in statements(plan, readings).items():
        number, goal = said.text.baseline, said.goal
        if number is None or goal.baseline is None or _is_read(number, said):
            continue
        if is_no_rate(goal.baseline.value, metric_of(goal)) or plan.lacks("goals", i, "history"):
            continue
        words = {
            "goal": called(goal, i),
            "start": told(number.value, number, goal),
            "baseline": figure(goal.baseline.value, metric_of(goal)),
        }
        related = (Related("compared-with", ("goals", i, "statement")),)
        yield Problem(("goals", i, "baseline"), words, related=related)


def _is_read(number: Quantity, said: Said) -> bool:
    """Whether the number is one of the readings, or cannot be laid beside them."""
    levels = levels_of(number, said.goal, said.text)
    return not levels or any(level.has(value) for level in levels for value in _readings(said.goal))


def _readings(goal: Goal) -> list[float]:
    earlier = [one.value for one in goal.history]
    return [goal.baseline.value, *earlier] if goal.baseline else earlier
