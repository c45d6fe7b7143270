"""The rule vague-goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.rules.smart.statements import Said


@rule(
    "SMT105",
    Severity.WARNING,
    message="“{word}” in “{goal}” has no number beside it: it says neither how much nor what",
    help="Write what is to change, from where to where: “from 540 to 820 friends”.",
    source="Femmer et al. (2016), Rapid quality assurance with requirements smells "
    "(arxiv.org/abs/1611.08847)",
    bad={
        "en": """
            goals:
              - statement: Boost awareness of the bakery  # <-
        """,
        "zh-TW": """
            goals:
              - statement: 提升烘焙坊的知名度  # <-
        """,
        "zh-CN": """
            goals:
              - statement: 提升烘焙坊的知名度  # <-
        """,
    },
    good={
        "en": """
            goals:
              - statement: 600 people a month search for the bakery
        """,
        "zh-TW": """
            goals:
              - statement: 每月有 600 人搜尋烘焙坊的名字
        """,
        "zh-CN": """
            goals:
              - statement: 每月有 600 人搜索烘焙坊的名字
        """,
    },
)
def vague_goal(plan: Plan) -> Iterator[Problem]:
    """Everybody agrees to more and better, and in the end everybody meant something else."""
    for i, said in statements(plan).items():
        if said.text.vague and not _is_clear(said):
            word = said.text.vague[0]
            counted = said.goal.target is not None or bool(said.text.quantities)
            yield Problem(
                ("goals", i, "statement"),
                {"word": word.text, "goal": called(said.goal, i)},
                within=(word.start, word.end),
                severity=Severity.INFO if counted else None,
            )


def _is_clear(said: Said) -> bool:
    """提高回購率, with the number under `target:`, leaves nothing open."""
    named = any(not one.weak for one in said.text.measures)
    return named and said.goal.metric is not None and said.goal.target is not None
