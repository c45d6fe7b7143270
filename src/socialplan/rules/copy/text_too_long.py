"""The rule text-too-long."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from socialplan.counting import COUNTERS, fitting
from socialplan.counting.plain import utf8_bytes
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded, length_of, say
from socialplan.rules.copy.fields import address, written
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.facts import Limit
    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded, Bounds
    from socialplan.rules.copy.fields import Written

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
    shortest = cache(_shortest)
    for one in bounded(plan):
        if _fits_anyway(one, shortest(one.bounds)):
            continue
        slug, limits = one.bounds.platform.slug, one.bounds.limits
        for field in chain(written(one), address(one)):
            held = [limit for limit in limits.get(field.field, ()) if limit.count in COUNTERS]
            if held and (field.path, id(held[0])) not in said:
                said.add((field.path, id(held[0])))
                yield from _excesses(field, held, slug)


def _fits_anyway(one: Bounded, shortest: float) -> bool:
    """Say so of nearly every post: all its words together are shorter than any limit."""
    publication = one.publication
    if publication.post.options or publication.variant is not None:
        return False
    words = [publication.title or "", *one.hashtags, *(said.text for said in publication.texts)]
    words.append(publication.link.url if publication.link else "")
    # No counter makes more of a character than its bytes, but for links; a tag takes " #" and "#".
    return utf8_bytes("".join(words)) + 3 * len(one.hashtags) <= shortest


def _shortest(bounds: Bounds) -> float:
    """The lowest bound on a text; none at all where a counter knows links, which may count more."""
    texts = [one for held in bounds.limits.values() for one in held if one.count in COUNTERS]
    if any(one.count in _KNOW_LINKS for one in texts):
        return 0
    return min((one.max for one in texts if one.max is not None), default=float("inf"))


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
