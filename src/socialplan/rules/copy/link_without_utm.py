"""The rule link-without-utm."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.posts import Link, Post

_OVER = ("published", "cancelled")

# A visit there never reaches the brand's own statistics.
_ELSEWHERE = (
    ".line.me",
    ".lin.ee",
    ".instagram.com",
    ".facebook.com",
    ".fb.me",
    ".m.me",
    ".wa.me",
    ".t.me",
    ".youtube.com",
    ".youtu.be",
    ".tiktok.com",
    ".x.com",
    ".linkedin.com",
    ".weixin.qq.com",
    ".xiaohongshu.com",
    ".weibo.com",
    ".douyin.com",
    ".bilibili.com",
    ".forms.gle",
    ".docs.google.com",
    ".maps.app.goo.gl",
    ".goo.gl",
)


@rule(
    "TXT122",
    Severity.INFO,
    message="the link “{url}” carries no tags that tell where its visitors came from",
    help="Add `utm:` to the link or its campaign, or once and for all to `brand:`.",
    source="support.google.com/analytics on campaign URLs",
    bad="""
        posts:
          - title: Winter menu
            link: {url: https://littlebear.example/menu, utm: {source: line, medium: social}}
          - title: New hours
            link: https://littlebear.example/hours  # <-
    """,
    good="""
        posts:
          - title: Winter menu
            link: {url: https://littlebear.example/menu, utm: {source: line, medium: social}}
          - title: New hours
            link: {url: https://littlebear.example/hours, utm: {source: line, medium: social}}
    """,
)
def link_without_utm(plan: Plan) -> Iterator[Problem]:
    """Visits without tags count as coming from nowhere, and the post gets no credit for them."""
    if plan.brand.utm is not None:
        return
    tagged, bare = False, []
    for i, post in enumerate(plan.posts):
        if (post.link is None and not post.variants) or post.state in _OVER:
            continue
        campaign = plan.campaign(post.campaign)
        for path, link in _links(post, i):
            if link.utm or "utm_" in link.url or (campaign and campaign.utm):
                tagged = True
            else:
                bare.append((path, link.url))
    own = (Problem(path, {"url": url}) for path, url in bare if _is_own(url))
    # Where nobody has begun with tags, one hint says it for all.
    yield from own if tagged else islice(own, 1)


def _links(post: Post, index: int) -> Iterator[tuple[PlanPath, Link]]:
    if post.link is not None:
        yield ("posts", index, "link"), post.link
    for name, variant in post.variants.items():
        if variant.link is not None:
            yield ("posts", index, "variants", name, "link"), variant.link


def _is_own(url: str) -> bool:
    if not url.startswith(("https://", "http://")):
        return False
    host = url.split("/", 3)[2].partition(":")[0].lower()
    return not f".{host}".endswith(_ELSEWHERE)
