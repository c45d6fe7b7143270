"""Which fields name something defined elsewhere, and where those names are defined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from socialplan.plan.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import core_schema

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

Kind = Literal[
    "account",
    "campaign",
    "challenge",
    "format",
    "goal",
    "hashtag_set",
    "library",
    "market",
    "metric",
    "persona",
    "person",
    "pillar",
    "platform",
    "post",
    "segment",
    "subscription",
    "task",
    "tier",
]
"""What can be named. Market, platform, format, tier, subscription and metric are known outside
the plan; the rest is defined in it."""


@dataclass(frozen=True, slots=True, eq=False)
class RefersTo:
    """Marks a field whose text is the name of something else."""

    kind: Kind

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        from socialplan.plan.pointing import shape_of

        return shape_of(self.kind)


AccountRef = Annotated[str, RefersTo("account")]
CampaignRef = Annotated[str, RefersTo("campaign")]
ChallengeRef = Annotated[str, RefersTo("challenge")]
FormatRef = Annotated[str, RefersTo("format")]
GoalRef = Annotated[str, RefersTo("goal")]
HashtagSetRef = Annotated[str, RefersTo("hashtag_set")]
MarketRef = Annotated[str, RefersTo("market")]
MetricRef = Annotated[str, RefersTo("metric")]
PersonRef = Annotated[str, RefersTo("person")]
PersonaRef = Annotated[str, RefersTo("persona")]
PillarRef = Annotated[str, RefersTo("pillar")]
PlatformRef = Annotated[str, RefersTo("platform")]
SegmentRef = Annotated[str, RefersTo("segment")]
SubscriptionRef = Annotated[str, RefersTo("subscription")]
TierRef = Annotated[str, RefersTo("tier")]


class Reference(NamedTuple):
    """A place that names something; `on_key` where the name is a key, as in `variants`."""

    kind: Kind
    id: str
    path: PlanPath
    on_key: bool = False


_new = tuple.__new__  # a third faster than the named tuple's own, and this is called most of all


class Definition(NamedTuple):
    """A place that gives something its name."""

    kind: Kind
    id: str
    path: PlanPath
    on_key: bool = False


Shape = Literal["one", "list", "map"]


class _Tracks(NamedTuple):
    """How the fields of one kind of part lead to references: attribute, key as written, …"""

    names: tuple[tuple[str, str, Kind], ...]
    """… and what the one text refers to."""
    several: tuple[tuple[str, str, Kind | None, Shape, type[Part] | None], ...]
    """… and what texts, keys or parts are in it."""


def _kind_in(metadata: Iterable[object]) -> Kind | None:
    return next((mark.kind for mark in metadata if isinstance(mark, RefersTo)), None)


def _read(annotation: object) -> tuple[Kind | None, Shape, type[Part] | None]:
    """Take an annotation apart down to the name or the part that it holds."""
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin is Annotated:
        kind = _kind_in(arguments[1:])
        inner = _read(arguments[0])
        return (kind, inner[1], None) if kind else inner
    if origin in (Union, UnionType):
        return _read(next(part for part in arguments if part is not type(None)))
    if origin is tuple:
        kind, _, part = _read(arguments[0])
        return kind, "list", part
    if origin is dict:
        kind = _read(arguments[0])[0]
        return kind, "map", _read(arguments[1])[2]
    is_part = isinstance(annotation, type) and issubclass(annotation, Part)
    return None, "one", annotation if is_part else None  # type: ignore[return-value]


@cache
def _tracks(model: type[Part]) -> _Tracks:
    names, several = [], []
    for attribute, field in model.model_fields.items():
        kind, shape, part = _read(field.annotation)
        kind = kind or _kind_in(field.metadata)
        key = field.alias or attribute
        if kind and shape == "one":
            names.append((attribute, key, kind))
        elif kind or (part is not None and any(_tracks(part))):
            several.append((attribute, key, kind, shape, part))
    return _Tracks(tuple(names), tuple(several))


def _collect(part: Part, path: PlanPath, found: list[Reference]) -> None:
    """Add the references in a part; one list for all, as a year of posts holds ten thousands."""
    names, several = _tracks(part.__class__)
    values = part.__dict__
    for attribute, key, kind in names:
        if name := values.get(attribute):
            found.append(_new(Reference, (kind, name, (*path, key), False)))
    for attribute, key, named, shape, holds in several:
        if value := values.get(attribute):
            if shape == "one":
                _collect(value, (*path, key), found)
            else:
                _collect_inside(value, (*path, key), named, holds, found)


def _collect_inside(
    items: Any, path: PlanPath, kind: Kind | None, holds: type[Part] | None, found: list[Reference]
) -> None:
    """Add the references in a list or in a mapping, whose keys may be names themselves."""
    on_key = isinstance(items, dict)
    for key, item in items.items() if on_key else enumerate(items):
        place = (*path, key)
        if kind is not None:
            found.append(Reference(kind, str(key) if on_key else item, place, on_key))
        if holds is not None and (tracked := _tracks(holds)) and any(tracked):
            _collect(item, place, found)


def references(plan: Plan) -> Iterator[Reference]:
    """Every place of the plan that names something."""
    return iter(plan.once(_references))


def _references(plan: Plan) -> list[Reference]:
    found: list[Reference] = []
    _collect(plan, (), found)
    return found


DEFINING: Mapping[str, Kind] = {
    "team": "person",
    "personas": "persona",
    "accounts": "account",
    "goals": "goal",
    "pillars": "pillar",
    "campaigns": "campaign",
    "segments": "segment",
    "library": "library",
    "posts": "post",
}


_SECTIONS: Mapping[Kind, str] = {
    **{kind: section for section, kind in DEFINING.items()},
    "challenge": "personas",
    "hashtag_set": "hashtag_sets",
    "task": "community",
}


def section_of(kind: Kind) -> str:
    """The section of a plan in which such names are defined."""
    return _SECTIONS[kind]


def definitions(plan: Plan) -> Iterator[Definition]:
    """Every place of the plan that gives something a name, in the order of the sections."""
    return iter(plan.once(_definitions))


def _definitions(plan: Plan) -> list[Definition]:
    return list(_define(plan))


def _define(plan: Plan) -> Iterator[Definition]:
    for section, kind in DEFINING.items():
        for i, item in enumerate(getattr(plan, section)):
            if item.id is not None:
                yield Definition(kind, item.id, (section, i, "id"))
    yield from _challenges(plan)
    for name in plan.hashtag_sets:
        yield Definition("hashtag_set", name, ("hashtag_sets", name), on_key=True)
    for i, stage in enumerate(plan.community.stages if plan.community else ()):
        for j, task in enumerate(stage.tasks):
            if task.id is not None:
                yield Definition("task", task.id, ("community", "stages", i, "tasks", j, "id"))


def _challenges(plan: Plan) -> Iterator[Definition]:
    """A challenge answers to its id and to its own words."""
    for i, persona in enumerate(plan.personas):
        for j, challenge in enumerate(persona.challenges):
            for key in ("id", "text"):
                name = getattr(challenge, key)
                if name:
                    yield Definition("challenge", name, ("personas", i, "challenges", j, key))
