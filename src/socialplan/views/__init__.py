"""What one page shows of a plan, sorted and decided; templates only loop and print."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from socialplan.views.filtering import Filter

if TYPE_CHECKING:
    from datetime import date

    from socialplan.finding import Finding
    from socialplan.plan import Plan
    from socialplan.slots import Calendar
    from socialplan.views.window import Window

VIEWS = ("week", "month", "agenda", "board", "sheet", "checklist", "plan")
MADE_FOR: dict[tuple[str, str], str] = {}
"""Where a format shows more of a view, or less, than the others: the module that makes it."""


@dataclass(frozen=True)
class Asked:
    """What every view is made from."""

    plan: Plan
    calendar: Calendar
    today: date
    window: Window
    language: str
    filter: Filter = field(default_factory=Filter)
    findings: tuple[Finding, ...] = ()
    """What lint says of the plan, for the pages that show it."""


def make(view: str, asked: Asked, form: str = "terminal") -> Any:
    """Make one of `VIEWS` for a format: the function of that name in the module of that name."""
    module = MADE_FOR.get((view, form), view)
    return getattr(import_module(f"socialplan.views.{module}"), module)(asked)
