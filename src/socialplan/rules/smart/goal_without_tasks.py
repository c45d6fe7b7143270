"""The rule goal-without-tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Severity, rule
from socialplan.rules.community.groups import NEEDED
from socialplan.rules.smart.goals import called, metric_of, smart_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.community import Community

STAGES = ("community", "stages")


@rule(
    "SMT135",
    Severity.WARNING,
    message="“{goal}” is about the stage “{stage}”, for which the community has no tasks",
    help="Add the stage with its tasks under `community: stages:`, or name the goal in a task.",
    source="The community-plan guide that this tool grew from: break a goal down by stages",
    bad="""
        accounts:
          - {id: moms, platform: wechat-group}
        goals:
          - {id: orders, metric: conversion_rate, target: 5%, accounts: [moms]}  # <-
        community:
          groups: [moms]
          stages:
            - {stage: invite, tasks: [Call for members in the shop]}
            - {stage: activate, tasks: [Greet everybody by name]}
            - {stage: retain, tasks: [A question for everybody each Friday]}
    """,
    good="""
        accounts:
          - {id: moms, platform: wechat-group}
        goals:
          - {id: orders, metric: conversion_rate, target: 5%, accounts: [moms]}
        community:
          groups: [moms]
          stages:
            - {stage: invite, tasks: [Call for members in the shop]}
            - {stage: activate, tasks: [Greet everybody by name]}
            - {stage: retain, tasks: [A question for everybody each Friday]}
            - {stage: convert, tasks: [A joint order each Friday]}
    """,
)
def goal_without_tasks(plan: Plan) -> Iterator[Problem]:
    """A group does not stay lively by itself; a goal is as real as the work behind it."""
    if plan.community is None or any(hole[:2] == STAGES for hole in plan.holes):
        return  # what could not be read may be the very stage
    stages, named = _worked_on(plan.community)
    groups = set(plan.community.groups)
    for i, goal in smart_goals(plan):
        known = metric_of(goal)
        if known is None or known.stage in stages or goal.id in named:
            continue
        if not groups.isdisjoint(goal.accounts):
            words = {"goal": called(goal, i), "stage": known.stage}
            here = Related("compared-with", STAGES, on_key=True)
            yield Problem(("goals", i), words, related=(here,))


def _worked_on(community: Community) -> tuple[set[str], set[str | None]]:
    """The stages of which nothing is to be said here, and the goals that somebody works for.

    Of stages that every group needs, stage-without-tasks speaks, once for all goals.
    """
    named = {task.goal for stage in community.stages for task in stage.tasks}
    named |= {stage.goal for stage in community.stages}
    named |= {event.goal for event in community.events}
    written = {str(stage.stage) for stage in community.stages}
    return written.union(NEEDED, ("brand", "process")), named - {None}
