"""Which view makes sense in which format, and why the others do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.rendering import FORMATS
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

WHY_NOT: Mapping[tuple[str, str], str] = {
    ("board", "ics"): "dates-elsewhere",
    ("sheet", "ics"): "dates-elsewhere",
    ("personas", "ics"): "no-dates",
    ("platforms", "ics"): "no-dates",
    ("brief", "ics"): "dates-elsewhere",
    ("brief", "csv"): "rows-elsewhere",
    ("brief", "xlsx"): "rows-elsewhere",
    ("plan", "ics"): "dates-elsewhere",
    ("plan", "csv"): "rows-elsewhere",
    ("plan", "xlsx"): "rows-elsewhere",
}
"""The pairs that do not suit, each with its reason: a key of `messages/<language>/terms.yaml`
after `why-not-`."""


def formats_of(view: str) -> list[str]:
    """List the formats that suit a view."""
    return [form for form in FORMATS if (view, form) not in WHY_NOT]


def check(view: str, form: str) -> None:
    """Refuse a pair that does not suit, with the reason and what to ask for instead."""
    reason = WHY_NOT.get((view, form))
    if reason is not None:
        raise SocialPlanError(
            "format-does-not-suit",
            view=view,
            format=form,
            why=Term(f"why-not-{reason}"),
            formats=formats_of(view),
        )
