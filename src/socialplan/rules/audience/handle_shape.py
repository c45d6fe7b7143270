"""The rule handle-shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

LONGEST = 254
"""Characters of an e-mail address, the longest name of all; patterns take too long on more."""


@rule(
    "AUD116",
    Severity.ERROR,
    message="“{handle}” is no name that “{platform}” gives an account; they look like “{example}”",
    help="Copy the handle from the account's own page.",
    source="The platform packs",
    bad="""
        accounts:
          - id: ig
            platform: instagram
            handle: "@little bear"  # <-
    """,
    good="""
        accounts:
          - id: ig
            platform: instagram
            handle: "@littlebear"
    """,
)
def handle_shape(plan: Plan) -> Iterator[Problem]:
    """A handle with a slip in it sends readers to a stranger, or nowhere."""
    for i, account in enumerate(plan.accounts):
        pack = platform(account.platform) if account.platform and account.handle else None
        shape = pack.handle if pack else None
        if pack is None or shape is None or _fits(account.handle or "", shape.pattern):
            continue
        if "CN" in pack.regions and _is_shown_name(account.handle or "", shape.example):
            continue
        yield Problem(
            ("accounts", i, "handle"),
            {
                "handle": account.handle,
                "platform": account.platform,
                "example": shape.example,
            },
            confidence=shape.confidence,
            source=shape.source,
        )


def _is_shown_name(handle: str, example: str) -> bool:
    """Say so of Chinese where an id is Latin: in the mainland people know accounts by name."""
    return example.isascii() and not handle.isascii()


def _fits(handle: str, pattern: str) -> bool:
    return len(handle) <= LONGEST and re.fullmatch(pattern, handle) is not None
