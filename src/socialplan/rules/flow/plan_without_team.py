"""The rule plan-without-team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "FLO101",
    Severity.INFO,
    message="the plan does not say who works on it",
    help="Add `team:` with everybody's `id`, `name` and `roles`; one person is a team, too.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        title: Little Bear  # <-
    """,
    good="""
        title: Little Bear
        team:
          - {id: amy, name: Amy, roles: [author, publisher]}
    """,
)
def plan_without_team(plan: Plan) -> Iterator[Problem]:
    """A post that belongs to nobody in particular is the one that falls between two people."""
    if not plan.team:
        yield problem("title")
