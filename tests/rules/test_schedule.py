"""What the examples of the schedule's rules cannot show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.rules.schedule import RULES

if TYPE_CHECKING:
    from tests.rules.conftest import Said

NAMES = [rule.name for rule in RULES]
LINE = """
    accounts:
      - id: line
        platform: line-oa
        cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
"""
TEN_LINES = f"""{LINE}
    posts:
      - {{account: line, at: 2026-11-25 20:00, title: 官方週年慶, text: 加入好友享 85 折優惠!}}
"""
DAILY = LINE.replace("[wed, fri]", "[mon, tue, wed, thu, fri, sat, sun]")


def test_ten_lines_are_asked_for_the_open_slot_and_a_batch_day(said: Said) -> None:
    found = [one for name in NAMES for one in said(name, TEN_LINES)]
    assert [one.name for one in found] == ["open-slot-soon", "no-batch-day"]
    assert {str(one.severity) for one in found} == {"info"}


@pytest.mark.parametrize("name", NAMES)
def test_what_could_not_be_read_is_not_blamed_for_what_is_missing(said: Said, name: str) -> None:
    plan = """
        period: {start: 2026-13-01, end: soon}
        accounts: [12, {platform: line-oa, cadence: [{days: [noday]}, {rrule: often}, 7]}]
        campaigns: [{name: [x]}, {period: always}]
        workflow: {batch: someday, blackouts: [{to: 2026-12-01}], quiet_hours: night}
        posts: [{at: 2026-11-25 20:00}, {at: yesterday}, 5]
    """
    assert not [one for one in said(name, plan) if "“”" in one.message]


def test_a_slot_at_hand_is_urgent(said: Said) -> None:
    (later,) = said("open-slot-soon", LINE)
    (soon,) = said("open-slot-soon", LINE, date(2026, 11, 23))
    assert (str(later.severity), str(soon.severity)) == ("info", "warning")
    assert "2026-11-25 20:00, 2026-11-27 20:00" in soon.message


def test_a_blackout_asks_for_no_posts(said: Said) -> None:
    blackout = "    workflow: {blackouts: [{from: 2026-11-24, to: 2026-11-28}]}\n"
    assert not said("open-slot-soon", LINE + blackout)


def test_very_many_open_slots_are_told_in_one_line(said: Said) -> None:
    (found,) = said("open-slot-soon", LINE.replace("days: [wed, fri]", "rrule: FREQ=MINUTELY"))
    assert found.message.endswith("…")
    assert len(found.message) < 250


def test_next_week_is_told_of_once_the_batch_day_has_come(said: Said) -> None:
    batch = "    workflow: {batch: thu}\n"
    plan = LINE + batch
    for today, soon, week in [
        (date(2026, 11, 18), 1, 0),  # Wednesday: this week's slots only
        (date(2026, 11, 19), 1, 1),  # Thursday, the batch day
        (date(2026, 11, 21), 0, 1),  # Saturday: nothing left of this week
    ]:
        assert len(said("open-slot-soon", plan, today)) == soon, today
        assert len(said("week-not-ready-on-batch-day", plan, today)) == week, today


def test_a_week_that_is_not_ready_names_what_it_lacks(said: Said) -> None:
    posts = "    posts: [{account: line, at: 2026-11-25 20:00, title: 週年慶, status: draft}]\n"
    (found,) = said("week-not-ready-on-batch-day", f"{LINE}    workflow: {{batch: thu}}\n{posts}")
    assert "line 2026-11-27 20:00" in (found.help or "")
    assert "週年慶" in (found.help or "")


def test_posts_without_any_status_are_asked_about_once(said: Said) -> None:
    past = "\n".join(f"      - {{account: line, at: 2026-11-{d} 20:00}}" for d in (4, 6, 11))
    (found,) = said("past-post-unpublished", f"{LINE}    posts:\n{past}\n")
    assert str(found.severity) == "info"


def test_a_past_post_with_a_result_was_published(said: Said) -> None:
    plan = "posts: [{title: A, at: 2026-11-04 20:00, result: {reach: 120}}]"
    assert not said("past-post-unpublished", plan)


def test_a_status_in_a_variant_counts(said: Said) -> None:
    plan = """
        accounts: [{id: a, platform: threads}, {id: b, platform: threads}]
        posts:
          - accounts: [a, b]
            title: Past
            at: 2026-11-04 20:00
            status: published
            variants: {b: {status: approved}}
    """
    assert len(said("past-post-unpublished", plan)) == 1


def test_a_story_beside_a_post_is_not_two_posts_at_once(said: Said) -> None:
    plan = """
        accounts: [{id: ig, platform: instagram}]
        posts:
          - {account: ig, format: post, at: 2026-11-25 20:00}
          - {account: ig, format: story, at: 2026-11-25 20:00}
    """
    assert not said("two-posts-at-once", plan)


def test_a_promise_is_broken_only_when_the_week_is_over(said: Said) -> None:
    plan = f"    period: {{start: 2026-11-23, end: 2026-12-31}}\n{TEN_LINES}"
    assert not said("cadence-promise-broken", plan, date(2026, 11, 29))
    (found,) = said("cadence-promise-broken", plan, date(2026, 11, 30))
    assert "had 1 of the 2" in found.message


def test_open_slots_are_no_gap(said: Said) -> None:
    plan = """
    posts:
      - {account: line, at: 2026-11-25 20:00}
      - {account: line, at: 2026-12-30 20:00}
    """
    assert said("gap", "    accounts: [{id: line, platform: line-oa}]\n" + plan)
    assert not said("gap", LINE + plan)


def test_where_it_is_tomorrow_already_a_post_may_be_out(said: Said) -> None:
    plan = "    posts: [{{title: A, at: 2026-11-{} 08:00, status: published}}]\n"
    assert not said("future-post-published", plan.format(22))
    assert said("future-post-published", plan.format(23))


def test_a_day_that_the_cadence_leaves_out_makes_no_gap(said: Said) -> None:
    plan = """
    accounts:
      - id: fb
        platform: facebook-page
        cadence: [{{format: post, days: [wed], at: "20:00", except: [{}]}}]
    period: {{start: 2026-11-23, end: 2026-12-31}}
    posts:
      - {{account: fb, at: 2026-12-02 20:00}}
      - {{account: fb, at: 2026-12-23 20:00}}
    """
    assert not said("gap", plan.format("2026-12-09, 2026-12-16"))
    assert not said("gap", plan.format("2026-12-09"))
    without = plan.replace("days: [wed]", "days: [wed], every: 3 weeks, start: 2026-12-02")
    assert said("gap", without.format("2026-12-30"))


def test_a_post_whose_status_cannot_be_read_is_not_called_a_draft(said: Said) -> None:
    plan = "    posts: [{{title: A, at: 2026-11-18 20:00, status: {}}}]\n"
    assert said("past-post-unpublished", plan.format("draft"))
    assert not said("past-post-unpublished", plan.format("publishd"))


def test_a_monthly_limit_counts_the_calendar_month(said: Said) -> None:
    posts = "\n".join(f"      - {{account: oa, at: 2026-12-0{d} 20:00}}" for d in range(1, 6))
    plan = (
        "    accounts: [{id: oa, platform: wechat-oa, tier: service}]\n"
        f"    posts:\n{posts}\n      - {{account: oa, at: 2027-01-01 20:00}}\n"
    )
    (found,) = said("over-platform-rate", plan, language="zh-CN")
    assert "同一个月的第 5 条" in found.message
    assert found.path == ("posts", 4, "at")
    assert str(found.confidence) == "high"


def test_a_cadence_in_quiet_hours_is_told_once_for_all_its_posts(said: Said) -> None:
    plan = f"""{DAILY.replace("20:00", "23:00")}
    workflow: {{quiet_hours: "22:00-08:00"}}
    posts:
      - {{account: line, at: 2026-11-25 23:00}}
      - {{account: line, at: 2026-11-26 02:00}}
