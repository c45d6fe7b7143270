"""The rule overdue-asset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.flow.lead import late
from socialplan.rules.naming import called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan


@rule(
    "FLO132",
    Severity.WARNING,
    message="a picture or video of “{post}” was due on {due}, and no file is named yet",
    help="Add `file:` or `url:`, or give the post a later date.",
    source="Ready before the day: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        workflow: {lead_days: {asset: 5}}
        posts:
          - title: Anniversary
            at: 2026-11-24 20:00
            text: 15% off for new friends
            assets:
              - {kind: image, source: commissioned}  # <-
    """,
    good="""
        workflow: {lead_days: {asset: 5}}
        posts:
          - title: Anniversary
            at: 2026-11-24 20:00
            text: 15% off for new friends
            assets:
              - {kind: image, source: commissioned, file: images/cake.jpg}
    """,
)
def overdue_asset(plan: Plan, today: date) -> Iterator[Problem]:
    """A picture that comes on the last day is one that nobody has looked at."""
    lead = Related("asked-here", ("workflow", "lead_days"))
    for one, due in late(plan, "asset", today):
        for i, asset in enumerate(one.assets):
            if not asset.file and not asset.url:
                words = {"post": called(one), "due": due}
                yield Problem(one.path("assets", i), words, related=(lead,))
