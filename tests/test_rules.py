"""Each rule against its own examples; every rule listed; codes unique; every language complete."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from socialplan.commands.testing import failures_of
from socialplan.linting import lint
from socialplan.linting.examples import TODAY, plan_of
from socialplan.linting.saying import rule_text
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan
from socialplan.translating import LANGUAGES, topic_messages

if TYPE_CHECKING:
    from socialplan.rule import Rule

RULES = all_rules()
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=str)


@EVERY_RULE
def test_a_rule_keeps_what_its_examples_promise(rule: Rule) -> None:
    assert list(failures_of(rule, RULES)) == []


@EVERY_RULE
def test_every_language_says_a_rule_with_the_same_words(rule: Rule) -> None:
    for language in LANGUAGES[1:]:
        own = topic_messages(language, rule.family).get(rule.code)
        assert isinstance(own, dict), f"no {language} for {rule}"
        assert set(own) == {"message", "reason"} | ({"help"} if rule.help else set())
        for part in own:
            assert fields(rule_text(rule, part, language)) == fields(rule_text(rule, part, "en"))


def fields(text: str | None) -> set[str]:
    """The words that a message asks for."""
    return {name for _, name, _, _ in Formatter().parse(text or "") if name}


@EVERY_RULE
def test_a_rule_says_why_it_exists_and_where_it_comes_from(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.reason
    assert rule.source
    assert rule.bad_examples.keys() == rule.good_examples.keys()


def test_codes_and_names_are_unique() -> None:
    handles = [handle for rule in RULES for handle in (rule.code, rule.name, *rule.aliases)]
    assert len(handles) == len(set(handles))


def test_rules_are_listed_in_the_order_of_their_codes_by_family() -> None:
    for family in {rule.family for rule in RULES}:
        codes = [rule.code for rule in RULES if rule.family == family]
        assert codes == sorted(codes)


def test_every_rule_file_is_listed() -> None:
    import socialplan.rules as package

    folder = Path(package.__file__).parent
    defined = {
        path.stem
        for path in folder.glob("*/*.py")
        if re.search(r"^@rule\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert defined == {rule.name.replace("-", "_") for rule in RULES}


def test_no_translation_is_left_over() -> None:
    codes = {rule.code for rule in RULES}
    for language in LANGUAGES[1:]:
        for family in {rule.family for rule in RULES}:
            assert set(topic_messages(language, family)) <= codes


TOLD_APART = {
    frozenset(("AUD114", "SMT116")): "the metric suits another purpose; it also needs a guard",
    frozenset(("MEA102", "SMT116")): "the metric is not recorded; it also needs a guard",
    frozenset(("SMT116", "SMT133")): "the metric measures another stage; it also needs a guard",
    frozenset(("FLO132", "MED111")): "the picture is late; its licence is also missing",
    frozenset(("PLN203", "SUP107")): "the name is unknown; the comment that allows it misses it",
}
"""Rules that may speak of one and the same value, and why that is not the same thing twice."""


@EVERY_RULE
def test_no_two_rules_say_the_same_of_one_value(rule: Rule, tmp_path: Path) -> None:
    """Several things may be missing from a post; of one written value, one rule speaks.

    Nor does one rule point to the very place at which another finds fault for itself.
    """
    for language in rule.bad_examples:
        example = rule.bad(language)
        if re.match(r"# \S+\.(toml|json)\n", example):
            continue
        loaded = load_plan(read_plan(plan_of(example, tmp_path)))
        findings = lint(loaded, RULES, TODAY)
        for own in (one for one in findings if one.code == rule.code):
            for other in findings:
                if other.code == own.code or is_title(other.path):
                    continue
                is_same = other.place == own.place and loaded.source.raw(own.path) is not None
                if is_same or other.place in {one.place for one in own.related}:
                    assert frozenset((own.code, other.code)) in TOLD_APART, other.message


def is_title(path: tuple[str | int, ...]) -> bool:
    """What the whole plan lacks is said at its title."""
    return path == ("title",)
