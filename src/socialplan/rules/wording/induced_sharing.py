"""The rule induced-sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD121",
    Severity.ERROR,
    message="“{found}” pays for sharing, or makes it a condition"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD121] -- reason` above the post.",
    source="《微信外部链接内容管理规范》, 2019-10-28",
    bad="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: wechat-oa}
        posts:
          - account: main
            text: 转发到朋友圈领优惠券  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: wechat-oa}
        posts:
          - account: main
            text: 填问卷领优惠券
    """,
)
def induced_sharing(plan: Plan) -> Iterator[Problem]:
    """WeChat blocks the link, and at worst the account for good."""
    yield from problems(plan, "induced-sharing")
