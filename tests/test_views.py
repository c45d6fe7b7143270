"""What the pages show of a plan: days, months, the agenda, the plan table; filters and times."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialplan.errors import SocialPlanError, UnknownName
from socialplan.loading import load_plan
from socialplan.plan import Plan
from socialplan.slots import calendar_of
from socialplan.source import read_text
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.names import account_name
from socialplan.views.promises import frequencies_of, promises_of
from socialplan.views.window import Window, days_shown, week_named

PLAN = """
socialplan: 1
title: 小熊咖啡
brand: {name: 小熊咖啡, market: TW}
period: {start: 2026-11-23, end: 2026-12-20}
team: [{id: an, name: 小安}, {id: bo, name: 阿博}]
personas: [{id: nearby, name: 附近的人}]
pillars: [{id: news, name: 最新活動}]
goals:
  - {id: friends, main: true, statement: 好友, metric: followers}
  - {id: visits, statement: 造訪, metric: site_visits, accounts: [line]}
accounts:
  - id: line
    platform: line-oa
    handle: "@bear"
    owner: an
    staff: [bo]
    personas: [nearby]
    limits: [不評論同業]
    cadence: [{format: broadcast, days: [wed, fri], at: "20:00", pillar: news}]
  - id: ig
    platform: instagram
    cadence: [{format: post, every: month, days: [mon], at: "12:00"}]
community:
  rituals:
    - {kind: morning-report, account: line, days: [mon, tue, wed, thu, fri], at: "08:00"}
    - {kind: morning-report, account: ig, days: [mon, tue, wed, thu, fri], at: "08:00"}
    - {kind: activity, account: line, days: [sat], at: "10:00", title: 開放日}
posts:
  - id: anniversary
    account: line
    at: 2026-11-25 20:00
    title: 官方週年慶
    text: 加入好友享 85 折優惠!
    pillar: news
    goal: friends
    author: an
    reviewer: bo
    link: https://bear.example/
    hashtags: [咖啡]
    note: 記得換圖
    assets: [{file: a.jpg, source: own}, {file: b.jpg}]
    status: approved
  - {id: early, account: line, at: 2026-11-24 09:00, text: 早安, persona: nearby}
  - {id: gone, account: line, at: 2026-11-27 20:00, title: 取消的, status: cancelled}
  - {id: someday, account: ig, title: 哪天再說}
