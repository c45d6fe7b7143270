"""The pictures and videos that a post wants, with what its platform takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.rules.media.shown import PICTURES, shown
from socialplan.views.pictures import ratio_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts import Limit
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounds

_ASPECTS = ("sizes", "ratio", "width", "height", "pixels", "seconds", "types", "bytes")
_COUNTS = {"image": "images", "video": "videos"}


@dataclass(frozen=True)
class Spec:
    """What a platform takes of one aspect: a list, or from least to most."""

    aspect: str
    """sizes, ratio, width, height, pixels, seconds, types or bytes."""
    least: float | None
    most: float | None
    allowed: tuple[str, ...]
    advice: bool
    cited: str

    @property
    def least_shape(self) -> str:
        """The narrowest shape, e.g. `4:5`."""
        return ratio_written(self.least) if self.least is not None else ""

    @property
    def most_shape(self) -> str:
        """The widest shape, e.g. `1.91:1`."""
        return ratio_written(self.most) if self.most is not None else ""


@dataclass(frozen=True)
class Wanted:
    """One kind of asset."""

    kind: str
    """image, video or cover."""
    have: int
    least: int
    most: int | None
    """None where no number is known."""
    is_missing: bool
    specs: tuple[Spec, ...]


def wanted_of(plan: Plan, one: Publication, bounds: Bounds | None) -> Iterator[Wanted]:
    """List the kinds of assets that a post has or needs."""
    if bounds is None:
        return
    kinds = [use.kind for use in shown(plan, one)]
    have = {"image": sum(kind in PICTURES for kind in kinds), "video": kinds.count("video")}
    needed = bool(bounds.format.media.required) and not kinds
    for kind, number in have.items():
        most = _number(bounds.limits.get(_COUNTS[kind], ()))
        least = _least(bounds.limits.get(_COUNTS[kind], ()))
        fits = most is None or most > 0
        asked_for = bool(one.post.designer) and kind == "image" and not kinds
        if number or (fits and (least or needed or asked_for)):
            missing = number < least or (not number and (needed or asked_for))
            specs = tuple(_specs(bounds, kind))
            yield Wanted(kind, number, least, most, missing, specs)
    if "cover" in bounds.format.needs:
        # A lone picture beside a video is its cover; the plan has no other place for one.
        is_there = have["image"] > 0
        yield Wanted("cover", int(is_there), 1, 1, not is_there, tuple(_specs(bounds, "cover")))


def _number(limits: Sequence[Limit]) -> int | None:
    most = [limit.max for limit in limits if limit.max is not None]
    return int(min(most)) if most else None


def _least(limits: Sequence[Limit]) -> int:
    return max((int(limit.min) for limit in limits if limit.min), default=0)


def _specs(bounds: Bounds, kind: str) -> Iterator[Spec]:
    for aspect in _ASPECTS:
        for limit in bounds.limits.get(f"{kind}.{aspect}", ()):
            yield Spec(aspect, limit.min, limit.max, limit.allowed, limit.soft, limit.fact.cited)
