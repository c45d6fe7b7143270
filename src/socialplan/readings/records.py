"""What was read: numbers by day, account and metric, and what could not be read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from socialplan import facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from socialplan.plan.goals import Goal


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
