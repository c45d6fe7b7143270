"""The rule expired-suppression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Safety, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP104",
    Severity.WARNING,
    message="this comment allowed a finding until {until}",
    help="Repair what it allowed, or write a later date.",
    source="The linter’s own manners",
    fix=Safety.UNSAFE,
    bad="""
        posts:
          # socialplan: ignore[PLN203] until=2026-10-01 -- the account opens in October  # <-
          - account: lime
    """,
    good="""
        posts:
          - account: lime
    """,
)
def expired_suppression(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """An exception with an end is a promise to look again."""
    return mistakes("expired-suppression")
