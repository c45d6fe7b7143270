"""A baseline in use: which entries findings need, which nothing needs any more."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan.linting import baseline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from socialplan.finding import Finding
    from socialplan.linting.baseline import Entry


class Ran(NamedTuple):
    """What a run can speak of: the rules that looked at each of its plans, and all there are."""

    plans: Mapping[str, Collection[str]]
    rules: Collection[str]

    def speaks_of(self, entry: Entry, plan: str) -> bool:
        """Say whether a finding of that rule would have been found, were it still there."""
        if plan and plan not in self.plans:
            return False
        codes = [self.plans[plan]] if plan else self.plans.values()
        return entry.rule not in self.rules or any(entry.rule in some for some in codes)


class Ledger:
    """The entries of a baseline, and which of them no finding has needed yet.

    An entry is for its own plan; where that is gone, perhaps under another name, it is for any.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries = baseline.read(path)
        self.folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - links stay as they are
        self._there: dict[str, bool] = {}
        self.left = Counter((self.plan_of(one), one.fingerprint) for one in self.entries)
        self.reasons = {one.fingerprint: one.reason for one in self.entries}

    def name_of(self, plan: Path | str) -> str:
        """Name a plan as the baseline does."""
        try:
            return Path(os.path.relpath(plan, self.folder)).as_posix()
        except ValueError:  # on another drive
            return Path(plan).absolute().as_posix()

    def plan_of(self, entry: Entry) -> str:
        """Name the plan that an entry is for; nothing where it may be any."""
        name = entry.plan
        if name and name not in self._there:
            self._there[name] = os.path.exists(self.folder / name)  # noqa: PTH110 - no raising
        return name if name and self._there[name] else ""

    def without(self, findings: Iterable[Finding], plan: Path | str) -> list[Finding]:
        """Take out the findings of a plan that have an entry."""
        name = self.name_of(plan)
        return [one for one in findings if not self._takes(one.fingerprint, name)]

    def _takes(self, fingerprint: str, plan: str) -> bool:
        for key in ((plan, fingerprint), ("", fingerprint)):
            if self.left[key] > 0:
                self.left[key] -= 1
                return True
        return False

    def stale(self, ran: Ran) -> Iterator[Entry]:
        """List the entries that no finding needs any more, as far as the run can tell."""
        left = Counter(self.left)
        for entry in self.entries:
            plan = self.plan_of(entry)
            if left[plan, entry.fingerprint] > 0 and self._judged(entry, ran):
                left[plan, entry.fingerprint] -= 1
                yield entry

    def _judged(self, entry: Entry, ran: Ran) -> bool:
        """Say whether the run can tell that nothing needs an entry any more.

        The plan that is gone may be one of those, under another name, that the run left out.
        """
        plan = self.plan_of(entry)
        if entry.plan and not plan and not self._plans_there() <= ran.plans.keys():
            return False
        return ran.speaks_of(entry, plan)

    def _plans_there(self) -> set[str]:
        return {name for name, there in self._there.items() if there}

    def renewed(self, found: Iterable[Entry], ran: Ran) -> list[Entry]:
        """Put what was found in the place of what the run can speak of; the rest stays.

        What was there before keeps its reason and date.
        """
        known = {(self.plan_of(one), one.fingerprint): one for one in self.entries}
        rest = [one for one in self.entries if not self._judged(one, ran)]
        for one in found:
            mark = one.fingerprint
            was = known.get((one.plan, mark)) or known.get(("", mark)) or one
            rest.append(was._replace(plan=one.plan))
        return rest
