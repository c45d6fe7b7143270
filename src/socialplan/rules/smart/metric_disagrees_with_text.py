"""The rule metric-disagrees-with-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called, metric_of
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words import GoalText, Measure
    from socialplan.plan import Plan
    from socialplan.rules.smart.statements import Said

_PAUSES = (", ", "，", "。", ";", "；")


@rule(
    "SMT107",
    Severity.WARNING,
    message="“{goal}” speaks of “{words}”, but what is measured is “{metric}”",
    help="The metric counts: word the sentence as it is measured, or correct `metric:`.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad={
        "en": """
            goals:
              - statement: The save rate of our posts rises to 3%  # <-
                metric: open_rate
        """,
        "zh-TW": """
            goals:
              - statement: 貼文的收藏率提高到 3%  # <-
                metric: open_rate
        """,
        "zh-CN": """
            goals:
              - statement: 帖子的收藏率提高到 3%  # <-
                metric: open_rate
        """,
    },
    good={
        "en": """
            goals:
              - statement: The save rate of our posts rises to 3%
                metric: save_rate
        """,
        "zh-TW": """
            goals:
              - statement: 貼文的收藏率提高到 3%
                metric: save_rate
        """,
        "zh-CN": """
            goals:
              - statement: 帖子的收藏率提高到 3%
                metric: save_rate
        """,
    },
)
def metric_disagrees_with_text(plan: Plan) -> Iterator[Problem]:
    """The team works for what the sentence says, and is judged by what the metric counts."""
    for i, said in statements(plan).items():
        known = metric_of(said.goal)
        if known is None or any(known.id in one.metrics for one in said.text.measures):
            continue
        spoken = _spoken_of(said.text)
        if spoken is not None and not _is_beside(spoken, said):
            words = {"goal": called(said.goal, i), "words": spoken.text, "metric": known.id}
            yield Problem(
                ("goals", i, "statement"),
                words,
                within=(spoken.start, spoken.end),
                related=(Related("compared-with", ("goals", i, "metric")),),
            )


def _is_beside(spoken: Measure, said: Said) -> bool:
    """Whether the number stands in a clause before it, as in 來客增加兩成，客單價不變."""
    number = next((one for one in said.text.quantities if one.sure), None)
    between = (said.goal.statement or "")[number.end : spoken.start] if number else ""
    return any(mark in between for mark in _PAUSES)


def _spoken_of(text: GoalText) -> Measure | None:
    """The first measure that is not only somebody's or beside another."""
    heads = (one for one in text.measures if one.metrics and not (one.weak or one.modifies))
    return next(heads, None)
