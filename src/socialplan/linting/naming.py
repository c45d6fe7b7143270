"""Messages call accounts, people, platforms and the like by their names, not by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.plan.names import account_name, label, person_name
from socialplan.translating import Phrase, topic_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from socialplan.plan import Plan

    Naming = Callable[[Plan, str, str], object]


def named(words: Mapping[str, object], plan: Plan, language: str) -> Mapping[str, object]:
    """Put names for the ids among a message's words; what nobody knows stays as it is written."""
    if _NAMINGS.keys().isdisjoint(words) and Phrase not in map(type, words.values()):
        return words
    return {word: _told(word, value, plan, language) for word, value in words.items()}


def _told(word: str, value: object, plan: Plan, language: str) -> object:
    if isinstance(value, Phrase):
        return Phrase(value.key, named(value.named, plan, language))
    return _named(value, _NAMINGS[word], plan, language) if word in _NAMINGS else value


def _named(value: object, name: Naming, plan: Plan, language: str) -> object:
    if isinstance(value, list | tuple):
        return [_named(one, name, plan, language) for one in value]
    # A term is a word of ours already, and a mapping a name in several languages.
    return name(plan, value, language) if value.__class__ is str else value


def _platform(plan: Plan, slug: str, language: str) -> object:  # noqa: ARG001
    known = facts.platform(slug)
    return known.names if known else slug


def _market(plan: Plan, code: str, language: str) -> object:  # noqa: ARG001
    known = facts.market(code)
    return known.names if known else code


def _metric(plan: Plan, id: str, language: str) -> object:  # noqa: A002, ARG001
    known = facts.metric(id)
    return known.names if known else id


def _person(plan: Plan, id: str, language: str) -> object:  # noqa: A002, ARG001
    return person_name(plan, id)


def _persona(plan: Plan, id: str, language: str) -> object:  # noqa: A002, ARG001
    return label(plan.persona(id)) or id


def _word(kind: str) -> Naming:
    """Name one of a fixed set as pages do, e.g. the status `in_review`."""
    return lambda _, key, language: topic_messages(language, "views").get(f"{kind}-{key}", key)


_NAMINGS: Mapping[str, Naming] = {
    "account": account_name,
    "format": _word("format"),
    "group": account_name,
    "market": _market,
    "metric": _metric,
    "other_account": account_name,
    "other_metric": _metric,
    "other_stage": _word("stage"),
    "person": _person,
    "persona": _persona,
    "platform": _platform,
    "platforms": _platform,
    "purpose": _word("purpose"),
    "rate": _metric,
    "stage": _word("stage"),
    "status": _word("status"),
    "subject": account_name,  # or a goal's statement, which no account has for an id
}
"""What stands under the usual words of messages, and who knows its name."""
