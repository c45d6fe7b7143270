"""Posts of the library that run again: how long the plan wants to wait between two runs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.folding import same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.plan import Plan
    from socialplan.rules.copy.told import Told

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def evergreens(plan: Plan) -> Mapping[str, timedelta]:
    """The time to wait, by the folded title and the folded words of the library's posts."""
    return plan.once(_evergreens)


def run_of(said: Told, known: Mapping[str, timedelta]) -> str | None:
    """Which post of the library this is a run of, by its title or its words."""
    for words in filter(None, (said.one.title, said.text)):
        if (folded := same(words).strip()) in known:
            return folded
    return None


def _evergreens(plan: Plan) -> dict[str, timedelta]:
    return {
        same(words).strip(): timedelta(days=post.cooldown.interval * _DAYS[post.cooldown.unit])
        for post in plan.library
        if post.cooldown
        for words in (post.title, post.text)
        if words
    }
