"""Items that a list goes without, since nobody could read them; the others keep their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Rewrite

if TYPE_CHECKING:
    from socialplan.finding import Change, Fix, PlanPath, Problem


class Gaps:
    """Tells where in the text stands what has another number in the plan."""

    def __init__(self) -> None:
        self._gone: dict[PlanPath, list[int]] = {}
        """The numbers of the items left out of each list, as the text counts them."""

    def __bool__(self) -> bool:
        return bool(self._gone)

    def leave_out(self, item: PlanPath) -> None:
        """Keep in mind that the item at a path of the text is not in the plan."""
        gone = self._gone.setdefault(item[:-1], [])
        gone.append(int(item[-1]))
        gone.sort()

    def written(self, path: PlanPath) -> PlanPath:
        """Give the place in the text of what stands at a path in the plan."""
        if not self._gone:
            return path
        found: PlanPath = ()
        for step in path:
            if isinstance(step, int):
                for gone in self._gone.get(found, ()):
                    step += gone <= step  # noqa: PLW2901 - each gap before it moves it by one
            found = (*found, step)
        return found

    def said(self, told: Problem) -> Problem:
        """Let a rule, which knows only the plan, point at the text."""
        related = tuple(one._replace(path=self.written(one.path)) for one in told.related)
        fix = self._mending(told.fix) if told.fix else None
        return replace(told, path=self.written(told.path), related=related, fix=fix)

    def _mending(self, fix: Fix) -> Fix:
        return fix._replace(changes=tuple(self._changing(one) for one in fix.changes))

    def _changing(self, change: Change) -> Change:
        if isinstance(change, Rewrite):
            return change
        return change._replace(path=self.written(change.path))
