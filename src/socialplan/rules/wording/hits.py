"""Where the copy says what a lexicon lists: looked for once for all rules."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.lexicons import entries, is_allowed
from socialplan.facts.markets import market
from socialplan.finding import Problem
from socialplan.folding import fold, is_foldable
from socialplan.rules.wording.passages import speeches
from socialplan.rules.wording.patterns import finder, matcher
from socialplan.rules.wording.scanning import Scanner
from socialplan.rules.wording.unclaimed import is_unclaimed
from socialplan.translating import Term

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from socialplan.facts.lexicons import Citation, Entry
    from socialplan.finding import PlanPath
    from socialplan.folding import Folded
    from socialplan.plan import Plan
    from socialplan.rules.wording.passages import Passage, Speech

    Spans = list[tuple[int, int]]

_BEFORE = 40
"""How many characters before a word can deny it."""

MOST = 20
"""Hits of one entry in one text: whoever has that many will look at the others too."""


class Hit(NamedTuple):
    """A stretch of copy that an entry lists."""

    entry: Entry
    path: PlanPath
    within: tuple[int, int]
    found: str
    speech: Speech


class Lexicon(NamedTuple):
    """What is looked for in a plan."""

    entries: tuple[Entry, ...]
    allowed: tuple[str, ...]
    """Phrases that a regulation gives as usable."""
    scanner: Scanner


def hits(plan: Plan, rule: str) -> Sequence[Hit]:
    """What the rule of that name is to report, each place once."""
    return plan.once(_hits).get(rule, ())


def problems(plan: Plan, rule: str) -> Iterator[Problem]:
    """Say each hit at its own words, so that one can be waived and another not."""
    for hit in hits(plan, rule):
        yield say(hit)


def say(hit: Hit) -> Problem:
    """Name the words, the article, when it was read and how far it can be trusted."""
    entry = hit.entry
    return Problem(
        hit.path,
        {"found": hit.found, **cited(entry.citation)},
        within=hit.within,
        severity=entry.severity,
        confidence=entry.citation.confidence,
        source=entry.citation.reference,
    )


def cited(citation: Citation) -> dict[str, object]:
    """The words that name an article in a message."""
    return {
        "article": citation.article,
        "as_of": citation.as_of,
        "confidence": Term(f"confidence-{citation.confidence}"),
        "advice": citation.advice,
    }


def lexicon_of(plan: Plan) -> Lexicon:
    """What holds for the plan's market and industry, and for the platforms that it uses."""
    platforms = frozenset(one.platform for one in plan.accounts if one.platform)
    return _lexicon(jurisdictions_of(plan), platforms, plan.brand.industry)


def jurisdictions_of(plan: Plan) -> tuple[str, ...]:
    """Whose rules on wording hold for the brand."""
    known = market(plan.brand.market) if plan.brand.market else None
    return known.wording if known else ()


def concerns(entry: Entry, speech: Speech) -> bool:
    """Say whether an entry is about such a post at all."""
    if entry.platforms and not entry.platforms & speech.platforms:
        return False
    if entry.disclosed and entry.disclosed.isdisjoint(speech.disclosed):
        return False
    return speech.draws or not entry.draws


def spans_in(entry: Entry, folded: Folded) -> Spans:
    """Every match of an entry's words in a text, but for what is excepted or denied."""
    patterns = _patterns(entry.patterns, entry.terms)
    words = [found.span() for each in patterns for found in each.finditer(folded.text)]
    meant = _not_covered(words, _excepted(entry, folded.text)) if words else []
    return [
        span
        for span in meant
        if not _is_denied(entry, folded.text, span[0])
        and not is_unclaimed(entry.rule, folded.text, *span)
    ]


@cache
def _lexicon(
    jurisdictions: tuple[str, ...], platforms: frozenset[str], industry: str | None
) -> Lexicon:
    known = [one for one in entries(jurisdictions, platforms) if one.applies_to(industry)]
    allowed = tuple(term for one in known if is_allowed(one) for term in one.terms)
    looked_for = tuple(one for one in known if not is_allowed(one))
    return Lexicon(looked_for, allowed, Scanner(looked_for))


