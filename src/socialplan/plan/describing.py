"""What an editor says of a key, a kind of value or a word of ours, in the reader's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

from socialplan import facts
from socialplan.plan import Plan
from socialplan.plan.part import Part
from socialplan.translating import topic_messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TOPIC = "plan"

_WORDS = {
    "Heading.kind": "views.kind",
    "Account.purpose": "views.purpose",
    "Account.stage": "views.stage",
    "Account.touchpoint": "views.touchpoint",
    "Asset.kind": "preview.kind",
    "Asset.source": "views.asset",
    "Challenge.stage": "views.stage",
    "CommunityStage.stage": "views.stage",
    "FunnelStep.rate": "views.rate",
    "FunnelStep.step": "views.funnel",
    "Goal.touchpoint": "views.touchpoint",
    "Interaction.kind": "preview.interaction",
    "Metrics.maturity": "views.maturity",
    "Person.roles": "views.role",
    "Post.disclosure": "views.disclosure",
    "Post.interaction": "preview.interaction",
    "Post.status": "views.status",
    "Ritual.kind": "views.ritual",
    "Script.kind": "views.script",
    "Segment.relationship": "views.relationship",
    "Variant.status": "views.status",
    "Workflow.approval": "views.approval",
}
"""Where the words stand with which pages show the values of a key."""
_NAMED = {"Market": facts.market, "Metric": facts.metric, "Platform": facts.platform}
"""Whose names are facts."""


def told(name: str, english: str, language: str) -> str:
    """Describe a part, a kind of value or an `Account.owner`; English stands in the code."""
    said = topic_messages(language, TOPIC)
    return str(next((said[key] for key in _keys(name) if key in said), english))


def named(name: str, values: Iterable[object], language: str) -> list[str]:
    """What people call each value that a key, or a kind of value, may have; empty if no page does.

    `Account.purpose` has words on pages, a `Platform` has a name.
    """
    if name in _NAMED:
        return [_name(name, str(value), language) for value in values]
    topic, _, start = next((_WORDS[key] for key in _keys(name) if key in _WORDS), "").partition(".")
    said = topic_messages(language, topic) if topic else {}
    return [str(said[f"{start}-{value}"]) for value in values] if said else []


def _name(kind: str, value: str, language: str) -> str:
    known = _NAMED[kind](value)
    if known is None:
        return told(f"{kind}.{value}", "Any other place.", language)
    return known.names.get(language) or known.names["en"]


def _keys(name: str) -> list[str]:
    """Where the words are kept: a key that parts share stands once, under the part it is from."""
    part, dot, key = name.partition(".")
    made = parts().get(part)
    if made is None or not dot:
        return [name]
    return [f"{one.__name__}.{key}" for one in made.__mro__ if issubclass(one, Part)]


@cache
def parts() -> Mapping[str, type[Part]]:
    """Every part of the language by its name, the plan first."""
    found: dict[str, type[Part]] = {}
    _collect(Plan, found)
    return found


def _collect(annotation: object, found: dict[str, type[Part]]) -> None:
    if not (isinstance(annotation, type) and issubclass(annotation, Part)):
        for argument in get_args(annotation):
            _collect(argument, found)
    elif annotation.__name__ not in found:
        found[annotation.__name__] = annotation
        for field in annotation.model_fields.values():
            _collect(field.annotation, found)