"""
TODAY = date(2026, 11, 25)


def plan_of(text: str) -> Plan:
    return load_plan(read_text(text, "plan.yaml", None)).plan


def view(
    name: str, text: str = PLAN, *, today: date = TODAY, days: Window | None = None, **chosen: Any
) -> Any:
    plan = plan_of(text)
    calendar = calendar_of(plan, today)
    window = days or days_shown(name, calendar, today, None, None)
    return make(name, Asked(plan, calendar, today, window, "zh-TW", Filter(**chosen)))


# ── the week ──


def test_a_filter_of_what_the_plan_has_none_of_says_so() -> None:
    with pytest.raises(SocialPlanError) as told:
        Filter(campaign=("spring",)).check(plan_of(PLAN))
    assert told.value.message == "unknown-name-none"


@pytest.mark.parametrize("name", ["week", "month", "agenda", "board", "brief", "checklist"])
def test_pages_of_several_time_zones_say_whose_clock_they_go_by(name: str) -> None:
    assert view(name).clocks == ()
    abroad = PLAN.replace("platform: instagram", "platform: instagram\n    timezone: Europe/Berlin")
    clocks = view(name, abroad).clocks
    assert [(one.zone, one.accounts) for one in clocks] == [
        ("Asia/Taipei", ("LINE 官方帳號",)),
        ("Europe/Berlin", ("Instagram",)),
    ]
    assert view(name, abroad, account=("ig",)).clocks == ()


def test_the_plan_table_names_the_zone_of_an_account_where_there_are_several() -> None:
    assert {one.zone for one in view("sheet").accounts} == {""}
    abroad = PLAN.replace("platform: instagram", "platform: instagram\n    timezone: Europe/Berlin")
    assert [one.zone for one in view("sheet", abroad).accounts][:2] == [
        "Asia/Taipei",
        "Europe/Berlin",
    ]


@pytest.mark.parametrize("name", ["week", "month", "agenda"])
def test_what_stands_on_a_day_goes_by_the_clocks_that_it_shows(name: str) -> None:
    abroad = PLAN.replace(
        "platform: instagram", "platform: instagram\n    timezone: America/Los_Angeles"
    ).replace("every: month, days: [mon]", "days: [wed]")
    shown = view(name, abroad)
    weeks = shown.months[0].weeks if name == "month" else (shown.days,)
    days = [day for week in weeks for day in week if day]
    times = {day.date: [one.time for one in day.items] for day in days}
    assert times[date(2026, 11, 25)] == ["12:00", "20:00"]


def test_a_week_holds_posts_open_slots_and_rituals_of_each_day() -> None:
    shown = view("week")
    assert (shown.first, shown.last, shown.week) == (
        date(2026, 11, 23),
        date(2026, 11, 29),
        "2026-W48",
    )
    monday, tuesday, wednesday, _, friday, saturday, sunday = shown.days
    assert [item.title for item in wednesday.items] == ["官方週年慶"]
    assert wednesday.is_today
    assert [item.status for item in friday.items] == ["open", "cancelled"]
    assert [one.title for one in saturday.rituals] == ["開放日"]
    assert not monday.entries
    assert not sunday.entries
    assert tuesday.items[0].off_cadence
    assert shown.counts == {"approved": 1, "draft": 1, "open": 1, "cancelled": 1}
    assert shown.ideas == 1


def test_a_date_that_nobody_can_read_makes_no_idea_of_a_post() -> None:
    text = PLAN + "  - {id: soon, account: ig, at: next tuesday, title: 下週二}\n"
    assert view("week", text).ideas == 1
    undated = [(one.id, one.status, one.is_misdated) for one in view("agenda", text).backlog]
    assert undated == [("soon", "draft", True), ("someday", "idea", False)]
    rows = [row for account in view("sheet", text).accounts for row in account.rows]
    assert [row.id for row in rows if row.is_misdated] == ["soon"]


def test_what_is_done_on_most_days_in_several_groups_is_said_once() -> None:
    (habit,) = view("week").habits
    assert habit.weekdays == (0, 1, 2, 3, 4)
    assert habit.ritual.accounts == ("LINE 官方帳號", "Instagram")
    assert habit.ritual.time == "08:00"


def test_a_cancelled_post_is_not_called_off_the_cadence() -> None:
    friday = view("week").days[4]
    assert [item.off_cadence for item in friday.items] == [False, False]


def test_a_format_that_was_never_promised_is_not_called_off_the_cadence() -> None:
    more = PLAN + "  - {id: story, account: ig, at: 2026-11-26 09:00, format: story, title: 限動}\n"
    (item,) = view("week", more).days[3].items
    assert not item.off_cadence


def test_a_post_without_a_subject_is_called_by_its_first_words() -> None:
    long = PLAN.replace("text: 早安", "text: " + "早" * 200)
    assert view("week").days[1].items[0].title == "早安"
    assert view("week", long).days[1].items[0].title == "早" * 59 + "…"


@pytest.mark.parametrize(
    ("text", "days", "chosen", "why"),
    [
        ("socialplan: 1\ntitle: x\nbrand: {name: x}\n", None, {}, "bare"),
        (PLAN, Window(date(2027, 1, 4), date(2027, 1, 10)), {}, "elsewhere"),
        (PLAN, None, {"campaign": ("none",)}, "filtered"),
        (PLAN, None, {}, None),
    ],
    ids=["a plan with nothing in it", "other days", "a filter", "something"],
)
@pytest.mark.parametrize("name", ["week", "month", "agenda", "sheet"])
def test_an_empty_page_knows_why(
    name: str, text: str, days: Window | None, chosen: dict[str, Any], why: str | None
) -> None:
    found = view(name, text, days=days, **chosen).nothing
    assert (found and found.why) == why


# ── month and agenda ──


def test_a_month_begins_its_weeks_as_the_market_does() -> None:
    taiwan, mainland = view("month"), view("month", PLAN.replace("market: TW", "market: CN"))
    assert taiwan.weekdays == (6, 0, 1, 2, 3, 4, 5)
    assert mainland.weekdays == (0, 1, 2, 3, 4, 5, 6)
    november = taiwan.months[0]
    assert all(len(week) == 7 for week in november.weeks)
    assert november.weeks[0][0].date == date(2026, 11, 1)
    assert november.weeks[-1][1].date == date(2026, 11, 30)
    assert november.weeks[-1][2:] == (None,) * 5


def test_days_that_span_months_make_several_months() -> None:
    shown = view("month", days=Window(date(2026, 11, 30), date(2027, 1, 2)))
    assert [month.first for month in shown.months] == [
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
    assert sum(month.counts.get("open", 0) for month in shown.months) == shown.counts["open"]


def test_a_month_says_each_ritual_once() -> None:
    habits = view("month", days=Window(date(2026, 11, 23), date(2026, 12, 20))).habits
    assert [(habit.weekdays, len(habit.days)) for habit in habits] == [
        ((0, 1, 2, 3, 4), 20),
        ((5,), 4),
    ]
    assert all(habit.is_weekly and habit.is_throughout for habit in habits)


def test_an_agenda_lists_days_that_hold_something_and_then_the_ideas() -> None:
    shown = view("agenda")
    assert (shown.first, shown.last) == (TODAY, date(2026, 12, 20))
    assert [day.date.day for day in shown.days][:4] == [25, 27, 2, 4]
    assert [item.title for item in shown.backlog] == ["哪天再說"]


def test_before_a_plan_begins_its_first_busy_days_are_shown() -> None:
    assert view("week", today=date(2026, 10, 1)).week == "2026-W48"
    assert view("month", today=date(2026, 10, 1)).first == date(2026, 11, 1)


# ── the plan table ──


def test_accounts_of_one_name_are_told_apart() -> None:
    accounts = [
        {"id": "xhs", "platform": "xiaohongshu", "name": "山野"},
        {"id": "oa", "platform": "wechat-oa", "name": "山野"},
        {"id": "g1", "platform": "wechat-group", "name": "老客"},
        {"id": "g2", "platform": "wechat-group", "name": "老客", "handle": "二群"},
        {"id": "dy", "platform": "douyin", "name": "山野抖音号"},
    ]
    plan = Plan.model_validate(
        {
            "socialplan": 1,
            "title": "山野",
            "brand": {"name": "山野", "market": "CN"},
            "period": {"start": "2026-11-23", "end": "2026-12-20"},
            "accounts": accounts,
        }
    )
    assert [account_name(plan, one["id"], "zh-CN") for one in accounts] == [
        "小红书 山野",
        "微信公众号 山野",
        "微信群 老客 g1",
        "微信群 老客 二群",
        "山野抖音号",
    ]
    chosen = Filter(account=("小红书 山野",)).by_ids(plan, "zh-CN")
    assert chosen.account == ("xhs",)
    with pytest.raises(UnknownName):
        Filter(account=("山野",)).by_ids(plan, "zh-CN").check(plan)


def test_the_plan_table_says_once_what_holds_for_an_account() -> None:
    line, _ = view("sheet").accounts
    assert line.platform == "LINE 官方帳號"
    assert (line.name, line.people, line.audience) == ("@bear", ("小安", "阿博"), ("附近的人",))
    assert [(one.format, one.count, one.unit) for one in line.frequency] == [
        ("broadcast", 2, "week")
    ]
    assert line.times[0].times.weekdays == (2, 4)
    assert line.times[0].times.at == "20:00"
    assert line.goal == "網站造訪數"
    assert line.limits == ("不評論同業",)
    assert {bound.field for bound in line.bounds} >= {"text", "bubbles"}


def test_the_plan_table_has_a_row_for_every_post_and_open_slot() -> None:
    line, ig = view("sheet").accounts
    row = next(row for row in line.rows if row.id == "anniversary")
    assert (row.type, row.title, row.link) == ("最新活動", "官方週年慶", "https://bear.example/")
    assert row.content == ("加入好友享 85 折優惠!",)
    assert row.images == ("own", "unknown")
    assert (row.author, row.checker, row.remarks) == ("小安", "阿博", "記得換圖")
    assert row.goal == "粉絲與好友數"
    assert [row.status for row in line.rows].count("open") == 7
    assert ig.rows[-1].title == "哪天再說"
    assert ig.rows[-1].at is None


def test_a_few_days_of_the_plan_table_leave_ideas_out() -> None:
    shown = view("sheet", days=week_named("2026-W48"))
    assert all(row.at for account in shown.accounts for row in account.rows)


def test_a_post_without_a_known_account_still_has_a_row() -> None:
    shown = view("sheet", PLAN + "  - {at: 2026-12-01 09:00, title: 沒有帳號}\n")
    assert shown.accounts[-1].id == ""
    assert [row.title for row in shown.accounts[-1].rows] == ["沒有帳號"]


# ── filters ──


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ({"account": ("ig",)}, []),
        ({"account": ("line",)}, ["早安", "官方週年慶", "", "取消的"]),
        ({"status": ("open",)}, [""]),
        ({"status": ("approved", "cancelled")}, ["官方週年慶", "取消的"]),
        ({"assignee": ("bo",)}, ["官方週年慶"]),
        ({"persona": ("nearby",)}, ["早安", "官方週年慶", "取消的"]),
        ({"persona": ("nearby",), "status": ("approved",)}, ["官方週年慶"]),
    ],
)
def test_filters_choose_posts_and_open_slots(chosen: dict[str, Any], titles: list[str]) -> None:
    shown = view("week", **chosen)
    assert [item.title for day in shown.days for item in day.items] == titles


def test_rituals_have_an_account_and_no_other_quality() -> None:
    assert len(view("week", account=("ig",)).habits) == 1
    assert not view("week", status=("open",)).habits


def test_an_unknown_name_names_the_nearest() -> None:
    with pytest.raises(SocialPlanError) as error:
        Filter(account=("lien",)).check(plan_of(PLAN))
    assert error.value.named["nearest"] == "line"


# ── which days ──


@pytest.mark.parametrize(
    ("name", "first", "last", "expected"),
    [
        ("week", None, None, ("2026-11-23", "2026-11-29")),
        ("week", "2026-12-02", None, ("2026-12-02", "2026-12-08")),
        ("week", None, "2026-12-08", ("2026-12-02", "2026-12-08")),
        ("month", None, None, ("2026-11-01", "2026-11-30")),
        ("month", "2026-12-10", None, ("2026-12-10", "2026-12-31")),
        ("month", None, "2026-12-10", ("2026-12-01", "2026-12-10")),
        ("agenda", None, None, ("2026-11-25", "2026-12-20")),
        ("agenda", "2026-12-24", None, ("2026-12-24", "2026-12-24")),
        ("agenda", None, "2026-12-01", ("2026-11-25", "2026-12-01")),
        ("sheet", None, None, ("2026-11-23", "2026-12-20")),
        ("sheet", "2026-12-01", "2026-12-02", ("2026-12-01", "2026-12-02")),
    ],
)
def test_each_view_has_its_own_days(
    name: str, first: str | None, last: str | None, expected: tuple[str, str]
) -> None:
    given = [date.fromisoformat(day) if day else None for day in (first, last)]
    found = days_shown(name, calendar_of(plan_of(PLAN), TODAY), TODAY, *given)
    assert tuple(map(str, found)) == expected


def test_posts_outside_the_period_are_in_the_plan_table_all_the_same() -> None:
    late = PLAN + "  - {id: late, account: line, at: 2027-02-01 09:00, title: 太晚}\n"
    assert view("sheet", late).last == date(2027, 2, 1)


@pytest.mark.parametrize("text", ["2026-W60", "9999-W52", "0001-W01", "week", "", "2026-13-01"])
def test_a_week_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(SocialPlanError):
        week_named(text)


# ── when something comes back ──


@pytest.mark.parametrize(
    ("cadence", "said"),
    [
        ("{days: [fri, wed], at: '20:00'}", (1, "week", (2, 4), 0, (), "20:00")),
        ("{every: 2 weeks, days: [mon]}", (2, "week", (0,), 0, (), "")),
        ("{every: 2 weeks, at: '9:00'}", (2, "week", (0,), 0, (), "09:00")),
        ("{at: '9:00'}", (1, "day", (), 0, (), "09:00")),
        ("{days: [mon, tue, wed, thu, fri, sat, sun]}", (1, "day", (), 0, (), "")),
        ("{every: month, days: [mon]}", (1, "month", (0,), 1, (), "")),
        ("{every: month}", (1, "month", (), 0, (23,), "")),
        ("{rrule: 'FREQ=DAILY', at: '9:00'}", (1, "day", (), 0, (), "09:00")),
        ("{rrule: 'FREQ=WEEKLY;BYDAY=WE;BYHOUR=8;BYMINUTE=5'}", (1, "week", (2,), 0, (), "08:05")),
        ("{rrule: 'FREQ=WEEKLY;INTERVAL=2'}", (2, "week", (0,), 0, (), "")),
        ("{rrule: 'RRULE:FREQ=MONTHLY;BYDAY=-1FR'}", (1, "month", (4,), -1, (), "")),
        ("{rrule: 'FREQ=MONTHLY;BYMONTHDAY=1,-1'}", (1, "month", (), 0, (1, -1), "")),
        ("{rrule: 'FREQ=DAILY;BYDAY=MO,TU'}", (1, "week", (0, 1), 0, (), "")),
    ],
)
def test_a_schedule_is_taken_apart(cadence: str, said: tuple[Any, ...]) -> None:
    times = promises_of(_cadence(cadence), date(2026, 11, 23))[0].times
    assert times.rule == ""
    assert (
        times.interval,
        times.unit,
        times.weekdays,
        times.position,
        times.month_days,
        times.at,
    ) == said


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=WEEKLY;BYHOUR=8,20",
        "FREQ=WEEKLY;INTERVAL=x",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=XX",
    ],
)
def test_an_intricate_rule_stays_as_it_is_written(rule: str) -> None:
    assert promises_of(_cadence(f"{{rrule: '{rule}'}}"), date(2026, 11, 23))[0].times.rule == rule


def test_promises_of_one_format_add_up() -> None:
    promises = promises_of(
        _cadence("{format: post, days: [mon, tue]}", "{format: post, days: [sat]}"), TODAY
    )
    assert [(one.format, one.count) for one in frequencies_of(promises)] == [("post", 3)]


def _cadence(*entries: str) -> Any:
    text = "\n".join(f"      - {entry}" for entry in entries)
    plan = plan_of(
        "socialplan: 1\ntitle: x\nbrand: {name: x}\naccounts:\n"
        f"  - id: a\n    platform: x\n    cadence:\n{text}\n"
    )
    return plan.accounts[0].cadence
