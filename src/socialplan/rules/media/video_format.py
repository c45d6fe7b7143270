"""The rule video-format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.file_types import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED154",
    Severity.ERROR,
    message="{platform} takes no {type} videos, only {allowed} ({cited})",
    help="Export the video as one of those.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            assets:
              - {file: folding.mov, source: own}  # <-
    """,
    good="""
        accounts:
          - {id: bsky, platform: bluesky}
        posts:
          - account: bsky
            assets:
              - {file: folding.mp4, source: own}
    """,
)
def video_format(plan: Plan) -> Iterator[Problem]:
    """Cameras save videos in types that not every platform takes."""
    yield from refused(plan, ("video",))
