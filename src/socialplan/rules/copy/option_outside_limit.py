"""The rule option-outside-limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.counting import COUNTERS
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.rules.copy.settings import settings_of
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts import Limit
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded

_TOLD_ELSEWHERE = ("tags",)
"""Tags count as the hashtags that they are."""


@rule(
    "TXT114",
    Severity.ERROR,
    message="`{what}`: {measured} {unit}, and {platform} {bound} {limit} ({cited})",
    help="Make it fit, or leave it out on this account with `variants:`.",
    source="The platform packs",
    bad={
        "en": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: What shall we bake on Sunday?
                options:
                  poll:
                    options: [Croissants, Rye bread, Cinnamon rolls, Scones, Bagels]  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: 星期天想吃哪一款？
                options:
                  poll:
                    options: [可頌, 司康, 貝果, 肉桂捲, 鹽麵包]  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: 星期天想吃哪一款？
                options:
                  poll:
                    options: [可颂, 司康, 贝果, 肉桂卷, 盐面包]  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: What shall we bake on Sunday?
                options:
                  poll:
                    options: [Croissants, Rye bread, Cinnamon rolls, Something else]
        """,
        "zh-TW": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: 星期天想吃哪一款？
                options:
                  poll:
                    options: [可頌, 司康, 貝果, 其他]
        """,
        "zh-CN": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                text: 星期天想吃哪一款？
                options:
                  poll:
                    options: [可颂, 司康, 贝果, 其他]
        """,
    },
)
def option_outside_limit(plan: Plan) -> Iterator[Problem]:
    """A poll with an answer too many is refused, and the post goes out without it."""
    seen = set()
    for one in bounded(plan):
        if not one.publication.options:
            continue
        slug = one.bounds.platform.slug
        for setting in settings_of(one.publication):
            number = setting.number
            if number is None or (setting.path, slug) in seen:
                continue
            for excess in exceeded_by(number, _limits(one, setting.field)):
                seen.add((setting.path, slug))
                bound = Term("at-most" if number > excess.bound else "at-least")
                what = f"options.{setting.label}"
                yield say(setting.path, excess, slug, what=what, bound=bound)


def _limits(one: Bounded, field: str) -> Sequence[Limit]:
    if field in _TOLD_ELSEWHERE:
        return ()
    return [held for held in one.bounds.limits.get(field, ()) if held.count not in COUNTERS]
