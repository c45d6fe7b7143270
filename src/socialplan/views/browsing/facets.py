"""What a page can be filtered by, without a server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from socialplan.views.audience import personas_of
from socialplan.views.days import ORDER
from socialplan.views.filtering import people_of
from socialplan.views.item import account_name, label, person_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.plan import Plan
    from socialplan.slots import Entry
    from socialplan.views import Asked
    from socialplan.views.item import Item

LETTERS = {
    "account": "a",
    "status": "s",
    "person": "p",
    "persona": "u",
    "pillar": "t",
    "campaign": "c",
}
"""What can be filtered by, and the letter with which its tags begin."""
TONES = 32
"""Eight colours by four kinds of edge; beside each stands the name."""


def tone_of(plan: Plan, account: str) -> int:
    """Give the number of an account's colour, from 1; 0 for one that the plan does not have."""
    place = plan.once(_places).get(account)
    return 0 if place is None else place % TONES + 1


def _places(plan: Plan) -> dict[str, int]:
    return {one.id: place for place, one in enumerate(plan.accounts)}


@dataclass
class Choice:
    """One account, status, person … that posts of the page have."""

    tag: str
    """Short for it on this page: a letter and a number."""
    key: str
    """Its id in the plan; the address keeps it, so that a filter survives an edit."""
    name: str
    tone: int = 0
    """Of an account, the number of its colour."""
    count: int = 0
    is_shown: bool = False
    """Whether something of the page has it, be it only a ritual."""


@dataclass(frozen=True)
class Facet:
    """A kind of thing to filter by, and the choices that there are."""

    kind: str
    choices: tuple[Choice, ...]


@dataclass
class Tagging:
    """Gives tags to what it meets."""

    asked: Asked
    _choices: dict[str, dict[str, Choice]] = field(
        default_factory=lambda: {kind: {} for kind in LETTERS}
    )

    def __post_init__(self) -> None:
        """Know the plan's accounts and the statuses at once: in order, with or without posts."""
        plan = self.asked.plan
        for one in plan.accounts:
            self._choice("account", one.id, account_name(plan, one.id, self.asked.language))
        for status in ORDER:
            self._choice("status", status, "")

    def tags(self, entry: Entry, item: Item) -> str:
        """Write all tags of an entry, parted by spaces."""
        found = [self._count("account", item.account, item.account_name)]
        found.append(self._count("status", item.status, ""))
        plan, one = self.asked.plan, entry.publication
        if one is None:
            pillar = entry.slot.pillar if entry.slot else None
            found.append(self._count("pillar", pillar, item.pillar))
            return " ".join(filter(None, found))
        post = one.post
        for persona in personas_of(plan, one):
            name = label(plan.persona(persona)) or persona
            found.append(self._count("persona", persona, name))
        found.append(self._count("pillar", post.pillar, item.pillar))
        found.append(self._count("campaign", post.campaign, item.campaign))
        found += (self._count("person", id_, person_name(plan, id_)) for id_ in people_of(one))
        return " ".join(filter(None, found))

    def show(self, account: str) -> None:
        """Offer an account that has no post here, only rituals."""
        self._choice("account", account, account).is_shown = True

    def facets(self) -> tuple[Facet, ...]:
        """List what was met, in the order of the plan."""
        plan = self.asked.plan
        orders: dict[str, Iterable[str | None]] = {
            "person": (one.id for one in plan.team),
            "persona": (one.id for one in plan.personas),
            "pillar": (one.id for one in plan.pillars),
            "campaign": (one.id for one in plan.campaigns),
        }
        return tuple(
            Facet(kind, _sorted(choices, list(orders.get(kind, ()))))
            for kind, choices in self._choices.items()
            if any(one.is_shown for one in choices.values())
        )

    def accounts(self) -> dict[str, str]:
        """Give the tags of accounts by their names; of several with one name, all."""
        found: dict[str, str] = {}
        for one in self._choices["account"].values():
            found[one.name] = f"{found[one.name]} {one.tag}" if one.name in found else one.tag
        return found

    def _count(self, kind: str, key: str | None, name: str | None) -> str:
        if not key and kind != "account":
            return ""
        choice = self._choice(kind, key or "", name or "")
        choice.count += 1
        choice.is_shown = True
        return choice.tag

    def _choice(self, kind: str, key: str, name: str) -> Choice:
        choices = self._choices[kind]
        if key not in choices:
            tone = tone_of(self.asked.plan, key) if kind == "account" else 0
            choices[key] = Choice(f"{LETTERS[kind]}{len(choices)}", key, name, tone)
        return choices[key]


def _sorted(choices: dict[str, Choice], order: list[str | None]) -> tuple[Choice, ...]:
    known = {key: place for place, key in enumerate(order)}
    used = [one for one in choices.values() if one.is_shown]
    return tuple(sorted(used, key=lambda one: known.get(one.key, len(known))))
