"""The rule disclosure-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import hits
from socialplan.rules.wording.missing import gaps, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD141",
    Severity.ERROR,
    message="the copy does not say that this post is paid for"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD141] -- reason` above the post.",
    source="公平會薦證廣告規範說明; 《互联网广告管理办法》第九条; 16 CFR 255",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored  # <-
                text: We tried the new oat milk of Green Valley for a week.
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored  # <-
                text: 喝了一週的新燕麥奶，寫下三個發現。
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored  # <-
                text: 喝了一周的新燕麦奶，写下三个发现。
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: "#ad We tried the new oat milk of Green Valley for a week."
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: 【與青谷合作】喝了一週的新燕麥奶，寫下三個發現。
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                disclosure: sponsored
                text: 【广告】喝了一周的新燕麦奶，写下三个发现。
        """,
    },
)
def disclosure_missing(plan: Plan) -> Iterator[Problem]:
    """Readers may know who paid, and brand and author both answer when they are not told."""
    vague = {
        hit.speech.publication.post_index
        for hit in hits(plan, "ambiguous-disclosure")
        if hit.speech.publication
    }
    said = set()
    for gap in gaps(plan, "disclosure-missing"):
        post = gap.publication.post_index
        if post not in vague and post not in said:
            said.add(post)
            yield say(gap, ("posts", post, "disclosure"))
