"""The rule everyone-as-audience."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.plan.content import Segment
    from socialplan.plan.people import Persona

EVERYONE = (
    "(every|any)(one|body|person)|all(people|users|consumers)|(the)?(general)?public|(the)?masses|"
    "(一般|普[罗羅]|社[会會])?大[众眾]|一般民[众眾]|所有(人|消[费費]者|用[户戶])|全[体體民]|"
    "每[个個]人|任何人|人人|不限(对象|對象)?"
)
"""Names that leave nobody out, in small letters and without spaces."""


@rule(
    "AUD123",
    Severity.WARNING,
    message="“{name}” leaves nobody out, so it describes nobody",
    help="Begin with the customers who come most, and say what they have in common.",
    source="The plan table of the LINE Biz course: an audience such as 商家新好友, not everyone",
    bad={
        "en": """
            personas:
              - {id: all, name: Everyone}  # <-
        """,
        "zh-TW": """
            personas:
              - {id: all, name: 所有人}  # <-
        """,
        "zh-CN": """
            personas:
              - {id: all, name: 普罗大众}  # <-
        """,
    },
    good={
        "en": """
            personas:
              - {id: all, name: Parents who fetch their child at four}
        """,
        "zh-TW": """
            personas:
              - {id: all, name: 四點接小孩的爸媽}
        """,
        "zh-CN": """
            personas:
              - {id: all, name: 四点接孩子的爸妈}
        """,
    },
)
def everyone_as_audience(plan: Plan) -> Iterator[Problem]:
    """A text that must please everybody says nothing that one person would remember."""
    for path, name in _audiences(plan):
        if re.fullmatch(EVERYONE, _folded(name)):
            yield problem(*path, name=name)


def _audiences(plan: Plan) -> Iterator[tuple[PlanPath, str]]:
    """Names of personas and segments; an id alone stands for the name."""
    named: list[tuple[str, Sequence[Persona | Segment]]]
    named = [("personas", plan.personas), ("segments", plan.segments)]
    for section, audiences in named:
        for i, one in enumerate(audiences):
            yield (section, i, "name" if one.name else "id"), one.name or one.id or ""


def _folded(name: str) -> str:
    return "".join(one for one in normalize("NFKC", name).casefold() if one.isalnum())
