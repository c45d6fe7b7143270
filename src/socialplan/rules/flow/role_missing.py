"""The rule role-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.people import Role

NEEDED: tuple[Role, ...] = ("author", "reviewer", "publisher")
"""What every post goes through; who designs or answers is not a matter for each plan."""


@rule(
    "FLO102",
    Severity.INFO,
    message="nobody in the team has the role {roles}",
    help="Add it to somebody's `roles:`; in a small team one person has several.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team:  # <-
          - {id: amy, roles: [author]}
          - {id: ben, roles: [reviewer]}
    """,
    good="""
        team:
          - {id: amy, roles: [author]}
          - {id: ben, roles: [reviewer, publisher]}
    """,
)
def role_missing(plan: Plan) -> Iterator[Problem]:
    """Work that is in nobody's role is done by whoever notices, or by no one."""
    if len(plan.team) < 2:
        return  # who works alone does everything
    taken = {role for person in plan.team for role in person.roles}
    # Posts may name people without the team naming roles.
    taken |= {role for role in NEEDED for post in plan.posts if getattr(post, role)}
    missing = [Term(f"role-{role}") for role in NEEDED if role not in taken]
    if missing:
        yield Problem(("team",), {"roles": missing}, on_key=True)
