"""The rule link-without-utm."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class _Found(NamedTuple):
    path: PlanPath
    url: str
    tagged: bool


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
    links = list(_links(plan))
    bare = [one for one in links if not one.tagged]
    # Where nobody has begun with tags, one hint says it for all.
    for one in bare if len(bare) < len(links) else bare[:1]:
        yield Problem(one.path, {"url": one.url})


def _links(plan: Plan) -> Iterator[_Found]:
    """The links of posts to come that lead to a place of the brand's own."""
    for i, post in enumerate(plan.posts):
        if post.state in _OVER:
            continue
        campaign = plan.campaign(post.campaign)
        tagged = campaign is not None and campaign.utm is not None
        for path, link in _of_post(post, i):
            if _is_own(link.url):
                yield _Found(path, link.url, tagged or link.utm is not None or "utm_" in link.url)


def _of_post(post: Post, index: int) -> Iterator[tuple[PlanPath, Link]]:
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
