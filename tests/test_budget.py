"""Friends × sends of each calendar month, on every price plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan import facts
from socialplan.budget import Budget, budgets, most_a_week
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.readings import Readings
from socialplan.rules import all_rules
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.facts import PricePlan
    from socialplan.finding import Finding
    from socialplan.source import Source

TODAY = date(2026, 6, 15)
TOP = "socialplan: 1\ntitle: Example\nbrand: {name: Little Bear, market: TW}\n"
TWICE_A_WEEK = '{format: broadcast, days: [wed, fri], at: "20:00"}'


def plan_text(friends: int, subscription: str = "", more: str = "", period: str = "") -> str:
    """Two broadcasts a week; July, August and September 2026 have 10, 8 and 9 of those days."""
    paid = f", subscription: {subscription}" if subscription else ""
    return (
        f"{TOP}period: {period or '{start: 2026-07-01, end: 2026-09-30}'}\n"
        f"accounts:\n  - {{id: line, platform: line-oa, followers: {friends}{paid}, "
        f"cadence: [{TWICE_A_WEEK}]}}\n{more}"
    )


def budget_of(text: str, today: date = TODAY) -> Budget:
    plan = load_plan(read_text(text, "socialplan.yaml", None)).plan
    (budget,) = budgets(calendar_of(plan, today), Readings(), today)
    return budget


def said(text: str, language: str = "en", today: date = TODAY) -> list[Finding]:
    return judged(read_text(text, "socialplan.yaml", None), language, today)


def judged(source: Source, language: str = "en", today: date = TODAY) -> list[Finding]:
    rules = [rule for rule in all_rules() if rule.name == "message-quota-exceeded"]
    return lint(load_plan(source), rules, today, language)


def said_with(folder: Path, text: str, numbers: str) -> list[Finding]:
    """What is said of a plan beside a file of readings."""
    (folder / "numbers.csv").write_text(numbers, "utf-8")
    plan = folder / "socialplan.yaml"
    plan.write_text(text + "metrics: {file: numbers.csv}\n", "utf-8")
    return judged(read_plan(plan))


def price_plan(name: str) -> PricePlan:
    line = facts.platform("line-oa")
    assert line is not None
    return line.price_plans[name]


def test_a_month_has_as_many_sends_as_its_days_of_the_week() -> None:
    months = budget_of(plan_text(24)).months
    assert [(month.name, len(month.sends), month.messages) for month in months] == [
        ("2026-07", 10, 240),
        ("2026-08", 8, 192),
        ("2026-09", 9, 216),
    ]
    assert {month.open for month in months} == {8, 9, 10}
    assert not any(month.planned for month in months)


@pytest.mark.parametrize(
    ("friends", "plan", "over"),
    [
        # 200 messages: 8 sends reach 25 friends, 9 reach 22, 10 reach 20.
        (20, "tw-light", []),
        (22, "tw-light", ["2026-07"]),
        (23, "tw-light", ["2026-07", "2026-09"]),  # fits 52 / 12 × 2 sends, but no such month is
        (24, "tw-light", ["2026-07", "2026-09"]),
        (26, "tw-light", ["2026-07", "2026-08", "2026-09"]),
        (24, "tw-medium", []),
        (24, "tw-high", []),
        (347, "tw-light", ["2026-07", "2026-08", "2026-09"]),
        (300, "tw-medium", []),
        (346, "tw-medium", ["2026-07", "2026-09"]),
        (347, "tw-medium", ["2026-07", "2026-09"]),
        (347, "tw-high", []),
        (693, "tw-light", ["2026-07", "2026-08", "2026-09"]),
        (693, "tw-medium", ["2026-07", "2026-08", "2026-09"]),
        (600, "tw-high", []),
        (692, "tw-high", ["2026-07", "2026-09"]),
        (693, "tw-high", ["2026-07", "2026-09"]),
    ],
)
def test_each_price_plan_is_enough_in_some_months(friends: int, plan: str, over: list[str]) -> None:
    budget = budget_of(plan_text(friends, plan))
    assert budget.plan == price_plan(plan)
    exceeded = [month.name for month in budget.months if not month.billed(price_plan(plan)).fits]
    assert exceeded == over
    assert bool(said(plan_text(friends, plan))) == bool(over)


def test_the_free_plan_stops_in_the_middle_of_the_month() -> None:
    (finding,) = said(plan_text(24, "tw-light"))
    assert finding.message == (
        "“LINE Official Account” sends 10 times in 2026-07 (0 planned, 10 open slots) "
        "to 24 friends: 240 messages. "
        "“tw-light” includes 200; no more can be bought, so from the send of 2026-07-29 on "
        "nothing goes out. It is too much in 2026-09 (9 sends, 216 messages) too"
    )
    assert finding.help == (
        "On “tw-light”, 8 sends to all friends fit in a month; fixed days a week that always fit: "
        "1. The same month on each price plan: “tw-light” (輕用量, TWD 0) stops on 2026-07-29, "
        "“tw-medium” (中用量, monthly TWD 800 before tax) is enough, "
        "“tw-high” (高用量, monthly TWD 1,200 before tax) is enough."
    )
    assert str(finding.severity) == "warning"
    assert finding.source == price_plan("tw-light").fact.source


def test_the_middle_plan_stops_too() -> None:
    (finding,) = said(plan_text(347, "tw-medium"))
    assert "347 friends: 3,470 messages. “tw-medium” includes 3,000; no more" in finding.message
    assert finding.help is not None
    assert finding.help.endswith(
        "“tw-light” (輕用量, TWD 0) stops on 2026-07-01, "
        "“tw-medium” (中用量, TWD 800 before tax) stops on 2026-07-29, "
        "“tw-high” (高用量, monthly TWD 1,200 before tax) is enough."
    )


def test_the_high_plan_costs_more() -> None:
    (finding,) = said(plan_text(693, "tw-high"))
    assert "693 friends: 6,930 messages" in finding.message
    assert "includes 6,000; the other 930 cost up to TWD 186 before tax on top" in finding.message
    assert finding.help is not None
    assert finding.help.endswith(
        "“tw-high” (高用量, TWD 1,200 before tax) costs up to TWD 186 more."
    )


@pytest.mark.parametrize(
    ("language", "message", "help_"),
    [
        (
            "zh-TW",
            (
                "「LINE 官方帳號」在 2026-07 要發 10 次（已排 0 次、空時段 10 次），"
                "好友 24 人，共 240 則。"
                "「輕用量」含 200 則；這個方案不能加購，2026-07-29 那一次起就發不出去。"
                "另外也超出的月份：2026-09（9 次、216 則）"
            ),
            (
                "用「輕用量」，一個月全部發送 8 次以內都夠；固定每週發 1 次，哪個月都不會超出。"
                "同一個月用各方案的結果：「輕用量」（tw-light，月費 TWD 0）到 2026-07-29 "
                "就發不出去、「中用量」（tw-medium，月費 TWD 800 未稅）夠用、"
                "「高用量」（tw-high，月費 TWD 1,200 未稅）夠用。"
            ),
        ),
        (
            "zh-CN",
            (
                "“LINE 官方账号”在 2026-07 要发 10 次（已排 0 次、空档 10 次），"
                "好友 24 人，共 240 条。"
                "“轻用量”含 200 条；这个方案不能加购，2026-07-29 那一次起就发不出去。"
                "另外也超出的月份：2026-09（9 次、216 条）"
            ),
            (
                "用“轻用量”，一个月全员发送 8 次以内都够；固定每周发 1 次，哪个月都不会超出。"
                "同一个月用各方案的结果：“轻用量”（tw-light，月费 TWD 0）到 2026-07-29 就发不出去、"
                "“中用量”（tw-medium，月费 TWD 800 未税）够用、"
                "“高用量”（tw-high，月费 TWD 1,200 未税）够用。"
            ),
        ),
    ],
)
def test_a_shop_owner_reads_it_in_chinese(language: str, message: str, help_: str) -> None:
    (finding,) = said(plan_text(24, "tw-light"), language)
    assert (finding.message, finding.help) == (message, help_)


def test_an_account_without_a_price_plan_is_told_what_the_free_one_comes_to() -> None:
    (finding,) = said(plan_text(24))
    assert (
        "No price plan is named (`subscription:`), and the free “tw-light” includes 200"
        in finding.message
    )
    assert str(finding.severity) == "info"
    assert not said(plan_text(20))


def test_posts_and_open_slots_count_and_segments_send_to_fewer() -> None:
    more = """\
