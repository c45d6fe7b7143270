"""The rule licence-needed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import asked, draws, say
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.interaction import Terms


@rule(
    "PRO123",
    Severity.ERROR,
    message="this draw needs {what}: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO123] -- reason` above the post.",
    source="Gambling Ordinance cap. 148 (Hong Kong); law 47/98/M (Macao)",
    bad={
        "en": """
            brand: {name: Little Bear, market: HK}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:  # <-
                    prize_name: a bag of beans
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: MO}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    start: 2026-12-05
                    notice_date: 2026-12-01  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: HK}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    prize_name: a bag of beans
                    licence_no_in_post: Trade Promotion Competition Licence No. 59999
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: MO}
            posts:
              - at: 2026-12-01 20:00
                interaction:
                  kind: lottery
                  terms:
                    start: 2026-12-05
                    notice_date: 2026-11-20
        """,
    },
)
def licence_needed(plan: Plan) -> Iterator[Problem]:
    """A draw without its licence or notice is an offence, however small the prize."""
    for draw in draws(plan):
        for check in asked(plan, "licence", draw) if draw.by_chance else ():
            field = check.values["field"]
            if not draw.gives(field):
                path = draw.path if draw.terms is None else (*draw.path, "terms")
                yield say(check, path, what=Term(f"licence-{field}"))
            elif _is_late(draw.terms, check.values.get("days_before", 0)):
                path = (*draw.path, "terms", field)
                yield say(check, path, what=Term("licence-earlier"))


def _is_late(terms: Terms | None, days: int) -> bool:
    """Say whether the notice was given too few days before the draw starts."""
    start, notice = getattr(terms, "start", None), getattr(terms, "notice_date", None)
    if start is None or notice is None or not days:
        return False
    first = start.date() if isinstance(start, datetime) else start
    return bool((first - notice).days < days)
