"""The rule reason-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "SUP103",
    Severity.WARNING,
    message="this comment allows a finding without saying why",
    help="Write the reason after two dashes: `-- the client insists`.",
    source="The linter’s own manners",
    bad="""
        posts:
          # socialplan: ignore[PLN203]  # <-
          - account: lime
    """,
    good="""
        posts:
          # socialplan: ignore[PLN203] -- the account opens in March
          - account: lime
    """,
)
def reason_missing(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """Without a reason nobody can tell later whether the exception still holds."""
    return mistakes("reason-missing")
