"""The rule unfilled-placeholder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import FIRM, due, unpublished
from socialplan.rules.copy.words import haystack, words_of
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_BLANKS = (
    "name|your name|date|time|link|url|price|city|brand|product|insert[^\\]]*|"
    "名字|姓名|稱呼|称呼|暱稱|昵称|店名|品牌|品名|產品|产品|日期|時間|时间|地點|地点|"
    "連結|链接|主題|主题|網址|网址|價格|价格|金額|金额|數字|数字"
)
_TO_DO = "待定|待填|待補[上充]?|待补[上充]?|待確認|待确认"
_BRACKETED = rf"[\[【［{{｛](?i:{_BLANKS}|{_TO_DO})[\]】］}}｝]|[（(](?:{_TO_DO})[）)]"
_UNWRITTEN = (
    r"(?<![A-Za-z0-9])(?:TODO|FIXME|TBD|TBC|X{3,})(?![A-Za-z0-9])"
    rf"|[\[【［（(](?:{_TO_DO})[\]】］）)]"
    r"|(?i:lorem ipsum)"
    r"|#\s*(?i:socialplan)\s*[:：]\s*(?i:file-)?(?i:ignore)"  # a comment that has become copy
)
_PLACEHOLDER = rf"\{{\{{[^{{}}\n]{{0,80}}\}}\}}|{_BRACKETED}|[○〇◯]{{2,}}|{_UNWRITTEN}"
_SIGNS = ("{{", "TODO", "FIXME", "TBD", "TBC", "XXX", "○○", "〇〇", "◯◯", "orem ipsum", "ignore")
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
                text: Hello {{name}}, the soup is back on TODO  # <-
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
                text: Hello neighbours, the soup is back on Monday
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
    if not any(sign in everything for sign in _SIGNS) and not re.search(_BRACKETED, everything):
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
                yield Problem(path, _told(found), within=within, severity=severity)


def _in_scripts(plan: Plan) -> Iterator[Problem]:
    """What is not written yet in scripts that are ready; a name in them differs each time."""
    for i, script in enumerate(plan.community.scripts if plan.community else ()):
        if script.ready:
            for found in re.finditer(_UNWRITTEN, script.text or ""):
                path = ("community", "scripts", i, "text")
                yield Problem(path, _told(found.group()), within=found.span())


def _told(found: str) -> dict[str, object]:
    kind = "gap-comment" if found.startswith("#") else "gap"
    return {"found": found, "why": Term(kind), "repair": Term(f"{kind}-help")}


def _gaps(one: Publication) -> Iterator[tuple[PlanPath, tuple[int, int], str]]:
    for path, text in words_of(one):
        for found in re.finditer(_PLACEHOLDER, text):
            if not (found.group().startswith("{{") and one.platform in _MERGING):
                yield path, found.span(), found.group()
