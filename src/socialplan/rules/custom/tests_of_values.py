"""What `then` can ask of a value: pattern, forbidden, enumeration, length, required."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.rules.custom.complaints import WrongRuleError
from socialplan.rules.custom.sizes import too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 0.5
"""Seconds for one pattern on one value; a pattern that takes longer is refused with a sentence."""
EXAMPLES = {
    "pattern": "'^[A-Z]'",
    "forbidden": "['…', '…']",
    "enumeration": '["…", "…"]',
    "length": "{min = 1, max = 60}",
    "required": "true",
}
"""How each test is written."""
FILLED = {
    "pattern": {"pattern"},
    "forbidden": {"found"},
    "enumeration": {"known"},
    "length": {"measured", "limit"},
    "required": set[str](),
}
"""The words that each test gives to a message, beside `value`."""
_SEVERAL = re.compile(r"[、，；]|[,;] ")


class Failed(NamedTuple):
    """Why a value fails: words for the message, and the characters it is about."""

    words: Mapping[str, object]
    within: tuple[int, int] | None = None


class SlowPatternError(Exception):
    """A pattern that would take for ever."""


def compiled(key: str, wanted: Any) -> Any:
    """Make what a test needs once; WrongRuleError where it is not of the right shape."""
    if key == "required":
        if wanted is not True:
            raise WrongRuleError("required", "then", key)
        return True
    if key == "length":
        return _bounds(wanted)
    texts = _texts(key, wanted)
    return frozenset(texts) if key == "enumeration" else [_pattern(key, one) for one in texts]


def _bounds(wanted: Any) -> Any:
    fine = isinstance(wanted, dict) and wanted and wanted.keys() <= {"min", "max"}
    if not fine or not all(type(one) is int and one >= 0 for one in wanted.values()):
        raise WrongRuleError("length", "then", "length", example=EXAMPLES["length"])
    if wanted.get("min", 0) > wanted.get("max", wanted.get("min", 0)):
        raise WrongRuleError("length-nothing", "then", "length", **wanted)
    return wanted


def _texts(key: str, wanted: Any) -> list[str]:
    items = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(items, list) or not items:
        raise WrongRuleError("texts", "then", key, what=key, example=EXAMPLES[key])
    if not all(isinstance(one, str) and one for one in items):
        raise WrongRuleError("texts", "then", key, what=key, example=EXAMPLES[key])
    if isinstance(wanted, str) and key != "pattern" and _SEVERAL.search(wanted):
        parts = ", ".join(f"'{one.strip()}'" for one in _SEVERAL.split(wanted))
        raise WrongRuleError("one-text", "then", key, what=key, parts=parts, value=wanted)
    return items


def _pattern(key: str, text: str) -> Any:
    import regex

    if "\b" in text:
        raise WrongRuleError("backspace", "then", key, what=key)
    if too_large(text):
        raise WrongRuleError("slow", "then", key, value=text)
    try:
        made = regex.compile(text)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", None) or str(error)
        words = {"value": text, "reason": reason, "escaped": re.escape(text)}
        raise WrongRuleError("pattern", "then", key, **words) from None
    if key == "forbidden" and _search(made, "") is not None:
        raise WrongRuleError("forbids-all", "then", key, value=text)
    return made


def _fails_pattern(value: Any, there: bool, wanted: Any) -> Failed | None:
    text = _text(value)
    if text is None or not there:
        return None
    missing = [one.pattern for one in wanted if _search(one, text) is None]
    return Failed({"pattern": missing}) if missing else None


def _fails_forbidden(value: Any, there: bool, wanted: Any) -> Failed | None:
    text = _text(value)
    if text is None or not there:
        return None
    for one in wanted:
        found = _search(one, text)
        if found is not None and found[0]:
            return Failed({"found": found[0]}, found.span())
    return None


def _fails_enumeration(value: Any, there: bool, wanted: Any) -> Failed | None:
    text = _text(value)
    if text is None or not there or text in wanted:
        return None
    return Failed({"known": sorted(wanted)})


def _fails_length(value: Any, there: bool, wanted: Any) -> Failed | None:
    """Count items of a list, and what readers take for characters of a text."""
    from socialplan.counting import count

    if not there or not isinstance(value, str | list):
        return None
    measured = count("graphemes", value) if isinstance(value, str) else len(value)
    if measured < wanted.get("min", 0):
        return Failed({"measured": measured, "limit": wanted["min"]})
    if measured > wanted.get("max", measured):
        return Failed({"measured": measured, "limit": wanted["max"]})
    return None


def _fails_required(value: Any, there: bool, wanted: Any) -> Failed | None:  # noqa: ARG001
    return None if there and value not in (None, "", [], {}) else Failed({})


TESTS: Mapping[str, Callable[[Any, bool, Any], Failed | None]] = {
    "pattern": _fails_pattern,
    "forbidden": _fails_forbidden,
    "enumeration": _fails_enumeration,
    "length": _fails_length,
    "required": _fails_required,
}


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


def _search(pattern: Any, text: str) -> Any:
    """Search, giving up on a pattern that would take for ever."""
    try:
        return pattern.search(text, timeout=PATIENCE)
    except TimeoutError:
        raise SlowPatternError(pattern.pattern) from None
