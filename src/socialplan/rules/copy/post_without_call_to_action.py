"""The rule post-without-call-to-action."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from socialplan.facts.store import read
from socialplan.rule import Confidence, Severity, problem, rule
from socialplan.rules.copy.due import due, each_post, path_of
from socialplan.rules.copy.links import leads_somewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_QUESTIONS = ("?", "？")


@rule(
    "TXT132",
    Severity.INFO,
    message="this post does not say what its readers should do next",
    help="Add `call_to_action:`, a link or a question.",
    source="AIDA (attention, interest, desire, action), E. St. Elmo Lewis, 1898",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            posts:
              - title: The oven is new  # <-
                at: 2026-11-25 20:00
                text: It bakes sixty croissants at once.
        """,
        "zh-TW": """
            posts:
              - title: 換了新烤箱  # <-
                at: 2026-11-25 20:00
                text: 一次可以烤六十個可頌。
        """,
        "zh-CN": """
            posts:
              - title: 换了新烤箱  # <-
                at: 2026-11-25 20:00
                text: 一次可以烤六十个可颂。
        """,
    },
    good={
        "en": """
            posts:
              - title: The oven is new
                at: 2026-11-25 20:00
                text: It bakes sixty croissants at once.
                call_to_action: Come and taste the first tray at eight
        """,
        "zh-TW": """
            posts:
              - title: 換了新烤箱
                at: 2026-11-25 20:00
                text: 一次可以烤六十個可頌。
                call_to_action: 早上八點來吃第一盤
        """,
        "zh-CN": """
            posts:
              - title: 换了新烤箱
                at: 2026-11-25 20:00
                text: 一次可以烤六十个可颂。
                call_to_action: 早上八点来吃第一盘
        """,
    },
)
def post_without_call_to_action(plan: Plan, today: date) -> Iterator[Problem]:
    """Readers who like a post and are told nothing more scroll on."""
    for one in each_post(due(plan, today)):
        if not asks_for_something(one):
            yield problem(*path_of(one))


def asks_for_something(one: Publication) -> bool:
    """Say whether readers are told what to do next, in whatever way."""
    if one.call_to_action or one.post.interaction or leads_somewhere(one):
        return True
    said = [said.text for said in one.texts]
    return any(mark in text for text in said for mark in _QUESTIONS) or any(
        _calls().search(text) for text in (*said, one.title or "")
    )


@cache
def _calls() -> re.Pattern[str]:
    """Find words that ask for something, in any of the languages."""
    words = read("calls-to-action.yaml")["words"]
    english = "|".join(map(re.escape, words["en"]))
    chinese = "|".join(re.escape(word) for name in ("zh-TW", "zh-CN") for word in words[name])
    return re.compile(rf"\b(?:{english})\b|https?://|{chinese}", re.IGNORECASE)
