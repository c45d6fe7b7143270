"""A message, its words and a language make a sentence."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("en", "zh-TW", "zh-CN")
MESSAGES = Path(__file__).with_name("messages")
LONGEST_WORD = 80
"""Characters of a plan's own text that a message quotes before it is cut with an ellipsis."""

WHOLE = ("path", "place", "folder", "option")
"""Words that are never cut: somebody has to find what they name."""
_BLANK = re.compile(r"( ?)\{(\w+)\}( ?)")
_QUOTED = re.compile("「[^「」]*」|“[^“”]*”")
_OPENING = re.compile(r"(?<!\{)((?:\{\{)*)\{(?=\w)")
"""What begins a blank, behind braces that are doubled to be seen."""
_INNER = {"zh-TW": str.maketrans("「」『』", "『』「」"), "": str.maketrans("“”", "‘’")}
"""What quotation marks within quotation marks are; an English ’ may be an apostrophe, and stays."""

_SIMPLIFIED = ("cn", "hans", "sg", "my")


class UnknownLanguageError(ValueError):
    """A language that socialplan does not speak."""


class Term(str):
    """A word of a message that is itself translated: a key of `messages/<language>/terms.yaml`."""

    __slots__ = ()


class Number(str):
    """A whole number, which can also choose between two words: `{n} {n:day|days}`."""

    __slots__ = ()

    def __format__(self, choice: str) -> str:
        one, _, many = choice.partition("|")
        return (one if self == "1" else many) if choice else str(self)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a message with words of its own: a key of `terms.yaml`, and what fills it."""

    key: str
    named: Mapping[str, object]


def known_language(tag: str) -> str:
    """Find the language of socialplan that a tag such as `zh_Hant_TW.UTF-8`, `cn` or `en-GB` means.

    Raises `UnknownLanguageError` where none is meant.
    """
    parts = re.split("[.@]", tag, maxsplit=1)[0].replace("_", "-").lower().split("-")
    if parts[0] in ("en", "c", "posix"):
        return "en"
    if parts[0] == "tw":
        return "zh-TW"
    if parts[0] == "cn":
        return "zh-CN"
    if parts[0] == "zh":
        return "zh-CN" if any(part in _SIMPLIFIED for part in parts[1:]) else "zh-TW"
    raise UnknownLanguageError(tag)


def language_of_run(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """Choose the language: what was asked for, else `SOCIALPLAN_LANG`, else the system's locale."""
    if asked:
        return known_language(asked)
    for name in ("SOCIALPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            try:
                return known_language(environ[name])
            except UnknownLanguageError:
                return "en"
    return "en"


def words(language: str) -> Callable[..., str]:
    """Give the function that says `topic.key` of `messages/<language>/topic.yaml`."""

    def say(message: str, /, **named: object) -> str:
        return fill(template(language, message), named, language)

    return say


def template(language: str, message: str) -> str:
    """Look up the unfilled text of `topic.key`; English where the language lacks it."""
    topic, _, key = message.partition(".")
    found = topic_messages(language, topic).get(key)
    if found is None and language != "en":
        found = topic_messages("en", topic).get(key)
    if not isinstance(found, str):
        raise KeyError(message)
    return found


def fill(text: str, named: Mapping[str, object], language: str) -> str:
    """Put the words into a message; numbers, lists and terms are written as the language does."""
    plain = {
        name: str(value) if name in WHOLE else _written(value, language)
        for name, value in named.items()
    }
    for name, value in named.items():
        if isinstance(value, Term):
            plain[name] = template(language, f"terms.{value}").format_map(plain)
    if language != "en" and " " in text:
        text = _BLANK.sub(lambda blank: _closed_up(blank, plain), text)
    mark = "「" if language == "zh-TW" else "“"
    if mark in text and any(mark in word for word in plain.values()):
        text, plain = _nested(text, plain, language)
    return text.format_map(plain)


def _nested(text: str, plain: Mapping[str, str], language: str) -> tuple[str, dict[str, str]]:
    """Write inner quotation marks where a message quotes what has marks of its own.

    What is nothing but marks is what the message is about, and names are to be found as they are.
    """
    marks = _INNER.get(language, _INNER[""])
    inner = {
        f"~{name}": type(word)(word.translate(marks))
        if name not in WHOLE and word.strip("「」『』“”")
        else word
        for name, word in plain.items()
    }
    quoted = _QUOTED.sub(lambda found: _OPENING.sub(r"\1{~", found[0]), text)
    return quoted, {**plain, **inner}


def _closed_up(blank: re.Match[str], plain: Mapping[str, str]) -> str:
    """Take out the spaces around a blank where Chinese meets Chinese."""
    text, word = blank.string, plain.get(blank[2], "")
    before, after = text[: blank.start()][-1:], text[blank.end() :][:1]
    if next_one := _BLANK.match(text, blank.end()):
        after = plain.get(next_one[2], "")[:1]
    left = "" if _is_wide(before) and _is_wide(word[:1]) else blank[1]
    right = "" if _is_wide(after) and _is_wide(word[-1:]) else blank[3]
    return f"{left}{{{blank[2]}}}{right}"


def _is_wide(char: str) -> bool:
    return "\u2e80" <= char < "\U0001f000"


def _written(value: object, language: str) -> str:
    """Write one word of a message."""
    if isinstance(value, Term):
        return template(language, f"terms.{value}")
    if isinstance(value, Phrase):
        return fill(template(language, f"terms.{value.key}"), value.named, language)
    if isinstance(value, str):
        return value if len(value) <= LONGEST_WORD else value[: LONGEST_WORD - 1] + "…"
    if isinstance(value, dict):  # the same thing in several languages
        return str(value.get(language) or value["en"])
    if isinstance(value, list | tuple | set | frozenset):
        comma = ", " if language == "en" else "、"
        return comma.join(_written(one, language) for one in value)
    if isinstance(value, float):
        return f"{value:.10g}"
    return Number(value) if isinstance(value, int) else str(value)


@cache
def topic_messages(language: str, topic: str) -> Mapping[str, object]:
    """Read one file of messages; empty where the language has none of that name."""
    path = MESSAGES / language / f"{topic}.yaml"
    if not path.is_file():
        return {}
    from socialplan.datafiles import read_data

    found = read_data(path)
    return found if isinstance(found, dict) else {}
