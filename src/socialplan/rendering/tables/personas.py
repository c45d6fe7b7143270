"""Personas, a row each; and their challenges, with the goals that ease them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Column, Share, list_name, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table
    from socialplan.views.personas import Eased, PersonaState, PersonasView

    Says = tuple[Column, Callable[[PersonaState], Cell]]


def tables(page: Page) -> Iterator[Table]:
    """Lay out the cards, then the challenges, if there are any."""
    view: PersonasView = page.view
    name = page.word("personas")
    columns = (*_card(page), *_spoken_to(page))
    yield table_of(name, view.personas, columns, about=list_name(page, name))
    pains = [(one.persona.name, pain) for one in view.personas for pain in one.challenges]
    if pains:
        yield _challenges(page, pains)


def _card(page: Page) -> Iterator[Says]:
    word, comma, semicolon = page.word, page.word("comma"), page.word("semicolon")
    yield _name(page), lambda one: one.persona.name
    yield Column(word("tables.quote"), width=32), lambda one: one.persona.quote
    yield Column(word("tables.age"), width=10), lambda one: one.persona.age
    yield Column(word("tables.gender"), width=8), lambda one: one.persona.gender
    yield Column(word("tables.lives"), width=18), lambda one: one.persona.location
    yield Column(word("persona-job"), width=22), lambda one: one.persona.job
    yield Column(word("persona-education"), width=16), lambda one: one.persona.education
    yield (
        Column(word("persona-interests"), width=22),
        lambda one: comma.join(one.persona.interests),
    )
    yield Column(word("persona-habits"), width=28), lambda one: semicolon.join(one.persona.habits)
    yield Column(word("persona-evidence"), width=28), lambda one: one.persona.evidence


def _spoken_to(page: Page) -> Iterator[Says]:
    """Say what the plan does for a persona."""
    word, comma = page.word, page.word("comma")
    yield Column(word("accounts"), width=20), lambda one: comma.join(one.persona.accounts)
    yield Column(word("pillars"), width=20), lambda one: comma.join(one.pillars)
    yield (
        Column(word("segments"), width=18, is_optional=True),
        lambda one: comma.join(one.segments),
    )
    yield Column(word("tables.posts-to-them"), "number", 10), lambda one: one.posts
    yield (
        Column(word("tables.share"), "number", 9),
        lambda one: None if one.share is None else Share(round(one.share, 4)),
    )
    yield (
        Column(word("tables.next-post"), "date", 15),
        lambda one: one.next_item.at.date() if one.next_item and one.next_item.at else None,
    )
    yield (
        Column(word("tables.missing"), width=24),
        lambda one: comma.join(word(f"personas.part-{key}") for key in one.lacks),
    )


def _challenges(page: Page, pains: list[tuple[str, Eased]]) -> Table:
    word = page.word
    name = word("persona-challenges")
    return table_of(
        name,
        pains,
        (
            (_name(page), lambda pain: pain[0]),
            (Column(word("tables.challenge"), width=44), lambda pain: pain[1].text),
            (
                Column(word("stage"), width=12),
                lambda pain: word(f"stage-{pain[1].stage}") if pain[1].stage else "",
            ),
            (
                Column(word("tables.goals-for-it"), width=50),
                lambda pain: word("semicolon").join(pain[1].goals) or word("personas.not-eased"),
            ),
        ),
        about=list_name(page, name),
        parted_by=0,
    )


def _name(page: Page) -> Column:
    return Column(page.word("tables.persona"), width=20)
