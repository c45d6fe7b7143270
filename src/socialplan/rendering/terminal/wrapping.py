"""Lines broken as Chinese and Japanese break them, which rich does at spaces only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.containers import Lines
from rich.measure import Measurement
from rich.text import Text

from socialplan.rendering.breaking import may_break
from socialplan.rendering.page import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console, ConsoleOptions

    Allowed = Callable[[str, str], bool]

ELLIPSIS = "…"
_MARKS = frozenset(MARKS.values())
NARROWEST = 8
"""Columns that a column of text keeps as long as others can give way."""


def shortened(text: str, most: int) -> str:
    """Cut a text that takes more columns, with an ellipsis in the last one."""
    return text if cell_len(text) <= most else f"{beginning(text, most - 1).rstrip()}{ELLIPSIS}"


def beginning(text: str, most: int) -> str:
    """Give as much of a text as so many columns hold; no accent or emoji is cut in two."""
    used = end = 0
    for cluster, size in _clusters(text):
        used += size
        if used > most:
            break
        end += len(cluster)
    return text[:end]


def between_names(before: str, after: str) -> bool:
    """Say whether a line may end there in a list of names."""
    return before in "、 " and after != " "


def between_marks(before: str, after: str) -> bool:
    """Say whether a line may end there in a list of marks with their words."""
    return before == " " and after in _MARKS


class Prose(Text):
    """Text that may break between any two ideographs, but not before a comma."""

    may_break = staticmethod(may_break)

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        """Break into lines that fit."""
        if how.get("no_wrap") or self.no_wrap:
            return super().wrap(console, width, **how)
        return Lines(self.broken(width))

    def broken(self, width: int, most: int | None = None) -> list[Text]:
        """Break into lines that fit; of more than `most`, the last one ends in an ellipsis."""
        lines: list[Text] = []
        for line in self.split(allow_blank=True):
            for part in line.divide(breaks(line.plain, width, self.may_break)):
                part.rstrip()
                lines.append(part)
        if most is not None and len(lines) > most:
            lines = lines[:most]
            lines[-1].truncate(cell_len(beginning(lines[-1].plain, width - 1)))
            lines[-1].append(ELLIPSIS)
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Say how narrow it may become: any long line can be broken."""
        most = max((cell_len(line) for line in self.plain.splitlines()), default=0)
        return Measurement(min(most, NARROWEST), most)


class Listed(Prose):
    """Names that stay whole."""

    may_break = staticmethod(between_names)


class Counted(Prose):
    """Marks, each with its word and number beside it; what is far apart may part."""

    may_break = staticmethod(between_marks)


def breaks(text: str, width: int, allowed: Allowed = may_break) -> list[int]:
    """Find where a line is broken: before the word or ideograph that no longer fits."""
    if cell_len(text) <= width:
        return []
    found: list[int] = []
    used, start = 0, 0
    for piece, size in _pieces(text, allowed):
        blank = len(piece) - len(piece.rstrip())
        word = size - blank
        if used and used + word > width:
            found.append(start)
            used = 0
        used = used + size if word <= width else blank + _fold(piece, start, width, found)
        start += len(piece)
    return found


def longest_word(text: str) -> int:
    """Count the columns of what takes the most of them and stays together on a line."""
    return max((cell_len(piece.rstrip()) for piece, _ in _pieces(text, may_break)), default=0)


def _fold(piece: str, start: int, width: int, found: list[int]) -> int:
    """Break a word that is longer than a line; say how much of the last line it fills.

    Of a long name the line ends where one of prose may: no comma comes first.
    """
    used = since = 0
    before, better = "", None
    for cluster, size in _clusters(piece.rstrip()):
        if before and may_break(before, cluster[0]):
            better, since = start, 0
        while used and used + size > width:
            found.append(start if better is None else better)
            used, better = 0 if better is None else since, None
        used += size
        since += size
        start += len(cluster)
        before = cluster[-1]
    return used


def _pieces(text: str, allowed: Allowed) -> Iterator[tuple[str, int]]:
    """Cut a line into what stays together: words, single ideographs, each with its marks."""
    piece, size = "", 0
    for cluster, cells in _clusters(text):
        if piece and allowed(piece[-1], cluster[0]):
            yield piece, size
            piece, size = "", 0
        piece += cluster
        size += cells
    if piece:
        yield piece, size


def _joins(cluster: str, char: str) -> bool:
    """Say whether a character that is wide by itself is drawn as part of an emoji before it."""
    if "\U0001f1e6" <= char <= "\U0001f1ff":  # a flag is two letters
        return len(cluster) == 1 and "\U0001f1e6" <= cluster <= "\U0001f1ff"
    return cluster.endswith("\u200d") or "\U0001f3fb" <= char <= "\U0001f3ff"  # tones of skin


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Cut text into what is drawn together: a letter and its accents, a family of emoji."""
    cluster = ""
    for char in text:
        if cluster and not (cell_len(char) == 0 or _joins(cluster, char)):
            yield cluster, cell_len(cluster)
            cluster = ""
        cluster += char
    if cluster:
        yield cluster, cell_len(cluster)
