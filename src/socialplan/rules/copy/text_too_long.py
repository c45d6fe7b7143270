"""The rule text-too-long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.counting import COUNTERS, fitting
from socialplan.counting.plain import utf8_bytes
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded, length_of, say
from socialplan.rules.copy.fields import written
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts import Limit
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.fields import Written

_WIDEST = 6
"""Links aside, no counter makes more of a character than its bytes; X counts `a.co` as 23."""

_KNOW_LINKS = ("x_weighted", "mastodon")


@rule(
    "TXT101",
    Severity.ERROR,
    message="this {what} is too long for {platform}: {measured} of {limit} {unit} ({cited})",
    help="Shorten it, or give the account a variant of its own.",
    source="The platform packs",
    bad={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages:
                  - coupon:
                      title: Bring a good friend along, and your second coffee is on the house  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                format: note
                title: 第一次來台北一定要排隊也要吃到的巷口手工可頌店  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                format: note
                title: 第一次来上海一定要排队也要吃到的巷口手工可颂店  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages:
                  - coupon:
                      title: Bring a friend, and the second coffee is on us
        """,
        "zh-TW": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                format: note
                title: 台北巷口值得排隊的手工可頌
        """,
        "zh-CN": """
            accounts:
              - {id: xhs, platform: xiaohongshu}
            posts:
              - account: xhs
                format: note
                title: 上海巷口值得排队的手工可颂
        """,
    },
)
def text_too_long(plan: Plan) -> Iterator[Problem]:
    """A platform refuses or cuts what is too long, and the last sentence is usually the offer."""
    said = set()
    for one in bounded(plan):
        slug, limits = one.bounds.platform.slug, one.bounds.limits
        for field in written(one):
            held = _that_may_break(limits.get(field.field, ()), field)
            if not held or (field.path, slug, id(held[0])) in said:
                continue
            said.add((field.path, slug, id(held[0])))
            yield from _excesses(field, held, slug)


def _that_may_break(limits: Sequence[Limit], field: Written) -> list[Limit]:
    length = len(field.text) + len(field.tagged)
    return [
        limit
        for limit in limits
        if limit.max is not None
        and length * _WIDEST > limit.max
        and limit.count in COUNTERS
        and (limit.count in _KNOW_LINKS or utf8_bytes(field.text + field.tagged) > limit.max)
    ]


def _excesses(field: Written, limits: Sequence[Limit], slug: str) -> Iterator[Problem]:
    alone = exceeded(limits, length_of(field.text))
    for excess in alone:
        found = say(field.path, excess, slug, what=field.name)
        yield replace(found, within=_beyond(field.text, excess.limit))
    if field.tagged and not alone:
        for excess in exceeded(limits, length_of(field.text + field.tagged)):
            yield say(field.path, excess, slug, what=Term("field-text-with-hashtags"))


def _beyond(text: str, limit: Limit) -> tuple[int, int] | None:
    """The part that does not fit; of a text of several lines the whole is marked."""
    if "\n" in text or limit.max is None:
        return None
    return fitting(limit.count, text, limit.max), len(text)
