"""One page of the preview: a view, what lint says of the plan, and the way to the other pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from socialplan import rendering
from socialplan.composing import Composer, Days, names_in
from socialplan.errors import BadValue, UnknownName
from socialplan.finding import Severity
from socialplan.plan.times import YEARS
from socialplan.rendering import overriding
from socialplan.rendering.page import Page
from socialplan.translating import words
from socialplan.views import VIEWS
from socialplan.views import window as windows
from socialplan.views.filtering import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from socialplan.errors import SocialPlanError
    from socialplan.finding import Finding
    from socialplan.serving.watched import Watched
    from socialplan.views.window import Window

    Query = Mapping[str, Sequence[str]]

FILTERS = ("account", "persona", "assignee", "status", "campaign", "post")
"""What a page can be asked for after the `?`, as on the command line."""
MOST = 64
"""Pages kept until the next change."""
SHOWN = 200
"""Findings that a page lists."""


@dataclass(frozen=True)
class Link:
    """A way to another page."""

    name: str
    href: str
    is_current: bool = False


@dataclass(frozen=True)
class Live:
    """What a page of the preview shows above the view."""

    version: int
    views: tuple[Link, ...]
    previous: Link | None
    following: Link | None
    counts: tuple[tuple[str, int], ...]
    """How many findings there are of each severity, the gravest first; only what there is."""
    findings: tuple[Finding, ...]
    more: int
    """Findings that are not listed."""


class Pages:
    """Makes pages of a plan that is being edited; what was made is kept until it changes."""

    def __init__(
        self,
        watched: Watched,
        today: Callable[[], date],
        speak: Callable[[str], tuple[str, str]],
    ) -> None:
        self.watched = watched
        self._today = today
        self._speak = speak
        self._lock = Lock()
        self._of: tuple[int, date] | None = None
        self._kept: dict[object, str] = {}
        self._base: Composer | None = None

    def page(self, view: str, query: Query) -> str:
        """Make a page; raises what keeps it from being made, also a query that says nothing."""
        with self._lock:
            version, today = self.watched.version, self._today()
            asked = tuple(sorted((key, tuple(values)) for key, values in query.items()))
            if self._of != (version, today) or len(self._kept) >= MOST:
                self._of = version, today
                self._kept.clear()
            if (view, asked) not in self._kept:
                self._kept[view, asked] = self._made(view, query, version, today)
            return self._kept[view, asked]

    def trouble(self, error: SocialPlanError, view: str) -> str:
        """Make a page that says why there is none, and that goes when there is one."""
        language, locale = self._speak("")
        said = words(language)(f"errors.{error.message}", **error.named)
        live = Live(self.watched.version, _tabs(view, {}, language), None, None, (), (), 0)
        return rendering.render(Page("trouble", said, language, locale, live=live), "html")

    def _made(self, view: str, query: Query, version: int, today: date) -> str:
        composer = self._composer(query, today)
        window = composer.window(view, "html", _days(query))
        page = composer.page(view, "html", window, checked=True)
        found = composer.findings
        live = Live(
            version,
            _tabs(view, query, composer.language),
            *_neighbours(view, window, query),
            _counts(found),
            found[:SHOWN],
            max(0, len(found) - SHOWN),
        )
        return rendering.render(replace(page, live=live), "html")

    def _composer(self, query: Query, today: date) -> Composer:
        """Work out what all pages need; without a filter it is kept until the plan changes."""
        chosen = Filter(*(names_in(query.get(kind)) for kind in FILTERS))
        loaded = self.watched.load()
        if self._base is None or self._base.loaded is not loaded or self._base.today != today:
            speech = self._speak(loaded.plan.own_locale)
            own = overriding.folder_for(self.watched.path)
            self._base = Composer(loaded, today, *speech, own=own)
        return self._base if chosen.is_empty else self._base.filtered(chosen)


def _days(query: Query) -> Days:
    week, first, last = (next(iter(query.get(key, ())), None) for key in ("week", "from", "to"))
    return Days(week, *(_day(key, one) for key, one in (("from", first), ("to", last))))


def _day(key: str, text: str | None) -> date | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if found.year not in YEARS:
        raise BadValue(key, text, "2026-12-01")
    return found


def _tabs(view: str, query: Query, language: str) -> tuple[Link, ...]:
    """Lead to each view of what is shown here: the same week, the same accounts."""
    say = words(language)
    return tuple(
        Link(say(f"html.view-{name}"), _address(name, query), name == view) for name in VIEWS
    )


def _address(view: str, query: Query, **instead: str) -> str:
    kept = {key: values for key, values in query.items() if key in FILTERS}
    if view in windows.WEEKLY and not instead and "week" in query:
        kept["week"] = query["week"]
    asked = urlencode({**kept, **instead}, doseq=True)
    return f"/{view}?{asked}" if asked else f"/{view}"


def _neighbours(view: str, window: Window, query: Query) -> tuple[Link | None, Link | None]:
    """Lead to the week or month before and after, where a page shows just one."""
    try:
        before, after = window.first - timedelta(days=1), window.last + timedelta(days=1)
        sides = [_around(view, window, day, query) for day in (before, after)]
    except (OverflowError, ValueError):
        return None, None
    return sides[0], sides[1]


def _around(view: str, window: Window, day: date, query: Query) -> Link | None:
    if windows.week_name(window):
        name = windows.week_name(windows.week_of(day))
        return Link(name, _address(view, query, week=name))
    if window == windows.month_of(window.first):
        month = windows.month_of(day)
        days = {"from": month.first.isoformat(), "to": month.last.isoformat()}
        return Link(f"{day:%Y-%m}", _address(view, query, **days))
    return None


def _counts(found: tuple[Finding, ...]) -> tuple[tuple[str, int], ...]:
    counted = Counter(one.severity for one in found)
    order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    return tuple((one.value, counted[one]) for one in order if counted[one])


def check_view(name: str) -> None:
    """Refuse a page that there is none of."""
    if name not in VIEWS:
        raise UnknownName("serve", name, VIEWS)
