"""A view as an iCalendar file (RFC 5545, RFC 7986), which calendar programs read or subscribe to.

What makes an update one: a thing keeps its `UID`, whatever becomes of its time and words, and
`SEQUENCE` is the minute since 1970 in which the file was made. So a later file replaces an earlier
one where programs compare numbers, and nothing has to be remembered from run to run.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.prop import vDuration, vText

from socialplan.rendering.ics.components import Writer
from socialplan.rendering.ics.saying import about_feed, clean, name_of_feed
from socialplan.rendering.ics.zones import timezone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Timezone
    from icalendar.parser import Contentline

    from socialplan.rendering.page import Page
    from socialplan.views.feed import Feed

REFRESH = timedelta(hours=4)
"""How often a program that subscribes should look; a plan changes some times a day at most."""


def render(page: Page) -> str:
    """Write a feed; lines end as the standard has it, whatever the system's own ends are."""
    feed: Feed = page.view
    calendar = _Calendar()
    for name, value in _head(page, feed).items():
        calendar.add(name, value)
    for timezone in _timezones(feed):
        calendar.add_component(timezone)
    writer = Writer(page, feed)
    for event in feed.events:
        calendar.add_component(writer.event(event))
    for todo in feed.todos:
        calendar.add_component(writer.todo(todo))
    return str(calendar.to_ical(), "utf-8")


class _Calendar(Calendar):
    """A calendar that writes only once what its components share, e.g. when they were made."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[tuple[str, object], Contentline] = {}

    def content_line(self, name: str, value: Any, sorted: bool = True) -> Contentline:  # noqa: A002
        # What brackets a component comes as bytes, the rest as values that live as long as this.
        key = name, value if isinstance(value, bytes) else id(value)
        if key not in self._lines:
            self._lines[key] = super().content_line(name, value, sorted)
        return self._lines[key]


def _head(page: Page, feed: Feed) -> dict[str, Any]:
    name = vText(clean(name_of_feed(page, feed)))
    head: dict[str, Any] = {
        "version": "2.0",
        "prodid": f"-//socialplan//socialplan//{page.language.upper()}",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "uid": feed.uid,
        "last-modified": feed.made,
        "name": name,
        "x-wr-calname": name,
        "x-wr-timezone": feed.timezone,
        "refresh-interval": vDuration(REFRESH, params={"VALUE": "DURATION"}),
        "x-published-ttl": vDuration(REFRESH),
    }
    if about := about_feed(page, feed):
        head |= {"description": vText(clean(about)), "x-wr-caldesc": vText(clean(about))}
    return head


def _timezones(feed: Feed) -> Iterator[Timezone]:
    """Define the zones that events name, for the years in which they do."""
    years: dict[ZoneInfo, set[int]] = {}
    for event in feed.events:
        if isinstance(event.start, datetime) and isinstance(event.start.tzinfo, ZoneInfo):
            years.setdefault(event.start.tzinfo, set()).add(event.start.year)
    for zone in sorted(years, key=lambda one: one.key):
        yield timezone_of(zone, min(years[zone]), max(years[zone]))
