"""What is known of an asset's size, held against the limits of each place where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rules.copy.bounds import exceeded_by, say
from socialplan.rules.media.shown import held
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.assets import Asset

    Measures = Mapping[str, Callable[[Asset], float | None]]


def beyond(plan: Plan, kinds: tuple[str | None, ...], measures: Measures) -> Iterator[Problem]:
    """Say which assets are larger or smaller than a platform takes."""
    for asset in held(plan, kinds):
        one, use = asset.one, asset.use
        for name, measure in measures.items():
            value = measure(use.asset)
            if value is not None:
                for excess in exceeded_by(value, asset.limits(name)):
                    bound = Term("at-most" if value > excess.bound else "at-least")
                    words = {"what": Term(f"size-{name}"), "bound": bound}
                    yield say(use.path, excess, one.bounds.platform.slug, **words)
