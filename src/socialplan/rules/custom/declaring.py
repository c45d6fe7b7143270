"""A declaration held to what a rule needs: each key, its type, the words that messages ask for."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from socialplan.finding import Severity
from socialplan.rules.custom.complaints import WrongRuleError
from socialplan.rules.custom.paths import names_of
from socialplan.rules.custom.places import steps_to
from socialplan.rules.custom.tests_of_values import FILLED, TESTS, compiled
from socialplan.translating import LANGUAGES, UnknownLanguageError, known_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from socialplan.rules.custom.paths import Step

NEEDED = {
    "code": '"ACM001"',
    "name": '"no-shouting"',
    "message": '"“{value}” …"',
    "given": '"posts[*].title"',
    "then": "{required = true}",
}
"""The keys that a rule cannot do without, and how each is written."""
SPOKEN = ("message", "help", "reason")
KEYS = (*NEEDED, "severity", "help", "reason", "bad", "good")
_SHAPES = {"code": "[A-Z]{3}[0-9]{3}", "name": "[a-z][a-z0-9]*(-[a-z0-9]+)*"}


def check_keys(written: Mapping[str, Any]) -> None:
    """Raise WrongRuleError for the first thing that keeps a declaration from being a rule."""
    for key in written:
        _known("key", "key", key, KEYS, key)
    for key, example in NEEDED.items():
        if written.get(key) in (None, ""):
            raise WrongRuleError("key-missing", what=key, example=example)
    for key in ("code", "name", "severity", "bad", "good"):
        if not isinstance(written.get(key, ""), str):
            raise WrongRuleError("not-text", key, what=key)
    for key, shape in _SHAPES.items():
        if not re.fullmatch(shape, written[key]):
            raise WrongRuleError(key, key, value=written[key])
    if "severity" in written:
        severities = [str(one) for one in Severity]
        _known("severity", "value", written["severity"], severities, "severity")


def _known(message: str, word: str, value: str, known: Sequence[str], *at: str) -> None:
    """Refuse what is none of the known names; say the nearest one, and all."""
    from difflib import get_close_matches

    if value not in known:
        near = get_close_matches(value.lower(), known, n=1)
        words = {word: value, "names": tuple(known), "meant": near[0] if near else None}
        raise WrongRuleError(f"{message}-near" if near else message, *at, **words)


def spoken_of(written: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Give what a rule says in each language, by part; the first one is for all the others."""
    said: dict[str, dict[str, str]] = {}
    for part in SPOKEN:
        told = written.get(part, "")
        table = told if isinstance(told, dict) else {"": told}
        if not table or not all(isinstance(text, str) for text in table.values()):
            raise WrongRuleError("not-said", part, what=part)
        for tag, text in table.items():
            for language in dict.fromkeys(("", tag and _language(part, tag))):
                said.setdefault(language, {}).setdefault(part, text)
    return said


def _language(part: str, tag: str) -> str:
    try:
        return known_language(tag)
    except UnknownLanguageError:
        raise WrongRuleError("language", part, tag, key=tag, names=LANGUAGES) from None


def check_blanks(said: Mapping[str, Mapping[str, str]], then: Mapping[str, Any]) -> None:
    """Refuse a word in braces that not every test of `then` gives: it would be left blank."""
    given = {"value"} | set.intersection(*(FILLED[key] for key in then))
    for parts in said.values():
        for part in ("message", "help"):
            for blank in _blanks(parts.get(part, "")) - given:
                _refuse_blank(part, blank, sorted(given), then)


def _refuse_blank(part: str, blank: str, given: list[str], then: Mapping[str, Any]) -> None:
    if blank == "{":
        raise WrongRuleError("brace", part, what=part)
    without = [key for key in then if blank not in FILLED[key]]
    words = {"what": part, "blank": f"{{{blank}}}", "names": [f"{{{one}}}" for one in given]}
    message = "blank-sometimes" if len(without) < len(then) else "blank"
    raise WrongRuleError(message, part, **words, tests=without)


def _blanks(text: str) -> set[str]:
    """List the words in braces; a lone brace counts as one that nobody knows."""
    try:
        return {
            name + (f":{form}" if form else "") + (f"!{conversion}" if conversion else "")
            for _, name, form, conversion in Formatter().parse(text)
            if name is not None
        }
    except ValueError:
        return {"{"}


def steps_of(given: Any) -> list[tuple[Step, ...]]:
    """Read the path of a rule, or its paths."""
    paths = [given] if isinstance(given, str) else given
    if not isinstance(paths, list) or not paths or not all(isinstance(one, str) for one in paths):
        raise WrongRuleError("given", "given", value=str(given))
    found = []
    for path in paths:
        names = names_of(path)
        if names is None:
            raise WrongRuleError("given", "given", value=path)
        try:
            found.append(steps_to(names))
        except WrongRuleError as error:
            error.words["value"] = path
            raise
    return found


def tests_of(then: Any) -> dict[str, Any]:
    """Make the tests of a rule."""
    if not isinstance(then, dict) or not then:
        raise WrongRuleError("then", "then", names=tuple(TESTS))
    for key in then:
        _known("then-key", "key", key, tuple(TESTS), "then", key)
    return {key: compiled(key, value) for key, value in then.items()}
