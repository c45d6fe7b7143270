"""The rule target-disagrees-with-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, figure, metric_of
from socialplan.rules.smart.levels import is_each, levels_of, told
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
    "SMT108",
    Severity.WARNING,
    message="“{words}” in “{goal}” makes {level}, but the target is {target}",
    help="The target counts: correct the sentence, or `target:`.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad={
        "en": """
            goals:
              - statement: 600 friends on LINE by Christmas
                metric: followers
                target: 800  # <-
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前 LINE 好友成長三成
                metric: followers
                baseline: {value: 500, date: 2026-11-20}
                target: 800  # <-
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝增长三成
                metric: followers
                baseline: {value: 500, date: 2026-11-20}
                target: 800  # <-
        """,
    },
    good={
        "en": """
            goals:
              - statement: 600 friends on LINE by Christmas
                metric: followers
                target: 600
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前 LINE 好友成長三成
                metric: followers
                baseline: {value: 500, date: 2026-11-20}
                target: 650
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝增长三成
                metric: followers
                baseline: {value: 500, date: 2026-11-20}
                target: 650
        """,
    },
)
def target_disagrees_with_text(plan: Plan, readings: Readings) -> Iterator[Problem]:
    """Of two numbers for one goal everybody remembers the easier one."""
    for i, said in statements(plan, readings).items():
        goal = said.goal
        number = _other_number(said) if goal.target is not None else None
        if number is None or goal.target is None or is_no_rate(goal.target, metric_of(goal)):
            continue
        if plan.lacks("goals", i, "milestones") or plan.lacks("goals", i, "staff_targets"):
            continue
        level = levels_of(number, goal, said.text)[0].shown
        words = {
            "words": number.text,
            "goal": called(goal, i),
            "level": told(level, number, goal),
            "target": _written(goal.target, number, goal),
        }
        related = (Related("compared-with", ("goals", i, "statement")),)
        yield Problem(("goals", i, "target"), words, related=related)


def _other_number(said: Said) -> Quantity | None:
    """The last number of the text that is surely the goal's, where none of them is its target."""
    other = None
    for number in said.text.quantities:
        if number.role == "baseline":
            continue
        levels = levels_of(number, said.goal, said.text)
        if any(level.has(value) for level in levels for value in _targets(said.goal)):
            return None
        if levels and _adds_up(number, said.goal):
            return None
        if number.sure and levels:
            other = number
    return other


def _adds_up(number: Quantity, goal: Goal) -> bool:
    """Whether 50 a month, or 30 in each shop, may make the target together."""
    if goal.target is None or not is_each(goal):
        return False
    if number.role not in ("level", "absolute"):
        return True
    is_count = number.counted in ("count", "money") and number.value > 0
    return is_count and goal.target > number.value and goal.target % number.value == 0


def _written(target: float, number: Quantity, goal: Goal) -> str:
    """The target as the text writes its number: 3% of a measure of one's own is no 0.03."""
    is_share = number.counted in ("percent", "points") and target <= 1
    alike = number._replace(role="level", upper=None)
    return told(target, alike, goal) if is_share else figure(target, metric_of(goal))


def _targets(goal: Goal) -> list[float]:
    """The target, and what leads to it: milestones, and everybody's share."""
    steps = [one.value for one in goal.milestones] + [one.target for one in goal.staff_targets]
    return [goal.target, *steps] if goal.target is not None else steps
