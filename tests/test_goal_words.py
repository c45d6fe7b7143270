"""What is read in the text of a goal, in three languages; traps included."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplan.facts import metric
from socialplan.goal_words import Aside, Deadline, GoalText, Measure, Phrase, Quantity, read_goal
from socialplan.goal_words.folding import fold
from socialplan.goal_words.numerals import numerals
from socialplan.goal_words.vocabulary import listed, section

START = date(2026, 11, 30)
UP, DOWN = "up", "down"

NUMBERS = [
    # A level, a change, points: 到, nothing, 個百分點.
    ("互動率提升至 10%", [("10%", 0.1, "level", UP)]),
    ("互動率提高到 10%", [("10%", 0.1, "level", UP)]),
    ("互動率達 10%", [("10%", 0.1, "level", None)]),
    ("互動率提升 10%", [("10%", 0.1, "relative", UP)]),
    ("互動率提升 10 個百分點", [("10 個百分點", 0.1, "points", UP)]),
    ("互动率提升10个百分点", [("10个百分点", 0.1, "points", UP)]),
    ("Raise the engagement rate to 10%", [("10%", 0.1, "level", UP)]),
    ("Raise the engagement rate by 10%", [("10%", 0.1, "relative", UP)]),
    (
        "Raise the engagement rate by 2 percentage points",
        [("2 percentage points", 0.02, "points", UP)],
    ),
    ("Raise the engagement rate by 1.5 pp", [("1.5 pp", 0.015, "points", UP)]),
    ("封鎖率降到 15% 以下", [("15%", 0.15, "level", DOWN)]),
    ("Cut the block rate below 15%", [("15%", 0.15, "level", DOWN)]),
    ("退群率控制在 5% 以內", [("5%", 0.05, "level", DOWN)]),
    ("互动率保持在 5% 以上", [("5%", 0.05, "level", UP)]),
    ("新增 200 位好友", [("200 位", 200, "absolute", UP)]),
    ("好友增加 200 人", [("200 人", 200, "absolute", UP)]),
    ("好友增加至少 200 人", [("200 人", 200, "absolute", UP)]),
    ("Increase followers by 200", [("200", 200, "absolute", UP)]),
    ("Get 200 more followers", [("200", 200, "absolute", UP)]),
    ("20% more bookings", [("20%", 0.2, "relative", UP)]),
    ("30% fewer unfollows", [("30%", 0.3, "relative", DOWN)]),
    ("粉絲提升一成", [("一成", 0.1, "relative", UP)]),
    ("粉絲成長兩成", [("兩成", 0.2, "relative", UP)]),
    ("回購率達 2 成 5", [("2 成 5", 0.25, "level", None)]),
    ("回購率從 1 成 2 提高到 2 成 5，好友", [
        ("1 成 2", 0.12, "baseline", None), ("2 成 5", 0.25, "level", UP)]),
    ("5 成 3 家店", [("5 成", 0.5, "level", None), ("3 家", 3, "level", None)]),
    ("回購率達七成", [("七成", 0.7, "level", None)]),
    ("回購率提升三成五", [("三成五", 0.35, "relative", UP)]),
    ("业绩增长两成", [("两成", 0.2, "relative", UP)]),
    ("轉換率拉到 5 趴", [("5 趴", 0.05, "level", None)]),
    ("完成率達百分之二十", [("百分之二十", 0.2, "level", None)]),
    ("转化率达百分之三点五", [("百分之三点五", 0.035, "level", None)]),
    ("粉絲到一點二萬人", [("一點二萬人", 12000, "level", None)]),
    ("每晚八点一起看直播，粉丝到六百人", [("六百人", 600, "level", None)]),
    # From where to where.
    ("好友從 540 到 820", [("540", 540, "baseline", None), ("820", 820, "level", None)]),
    (
        "好友從 540 人增加到 830 人",
        [("540 人", 540, "baseline", None), ("830 人", 830, "level", UP)],
    ),
    ("好友 540 人成長至 830 人", [("540 人", 540, "baseline", None), ("830 人", 830, "level", UP)]),
    ("好友 540→830", [("540", 540, "baseline", None), ("830", 830, "level", None)]),
    ("Grow friends from 540 to 820", [("540", 540, "baseline", None), ("820", 820, "level", UP)]),
    (
        "Reduce the unfollow rate from 3% to 1.5%",
        [("3%", 0.03, "baseline", None), ("1.5%", 0.015, "level", DOWN)],
    ),
    (
        "让群日均发言率从 5% 提高到 7.5%",
        [("5%", 0.05, "baseline", None), ("7.5%", 0.075, "level", UP)],
    ),
    (
        "官網流量從每月 8,000 次提高到 12,000 次",
        [("8,000 次", 8000, "baseline", None), ("12,000 次", 12000, "level", UP)],
    ),
    # Multiples.
    ("粉絲翻倍", [("翻倍", 2, "multiple", UP)]),
    ("好友成長一倍", [("一倍", 2, "multiple", UP)]),
    ("好友成長為 3 倍", [("3 倍", 3, "multiple", UP)]),
    ("好友成長三倍", [("三倍", 3, "multiple", UP)]),
    ("客诉减半", [("减半", 0.5, "multiple", DOWN)]),
    ("Double our bookings", [("Double", 2, "multiple", UP)]),
    ("Triple the downloads", [("Triple", 3, "multiple", UP)]),
    ("Grow bookings 3x", [("3x", 3, "multiple", UP)]),
    ("Cut unfollows in half", [("in half", 0.5, "multiple", DOWN)]),
    # How numbers are written.
    ("營業額達到 2,100萬", [("2,100萬", 21_000_000, "level", None)]),
    ("觸及 1.5 萬人", [("1.5 萬人", 15_000, "level", None)]),
    ("触及 1.5w 人", [("1.5w 人", 15_000, "level", None)]),
    ("播放量破 3 亿", [("3 亿", 300_000_000, "level", None)]),
    ("Reach 10k followers", [("10k", 10_000, "level", None)]),
    ("Reach 1.2 million impressions", [("1.2 million", 1_200_000, "level", None)]),
    ("粉絲達１２００人", [("１２００人", 1200, "level", None)]),
    ("粉絲達１，２００人", [("１，２００人", 1200, "level", None)]),
    ("粉絲提升至１０％", [("１０％", 0.1, "level", UP)]),
    ("粉絲數突破一萬", [("一萬", 10_000, "level", None)]),
    ("粉絲破萬", [("萬", 10_000, "level", None)]),
    ("1 萬 5 千次曝光", [("1 萬 5 千次", 15_000, "level", None)]),
    ("新增一百五十位好友", [("一百五十位", 150, "absolute", UP)]),
    ("三十位會員報名", [("三十位", 30, "level", None)]),
    ("twenty-five new followers", [("twenty-five", 25, "absolute", UP)]),
    ("Two hundred bookings", [("Two hundred", 200, "level", None)]),
    ("A dozen bookings", [("dozen", 12, "level", None)]),
    ("每月營業額 NT$500,000", [("NT$500,000", 500_000, "level", None)]),
    ("平均回覆時間縮短到 2 小時", [("2 小時", 2, "level", DOWN)]),
    ("Viewers stay 4.5 minutes", [("4.5 minutes", 4.5, "level", None)]),
    ("每週發 3 篇", [("3 篇", 3, "level", None)]),
    ("Grow to 2000 followers", [("2000", 2000, "level", UP)]),
    ("520 檔期新增 520 人", [("520 人", 520, "absolute", UP)]),
    ("12 周内让好友券每月使用数从 18 张增加到 28 张", [
        ("18 张", 18, "baseline", None),
        ("28 张", 28, "level", UP),
    ]),
    ("800～1000 人報名", [("800～1000 人", 800, "level", None)]),
    ("每場 30 到 50 人報名", [("30 到 50 人", 30, "level", None)]),
    ("300 to 500 new contacts per event", [("300 to 500", 300, "absolute", UP)]),
    ("好友從 300 到 500", [("300", 300, "baseline", None), ("500", 500, "level", None)]),
    # Bounds, and points as people call them.
    ("好友不少於 1,000 人", [("1,000 人", 1000, "level", UP)]),
    ("回購率不低於 25%", [("25%", 0.25, "level", UP)]),
    ("取消追蹤率不要超過 1%", [("1%", 0.01, "level", DOWN)]),
    ("拉黑率小于等于 1%", [("1%", 0.01, "level", DOWN)]),
    ("推播點擊率 ≥ 5%", [("5%", 0.05, "level", None)]),
    ("Raise the click rate to no less than 3.5%", [("3.5%", 0.035, "level", UP)]),
    ("复购率提升 5 个点", [("5 个点", 0.05, "points", UP)]),
    ("賣出 5 個點心", [("5 個點心", 5, "level", None)]),
    # Exactly so many times the number of before; 增加了一倍 is twice as much.
    ("预约数提高到原来的 1.5 倍", [("1.5 倍", 1.5, "multiple", UP)]),
    ("好友增加了一倍", [("一倍", 2, "multiple", UP)]),
    ("好友多一倍", [("一倍", 2, "multiple", UP)]),
    # As written elsewhere: a decimal comma, points between thousands.
    ("Raise the click rate to 2,5 %", [("2,5 %", 0.025, "level", UP)]),
    ("点击率提高到 2,5%", [("2,5%", 0.025, "level", UP)]),
    ("Reach 1.250.000 followers", [("1.250.000", 1_250_000, "level", None)]),
    # Parts, and less than one of something large.
    ("Cut the block rate by a third", [("a third", 0.3333333333, "relative", DOWN)]),
    ("Grow followers by a quarter", [("a quarter", 0.25, "relative", UP)]),
    ("Cut the block rate by a third until June", [("a third", 0.3333333333, "relative", DOWN)]),
    ("Get reviewed by a third party and reach 600 fans", [("600", 600, "level", None)]),
    ("A third-party jury: chosen by a third-party jury, 600 fans", [("600", 600, "level", None)]),
    ("Be understood by a fifth grader", []),
    ("Reach half a million followers", [("half a million", 500_000, "level", None)]),
    ("Reduce blocks to zero", [("zero", 0, "level", DOWN)]),
    # A range, once with its unit and once with each end's.
    ("好友成長 10%～15%", [("10%～15%", 0.1, "relative", UP)]),
    ("新增好友 200 人–300 人", [("200 人–300 人", 200, "absolute", UP)]),
    ("Gain between 200 and 300 followers", [("200 and 300", 200, "absolute", UP)]),
    ("好友從 540 人到 830 人", [("540 人", 540, "baseline", None), ("830 人", 830, "level", None)]),
]  # fmt: skip

NO_NUMBERS = [
    ("停留时长提升到 2 分 30 秒", "2 分 30 秒"),
    ("全館 85 折", "85 折"),
    ("全館八五折", "八五折"),
    ("Everything 20% off", "20% off"),
    ("買一送一週", "買一送一"),
    ("618 大促", "618"),
    ("雙11 檔期", "雙11"),
    ("双十二预热", "双十二"),
    ("520 告白檔期", "520"),
    ("Launch LINE 2.0", "LINE 2.0"),
    ("登上 TOP 10", "TOP 10"),
    ("Become No. 1 in town", "No. 1"),
    ("第 28 天的課程", "第 28"),
    ("1對1 諮詢", "1對1"),
    ("一对一辅导", "一对一"),
    ("24小時客服", "24小時"),
    ("晚上 8 點直播", "8 點"),
    ("20:00 開播", "20:00"),
    ("２０：００ 開播", "２０：００"),
    ("iPhone17 開箱", "iPhone17"),
    ("iPhone 17 開箱", "iPhone 17"),
    ("5G 方案說明", "5G"),
    ("每週三發文", "每週三"),
    ("周五晚上开播", "周五"),
    ("3 天挑戰", "3 天挑戰"),
    ("21天打卡营", "21天打卡"),
    ("A 30-day challenge", "30-day"),
    ("2026 冬季菜單", "2026 冬季"),
    ("25-34 歲的媽媽", "25-34 歲"),
    ("滿 500 元免運", "滿 500"),
    ("24/7 客服", "24/7"),
    ("7-11 取貨", "7-11"),
    ("一個有溫度的品牌", ""),
    ("我們一起變得唯一", ""),
    ("十分感謝", ""),
    ("One brand for all", ""),
]

DEADLINES = [
    ("2027-03-31 前好友 600 人", "2027-03-31", date(2027, 3, 31)),
    ("2027/3/31 前好友 600 人", "2027/3/31", date(2027, 3, 31)),
    ("2027年3月31日前好友 600 人", "2027年3月31日", date(2027, 3, 31)),
    ("3月31日前好友 600 人", "3月31日", date(2027, 3, 31)),
    ("三月底前好友 600 人", "三月底", date(2027, 3, 31)),
    ("12/31 前好友 600 人", "12/31", date(2026, 12, 31)),
    ("1/15 前好友 600 人", "1/15", date(2027, 1, 15)),
    ("年底前好友 600 人", "年底", date(2026, 12, 31)),
    ("明年底好友 600 人", "明年底", date(2027, 12, 31)),
    ("月底前好友 600 人", "月底", date(2026, 12, 31)),
    ("本月底前好友 600 人", "本月底", date(2026, 11, 30)),
    ("下個月底前好友 600 人", "下個月底", date(2026, 12, 31)),
    ("本季好友 600 人", "本季", date(2026, 12, 31)),
    ("下季好友 600 人", "下季", date(2027, 3, 31)),
    ("三個月內好友 600 人", "三個月內", date(2027, 2, 28)),
    ("3个月内粉丝 600 人", "3个月内", date(2027, 2, 28)),
    ("12 週內好友 600 人", "12 週內", date(2027, 2, 22)),
    ("未來 90 天好友 600 人", "未來 90 天", date(2027, 2, 28)),
    ("半年內好友 600 人", "半年內", date(2027, 5, 30)),
    ("一年半內好友 600 人", "一年半內", date(2028, 5, 30)),
    ("雙11前好友 600 人", "雙11", date(2027, 11, 11)),
    ("618 前粉丝 600 人", "618", date(2027, 6, 18)),
    ("聖誕節前好友 600 人", "聖誕節", date(2026, 12, 25)),
    ("民國 116 年 3 月 31 日前好友 600 人", "民國 116 年 3 月 31 日", date(2027, 3, 31)),
    ("民國116年底前好友 600 人", "民國116年底", date(2027, 12, 31)),
    ("116 年底前好友 600 人", "116 年底", date(2027, 12, 31)),
    ("116年3月前好友 600 人", "116年3月", date(2027, 3, 31)),
    ("116/3/31 前好友 600 人", "116/3/31", date(2027, 3, 31)),
    ("２０２７年３月底前好友 600 人", "２０２７年３月底", date(2027, 3, 31)),
    ("第一季底好友 600 人", "第一季底", date(2027, 3, 31)),
    ("一季度末粉丝 600 人", "一季度末", date(2027, 3, 31)),
    ("Q1 末粉丝 600 人", "Q1 末", date(2027, 3, 31)),
    ("明年一季好友 600 人", "明年一季", date(2027, 3, 31)),
    ("明年第四季好友 600 人", "明年第四季", date(2027, 12, 31)),
    ("明年上半年好友 600 人", "明年上半年", date(2027, 6, 30)),
    ("明年 Q2 好友 600 人", "明年 Q2", date(2027, 6, 30)),
    ("明年 12/31 前好友 600 人", "明年 12/31", date(2027, 12, 31)),
    ("明年的雙11前好友 600 人", "明年的雙11", date(2027, 11, 11)),
    ("600 friends by H1 2027", "H1 2027", date(2027, 6, 30)),
    ("600 friends by 2027-03-31", "2027-03-31", date(2027, 3, 31)),
    ("600 friends by the end of March", "by the end of March", date(2027, 3, 31)),
    ("600 friends by 31 March 2027", "by 31 March 2027", date(2027, 3, 31)),
    ("600 friends by March 31st", "by March 31st", date(2027, 3, 31)),
    ("600 friends by March", "by March", date(2027, 3, 31)),
    ("600 friends within 3 months", "within 3 months", date(2027, 2, 28)),
    ("600 friends in the next twelve weeks", "in the next twelve weeks", date(2027, 2, 22)),
    ("600 friends by the end of Q1", "end of Q1", date(2027, 3, 31)),
    ("600 friends by year end", "year end", date(2026, 12, 31)),
    ("600 friends this quarter", "this quarter", date(2026, 12, 31)),
    ("600 friends by Christmas", "Christmas", date(2026, 12, 25)),
    ("600 friends by 2027", "by 2027", date(2027, 12, 31)),
]

NO_DEADLINES = [
    "比 2026-10-31 多 200 位好友",
    "200 more friends than 31 October 2026",
    "We may reach 600 friends",
    "每月 600 次點擊",
    "600 clicks a month",
    "3 個月的課程",
    "2027-02-30 前好友 600 人",
]

MEASURES = [
    ("LINE 有效好友到 600", ["effective_friends"]),
    ("粉絲數到 600", ["followers"]),
    ("封鎖率低於 15%", ["block_rate"]),
    ("取关率低于 3%", ["unfollow_rate"]),
    ("會員回購率到 30%", ["repeat_purchase_rate"]),
    ("好友中的會員回購率到 30%", ["repeat_purchase_rate"]),
    ("優惠券使用 300 張", ["coupon_redemptions"]),
    ("48 人報名", ["registrations"]),
    ("粉丝团的互动率到 5%", ["engagement_rate_reach"]),
    ("60 sign-ups", ["registrations"]),
    ("The save rate of our followers reaches 3%", ["save_rate"]),
    ("LinkedIn engagement by impressions", ["engagement_rate_impressions"]),
    ("The number of bookings reaches 40", ["registrations"]),
    ("Weekly reach of 5,000", ["reach"]),
    ("We reach out to neighbours", []),
    ("讓更多人感到被照顧", []),
]

VAGUE = [
    ("提升品牌知名度", "提升"),
    ("加強粉絲黏著", "加強"),
    ("优化账号形象", "优化"),
    ("讓社群活躍一點", "活躍一點"),
    ("把帳號經營好", "經營好"),
    ("打造爆紅貼文", "爆紅"),
    ("Increase awareness", "Increase"),
    ("Boost our brand", "Boost"),
    ("Engage more with guests", "Engage more"),
    ("More people find the bakery", "More"),
    ("三個月內大幅提升形象", "大幅"),
    ("提升品牌知名度，好友到 600 人", "提升"),
]

CLEAR = [
    "有效好友到 600 人",
    "粉絲提升 10%",
    "大幅提升粉絲 30%",
    "Guests come back more than once",
    "Improve the save rate to 3%",
    "讓廠長看懂自己的電費單",
    "Reduce churn by a third",
    "Reduce complaints to zero",
]

SEVERAL = [
    ("提升粉絲數和互動率", ["粉絲數", "互動率"]),
    ("按讚、留言都成長 20%", ["按讚", "留言"]),
    ("好友達到 600 人、來店達到 90 人", ["好友", "來店"]),
    ("粉丝破 10 万，互动率保持在 5% 以上", ["粉丝", "互动率"]),
    ("Increase followers and engagement", ["followers", "engagement"]),
    ("600 friends and 90 store visits", ["friends", "store visits"]),
    ("會員與好友的回購率到 30%", []),
    ("好友中綁定會員的比例從 38% 到 47%", []),
    ("公众号累计 1,200 人点开营期报名与复盘链接", []),
    ("The repeat purchase rate of members and friends reaches 30%", []),
    ("Raise member registrations from 40 to 64", []),
]

OPEN_LISTS = [
    ("按讚、留言等成長 20%", "等"),
    ("粉丝、互动率等等提升", "等等"),
    ("Comments, shares, etc. rise by 20%", "etc."),
    ("Comments and so on", "and so on"),
    ("VIP 等級的會員到 60 人", None),
    ("60 位同等條件的會員", None),
    ("粉絲等級提升 20%", None),
]

EVERY_STATEMENT = sorted(
    {row[0] for rows in (NUMBERS, NO_NUMBERS, DEADLINES, MEASURES, VAGUE, SEVERAL, OPEN_LISTS)
     for row in rows} | set(NO_DEADLINES) | set(CLEAR)
)  # fmt: skip


def read(statement: str) -> GoalText:
    return read_goal(statement, START)


def phrases(said: GoalText) -> list[Phrase | Measure | Quantity | Aside | Deadline]:
    found: list[Phrase | Measure | Quantity | Aside | Deadline] = [
        *said.measures,
        *said.quantities,
        *said.asides,
        *said.deadlines,
    ]
    return [*found, *said.vague, *said.several, *([said.open_list] if said.open_list else [])]


@pytest.mark.parametrize(("statement", "expected"), NUMBERS)
def test_numbers(statement: str, expected: list[tuple[str, float, str, str | None]]) -> None:
    found = read(statement).quantities
    assert [(one.text, one.value, one.role, one.direction) for one in found] == expected


@pytest.mark.parametrize(("statement", "aside"), NO_NUMBERS)
def test_what_is_no_number(statement: str, aside: str) -> None:
    said = read(statement)
    assert not said.quantities
    assert not said.deadlines
    assert [one.text for one in said.asides] == ([aside] if aside else [])


@pytest.mark.parametrize(("statement", "words", "day"), DEADLINES)
def test_deadlines_are_seen_from_the_start(statement: str, words: str, day: date) -> None:
    said = read(statement)
    assert said.deadline is not None
    assert (said.deadline.text, said.deadline.day) == (words, day)
    assert said.deadline.allows(day)
    assert said.number is not None
    assert said.number.value == 600


@pytest.mark.parametrize(
    ("start", "day", "also"),
    [
        (date(2026, 11, 26), date(2026, 11, 30), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 12, 31), date(2026, 11, 30)),
        (date(2026, 12, 31), date(2027, 1, 31), date(2026, 12, 31)),
    ],
)
@pytest.mark.parametrize("words", ["粉丝月底前到 600 人", "600 fans by the end of the month"])
def test_the_end_of_a_month_that_is_over_is_that_of_the_next(
    words: str, start: date, day: date, also: date
) -> None:
    said = read_goal(words, start).deadline
    assert said is not None
    assert said.day == day
    assert said.allows(also)


@pytest.mark.parametrize("statement", NO_DEADLINES)
def test_a_time_is_not_always_a_deadline(statement: str) -> None:
    assert read(statement).deadline is None


def test_without_a_start_only_whole_dates_are_resolved() -> None:
    assert [one.day for one in read_goal("3月底前好友 600 人").deadlines] == [None]
    assert [one.day for one in read_goal("2027年3月底前好友 600 人").deadlines] == [
        date(2027, 3, 31)
    ]


def test_a_day_without_a_year_comes_next() -> None:
    for statement in ("12/31 前", "12月31日前", "by December 31"):
        found = [
            read_goal(statement, start).deadline for start in (date(2026, 12, 31), date(2027, 1, 1))
        ]
        assert [one.day for one in found if one] == [date(2026, 12, 31), date(2027, 12, 31)]


def test_the_language_decides_which_number_is_the_month() -> None:
    assert read_goal("by 3/4", START, "en").deadlines[0].day == date(2027, 3, 4)
    assert read_goal("by 3/4", START, "en-GB").deadlines[0].day == date(2027, 4, 3)
    assert read_goal("by 31/3", START, "en").deadlines[0].day == date(2027, 3, 31)


def test_by_june_allows_both_readings() -> None:
    june = read("600 friends by June").deadline
    assert june is not None
    assert june.allows(date(2027, 5, 31))
    assert june.allows(date(2027, 6, 30))
    assert not june.allows(date(2027, 3, 31))


@pytest.mark.parametrize(("statement", "metrics"), MEASURES)
def test_measures(statement: str, metrics: list[str]) -> None:
    heads = [one for one in read(statement).measures if not (one.weak or one.modifies)]
    assert len(heads) == len(metrics)
    assert all(name in one.metrics for name, one in zip(metrics, heads, strict=True))


def test_a_plan_may_have_measures_of_its_own() -> None:
    said = read_goal("好友綁定會員率到 47%", START, own=["好友綁定會員率"])
    assert [(one.text, one.metrics) for one in said.measures] == [("好友綁定會員率", frozenset())]


@pytest.mark.parametrize(("statement", "word"), VAGUE)
def test_vague_words(statement: str, word: str) -> None:
    assert [one.text for one in read(statement).vague][:1] == [word]


@pytest.mark.parametrize("statement", CLEAR)
def test_a_number_makes_a_word_clear(statement: str) -> None:
    assert not read(statement).vague


@pytest.mark.parametrize(("statement", "measures"), SEVERAL)
def test_several_measures(statement: str, measures: list[str]) -> None:
    assert [one.text for one in read(statement).several] == measures


@pytest.mark.parametrize(("statement", "word"), OPEN_LISTS)
def test_open_lists(statement: str, word: str | None) -> None:
    found = read(statement).open_list
    assert (found.text if found else None) == word


def test_growing_twice_as_much_is_said_of_two_numbers() -> None:
    number = read("好友增長兩倍").number
    assert number is not None
    assert (number.value, number.upper) == (2, 3)


def test_the_direction_follows_from_both_numbers() -> None:
    assert read("好友 540→830").direction == "up"
    assert read("封鎖率從 18% 到 14%").direction == "down"
    assert read("好友 600 人").direction is None


@pytest.mark.parametrize("statement", EVERY_STATEMENT)
def test_every_phrase_is_what_stands_there(statement: str) -> None:
    said = read(statement)
    assert all(statement[one.start : one.end] == one.text != "" for one in phrases(said))


@pytest.mark.parametrize("statement", EVERY_STATEMENT)
def test_width_changes_nothing(statement: str) -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) if "0" <= one <= "9" else one for one in statement)
    plain = [one.value for one in read(statement).quantities]
    assert [one.value for one in read(wide).quantities] == plain


ALPHABET = st.sampled_from(
    [*"0123456789.,-/:%+年月日底前內個成倍萬億一二三十百千到從至,。、 \n", "２", "％", "ﷺ", "é",
     "İ", "提升", "好友", "by ", "end of ", "March ", "within ", "weeks", "民國", "每週", "雙11",
     "等", "from ", "to ", "followers", "k", "$", "折", "TOP "]
)  # fmt: skip


@given(st.lists(ALPHABET, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read(statement: str) -> None:
    for start in (None, START, date.min, date.max):
        for one in phrases(read_goal(statement, start)):
            assert 0 <= one.start <= one.end <= len(statement)
            assert statement[one.start : one.end] == one.text


HOSTILE = [
    "9" * 100_000,
    "1," * 50_000,
    "1,000" * 20_000,
    "a" * 100_000,
    "a1" * 50_000,
    " " * 100_000,
    "約" * 100_000,
    "about " * 20_000,
    "一" * 100_000,
    "twenty-" * 20_000,
    "1/" * 50_000,
    "2026-" * 20_000,
    "年月" * 50_000,
    "from 1 to " * 10_000,
    "好友、" * 30_000,
    "ﷺ" * 100_000,
    "https://" * 10_000,
    "提升," * 30_000,
    "1萬" * 50_000,
    "民國 " * 30_000,
    "(" * 100_000,
]


@pytest.mark.parametrize("statement", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_end_soon(statement: str) -> None:
    began = time.process_time()
    read(statement)
    # A hang, not a slow machine: the slowest takes a fraction of a second.
    assert time.process_time() - began < 10


@given(st.integers(0, 10**12))
def test_digits_round_trip(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        wide = "".join(chr(ord(one) + 0xFEE0) for one in written)
        for text in (written, wide):
            assert [one.value for one in numerals(fold(text).text)] == [number]


@given(st.integers(1, 99_999), st.integers(0, 99), st.sampled_from(["萬", "万", "w", " 萬"]))
def test_myriads_round_trip(whole: int, hundredths: int, scale: str) -> None:
    found = numerals(f"{whole}.{hundredths:02}{scale}")
    assert [one.value for one in found] == [pytest.approx(whole * 10_000 + hundredths * 100)]


@given(st.integers(1, 9_999), st.sampled_from(["k", "千", " thousand"]))
def test_thousands_round_trip(number: int, scale: str) -> None:
    assert [one.value for one in numerals(f"{number}{scale}")] == [number * 1000]


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_round_trip(number: int) -> None:
    assert [one.value for one in numerals(in_chinese(number))] == [number]


def in_chinese(number: int) -> str:
    """As it is said: 10,305 is 一萬零三百零五."""
    myriads, rest = divmod(number, 10_000)
    low = below_myriad(rest) if rest else ""
    gap = "零" if myriads and 0 < rest < 1000 else ""
    return (below_myriad(myriads) + "萬" if myriads else "") + gap + low


def below_myriad(number: int) -> str:
    said, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            said += ("零" if gap and said else "") + "一二三四五六七八九"[digit - 1] + name
        gap = not digit
    return said


@given(st.dates(date(2026, 12, 1), date(2099, 12, 31)))
def test_years_of_the_republic_round_trip(day: date) -> None:
    roc = day.year - 1911
    for written in (
        f"民國 {roc} 年 {day.month} 月 {day.day} 日前",
        f"{roc}年{day.month}月{day.day}日前",
        f"{roc}/{day.month}/{day.day} 前",
    ):
        found = read(written).deadline
        assert found is not None
        assert found.day == day


@given(st.integers(1, 500))
def test_days_count_from_the_start(days: int) -> None:
    for written in (f"{days} 天內", f"within {days} days"):
        found = read(written).deadline
        assert found is not None
        assert found.day == START + timedelta(days)


def test_the_words_name_metrics_of_the_catalogue() -> None:
    groups = [entry for entry in section("measures").values() if isinstance(entry, dict)]
    named = {name for group in groups for name in listed(group["metrics"])}
    assert not {name for name in named if metric(name) is None}


def test_every_part_of_the_words_has_a_source() -> None:
    from socialplan.facts.store import read as read_data

    data = read_data("goal_words.yaml")
    parts = [entry for name, entry in data.items() if name not in ("reviewed", "sources")]
    assert all(entry["source"] in data["sources"] for entry in parts)


def test_words_are_written_as_they_are_looked_up() -> None:
    for part in ("vague", "changes", "units", "lists"):
        for name, entry in section(part).items():
            for word in listed(entry) if name != "source" else ():
                assert fold(word).text == word
                assert '"' not in word
