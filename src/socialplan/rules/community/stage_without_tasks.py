"""The rule stage-without-tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.community.groups import NEEDED, run_groups
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "COM111",
    Severity.WARNING,
    message="nothing is to be done yet for {stages}",
    help="Add `tasks:` with what is done, by whom and until when.",
    source="The community-plan guide that this tool grew from: break a goal down into tasks of "
    "inviting, activating and retaining",
    bad="""
        community:
          groups: [moms]
          stages:
            - {stage: invite, tasks: [Call for members in the shop]}
            - {stage: activate, within_days: 3}  # <-
            - {stage: retain, tasks: [A question for everybody each Friday]}
    """,
    good="""
        community:
          groups: [moms]
          stages:
            - {stage: invite, tasks: [Call for members in the shop]}
            - {stage: activate, within_days: 3, tasks: [Greet everybody by name]}
            - {stage: retain, tasks: [A question for everybody each Friday]}
    """,
)
def stage_without_tasks(plan: Plan) -> Iterator[Problem]:
    """A stage that nobody works on happens by chance."""
    community = run_groups(plan)
    if community is None:
        return
    for i, stage in enumerate(community.stages):
        if not stage.tasks:
            yield Problem(("community", "stages", i), {"stages": Term(f"within-{stage.stage}")})
    named = {stage.stage for stage in community.stages}
    missing = [Term(f"within-{stage}") for stage in NEEDED if stage not in named]
    if missing:
        where = ("community", "stages") if community.stages else ("community",)
        yield Problem(where, {"stages": missing}, on_key=True)
