"""Cadence and period make slots; the calendar says which post fills which."""

from __future__ import annotations

from socialplan.slots.calendar import Calendar, Entry, calendar_of
from socialplan.slots.recurring import MOST
from socialplan.slots.slot import Skipped, Slot, UnreadableSchedule, slots_between

__all__ = [
    "MOST",
    "Calendar",
    "Entry",
    "Skipped",
    "Slot",
    "UnreadableSchedule",
    "calendar_of",
    "slots_between",
]
