"""The rule unfilled-placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import FIRM, due, unpublished
from socialplan.rules.copy.placeholders import SIGNS, TO_BE_TOLD, bracketed, placeholder, unwritten
from socialplan.rules.copy.words import haystack, words_of
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_MERGING = ("email",)
"""There a name in double braces is filled in when it is sent."""


@rule(
    "TXT162",
    Severity.ERROR,
    message="{why}",
    help="{repair}",
    source="The plan language: what is published is published as it stands",
    bad={
        "en": """
            posts:
              - title: Our winter menu
                at: 2026-11-25 20:00
                status: approved
                text: "Hello {{name}}, the soup is back. Price: TODO"  # <-
        """,
        "zh-TW": """
            posts:
              - title: 冬季菜單
                at: 2026-11-25 20:00
                status: approved
                text: 親愛的[名字]，○○湯回來了  # <-
        """,
        "zh-CN": """
            posts:
              - title: 冬季菜单
                at: 2026-11-25 20:00
                status: approved
                text: 亲爱的【昵称】，热汤XXX日回归  # <-
        """,
    },
    good={
        "en": """
            posts:
              - title: Our winter menu
                at: 2026-11-25 20:00
                status: approved
                text: "Hello neighbours, the soup is back. Price: 180"
        """,
        "zh-TW": """
            posts:
              - title: 冬季菜單
                at: 2026-11-25 20:00
                status: approved
                text: 親愛的鄰居，南瓜湯回來了
        """,
        "zh-CN": """
            posts:
              - title: 冬季菜单
                at: 2026-11-25 20:00
                status: approved
                text: 亲爱的邻居，热汤 30 日回归
        """,
    },
)
def unfilled_placeholder(plan: Plan, today: date) -> Iterator[Problem]:
    """“Dear {{name}}” is read by everybody, and copied by some."""
    yield from _in_scripts(plan)
    everything = haystack(plan)
    if not any(sign in everything for sign in SIGNS) and not bracketed().search(everything):
        return
    soon = {id(one) for one in due(plan, today)}
    seen = set()
    for one in unpublished(plan):
        if id(one) not in soon and one.status not in FIRM:
            continue  # a draft may have gaps as long as there is time
        severity = None if one.status in FIRM else Severity.WARNING
        for path, within, found in _gaps(one):
            if (path, found) not in seen:
                seen.add((path, found))
                meant = found in TO_BE_TOLD and Severity.WARNING
                yield Problem(path, _told(found), within=within, severity=meant or severity)


def _in_scripts(plan: Plan) -> Iterator[Problem]:
    """What is not written yet in scripts that are ready; a name in them differs each time."""
    for i, script in enumerate(plan.community.scripts if plan.community else ()):
        if script.ready:
            for found in unwritten().finditer(script.text or ""):
                path = ("community", "scripts", i, "text")
                yield Problem(path, _told(found.group()), within=found.span())


def _told(found: str) -> dict[str, object]:
    kind = "gap-comment" if found.startswith("#") else "gap"
    return {"found": found, "why": Term(kind), "repair": Term(f"{kind}-help")}


def _gaps(one: Publication) -> Iterator[tuple[PlanPath, tuple[int, int], str]]:
    for path, text in words_of(one):
        for found in placeholder().finditer(text):
            if not (found.group().startswith("{{") and one.platform in _MERGING):
                yield path, found.span(), found.group()