segments: [{id: regulars, size: 8}, {id: unknown}, {id: huge, size: 5000}]
posts:
  - {account: line, at: 2026-07-01 20:00, title: To regulars, segment: regulars}
  - {account: line, at: 2026-07-03 20:00, title: To somebody, segment: unknown}
  - {account: line, at: 2026-07-04 09:00, title: Beside the cadence, segment: huge}
  - {account: line, at: 2026-07-08 20:00, title: Not sent, status: cancelled}
  - {account: line, title: An idea}
"""
    month = budget_of(plan_text(24, "tw-light", more)).months[0]
    assert (len(month.sends), month.planned, month.open) == (11, 3, 8)
    assert month.messages == 8 + 10 * 24
    bill = month.billed(price_plan("tw-light"))
    assert (bill.over, bill.stops, bill.most) == (48, True, None)
    assert bill.first_over is not None
    assert bill.first_over.at.date() == date(2026, 7, 29)


def test_what_was_delivered_counts_and_past_months_do_not() -> None:
    more = """\
posts:
  - {account: line, at: 2026-07-01 20:00, title: Sent, status: published, result: {delivered: 21}}
"""
    budget = budget_of(plan_text(24, "tw-light", more), date(2026, 7, 20))
    assert [month.name for month in budget.months] == ["2026-07", "2026-08", "2026-09"]
    assert budget.months[0].messages == 21 + 9 * 24
    later = budget_of(plan_text(24, "tw-light", more), date(2026, 8, 1))
    assert [month.name for month in later.months] == ["2026-08", "2026-09"]


def test_friends_who_block_cost_nothing() -> None:
    goals = """\
