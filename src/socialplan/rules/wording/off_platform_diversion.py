"""The rule off-platform-diversion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD124",
    Severity.WARNING,
    message="“{found}” leads people off the platform: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD124] -- reason` above the post.",
    source="Xiaohongshu's and Douyin's rules on 站外导流",
    bad="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: xiaohongshu}
        posts:
          - account: main
            text: 想要清单的加我微信  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: xiaohongshu}
        posts:
          - account: main
            text: 清单在图二，收藏就好
    """,
)
def off_platform_diversion(plan: Plan) -> Iterator[Problem]:
    """The platform holds such notes back without saying so."""
    yield from problems(plan, "off-platform-diversion")
