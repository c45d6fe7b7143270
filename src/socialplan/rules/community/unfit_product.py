"""The rule unfit-product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.community import customs
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

ASPECTS = ("repurchase", "topicality", "affinity")
HIGHEST = 2


@rule(
    "COM103",
    Severity.WARNING,
    message="the product gets {total} of {most} points for a community; below {least} a group "
    "rarely carries itself (weak: {weak})",
    help="Widen what the group is about, or serve these customers one by one.",
    source="The community-plan guide that this tool grew from: three questions whether a product "
    "suits a community",
    bad="""
        community:
          purpose: Tips on lamps
          fit:  # <-
            repurchase: {score: 0, why: a lamp lasts ten years}
            topicality: {score: 1, why: only while moving house}
            affinity: {score: 1, why: buyers have little in common}
    """,
    good="""
        community:
          purpose: Tips on lamps
          fit:
            repurchase: {score: 1, why: bulbs and shades each season}
            topicality: {score: 1, why: only while moving house}
            affinity: {score: 2, why: neighbours in new flats help each other}
    """,
)
def unfit_product(plan: Plan) -> Iterator[Problem]:
    """What nobody buys again or talks about gives a group nothing to do."""
    fit = plan.community.fit if plan.community else None
    if fit is None:
        return
    scores = {name: getattr(fit, name).score for name in ASPECTS if getattr(fit, name) is not None}
    unknown = len(ASPECTS) - len(scores)
    bound, total = customs()["fit_least"], sum(scores.values())
    if total + HIGHEST * unknown < bound.value:
        weak = [Term(f"fit-{name}") for name, score in scores.items() if score < HIGHEST]
        words = {"total": total, "most": HIGHEST * len(ASPECTS), "least": bound.value}
        yield Problem(
            ("community", "fit"), {**words, "weak": weak}, on_key=True, confidence=bound.confidence
        )
