"""The rule image-format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.file_types import refused
from socialplan.rules.media.shown import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED143",
    Severity.ERROR,
    message="{platform} takes no {type} pictures, only {allowed} ({cited})",
    help="Save the picture as one of those.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: stove.heic, source: own}  # <-
    """,
    good="""
        accounts:
          - {id: x, platform: x}
        posts:
          - account: x
            assets:
              - {file: stove.jpg, source: own}
    """,
)
def image_format(plan: Plan) -> Iterator[Problem]:
    """Phones save pictures in types that not every platform takes."""
    yield from refused(plan, PICTURES)
