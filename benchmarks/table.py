"""Comparisons as one table, for a terminal or for Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from benchmarks.measuring import Cost, Program

HEADINGS = ["work", "cost", "beside", "cost", "ratio", "from–to", "goal", ""]
RIGHT = {1, 3, 4, 5}


@dataclass(frozen=True)
class Comparison:
    ours: Program
    theirs: Program
    goal: float
    of: Literal["seconds", "megabytes"] = "seconds"

    @property
    def ratios(self) -> list[float]:
        """Each run beside the other's of the same moment, the lowest first."""
        pairs = zip(self.ours.costs, self.theirs.costs, strict=False)
        return sorted(getattr(our, self.of) / getattr(their, self.of) for our, their in pairs)

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    def row(self) -> list[str]:
        return [
            self.ours.name,
            self.said(self.ours.cost),
            self.theirs.name,
            self.said(self.theirs.cost),
            f"{self.ratio:.2f}",
            f"{self.ratios[0]:.2f}–{self.ratios[-1]:.2f}",
            f"≤ {self.goal:.2f}",
            "reached" if self.ratio <= self.goal else "missed",
        ]

    def said(self, cost: Cost) -> str:
        if self.of == "megabytes":
            return f"{cost.megabytes:.0f} MB"
        return f"{cost.seconds:.2f} s"


def plain(rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in [HEADINGS, *rows]) for i in range(len(HEADINGS))]
    lines = [HEADINGS, ["-" * width for width in widths], *rows]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: list[str], widths: list[int]) -> str:
    cells = (
        cell.rjust(width) if i in RIGHT else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def markdown(rows: list[list[str]]) -> str:
    rule = ["---:" if i in RIGHT else "---" for i in range(len(HEADINGS))]
    return "\n".join(f"| {' | '.join(line)} |" for line in [HEADINGS, rule, *rows])
