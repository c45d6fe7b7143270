"""The rule click-goal-without-link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import each_post, unpublished
from socialplan.rules.copy.links import leads_somewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan

_NEED_A_LINK = frozenset(
    {
        "site_visits",
        "campaign_link_clicks",
        "clicks",
        "unique_click",
        "visitors",
        "ctr",
        "click_rate_delivered",
        "click_to_open_rate",
        "app_downloads",
    }
)


@rule(
    "TXT123",
    Severity.WARNING,
    message="the goal “{goal}” counts {metric}, and this post has no link",
    help="Add `link:`, or let the post serve another goal.",
    source="The column on systematic plans that this tool grew from: date, topic, picture, link",
    bad="""
        goals:
          - {id: visits, metric: site_visits, target: 4000}
        posts:
          - title: Our winter menu
            at: 2026-12-02 20:00
            goal: visits  # <-
    """,
    good="""
        goals:
          - {id: visits, metric: site_visits, target: 4000}
        posts:
          - title: Our winter menu
            at: 2026-12-02 20:00
            goal: visits
            link: https://littlebear.example/menu
    """,
)
def click_goal_without_link(plan: Plan, today: date) -> Iterator[Problem]:
    """A post that is to bring clicks needs something to click."""
    metrics: dict[str | None, str] = {
        goal.id: goal.metric.id
        for goal in plan.goals
        if goal.id and goal.metric and goal.metric.id in _NEED_A_LINK
    }
    if not metrics:
        return
    for one in each_post([one for one in unpublished(plan) if one.post.goal in metrics]):
        if one.at is None or one.at.date() < today or leads_somewhere(one):
            continue
        words = {"goal": one.post.goal, "metric": metrics[one.post.goal]}
        yield Problem(("posts", one.post_index, "goal"), words)
