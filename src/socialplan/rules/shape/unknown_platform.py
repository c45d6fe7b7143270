"""The rule unknown-platform."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import PLATFORMS
from socialplan.finding import Problem
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

OTHER = "other"
_SHORT_NAMES = {
    "facebook": "facebook-page",
    "fb": "facebook-page",
    "ig": "instagram",
    "line": "line-oa",
    "linkedin": "linkedin-page",
    "qq": "qq-group",
    "rednote": "xiaohongshu",
    "twitter": "x",
    "wechat": "wechat-oa",
    "weixin": "wechat-oa",
    "yt": "youtube",
    "公众号": "wechat-oa",
    "公眾號": "wechat-oa",
    "小红书": "xiaohongshu",
    "小紅書": "xiaohongshu",
    "微信群": "wechat-group",
    "微博": "weibo",
    "抖音": "douyin",
}


@rule(
    "PLN201",
    Severity.ERROR,
    message="there is no platform “{platform}”",
    help="`socialplan platforms` lists them; any other place is `platform: other` with a `name`.",
    source="The platform packs",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - id: ig
            platform: instagramm  # <-
    """,
    good="""
        accounts:
          - id: ig
            platform: instagram
    """,
)
def unknown_platform(plan: Plan) -> Iterator[Problem]:
    """Limits and formats are known by platform; without one an account cannot be checked."""
    for section in ("accounts", "competitors"):
        for i, one in enumerate(getattr(plan, section)):
            name = one.platform
            if name and name not in PLATFORMS and name != OTHER:
                path = (section, i, "platform")
                meant = _meant(name)
                fix = instead(path, name, meant)
                yield Problem(path, {"platform": name}, suggestion=meant, fix=fix)


def _meant(name: str) -> str | None:
    written = name.strip().lower().replace("_", "-").replace(" ", "-")
    if written in PLATFORMS:
        return written
    if written in _SHORT_NAMES:
        return _SHORT_NAMES[written]
    near = get_close_matches(written, PLATFORMS, n=1)
    return near[0] if near else None
