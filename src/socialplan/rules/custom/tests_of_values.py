"""What `then` can ask of a value: pattern, forbidden, enumeration, length, required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PATIENCE = 0.5
"""Seconds for one pattern on one value; a pattern that takes longer is refused with a sentence."""


class Complaint(NamedTuple):
    """What keeps a declaration from being a rule: a key of messages, and its words."""

    key: str
    words: Mapping[str, Any] = {}


class WrongTestError(ValueError):
    """A test that is not of the right shape."""

    def __init__(self, what: str, /, **words: object) -> None:
        super().__init__(what)
        self.complaint = Complaint(what, words)


class Failed(NamedTuple):
    """Why a value fails: words for the message, and the characters it is about."""

    words: Mapping[str, object]
    within: tuple[int, int] | None = None


def compiled(key: str, wanted: Any) -> Any:
    """Make what a test needs once; raises WrongTestError where it is not of the right shape."""
    if key == "pattern" or key == "forbidden":
        return [_pattern(one) for one in _texts(key, wanted)]
    if key == "enumeration":
        return frozenset(_texts(key, wanted))
    if key == "required":
        if wanted is not True:
            raise WrongTestError("required")
        return True
    if not isinstance(wanted, dict) or not wanted.keys() <= {"min", "max"}:
        raise WrongTestError("length", example="{min = 1, max = 60}")
    if not all(isinstance(one, int) and one >= 0 for one in wanted.values()):
        raise WrongTestError("length", example="{min = 1, max = 60}")
    return wanted


def _texts(key: str, wanted: Any) -> list[str]:
    items = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(items, list) or not all(isinstance(one, str) and one for one in items):
        raise WrongTestError("texts", key=key)
    return items


def _pattern(text: str) -> Any:
    import regex

    try:
        return regex.compile(text)
    except (regex.error, OverflowError, RecursionError) as error:
        raise WrongTestError("pattern", pattern=text, reason=str(error)) from None


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
        if found is not None:
            return Failed({"found": found[0]}, found.span())
    return None


def _fails_enumeration(value: Any, there: bool, wanted: Any) -> Failed | None:
    text = _text(value)
    if text is None or not there or text in wanted:
        return None
    return Failed({"known": sorted(wanted)})


def _fails_length(value: Any, there: bool, wanted: Any) -> Failed | None:
    if not there or not isinstance(value, str | list):
        return None
    measured = len(value)
    if wanted.get("min", 0) <= measured <= wanted.get("max", measured):
        return None
    return Failed({"measured": measured, "limit": wanted.get("max", wanted.get("min"))})


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
        from socialplan.errors import SocialPlanError

        raise SocialPlanError("slow-pattern", pattern=pattern.pattern) from None
