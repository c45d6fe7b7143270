"""The CSV of readings beside a plan: on which day which number was read.

One line per reading (`date, account, metric, value`), or a column for each metric. Whatever the
bytes are, reading them ends: in numbers, or in words about what cannot be read.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from socialplan import facts
from socialplan.errors import Unreadable
from socialplan.globbing import leaves_folder
from socialplan.plan.goals import Reading
from socialplan.source.decoding import decode
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.source import Source

BYTES = 8_000_000
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
_DAY = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[ T][0-9:.]{1,12})?"
_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,15})?"
_NOTHING = ("", "-", "–", "—", "n/a", "na", "null", "none")
"""What exports write where a platform shows no number; it is not zero."""


class Record(NamedTuple):
    """One number on one day; without an account it is of all of them."""

    day: date
    account: str | None
    metric: str
    value: float


class Trouble(NamedTuple):
    """What cannot be read; `why` is one of the terms `readings-…`, `line` 0 for the whole file."""

    why: str
    line: int = 0
    text: str = ""


@dataclass(frozen=True)
class Readings:
    """What a file of readings says."""

    records: tuple[Record, ...] = ()
    metrics: frozenset[str] = frozenset()
    """Metrics that have a column or a line, be it an empty one."""
    troubles: tuple[Trouble, ...] = ()
    is_read: bool = False
    """Whether there is a file, and a table in it."""

    @cached_property
    def joined_goals(self) -> dict[int, tuple[Goal, Goal]]:
        """Goals with all that is known of them, by their identity: many rules ask for the same."""
        return {}

    def has(self, name: str) -> bool:
        """Say whether the file keeps a metric, or all that it is worked out from."""
        known = facts.metric(name)
        inputs = known.inputs if known else ()
        return name in self.metrics or (bool(inputs) and self.metrics.issuperset(inputs))

    def of(self, name: str, accounts: Sequence[str] = ()) -> list[tuple[date, float]]:
        """List a metric's numbers by day: of one account, of all in one, or of several added up."""
        known = facts.metric(name)
        can_be_added = known is None or known.unit in ("count", "currency")
        found = (
            (day, _total(of, accounts, can_be_added)) for day, of in self._days(name, accounts)
        )
        return [(day, value) for day, value in found if value is not None]

    def of_account(self, name: str, account: str) -> list[tuple[date, float]]:
        """List a metric's numbers by day, from lines that name the account."""
        days = self._days(name, (account,))
        return [(day, numbers[account]) for day, numbers in days if account in numbers]

    def _days(
        self, name: str, accounts: Sequence[str]
    ) -> list[tuple[date, dict[str | None, float]]]:
        known = facts.metric(name)
        days: dict[date, dict[str | None, float]] = defaultdict(dict)
        for (day, account), numbers in self._by_day.items():
            if not accounts or account is None or account in accounts:
                value = numbers.get(name)
                value = known.of(numbers) if value is None and known else value
                if value is not None:
                    days[day][account] = value
        return sorted(days.items())

    @cached_property
    def _by_day(self) -> Mapping[tuple[date, str | None], dict[str, float]]:
        found: dict[tuple[date, str | None], dict[str, float]] = defaultdict(dict)
        for one in self.records:
            found[one.day, one.account][one.metric] = one.value
        return found


def _total(
    values: Mapping[str | None, float], accounts: Sequence[str], can_be_added: bool
) -> float | None:
    """Give the number of all accounts; rates cannot be added, nor numbers of which one is missing.

    What is written without an account is the number of all, where these have none of their own.
    """
    own = {account: value for account, value in values.items() if account is not None}
    is_complete = bool(own) and set(accounts) <= own.keys()
    if None in values and not (accounts and is_complete):
        return values[None]
    if len(own) == 1 and len(accounts) <= 1:
        return next(iter(own.values()))
    return sum(own.values()) if can_be_added and is_complete else None


def recorded(goal: Goal, readings: Readings) -> list[tuple[date, float]]:
    """List a goal's numbers by day; of days on which the plan itself says one, none."""
    found = readings.of(measured(goal), goal.accounts) if readings.records else []
    said = {one.date for one in (goal.baseline, *goal.history) if one is not None}
    return [(day, value) for day, value in found if day not in said]


def joined(goal: Goal, readings: Readings) -> Goal:
    """Give a goal whose history holds what the file says of it, too."""
    if not readings.records:
        return goal
    kept = readings.joined_goals
    if id(goal) not in kept:
        kept[id(goal)] = goal, _joined(goal, readings)  # the goal stays, and so its id is its own
    return kept[id(goal)][1]


def _joined(goal: Goal, readings: Readings) -> Goal:
    more = (Reading.model_construct(date=day, value=v) for day, v in recorded(goal, readings))
    return goal.model_copy(update={"history": (*goal.history, *more)})


def measured(goal: Goal) -> str:
    """The catalogue's id of what a goal measures; else the name of its own metric."""
    name = goal.metric.name if goal.metric else ""
    own = goal.metric is None or goal.metric.custom is not None
    known = None if own else facts.metric(name) or facts.find_metric(name)
    return known.id if known else name


def readings_of(plan: Plan, source: Source) -> Readings:
    """Read the file that a plan names; a plan from standard input has no folder to look in."""
    name = plan.metrics.file if plan.metrics else None
    main = source.files[0].path if source.files else None
    return Readings() if not name or main is None else read_readings(plan, main.parent, name)


def read_readings(plan: Plan, folder: Path, name: str) -> Readings:
    """Read a file below the plan's folder."""
    path = folder / name
    if leaves_folder(name) or not _is_below(path, folder):
        return Readings(troubles=(Trouble("outside"),))
    try:
        data = read_bytes(path, BYTES)
    except Unreadable as error:
        return Readings(troubles=(Trouble(error.reason),))
    if data is None:
        return Readings(troubles=(Trouble("too-large", 0, f"{BYTES // 1_000_000} MB"),))
    decoded = decode(data)
    if decoded.bad is not None:
        return Readings(troubles=(Trouble("not-utf-8", 0, decoded.encoding),))
    return _Table(plan).read(decoded.text)


def _is_below(path: Path, folder: Path) -> bool:
    """Links may lead out of the plan's folder."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except (OSError, ValueError):
        return False


class _Table:
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
        lines = _rows(text)
        try:
            heading = next(lines, None)
            if heading is None:
                return Readings(troubles=(Trouble("empty"),))
            columns = self._columns(heading[1])
            if columns is None:
                return Readings(troubles=(Trouble("no-date-column", heading[0]),))
            for number, cells in lines:
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


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the lines of a table with their numbers; the first one tells what parts its cells."""
    import csv

    first = next((line for line in _lines(text) if line.strip()), "")
    mark = max(",;\t", key=first.count)
    reader = csv.reader(_lines(text), delimiter=mark)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells[:COLUMNS]
    except csv.Error:
        raise _TableError("broken") from None


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


def _is_possible(name: str, value: float) -> bool:
    """Say whether a rate lies between 0 and 1; what grows may do so by more."""
    known = facts.metric(name)
    if known is None or known.unit != "ratio" or known.id.endswith("growth_rate"):
        return True
    return 0 <= value <= 1


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())
