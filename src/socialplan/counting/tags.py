"""Where hashtags and mentions stand in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regex import Pattern

_WORD = r"\p{L}\p{M}\p{Nd}_"
# A tag of digits only is none; one glued to a Latin word or an address is part of it.
# Chinese is written without spaces, so a tag may follow it at once.
_FORMS = {
    "plain": rf"(?<![A-Za-z0-9_&/])[#＃](?=[\p{{Nd}}_]*[\p{{L}}\p{{M}}])(?P<name>[{_WORD}]+)(?!://)",
    "paired": r"[#＃](?P<name>[^#＃\s](?:[^#＃\n]*[^#＃\s])?)[#＃]",
}
_MENTION = r"(?<![A-Za-z0-9_.!#$%&*/+-])[@＠](?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)"


def hashtags(text: str, form: str = "plain") -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each hashtag; `paired` is Weibo's #topic#, and `none` finds none."""
    if form in _FORMS and ("#" in text or "＃" in text):
        yield from _named(_FORMS[form], text)


def mentions(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each @name that is not part of an address."""
    if "@" in text or "＠" in text:
        yield from _named(_MENTION, text)


def _named(pattern: str, text: str) -> Iterator[tuple[int, int, str]]:
    for found in _compiled(pattern).finditer(text):
        yield found.start(), found.end(), found["name"]


@cache
def _compiled(pattern: str) -> Pattern[str]:
    import regex

    return regex.compile(pattern)
