"""The rule pillar-three-in-a-row."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.rule import Confidence, Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_IN_A_ROW = 3
_MEANT = 0.5
"""A pillar with such a share is bound to follow itself."""

_NOT_PLANNED = ("idea", "on_hold", "cancelled")


@rule(
    "TXT142",
    Severity.INFO,
    message="this is post {number} in a row on {account} about “{pillar}”",
    help="Move a post of another pillar in between.",
    source="The column on systematic plans that this tool grew from: take turns between subjects",
    confidence=Confidence.MEDIUM,
    bad="""
        accounts:
          - {id: page, platform: facebook-page}
        pillars:
          - {id: recipes, name: Recipes}
          - {id: offers, name: Offers}
        posts:
          - {account: page, title: Two for one, at: 2026-12-02 12:00, pillar: offers}
          - {account: page, title: Free refill, at: 2026-12-03 12:00, pillar: offers}
          - {account: page, title: Half a cake, at: 2026-12-04 12:00, pillar: offers}  # <-
          - {account: page, title: Pie, at: 2026-12-08 12:00, pillar: recipes}
    """,
    good="""
        accounts:
          - {id: page, platform: facebook-page}
        pillars:
          - {id: recipes, name: Recipes}
          - {id: offers, name: Offers}
        posts:
          - {account: page, title: Two for one, at: 2026-12-02 12:00, pillar: offers}
          - {account: page, title: Free refill, at: 2026-12-03 12:00, pillar: offers}
          - {account: page, title: Half a cake, at: 2026-12-08 12:00, pillar: offers}
          - {account: page, title: Pie, at: 2026-12-04 12:00, pillar: recipes}
    """,
)
def pillar_three_in_a_row(plan: Plan, today: date) -> Iterator[Problem]:
    """Readers who do not care for a subject have left before the next one comes."""
    if len(plan.pillars) < 2:
        return
    seen = set()
    for account, posts in _by_account(plan).items():
        if len({one.post.pillar for one in posts}) < 2:
            continue
        for pillar_id, run in groupby(posts, key=lambda one: one.post.pillar):
            row = list(run)[:_IN_A_ROW]
            third = row[-1]
            if len(row) < _IN_A_ROW or not _matters(plan, pillar_id, third, today):
                continue
            if _is_campaign_of_one(plan, row):
                continue
            if third.post_index not in seen:
                seen.add(third.post_index)
                pillar = plan.pillar(pillar_id)
                name = (pillar and pillar.name) or pillar_id
                words = {"pillar": name, "account": account, "number": _IN_A_ROW}
                yield problem("posts", third.post_index, "pillar", **words)


def _by_account(plan: Plan) -> dict[str, list[Publication]]:
    """The planned publications of each account, in the order of their times."""
    found: dict[str, list[Publication]] = defaultdict(list)
    for one in publications(plan):
        if one.at and one.account_id and one.status not in _NOT_PLANNED:
            found[one.account_id].append(one)
    for posts in found.values():
        posts.sort(key=lambda one: one.at)  # type: ignore[arg-type, return-value]
    return found


def _matters(plan: Plan, pillar_id: str | None, third: Publication, today: date) -> bool:
    """Say so unless the run is past, or meant by the pillar's share."""
    pillar = plan.pillar(pillar_id)
    if pillar is None or third.at is None or third.at.date() < today:
        return False
    return pillar.share is None or pillar.share < _MEANT


def _is_campaign_of_one(plan: Plan, row: Sequence[Publication]) -> bool:
    """Say whether all belong to a campaign that is about nothing else."""
    names = {one.post.campaign for one in row}
    return any(names == {one.id} and len(one.pillars) == 1 for one in plan.campaigns)
