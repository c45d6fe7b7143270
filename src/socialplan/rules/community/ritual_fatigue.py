"""The rule ritual-fatigue."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from socialplan.facts.community import customs
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.slots import Calendar, Slot


@rule(
    "COM123",
    Severity.WARNING,
    message="“{group}” has {count} rituals {when}; more than {most} make members mute a group",
    help="Keep the ones that members answer, and drop or merge the others.",
    source="Muted within days: what operators say of groups with too many messages",
    bad="""
        period: {start: 2026-11-23, end: 2026-11-29}
        accounts:
          - {id: moms, platform: wechat-group}
        community:
          groups: [moms]
          rituals:
            - {kind: morning-report, account: moms, days: [mon], at: "08:00"}
            - {kind: task-reminder, account: moms, days: [mon], at: "09:00"}
            - {kind: q-and-a, account: moms, days: [mon], at: "20:00"}
            - {kind: evening-report, account: moms, days: [mon], at: "21:00"}  # <-
    """,
    good="""
        period: {start: 2026-11-23, end: 2026-11-29}
        accounts:
          - {id: moms, platform: wechat-group}
        community:
          groups: [moms]
          rituals:
            - {kind: morning-report, account: moms, days: [mon], at: "08:00"}
            - {kind: task-reminder, account: moms, days: [tue], at: "09:00"}
            - {kind: q-and-a, account: moms, days: [mon], at: "20:00"}
            - {kind: evening-report, account: moms, days: [mon], at: "21:00"}
    """,
)
def ritual_fatigue(calendar: Calendar) -> Iterator[Problem]:
    """A group that rings all day is muted, and then it hears nothing any more."""
    by_group: dict[str, list[Slot]] = {}
    for slot in calendar.rituals:
        by_group.setdefault(slot.account, []).append(slot)
    for group, slots in by_group.items():
        for stretch in ("day", "week"):
            found = _too_many(slots, stretch)
            if found is not None:
                yield _said(group, *found, stretch)
                break


def _said(group: str, slot: Slot, count: int, stretch: str) -> Problem:
    """Say it where the ritual stands that is one too many."""
    bound = customs()[f"rituals_per_{stretch}"]
    words = {"group": group, "count": count, "most": bound.value}
    words["when"] = Phrase(f"rituals-per-{stretch}", {"when": _stretch(slot, stretch)})
    return Problem(slot.path, words, confidence=bound.confidence, source=bound.source)


def _too_many(slots: list[Slot], stretch: str) -> tuple[Slot, int] | None:
    """Give the first ritual too many, and how many there are in its day or week."""
    most = customs()[f"rituals_per_{stretch}"].value
    if len(slots) <= most:
        return None
    counted: Counter[str] = Counter(_stretch(slot, stretch) for slot in slots)
    seen: Counter[str] = Counter()
    for slot in slots:
        when = _stretch(slot, stretch)
        seen[when] += 1
        if seen[when] > most:
            return slot, counted[when]
    return None


def _stretch(slot: Slot, stretch: str) -> str:
    return f"{slot.at:%Y-%m-%d}" if stretch == "day" else f"{slot.at:%G-W%V}"
