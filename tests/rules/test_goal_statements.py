"""What the words of a goal say beside its fields: silence where they agree, in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Said

RULES = (
    "vague-goal",
    "several-metrics-in-one-goal",
    "metric-disagrees-with-text",
    "target-disagrees-with-text",
    "due-disagrees-with-text",
    "open-ended-metric-list",
    "baseline-disagrees-with-text",
)
PERIOD = "period: {start: 2026-12-01, end: 2027-02-28}\n"


def goal(*fields: str) -> str:
    return PERIOD + "goals:\n  - " + "\n    ".join(fields) + "\n"


AGREEING = [
    ("statement: 好友從 540 人增加到 830 人", "metric: effective_friends", "target: 830"),
    ("statement: 好友提升 10%", "metric: followers", "baseline: 540", "target: 594"),
    ("statement: 好友提升 10%", "metric: followers", "baseline: 543", "target: 600"),
    ("statement: 好友提升 10%", "metric: follower_growth_rate", "target: 10%"),
    ("statement: 好友新增 200 人", "metric: followers", "baseline: 540", "target: 740"),
    ("statement: 好友新增 200 人", "metric: new_followers", "target: 200"),
    ("statement: 好友新增 200 人", "metric: followers", "target: 740"),
    ("statement: 好友翻倍", "metric: followers", "baseline: 540", "target: 1080"),
    ("statement: 好友增長兩倍", "metric: followers", "baseline: 500", "target: 1500"),
    ("statement: 好友增長兩倍", "metric: followers", "baseline: 500", "target: 1000"),
    ("statement: 互動率提升 1 個百分點", "metric: engagement_rate_reach", "baseline: 3%",
     "target: 4%"),
    ("statement: 互動率提升 10%", "metric: engagement_rate_reach", "baseline: 3%", "target: 3.3%"),
    ("statement: 互動率提升 1%", "metric: engagement_rate_reach", "baseline: 3%", "target: 4%"),
    ("statement: 好友達 1.5 萬", "metric: followers", "target: 15000"),
    ("statement: 六成的好友使用優惠券", "metric: coupon_redemptions", "target: 360"),
    ("statement: 三家店的好友到 600 人", "metric: followers", "target: 600"),
    ("statement: 把優惠券推到 3 家門市", "metric: coupon_redemptions", "target: 300"),
    ("statement: 12 月底好友 640 人", "metric: followers", "target: 830", "due: 2027-02-28",
     "milestones: [{date: 2026-12-31, value: 640}]"),
    ("statement: 每店新增 50 位好友", "metric: new_followers", "target: 150",
     "staff_targets: [{store: A, target: 50}, {store: B, target: 100}]"),
    ("statement: Members' bookings reach 60", "metric: registrations", "target: 60"),
    ("statement: 90 guests come in with the coupon", "metric: store_visits", "target: 90"),
    ("statement: 好友綁定率從 38% 到 47%", "metric: {custom: {name: 好友綁定率, unit: \"%\"}}",
     "baseline: 38", "target: 47"),
    ("statement: 好友從 540 到 820", "metric: followers", "baseline: 560", "target: 820",
     "history: [{date: 2026-10-01, value: 540}]"),
    ("statement: 600 friends within 3 months", "due: 2027-02-28"),
    ("statement: 600 friends by March", "due: 2027-02-28"),
    ("statement: 600 friends by the end of February", "due: 2027-02-26"),
    ("statement: 600 friends in Q1", "due: 2027-02-28"),
    ("statement: 1 月底 500 人、2 月底 600 人", "due: 2027-02-28"),
    ("statement: 比 2026-10-31 多 200 位好友", "due: 2027-02-28"),
    ("statement: 提高回購率", "metric: repeat_purchase_rate", "target: 30%"),
    ("statement: 雙11檔期 85 折，好友到 600 人", "metric: followers", "target: 600"),
    ("kind: value", "statement: 讓更多人感到被照顧"),
    ("statement: 每月新增 50 位好友", "metric: new_followers", "target: 600"),
    ("statement: 日均新增好友 20 人", "metric: new_followers", "target: 1200"),
    ("statement: 舉辦 2 場講座，各 30 人報名", "metric: registrations", "target: 60"),
    ("statement: 每月營收成長 5%", "metric: total_sales", "baseline: 100000", "target: 116000"),
    ("statement: Gain 100 followers a month", "metric: followers", "baseline: 1000",
     "target: 1500"),
    ("statement: 每場講座 30 到 50 人報名", "metric: registrations", "baseline: 20", "target: 40"),
    ("statement: A 20-30% lift in store visits", "metric: store_visits", "baseline: 1000",
     "target: 1250"),
    ("statement: 門市來客增加兩成，平均客單價不變", "metric: store_visits", "baseline: 500",
     "target: 600"),
    ("statement: 社團成員達 3,000 人，每日發言人數 90 人以上", "metric: members", "target: 3000"),
    ("statement: 直播間成交額 50 萬", "metric: total_sales", "target: 500000"),
    ("statement: 好友達 900 人，同時封鎖率不超過 20%", "metric: followers", "target: 900",
     "guard: block_rate"),
    ("statement: 門市來客增加 10%～15%", "metric: store_visits", "baseline: 500", "target: 560"),
    ("statement: Gain between 200 and 300 followers", "metric: new_followers", "target: 250"),
    ("statement: \"Raise the click rate to 2,5 %\"", "metric: ctr", "target: 2.5%"),
    ("statement: Grow to 1.250 followers", "metric: followers", "target: 1250"),
    ("statement: Reach half a million followers", "metric: followers", "target: 500000"),
    ("statement: Cut the block rate by a third", "metric: block_rate", "baseline: 6%",
     "target: 4%"),
    ("statement: Reduce complaints to zero", "metric: {custom: {name: x}}", "target: 0"),
    ("statement: 平均回覆時間從 3 小時降到 1 小時", "metric: {custom: {name: x, unit: 分鐘}}",
     "baseline: 180", "target: 60"),
    ("statement: Add 1k subscribers/month", "metric: new_followers", "target: 5000"),
    ("metric: followers", "target: 600"),
    ("statement: \"\"", "metric: followers", "target: 600"),
]  # fmt: skip


@pytest.mark.parametrize("fields", AGREEING, ids=lambda fields: fields[0])
@pytest.mark.parametrize("name", RULES)
def test_words_and_fields_that_agree(said: Said, name: str, fields: tuple[str, ...]) -> None:
    assert not said(name, goal(*fields))


DISAGREEING = [
    ("target-disagrees-with-text", "800", (
        "statement: 好友從 540 人增加到 830 人", "metric: effective_friends", "target: 800")),
    ("target-disagrees-with-text", "900", (
        "statement: 好友提升 10%", "metric: followers", "baseline: 540", "target: 900")),
    ("target-disagrees-with-text", "40%", (
        "statement: 回購率到三成", "metric: repeat_purchase_rate", "target: 40%")),
    ("target-disagrees-with-text", "150", (
        "statement: 讓新粉絲增加 1.5 萬", "metric: followers", "baseline: 100", "target: 150")),
    ("target-disagrees-with-text", "500", (
        "statement: Double our bookings", "metric: registrations", "baseline: 40", "target: 500")),
    ("baseline-disagrees-with-text", "560", (
        "statement: Grow from 540 to 820 followers", "metric: followers", "baseline: 560")),
    ("due-disagrees-with-text", "2027-03-31", (
        "statement: 600 friends by June", "due: 2027-03-31")),
    ("due-disagrees-with-text", "2027-02-28", (
        "statement: 民國 116 年 3 月底前好友 600 人", "due: 2027-02-28")),
    ("due-disagrees-with-text", "2027-02-28", (
        "statement: 年底前好友 600 人", "due: 2027-02-28")),
    ("target-disagrees-with-text", "80", (
        "statement: 每場講座 30 到 50 人報名", "metric: registrations", "target: 80")),
    ("target-disagrees-with-text", "60", (
        "statement: 每月新增 50 位好友", "metric: new_followers", "baseline: 0", "target: 60")),
    ("target-disagrees-with-text", "900", (
        "statement: 好友不少於 1,000 人", "metric: followers", "target: 900")),
    ("due-disagrees-with-text", "2027-06-30", (
        "statement: 一季度末好友 600 人", "due: 2027-06-30")),
    ("due-disagrees-with-text", "2027-12-31", (
        "statement: 明年第一季好友 600 人", "due: 2027-12-31")),
    ("metric-disagrees-with-text", "好友", (
        "statement: 好友到 600 人", "metric: store_visits", "target: 600")),
    ("metric-disagrees-with-text", "save rate", (
        "statement: The save rate of our posts rises to 3%", "metric: followers")),
    ("several-metrics-in-one-goal", "粉絲數和互動率", (
        "statement: 提升粉絲數和互動率", "metric: followers")),
    ("open-ended-metric-list", "等", ("statement: 按讚、留言等成長 20%", "metric: likes")),
    ("target-disagrees-with-text", "5%", (
        "statement: Cut the block rate by a third", "metric: block_rate", "baseline: 6%",
        "target: 5%")),
    ("target-disagrees-with-text", "2", (
        "statement: Reduce blocks to zero", "metric: blocks", "target: 2")),
    ("target-disagrees-with-text", "45", (
        "statement: 平均回覆時間降到 1 小時", "metric: {custom: {name: x, unit: 分鐘}}",
        "target: 45")),
    ("due-disagrees-with-text", "2027-02-28", (
        "statement: 116 年底前好友 600 人", "due: 2027-02-28")),
    ("vague-goal", "知名度", ("statement: 提升品牌知名度",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "place", "fields"), DISAGREEING)
def test_words_and_fields_that_disagree(
    said: Said, name: str, place: str, fields: tuple[str, ...]
) -> None:
    plan = goal(*fields)
    found = [(rule, one) for rule in RULES for one in said(rule, plan)]
    # 提升 is vague beside two measures too; nothing else is said twice.
    assert [rule for rule, _ in found if rule != "vague-goal"] == [name] * (name != "vague-goal")
    finding = next(one for rule, one in found if rule == name)
    assert finding.place.line > 3
    if name != "vague-goal":
        line = ("socialplan: 1\ntitle: Example\n" + plan).splitlines()[finding.place.line - 1]
        assert line[finding.place.column - 1 : finding.place.end_column - 1] == place


def test_the_words_are_shown_with_what_they_make(said: Said) -> None:
    plan = goal("statement: 好友提升 10%", "metric: followers", "baseline: 540", "target: 900")
    (finding,) = said("target-disagrees-with-text", plan)
    assert finding.message == "“10%” in “好友提升 10%” makes 594, but the target is 900"


def test_growth_of_a_measure_of_ones_own_is_shown_as_its_number(said: Said) -> None:
    custom = "metric: {custom: {name: 業績, unit: 元}}"
    plan = goal("statement: 業績成長兩成", custom, "baseline: 100000", "target: 130000")
    (finding,) = said("target-disagrees-with-text", plan)
    assert finding.message == "“兩成” in “業績成長兩成” makes 120,000, but the target is 130,000"


def test_shares_and_ranges_are_shown_as_they_are_written(said: Said) -> None:
    custom = 'metric: {custom: {name: 客诉率, unit: "%"}}'
    (finding,) = said("target-disagrees-with-text", goal("statement: 客诉率降至千分之三", custom,
                                                        "target: 3%"))  # fmt: skip
    assert finding.message.endswith("makes 0.3%, but the target is 3%")
    plan = goal("statement: 每場 30 到 50 人報名", "metric: registrations", "target: 80")
    (finding,) = said("target-disagrees-with-text", plan)
    assert "makes 30-50, but the target is 80" in finding.message


def test_a_bound_beside_the_goal_is_only_a_hint(said: Said) -> None:
    plan = goal("statement: 好友達 900 人，封鎖率不超過 20%", "metric: followers", "target: 900")
    (finding,) = said("several-metrics-in-one-goal", plan)
    assert str(finding.severity) == "info"
    (finding,) = said("several-metrics-in-one-goal", plan.replace("不超過 20%", "達 20%"))
    assert str(finding.severity) == "warning"


def test_a_day_without_a_year_is_printed_with_one(said: Said) -> None:
    plan = goal("statement: 600 friends by June", "due: 2027-02-28")
    (finding,) = said("due-disagrees-with-text", plan)
    assert "means 2027-06-30, but it is due on 2027-02-28" in finding.message


def test_only_a_hint_where_the_number_stands_elsewhere(said: Said) -> None:
    bare = goal("statement: 提升品牌知名度", "metric: brand_impressions")
    (finding,) = said("vague-goal", bare)
    assert str(finding.severity) == "warning"
    (finding,) = said("vague-goal", bare + "    target: 9000\n")
    assert str(finding.severity) == "info"


SUGGESTED = [
    ("goal-without-target", "target: 600", ("statement: 好友到 600 人", "metric: followers")),
    ("goal-without-target", "target: 10%", (
        "statement: 互動率提升至 10%", "metric: engagement_rate_reach")),
    ("goal-without-target", "target: 830", ("statement: 好友從 540 人到 830 人",)),
    ("goal-without-target", "target: 15000", ("statement: 粉丝达到 1.5 万", "metric: followers")),
    ("goal-without-target", "target: 594", (
        "statement: 好友提升 10%", "metric: followers", "baseline: 540")),
    ("goal-without-target", None, ("statement: 好友提升 10%", "metric: followers")),
    ("goal-without-target", None, ("statement: 好友到 600 人、來店到 90 人",)),
    ("goal-without-target", None, ("statement: 讓三家店更好",)),
    ("goal-without-target", None, (
        "statement: 每月新增 50 位好友", "metric: new_followers", "baseline: 20")),
    ("goal-without-target", None, (
        "statement: 回購率提升 3%", "metric: repeat_purchase_rate", "baseline: 20%")),
    ("goal-without-due-date", "due: 2027-02-28", ("statement: 二月底前好友 600 人",)),
    ("goal-without-due-date", "due: 2026-12-25", ("statement: 600 friends by Christmas",)),
    ("goal-without-due-date", "due: 2027-02-28", ("statement: 三個月內好友 600 人",)),
    ("goal-without-due-date", "due: 2027-03-15", ("statement: 3/15 前好友 600 人",)),
    ("goal-without-metric", "metric: followers", ("statement: 好友從 540 人到 830 人",)),
    ("goal-without-metric", "metric: total_sales", ("statement: 營業額成長兩成",)),
    ("goal-without-metric", "metric: followers", ("statement: 600 followers by Christmas",)),
    ("goal-without-metric", None, ("statement: 每月新增 50 位好友",)),
    ("goal-without-metric", None, ("statement: 好友到 600 人、封鎖率降到 15%",)),
    ("goal-without-metric", None, ("statement: 讓三家店更好",)),
    ("goal-without-due-date", None, ("statement: 2026 冬季好友 600 人",)),
    ("goal-without-baseline", "baseline: 540", (
        "statement: 好友從 540 人到 830 人", "target: 830")),
    ("goal-without-baseline", "baseline: 3%", (
        "statement: 互動率從 3% 到 4%", "metric: engagement_rate_reach", "target: 4%")),
    ("goal-without-baseline", None, ("statement: 好友到 830 人", "target: 830")),
]  # fmt: skip


@pytest.mark.parametrize(("level", "fields"), [
    ("144000", ("statement: 營業額成長兩成", "metric: total_sales", "baseline: 120000")),
    ("15%", ("statement: 封鎖率從 20% 降到 15%", "metric: block_rate", "baseline: 18%")),
    (None, ("metric: total_sales", "baseline: 120000")),
    (None, ("statement: 封鎖率降到 20% 以下", "metric: block_rate", "baseline: 18%")),
])  # fmt: skip
def test_a_change_written_as_a_level_is_answered_with_the_level(
    said: Said, level: str | None, fields: tuple[str, ...]
) -> None:
    (finding,) = said("target-behind-baseline", goal(*fields, "target: 20%"))
    assert ("Did you mean" in (finding.help or "")) == (level is not None)
    assert level is None or f"“{level}”" in (finding.help or "")


def test_of_a_rate_without_its_percent_sign_only_that_is_said(said: Said) -> None:
    fields = (
        "statement: 封鎖率從 25% 降到 20%",
        "metric: block_rate",
        "baseline: 25",
        "target: 20",
    )
    plan = goal(*fields) + "accounts: [{id: line, platform: line-oa}]\n"
    assert len(said("rate-outside-0-100", plan)) == 2
    for name in ("target-disagrees-with-text", "baseline-disagrees-with-text"):
        assert not said(name, plan)
    assert not said("too-little-history", plan)


@pytest.mark.parametrize(("name", "field", "fields"), SUGGESTED)
def test_a_missing_field_is_proposed_where_the_words_are_sure(
    said: Said, name: str, field: str | None, fields: tuple[str, ...]
) -> None:
    (finding,) = said(name, goal(*fields))
    assert (f"“{field}”" in (finding.help or "")) == (field is not None)
    assert field is not None or "Did you mean" not in (finding.help or "")
