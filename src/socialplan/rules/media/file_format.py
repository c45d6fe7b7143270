"""The rule file-format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.media.file_types import refused
from socialplan.rules.media.shown import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "MED162",
    Severity.ERROR,
    message="{platform} takes no {type} files, only {allowed} ({cited})",
    help="Save it as one of those; a PDF looks the same everywhere.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: li, platform: linkedin-page}
        posts:
          - account: li
            assets:
              - {file: report.xlsx, source: own}  # <-
    """,
    good="""
        accounts:
          - {id: li, platform: linkedin-page}
        posts:
          - account: li
            assets:
              - {file: report.pdf, source: own}
    """,
)
def file_format(plan: Plan) -> Iterator[Problem]:
    """What opens in the office does not open in a feed."""
    yield from refused(plan, DOCUMENTS)
