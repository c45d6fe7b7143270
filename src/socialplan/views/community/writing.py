"""What is written ahead, and what only on the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from socialplan.views.community.scripts import COPY_FOR, script_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from socialplan.views import Asked
    from socialplan.views.community.run_entry import RunEntry
    from socialplan.views.community.run_sheet import RunDay


@dataclass(frozen=True)
class AheadCopy:
    """Copy that can be written before its day."""

    kind: str
    """A kind of script, or `post`."""
    title: str
    state: str
    """ready, not-ready, no-script or no-copy; a post that is out is no work any more."""
    status: str
    """Of a post its status, `open` of a slot; else empty."""
    needed: date | None
    """The first of these days on which it is said; None where none of them needs it."""
    who: str


@dataclass(frozen=True)
class DayCopy:
    """Copy that only its day can bring, and on which of these days."""

    kind: str
    title: str
    account_name: str
    who: str
    time: str
    days: tuple[date, ...]


def ahead(asked: Asked, days: Iterable[RunDay]) -> tuple[AheadCopy, ...]:
    """List what can be prepared: what is missing first, then by the day that needs it."""
    entries = [entry for day in days for entry in day.entries]
    found = [*_scripts(asked, entries), *_missing(entries), *_posts(entries)]
    return tuple(sorted(found, key=_order))


def _order(one: AheadCopy) -> tuple[bool, bool, str]:
    return one.state == "ready", one.needed is None, str(one.needed or "")


def _scripts(asked: Asked, entries: list[RunEntry]) -> Iterator[AheadCopy]:
    chosen, community = asked.filter, asked.plan.community
    of_posts = chosen.persona or chosen.status or chosen.campaign
    for one in community.scripts if community and not of_posts else ():
        title = script_title(one)
        first = next((it for it in entries if title in {copy.title for copy in it.copies}), None)
        if first is None and not chosen.is_empty:
            continue
        yield AheadCopy(
            kind=one.kind or "",
            title=title,
            state="ready" if one.ready else "not-ready",
            status="",
            needed=first.date if first else None,
            who=first.who if first else "",
        )


def _missing(entries: list[RunEntry]) -> Iterator[AheadCopy]:
    """Give what rituals need and no script says; each once."""
    seen = set()
    for one in entries:
        if one.state == "no-script" and (one.kind, one.title) not in seen:
            seen.add((one.kind, one.title))
            yield AheadCopy(COPY_FOR[one.kind], one.title, one.state, "", one.date, one.who)


def _posts(entries: list[RunEntry]) -> Iterator[AheadCopy]:
    for one in entries:
        if one.what == "post" and one.state != "sent":
            yield AheadCopy("post", one.title, one.state, one.status, one.date, one.who)


def on_the_day(days: Iterable[RunDay]) -> tuple[DayCopy, ...]:
    """List the reports of these days, each once."""
    found: dict[DayCopy, list[date]] = {}
    for day in days:
        for one in day.entries:
            if one.state == "on-the-day":
                report = DayCopy(one.kind, one.title, one.account_name, one.who, one.time, ())
                found.setdefault(report, []).append(one.date)
    return tuple(replace(report, days=tuple(some)) for report, some in found.items())
