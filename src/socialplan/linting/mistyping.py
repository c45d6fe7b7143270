"""Comments that were plainly meant to allow something, and are not written as those that do."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from socialplan.finding import Fix, Problem, Rewrite, Safety, Span
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.source import Comment

_ALIKE = 0.7
"""How alike a slip is to `ignore`."""


@cache
def _pattern() -> re.Pattern[str]:
    """Match the mark, perhaps a word, and names in brackets or a list of them without."""
    return re.compile(
        r"#\s*(?P<all>socialplan(?P<colon>\s*+[:：=＝-]?\s*+)"
        r"(?P<verb>file[\s-]*+ignore|[^\W\d][\w-]*+)?(?P<gap>\s*+[:：=＝]?\s*+)"
        r"(?:[\[［【](?P<rules>[^\]］】]+)[\]］】]|(?P<bare>NAME(?:\s*+[,，、]\s*+NAME)*+)))"
        r"(?P<ends>\s*+(?:$|--|[—–―]|until\b))?".replace("NAME", r"[a-z][\w-]*+"),
        re.IGNORECASE,
    )


@cache
def _allowing() -> re.Pattern[str]:
    """Match what other linters, and people, call it."""
    return re.compile("ignore|disable|noqa|suppress|allow|skip|忽略|略[過过]|跳[過过]|放行")


def mistyped(comment: Comment, means_any: Callable[[str], bool]) -> Problem | None:
    """Say how a comment that allows nothing would allow what it names; None of plain prose."""
    found = _pattern().search(comment.text)
    if found is None or not _is_meant(found, means_any):
        return None
    start = comment.span.start
    span = Span(start + found.start("all"), start + found.end("all"))
    verb = (found["verb"] or "").lower()
    kind = "file-ignore" if re.search("file|檔|文件", verb) else "ignore"
    meant = f"socialplan: {kind}[{(found['rules'] or found['bare']).strip()}]"
    words = {"code": found["all"], "why": Phrase("waiver-mistyped", {})}
    fix = Fix((Rewrite(span, meant),), Safety.UNSAFE)
    return Problem((), words, span=span, suggestion=meant, fix=fix)


def _is_meant(found: re.Match[str], means_any: Callable[[str], bool]) -> bool:
    """Hold prose, `socialplan: see PLN203`, to be none: silence is better than a false alarm."""
    verb = (found["verb"] or "").lower()
    is_allowing = bool(
        _allowing().search(verb) or get_close_matches(verb, ("ignore",), cutoff=_ALIKE)
    )
    if is_allowing and found["rules"] and not found["gap"]:
        return True
    names = re.split(r"[,，、;；\s]+", (found["rules"] or found["bare"]).strip())
    if found["ends"] is None or not all(map(means_any, names)):
        return False
    return is_allowing or bool(found["rules"] and found["colon"].strip() and not found["gap"])
