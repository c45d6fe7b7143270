"""The rule sock-puppet."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.facts.community import customs
from socialplan.finding import Problem
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.community import Community

BEFORE = 12
"""Characters before a hit in which somebody may forbid what it says."""


@rule(
    "COM132",
    Severity.WARNING,
    message="“{words}” has the team pose as members",
    help="Let a named member of staff begin the talk, and say that it is staff.",
    source="Endorsement guides of the FTC (16 CFR 255), 反不正当竞争法 art. 9 and 公平交易法 "
    "art. 25: the public is not to be misled about who is speaking",
    bad={
        "en": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - Two fake members ask the first questions  # <-
        """,
        "zh-TW": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - 開幕當天用小號暖場，先問三個問題  # <-
        """,
        "zh-CN": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - 开群当天用自己的小号暖场，先问三个问题  # <-
        """,
    },
    good={
        "en": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - Two members of staff, named as such, ask the first questions
        """,
        "zh-TW": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - 開幕當天由標明身分的工作人員先問三個問題
        """,
        "zh-CN": """
            community:
              stages:
                - stage: activate
                  tasks:
                    - 开群当天由标明身份的工作人员先问三个问题
        """,
    },
)
def sock_puppet(plan: Plan) -> Iterator[Problem]:
    """A group is built on trust in those who speak; posing as customers is also unlawful."""
    if plan.community is None:
        return
    fact = customs()["posing_as_members"]
    for path, written in _planned(plan.community):
        text = normalize("NFKC", written)
        for hit in _patterns().finditer(text):
            if _unless().search(text[max(0, hit.start() - BEFORE) : hit.start()]):
                continue
            within = hit.span() if text == written else None
            words = {"words": hit[0]}
            yield Problem(path, words, within=within, confidence=fact.confidence)
            break


_FIELDS = {
    "rituals": ("title", "topics"),
    "scripts": ("scene",),  # the words themselves are copy, which other rules read
    "events": ("title", "note"),
    "stages": ("channels",),
}


def _planned(community: Community) -> Iterator[tuple[PlanPath, str]]:
    """What the team is to do, in its own words."""
    for i, stage in enumerate(community.stages):
        for j, task in enumerate(stage.tasks):
            yield ("community", "stages", i, "tasks", j, "what"), task.what
    for section, fields in _FIELDS.items():
        for i, part in enumerate(getattr(community, section)):
            for field in fields:
                yield from _texts(("community", section, i, field), getattr(part, field))
    yield from _texts(("community", "key_members"), community.key_members)


def _texts(path: PlanPath, written: str | tuple[str, ...] | None) -> Iterator[tuple[PlanPath, str]]:
    if isinstance(written, tuple):
        yield from (((*path, i), text) for i, text in enumerate(written))
    elif written:
        yield path, written


@cache
def _patterns() -> re.Pattern[str]:
    patterns = customs()["posing_as_members"].value["patterns"]
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


@cache
def _unless() -> re.Pattern[str]:
    return re.compile(customs()["posing_as_members"].value["unless"], re.IGNORECASE)
