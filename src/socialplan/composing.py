"""A page put together: the plan, its days, a view of them, what lint says, the words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import SocialPlanError
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.views import CHECKED, Asked, make
from socialplan.views import window as windows
from socialplan.views.filtering import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from socialplan.finding import Finding
    from socialplan.loading import Loaded
    from socialplan.readings import Readings
    from socialplan.slots import Calendar
    from socialplan.views.window import Window


_WORKED_OUT = ("calendar", "findings", "readings")


class Days(NamedTuple):
    """The days that somebody asks for: a week by its name, or one or both ends."""

    week: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Composer:
    """Makes pages of one plan in one language; what several pages need is worked out once."""

    loaded: Loaded
    today: date
    language: str
    locale: str
    filter: Filter = field(default_factory=Filter)
    own: Path | None = None
    """The folder whose templates and styles replace ours."""
    now: datetime | None = None

    def __post_init__(self) -> None:
        chosen = self.filter.by_ids(self.loaded.plan, self.language)
        chosen.check(self.loaded.plan)
        object.__setattr__(self, "filter", chosen)

    @cached_property
    def calendar(self) -> Calendar:
        return calendar_of(self.loaded.plan, self.today)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What lint says of the plan."""
        from socialplan.linting.remarking import findings_of

        return findings_of(self.loaded, self.today, self.language)

    @cached_property
    def readings(self) -> Readings:
        """The numbers of the plan's file of readings."""
        from socialplan.readings import readings_of

        return readings_of(self.loaded.plan, self.loaded.source)

    def filtered(self, chosen: Filter) -> Composer:
        """Do the same with other posts, and what was worked out already."""
        made = replace(self, filter=chosen)
        made.__dict__.update({k: v for k, v in self.__dict__.items() if k in _WORKED_OUT})
        return made

    def window(self, view: str, form: str, days: Days) -> Window:
        """Settle the days: those asked for, else the view's own around today."""
        if days.week is not None:
            if days.first or days.last:
                raise SocialPlanError("week-or-days")
            return windows.week_named(days.week)
        if form == "ics" and view in windows.FEEDS and not days.first and not days.last:
            return windows.everything(self.calendar)
        return windows.days_shown(view, self.calendar, self.today, days.first, days.last)

    def page(self, view: str, form: str, window: Window, *, checked: bool = False) -> Page:
        """Make a page of no more days than one can show; `checked` ones say what lint says."""
        asked = Asked(
            self.loaded.plan,
            self.calendar,
            self.today,
            window.shortened(),
            self.language,
            self.filter,
            self.findings if checked or view in CHECKED else (),
            self.now,
            lambda: self.readings,
        )
        shown = make(view, asked, form)
        file = self.loaded.source.files[0].path if self.loaded.source.files else None
        folder = file.parent if file else None
        return Page(view, shown, self.language, self.locale, own=self.own, folder=folder)


def names_in(given: Iterable[str] | None) -> tuple[str, ...]:
    """Read names that were given one by one or with commas between them."""
    return tuple(one.strip() for names in given or () for one in names.split(",") if one.strip())
