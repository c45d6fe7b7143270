"""The rule image-size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.recommended import too_small
from socialplan.rules.media.shown import PICTURES
from socialplan.rules.media.sizes import beyond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.assets import Asset


def _pixels(asset: Asset) -> float | None:
    return asset.width * asset.height if asset.width and asset.height else None


def _perimeter(asset: Asset) -> float | None:
    return asset.width + asset.height if asset.width and asset.height else None


_MEASURES = {
    "width": lambda asset: asset.width,
    "height": lambda asset: asset.height,
    "bytes": lambda asset: asset.bytes,
    "pixels": _pixels,
    "perimeter": _perimeter,
}


@rule(
    "MED141",
    Severity.ERROR,
    message="{what}: {measured} {unit}, and {platform} {bound} {limit} ({cited})",
    help="Export the picture again in a size that fits.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            assets:
              - {file: stove.jpg, bytes: 5400000}  # <-
    """,
    good="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            assets:
              - {file: stove.jpg, bytes: 1400000}
    """,
)
def image_size(plan: Plan) -> Iterator[Problem]:
    """A picture that is too large is refused, and one that is too small looks blurred."""
    yield from beyond(plan, PICTURES, _MEASURES)
    yield from too_small(plan, PICTURES)
