"""Rules that a configuration declares: `given` a place in the plan, `then` what holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socialplan.config import BadConfig
from socialplan.config.values import named_from_here
from socialplan.finding import Confidence, Problem, Severity
from socialplan.rule import Rule
from socialplan.rules.custom.complaints import WrongRuleError
from socialplan.rules.custom.declaring import (
    check_blanks,
    check_keys,
    spoken_of,
    steps_of,
    tests_of,
)
from socialplan.rules.custom.paths import values_at
from socialplan.rules.custom.tests_of_values import TESTS, SlowPatternError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from socialplan.config import Settings
    from socialplan.pinpointing import Keys
    from socialplan.rules.custom.paths import Step
    from socialplan.source import Source

SAID = 200
"""Findings of one rule in one plan; a pattern that means everything would drown the rest."""


def custom_rules(settings: Settings, taken: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Make the rules of a configuration; what cannot be one stops the run with a sentence."""
    by_handle = {one: rule for rule in taken for one in (rule.code, rule.name, *rule.aliases)}
    families = {rule.family for rule in taken}
    made = []
    for written, (file, keys) in zip(settings.rules, settings.rule_places, strict=True):
        try:
            rule = _rule(file, keys, written)
            for key in ("code", "name"):
                if (other := by_handle.get(written[key])) is not None:
                    words = {"value": written[key], "other": str(other)}
                    raise WrongRuleError("taken", key, **words)
            if rule.family in families:
                raise WrongRuleError("family", "code", value=rule.family)
        except WrongRuleError as error:
            raise _bad(file, keys, error) from None
        by_handle |= {rule.code: rule, rule.name: rule}
        made.append(rule)
    return tuple(made)


def _rule(file: Path, keys: Keys, written: Mapping[str, Any]) -> Rule:
    check_keys(written)
    said = spoken_of(written)
    tests = tests_of(written["then"])
    check_blanks(said, tests)
    paths = steps_of(written["given"])

    def check(source: Source) -> Iterator[Problem]:
        try:
            yield from _problems(source, paths, tests)
        except SlowPatternError as error:
            slow = WrongRuleError("slow", "then", value=str(error))
            raise _bad(file, keys, slow) from None

    check.__name__ = written["name"].replace("-", "_")
    check.__doc__ = said[""].get("reason")
    return Rule(
        code=written["code"],
        severity=Severity(written.get("severity", "warning")),
        message=said[""]["message"],
        source=named_from_here(file),
        check=check,
        bad_examples={"en": written.get("bad", "")},
        good_examples={"en": written.get("good", "")},
        help=said[""].get("help") or None,
        confidence=Confidence.HIGH,
        needs=("source",),
        translations={language: parts for language, parts in said.items() if language},
    )


def _problems(
    source: Source, paths: Sequence[tuple[Step, ...]], tests: Mapping[str, Any]
) -> Iterator[Problem]:
    said = 0
    for path, value, there in (one for steps in paths for one in values_at(source.data, steps)):
        for key, wanted in tests.items():
            found = TESTS[key](value, there, wanted)
            if found is None:
                continue
            words = {"value": "" if value is None else str(value), **found.words}
            yield Problem(path, words, within=found.within)
            said += 1
        if said >= SAID:
            return


def _bad(file: Path, keys: Keys, error: WrongRuleError) -> BadConfig:
    number = int(keys[-1]) + 1
    return BadConfig(
        f"rule-{error.message}", file, (*keys, *error.at), number=number, **error.words
    )
