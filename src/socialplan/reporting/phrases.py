"""The few words that reports share: how grave, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Safety
from socialplan.reporting.fitting import wrapped
from socialplan.translating import words

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report


def phrase(report: Report, key: str, **named: object) -> str:
    """Say a phrase of `messages/<language>/lint.yaml`."""
    return words(report.language)(f"lint.{key}", **named)


def total(report: Report) -> str:
    """Say how much was found, how much of it can be mended, and what the baseline holds back."""
    key = "found" if report.findings else "nothing-found"
    found = phrase(report, key, plans=report.plans, **report.counts())
    fixes = [one.fix.safety for one in report.findings if one.fix is not None]
    mended = fixes.count(Safety.SAFE)
    held = len(report.allowed) - report.suppressed
    more = {"fixable": mended, "held": held}
    return found + "".join(phrase(report, key, count=n) for key, n in more.items() if n)


def total_for(report: Report, width: int | None) -> str:
    """Say it in the lines of a terminal."""
    lines = [total(report)] if width is None else wrapped(total(report), width)
    return "\n".join(lines) + "\n"


def gravest_first(report: Report) -> list[Finding]:
    """Order findings by severity, and by place within one."""
    return sorted(report.findings, key=lambda one: -one.severity.rank)
