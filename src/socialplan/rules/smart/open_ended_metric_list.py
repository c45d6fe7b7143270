"""The rule open-ended-metric-list."""

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
    "SMT110",
    Severity.WARNING,
    message="“{word}” in “{goal}” leaves open what is measured",
    help="Name the one measure by which the goal is judged; the others may be goals of their own.",
    source="Femmer et al. (2016), Rapid quality assurance with requirements smells: open lists "
    "(arxiv.org/abs/1611.08847)",
    bad={
        "en": """
            goals:
              - statement: Comments, shares, etc. rise by 20%  # <-
        """,
        "zh-TW": """
            goals:
              - statement: 按讚、留言等成長 20%  # <-
        """,
        "zh-CN": """
            goals:
              - statement: 点赞、评论等增长 20%  # <-
        """,
    },
    good={
        "en": """
            goals:
              - statement: Comments rise by 20%
        """,
        "zh-TW": """
            goals:
              - statement: 留言成長 20%
        """,
        "zh-CN": """
            goals:
              - statement: 评论增长 20%
        """,
    },
)
def open_ended_metric_list(plan: Plan) -> Iterator[Problem]:
    """Of an open list, whichever number happens to rise is called the goal afterwards."""
    for i, said in statements(plan).items():
        word = said.text.open_list
        if word is not None:
            words = {"word": word.text, "goal": called(said.goal, i)}
            where = ("goals", i, "statement")
            yield Problem(where, words, within=(word.start, word.end))
