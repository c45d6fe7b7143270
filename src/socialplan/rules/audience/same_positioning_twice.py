"""The rule same-positioning-twice."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.finding import PlanPath, Problem, Related
from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "AUD112",
    Severity.WARNING,
    message="“{account}” and “{other_account}” have the same positioning",
    help="Say what each platform does best for its own people, or close one of the two.",
    source="Knowing each platform's audience and approach: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        accounts:
          - {id: line, platform: line-oa, positioning: News from Little Bear}
          - {id: ig, platform: instagram, positioning: News from Little Bear}  # <-
    """,
    good="""
        accounts:
          - {id: line, platform: line-oa, positioning: Your coupon and your table}
          - {id: ig, platform: instagram, positioning: News from Little Bear}
    """,
)
def same_positioning_twice(plan: Plan) -> Iterator[Problem]:
    """Two accounts that do the same compete with each other for the same evening's work."""
    first: dict[str, tuple[str, PlanPath]] = {}
    for i, account in enumerate(plan.accounts):
        path: PlanPath = ("accounts", i, "positioning")
        said = _folded(account.positioning or "") if account.id else ""
        if said in first:
            other, there = first[said]
            words = {"account": account.id, "other_account": other}
            yield Problem(path, words, related=(Related("first-here", there),))
        elif said:
            first[said] = (account.id, path)


def _folded(text: str) -> str:
    return "".join(one for one in normalize("NFKC", text).casefold() if one.isalnum())
