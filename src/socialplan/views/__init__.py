"""What one page shows of a plan, sorted and decided; templates only loop and print."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from socialplan.finding import Finding
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings
    from socialplan.slots import Calendar
    from socialplan.views.filtering import Filter
    from socialplan.views.window import Window

VIEWS = (
    "week",
    "month",
    "agenda",
    "board",
    "sheet",
    "checklist",
    "goals",
    "personas",
    "community",
    "platforms",
    "brief",
    "plan",
)
CHECKED = ("brief",)
"""The views that show what lint says of the posts."""
MADE_FOR: dict[tuple[str, str], str] = {
    ("week", "html"): "browsing.week",
    ("month", "html"): "browsing.month",
    ("agenda", "html"): "browsing.agenda",
    ("board", "html"): "browsing.board",
    ("sheet", "html"): "browsing.sheet",
    ("week", "ics"): "feed.calendar",
    ("month", "ics"): "feed.calendar",
    ("agenda", "ics"): "feed.calendar",
    ("checklist", "ics"): "feed.checklist",
    ("goals", "ics"): "feed.goals",
    ("community", "ics"): "feed.community",
    ("week", "csv"): "timetable",
    ("week", "xlsx"): "timetable",
    ("month", "csv"): "timetable",
    ("month", "xlsx"): "timetable",
    ("agenda", "csv"): "timetable",
    ("agenda", "xlsx"): "timetable",
}
"""Where a format shows more of a view, or less, than the others: the module that makes it."""


def _no_filter() -> Filter:
    from socialplan.views.filtering import Filter  # the plan's classes: help names views without

    return Filter()


@dataclass(frozen=True)
class Asked:
    """What every view is made from."""

    plan: Plan
    calendar: Calendar
    today: date
    window: Window
    language: str
    filter: Filter = field(default_factory=_no_filter)
    findings: tuple[Finding, ...] = ()
    """What lint says of the plan, for the pages that show it."""
    now: datetime | None = None
    """The moment, for files that tell when they were made; midnight of today without one."""
    read: Callable[[], Readings] | None = None
    """Reads the plan's file of readings, once a view measures goals."""

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The plan's goals, to be measured by all that was read of them."""
        from socialplan.views.progress import measured_goals

        return measured_goals(self.plan, self.read() if self.read else None)


def make(view: str, asked: Asked, form: str = "terminal") -> Any:
    """Make one of `VIEWS` for a format: the function of that name in the module of that name."""
    module = MADE_FOR.get((view, form), view)
    function = module.rpartition(".")[2]
    return getattr(import_module(f"socialplan.views.{module}"), function)(asked)
