"""The rule several-metrics-in-one-goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        several = said.text.several
        if several and not said.text.open_list:
            yield Problem(
                ("goals", i, "statement"),
                {"goal": called(said.goal, i), "measures": [one.text for one in several]},
                within=(several[0].start, several[-1].end),
            )
