"""What is known of an asset's size, held against the limits of each place where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.copy.bounds import exceeded_by, say
from socialplan.rules.media.shown import shown_within_bounds
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.assets import Asset
    from socialplan.rules.copy.bounds import Bounded
    from socialplan.rules.media.shown import Shown

    Measures = Mapping[str, Callable[[Asset], float | None]]


class Held(NamedTuple):
    """An asset in one publication, and the first part of its limits' names."""

    one: Bounded
    use: Shown
    prefix: str


def held(plan: Plan, kinds: tuple[str, ...]) -> Iterator[Held]:
    """The assets of some kinds, each once for a platform and format."""
    seen = set()
    for one, use in shown_within_bounds(plan):
        if use.kind not in kinds:
            continue
        key = (use.path, one.bounds.platform.slug, one.bounds.format.id)
        if key not in seen:
            seen.add(key)
            yield Held(one, use, _prefix(one, use.kind))


def beyond(plan: Plan, kinds: tuple[str, ...], measures: Measures) -> Iterator[Problem]:
    """Say which assets are larger or smaller than a platform takes."""
    for one, use, prefix in held(plan, kinds):
        for name, measure in measures.items():
            limits = one.bounds.limits.get(f"{prefix}.{name}")
            value = measure(use.asset) if limits else None
            if limits and value is not None:
                for excess in exceeded_by(value, limits):
                    bound = Term("at-most" if value > excess.bound else "at-least")
                    words = {"what": Term(f"size-{name}"), "bound": bound}
                    yield say(use.path, excess, one.bounds.platform.slug, **words)


def _prefix(one: Bounded, kind: str) -> str:
    """A GIF is bounded as an image where it has no limits of its own."""
    if kind == "gif" and not any(field.startswith("gif.") for field in one.bounds.limits):
        return "image"
    return kind
