"""The words of a post: are they there, do they fit, whom do they speak to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from socialplan.counting import COUNTERS, count
from socialplan.rules.copy.avoided_word import folded
from socialplan.rules.copy.bounds import Bounded, bounded
from socialplan.rules.copy.fields import Written, written
from socialplan.rules.copy.post_without_call_to_action import asks_for_something
from socialplan.rules.copy.tags import count_hashtags
from socialplan.translating import Term
from socialplan.views.audience import personas_of
from socialplan.views.checklist.check import Check, either, look, missing, proven
from socialplan.views.item import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.facts import Limit
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

PLAIN = ("code_points", "utf16", "graphemes")
"""Counters that differ only where emoji are; people call what they count characters."""
VIDEOS = ("video", "reel", "short", "live", "story")


def limits_by_post(plan: Plan) -> Mapping[Publication, Bounded]:
    """Find the limits of each publication whose platform and format are known."""
    return {one.publication: one for one in bounded(plan)}


def check_copy(plan: Plan, one: Publication, held: Bounded | None) -> Iterator[Check]:
    """Check subject, words and their length, hashtags, audience, what to do next, the link."""
    yield proven("subject") if one.title else missing("subject-missing")
    yield from _lengths(one, held)
    yield from _hashtags(held)
    yield either("audience", " · ".join(_audience(plan, one)))
    told = asks_for_something(one)
    yield proven("action", one.call_to_action) if told else missing("action-missing")
    yield from _link(plan, one)


def _audience(plan: Plan, one: Publication) -> Iterator[str]:
    """Name whom a post is for: personas, and the segment that it names."""
    for persona in personas_of(plan, one):
        yield label(plan.persona(persona)) or persona
    segment = plan.segment(one.post.segment)
    group = (segment.name or segment.id) if segment else one.post.segment
    if group:
        yield group


def check_wording(plan: Plan, one: Publication) -> Iterator[Check]:
    """Ask of the wording what only a reader can tell, and look for words to avoid."""
    voice = plan.brand.voice
    if voice is not None and voice.avoid:
        text = "\n".join((one.title or "", *(said.text for said in one.texts)))
        used = [word for word in voice.avoid if _is_in(word, folded(text))]
        yield missing("avoid-used", used=used) if used else proven("avoid")
    persona = plan.persona(one.post.persona)
    name = label(persona)
    if persona is not None and name:
        yield look("like-wording", persona.quote, persona=name)
        if one.format in VIDEOS:
            yield look("like-video", persona=name)
    yield look("policy", " · ".join(one.account.limits) if one.account else "")


def _is_in(word: str, text: str) -> bool:
    """Find a word as the rule avoided-word does: Latin letters around it make it another one."""
    plain = folded(word).strip()
    before, after = (
        "[a-z0-9]" if edge.isascii() and edge.isalnum() else "(?!)"
        for edge in (plain[:1], plain[-1:])
    )
    pattern = f"(?<!{before}){re.escape(plain)}(?!{after})"
    return bool(plain) and re.search(pattern, text) is not None


def _lengths(one: Publication, held: Bounded | None) -> Iterator[Check]:
    if not one.texts:
        yield missing("copy-missing")
        return
    measured = [_measured(field, held) for field in written(held)] if held else []
    known = [one for one in measured if one is not None]
    if not known:
        yield look("length-unknown")
    fullest: dict[str, tuple[float, Check]] = {}
    for name, share, check in known:
        if name not in fullest or share > fullest[name][0]:
            fullest[name] = share, check
    yield from (check for _, check in fullest.values())


def _measured(field: Written, held: Bounded) -> tuple[str, float, Check] | None:
    """Measure a field by the limit that it comes nearest to."""
    limits = [
        limit
        for limit in held.bounds.limits.get(field.field, ())
        if limit.max and limit.count in COUNTERS
    ]
    if not limits:
        return None
    text = field.text + field.tagged

    def share(limit: Limit) -> float:
        return count(limit.count, text) / (limit.max or 1)

    limit = max(limits, key=share)
    words: dict[str, Any] = {
        "field": field.name,
        "count": count(limit.count, text),
        "limit": int(limit.max or 0),
        "unit": Term(f"count-{'code_points' if limit.count in PLAIN else limit.count}"),
    }
    if share(limit) > 1:
        return str(field.name), share(limit), missing("length-over", **words)
    return str(field.name), share(limit), proven("length", **words)


def _hashtags(held: Bounded | None) -> Iterator[Check]:
    if held is None or not (number := count_hashtags(held)):
        return
    fields = held.bounds.limits
    limits = [limit.max for name in ("hashtags", "tags") for limit in fields.get(name, ())]
    most = min((limit for limit in limits if limit is not None), default=None)
    if most is None:
        yield proven("hashtags", count=number)
    elif number > most:
        yield missing("hashtags-over", count=number, limit=int(most))
    else:
        yield proven("hashtags-of", count=number, limit=int(most))


def _link(plan: Plan, one: Publication) -> Iterator[Check]:
    if one.link is None:
        return
    tagged = one.link.utm or plan.brand.utm or "utm_" in one.link.url
    yield proven("utm") if tagged else missing("utm-missing")
    yield look("link-opens", one.link.url)
