"""How often each rule was found, instead of what was found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from socialplan.errors import SocialPlanError
from socialplan.finding import Safety
from socialplan.reporting.json import written

if TYPE_CHECKING:
    from socialplan.linting.report import Report

_FOR_PEOPLE = ("full", "grouped", "concise")
FORMATS = (*_FOR_PEOPLE, "json", "jsonl")


def refuse_unfit(form: str) -> None:
    """Refuse a format that has no place for numbers."""
    if form not in FORMATS:
        raise SocialPlanError("no-statistics", format=form, known=FORMATS)


def write(report: Report, form: str) -> str:
    """Write the numbers, the greatest first; in words where a format has no place for them."""
    rows = counted(report)
    if form == "json":
        return written(rows)
    if form == "jsonl":
        return "".join(written(one, None) for one in rows)
    width = max((len(str(one["count"])) for one in rows), default=1)
    return "".join(f"{one['count']:>{width}}  {one['code']}  {one['name']}\n" for one in rows)


def counted(report: Report) -> list[dict[str, Any]]:
    """Count findings by rule, and those of them that `--fix` mends."""
    counts = Counter((one.code, one.name) for one in report.findings)
    return [
        {
            "code": code,
            "name": name,
            "severity": str(max((one.severity for one in found), key=lambda level: level.rank)),
            "count": count,
            "fixable": sum(one.fix is not None and one.fix.safety == Safety.SAFE for one in found),
        }
        for (code, name), count in counts.most_common()
        for found in [[one for one in report.findings if one.code == code]]
    ]
