"""The rule banned-by-platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD126",
    Severity.WARNING,
    message="“{found}” is on the platform's list of what it does not carry"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD126] -- reason` above the post.",
    source="LINE's ad policy and Official Account guidelines, Taiwan",
    bad="""
        brand: {name: 小熊生活, market: TW}
        accounts:
          - {id: main, platform: line-oa}
        posts:
          - account: main
            text: 年終娛樂城入場禮  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: TW}
        accounts:
          - {id: main, platform: line-oa}
        posts:
          - account: main
            text: 年終入場禮
    """,
)
def banned_by_platform(plan: Plan) -> Iterator[Problem]:
    """An account that speaks of banned trades is closed without a warning."""
    yield from problems(plan, "banned-by-platform")
