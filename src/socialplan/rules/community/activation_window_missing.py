"""The rule activation-window-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "COM112",
    Severity.INFO,
    message="the plan does not say within how many days a new member should speak",
    help="Add `within_days:` to the stage; three is usual.",
    source="The community-plan guide that this tool grew from: activate soon, or the group is dead",
    bad="""
        community:
          stages:
            - {stage: activate, tasks: [Greet everybody by name]}  # <-
    """,
    good="""
        community:
          stages:
            - {stage: activate, within_days: 3, tasks: [Greet everybody by name]}
    """,
)
def activation_window_missing(plan: Plan) -> Iterator[Problem]:
    """Who has said nothing in the first days will not begin later."""
    for i, stage in enumerate(plan.community.stages if plan.community else ()):
        if stage.stage == "activate" and stage.within_days is None:
            yield problem("community", "stages", i)
