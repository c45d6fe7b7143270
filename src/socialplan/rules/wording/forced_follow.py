"""The rule forced-follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD122",
    Severity.ERROR,
    message="“{found}” shows something only to those who follow"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD122] -- reason` above the post.",
    source="WeChat's notice on 诱导关注, 2014",
    bad="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: wechat-oa}
        posts:
          - account: main
            text: 关注后才能看到完整答案  # <-
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        accounts:
          - {id: main, platform: wechat-oa}
        posts:
          - account: main
            text: 答案在文末，喜欢再关注
    """,
)
def forced_follow(plan: Plan) -> Iterator[Problem]:
    """WeChat forbids contents behind a follow, and takes the followers away again."""
    yield from problems(plan, "forced-follow")
