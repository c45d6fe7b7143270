"""What the examples of the goals' rules cannot show: silence where another rule speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from socialplan.rules.smart import RULES

if TYPE_CHECKING:
    from tests.rules.conftest import Said

NAMES = [rule.name for rule in RULES]
COMPLETE = """
    period: {start: 2026-12-01, end: 2027-02-28}
    team: [{id: amy, hours_per_week: 8}]
    personas: [{id: mia, challenges: [{id: far, text: I never pass by, stage: invite}]}]
    accounts: [{id: line, platform: line-oa, purpose: prospect, personas: [mia]}]
    goals:
      - id: friends
        statement: 600 friends by the end of February
        metric: followers
        accounts: [line]
        baseline: {value: 420, date: 2026-11-20}
        target: 600
        due: 2027-02-28
        data_source: platform export
        hours: 30
        persona: mia
        challenge: far
        guard: block_rate
        main: true
    posts: [{title: Opening day, account: line, goal: friends}]
    reviews: {every: month}
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_without_goals_is_left_to_another_rule(said: Said, name: str) -> None:
    assert not said(name, "posts: [{title: Opening day}]")


@pytest.mark.parametrize("name", NAMES)
def test_a_complete_goal_leaves_nothing_to_say(said: Said, name: str) -> None:
    assert not said(name, COMPLETE)


@pytest.mark.parametrize("name", NAMES)
def test_a_value_goal_is_not_failed_for_its_numbers(said: Said, name: str) -> None:
    plan = """
        goals:
          - kind: value
            statement: Young parents feel that we are on their side
            touchpoint: solve
            signals: [They answer each other]
            review_question: Would they miss us?
    """
    assert not said(name, plan)


@pytest.mark.parametrize("name", NAMES)
def test_a_goal_that_could_not_be_read_is_not_blamed_for_what_is_missing(
    said: Said, name: str
) -> None:
    assert not said(name, "goals: [12, {target: soon}, {due: 2026-02-30}]")


def test_an_unfinished_goal_is_asked_step_by_step(said: Said) -> None:
    plan = "goals: [{statement: Get bigger}]"
    assert [name for name in NAMES if said(name, plan)] == [
        "goal-without-metric",
        "goal-without-target",
        "vague-goal",
        "goal-without-challenge",
        "goal-without-due-date",
    ]


def test_names_of_the_plan_table_are_metrics(said: Said) -> None:
    plan = "goals: [{metric: 粉絲與好友數, target: 600}]"
    assert not said("unknown-metric", plan)
    assert said("vanity-metric-without-guard", plan)


def test_other_names_of_a_metric_lead_to_its_id(said: Said) -> None:
    (found,) = said("unknown-metric", "goals: [{metric: 封鎖率, target: 12%}]")
    assert "“block_rate”" in (found.help or "")
    (own,) = said("unknown-metric", "goals: [{metric: 營業額, target: 90000}]")
    assert "“total_sales”" in (own.help or "")
    assert "docs/metrics.md" in (own.help or "")
    assert "`custom:`" in (own.help or "")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("follower_count", "followers"),
        ("fan-count", "followers"),
        ("Number of likes", "likes"),
        ("total_reach", "reach"),
        ("engagement_total", "engagements"),
        ("count", None),
        ("total_revenue_share", None),
        ("reach_rate", None),
    ],
)
def test_words_for_counting_around_a_metric_are_seen_through(
    said: Said, written: str, meant: str | None
) -> None:
    (found,) = said("unknown-metric", f"goals: [{{metric: {written}, target: 600}}]")
    offered = found.fix.edits[0].new if found.fix else None
    assert offered == meant


def test_results_name_metrics_too(said: Said) -> None:
    (found,) = said("unknown-metric", "posts: [{title: Opening day, result: {reach: 9, liks: 2}}]")
    assert "“likes”" in (found.help or "")


@pytest.mark.parametrize(
    ("platform", "guards"),
    [
        ("line-oa", "block_rate, retention_rate_cohort"),
        ("linkedin-page", "retention_rate_cohort"),
    ],
)
def test_a_guard_is_one_that_the_platform_tells(said: Said, platform: str, guards: str) -> None:
    plan = f"""
        accounts: [{{id: us, platform: {platform}}}]
        goals: [{{metric: followers, target: 600, accounts: [us]}}]
    """
    (found,) = said("vanity-metric-without-guard", plan)
    assert (found.help or "").endswith(f"such as {guards}.")
    assert said("vanity-metric-without-guard", plan.replace(", accounts: [us]", ""))[0].help == (
        found.help
    )


def test_a_share_as_target_of_what_is_counted_is_shown_as_written(said: Said) -> None:
    plan = "goals: [{id: s, metric: total_sales, target: 20%}]"
    assert "aims at 20% without" in said("goal-without-baseline", plan)[0].message
    plan = "goals: [{id: s, metric: total_sales, target: 20%, baseline: 90000}]"
    (found,) = said("target-behind-baseline", plan)
    assert "the target 20% of" in found.message
    assert "Write the level to reach, not the change" in (found.help or "")


def test_a_goal_on_the_guard_is_a_guard(said: Said) -> None:
    plan = "goals: [{metric: followers, target: 600}, {metric: block_rate, target: 12%}]"
    assert not said("vanity-metric-without-guard", plan)


