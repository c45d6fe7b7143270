"""One row of a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from socialplan.rendering.tables.table import Tone

STATES: Mapping[str, Tone] = {
    "to-do": "draft",
    "look": "in_review",
    "late": "open",
    "done": "approved",
}
"""What a row can be, each with the colour that it borrows from a status."""


class Task(NamedTuple):
    """Something to be done, and what it is for."""

    what: str
    state: str = "to-do"
    due: date | None = None
    who: str = ""
    detail: str = ""
    post: str = ""
    account: str = ""
    goes_out: datetime | None = None


def state_of(*, done: bool, late: bool = False) -> str:
    """Say how a row stands."""
    return "done" if done else "late" if late else "to-do"
