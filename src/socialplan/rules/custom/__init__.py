"""Rules that a configuration declares: `given` a place in the plan, `then` what holds there."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from socialplan.config import BadConfig
from socialplan.finding import Confidence, Problem, Severity
from socialplan.rule import Rule
from socialplan.rules.custom.paths import steps_of, values_at
from socialplan.rules.custom.tests_of_values import TESTS, Complaint, WrongTestError, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from socialplan.config import Settings
    from socialplan.rules.custom.paths import Step
    from socialplan.source import Source

KEYS = ("code", "name", "message", "given", "then", "severity", "help", "reason", "bad", "good")
_NEEDED = ("code", "name", "message", "given", "then")
_WORDS = dict.fromkeys(("value", "found", "pattern", "known", "measured", "limit"), "")
SAID = 200
"""Findings of one rule in one plan; a pattern that means everything would drown the rest."""


def custom_rules(settings: Settings, taken: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Make the rules of a configuration; what cannot be one stops the run with a sentence."""
    handles = {handle for rule in taken for handle in (rule.code, rule.name)}
    made = []
    for number, written in enumerate(settings.rules, 1):
        rule = _rule(settings, number, written)
        for handle in (rule.code, rule.name):
            if handle in handles:
                raise _bad(settings, number, Complaint("taken", {"handle": handle}))
            handles.add(handle)
        made.append(rule)
    return tuple(made)


def _rule(settings: Settings, number: int, written: Mapping[str, Any]) -> Rule:
    for complaint in _complaints(written):
        raise _bad(settings, number, complaint)
    return Rule(
        code=written["code"],
        severity=Severity(written.get("severity", "warning")),
        message=written["message"],
        source=str(settings.files[0]) if settings.files else "",
        check=_check(settings, number, written),
        bad_examples={"en": written.get("bad", "")},
        good_examples={"en": written.get("good", "")},
        help=written.get("help"),
        confidence=Confidence.HIGH,
        needs=("source",),
    )


def _complaints(written: Mapping[str, Any]) -> Iterator[Complaint]:
    """Say what keeps a declaration from being a rule, the first thing first."""
    yield from _wrong_keys(written)
    if not re.fullmatch(r"[A-Z]{3}[0-9]{3}", written["code"]):
        yield Complaint("code")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", written["name"]):
        yield Complaint("name")
    if written.get("severity", "warning") not in [str(one) for one in Severity]:
        yield Complaint("severity")


def _wrong_keys(written: Mapping[str, Any]) -> Iterator[Complaint]:
    for key in written:
        if key not in KEYS:
            yield Complaint("unknown-key", {"key": key, "known": KEYS})
    for key in _NEEDED:
        if not written.get(key):
            yield Complaint("key-missing", {"key": key})
    for key in ("code", "name", "message", "given", "help", "reason", "bad", "good"):
        if not isinstance(written.get(key, ""), str):
            yield Complaint("not-text", {"key": key})
    for key in ("message", "help"):
        if _blanks(written.get(key, "")) - set(_WORDS):
            yield Complaint("blanks", {"key": key, "known": tuple(_WORDS)})


def _blanks(text: str) -> set[str]:
    """List the words in braces; a lone brace counts as one that nobody knows."""
    try:
        return {
            name + (form or "") + (conversion or "")
            for _, name, form, conversion in Formatter().parse(text)
            if name is not None
        }
    except ValueError:
        return {"{"}


def _check(
    settings: Settings, number: int, written: Mapping[str, Any]
) -> Callable[[Source], Iterator[Problem]]:
    steps = steps_of(written["given"])
    if steps is None:
        raise _bad(settings, number, Complaint("given"))
    then = written["then"]
    if not isinstance(then, dict) or not then or not then.keys() <= TESTS.keys():
        raise _bad(settings, number, Complaint("then", {"known": tuple(TESTS)}))
    try:
        tests = {key: compiled(key, value) for key, value in then.items()}
    except WrongTestError as error:
        raise _bad(settings, number, error.complaint) from None

    def check(source: Source) -> Iterator[Problem]:
        return _problems(source, steps, tests)

    check.__name__ = written["name"].replace("-", "_")
    check.__doc__ = written.get("reason") or written["message"]
    return check


def _problems(
    source: Source, steps: tuple[Step, ...], tests: Mapping[str, Any]
) -> Iterator[Problem]:
    said = 0
    for path, value, there in values_at(source.data, steps):
        for key, wanted in tests.items():
            found = TESTS[key](value, there, wanted)
            if found is None:
                continue
            words = {**_WORDS, "value": "" if value is None else str(value), **found.words}
            yield Problem(path, words, within=found.within)
            said += 1
        if said >= SAID:
            return


def _bad(settings: Settings, number: int, complaint: Complaint) -> BadConfig:
    file, keys = settings.rule_places[number - 1]
    key = complaint.words.get("key")
    at = (*keys, key) if isinstance(key, str) else keys
    written = int(keys[-1]) + 1
    return BadConfig(f"rule-{complaint.key}", file, at, number=written, **complaint.words)
