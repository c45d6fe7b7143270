"""The rule rate-out-of-order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.metrics import steps
from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

FEWER = {"referral": "satisfaction"}
"""Rates of the same customers of which the first cannot well exceed the second."""


@rule(
    "COM152",
    Severity.WARNING,
    message="the funnel is out of order: {why}",
    help="Six steps in order, each judged by its own rate, and the target beyond today's number.",
    source="The community-plan guide that this tool grew from: six steps and six rates, one to one",
    bad="""
        funnel:
          - {step: close, rate: close, baseline: 14%, target: 17%}
          - {step: upsell, rate: repeat, baseline: 21%, target: 26%}
          - {step: serve, rate: satisfaction, baseline: 88%, target: 92%}  # <-
    """,
    good="""
        funnel:
          - {step: close, rate: close, baseline: 14%, target: 17%}
          - {step: serve, rate: satisfaction, baseline: 88%, target: 92%}
          - {step: upsell, rate: repeat, baseline: 21%, target: 26%}
    """,
)
def rate_out_of_order(plan: Plan) -> Iterator[Problem]:
    """Read in order, six rates show where customers are lost; mixed up, they show nothing."""
    if not plan.funnel:
        return
    for path, why in (*_misplaced(plan), *_of_other_steps(plan), *_worse(plan)):
        yield Problem(path, {"why": why})
    yield from _implausible(plan)


def _misplaced(plan: Plan) -> Iterator[tuple[PlanPath, Phrase]]:
    """Steps that stand below one that comes after them."""
    order = [one["step"] for one in steps()]
    latest = 0
    for i, entry in enumerate(plan.funnel):
        number = order.index(entry.step) if entry.step else latest
        if number < latest:
            words = {"step": Term(f"step-{entry.step}"), "other": Term(f"step-{order[latest]}")}
            yield ("funnel", i), Phrase("funnel-step-late", words)
        latest = max(latest, number)


def _of_other_steps(plan: Plan) -> Iterator[tuple[PlanPath, Phrase]]:
    usual = {one["step"]: one["rate"] for one in steps()}
    for i, entry in enumerate(plan.funnel):
        if entry.step and entry.rate and entry.rate != usual[entry.step]:
            words = {"step": Term(f"step-{entry.step}"), "rate": Term(f"rate-{entry.rate}")}
            words["usual"] = Term(f"rate-{usual[entry.step]}")
            yield ("funnel", i, "rate"), Phrase("funnel-other-rate", words)


def _worse(plan: Plan) -> Iterator[tuple[PlanPath, Phrase]]:
    for i, entry in enumerate(plan.funnel):
        before, after = entry.baseline, entry.target
        if before is not None and after is not None and after < before:
            words = {"target": _percent(after), "baseline": _percent(before)}
            yield ("funnel", i, "target"), Phrase("funnel-worse", words)


def _percent(rate: float) -> str:
    return f"{rate * 100:.4g}%"


def _implausible(plan: Plan) -> Iterator[Problem]:
    """More people recommend a brand than are content with it?"""
    known: dict[str, int] = {entry.rate: i for i, entry in enumerate(plan.funnel) if entry.rate}
    for fewer, more in FEWER.items():
        here, there = known.get(fewer), known.get(more)
        if here is None or there is None:
            continue
        for key in ("baseline", "target"):
            low, high = getattr(plan.funnel[here], key), getattr(plan.funnel[there], key)
            if low is not None and high is not None and low > high:
                words = {"rate": Term(f"rate-{fewer}"), "other": Term(f"rate-{more}")}
                yield Problem(
                    ("funnel", here, key),
                    {"why": Phrase("funnel-implausible", words)},
                    related=(Related("compared-with", ("funnel", there, key)),),
                )
                break
