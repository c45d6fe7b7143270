"""The rule several-metrics-in-one-goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words import GoalText
    from socialplan.plan import Plan


@rule(
    "SMT106",
    Severity.WARNING,
    message="“{goal}” asks for several things at once: {measures}",
    help="Write one goal for each; what must merely not suffer belongs under `guard:`.",
    source="The plan table of the LINE Biz course: one measure for a goal, 主要目標(擇一)",
    bad={
        "en": """
            goals:
              - statement: 600 friends and 90 store visits by Christmas  # <-
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前好友達到 600 人、來店達到 90 人  # <-
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝达到 600 人、到店达到 90 人  # <-
        """,
    },
    good={
        "en": """
            goals:
              - statement: 600 friends by Christmas
        """,
        "zh-TW": """
            goals:
              - statement: 聖誕節前好友達到 600 人
        """,
        "zh-CN": """
            goals:
              - statement: 圣诞节前粉丝达到 600 人
        """,
    },
)
def several_metrics_in_one_goal(plan: Plan) -> Iterator[Problem]:
    """When one number rises and the other falls, nobody can say whether the goal was reached."""
    for i, said in statements(plan).items():
        several = [one for one in said.text.several if said.goal.guard not in one.metrics]
        if len(several) > 1 and not said.text.open_list:
            yield Problem(
                ("goals", i, "statement"),
                {"goal": called(said.goal, i), "measures": [one.text for one in several]},
                within=(several[0].start, several[-1].end),
                severity=Severity.INFO if _is_guarded(said.text) else None,
            )


def _is_guarded(text: GoalText) -> bool:
    """Whether one number is to be reached, and the others are bounds that must not be passed."""
    numbers = [one for one in text.quantities if one.sure and one.role != "baseline"]
    bounds = [one for one in numbers if one.role == "level" and one.direction == "down"]
    return len(bounds) == len(numbers) - 1 > 0
