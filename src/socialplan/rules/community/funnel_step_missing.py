"""The rule funnel-step-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts.metrics import steps
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM151",
    Severity.INFO,
    message="of the six steps these are missing: {missing}",
    help="Add each with its rate, be it only the number of today.",
    source="The community-plan guide that this tool grew from: six steps, each with its rate",
    bad="""
        funnel:  # <-
          - {step: attract, rate: follow, target: 2%}
          - {step: close, rate: close, target: 17%}
          - {step: serve, rate: satisfaction, target: 92%}
          - {step: upsell, rate: repeat, target: 26%}
          - {step: refer, rate: referral, target: 9%}
    """,
    good="""
        funnel:
          - {step: attract, rate: follow, target: 2%}
          - {step: nurture, rate: retention, target: 42%}
          - {step: close, rate: close, target: 17%}
          - {step: serve, rate: satisfaction, target: 92%}
          - {step: upsell, rate: repeat, target: 26%}
          - {step: refer, rate: referral, target: 9%}
    """,
)
def funnel_step_missing(plan: Plan) -> Iterator[Problem]:
    """The step that nobody looks at is where customers are lost unseen."""
    named = {entry.step for entry in plan.funnel if entry.step}
    order = [one["step"] for one in steps()] if named else []
    missing = [Term(f"step-{step}") for step in order if step not in named]
    if missing:
        yield Problem(("funnel",), {"missing": missing}, on_key=True)
