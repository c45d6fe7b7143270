"""The rule platform-release-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import asked, draws, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO122",
    Severity.WARNING,
    message="neither terms (`platform_release`) nor copy say that {platform} has no part in "
    "this promotion: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO122] -- reason` above the post.",
    source="Meta's promotion terms",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                at: 2026-12-01 20:00
                text: Tell us your favourite cup.
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: a bag of beans
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                at: 2026-12-01 20:00
                text: 留言說說最喜歡哪一杯。
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: 咖啡豆半磅
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                at: 2026-12-01 20:00
                text: Tell us your favourite cup. In no way sponsored or endorsed by Facebook.
                interaction:
                  kind: lottery
                  terms:
                    prize_name: a bag of beans
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                at: 2026-12-01 20:00
                text: 留言說說最喜歡哪一杯。
                interaction:
                  kind: lottery
                  terms:
                    prize_name: 咖啡豆半磅
                    platform_release: 本活動與 Facebook 無關，參加者同意免除其責任
        """,
    },
)
def platform_release_missing(plan: Plan) -> Iterator[Problem]:
    """The platform demands this sentence, and takes a promotion down without it."""
    for draw in draws(plan):
        if draw.terms is None or not draw.with_prizes or draw.gives("platform_release"):
            continue
        for check in asked(plan, "release", draw) if not draw.says("release") else ():
            where = sorted(check.platforms & draw.platforms)
            yield say(check, (*draw.path, "terms"), draw, platform=where)
