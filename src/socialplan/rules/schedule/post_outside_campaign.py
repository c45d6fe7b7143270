"""The rule post-outside-campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.slots import Calendar


@rule(
    "SCH104",
    Severity.WARNING,
    message="“{post}” belongs to the campaign “{campaign}”, which does not run on {day}",
    help="Move the post into the campaign's period, or take the campaign off the post.",
    source="The campaign's own period",
    bad="""
        campaigns:
          - id: anniversary
            period: {start: 2026-12-01, end: 2026-12-07}
        posts:
          - title: Last day of the anniversary
            campaign: anniversary
            at: 2026-12-17 20:00  # <-
    """,
    good="""
        campaigns:
          - id: anniversary
            period: {start: 2026-12-01, end: 2026-12-07}
        posts:
          - title: Last day of the anniversary
            campaign: anniversary
            at: 2026-12-07 20:00
    """,
)
def post_outside_campaign(plan: Plan, calendar: Calendar) -> Iterator[Problem]:
    """An offer announced after its campaign is over brings questions instead of orders."""
    periods = {
        campaign.id: (campaign, ("campaigns", i, "period"))
        for i, campaign in enumerate(plan.campaigns)
        if campaign.id and campaign.period
    }
    for one in calendar.planned if periods else ():
        found = periods.get(one.post.campaign or "")
        if found is None or one.at is None or found[0].period is None:
            continue
        if one.at.date() not in found[0].period:
            name = found[0].name or one.post.campaign
            words = {"post": called(one), "campaign": name, "day": one.at.date()}
            yield Problem(one.path("at"), words, related=(Related("compared-with", found[1]),))