"""
    found = said("quiet-hours", plan)
    assert [one.path for one in found] == [
        ("accounts", 0, "cadence", 0, "at"),
        ("posts", 1, "at"),
    ]


def test_a_rare_cadence_is_fine_in_a_plan_without_an_end(said: Said) -> None:
    yearly = LINE.replace("days: [wed, fri]", "rrule: FREQ=YEARLY;BYMONTH=6")
    assert not said("cadence-without-slots", yearly)
    assert said("cadence-without-slots", yearly + "    period: {end: 2026-12-31}\n")


def test_days_that_are_only_written_wrongly_are_not_missed_too(said: Said) -> None:
    assert not said("cadence-without-slots", LINE.replace("[wed, fri]", "[一三五]"))
    assert said("cadence-without-slots", LINE.replace(', days: [wed, fri], at: "20:00"', ""))


def test_rituals_are_schedules_too(said: Said) -> None:
    plan = """
        community:
          rituals:
            - {kind: discussion, days: [wed], rrule: FREQ=NEVER}
            - {kind: discussion, days: [wed]}
    """
    assert said("unreadable-rrule", plan)
    assert [one.path[2] for one in said("cadence-without-time", plan)] == [0, 1]


def test_off_cadence_leaves_the_past_alone(said: Said) -> None:
    plan = LINE + "    posts: [{account: line, at: 2026-11-19 20:00}]\n"
    assert said("off-cadence", plan, date(2026, 11, 18))
    assert not said("off-cadence", plan, date(2026, 11, 21))


def test_the_other_of_two_posts_is_shown_as_such(said: Said) -> None:
    posts = "".join(f"      - {{account: line, at: 2026-11-25 20:00, title: {t}}}\n" for t in "AB")
    (found,) = said("two-posts-at-once", f"{LINE}    posts:\n{posts}", language="zh-TW")
    assert [one.label for one in found.related] == ["另一則在這裡"]
