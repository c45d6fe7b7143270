"""What a table is: columns of a kind, and rows of values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from socialplan.rendering.page import Page

Thing = TypeVar("Thing")

Kind = Literal["text", "date", "time", "number", "link", "choice"]
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


class Share(float):
    """A share such as 0.4, which spreadsheets show as 40 %."""


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


def table_of(
    name: str,
    things: Iterable[Thing],
    columns: Iterable[tuple[Column, Callable[[Thing], Cell]]],
    **more: Any,
) -> Table:
    """Make a table of things: beside each column stands what it says of one."""
    said = tuple(columns)
    rows = [tuple(say(thing) for _, say in said) for thing in things]
    return Table(name, tuple(column for column, _ in said), rows, **more)


def list_name(page: Page, name: str) -> tuple[tuple[Column, Cell], ...]:
    """Name a table in its rows, where several with different columns stand in one list."""
    return ((Column(page.word("tables.list"), width=20), name),)
