"""Slots at the promised wall times, and one post for each at most."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from dateutil.rrule import WEEKLY, rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplan.loading import load_plan
from socialplan.plan import Plan
from socialplan.plan.accounts import Account
from socialplan.plan.brand import Brand
from socialplan.plan.community import Community
from socialplan.plan.period import Period
from socialplan.plan.posts import Post
from socialplan.plan.times import WEEKDAYS
from socialplan.slots import Calendar, calendar_of, slots_between
from socialplan.slots.filling import pair_up
from socialplan.source import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 21)


def plan_of(
    *posts: Mapping[str, object],
    cadence: object = (),
    period: tuple[str, str] | None = ("2026-11-01", "2026-12-31"),
    timezone: str = "Asia/Taipei",
    **more: object,
) -> Plan:
    account = {"id": "line", "platform": "line-oa", "timezone": timezone, "cadence": cadence}
    return Plan.of(
        title="Plan",
        brand=Brand(name="Bear", market="TW"),
        period=Period.model_validate(dict(zip(("start", "end"), period, strict=True)))
        if period
        else None,
        accounts=(Account.model_validate(account),),
        posts=tuple(Post.model_validate({"account": "line", **post}) for post in posts),
        **more,
    )


def calendar(*posts: Mapping[str, object], **more: object) -> Calendar:
    return calendar_of(plan_of(*posts, **more), TODAY)  # type: ignore[arg-type]


def times(found: Calendar) -> list[str]:
    return [f"{slot.at:%m-%d %H:%M}" for slot in found.slots]


WED_FRI = {"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}


def test_days_and_time_make_slots_over_the_period() -> None:
    found = calendar(cadence=[WED_FRI], period=("2026-11-25", "2026-12-04"))
    assert times(found) == ["11-25 20:00", "11-27 20:00", "12-02 20:00", "12-04 20:00"]
    assert found.slots[0].path == ("accounts", 0, "cadence", 0)
    assert (found.slots[0].account, found.slots[0].format) == ("line", "broadcast")


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ({"days": ["wed"], "at": "9:00", "every": "2 weeks"}, ["11-04", "11-18", "12-02"]),
        (
            {"days": ["mon"], "at": "9:00", "every": "2 weeks", "start": "2026-11-09"},
            ["11-09", "11-23"],
        ),
        ({"days": ["wed"], "at": "9:00", "count": 2}, ["11-04", "11-11"]),
        ({"days": ["wed"], "at": "9:00", "count": 0}, []),
        (
            {"days": ["wed"], "at": "9:00", "except": ["2026-11-11"]},
            ["11-04", "11-18", "11-25", "12-02"],
        ),
        ({"days": ["wed"], "at": "9:00", "until": "2026-11-18"}, ["11-04", "11-11", "11-18"]),
        ({"days": ["wed"], "at": "9:00", "until": "2026-11-18 08:00"}, ["11-04", "11-11"]),
        ({"days": ["wed"], "at": "9:00", "until": "2026-11-18T00:00Z"}, ["11-04", "11-11"]),
        ({"days": ["mon"], "at": "9:00", "every": "month"}, ["11-02"]),
        ({"at": "9:00", "every": "month"}, ["11-01", "12-01"]),
        ({"at": "9:00", "every": "10 days"}, ["11-01", "11-11", "11-21", "12-01"]),
        ({"at": "9:00", "every": "year"}, ["11-01"]),
        ({"rrule": "FREQ=MONTHLY;BYDAY=1WE"}, ["11-04", "12-02"]),
        ({"rrule": "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261118"}, ["11-04", "11-11", "11-18"]),
        ({"rrule": "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261117T170000Z"}, ["11-04", "11-11", "11-18"]),
        ({"rrule": "FREQ=WEEKLY;BYDAY=WE;COUNT=2"}, ["11-04", "11-11"]),
        ({}, []),
    ],
)
def test_schedules(schedule: dict[str, object], expected: list[str]) -> None:
    found = calendar(cadence=[schedule], period=("2026-11-01", "2026-12-02"))
    assert [f"{slot.at:%m-%d}" for slot in found.slots] == expected
    assert not found.unreadable
    assert not found.cut


def test_a_time_alone_means_every_day() -> None:
    found = calendar(cadence=[{"at": "8:00"}], period=("2026-11-01", "2026-11-30"))
    assert len(found.slots) == 30


def test_rrule_takes_its_time_from_at_or_from_itself() -> None:
    period = ("2026-11-25", "2026-11-25")
    assert times(calendar(cadence=[{"rrule": "FREQ=DAILY", "at": "7:30"}], period=period)) == [
        "11-25 07:30"
    ]
    by_hour = [{"rrule": "FREQ=DAILY;BYHOUR=8,20;BYMINUTE=15"}]
    assert times(calendar(cadence=by_hour, period=period)) == ["11-25 08:15", "11-25 20:15"]


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;BYHOUR=25", "BYHOUR=25"),
        ("FREQ=DAILY;BYMONTH=-1", "BYMONTH=-1"),
        ("FREQ=DAILY;BYEASTER=0", "BYEASTER=0"),
        ("FREQ=DAILY;UNTIL=20261332", "UNTIL=20261332"),
        ("FREQ=MONTHLY;BYDAY=99MO", "FREQ=MONTHLY;BYDAY=99MO"),
        ("FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=XX"),
        ("FREQ=HOURLY;BYSETPOS=9", "BYSETPOS=9"),
        ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31", "BYMONTH=2"),
        ("FREQ=HOURLY;INTERVAL=2;BYHOUR=1", "FREQ=HOURLY;INTERVAL=2;BYHOUR=1"),
    ],
)
def test_unreadable_rules_are_told_and_make_no_slots(rule: str, part: str) -> None:
    found = calendar(cadence=[WED_FRI, {"rrule": rule}], period=("2026-11-25", "2026-11-25"))
    assert len(found.slots) == 1
    assert found.unreadable == ((("accounts", 0, "cadence", 1, "rrule"), part),)


@pytest.mark.parametrize("freq", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"])
def test_a_rule_that_never_matches_ends(freq: str) -> None:
    found = calendar(cadence=[{"rrule": f"FREQ={freq};BYMONTH=2;BYMONTHDAY=31"}])
    assert not found.slots
    assert not found.unreadable


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=1000000000"])
def test_very_many_slots_are_cut(rule: str) -> None:
    found = calendar(cadence=[{"rrule": rule}])
    assert found.cut
    assert len(found.slots) == 5_000


def test_a_thousand_years_are_cut() -> None:
    found = calendar(cadence=[WED_FRI], period=("2026-01-01", "3026-01-01"))
    assert found.cut
    assert 3_000 < len(found.slots) <= 5_000


def test_hundreds_of_rules_are_cut() -> None:
    rules = [{"rrule": f"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT={n}"} for n in range(1, 300)]
    assert calendar(cadence=rules).cut


def test_wall_time_stays_over_daylight_saving() -> None:
    sundays = [{"days": ["sun"], "at": "20:00"}]
    found = calendar(
        cadence=sundays, timezone="America/New_York", period=("2027-03-01", "2027-03-31")
    )
    assert {slot.at.time() for slot in found.slots} == {time(20)}
    assert not found.skipped


def test_a_skipped_wall_time_is_told_and_shown_later() -> None:
    found = calendar(
        cadence=[{"days": ["sun"], "at": "02:30"}],
        timezone="America/New_York",
        period=("2027-03-14", "2027-03-14"),
    )
    assert times(found) == ["03-14 03:30"]
    (skipped,) = found.skipped
    assert skipped.at == datetime(2027, 3, 14, 2, 30)
    assert skipped.shown == found.slots[0].at
    assert skipped.path == ("accounts", 0, "cadence", 0)


def test_an_ambiguous_wall_time_happens_once() -> None:
    found = calendar(
        cadence=[{"days": ["sun"], "at": "01:30"}],
        timezone="America/New_York",
        period=("2026-11-01", "2026-11-01"),
    )
    assert times(found) == ["11-01 01:30"]
    assert not found.skipped


def test_an_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    found = calendar(
        {"at": "2026-11-01T01:30-05:00", "title": "second"},
        {"at": "2026-11-01 01:50", "title": "first"},
        timezone="America/New_York",
        period=("2026-11-01", "2026-11-01"),
    )
    day = found.between(date(2026, 11, 1), date(2026, 11, 1))
    assert [one.publication.title for one in day if one.publication] == ["first", "second"]
    assert [one.at.fold for one in day if one.at] == [0, 1]


def test_without_a_period_it_spans_the_posts_and_four_weeks() -> None:
    assert calendar({"title": "idea"}, period=None).period == (TODAY, date(2026, 12, 19))
    found = calendar({"at": "2026-10-01 9:00"}, {"at": "2027-02-01 9:00"}, period=None)
    assert found.period == (date(2026, 10, 1), date(2027, 3, 1))


def test_a_period_backwards_makes_no_slots() -> None:
    found = calendar(cadence=[WED_FRI], period=("2026-12-31", "2026-11-01"))
    assert not found.slots


def test_a_post_fills_the_nearest_slot_of_its_day() -> None:
    twice = [{"format": "broadcast", "days": ["wed"], "at": at} for at in ("08:00", "20:00")]
    found = calendar({"at": "2026-11-25 15:00"}, cadence=twice)
    (post,) = found.planned
    slot = found.slot_of(post)
    assert slot is not None
    assert slot.at == datetime(2026, 11, 25, 20)
    assert len(found.open) == len(found.slots) - 1
    assert not found.off_cadence


def test_a_post_as_near_to_two_slots_fills_the_earlier() -> None:
    twice = [{"format": "broadcast", "days": ["wed"], "at": at} for at in ("08:00", "20:00")]
    found = calendar({"at": "2026-11-25 14:00"}, cadence=twice)
    slot = found.slot_of(found.planned[0])
    assert slot is not None
    assert slot.at.hour == 8


@pytest.mark.parametrize(
    "post",
    [
        {"at": "2026-11-26 20:00"},
        {"at": "2026-11-25 20:00", "status": "cancelled"},
        {"at": "2026-11-25 20:00", "format": "push"},
        {"title": "idea"},
    ],
)
def test_other_days_formats_and_cancelled_posts_fill_nothing(post: dict[str, object]) -> None:
    found = calendar(post, cadence=[WED_FRI])
    assert found.open == found.slots


def test_a_cadence_without_format_takes_any() -> None:
    found = calendar({"at": "2026-11-25 9:00", "format": "push"}, cadence=[{"days": ["wed"]}])
    assert found.slot_of(found.planned[0])


def test_what_is_off_the_cadence() -> None:
    found = calendar(
        {"at": "2026-11-26 20:00", "title": "other day"},
        {"at": "2026-11-26 20:00", "title": "nothing promised", "format": "push"},
        {"at": "2027-11-26 20:00", "title": "outside the period"},
        {"at": "2026-12-24 20:00", "title": "promise ended"},
        {"at": "2026-11-25 21:00", "title": "a second one"},
        {"at": "2026-11-25 20:00", "title": "the first"},
        cadence=[WED_FRI | {"until": "2026-12-20"}],
    )
    assert [one.title for one in found.off_cadence] == ["other day", "a second one"]


def test_entries_are_in_order_of_time_with_ideas_last() -> None:
    found = calendar(
        {"title": "idea"},
        {"at": "2026-11-26 9:00", "title": "extra"},
        cadence=[WED_FRI],
        period=("2026-11-25", "2026-11-27"),
    )
    assert [
        (one.at and one.at.day, one.slot is not None, one.publication and one.publication.title)
        for one in found.entries
    ] == [(25, True, None), (26, False, "extra"), (27, True, None), (None, False, "idea")]
    assert len(found.between(date(2026, 11, 26), date(2026, 11, 27))) == 2
    assert [one.title for one in found.backlog] == ["idea"]


def test_across_zones_entries_are_in_order_of_instant() -> None:
    accounts = [("tokyo", "Asia/Tokyo", "10:00"), ("london", "Europe/London", "02:00")]
    plan = plan_of(period=("2026-11-25", "2026-11-25")).model_copy(
        update={
            "accounts": tuple(
                Account.model_validate(
                    {"id": id, "timezone": zone, "cadence": [{"days": ["wed"], "at": at}]}
                )
                for id, zone, at in accounts  # noqa: A001
            )
        }
    )
    assert [one.account for one in calendar_of(plan, TODAY).entries] == ["tokyo", "london"]


def test_rituals_have_slots_of_their_own() -> None:
    ritual = {"kind": "morning-report", "account": "line", "at": "8:00", "title": "News"}
    community = Community.model_validate({"rituals": [ritual]})
    found = calendar(community=community, period=("2026-11-25", "2026-11-26"))
    assert not found.slots
    assert [slot.at.day for slot in found.rituals] == [25, 26]
    assert found.rituals[0].ritual == "morning-report"
    assert found.rituals[0].path == ("community", "rituals", 0)
    assert len(found.rituals_between(date(2026, 11, 26), date(2026, 11, 30))) == 1


def test_a_window_gives_the_same_slots_as_the_whole_calendar() -> None:
    cadence = [WED_FRI | {"every": "3 weeks"}, {"rrule": "FREQ=DAILY;INTERVAL=5"}]
    plan = plan_of(cadence=cadence)
    first, last = date(2026, 12, 1), date(2026, 12, 20)
    whole = [s for s in calendar_of(plan, TODAY).slots if first <= s.at.date() <= last]
    assert slots_between(plan, first, last) == whole
    assert slots_between(plan, date(2027, 1, 1), date(2027, 2, 1)) == []


dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
schedules: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"days": st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True), "at": st.times()},
    optional={
        "every": st.integers(1, 6).map("{} weeks".format),
        "count": st.integers(0, 40),
        "until": dates,
    },
)
periods = st.lists(dates, min_size=2, max_size=2).map(lambda days: tuple(map(str, sorted(days))))


@settings(max_examples=60)
@given(schedules, periods)
def test_weeks_agree_with_dateutil(schedule: dict[str, Any], period: tuple[str, str]) -> None:
    found = calendar(cadence=[schedule], period=period)
    start, end = map(date.fromisoformat, period)
    days = [WEEKDAYS.index(day) for day in schedule["days"]]
    while start.weekday() not in days:  # or dateutil counts a first week without any slot
        start += timedelta(1)
    rule = rrule(
        WEEKLY,
        datetime.combine(start, schedule["at"]),
        interval=int(schedule.get("every", "1").split()[0]),
        byweekday=days,
        until=datetime.combine(min(schedule.get("until", end), end), time.max),
    )
    # dateutil drops microseconds; nobody can write any.
    made = [slot.at.replace(microsecond=0) for slot in found.slots]
    assert made == list(rule)[: schedule.get("count")]


@settings(max_examples=40)
@given(schedules, periods, st.data())
def test_a_day_off_removes_just_its_slots(
    schedule: dict[str, Any], period: tuple[str, str], data: st.DataObject
) -> None:
    before = calendar(cadence=[schedule], period=period).slots
    day_off = data.draw(st.sampled_from([slot.at.date() for slot in before] or [TODAY]))
    after = calendar(cadence=[schedule | {"except": [day_off]}], period=period).slots
    assert after == tuple(slot for slot in before if slot.at.date() != day_off)


moments = st.datetimes(datetime(2026, 11, 23), datetime(2026, 11, 27)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@settings(max_examples=60)
@given(
    st.lists(moments, max_size=8),
    st.lists(st.sampled_from(["08:00", "12:00", "20:00"]), max_size=3),
)
def test_slots_and_posts_match_one_to_one(posts: list[datetime], ats: list[str]) -> None:
    cadence = [{"format": "broadcast", "days": list(WEEKDAYS), "at": at} for at in ats]
    found = calendar(*({"at": at} for at in posts), cadence=cadence)
    pairs = [(one, found.slot_of(one)) for one in found.planned]
    filled = Counter(id(slot) for _, slot in pairs if slot)
    assert set(filled.values()) <= {1}
    assert len(found.open) + len(filled) == len(found.slots)
    assert all(slot is None or slot.at.date() == one.at.date() for one, slot in pairs if one.at)
    by_day = Counter(at.date() for at in posts)
    for day, planned in by_day.items():
        matched = sum(slot is not None for one, slot in pairs if one.at and one.at.date() == day)
        assert matched == min(planned, len(ats))


few = st.lists(st.integers(0, 24 * 60 - 1), min_size=1, max_size=4).map(
    lambda minutes: [datetime(2026, 11, 25) + timedelta(minutes=m) for m in sorted(minutes)]
)


@settings(max_examples=100)
@given(few, few)
def test_pairs_lie_as_near_as_they_can(slots: list[datetime], posts: list[datetime]) -> None:
    fewer, more = sorted((slots, posts), key=len)
    least = min(
        sum((abs(a - b) for a, b in zip(fewer, order, strict=False)), timedelta())
        for order in permutations(more, len(fewer))
    )
    paired = pair_up(slots, posts)
    assert len(paired) == len(fewer)
    assert sum((abs(slots[s] - posts[p]) for s, p in paired), timedelta()) == least


parts = st.sampled_from(
    [
        *("BYDAY=MO", "BYDAY=-1FR,2TU", "BYDAY=5MO", "BYMONTH=2", "BYMONTHDAY=31,-1"),
        *("BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=-1", "BYSETPOS=9", "BYHOUR=8,20"),
        *("BYMINUTE=30", "BYSECOND=0", "INTERVAL=7", "INTERVAL=61", "COUNT=3", "WKST=SU"),
    ]
)


@settings(max_examples=60)
@given(
    st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]),
    st.lists(parts, max_size=4),
)
def test_any_rule_ends_in_slots_or_in_words(freq: str, parts: list[str]) -> None:
    rule = ";".join([f"FREQ={freq}", *parts])
    found = calendar(cadence=[{"rrule": rule}])
    first, last = found.period
    assert all(first <= slot.at.date() <= last for slot in found.slots)


@pytest.mark.parametrize(
    ("cadence", "found"),
    [
        ("{format: broadcast, days: [someday], at: '20:00'}", []),
        ("{format: broadcast, days: [wed, someday], at: '20:00'}", ["11-25 20:00"]),
        ("{format: broadcast, days: [wed], at: evening-ish}", []),
        ("{format: broadcast, every: now and then, days: [wed], at: '20:00'}", []),
        ("{format: broadcast, days: [wed], at: '20:00', pillar: [x]}", ["11-25 20:00"]),
    ],
)
def test_a_promise_that_nobody_can_read_keeps_no_slot_open(cadence: str, found: list[str]) -> None:
    text = (
        "socialplan: 1\ntitle: x\nbrand: {name: x, market: TW}\n"
        "period: {start: 2026-11-23, end: 2026-11-29}\n"
        f"accounts:\n  - {{id: line, platform: line-oa, cadence: [{cadence}]}}\n"
    )
    plan = load_plan(read_text(text, "plan.yaml", None)).plan
    assert times(calendar_of(plan, TODAY)) == found