def _hits(plan: Plan) -> Mapping[str, Sequence[Hit]]:
    lexicon = lexicon_of(plan)
    allowed = (*lexicon.allowed, fold(plan.brand.name).text)  # a name claims nothing
    found: dict[str, dict[tuple[PlanPath, tuple[int, int]], Hit]] = defaultdict(dict)
    for speech, words, numbers in _suspects(speeches(plan), lexicon.scanner):
        for entry in (lexicon.entries[number] for number in sorted(numbers)):
            if concerns(entry, speech) and _is_met(entry, words):
                for hit in _in_speech(speech, entry, allowed):
                    found[entry.rule].setdefault((hit.path, hit.within), hit)
    return {rule: list(_widest(by_place.values())) for rule, by_place in found.items()}


def _suspects(spoken: Sequence[Speech], scanner: Scanner) -> Iterator[tuple[Speech, str, set[int]]]:
    """The speeches in which words of entries stand, folded, and the numbers of those entries."""
    texts = [speech.words for speech in spoken]
    whole = "\n".join(texts)
    if is_foldable(whole):
        texts = [fold(text).text for text in texts]
        whole = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    numbers: dict[int, set[int]] = {}
    at = 0
    for found in scanner.find(whole):
        while ends[at] <= found.start:
            at += 1
        numbers.setdefault(at, set()).add(found.entry)
    for i, of_entries in numbers.items():
        yield spoken[i], texts[i], of_entries


def _is_met(entry: Entry, words: str) -> bool:
    """Say whether what an entry is about is there, and not answered by the same words."""
    if not any(pattern.search(words) for pattern in _patterns(entry.patterns, entry.terms)):
        return False
    if entry.context and not matcher(entry.context).search(words):
        return False
    return not (entry.stated and matcher(entry.stated).search(words))


def _in_speech(speech: Speech, entry: Entry, allowed: tuple[str, ...]) -> Iterator[Hit]:
    for passage in speech.passages:
        yield from _in_passage(passage, entry, allowed, speech)


def _in_passage(
    passage: Passage, entry: Entry, allowed: tuple[str, ...], speech: Speech
) -> Iterator[Hit]:
    folded = fold(passage.text)
    spans = spans_in(entry, folded)
    if spans:
        fine = [found.span() for found in finder(allowed).finditer(folded.text)]
        spans = _not_covered(spans, fine)
    for span in spans[:MOST]:
        within = folded.unfolded(*span)
        yield Hit(entry, passage.path, within, passage.text[slice(*within)], speech)


def _excepted(entry: Entry, text: str) -> Spans:
    patterns = _patterns(entry.exception_patterns, entry.exceptions)
    return [found.span() for pattern in patterns for found in pattern.finditer(text)]


def _is_denied(entry: Entry, text: str, start: int) -> bool:
    """Say whether the words in front of a match say that it is not so."""
    if entry.denied_by is None:
        return False
    before = text[max(0, start - _BEFORE) : start]
    return matcher(rf"(?:{entry.denied_by})\Z").search(before) is not None


def _patterns(patterns: tuple[str, ...], words: tuple[str, ...]) -> list[re.Pattern[str]]:
    return [*map(matcher, patterns), *([finder(words)] if words else ())]


def _not_covered(spans: Spans, covers: Spans) -> Spans:
    covers = sorted(covers)
    starts = [start for start, _ in covers]
    furthest = list(accumulate((end for _, end in covers), max))

    def is_covered(start: int, end: int) -> bool:
        before = bisect_right(starts, start)
        return before > 0 and furthest[before - 1] >= end

    return [span for span in spans if not is_covered(*span)]


def _widest(found: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out what lies within another hit of the same rule."""
    path, covered = None, 0
    for hit in sorted(found, key=_widest_first):
        if hit.path != path:
            path, covered = hit.path, 0
        if hit.within[1] > covered:
            covered = hit.within[1]
            yield hit


def _widest_first(hit: Hit) -> tuple[list[str], int, int]:
    start, end = hit.within
    return [f"{key:>9}" for key in hit.path], start, -end
