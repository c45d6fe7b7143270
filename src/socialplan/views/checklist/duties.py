"""What a post owes its readers and the law: disclosure, terms of a draw, a second pair of eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.views.checklist.assets import assets_of
from socialplan.views.checklist.check import Check, look, missing, proven
from socialplan.views.checklist.steps import checker_of, publisher_of
from socialplan.views.item import person_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.interaction import Interaction, Terms
    from socialplan.plan.publications import Publication

DRAWS = ("lottery", "wheel")
CONTESTS = ("contest", "game", "quiz")
"""Games that need terms once there is a prize; a draw always has one."""

_TERMS: tuple[tuple[str, ...], ...] = (
    ("start",),
    ("end",),
    ("how_to_enter", "entry_method"),
    ("who_may_enter", "entry_conditions"),
    ("prize_name", "prizes", "award_levels"),
    ("prize_quantity", "prize_quantity_or_odds", "prizes"),
    ("announce_where",),
    ("claim_deadline", "redeem_time"),
    ("tax_note",),
    ("organiser",),
    ("privacy_note",),
)
"""What entrants ask first; of several, one is enough. What a market's law wants, `lint` knows."""


def check_duties(plan: Plan, one: Publication) -> Iterator[Check]:
    """Check what must be disclosed, the terms of a draw, and who checks whose work."""
    yield from _disclosure(one)
    yield from _terms(one.post.interaction)
    yield _four_eyes(plan, one)
    if not publisher_of(one):
        yield missing("publisher-missing")


def _disclosure(one: Publication) -> Iterator[Check]:
    disclosed = one.post.disclosure
    made = any(asset.source == "generated" for asset in assets_of(one))
    if made and "ai_generated" not in disclosed:
        yield missing("disclosure-ai")
    if disclosed:
        yield look("disclosure", names=[f"disclosure-{name}" for name in disclosed])


def _terms(interaction: Interaction | None) -> Iterator[Check]:
    if interaction is None:
        return
    terms = interaction.terms
    prized = terms is not None and bool(terms.prize_name or terms.prizes or terms.prize_value)
    if interaction.kind not in DRAWS and not (prized and interaction.kind in CONTESTS):
        return
    lacking = [names[0] for names in _TERMS if not _has_any(terms, names)]
    if interaction.kind in DRAWS and not _has_any(terms, ("draw_date", "draw_time", "redeem_time")):
        lacking.append("draw_date")
    if lacking:
        yield missing("terms-missing", [f"term-{name}" for name in lacking])
    else:
        yield proven("terms")


def _has_any(terms: Terms | None, names: tuple[str, ...]) -> bool:
    return any(getattr(terms, name, None) for name in names)


def _four_eyes(plan: Plan, one: Publication) -> Check:
    author, reviewer = one.post.author, checker_of(one)
    if not reviewer:
        return missing("four-eyes-missing")
    if reviewer == author:
        return missing("four-eyes-same", who=person_name(plan, reviewer))
    if not author:
        return missing("author-missing")
    return proven(
        "four-eyes", author=person_name(plan, author), reviewer=person_name(plan, reviewer)
    )
