"""What people call the parts of a plan, which refer to each other by ids."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from socialplan import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.content import Campaign, Pillar, Segment
    from socialplan.plan.people import Person, Persona


def account_name(plan: Plan, id: str, language: str) -> str:  # noqa: A002
    """Name an account: its own name, else its platform's, with what tells it from its sisters."""
    account = plan.account(id)
    if account is None:
        return id
    if account.name:
        return _told_apart(plan, account, language)
    name = platform_name(account.platform, language)
    if not name or facts.platform(account.platform or "") is None:
        return account.handle or id
    return name if _alone(account, plan.accounts) else f"{name} {account.handle or id}"


def platform_name(slug: str | None, language: str) -> str:
    """Name a platform; `other` and unknown ones have no name of ours."""
    pack = facts.platform(slug) if slug else None
    if pack is None:
        return "" if slug in (None, "other") else slug or ""
    return pack.names.get(language) or pack.names["en"]


def person_name(plan: Plan, id: str) -> str:  # noqa: A002
    """Name somebody of the team."""
    return label(plan.person(id)) or id


def label(part: Person | Persona | Pillar | Campaign | Segment | None) -> str | None:
    """Give the name of a part, else its id."""
    return (part.name or part.id) if part is not None else None


def _told_apart(plan: Plan, account: Account, language: str) -> str:
    """Give an account's own name; where others bear it too, say which one is meant."""
    name = account.name or ""
    namesakes = plan.once(_by_name)[name]
    if len(namesakes) < 2:
        return name
    platform = platform_name(account.platform, language)
    told = "" if _alone(account, namesakes) else account.handle or account.id
    return " ".join(part for part in ("" if platform in name else platform, name, told) if part)


def _by_name(plan: Plan) -> Mapping[str, list[Account]]:
    named: dict[str, list[Account]] = {}
    for one in plan.accounts:
        named.setdefault(one.name or "", []).append(one)
    return named


def _alone(account: Account, among: Iterable[Account]) -> bool:
    """Say whether no other account is on the same platform."""
    there = (one for one in among if one.platform == account.platform)
    return len(list(islice(there, 2))) == 1
