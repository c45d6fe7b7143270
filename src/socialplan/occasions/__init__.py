"""What a day is to the people of a market: festivals, days off, sales, days of mourning."""

from __future__ import annotations

from socialplan.occasions.calendar import (
    named_days,
    occasions_between,
    occasions_on,
    unknown_between,
)
from socialplan.occasions.occasion import Kind, Occasion, Tone, Unknown

__all__ = [
    "Kind",
    "Occasion",
    "Tone",
    "Unknown",
    "named_days",
    "occasions_between",
    "occasions_on",
    "unknown_between",
]
