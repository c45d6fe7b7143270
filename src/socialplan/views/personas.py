"""Personas: whom the plan is for, and what it does for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.slots import Entry
from socialplan.views.audience import personas_of
from socialplan.views.charts import NOT_MEANT
from socialplan.views.document.define import PersonaCard, persona_card
from socialplan.views.item import Item, item_of, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from socialplan.plan.goals import Goal
    from socialplan.plan.people import Challenge, Persona
    from socialplan.views import Asked


@dataclass(frozen=True)
class Eased:
    """A pain, and the goals that ease it."""

    text: str
    stage: str
    goals: tuple[str, ...]


@dataclass(frozen=True)
class PersonaState:
    """A persona, and what speaks to them."""

    id: str
    persona: PersonaCard
    challenges: tuple[Eased, ...]
    other_goals: tuple[str, ...]
    """Goals for this persona that name none of these challenges."""
    pillars: tuple[str, ...]
    segments: tuple[str, ...]
    posts: int
    """Posts of the page's days and ideas that speak to them."""
    share: float | None
    """Of the posts that speak to a persona; None where none does."""
    next_item: Item | None
    """The next post to them from today on."""
    lacks: tuple[str, ...]
    """What the card does not say yet, by keys."""


@dataclass(frozen=True)
class PersonasView:
    """Personas in the order of the plan."""

    title: str
    first: date
    last: date
    personas: tuple[PersonaState, ...]
    posts: int
    """Posts of these days, and ideas."""
    to_nobody: int
    """Of these, posts for which nothing says a persona or a segment."""
    nothing: str
    """Why there is no persona: bare or filtered; empty if there is one."""


def personas(asked: Asked) -> PersonasView:
    """Lay out the personas; a filter narrows them, and the posts that are counted."""
    plan, wanted = asked.plan, asked.filter.persona
    entries = list(_posts(asked))
    told: dict[int, set[str]] = {}
    for entry in entries:
        if one := entry.publication:
            told.setdefault(one.post_index, set()).update(personas_of(plan, one))
    chosen = [
        one for one in plan.personas if (not wanted or one.id in wanted) and _is_on(asked, one)
    ]
    return PersonasView(
        title=plan.title,
        first=asked.window.first,
        last=asked.window.last,
        personas=tuple(_state(asked, one, told, entries) for one in chosen),
        posts=len(told),
        to_nobody=sum(not (said or plan.posts[index].segment) for index, said in told.items()),
        nothing="" if chosen else "filtered" if plan.personas else "bare",
    )


def _posts(asked: Asked) -> Iterator[Entry]:
    """Go through the posts that are meant: those of the window, then ideas."""
    ideas = (
        Entry(None, one.account_id or "", None, one)
        for one in publications(asked.plan)
        if one.at is None
    )
    found = [*asked.calendar.between(*asked.window), *ideas]
    for entry in asked.filter.keep(asked.plan, found):
        if entry.publication is not None and entry.publication.status not in NOT_MEANT:
            yield entry


def _is_on(asked: Asked, persona: Persona) -> bool:
    """Say whether one of the accounts asked for speaks to a persona."""
    accounts = (one for one in asked.plan.accounts if one.id in asked.filter.account)
    return not asked.filter.account or any(persona.id in one.personas for one in accounts)


def _state(
    asked: Asked, one: Persona, told: Mapping[int, set[str]], entries: Iterable[Entry]
) -> PersonaState:
    plan, id_ = asked.plan, one.id
    goals = [goal for goal in plan.goals if id_ and goal.persona == id_]
    named = sum(bool(said) for said in told.values())
    posts = sum(id_ in said for said in told.values())
    texts = {text for it in one.challenges for text in (it.id, it.text) if text}
    return PersonaState(
        id=id_ or "",
        persona=persona_card(asked, one),
        challenges=tuple(
            Eased(
                it.text, it.stage or "", tuple(_called(goal) for goal in goals if _eases(goal, it))
            )
            for it in one.challenges
        ),
        other_goals=tuple(_called(goal) for goal in goals if goal.challenge not in texts),
        pillars=tuple(label(it) or "" for it in plan.pillars if id_ and id_ in it.personas),
        segments=tuple(label(it) or "" for it in plan.segments if id_ and id_ in it.personas),
        posts=posts,
        share=posts / named if named else None,
        next_item=_next(asked, one, entries),
        lacks=tuple(_lacks(asked, one)),
    )


def _eases(goal: Goal, challenge: Challenge) -> bool:
    return goal.challenge is not None and goal.challenge in (challenge.id, challenge.text)


def _called(goal: Goal) -> str:
    return goal.statement or goal.id or ""


def _next(asked: Asked, one: Persona, entries: Iterable[Entry]) -> Item | None:
    for entry in entries:
        said = entry.publication
        if said is None or said.at is None or said.at.date() < asked.today:
            continue
        if one.id in personas_of(asked.plan, said):
            return item_of(asked.plan, entry, asked.language)
    return None


def _lacks(asked: Asked, one: Persona) -> Iterator[str]:
    parts = {
        "age": one.age,
        "job": one.job,
        "location": one.location,
        "interests": one.interests,
        "challenges": one.challenges,
        "habits": one.habits,
        "quote": one.quote,
        "evidence": one.evidence,
        "accounts": any(one.id in account.personas for account in asked.plan.accounts),
    }
    return (key for key, there in parts.items() if not there)
