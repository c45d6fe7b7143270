"""Names of what the catalogues know, in the language of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.plan import names
from socialplan.translating import words

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account

_WIDE = "[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"
_FOLDED = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


def account_name(plan: Plan, id: str, language: str) -> str:  # noqa: A002
    """Name an account; of several that bear the same name, say which one is meant."""
    name = names.account_name(plan, id, language)
    account = plan.account(id)
    namesakes = [one for one in plan.accounts if one.name == name]
    if account is None or account.name != name or len(namesakes) < 2:
        return name
    platform = platform_name(account.platform, language)
    sisters = sum(one.platform == account.platform for one in namesakes)
    told = "" if sisters == 1 else account.handle or id
    return " ".join(part for part in ("" if platform in name else platform, name, told) if part)


def metric_named(metric: str | None, language: str) -> str:
    """Name a metric of the catalogue; one that nobody knows keeps its id."""
    known = facts.metric(metric) if metric else None
    if known is None:
        return metric or ""
    return known.names.get(language) or known.names.get("en") or known.id


def platform_name(slug: str | None, language: str) -> str:
    """Name a platform; `other` and unknown ones have no name of ours."""
    pack = facts.platform(slug) if slug else None
    if pack is None:
        return "" if slug in (None, "other") else slug or ""
    return pack.names.get(language) or pack.names["en"]


def place_of(account: Account, language: str) -> str:
    """Name where an account is: its platform, or what the plan calls the place."""
    if account.platform == "other":
        return account.name or words(language)("platforms.other")
    return platform_name(account.platform, language)


def paragraph(text: str | None) -> str:
    """Take out the spaces that YAML leaves where it folds lines of Chinese."""
    return _FOLDED.sub("", text.strip()) if text else ""
