"""The rule too-many-hashtags."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, cited, exceeded_by, say
from socialplan.rules.copy.tags import cashtags, count_hashtags, place_of
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts import Limit
    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded, Excess

_FIELDS = ("hashtags", "tags")


@rule(
    "TXT111",
    Severity.ERROR,
    message="{what} on {platform}: {measured} of {limit} ({cited})",
    help="{stricter}Keep those that your readers really search for.",
    source="The platform packs",
    bad={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                hashtags: [coffee, latte, barista, croissant, brunch, weekend, bakery]  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                hashtags: [咖啡, 拿鐵, 手沖, 可頌, 早午餐, 台北咖啡廳, 週末]  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                hashtags: [咖啡, 拿铁, 手冲, 可颂, 早午餐, 探店, 周末, 甜品, 面包, 打卡, 上海]  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                hashtags: [coffee, latte, croissant]
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                hashtags: [咖啡, 手沖, 台北咖啡廳]
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                hashtags: [咖啡, 手冲, 探店, 上海]
        """,
    },
)
def too_many_hashtags(plan: Plan) -> Iterator[Problem]:
    """Beyond its limit a platform refuses the post or ignores the tags, and readers see an ad."""
    seen = set()
    for one in bounded(plan):
        for path, excess, words in _excesses(one):
            key = path, excess.limit.field, one.bounds.platform.slug
            if key not in seen:
                seen.add(key)
                yield say(path, excess, one.bounds.platform.slug, **words)


def _excesses(one: Bounded) -> Iterator[tuple[PlanPath, Excess, dict[str, object]]]:
    limits = _limits(one)
    for excess in exceeded_by(count_hashtags(one), limits) if limits else ():
        words: dict[str, object] = {
            "what": Term("tags-hashtags"),
            "stricter": _stricter(excess, limits),
        }
        yield place_of(one.publication, "hashtags"), excess, words
    limits = one.bounds.limits.get("cashtags", ())
    for path, number in cashtags(one.publication) if limits else ():
        for excess in exceeded_by(number, limits):
            yield path, excess, {"what": Term("tags-cashtags"), "stricter": ""}


def _stricter(excess: Excess, limits: Sequence[Limit]) -> Phrase | str:
    """Tell the lowest limit at once, so that nobody cuts tags twice."""
    lowest = min((one for one in limits if one.max is not None), key=_most, default=None)
    if lowest is None or _most(lowest) >= excess.bound:
        return ""
    return Phrase("hashtags-stricter", {"most": lowest.max, **cited(lowest.fact)})


def _most(limit: Limit) -> float:
    return inf if limit.max is None else limit.max


def _limits(one: Bounded) -> Sequence[Limit]:
    """The bounds on the number of hashtags, which some platforms call tags."""
    limits = one.bounds.limits
    found = next((limits[field] for field in _FIELDS if field in limits), ())
    return [limit for limit in found if limit.count == "items"]
