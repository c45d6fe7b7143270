"""Whether the product suits a community at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.plan.community import Community

ASPECTS = ("repurchase", "topicality", "affinity")
MOST = 2
"""The best score of an aspect."""


@dataclass(frozen=True)
class Score:
    """How well the product suits a community in one respect."""

    aspect: str
    score: int
    why: str


@dataclass(frozen=True)
class FitCard:
    """The scores, and what they come to."""

    scores: tuple[Score, ...]
    total: int
    most: int
    verdict: str
    """good, partly or poor; empty while an aspect has no score."""


def fit_card(community: Community) -> FitCard | None:
    """Add up the scores; nothing where there are none."""
    fit = community.fit
    found = [(aspect, getattr(fit, aspect)) for aspect in ASPECTS] if fit else []
    scores = tuple(Score(aspect, one.score, one.why or "") for aspect, one in found if one)
    if not scores:
        return None
    total = sum(one.score for one in scores)
    return FitCard(scores, total, MOST * len(ASPECTS), _verdict(scores, total))


def _verdict(scores: tuple[Score, ...], total: int) -> str:
    """Judge the whole: one respect that does not fit at all can only be made up for in part."""
    if len(scores) < len(ASPECTS):
        return ""
    if total < len(ASPECTS):
        return "poor"
    return "good" if total > len(ASPECTS) and all(one.score for one in scores) else "partly"
