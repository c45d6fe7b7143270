"""The rule text-over-fold."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from socialplan.counting import fitting
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded, length_of, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded

_FOLDED = ("text", "title")


@rule(
    "TXT102",
    Severity.INFO,
    message="{platform} hides the end of this opening: {measured} of {limit} {unit} ({cited})",
    help="Say the main thing first; in a text, break the line after it.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: news, platform: email}
        posts:
          - account: news
            title: Your weekend with us, and one small surprise  # <-
    """,
    good="""
        accounts:
          - {id: news, platform: email}
        posts:
          - account: news
            title: One small surprise this weekend
    """,
)
def text_over_fold(plan: Plan) -> Iterator[Problem]:
    """Most readers never tap “more”, so an opening that breaks off there says nothing to them."""
    seen = set()
    for one in bounded(plan):
        if not one.bounds.folds:
            continue
        for path, text, field in _openings(one):
            key = (path, one.bounds.platform.slug)
            if key not in seen:
                seen.add(key)
                yield from _hidden(one, path, text, field)


def _openings(one: Bounded) -> Iterator[tuple[PlanPath, str, str]]:
    """The title and the first paragraph, as far as a fold is known for them."""
    for field in _FOLDED:
        if field in one.bounds.folds and (text := getattr(one.publication, field)):
            yield one.publication.path(field), text.split("\n", 1)[0], field


def _hidden(one: Bounded, path: PlanPath, text: str, field: str) -> Iterator[Problem]:
    # Where a phone shows less than a screen, what fits the phone is seen by everybody.
    first = min(one.bounds.folds[field], key=lambda fold: fold.max or inf)
    for excess in exceeded([first], length_of(text)):
        found = say(path, excess, one.bounds.platform.slug)
        start = fitting(excess.limit.count, text, excess.bound)
        yield replace(found, within=(start, len(text)))
