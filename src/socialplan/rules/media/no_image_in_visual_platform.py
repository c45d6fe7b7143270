"""The rule no-image-in-visual-platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.due import due, path_of
from socialplan.rules.copy.links import links_in
from socialplan.rules.copy.tags import published_words
from socialplan.rules.media.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

# Where text alone is taken and pictures are the habit; the others demand one, or live on words.
_VISUAL = {
    ("line-oa", "broadcast"),
    ("line-voom", "post"),
    ("facebook-page", "post"),
    ("weibo", "post"),
    ("wechat-oa", "article"),
}


@rule(
    "MED122",
    Severity.INFO,
    message="this post on {platform} has no picture",
    help="Add one to `assets:` or to a bubble; a photo of the day is enough.",
    source="The plan table of the course that this tool grew from: words and pictures together",
    confidence=Confidence.MEDIUM,
    bad="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - account: page  # <-
            at: 2026-11-25 20:00
            text: The new stove is here.
    """,
    good="""
        accounts:
          - {id: page, platform: facebook-page}
        posts:
          - account: page
            at: 2026-11-25 20:00
            text: The new stove is here.
            assets: [{url: https://littlebear.example/stove.jpg}]
    """,
)
def no_image_in_visual_platform(plan: Plan, today: date) -> Iterator[Problem]:
    """Between pictures, a post of words alone is scrolled past."""
    seen = set()
    for one in due(plan, today):
        if (one.platform, one.format) not in _VISUAL or one.post_index in seen:
            continue
        if not _shows_something(one) and not shown(plan, one):
            seen.add(one.post_index)
            yield Problem(path_of(one), {"platform": one.platform})


def _shows_something(one: Publication) -> bool:
    """A card or sticker is a picture too, and so is the preview of a link on Facebook."""
    if any(bubble.sticker or bubble.card or bubble.coupon for bubble in one.messages):
        return True
    return one.platform == "facebook-page" and _has_a_preview(one)


def _has_a_preview(one: Publication) -> bool:
    """Say whether the post links to a page; a comment below it shows nothing in the post."""
    if one.link is not None:
        return True
    return any(True for said in published_words(one) for _ in links_in(said.text))
