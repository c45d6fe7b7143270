"""The rule holiday-changes-slot."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.occasions import occasions_on
from socialplan.rule import Severity, rule
from socialplan.rules.copy.words import words_of
from socialplan.rules.naming import moment
from socialplan.rules.schedule.blackouts import may_be_silent
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.occasions import Occasion
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.slots import Calendar, Slot

DAYS = 28
"""The weeks in which a slot can still be moved or filled with something else."""

MOST = 5
"""Slots that are named one by one."""

_OPEN_TO_CHANGE = ("idea", "draft", "in_review")


@rule(
    "SCH172",
    Severity.INFO,
    message="“{account}” has slots on days that are not like the others of their week: {slots}",
    help="Fill them with what fits the day, move them, or add the day to `except:`.",
    source="The market's public holidays and make-up workdays",
    bad="""
        brand: {name: Little Bear, market: US}
        accounts:
          - id: ig
            platform: instagram
            cadence:
              - {format: post, days: [mon], at: "08:00"}
              - {format: reel, days: [thu], at: "12:00"}  # <-
        posts:
          - {account: ig, format: reel, at: 2026-11-26 12:00, title: Three beans compared}
    """,
    good="""
        brand: {name: Little Bear, market: US}
        accounts:
          - id: ig
            platform: instagram
            cadence:
              - {format: post, days: [mon], at: "08:00"}
              - {format: reel, days: [thu], at: "12:00"}
        posts:
          - {account: ig, format: reel, at: 2026-11-26 12:00, title: Thanksgiving at the bar}
    """,
)
def holiday_changes_slot(plan: Plan, calendar: Calendar, today: date) -> Iterator[Problem]:
    """On a day off nobody commutes, and on a Saturday that is worked nobody sleeps in."""
    market = plan.brand.market
    if not market:
        return
    found: dict[PlanPath, list[tuple[Slot, Occasion]]] = {}
    for slot, one in _slots_to_come(calendar, today):
        unlike = _what_differs(slot, market)
        if unlike is None or may_be_silent(plan, slot.at.date()):
            continue
        if one is None or not _knows(one, unlike):
            found.setdefault(slot.path, []).append((slot, unlike))
    for path, slots in found.items():
        named: list[object] = [_said(slot, unlike) for slot, unlike in slots[:MOST]]
        named += ["…"] * (len(slots) > MOST)
        words = {"account": slots[0][0].account, "slots": named}
        yield Problem(path, words, source=slots[0][1].source)


def _slots_to_come(calendar: Calendar, today: date) -> Iterator[tuple[Slot, Publication | None]]:
    last = today + timedelta(DAYS - 1)
    filled = {
        slot: one
        for one in calendar.planned
        if one.at and today <= one.at.date() <= last and (slot := calendar.slot_of(one))
    }
    for slot in calendar.slots_between(today, last):
        one = filled.get(slot)
        if slot.account and (one is None or one.status in _OPEN_TO_CHANGE):
            yield slot, one


def _what_differs(slot: Slot, market: str) -> Occasion | None:
    """Find why a weekday is off or a weekend is worked."""
    is_weekend = slot.at.weekday() > 4
    for one in occasions_on(slot.at.date(), market):
        if one.kind == "make-up-workday" if is_weekend else one.off:
            return one
    return None


def _knows(one: Publication, occasion: Occasion) -> bool:
    """Say whether a post is about the day already."""
    names = {name.lower() for name in (*occasion.names.values(), *occasion.also)}
    said = "\n".join(text for _, text in words_of(one)).lower()
    return any(name in said for name in names)


def _said(slot: Slot, occasion: Occasion) -> Phrase:
    """Say when, and what the day is, in every language that has a name for it."""
    at = moment(slot.at)
    return Phrase("with-note", {"what": at, "note": dict(occasion.names)})
