"""The rule goal-without-posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "SMT134",
    Severity.INFO,
    message="no post works towards “{goal}”; the plan has {count}",
    help="Write the goal's id under `goal:` of the posts, or of their campaign.",
    source="Purpose, goals, execution, optimisation: the LINE Biz course on planning "
    "(tw.linebiz.com/column/system-marketing-plan)",
    bad="""
        goals:
          - {id: visits, metric: store_visits, target: 90}  # <-
        posts:
          - title: Opening day
    """,
    good="""
        goals:
          - {id: visits, metric: store_visits, target: 90}
        posts:
          - title: Opening day
            goal: visits
    """,
)
def goal_without_posts(plan: Plan) -> Iterator[Problem]:
    """A goal that no post serves will be reached by luck."""
    if not plan.posts:
        return
    served = _served(plan)
    for i, goal in enumerate(plan.goals):
        if goal.id not in served:
            yield problem("goals", i, goal=called(goal, i), count=len(plan.posts))


def _served(plan: Plan) -> set[str | None]:
    """The goals of posts, of their campaigns, and of work in the community."""
    served = {post.goal for post in plan.posts}
    campaigns = {post.campaign for post in plan.posts}
    served |= {one.goal for one in plan.campaigns if one.id in campaigns}
    if plan.community is not None:
        served |= {event.goal for event in plan.community.events}
        for stage in plan.community.stages:
            served |= {stage.goal, *(task.goal for task in stage.tasks)}
    return served - {None}
