"""What lint says against words before somebody puts their name to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from socialplan.approving.deciding import Outcome
    from socialplan.finding import Finding
    from socialplan.loading import Loaded

ABOUT_OTHER_THINGS = ("SMT", "AUD", "SCH", "MED", "FLO", "COM", "MEA", "SUP")
"""Families on what an approval leaves open, e.g. times, pictures, people, or settles itself."""


def objections(
    loaded: Loaded, outcomes: Sequence[Outcome], today: date, language: str
) -> Mapping[int, Sequence[Finding]]:
    """Find the errors in what readers see of the posts that are to be approved, by their places."""
    asked = {one.index for one in outcomes if is_to_be_approved(one)}
    if not asked:
        return {}
    from socialplan.linting.remarking import findings_of

    found: dict[int, list[Finding]] = {}
    for one in findings_of(loaded, today, language):
        index = one.path[1] if one.path[:1] == ("posts",) and len(one.path) > 1 else None
        grave = one.severity is Severity.ERROR and one.code[:3] not in ABOUT_OTHER_THINGS
        if isinstance(index, int) and index in asked and grave:
            found.setdefault(index, []).append(one)
    return found


def withheld(outcomes: Sequence[Outcome], found: Mapping[int, Sequence[Finding]]) -> list[Outcome]:
    """Approve nothing that lint objects to, but what a client has approved on a page.

    The page has shown them what lint says.
    """
    return [
        replace(one, entries=(), refused="errors")
        if one.index in found and one.decision.hash is None
        else one
        for one in outcomes
    ]


def is_to_be_approved(one: Outcome) -> bool:
    """Say whether an approval is about to be written."""
    return one.decision.kind == "approve" and not one.refused and bool(one.entries)
