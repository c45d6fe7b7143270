"""Events and to-dos as components of the library."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from icalendar import Alarm, Event, Todo
from icalendar.prop import vCategory, vDDDTypes, vDuration, vInt, vText, vUri

from socialplan.rendering.ics import saying

if TYPE_CHECKING:
    from icalendar.cal.component import Component

    from socialplan.rendering.page import Page
    from socialplan.views import feed

_ADDRESS = re.compile(r"https?://[!-~]+")
_KEPT = "%:/?#[]@!$&'()*+,;=~"
"""Signs that have a meaning in an address, or are encoded already."""


class Writer:
    """Writes the components of one feed; what all of them share is made once."""

    def __init__(self, page: Page, of: feed.Feed) -> None:
        self._page = page
        made = vDDDTypes(of.made)
        self._shared: dict[str, Any] = {
            "DTSTAMP": made,
            "LAST-MODIFIED": made,
            "SEQUENCE": vInt(int(of.made.timestamp()) // 60),
        }
        self._words: dict[str, vText] = {}
        self._triggers: dict[int, vDuration] = {}
        self._labels: dict[tuple[str, tuple[str, ...]], vCategory] = {}

    def event(self, one: feed.Event) -> Event:
        """Write an event, with its reminders."""
        summary = vText(saying.summary(self._page, one))
        event = Event(self._shared)
        event["UID"] = vText(one.uid)
        event["DTSTART"] = vDDDTypes(one.start)
        event["DTEND"] = vDDDTypes(one.end)
        event["SUMMARY"] = summary
        event["STATUS"] = self._word(one.status.upper())
        if one.is_free:
            event["TRANSP"] = self._word("TRANSPARENT")
        if address := web_address(one.url):
            event["URL"] = vUri(address)
        self._describe(event, saying.description(self._page, one), one.state, one.labels)
        for minutes in dict.fromkeys(one.remind):
            event.add_component(self._alarm(minutes, summary))
        return event

    def todo(self, one: feed.Todo) -> Todo:
        """Write a to-do."""
        todo = Todo(self._shared)
        todo["UID"] = vText(one.uid)
        todo["SUMMARY"] = vText(saying.todo_summary(self._page, one))
        todo["STATUS"] = self._word(one.status.upper())
        if one.status == "completed":
            todo["PERCENT-COMPLETE"] = vInt(100)
        if one.due is not None:
            todo["DUE"] = vDDDTypes(one.due)
        if one.about:
            todo["RELATED-TO"] = vText(one.about)
        self._describe(todo, saying.todo_description(self._page, one), one.state, one.labels)
        return todo

    def _describe(
        self, component: Component, text: str, state: str, labels: tuple[str, ...]
    ) -> None:
        if text:
            component["DESCRIPTION"] = vText(text)
        key = state, labels
        if key not in self._labels:
            self._labels[key] = vCategory(saying.categories(self._page, state, labels))
        if self._labels[key].cats:
            component["CATEGORIES"] = self._labels[key]

    def _alarm(self, minutes: int, summary: vText) -> Alarm:
        alarm = Alarm()
        alarm["ACTION"] = self._word("DISPLAY")
        alarm["DESCRIPTION"] = summary
        alarm["TRIGGER"] = self._trigger(minutes)
        return alarm

    def _trigger(self, minutes: int) -> vDuration:
        if minutes not in self._triggers:
            self._triggers[minutes] = vDuration(timedelta(minutes=-minutes))
        return self._triggers[minutes]

    def _word(self, word: str) -> vText:
        if word not in self._words:
            self._words[word] = vText(word)
        return self._words[word]


def web_address(text: str) -> str:
    """Give an address that a program may open, in the signs that one is made of; else nothing."""
    address = quote(text.strip(), safe=_KEPT, errors="replace")
    return address if _ADDRESS.fullmatch(address) else ""
