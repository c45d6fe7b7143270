"""One page of the preview: a view, what lint says of the plan, and the way to the other pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from socialplan import rendering
from socialplan.errors import BadValue, UnknownName
from socialplan.finding import Severity
from socialplan.linting.remarking import findings_of
from socialplan.rendering import overriding
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.translating import words
from socialplan.views import VIEWS, Asked, make
from socialplan.views import window as windows
from socialplan.views.filtering import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from socialplan.errors import SocialPlanError
    from socialplan.finding import Finding
    from socialplan.serving.watched import Watched
    from socialplan.slots import Calendar
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
        self._findings: dict[object, tuple[Finding, ...]] = {}

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
        loaded = self.watched.load()
        plan = loaded.plan
        language, locale = self._speak(plan.locale)
        chosen = Filter(*(_names(query.get(kind, ())) for kind in FILTERS))
        chosen.check(plan)
        calendar = calendar_of(plan, today)
        window = _window(view, calendar, today, query).shortened()
        found = self._found(version, today, language)
        shown = make(view, Asked(plan, calendar, today, window, language, chosen, found), "html")
        live = Live(
            version,
            _tabs(view, query, language),
            *_neighbours(view, window, query),
            _counts(found),
            found[:SHOWN],
            max(0, len(found) - SHOWN),
        )
        own = overriding.folder_for(self.watched.path)
        return rendering.render(Page(view, shown, language, locale, own=own, live=live), "html")

    def _found(self, version: int, today: date, language: str) -> tuple[Finding, ...]:
        key = version, today, language
        if key not in self._findings:
            loaded = self.watched.load()
            self._findings = {key: findings_of(loaded, today, language)}
        return self._findings[key]


def _names(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(one.strip() for names in given for one in names.split(",") if one.strip())


def _window(view: str, calendar: Calendar, today: date, query: Query) -> Window:
    week, first, last = (next(iter(query.get(key, ())), None) for key in ("week", "from", "to"))
    if week is not None:
        return windows.week_named(week)
    days = [_day(key, text) if text else None for key, text in (("from", first), ("to", last))]
    return windows.days_shown(view, calendar, today, *days)


def _day(key: str, text: str) -> date:
    from socialplan.plan.times import YEARS

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
