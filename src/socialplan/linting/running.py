"""Run the rules over a plan: what each asks for is given to it by the name of its argument."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from socialplan.finding import Mistake, PlanPath, Problem
    from socialplan.loading import Loaded
    from socialplan.plan import Plan
    from socialplan.readings import Readings
    from socialplan.rule import Rule
    from socialplan.slots import Calendar
    from socialplan.source import Source


class Given:
    """What a rule may ask for; each is made once, when the first rule asks.

    `plan` the typed plan · `source` its text · `mistakes` what reading and typing it found ·
    `today` the date of the run · `calendar` slots and what fills them · `readings` the numbers
    of the plan's CSV.
    """

    def __init__(self, loaded: Loaded, today: date) -> None:
        self.plan: Plan = loaded.plan
        self.source: Source = loaded.source
        self.mistakes: Callable[[str], Iterable[Problem]] = _by_rule(loaded.mistakes).__getitem__
        self.today = today

    @cached_property
    def calendar(self) -> Calendar:
        from socialplan.slots import calendar_of

        return calendar_of(self.plan, self.today)

    @cached_property
    def readings(self) -> Readings:
        from socialplan.readings import readings_of

        return readings_of(self.plan, self.source)


class _by_rule(dict[str, list["Problem"]]):  # noqa: N801 - a function to its callers
    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        super().__init__()
        for rule, said in mistakes:
            self.setdefault(rule, []).append(said)

    def __missing__(self, rule: str) -> list[Problem]:
        return []


def run(rules: Sequence[Rule], loaded: Loaded, today: date) -> Iterator[tuple[Rule, Problem]]:
    """Ask every rule, leaving out what only echoes a mistake already found."""
    given = Given(loaded, today)
    holes = loaded.holes
    around = {hole[:-1] for hole in holes}
    unread = not loaded.source.data  # what is missing from a file that cannot be read is no news
    for rule in rules:
        if unread and "mistakes" not in rule.needs:
            continue
        for said in rule.check(*[getattr(given, need) for need in rule.needs]):
            if "mistakes" in rule.needs or not holes:
                yield rule, said
                continue
            told = loaded.gaps.said(said) if loaded.gaps else said
            if not _echoes(told.path, holes, around):
                yield rule, told


def _echoes(path: PlanPath, holes: frozenset[PlanPath], around: set[PlanPath]) -> bool:
    """Say whether a path lies in, or is the parent of, a value that could not be understood."""
    return path in around or any(path[:depth] in holes for depth in range(len(path) + 1))
