"""The words and checks of laws and platforms: complete, sourced, carried over and harmless."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from socialplan.facts import lexicons, store
from socialplan.facts.lexicons import Entry, lexicon
from socialplan.finding import Confidence
from socialplan.folding import bare, fold
from socialplan.plan.interaction import Terms
from socialplan.rules import all_rules
from socialplan.rules.wording.hits import spans_in
from socialplan.rules.wording.patterns import matcher
from socialplan.rules.wording.scanning import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = Path(__file__).parents[2] / "shared" / "reference" / "wording-lexicons.yaml"
with_reference = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference lexicon is not beside us"
)
LANGUAGES = {"en", "zh-TW", "zh-CN"}
ENTRIES = [entry for name in lexicons.LEXICONS for entry in lexicon(name)]
BY_ID = {entry.id: entry for entry in ENTRIES}
EVERY_ENTRY = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
EVERY_CHECK = pytest.mark.parametrize("check", lexicons.checks(), ids=lambda check: check.id)
ELSEWHERE = {
    "GEN-SOCKPUPPET": "sock-puppet",  # its words stand in facts/community.yaml
    "IMAGE-LICENCE": "licence-missing",  # the rules on media
}
# One check of the reference asks two things, and each is a check of its own here.
SPLIT = {"HK-TPCL": ["HK-TPCL", "HK-TPCL-TERMS", "HK-NO-CASH", "HK-NO-FEE"]}
ALTERNATIVES = 40
"""How many strings are made of each pattern."""


def gathered(section: str) -> dict[str, Any]:
    listed = yaml.safe_load(REFERENCE.read_text("utf-8"))[section] if REFERENCE.exists() else []
    return {entry["id"]: entry for entry in listed}


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in ENTRIES] + [check.id for check in lexicons.checks()]
    assert len(ids) == len(set(ids))


@EVERY_ENTRY
def test_an_entry_says_what_stands_behind_it(entry: Entry) -> None:
    said = entry.citation
    assert set(said.article) == LANGUAGES
    assert lexicons.is_allowed(entry) or set(said.advice) == LANGUAGES
    assert date.fromisoformat(said.as_of)
    assert set(said.sources) <= set(lexicons.sources())
    assert said.sources or said.confidence is Confidence.LOW
    assert said.reference.endswith(said.as_of)


@EVERY_CHECK
def test_a_check_says_what_stands_behind_it(check: lexicons.Check) -> None:
    said = check.citation
    assert set(said.article) == set(said.advice) == LANGUAGES
    assert date.fromisoformat(said.as_of)
    assert said.sources or said.article["en"].startswith("no law, ")
    assert set(said.sources) <= set(lexicons.sources())


@pytest.mark.parametrize(
    "said",
    [*(one.citation for one in ENTRIES), *(one.citation for one in lexicons.checks())],
    ids=lambda said: said.reference,
)
def test_advice_is_a_whole_sentence(said: lexicons.Citation) -> None:
    """A value in the files that holds a hashtag needs quotes, else the rest of it is a comment."""
    for advice in said.advice.values():
        assert advice.endswith((".", "。", ".)", "。）"))


def test_a_check_asks_for_fields_that_terms_have() -> None:
    for check in lexicons.checks():
        fields = {*check.values.get("required", ()), check.values.get("field", "end")}
        assert fields <= set(Terms.model_fields), check.id
    for field, others in lexicons.promotions()["given_by"].items():
        assert {field, *others} <= set(Terms.model_fields)


@EVERY_ENTRY
def test_an_entry_belongs_to_a_rule(entry: Entry) -> None:
    assert lexicons.is_allowed(entry) or entry.rule in {rule.name for rule in all_rules()}


@EVERY_ENTRY
def test_an_entry_can_be_looked_for(entry: Entry) -> None:
    assert all(len(word) > 1 for word in (*entry.terms, *entry.signs))
    assert bool(entry.patterns) == bool(entry.signs)
    assert bool(entry.lacks) != bool(entry.terms or entry.patterns)


@EVERY_ENTRY
def test_a_term_is_found_where_it_stands_alone(entry: Entry) -> None:
    scanner = Scanner([entry])
    for term in entry.terms:
        assert any(found.word == bare(term) for found in scanner.find(f"我們的{term}。")), term
        assert spans_in(entry, fold(f"我們的{term}。")), term


@EVERY_ENTRY
def test_every_match_of_a_pattern_contains_a_sign(entry: Entry) -> None:
    scanner = Scanner([entry])
    for pattern in entry.patterns:
        made = [text for text in islice(strings_of(pattern), 400) if matcher(pattern).search(text)]
        assert made, pattern
        for text in made:
            assert any(scanner.find(text)), (pattern, text)


def strings_of(pattern: str) -> Iterator[str]:
    """Some strings that a pattern may match: every branch, the least and the most of repeats."""
    parser = __import__("re._parser", fromlist=["parse"])
    yield from _strings(parser.parse(pattern).data)


def _strings(parts: list[Any]) -> Iterator[str]:
    """Choices vary one after another, so that few strings meet every branch."""
    choices = [list(islice(_made_of(*part), ALTERNATIVES)) for part in parts]
    longest = max(map(len, choices), default=0)
    if len(choices) < 6:
        yield from ("".join(chosen) for chosen in islice(product(*choices), ALTERNATIVES * 10))
    for i in range(longest):
        yield "".join(options[i % len(options)] for options in choices)


def _made_of(operation: Any, value: Any) -> Iterator[str]:
    name = str(operation)
    if name == "LITERAL":
        yield chr(value)
    elif name in ("ANY", "NOT_LITERAL"):
        yield "某"
    elif name == "IN":
        yield from _one_of(value)
    elif name == "BRANCH":
        for branch in value[1]:
            yield from _strings(branch.data)
    elif name == "SUBPATTERN":
        yield from _strings(value[3].data)
    elif name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        for times in dict.fromkeys((least, min(most, least + 1))):
            yield from (made * times for made in _strings(inner.data))
    elif name in ("ASSERT", "ASSERT_NOT", "AT"):
        yield ""
    else:
        raise AssertionError(name)


def _one_of(options: list[Any]) -> Iterator[str]:
    if str(options[0][0]) == "NEGATE":
        yield "某"
        return
    for operation, value in options:
        if str(operation) == "LITERAL":
            yield chr(value)
        elif str(operation) == "RANGE":
            yield from (chr(value[0]), chr(value[1]))
        else:
            yield {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " "}[str(value)]


SHARED = ("cash", "release", "rules", "taxes")
HOSTILE = [
    "分享" * 20_000,
    "最" * 40_000,
    "测" * 40_000,
    "关注后" * 15_000,
    "a" * 40_000,
    "tag " * 10_000,
    "抽 1" * 13_000,
    "1" * 40_000,
    "标记 1 位 " * 8_000,
    " " * 40_000,
    "@" * 40_000,
]


def patterns_of(entry: Entry) -> list[str]:
    asked = (entry.context, entry.stated, entry.lacks, entry.denied_by)
    return [*entry.patterns, *entry.exception_patterns, *(one for one in asked if one)]


def all_patterns() -> list[str]:
    shared = lexicons.promotions()
    kinds = (check.values.get("except_kinds") for check in lexicons.checks())
    of_entries = {pattern for entry in ENTRIES for pattern in patterns_of(entry)}
    return sorted({*of_entries, *filter(None, kinds), *(shared[key] for key in SHARED)})


@pytest.mark.parametrize("pattern", all_patterns())
def test_a_pattern_repeats_nothing_without_end(pattern: str) -> None:
    parser = __import__("re._parser", fromlist=["parse"])
    assert "MAXREPEAT" not in str(parser.parse(pattern).data)


def test_no_pattern_is_slow_on_hostile_text() -> None:
    """What backtracks would take minutes here; the bound is some hundred times of what it takes."""
    # The words of the patterns themselves, over and over, are the worst that they can meet.
    own = ["".join(islice(strings_of(pattern), 20)) or "某" for pattern in all_patterns()]
    texts = HOSTILE + [(text * (5_000 // len(text) + 1))[:5_000] for text in own]
    for pattern in all_patterns():
        started = time.process_time()
        for text in texts:
            sum(1 for _ in matcher(pattern).finditer(text))
        assert time.process_time() - started < 20, pattern


def test_characters_are_alike_in_one_way_only() -> None:
    text = (store.FOLDER / "lexicons/scripts.txt").read_text("utf-8")
    groups = [group for line in text.splitlines() if line[:2] != "# " for group in line.split()]
    characters = [character for group in groups for character in group]
    assert len(groups) > 800
    assert all(len(group) > 1 for group in groups)
    assert len(characters) == len(set(characters))


def test_only_what_a_market_needs_is_read() -> None:
    store.read.cache_clear()
    lexicon.cache_clear()
    before = store.read.cache_info().currsize
    list(lexicons.entries(("TW",), ("line-oa", "x")))
    assert store.read.cache_info().currsize - before == 2


@with_reference
def test_all_gathered_entries_are_carried_over() -> None:
    for section in ("entries", "structured_checks", "allow_lists"):
        for id_, entry in gathered(section).items():
            for kept_id in SPLIT.get(id_, [id_]):
                kept = BY_ID.get(kept_id) or next(
                    (check for check in lexicons.checks() if check.id == kept_id), None
                )
                assert (kept is None) == (id_ in ELSEWHERE), id_
                if kept is not None:
                    assert set(entry["source"]) <= set(kept.citation.sources)
                    assert kept.citation.as_of == str(entry["as_of"])
                    assert str(kept.citation.confidence) == entry["confidence"]
                    assert str(kept.severity) == entry.get("severity", "info"), id_


@with_reference
def test_every_gathered_term_is_a_hit_and_every_gathered_exception_is_none() -> None:
    for id_, gathered_entry in gathered("entries").items():
        entry = BY_ID.get(id_)
        if entry is None:
            continue
        for term in gathered_entry.get("terms", ()):
            assert spans_in(entry, fold(term)), (id_, term)
        for exception in gathered_entry.get("exceptions", ()):
            if not exception.startswith("re:"):
                assert not spans_in(entry, fold(exception)), (id_, exception)


@with_reference
def test_every_gathered_page_is_named() -> None:
    pages = yaml.safe_load(REFERENCE.read_text("utf-8"))["sources"]
    assert {key: page["url"] for key, page in pages.items()}.items() <= {
        key: page.url for key, page in lexicons.sources().items()
    }.items()


def test_figures_of_the_law_are_kept() -> None:
    caps = {check.id: check.values.get("cap") for check in lexicons.checks()}
    assert (caps["CN-PRIZE-MAX"], caps["TW-PRIZE-CAP"]) == (50_000, 5_000_000)
    ages = {
        check.market: check.values["age"] for check in lexicons.checks() if check.kind == "minors"
    }
    assert ages == {"CN": 14, "US": 13, "TW": 18}
    over = {
        check.market: check.values["over"] for check in lexicons.checks() if check.kind == "tax"
    }
    assert over == {"CN": 0, "TW": 1000}
    assert len(re.findall("[a-z_]+", str(_required("CN")))) == 16
    assert len(_required("TW")) == 13


def _required(market: str) -> list[str]:
    return next(
        check.values["required"]
        for check in lexicons.checks()
        if check.kind == "terms" and check.market == market
    )
