"""Names of what the catalogues know, in the language of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.plan.names import account_name, platform_name
from socialplan.translating import words

if TYPE_CHECKING:
    from socialplan.plan.accounts import Account

__all__ = ["account_name", "metric_named", "paragraph", "place_of", "platform_name"]

_WIDE = "[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"
_FOLDED = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


def metric_named(metric: str | None, language: str) -> str:
    """Name a metric of the catalogue; one that nobody knows keeps its id."""
    known = facts.metric(metric) if metric else None
    if known is None:
        return metric or ""
    return known.names.get(language) or known.names.get("en") or known.id


def place_of(account: Account, language: str) -> str:
    """Name where an account is: its platform, or what the plan calls the place."""
    if account.platform == "other":
        return account.name or words(language)("platforms.other")
    return platform_name(account.platform, language)


def paragraph(text: str | None) -> str:
    """Take out the spaces that YAML leaves where it folds lines of Chinese."""
    return _FOLDED.sub("", text.strip()) if text else ""
