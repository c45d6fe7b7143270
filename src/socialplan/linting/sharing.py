"""The rules of a large plan are shared with a copy of this process, on another processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.copying import copy_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from socialplan.finding import Finding
    from socialplan.loading import Loaded
    from socialplan.rule import Rule

    Say = Callable[[Sequence[Rule]], list[Finding]]

LEAST = 1_000
"""Posts of a plan below which a copy costs more than it saves."""
FAR = frozenset({"PLN", "SMT", "AUD", "MED", "FLO", "WRD", "PRO"})
"""Families that take half of the time, and look at little that the others look at."""


def say_all(rules: Sequence[Rule], loaded: Loaded, say: Say) -> list[Finding]:
    """Say what all rules find, as `say` does; the order is that of the rules."""
    far = [rule for rule in rules if rule.family in FAR and "calendar" not in rule.needs]
    if len(loaded.plan.posts) < LEAST or not far or len(far) == len(rules):
        return say(rules)
    copy = copy_for(lambda: _packed(say(far)))
    if copy is None:
        return say(rules)
    theirs = {rule.code for rule in far}
    try:
        near = say([rule for rule in rules if rule.code not in theirs])
        sent = copy.result()
    finally:
        copy.end()
    found = near + (_unpacked(sent) if sent else say(far))
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    return sorted(found, key=lambda one: numbers[one.code])


def _packed(findings: list[Finding]) -> bytes:
    from pickle import dumps

    return dumps(findings)


def _unpacked(sent: bytes) -> list[Finding]:
    from pickle import loads

    return loads(sent)  # type: ignore[no-any-return] # noqa: S301 - our own copy's words
