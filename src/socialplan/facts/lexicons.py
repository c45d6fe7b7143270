"""Words that laws and platforms frown upon, and what promotions must say, with article and date."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.store import FOLDER, read
from socialplan.finding import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Written = Mapping[str, Any]
    Worded = Mapping[str, str]

JURISDICTIONS = ("CN", "HK", "TW", "US")
"""Those whose words are listed; draws have rules in more of them."""

_EVERYWHERE = "everywhere"
_OF_A_PLATFORM = {
    "wechat-oa": "wechat",
    "wechat-group": "wechat",
    "facebook-page": "meta",
    "facebook-group": "meta",
    "instagram": "meta",
    "threads": "meta",
    "xiaohongshu": "mainland-video",
    "douyin": "mainland-video",
}
_OF_ALL = ("as_of", "platforms", "denied_by")
"""What a file says of all its entries."""
_ALLOWED = "allowed"
_ANY_WORD = "‹[^‹›]*›"
LEXICONS = (_EVERYWHERE, *JURISDICTIONS, *dict.fromkeys(_OF_A_PLATFORM.values()))


class Citation(NamedTuple):
    """What stands behind an entry: the article, what to do instead, where and when it was read."""

    article: Worded
    advice: Worded
    sources: tuple[str, ...]
    as_of: str
    confidence: Confidence

    @property
    def reference(self) -> str:
        """The pages in full, and the date."""
        pages = (sources()[key].url for key in self.sources)
        return ", ".join([*pages, self.as_of]) if self.sources else f"editorial, {self.as_of}"


class Source(NamedTuple):
    """A page on which entries rest."""

    title: str
    url: str


class Entry(NamedTuple):
    """One list of words to look twice at, or one phrase that must not be missing."""

    id: str
    rule: str
    """The name of the rule that reports it."""
    severity: Severity
    terms: tuple[str, ...]
    patterns: tuple[str, ...]
    signs: tuple[str, ...]
    """Every match of a pattern contains one of these; they are looked for first."""
    exceptions: tuple[str, ...]
    exception_patterns: tuple[str, ...]
    """What lies inside one of them is no hit."""
    denied_by: str | None
    """What stands just before a word and says that it is not claimed, as in 不能治療."""
    context: str | None
    """The same text must also contain this, else nothing is a hit …"""
    stated: str | None
    """… and where the text contains this, it has said what was asked for."""
    lacks: str | None
    """The phrase that must be there."""
    first: int | None
    """Within how many characters it must be there."""
    industries: frozenset[str]
    not_industries: frozenset[str]
    platforms: frozenset[str]
    disclosed: frozenset[str]
    """Only posts that are one of these: sponsored, gifted, ai_generated."""
    draws: bool
    """Only posts with a prize draw."""
    citation: Citation

    def applies_to(self, industry: str | None) -> bool:
        """Say whether a brand of this industry is meant."""
        if self.industries and industry not in self.industries:
            return False
        return industry not in self.not_industries


class Unclaimed(NamedTuple):
    """How a language speaks of what an entry lists without claiming it."""

    rules: frozenset[str]
    """For which rules that matters."""
    asked: tuple[str, ...]
    """Questions, and the topics of talks."""
    warned: tuple[str, ...]
    """Warnings and denials."""
    sold: str
    """What behind a question makes it a claim after all."""


class Check(NamedTuple):
    """One question asked of a promotion with prizes, in a market or on platforms."""

    id: str
    kind: str
    market: str | None
    platforms: frozenset[str]
    severity: Severity
    values: Written
    """Caps, ages, fields, as the kind of check needs them."""
    citation: Citation


def entries(jurisdictions: Iterable[str], platforms: Iterable[str]) -> Iterator[Entry]:
    """All entries of these jurisdictions and platforms; only their files are read."""
    files = [_EVERYWHERE, *(one for one in jurisdictions if one in JURISDICTIONS)]
    files += sorted({_OF_A_PLATFORM[one] for one in platforms if one in _OF_A_PLATFORM})
    for name in files:
        yield from lexicon(name)


@cache
def lexicon(name: str) -> tuple[Entry, ...]:
    """The entries of one file, e.g. `TW`; those named `allowed` are phrases that are no hit."""
    written = read(f"lexicons/{name}.yaml")
    of_all = {key: written[key] for key in _OF_ALL if key in written}
    return tuple(
        _entry(rule, {**of_all, **entry})
        for rule, listed in written.items()
        if rule not in _OF_ALL
        for entry in listed
    )


@cache
def checks() -> tuple[Check, ...]:
    """All questions asked of promotions."""
    written = read("lexicons/promotions.yaml")
    return tuple(_check({"as_of": written["as_of"], **entry}) for entry in written["checks"])


@cache
def promotions() -> Written:
    """What the questions share: `given_by`, `cash`, `release`, `rules` and `taxes`."""
    return read("lexicons/promotions.yaml")  # type: ignore[no-any-return]


@cache
def unclaimed() -> Unclaimed:
    """How Chinese asks, teaches, warns and denies."""
    written = read("lexicons/unclaimed.yaml")
    return Unclaimed(
        frozenset(written["rules"]),
        tuple(each.replace("WORD", _ANY_WORD) for each in written["asked"]),
        tuple(each.replace("WORD", _ANY_WORD) for each in written["warned"]),
        written["sold"],
    )


@cache
def sources() -> Mapping[str, Source]:
    """The pages by the short names that entries use."""
    written = read("lexicons/sources.yaml")
    return {key: Source(page["title"], page["url"]) for key, page in written.items()}


@cache
def alike() -> Mapping[str, str]:
    """Each character that has other forms, with all of them; the simplified one comes first."""
    lines = (FOLDER / "lexicons/scripts.txt").read_text("utf-8").splitlines()
    groups = (group for line in lines if line[:2] != "# " for group in line.split())
    return {character: group for group in groups for character in group}


def is_allowed(entry: Entry) -> bool:
    """Say whether an entry lists phrases that a regulation gives as usable."""
    return entry.rule == _ALLOWED


def _entry(rule: str, written: Written) -> Entry:
    return Entry(
        id=written["id"],
        rule=rule,
        severity=Severity(written.get("severity", "info")),
        terms=_several(written.get("terms")),
        patterns=tuple(written.get("patterns", ())),
        signs=_several(written.get("signs")),
        exceptions=_several(written.get("except")),
        exception_patterns=tuple(written.get("except_patterns", ())),
        denied_by=written.get("denied_by"),
        context=written.get("context"),
        stated=written.get("stated"),
        lacks=written.get("lacks"),
        first=written.get("first"),
        industries=frozenset(written.get("industries", ())),
        not_industries=frozenset(written.get("not_industries", ())),
        platforms=frozenset(written.get("platforms", ())),
        disclosed=frozenset(written.get("disclosed", ())),
        draws=written.get("draws", False),
        citation=_citation(written),
    )


def _check(written: Written) -> Check:
    return Check(
        written["id"],
        written["check"],
        written.get("market"),
        frozenset(written.get("platforms", ())),
        Severity(written["severity"]),
        written,
        _citation(written),
    )


def _citation(written: Written) -> Citation:
    return Citation(
        written.get("article", {}),
        written.get("advice", {}),
        tuple(written.get("sources", ())),
        written["as_of"],
        Confidence(written.get("confidence", "low")),
    )


def _several(written: str | list[str] | None) -> tuple[str, ...]:
    """Take a list; or words in one text, which is read faster."""
    return tuple(written.split() if isinstance(written, str) else written or ())
