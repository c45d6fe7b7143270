"""Each rule against its own examples; every rule listed; codes unique; every language complete."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from socialplan.finding import Safety
from socialplan.fixing import mend
from socialplan.linting import lint, session
from socialplan.linting.saying import rule_text
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan
from socialplan.translating import LANGUAGES, topic_messages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.finding import Finding
    from socialplan.rule import Rule

TODAY = date(2026, 11, 21)
MARK = re.compile(r"[ ]*# <-[ ]*$", re.MULTILINE)
REQUIRED = {"socialplan": "1", "title": "Example", "brand": "{name: Little Bear, market: TW}"}

RULES = all_rules()
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=str)


def marked_lines(example: str) -> set[int]:
    """The lines that an example says are faulty."""
    return {number for number, line in enumerate(example.splitlines(), 1) if MARK.search(line)}


def lines_found_by(rule: Rule, example: str, folder: Path) -> set[int]:
    """The lines on which a rule, run alone, finds fault."""
    if other := re.match(r"# (socialplan\.toml|baseline\.json)\n", example):
        return lines_found_in(rule, example, folder, other[1])
    encoding = re.search(r"coding: ([\w-]+)", example)
    plan = folder / "socialplan.yaml"
    plan.write_bytes(completed(example).encode(encoding[1] if encoding else "utf-8"))
    # Rules on exceptions speak only when the rules that are excepted have spoken.
    together = RULES if rule.family == "SUP" else [rule]
    findings = lint(load_plan(read_plan(plan)), together, TODAY)
    return {finding.place.line for finding in findings if finding.code == rule.code}


def lines_found_in(rule: Rule, example: str, folder: Path, name: str) -> set[int]:
    """The same for an example that is no plan but a file beside one."""
    (folder / "socialplan.yaml").write_text(completed("title: Example\n"), encoding="utf-8")
    _, _, text = MARK.sub("", example).partition("\n")
    (folder / name).write_text("\n" + text, encoding="utf-8")
    given = {"baseline": str(folder / name)} if name.endswith(".json") else {}
    ran = session.run(session.Asked((folder / "socialplan.yaml",), given, TODAY))
    return {one.place.line for one in ran.report.findings if one.code == rule.code}


def completed(example: str) -> str:
    """The example without its marks, and below it the required keys that it does not show."""
    text = MARK.sub("", example)
    if not re.match(r"(#.*\n)*\w+:", text):
        return text
    missing = (
        f"{key}: {value}\n"
        for key, value in REQUIRED.items()
        if not re.search(rf"(?m)^{key}:", text)
    )
    return text + "".join(missing)


@EVERY_RULE
def test_a_rule_finds_fault_with_its_bad_example(rule: Rule, tmp_path: Path) -> None:
    for language in rule.bad_examples:
        bad = rule.bad(language)
        assert lines_found_by(rule, bad, tmp_path) == marked_lines(bad) != set()


@EVERY_RULE
def test_a_rule_has_nothing_to_say_of_its_good_example(rule: Rule, tmp_path: Path) -> None:
    for language in rule.good_examples:
        good = rule.good(language)
        assert marked_lines(good) == set()
        assert lines_found_by(rule, good, tmp_path) == set()


@EVERY_RULE
def test_a_rule_that_can_fix_makes_its_good_example_of_its_bad_one(
    rule: Rule, tmp_path: Path
) -> None:
    fixed = {
        language: mended_by(rule, rule.bad(language), tmp_path) for language in rule.bad_examples
    }
    assert any(safeties for _, safeties in fixed.values()) is (rule.fix is not None)
    for language, (after, _) in fixed.items():
        good = completed(rule.good(language)).splitlines()
        if not rule.fix:
            continue
        # What no rule can think up is left as it was; all else is as it should be.
        left = lines_found_by(rule, after, tmp_path)
        assert left or after.splitlines() == good
        lines = enumerate(zip(after.splitlines(), good, strict=True), 1)
        assert all(
            is_now == should_be for number, (is_now, should_be) in lines if number not in left
        )


def mended_by(rule: Rule, example: str, folder: Path) -> tuple[str, set[Safety]]:
    """An example with all fixes of a rule made, and how safe they are."""
    plan = folder / "mended.yaml"
    encoding = re.search(r"coding: ([\w-]+)", example)
    plan.write_bytes(completed(example).encode(encoding[1] if encoding else "utf-8"))
    together = RULES if rule.family == "SUP" else [rule]
    safeties: set[Safety] = set()

    def find(texts: Mapping[str, bytes]) -> list[Finding]:
        found = lint(load_plan(read_plan(plan, texts)), together, TODAY)
        own = [one for one in found if one.code == rule.code]
        safeties.update(one.fix.safety for one in own if one.fix is not None)
        return own

    mended = mend(lambda texts: read_plan(plan, texts), find, set(Safety))
    after = mended.files[0].after if mended.files else plan.read_bytes()
    return after.decode(errors="replace"), safeties


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
}
"""Rules that may speak of one and the same value, and why that is not the same thing twice."""


@EVERY_RULE
def test_no_two_rules_say_the_same_of_one_value(rule: Rule, tmp_path: Path) -> None:
    """Several things may be missing from a post; of one written value, one rule speaks."""
    for language in rule.bad_examples:
        example = rule.bad(language)
        if re.match(r"# \S+\.(toml|json)\n", example):
            continue
        encoding = re.search(r"coding: ([\w-]+)", example)
        plan = tmp_path / "socialplan.yaml"
        plan.write_bytes(completed(example).encode(encoding[1] if encoding else "utf-8"))
        loaded = load_plan(read_plan(plan))
        findings = lint(loaded, RULES, TODAY)
        for own in (one for one in findings if one.code == rule.code):
            for other in findings:
                same = other.code != own.code and other.place == own.place
                if same and loaded.source.raw(own.path) is not None and not is_title(own.path):
                    assert frozenset((own.code, other.code)) in TOLD_APART, other.message


def is_title(path: tuple[str | int, ...]) -> bool:
    """What the whole plan lacks is said at its title."""
    return path == ("title",)
