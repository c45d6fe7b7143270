"""What a table is: columns of a kind, and rows of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["text", "date", "time", "number", "share", "link", "choice"]
Tone = Literal[
    "idea",
    "draft",
    "in_review",
    "approved",
    "scheduled",
    "published",
    "on_hold",
    "cancelled",
    "open",
]
"""What a colour means: the statuses; other words borrow theirs."""


class Jump(NamedTuple):
    """Words that lead to another table of the page, by its number, where a format has links."""

    text: str
    table: int


Cell = str | date | time | float | Jump | None


class Choice(NamedTuple):
    """One word of those that a cell may hold."""

    word: str
    tone: Tone


@dataclass(frozen=True)
class Column:
    """A column: what stands in it, and how wide it grows at most, in characters of Latin."""

    heading: str
    kind: Kind = "text"
    width: int = 16
    choices: tuple[Choice, ...] = ()
    is_optional: bool = False
    """Whether it can be left out where no row has anything in it."""
    is_on_paper: bool = True
    """Whether it is printed; what stands at the right may be for the screen alone."""


@dataclass(frozen=True)
class Table:
    """Rows under columns; texts are as people typed them."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    about: tuple[tuple[Column, Cell], ...] = field(default=())
    """What holds for every row: columns where all tables stand in one list."""
    is_overview: bool = False
    """Whether the others say all that it says."""
    frozen: int = 1
    """Columns that stay when one scrolls."""
    parted_by: int | None = None
    """The column in which a new value begins a new part."""
