"""Goals: how each stands, how fast it has to move, what it lacks, and where nothing can be said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialplan import rendering
from socialplan.plan import Plan
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.translating import LANGUAGES, words
from socialplan.views import Asked
from socialplan.views.filtering import Filter
from socialplan.views.goals import GoalState, GoalsView, goals
from socialplan.views.window import days_shown

TODAY = date(2026, 12, 31)
GOAL: dict[str, Any] = {
    "id": "friends",
    "statement": "From 500 to 600 friends",
    "metric": "followers",
    "baseline": {"value": 500, "date": "2026-12-01"},
    "target": 600,
    "due": "2027-01-30",
}


def plan_of(*some: dict[str, Any], **more: Any) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": "Bear",
            "brand": {"name": "Bear", "market": "TW"},
            "period": {"start": "2026-12-01", "end": "2027-01-31"},
            "accounts": [{"id": "line", "platform": "line-oa"}, {"id": "ig"}],
            "goals": list(some),
            **more,
        }
    )


def view(plan: Plan, language: str = "en", **chosen: tuple[str, ...]) -> GoalsView:
    calendar = calendar_of(plan, TODAY)
    window = days_shown("goals", calendar, TODAY, None, None)
    return goals(Asked(plan, calendar, TODAY, window, language, Filter(**chosen)))


def only(**changed: Any) -> GoalState:
    (state,) = view(plan_of({**GOAL, **changed})).goals
    return state


def written(plan: Plan, form: str, language: str = "en", width: int = 100) -> str:
    return rendering.render(Page("goals", view(plan, language), language, language, width), form)


def read(day: str, value: float) -> list[dict[str, Any]]:
    return [{"date": day, "value": value}]


@pytest.mark.parametrize(
    ("changed", "standing"),
    [
        ({}, "no-reading"),
        ({"history": read("2026-12-31", 555)}, "on-track"),
        ({"history": read("2026-12-31", 546)}, "on-track"),  # hardly behind
        ({"history": read("2026-12-31", 520)}, "behind"),
        ({"history": read("2026-12-16", 526)}, "on-track"),  # judged by its own day, not by today
        ({"history": read("2026-12-31", 600)}, "reached"),
        ({"history": read("2026-12-20", 590), "due": "2026-12-30"}, "missed"),
        ({"baseline": {"value": 500, "date": "2027-01-05"}}, "not-begun"),
        ({"baseline": None}, "unknown"),
        ({"target": None}, "unknown"),
        ({"history": read("2027-01-05", 900)}, "no-reading"),  # nobody has read it yet
    ],
)
def test_a_goal_is_judged_on_the_day_of_its_last_reading(
    changed: dict[str, Any], standing: str
) -> None:
    assert only(**changed).standing == standing


def test_milestones_say_what_was_to_be_expected() -> None:
    late = [{"date": "2027-01-15", "value": 510}]
    assert only(milestones=late, history=read("2026-12-31", 506)).standing == "on-track"
    assert only(history=read("2026-12-31", 506)).standing == "behind"


def test_a_number_that_has_to_fall_is_judged_the_other_way_round() -> None:
    falling = {"metric": "block_rate", "baseline": {"value": 0.04, "date": "2026-12-01"}}
    good = only(**falling, target=0.02, history=read("2026-12-31", 0.029))
    bad = only(**falling, target=0.02, history=read("2026-12-31", 0.038))
    assert (good.standing, bad.standing) == ("on-track", "behind")
    assert good.pace is not None
    assert good.pace.per_week < 0
    assert not good.pace.is_faster


def test_what_was_read_before_the_start_is_no_step_back() -> None:
    start = {"value": 500, "date": "2027-01-02"}
    state = only(baseline=start, history=read("2026-12-01", 450))
    assert state.standing == "not-begun"
    assert (state.goal.progress.now, state.goal.progress.share) == (500, 0)
    assert state.pace is not None
    assert state.pace.left == 100


def test_what_is_required_is_said_by_week_and_month_beside_what_was_usual() -> None:
    pace = only(history=read("2026-12-31", 530)).pace
    assert pace is not None
    assert (pace.days, pace.left) == (30, 70)
    assert pace.per_week == pytest.approx(70 / 30 * 7)
    assert pace.per_month == pytest.approx(71, abs=0.1)
    assert pace.so_far_per_week == 7
    assert pace.is_faster
    assert only(history=read("2026-12-31", 600)).pace is None
    assert only(baseline=0).pace.rate_per_week is None  # type: ignore[union-attr]


def test_a_milestone_that_passed_unread_is_asked_for() -> None:
    some = [{"date": "2026-12-10", "value": 530}, {"date": "2026-12-20", "value": 560}]
    unread = only(milestones=some).unread
    assert unread is not None
    assert unread.day == date(2026, 12, 20)
    assert only(milestones=some, history=read("2026-12-25", 580)).unread is None


def test_smart_says_what_is_there_and_what_is_missing() -> None:
    letters = {one.letter: (one.done, one.missing) for one in only().letters}
    assert letters["T"] == (("due",), ("hours",))
    assert letters["A"] == ((), ("evidence",))
    assert only(evidence="five a day so far").score == 1
    page = written(plan_of(GOAL), "markdown")
    assert "missing: where, where it is read" in page


def test_values_are_asked_not_measured() -> None:
    value = {"kind": "value", "statement": "They trust us", "review_question": "Who came back?"}
    plan = plan_of(GOAL, {**value, "main": True})
    shown = view(plan)
    assert [one.goal.progress.statement for one in shown.values] == ["They trust us"]
    assert shown.values[0].lacks == ("touchpoint", "value", "signals")
    assert "Who came back?" in written(plan, "terminal")


def test_the_main_goal_comes_first_and_accounts_narrow() -> None:
    plan = plan_of(
        {**GOAL, "accounts": ["ig"]}, {**GOAL, "id": "m", "main": True, "accounts": ["line"]}
    )
    assert [one.id for one in view(plan).goals] == ["m", "friends"]
    assert [one.id for one in view(plan, account=("ig",)).goals] == ["friends"]


def test_more_effort_than_hours_is_said() -> None:
    team = [{"id": "an", "hours_per_week": 2}]
    page = written(plan_of({**GOAL, "hours": 40}, team=team), "markdown")
    assert "Effort of all goals: 40 hours, but the team has only 18" in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_plan_without_goals_shows_how_to_write_one(form: str, language: str) -> None:
    page = written(plan_of(), form, language)
    assert "baseline" in page
    assert words(language)("goals.nothing-bare") in page.replace("\n", "") or form == "terminal"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_odd_goals_are_shown_all_the_same(form: str, language: str) -> None:
    odd: list[dict[str, Any]] = [
        {"statement": "Only words"},
        {"metric": "followers", "target": 5},
        {**GOAL, "baseline": 600},
        {**GOAL, "baseline": {"value": 0, "date": "2026-12-31"}, "due": "2026-12-31"},
        {**GOAL, "target": 10**15 - 1, "history": read("2026-12-30", 1 - 10**15)},
        {**GOAL, "baseline": {"value": 10**9, "date": "2026-12-01"}, "target": 10**9 + 0.001},
        {
            **GOAL,
            "milestones": [{"value": 3}],
            "metric": {"custom": {"name": "x\x1b[2J|", "unit": "%"}},
        },
    ]
    page = written(plan_of(*odd), form, language)
    assert "Only words" in page
    assert "\x1b" not in page or form == "html"  # browsers obey no escapes


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_goal_that_moved_back_says_so_and_all_that_it_lacks(form: str) -> None:
    def said(value: float) -> str:
        return written(plan_of({**GOAL, "history": read("2026-12-31", value)}), form, width=400)

    assert "back by 20% of the way" in said(480)
    assert "0% of the way" in said(499.9)
    assert "-0%" not in said(499.9)
    assert "why it can be reached" in said(480)
    assert "hours of work" in said(480)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_of_what_is_missing_is_cut(language: str) -> None:
    text = written(plan_of({"statement": "More"}), "markdown", language)
    assert "…" not in text


def test_a_post_serves_the_goal_of_its_campaign_unless_it_names_another() -> None:
    other = {**GOAL, "id": "cakes"}
    plan = plan_of(
        GOAL,
        other,
        campaigns=[{"id": "xmas", "name": "Christmas", "goal": "friends"}],
        posts=[
            {"account": "line", "title": "A", "campaign": "xmas"},
            {"account": "line", "title": "B", "goal": "friends"},
            {"account": "line", "title": "C", "campaign": "xmas", "goal": "cakes"},
            {"account": "line", "title": "D", "campaign": "xmas", "status": "cancelled"},
        ],
    )
    assert [state.posts for state in view(plan).goals] == [2, 1]
