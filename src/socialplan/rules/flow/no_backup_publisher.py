"""The rule no-backup-publisher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "FLO103",
    Severity.INFO,
    message="only “{person}” can publish",
    help="Give one more person the role `publisher`, and access to the accounts.",
    source="Named people for publishing and checking: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        team:
          - {id: amy, roles: [author, publisher]}  # <-
          - {id: ben, roles: [reviewer]}
    """,
    good="""
        team:
          - {id: amy, roles: [author, publisher]}
          - {id: ben, roles: [reviewer, publisher]}
    """,
)
def no_backup_publisher(plan: Plan) -> Iterator[Problem]:
    """When the one who publishes is ill, the whole week stays silent."""
    able = [i for i, person in enumerate(plan.team) if "publisher" in person.roles]
    if len(able) == 1 and len(plan.team) > 1:
        person = plan.team[able[0]]
        yield problem("team", able[0], person=person.name or person.id or f"#{able[0] + 1}")
