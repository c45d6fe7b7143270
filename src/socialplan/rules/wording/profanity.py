"""The rule profanity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD134",
    Severity.WARNING,
    message="“{found}” may offend: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD134] -- reason` above the post.",
    source="Editorial; the limits that brands set themselves",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                text: This soup is the shit  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 這碗湯真他媽的好喝  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 这碗汤卧槽太好喝了  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                text: This soup is a shiitake dream
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 這碗湯他媽媽也說好喝
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 这碗汤真的太好喝了
        """,
    },
    confidence=Confidence.LOW,
)
def profanity(plan: Plan) -> Iterator[Problem]:
    """What is funny among friends is a screenshot when a brand says it."""
    yield from problems(plan, "profanity")
