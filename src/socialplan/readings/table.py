"""The table of readings: which column holds what, and what each cell says."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan import facts
from socialplan.readings.records import Readings, Record, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.plan import Plan

CELLS = 300_000
"""Ten accounts, thirty metrics and a thousand days."""
COLUMNS = 200
TROUBLES = 100
"""After so many nothing more is read: this is no table of readings."""

_HEADINGS = {
    "date": ("date", "day", "日期"),
    "account": ("account", "帳號", "账号", "帐号"),
    "metric": ("metric", "指標", "指标"),
    "value": ("value", "數值", "数值"),
    "note": ("note", "notes", "備註", "备注"),
}
_DAY = r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T][0-9:.]{1,12})?"
_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,15})?"
_NOTHING = ("", "-", "–", "—", "n/a", "na", "null", "none")
"""What exports write where a platform shows no number; it is not zero."""


class Table:
    """A table being read."""

    def __init__(self, plan: Plan) -> None:
        self.accounts = {
            _folded(name): account.id
            for account in reversed(plan.accounts)
            for name in (account.name, account.handle, account.id)
            if name
        }
        own = (goal.metric.custom for goal in plan.goals if goal.metric)
        self.own = {_folded(custom.name): custom.name for custom in own if custom}
        self.known: dict[str, str | None] = {}
        self.records: list[Record] = []
        self.metrics: set[str] = set()
        self.troubles: list[Trouble] = []
        self.cells = 0

    def read(self, text: str) -> Readings:
        mark = _mark(text)
        lines = _rows(text, mark)
        try:
            heading = next(lines, None)
            if heading is None:
                return Readings(troubles=(Trouble("empty"),))
            columns = self._columns(heading[1])
            if columns is None:
                return Readings(troubles=(Trouble("no-date-column", heading[0]),))
            for number, cells in lines:
                can_be_cut = mark == "," and len(cells) > len(heading[1])
                if can_be_cut and (cut := _cut_number(cells)):
                    self.troubles.append(Trouble("cut-number", number, cut))
                else:
                    self._take(number, cells, columns)
                self._stop_in_time(len(cells))
        except _TableError as error:
            self.troubles.append(Trouble(str(error)))
        return Readings(
            tuple(self.records), frozenset(self.metrics), tuple(self.troubles), is_read=True
        )

    def _stop_in_time(self, cells: int) -> None:
        self.cells += cells
        if self.cells > CELLS or len(self.troubles) > TROUBLES:
            raise _TableError("too-long" if self.cells > CELLS else "too-many")

    def _columns(self, cells: Sequence[str]) -> dict[int, str] | None:
        """Tell what each column holds: a heading of ours, or a metric."""
        ours = {_folded(name): key for key, names in _HEADINGS.items() for name in names}
        found = {i: ours.get(_folded(cell), "") for i, cell in enumerate(cells)}
        if "date" not in found.values():
            return None
        if {"metric", "value"} <= set(found.values()):
            return {i: key for i, key in found.items() if key}
        for i, cell in enumerate(cells):
            if not found[i] and cell.strip():
                metric = self._metric(cell)
                if metric is None:
                    self.troubles.append(Trouble("unknown-metric", 1, cell))
                else:
                    found[i] = f"={metric}"
                    self.metrics.add(metric)
        return {i: key for i, key in found.items() if key}

    def _take(self, number: int, cells: Sequence[str], columns: Mapping[int, str]) -> None:
        """Take the readings of a line."""
        line = {key: cells[i].strip() for i, key in columns.items() if i < len(cells)}
        if not any(line.values()):
            return
        day = _day(line.get("date", ""))
        if day is None:
            self.troubles.append(Trouble("bad-date", number, line.get("date", "")))
            return
        account = None
        if name := line.get("account"):
            account = self.accounts.get(_folded(name))
            if account is None:
                self.troubles.append(Trouble("unknown-account", number, name))
                return
        for metric, written in self._numbers(number, line):
            self._keep(number, Record(day, account, metric, 0), written)

    def _numbers(self, number: int, line: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Give what a line says of which metric."""
        if "metric" in line:
            metric = self._metric(line["metric"])
            if metric is None:
                self.troubles.append(Trouble("unknown-metric", number, line["metric"]))
            else:
                self.metrics.add(metric)
                yield metric, line.get("value", "")
            return
        for key, written in line.items():
            if key.startswith("="):
                yield key[1:], written

    def _keep(self, number: int, record: Record, written: str) -> None:
        if _folded(written) in _NOTHING:
            return
        value = _value(written)
        if value is None:
            value = _scaled(written, is_own=facts.metric(record.metric) is None)
        if value is None:
            self.troubles.append(Trouble("bad-number", number, written))
        elif not _is_possible(record.metric, value):
            self.troubles.append(Trouble("not-a-rate", number, written))
        else:
            self.records.append(record._replace(value=value))

    def _metric(self, name: str) -> str | None:
        """The id of a metric by any of its names, or a goal's own metric."""
        folded = _folded(name)
        if folded not in self.known:
            found = facts.find_metric(name)
            self.known[folded] = self.own.get(folded) or (found.id if found else None)
        return self.known[folded]


class _TableError(ValueError):
    """Why no more lines of a file are read."""


def _mark(text: str) -> str:
    """Tell by its first line what parts the cells of a table."""
    first = next((line for line in _lines(text) if line.strip()), "")
    return max(",;\t", key=first.count)


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of a table with their numbers."""
    import csv

    reader = csv.reader(_lines(text), delimiter=mark)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells[:COLUMNS]
    except csv.Error:
        raise _TableError("broken") from None


def _cut_number(cells: Sequence[str]) -> str | None:
    """Find 12,345 in a line of too many cells: without quotes it has become two of them."""
    pairs = (f"{left.strip()},{right.strip()}" for left, right in pairwise(cells))
    return next((pair for pair in pairs if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", pair)), None)


def _lines(text: str) -> Iterable[str]:
    """Cut a text only where files end a line; other line breaks may stand in a cell."""
    return (match[0] for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text))


def _day(written: str) -> date | None:
    match = re.fullmatch(_DAY, normalize("NFKC", written))
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _value(written: str) -> float | None:
    """Read 1200, 1,200, 12% or full-width digits."""
    text = normalize("NFKC", written).strip()
    share = text.endswith("%")
    text = text.removesuffix("%").rstrip()
    if not re.fullmatch(_NUMBER, text):
        return None
    number = float(text.replace(",", ""))
    if share:
        return number / 100
    return int(number) if number == int(number) else number


def _scaled(written: str, *, is_own: bool) -> float | None:
    """Read 1.6 萬, 16.5K or 1.2M, as platforms shorten what they show.

    Of a goal's own metric, 5m and 3w may be minutes and weeks.
    """
    from socialplan.goal_words.numerals import scale_after

    text = normalize("NFKC", written).casefold().strip()
    digits = re.match(_NUMBER, text)
    scale = scale_after(text, digits.end()) if digits else None
    if digits is None or scale is None or scale.end < len(text):
        return None
    if is_own and text[-1] in "mw":
        return None
    value = round(float(digits[0].replace(",", "")) * scale.meaning, 4)
    return int(value) if value == int(value) else value


def _is_possible(name: str, value: float) -> bool:
    """Say whether a rate lies between 0 and 1; what grows may do so by more."""
    known = facts.metric(name)
    if known is None or known.unit != "ratio" or known.id.endswith("growth_rate"):
        return True
    return 0 <= value <= 1


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())
