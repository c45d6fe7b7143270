"""A report plan by plan: what the last run has written of a plan need not be written again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from socialplan.finding import Finding
    from socialplan.linting.report import Report


class Pieces:
    """What is written of each plan, by a mark for all that decides it."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}
        self.lengths: list[tuple[str, int]] = []
        """The marks of what was given, in its order, and how long each piece is."""

    def of(
        self, report: Report, told: object, write: Callable[[list[Finding]], str]
    ) -> Iterator[str]:
        """Write plan after plan in a format that is `told` by its name and what it is written for.

        A piece has to end its line, and to be the same whatever stands before and after it.
        """
        how = f"{told}\0{report.language}"
        for mark, findings in report.by_plan():
            name = mark and hashlib.sha256(f"{how}\0{mark}".encode()).hexdigest()
            known = self.known.get(name) if name else None
            text = write(findings) if known is None else known
            self.lengths.append((name, len(text)))
            yield text
