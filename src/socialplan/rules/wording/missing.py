"""Phrases that a post must carry and does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.folding import fold
from socialplan.rules.wording.hits import cited, concerns, lexicon_of
from socialplan.rules.wording.passages import speeches
from socialplan.rules.wording.patterns import matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.lexicons import Entry
    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_NOT_YET_WRITTEN = ("idea", "on_hold")


class Gap(NamedTuple):
    """A publication that lacks what an entry asks for."""

    entry: Entry
    publication: Publication


def gaps(plan: Plan, rule: str, *, beside_the_copy: bool = False) -> Iterator[Gap]:
    """Posts without a required phrase; one may also stand in the picture, as its `alt` says."""
    asked = [one for one in lexicon_of(plan).entries if one.lacks and one.rule == rule]
    for speech in speeches(plan) if asked else ():
        one = speech.publication
        if one is None or one.status in _NOT_YET_WRITTEN or not one.texts:
            continue
        for entry in asked:
            if concerns(entry, speech) and not _carries(one, entry, beside_the_copy):
                yield Gap(entry, one)


def say(gap: Gap, path: PlanPath, *, on_key: bool = False) -> Problem:
    """Name the article that asks for the phrase."""
    entry = gap.entry
    return Problem(
        path,
        cited(entry.citation),
        on_key=on_key,
        severity=entry.severity,
        confidence=entry.citation.confidence,
        source=entry.citation.reference,
    )


def _carries(one: Publication, entry: Entry, beside_the_copy: bool) -> bool:
    copy = "\n".join(said.text for said in one.texts)
    if entry.first is not None:
        words = fold(copy).text[: entry.first]
    else:
        words = fold("\n".join([copy, *_around(one, beside_the_copy)])).text
    return matcher(entry.lacks or "").search(words) is not None


def _around(one: Publication, beside_the_copy: bool) -> Iterator[str]:
    """What readers see with the text: its tags, a title that is shown; and the pictures' words."""
    yield from one.hashtags
    pack = platform(one.platform) if one.platform else None
    kind = pack.formats.get(one.format or "") if pack else None
    if one.title and (kind is None or "title" in kind.fields):
        yield one.title
    if beside_the_copy:
        yield one.note or ""
        yield from (asset.alt or "" for asset in one.assets)
        yield from (value for value in one.options.values() if isinstance(value, str))
