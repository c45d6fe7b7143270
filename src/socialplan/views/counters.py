"""How much of its platform's room a post takes: used, limit and unit, text by text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from socialplan.counting import COUNTERS, count, mentions
from socialplan.rules.copy.bounds import Bounded
from socialplan.rules.copy.fields import Written, written
from socialplan.rules.copy.tags import count_hashtags, count_mentions, published_words
from socialplan.rules.media.shown import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.facts import Limit
    from socialplan.finding import PlanPath
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounds
    from socialplan.rules.media.shown import Shown

NEAR = 0.9
"""Share of a limit from which a text has little room left; our own choice."""
_PLAIN = "code_points"
_ROLES = {"text": "text", "message": "bubble", "thread": "thread", "first_comment": "first_comment"}

State = Literal["ok", "near", "over", "under", "unknown"]


@dataclass(frozen=True)
class Counter:
    """How much of something there is, and how much its platform takes."""

    field: str
    """text, caption, title, bubble, thread, coupon, card, hashtags, mentions, bubbles, images,
    videos, items, first_comment, or an option of the platform as `options.digest`."""
    used: int
    limit: int | None
    """The most that is taken; none where nobody has said."""
    least: int | None
    unit: str
    """What is counted: one of the counters, or `items`."""
    state: State
    """ok, near or over the limit, under the least; unknown without a limit."""
    advice: bool
    """Whether the limit is only advice."""
    cited: str
    """Who says so, and when."""


@dataclass(frozen=True)
class Fold:
    """After how much of a text its readers must tap to see the rest."""

    after: int
    unit: str
    cited: str


def text_counters(one: Publication, bounds: Bounds | None) -> Mapping[PlanPath, Counter]:
    """Count each text of a publication, its title and options too, by where it stands."""
    if bounds is None:
        return {said.path: _unknown(_ROLES[said.role], said.text) for said in one.texts}
    held = Bounded(one, bounds, one.hashtags)
    found = {field.path: _counted(field, bounds) for field in written(held)}
    for said in one.texts:
        if said.path not in found:
            found[said.path] = _unknown(_ROLES[said.role], said.text)
    return found


def item_counters(
    one: Publication, bounds: Bounds | None, uses: Sequence[Shown]
) -> Iterator[Counter]:
    """Count hashtags, mentions, bubbles, pictures and videos, as far as there are any."""
    limits: Mapping[str, Sequence[Limit]] = bounds.limits if bounds else {}
    for field, used, known_as in _numbers(one, bounds, uses):
        name = next((name for name in known_as if name in limits), None)
        held = [limit for limit in limits.get(name or "", ()) if limit.count == "items"]
        if used or any(limit.min for limit in held):
            yield _of_items(field, used, held)


def fold_of(bounds: Bounds | None, field: str) -> tuple[Limit, Fold] | None:
    """Find where readers first meet “more”."""
    folds = bounds.folds.get(field, ()) if bounds else ()
    first = min((one for one in folds if one.max), key=lambda one: one.max or 0, default=None)
    if first is None:
        return None
    return first, Fold(int(first.max or 0), first.count, first.fact.cited)


def _numbers(
    one: Publication, bounds: Bounds | None, uses: Sequence[Shown]
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    if bounds is not None:
        held = Bounded(one, bounds, one.hashtags)
        yield "hashtags", count_hashtags(held), ("hashtags", "tags")
        yield "mentions", count_mentions(held), ("mentions",)
    else:
        yield "hashtags", len(one.hashtags), ()
        yield "mentions", _mentioned(one), ()
    yield "bubbles", len(one.messages), ("bubbles",)
    kinds = [use.kind for use in uses if use.path[-2] == "assets" and "thread" not in use.path]
    images = sum(kind in PICTURES for kind in kinds)
    if images and bounds is not None and "cover" in bounds.format.needs:
        images -= 1
    yield "images", images, ("images",)
    yield "videos", kinds.count("video"), ("videos",)
    if bounds is not None and "items" in bounds.limits:
        yield "items", len(kinds), ("items",)


def _mentioned(one: Publication) -> int:
    named = {name.casefold() for said in published_words(one) for *_, name in mentions(said.text)}
    return len(named | {name.strip("@＠ ").casefold() for name in one.mentions})


def _counted(field: Written, bounds: Bounds) -> Counter:
    limits = [one for one in bounds.limits.get(field.field, ()) if one.count in COUNTERS]
    text = field.text + field.tagged
    if not limits:
        return _unknown(field.label, text)
    limit = _tightest(limits, lambda one: count(one.count, text))
    used = count(limit.count, text)
    return Counter(field.label, used, *_bound(limit), *_state(limit, used, near=NEAR))


def _of_items(field: str, used: int, limits: Sequence[Limit]) -> Counter:
    if not limits:
        return Counter(field, used, None, None, "items", "unknown", advice=False, cited="")
    limit = _tightest(limits, lambda _: used)
    return Counter(field, used, *_bound(limit), *_state(limit, used, near=None))


def _tightest(limits: Iterable[Limit], measure: object) -> Limit:
    """Choose what is broken before what holds, what refuses before advice, the fullest first."""

    def rank(one: Limit) -> tuple[bool, float]:
        used = measure(one)  # type: ignore[operator]
        share = used / one.max if one.max else float(used > 0 and one.max == 0) * 2
        short = one.min is not None and used < one.min
        return (share > 1 or short) and not one.soft, share

    return max(limits, key=rank)


def _bound(limit: Limit) -> tuple[int | None, int | None, str]:
    most = None if limit.max is None else int(limit.max)
    return most, int(limit.min) if limit.min else None, limit.count


def _state(limit: Limit, used: int, near: float | None) -> tuple[State, bool, str]:
    state: State = "ok"
    if limit.max is not None and used > limit.max:
        state = "over"
    elif limit.min is not None and used < limit.min:
        state = "under"
    elif near and limit.max and used >= near * limit.max:
        state = "near"
    return state, limit.soft, limit.fact.cited


def _unknown(field: str, text: str) -> Counter:
    used = count(_PLAIN, text)
    return Counter(field, used, None, None, _PLAIN, "unknown", advice=False, cited="")