goals:
  - metric: effective_friends
    accounts: [line]
    baseline: {value: 20, date: 2026-06-01}
    history: [{date: 2026-05-01, value: 19}, {date: 2026-08-01, value: 23}]
"""
    assert budget_of(plan_text(30, "tw-light", goals)).friends.number == 20
    assert budget_of(plan_text(15, "tw-light", goals)).friends.number == 15


def test_friends_in_the_file_of_readings_count(tmp_path: Path) -> None:
    text = plan_text(0, "tw-light").replace("followers: 0, ", "")
    assert not judged(read_text(text, "socialplan.yaml", None))
    numbers = "date,account,followers,blocks\n2026-05-01,line,400,40\n2026-06-01,line,410,63\n"
    later = "2026-12-01,line,900,0\n"  # of a day that has not come
    (finding,) = said_with(tmp_path, text, numbers + later)
    assert "to 347 friends: 3,470 messages" in finding.message
    assert finding.path == ("accounts", 0, "subscription")
    assert [(one.label, one.place.line) for one in finding.related] == [
        ("friends were read here, without those who block", 7)
    ]


def test_the_newest_reading_counts_rather_than_the_number_beside_the_account(
    tmp_path: Path,
) -> None:
    text = plan_text(24, "tw-light")
    assert said(text)
    assert not said_with(tmp_path, text, "date,account,followers\n2026-06-01,line,20\n")
    assert not said_with(tmp_path, text, "date,followers\n2026-06-01,20\n")
    assert said_with(tmp_path, text, "date,account,followers\n2026-06-01,line,n/a\n")


def test_of_one_day_the_plan_itself_counts(tmp_path: Path) -> None:
    goal = "goals:\n  - {metric: followers, baseline: {value: 24, date: 2026-06-01}}\n"
    numbers = "date,account,followers\n2026-05-01,line,19\n2026-06-01,line,20\n"
    (finding,) = said_with(tmp_path, plan_text(9, "tw-light", goal), numbers)
    assert "to 24 friends" in finding.message
    assert [(one.label, one.place.line) for one in finding.related] == [
        ("the friends were read here", 8)
    ]


def test_the_sum_of_all_accounts_is_not_one_accounts_friends(tmp_path: Path) -> None:
    text = plan_text(20, "tw-light").replace(
        "accounts:\n", "accounts:\n  - {id: ig, platform: instagram}\n"
    )
    assert not said_with(tmp_path, text, "date,followers\n2026-06-01,9000\n")
    both = "date,account,followers\n2026-06-01,ig,9000\n2026-06-01,,9024\n2026-06-01,line,24\n"
    (finding,) = said_with(tmp_path, text, both)
    assert "to 24 friends" in finding.message


def test_other_markets_have_other_plans() -> None:
    text = plan_text(40, "jp-communication")
    assert list(budget_of(text).plans) == ["jp-communication", "jp-light", "jp-standard"]
    (finding,) = said(text)
    assert finding.help is not None
    assert "“jp-light” (ライト, monthly JPY 5,000 before tax) is enough" in finding.help


def test_an_account_of_unknown_size_or_price_plan_is_not_judged() -> None:
    assert not said(plan_text(24, "tw-lite"))
    assert not said(plan_text(24, "tw-light").replace("followers: 24, ", ""))
    assert not said(plan_text(24).replace("market: TW", "market: FR"))
    assert not said(plan_text(24).replace("line-oa", "instagram"))
    assert not said(plan_text(0, "tw-light"))


@pytest.mark.parametrize(
    ("sends", "days"), [(0, 0), (4, 0), (5, 1), (9, 1), (10, 2), (14, 2), (15, 3), (30, 6), (31, 7)]
)
def test_days_a_week_fit_in_the_longest_month(sends: int, days: int) -> None:
    assert most_a_week(sends) == days


@pytest.mark.parametrize(
    ("friends", "advice"),
    [
        (40, "5 sends to all friends fit in a month; fixed days a week that always fit: 1."),
        (60, "3 sends to all friends fit in a month: one every 2 weeks."),
        (150, "sends to all friends that fit in a month: 1."),
        (400, "not even one send to all friends fits; send to a segment of at most 200."),
    ],
)
def test_the_cadence_that_fits_is_named(friends: int, advice: str) -> None:
    (finding,) = said(plan_text(friends, "tw-light"))
    assert finding.help is not None
    assert advice in finding.help
