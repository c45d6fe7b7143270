"""The rule engagement-bait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD123",
    Severity.WARNING,
    message="“{found}” is bait for reactions, which is shown to fewer people"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD123] -- reason` above the post.",
    source="Facebook's demotion of engagement bait",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: Like if you love coffee  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: 留言「+1」送食譜  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: 同意的请点赞  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: Which cup got you through the week?
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: 你家的冬天會煮哪一道湯？
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            accounts:
              - {id: main, platform: facebook-page}
            posts:
              - account: main
                text: 你家的冬天会煮哪一道汤？
        """,
    },
)
def engagement_bait(plan: Plan) -> Iterator[Problem]:
    """Facebook shows bait to fewer people, and readers learn to scroll past it."""
    yield from problems(plan, "engagement-bait")
