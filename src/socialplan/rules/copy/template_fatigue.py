"""The rule template-fatigue."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.told import can_change, text_path, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.rules.copy.told import Told
    from socialplan.source import Source

RUNNING = 3
_LETTERS = ("email",)
"""A letter opens with a greeting; what makes people read it is its subject."""

_FIRST = 80
"""Characters in which a text must have begun."""
# What stands before the first words: the name of a column, emoji, tags.
_LABEL = r"(?:[【\[［〔][^】\]］〕\n]{0,20}[】\]］〕]|[#＃@＠]\S+|[^\w【\[［〔#＃@＠]+)*+"
# They go up to a mark, and no further than a glance takes in.
_OPENING = r"[a-z0-9'’]+(?: [a-z0-9'’]+){0,3}|[^\W_a-z0-9]{1,8}"


@rule(
    "TXT173",
    Severity.INFO,
    message="this is post {number} in a row on {account} that opens with “{opening}”",
    help="Open with what is new today; a greeting is not what people stop for.",
    source="Vendors' figures on groups: the same greeting every day, and most members mute it",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - {account: line, at: 2026-12-02 20:00, text: "Hello neighbours, the soup is back"}
              - {account: line, at: 2026-12-09 20:00, text: "Hello neighbours! We close early"}
              - {account: line, at: 2026-12-16 20:00, text: "Hello neighbours, meet Tom"}  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - {account: line, at: 2026-12-02 20:00, text: 哈囉大家好～熱湯回來了}
              - {account: line, at: 2026-12-09 20:00, text: 哈囉大家好！今天提早打烊}
              - {account: line, at: 2026-12-16 20:00, text: 哈囉大家好，認識一下阿湯}  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, at: 2026-12-02 20:00, text: 家人们，热汤回来了}
              - {account: wb, at: 2026-12-09 20:00, text: 家人们！今天提早打烊}
              - {account: wb, at: 2026-12-16 20:00, text: 家人们，认识一下阿汤}  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - {account: line, at: 2026-12-02 20:00, text: "Hello neighbours, the soup is back"}
              - {account: line, at: 2026-12-09 20:00, text: "We close early tonight"}
              - {account: line, at: 2026-12-16 20:00, text: "Hello neighbours, meet Tom"}
        """,
        "zh-TW": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - {account: line, at: 2026-12-02 20:00, text: 哈囉大家好～熱湯回來了}
              - {account: line, at: 2026-12-09 20:00, text: 今天提早打烊}
              - {account: line, at: 2026-12-16 20:00, text: 哈囉大家好，認識一下阿湯}
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, at: 2026-12-02 20:00, text: 家人们，热汤回来了}
              - {account: wb, at: 2026-12-09 20:00, text: 今天提早打烊}
              - {account: wb, at: 2026-12-16 20:00, text: 家人们，认识一下阿汤}
        """,
    },
)
def template_fatigue(plan: Plan, source: Source, today: date) -> Iterator[Problem]:
    """The first words decide whether anybody reads the next, and these they have read before."""
    said_of: set[int] = set()
    for account, posts in told(plan).items():
        speaking = [said for said in posts if said.text and said.one.platform not in _LETTERS]
        for opening, row in groupby(speaking, key=_opening):
            run = list(row) if opening else []
            last = run[RUNNING - 1 :]
            tired = next((one for one in last if can_change(one, today)), None)
            if tired is not None and tired.one.post_index not in said_of:
                said_of.add(tired.one.post_index)
                yield _say(tired, run[: run.index(tired)], account or "", source)


def _say(tired: Told, before: list[Told], account: str, source: Source) -> Problem:
    """Point at its opening, and at those of the two posts before."""
    start, end = _span(tired.text)
    path = text_path(tired)
    return Problem(
        path,
        {"opening": tired.text[start:end], "number": len(before) + 1, "account": account},
        within=(start, end),
        related=tuple(_opened_by(one, source) for one in before[-2:]),
    )


def _opened_by(said: Told, source: Source) -> Related:
    path = text_path(said)
    return Related("compared-with", path, source.within(path, *_span(said.text)))


def _opening(said: Told) -> str:
    start, end = _span(said.text)
    return said.text[start:end].lower() if end - start > 1 else ""


def _span(text: str) -> tuple[int, int]:
    """Where the first words stand."""
    found = _beginning().match(text, 0, _FIRST)
    return found.span(1) if found else (0, 0)


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(f"{_LABEL}({_OPENING})", re.IGNORECASE)
