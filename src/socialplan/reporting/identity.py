"""Findings told apart: services merge what has the same fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from socialplan.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Give each finding a fingerprint of its own: equal ones in a file are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in findings:
        mark = one.fingerprint or f"{one.code}\0{one.message}"
        file = in_repository(one.place.file)
        seen[file, mark] += 1
        yield _digest(file, one.code, mark, str(seen[file, mark]))


def _digest(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:32]
