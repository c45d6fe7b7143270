"""What people call the parts of a plan, which refer to each other by ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.content import Campaign, Pillar, Segment
    from socialplan.plan.people import Person, Persona


def account_name(plan: Plan, id: str, language: str) -> str:  # noqa: A002
    """Name an account: its own name, else its platform's with what tells it from its sisters."""
    account = plan.account(id)
    if account is None:
        return id
    if account.name:
        return account.name
    pack = facts.platform(account.platform) if account.platform else None
    if pack is None:
        return account.handle or id
    name = pack.names.get(language) or pack.names["en"]
    sisters = [one for one in plan.accounts if one.platform == account.platform]
    return name if len(sisters) == 1 else f"{name} {account.handle or id}"


def person_name(plan: Plan, id: str) -> str:  # noqa: A002
    """Name somebody of the team."""
    return label(plan.person(id)) or id


def label(part: Person | Persona | Pillar | Campaign | Segment | None) -> str | None:
    """Give the name of a part, else its id."""
    return (part.name or part.id) if part is not None else None
