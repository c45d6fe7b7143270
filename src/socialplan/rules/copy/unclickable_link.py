"""The rule unclickable-link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, cited
from socialplan.rules.copy.links import links_in
from socialplan.rules.copy.tags import published_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "TXT121",
    Severity.WARNING,
    message="“{link}” cannot be tapped in a text on {platform} ({cited})",
    help="Point to the link in the profile, or use a sticker or card; `link:` may stay.",
    source="The platform packs",
    bad={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: Book a table for Friday at littlebear.com/friday  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: 週五訂位請到 https://littlebear.tw/friday  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                text: 周五订位请到 https://littlebear.cn/friday  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: Book a table for Friday by the link in our profile
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: 週五訂位請點個人檔案的連結
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                text: 周五订位请看主页
        """,
    },
)
def unclickable_link(plan: Plan) -> Iterator[Problem]:
    """Nobody types an address from a caption into a browser; the visit is lost."""
    seen = set()
    for one in bounded(plan):
        links, slug = one.bounds.format.links, one.bounds.platform.slug
        if links.clickable is not False or links.fact is None:
            continue
        for said in published_words(one.publication):
            for within in links_in(said.text):
                link = said.text[slice(*within)]
                if (said.path, link, slug) in seen:
                    continue
                seen.add((said.path, link, slug))
                words = {"link": link, "platform": slug, **cited(links.fact)}
                yield Problem(
                    said.path,
                    words,
                    within=within,
                    confidence=links.fact.confidence,
                    source=links.fact.reference,
                )
