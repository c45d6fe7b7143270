"""What one page shows of a plan, sorted and decided; templates only loop and print."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from socialplan.views.filtering import Filter

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.slots import Calendar
    from socialplan.views.window import Window

VIEWS = ("week", "month", "agenda", "sheet", "checklist", "plan")


@dataclass(frozen=True)
class Asked:
    """What every view is made from."""

    plan: Plan
    calendar: Calendar
    today: date
    window: Window
    language: str
    filter: Filter = field(default_factory=Filter)


def make(view: str, asked: Asked) -> Any:
    """Make one of `VIEWS`: the function of that name in the module of that name."""
    return getattr(import_module(f"socialplan.views.{view}"), view)(asked)
