"""The rule due-disagrees-with-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.smart.goals import called
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.rules.smart.statements import Said


@rule(
    "SMT109",
    Severity.WARNING,
    message="“{words}” in “{goal}” means {day}, but it is due on {due}",
    help="The date counts: correct the sentence, or `due:`. Days without a year are seen from "
    "the plan's start.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad={
        "en": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 600 friends on LINE by the end of January
                due: 2027-02-28  # <-
        """,
        "zh-TW": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 兩個月內 LINE 好友達到 600 人
                due: 2027-02-28  # <-
        """,
        "zh-CN": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 两个月内粉丝达到 600 人
                due: 2027-02-28  # <-
        """,
    },
    good={
        "en": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 600 friends on LINE by the end of January
                due: 2027-01-31
        """,
        "zh-TW": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 兩個月內 LINE 好友達到 600 人
                due: 2027-01-31
        """,
        "zh-CN": """
            period: {start: 2026-12-01, end: 2027-02-28}
            goals:
              - statement: 两个月内粉丝达到 600 人
                due: 2027-01-31
        """,
    },
)
def due_disagrees_with_text(plan: Plan) -> Iterator[Problem]:
    """Of two deadlines for one goal everybody works towards the later one."""
    for i, said in statements(plan).items():
        deadline = said.text.deadline
        if deadline is None or said.goal.due is None or _is_said(said):
            continue
        if plan.lacks("goals", i, "milestones"):
            continue
        words = {
            "words": deadline.text,
            "goal": called(said.goal, i),
            "day": deadline.day,
            "due": said.goal.due,
        }
        related = (Related("compared-with", ("goals", i, "statement")),)
        yield Problem(("goals", i, "due"), words, related=related)


def _is_said(said: Said) -> bool:
    """Whether the text names the day, or only days on the way."""
    goal, deadlines = said.goal, said.text.deadlines
    if any(one.day and one.allows(goal.due) for one in deadlines if goal.due):
        return True
    on_the_way = [one.date for one in goal.milestones if one.date]
    return all(any(one.allows(day) for day in on_the_way) for one in deadlines if one.sure)
