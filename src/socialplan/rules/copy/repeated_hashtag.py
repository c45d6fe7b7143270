"""The rule repeated-hashtag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.copy.tags import bare
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

_SAID_ALREADY = ("published", "cancelled")


@rule(
    "TXT116",
    Severity.WARNING,
    message="“{tag}” is listed twice{how}",
    help="Keep one of them; platforms that count hashtags count both.",
    source="The platform packs",
    bad={
        "en": """
            posts:
              - title: Our winter menu
                hashtags:
                  - LittleBear
                  - latte
                  - "#littlebear"  # <-
        """,
        "zh-TW": """
            posts:
              - title: 冬季菜單
                hashtags:
                  - 小熊咖啡
                  - 拿鐵
                  - "#小熊咖啡"  # <-
        """,
        "zh-CN": """
            posts:
              - title: 冬季菜单
                hashtags:
                  - 小熊咖啡
                  - 拿铁
                  - "#小熊咖啡"  # <-
        """,
    },
    good={
        "en": """
            posts:
              - title: Our winter menu
                hashtags:
                  - LittleBear
                  - latte
                  - croissant
        """,
        "zh-TW": """
            posts:
              - title: 冬季菜單
                hashtags:
                  - 小熊咖啡
                  - 拿鐵
                  - 可頌
        """,
        "zh-CN": """
            posts:
              - title: 冬季菜单
                hashtags:
                  - 小熊咖啡
                  - 拿铁
                  - 可颂
        """,
    },
)
def repeated_hashtag(plan: Plan) -> Iterator[Problem]:
    """A tag that stands twice finds nobody more, and takes the place of one that would."""
    for path, tags in _lists(plan):
        first: dict[str, int] = {}
        for i, tag in enumerate(tags):
            name = bare(tag)
            if name and name in first:
                other = tags[first[name]]
                how = "" if tag == other else Term("hashtag-written-otherwise")
                related = (Related("first-here", (*path, first[name])),)
                words = {"tag": tag, "other": other, "how": how}
                yield Problem((*path, i), words, related=related)
            else:
                first[name] = i


def _lists(plan: Plan) -> Iterator[tuple[PlanPath, Sequence[str]]]:
    for name, tags in plan.hashtag_sets.items():
        yield ("hashtag_sets", name), tags
    for i, post in enumerate(plan.posts):
        if post.state not in _SAID_ALREADY:
            yield ("posts", i, "hashtags"), post.hashtags
            for account, variant in post.variants.items():
                yield ("posts", i, "variants", account, "hashtags"), variant.hashtags
