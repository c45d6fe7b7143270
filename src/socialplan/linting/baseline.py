"""Findings that were there before: told apart by what they are about, not by their line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import SocialPlanError
from socialplan.linting.fingerprints import TITLE, of_the_whole_plan
from socialplan.linting.report import Allowed
from socialplan.writing import write_file

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from socialplan.finding import Finding

VERSION = 1
LARGEST = 50_000_000
"""Bytes of a baseline."""


class BadBaseline(SocialPlanError):
    """A baseline that cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__("bad-baseline", path=str(path), reason=reason)


class Entry(NamedTuple):
    """One finding that is accepted for now."""

    rule: str
    fingerprint: str
    path: str
    reason: str
    date: str
    plan: str = ""
    """Where its plan lies, from the baseline's folder; unknown to baselines of old."""


def read(path: Path) -> list[Entry]:
    """Read a baseline; one that does not exist yet is empty."""
    try:
        if not path.exists():
            return []
        if path.stat().st_size > LARGEST:
            raise BadBaseline(path, f"> {LARGEST} bytes")
        written = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadBaseline(path, error.strerror or str(error)) from None
    except (ValueError, RecursionError) as error:
        raise BadBaseline(path, str(error)) from None
    if not isinstance(written, dict) or written.get("version") != VERSION:
        raise BadBaseline(path, f"version {VERSION}")
    try:
        return [_entry(one) for one in written["findings"]]
    except (KeyError, TypeError, AttributeError) as error:
        raise BadBaseline(path, str(error)) from None


def _entry(written: Mapping[str, object]) -> Entry:
    needed = {key: str(written[key]) for key in ("rule", "fingerprint", "path", "reason", "date")}
    if needed["path"] == TITLE:  # older ones hung on the words of the title, too
        needed["fingerprint"] = of_the_whole_plan(needed["rule"])
    return Entry(**needed, plan=str(written.get("plan", "")))


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, in the order of its paths."""
    rows = sorted(entries, key=lambda one: (one.plan, one.path, one.rule, one.fingerprint))
    document = {"version": VERSION, "findings": [one._asdict() for one in rows]}
    write_file(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def entry_of(finding: Finding, plan: str, reason: str, today: date) -> Entry:
    """Accept a finding."""
    day = today.isoformat()
    return Entry(finding.code, finding.fingerprint, finding.named_path, reason, day, plan)


def without(findings: Iterable[Finding], left: Counter[str]) -> list[Finding]:
    """Take out the findings that have an entry; what `left` still counts then is stale."""
    kept = []
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            kept.append(finding)
    return kept


def accepted(
    findings: Sequence[Finding], kept: Sequence[Finding], reasons: Mapping[str, str]
) -> list[Allowed]:
    """List the findings that have an entry, with its reason."""
    if len(findings) == len(kept):
        return []
    shown = set(map(id, kept))
    return [
        Allowed(one, reasons.get(one.fingerprint, ""), by_comment=False)
        for one in findings
        if id(one) not in shown
    ]