def test_rates_of_the_funnel_are_rates(said: Said) -> None:
    (found,) = said("rate-outside-0-100", "funnel: [{step: close, rate: close, target: 12}]")
    assert "1,200%" in found.message
    assert not said("rate-outside-0-100", "funnel: [{from: friend, to: member, target: 300}]")


def test_growth_may_exceed_the_whole(said: Said) -> None:
    plan = "goals: [{metric: follower_growth_rate, baseline: -0.02, target: 150%}]"
    assert not said("rate-outside-0-100", plan)


def test_a_custom_metric_may_say_where_it_is_read(said: Said) -> None:
    plan = "goals: [{metric: {custom: {name: Refills, source: the till}}, target: 90}]"
    assert not said("goal-without-data-source", plan)


def test_a_challenge_must_trouble_somebody_on_the_account(said: Said) -> None:
    plan = """
        personas: [{id: mia, challenges: [No time]}, {id: ben, challenges: [No idea]}]
        accounts: [{id: line, platform: line-oa, personas: [ben]}]
        goals: [{metric: comments, accounts: [line], challenge: No time}]
    """
    (found,) = said("challenge-not-of-persona", plan)
    assert "troubles “mia”, but the goal is for “ben”" in found.message


def test_without_personas_a_challenge_is_only_suggested(said: Said) -> None:
    (found,) = said("goal-without-challenge", "goals: [{metric: comments}]")
    assert str(found.severity) == "info"


def test_a_finished_plan_is_not_blamed_for_the_past(said: Said) -> None:
    plan = """
        period: {start: 2026-01-01, end: 2026-06-30}
        goals: [{metric: comments, due: 2026-06-30}]
    """
    assert not said("due-in-the-past", plan)


def test_before_the_plan_is_outside_and_not_past(said: Said) -> None:
    plan = """
        period: {start: 2026-11-01, end: 2026-12-31}
        goals: [{metric: comments, due: 2026-10-01}]
    """
    assert not said("due-in-the-past", plan)
    assert said("due-outside-period", plan)


def test_missing_reviews_are_another_rules_subject(said: Said) -> None:
    assert not said("too-few-readings", "goals: [{metric: comments, due: 2026-12-31}]")


def test_hours_add_up_by_the_day_they_are_due(said: Said) -> None:
    plan = """
        period: {start: 2026-12-01, end: 2026-12-28}
        team: [{id: amy, hours_per_week: 7}]
        goals:
          - {metric: comments, due: 2026-12-28, hours: 10}
          - {metric: likes, due: 2026-12-14, hours: 15}
    """
    (found,) = said("effort-exceeds-hours", plan)
    assert found.path == ("goals", 1, "hours")
    assert "by 2026-12-14 adds up to 15 hours; the team has 14" in found.message


def test_tasks_are_work_too(said: Said) -> None:
    plan = """
        period: {start: 2026-12-01, end: 2026-12-07}
        team: [{id: amy, hours_per_week: 7}]
        community:
          stages: [{stage: invite, tasks: [{what: Call, hours: 5}, {what: Ask, hours: 3}]}]
    """
    (found,) = said("effort-exceeds-hours", plan)
    assert found.path == ("community", "stages", 0, "tasks", 1, "hours")


def test_work_in_the_community_serves_a_goal(said: Said) -> None:
    plan = """
        goals: [{id: stay, metric: leave_rate}]
        posts: [{title: Opening day}]
        community: {stages: [{stage: retain, tasks: [{what: Ask on Fridays, goal: stay}]}]}
    """
    assert not said("goal-without-posts", plan)


def test_a_benchmark_is_shown_with_its_year_and_denominator(said: Said) -> None:
    plan = """
        accounts: [{id: line, platform: line-oa}]
        goals: [{metric: open_rate, accounts: [line], target: 70%}]
    """
    (found,) = said("too-little-history", plan)
    assert "55% in 2022 (people who opened / messages delivered)" in found.message
    (found,) = said("too-little-history", plan, language="zh-TW")
    assert "別人 2022 年是 55%（開封人數 / 送達數）" in found.message
    assert str(found.severity) == "info"


def test_no_stage_is_missed_while_one_cannot_be_read(said: Said) -> None:
    plan = """
        accounts: [{id: moms, platform: wechat-group}]
        goals: [{id: orders, metric: conversion_rate, target: 5%, accounts: [moms]}]
        community: {groups: [moms], stages: [{stage: selling, tasks: [An order each Friday]}]}
    """
    assert said("goal-without-tasks", plan.replace("selling", "invite"))
    assert not said("goal-without-tasks", plan)
    assert not said("stage-without-tasks", plan)


def test_a_stage_that_every_group_needs_is_missed_once_not_for_every_goal(said: Said) -> None:
    plan = """
        accounts: [{id: moms, platform: wechat-group}]
        goals:
          - {id: stay, metric: leave_rate, target: 5%, accounts: [moms]}
          - {id: back, metric: retention_rate_cohort, target: 50%, accounts: [moms]}
        community: {groups: [moms], stages: [{stage: invite, tasks: [Call for members]}]}
    """
    assert not said("goal-without-tasks", plan)
    assert len(said("stage-without-tasks", plan)) == 1
