"""Which fields name something defined elsewhere, and where those names are defined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from socialplan.plan.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    "market",
    "metric",
    "persona",
    "person",
    "pillar",
    "platform",
    "segment",
    "subscription",
    "task",
    "tier",
]
"""What can be named. Market, platform, format, tier, subscription and metric are known outside
the plan; the rest is defined in it."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose text is the name of something else."""

    kind: Kind

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        shape = handler(schema)
        if self.kind == "platform":
            from socialplan.facts import PLATFORMS

            shape["enum"] = [*PLATFORMS, "other"]
        return shape


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


class Definition(NamedTuple):
    """A place that gives something its name."""

    kind: Kind
    id: str
    path: PlanPath
    on_key: bool = False


class _Track(NamedTuple):
    """How one field leads to references: is it a name, names, keys, or parts that hold some."""

    attribute: str
    key: str
    kind: Kind | None
    shape: Literal["one", "list", "map"]
    part: type[Part] | None


def _kind_in(metadata: tuple[object, ...]) -> Kind | None:
    return next((mark.kind for mark in metadata if isinstance(mark, RefersTo)), None)


def _read(
    annotation: object,
) -> tuple[Kind | None, Literal["one", "list", "map"], type[Part] | None]:
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
def _tracks(model: type[Part]) -> tuple[_Track, ...]:
    found = []
    for name, field in model.model_fields.items():
        kind, shape, part = _read(field.annotation)
        kind = kind or _kind_in(tuple(field.metadata))
        if part is not None and not _tracks(part):
            part = None
        if kind or part:
            found.append(_Track(name, field.alias or name, kind, shape, part))
    return tuple(found)


def _inside(part: Part, path: PlanPath) -> Iterator[Reference]:
    values = part.__dict__
    for attribute, key, kind, shape, holds in _tracks(part.__class__):
        value = values.get(attribute)
        if not value:
            continue
        if shape == "one":
            if kind is not None:
                yield Reference(kind, value, (*path, key))
            else:
                yield from _inside(value, (*path, key))
        elif shape == "list":
            yield from _in_list(value, (*path, key), kind, holds)
        else:
            yield from _in_map(value, (*path, key), kind, holds)


def _in_list(
    items: tuple[Any, ...], path: PlanPath, kind: Kind | None, holds: type[Part] | None
) -> Iterator[Reference]:
    for i, item in enumerate(items):
        if kind is not None:
            yield Reference(kind, item, (*path, i))
        elif holds is not None:
            yield from _inside(item, (*path, i))


def _in_map(
    items: Mapping[str, Any], path: PlanPath, kind: Kind | None, holds: type[Part] | None
) -> Iterator[Reference]:
    for name, item in items.items():
        if kind is not None:
            yield Reference(kind, name, (*path, name), on_key=True)
        if holds is not None:
            yield from _inside(item, (*path, name))


def references(plan: Plan) -> Iterator[Reference]:
    """Every place of the plan that names something, in the order of the sections."""
    return _inside(plan, ())


_DEFINING: Mapping[str, Kind] = {
    "team": "person",
    "personas": "persona",
    "accounts": "account",
    "goals": "goal",
    "pillars": "pillar",
    "campaigns": "campaign",
    "segments": "segment",
}


def definitions(plan: Plan) -> Iterator[Definition]:
    """Every place of the plan that gives something a name, in the order of the sections."""
    for section, kind in _DEFINING.items():
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
