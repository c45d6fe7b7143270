"""What the examples of the rules on festivals and days off cannot show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Said

RULES = (
    "sober-day-promotion",
    "holiday-changes-slot",
    "festival-date-wrong",
    "lead-time-over-holiday",
    "holidays-unknown",
)
SPRING = date(2027, 4, 1)


def post(text: str, at: str = "2027-04-28 12:00") -> str:
    return f"posts:\n  - at: {at}\n    text: |\n      {text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "母親節是 5/10，記得訂位。",
        "母親節（5月10日）訂位開始",
        "5/10 母親節快樂",
        "5月10日是母親節，",
        "今年母親節落在5/2。",
        "母親節 5/10",
        "母親節 2027/5/10",
        "５／１０ 母親節當天",
        "Mother's Day (May 10)",
        "Mother’s Day is on May 2nd.",
        "今天是母親節。",
        "Today is Mother's Day!",
        "端午節快樂",
    ],
)
def test_a_wrong_date_is_found(said: Said, text: str) -> None:
    (found,) = said("festival-date-wrong", post(text), SPRING)
    assert "2027-05-09" in found.message or "2027-06-09" in found.message
    assert found.place.line == 6


def test_a_post_on_the_wrong_day_is_told_of_once(said: Said) -> None:
    text = "今天是母親節，祝媽媽平安。母親節（5/10）"
    found = said("festival-date-wrong", post(text) + "    title: 今天是母親節\n", SPRING)
    assert sorted(one.message.split("”")[0] for one in found) == [
        "the copy says “母親節（5/10）",
        "“今天是母親節",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "母親節是 5/9，記得訂位。",
        "Mother's Day (May 9)",
        "母親節禮盒 5/1 起預購",
        "母親節（5/1 起預購）",
        "母親節 5/1–5/9 全館活動",
        "即日起至 5/2 母親節禮盒預購",
        "5/1-5/10 母親節，",
        "5/1 母親節套餐開賣",
        "母親節 5/1 開始訂位",
        "母親節快樂",
        "預祝端午節快樂",
        "母親節快樂禮盒",
        "今天開始母親節訂位",
        "今天是母親節前一週",
        "今天不是母親節",
        "今天的母親節套餐",
        "Today is Mother's Day eve",
        "母親節 20:00 直播",
        "母親節 5/32",
        "感恩節 5/2",
        "618 元的母親節套餐",
        "今天618元",
    ],
)
def test_what_only_looks_like_a_wrong_date_is_left_alone(said: Said, text: str) -> None:
    assert not said("festival-date-wrong", post(text), SPRING)


@pytest.mark.parametrize(
    ("text", "at", "is_wrong"),
    [
        ("春節快樂", "2027-02-15 12:00", False),
        ("春節快樂", "2027-03-15 12:00", True),
        ("母親節快樂", "2027-05-10 09:00", False),
        ("母親節快樂", "2027-05-12 09:00", True),
        ("母親節快樂", "2027-04-26 09:00", False),
        ("元旦快樂", "2026-12-31 12:00", False),
        ("今天元旦！", "2026-12-31 12:00", True),
        ("聖誕節是 12/25，", "2027-01-05 12:00", False),
    ],
)
def test_a_greeting_may_come_early_and_a_little_late(
    said: Said, text: str, at: str, is_wrong: bool
) -> None:
    found = said("festival-date-wrong", post(text, at))
    assert bool(found) is is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "5/10" + " " * 100_000 + "母親節",
        "母親節" + " " * 100_000 + "5/10",
        "母親節快樂" * 30_000,
        "5/1-" * 30_000 + "母親節",
        "今天是" * 30_000 + "母親節",
        "Happy Chri\u017ftmas, today is chri\u017ftmas.",
        "HAPPY MOTHER'S DAY " * 10_000,
    ],
)
def test_no_text_is_slow_or_breaks(said: Said, text: str) -> None:
    assert len(said("festival-date-wrong", post(text), SPRING)) <= 50
    said("sober-day-promotion", post(text, "2027-02-28 12:00"))


def test_last_years_date_is_wrong_and_next_years_is_not(said: Said) -> None:
    """Mother's Day was on the tenth in 2026; after the ninth, 2028's fourteenth may be meant."""
    assert said("festival-date-wrong", post("母親節（5/10）", "2027-05-01 12:00"))
    assert not said("festival-date-wrong", post("明年母親節（5/14）", "2027-05-20 12:00"))


def test_each_market_has_its_own_day(said: Said) -> None:
    plan = "brand: {name: Little Bear, market: HK}\n" + post("父親節（8/8）", "2027-06-01 12:00")
    (found,) = said("festival-date-wrong", "\n" + plan, language="zh-TW")
    assert found.message == "文案寫「父親節（8/8）」，但父親節是 2027-06-20"
    assert not said("festival-date-wrong", post("父親節（8/8）", "2027-07-25 12:00"))


def test_one_text_on_two_accounts_is_wrong_once(said: Said) -> None:
    plan = """
        accounts: [{id: a, platform: facebook-page}, {id: b, platform: instagram}]
        posts:
          - {accounts: [a, b], at: 2027-02-28 12:00, title: 今天是除夕！全店 85 折}
    """
    assert len(said("festival-date-wrong", plan)) == 1
    assert len(said("sober-day-promotion", plan)) == 1


def test_what_is_published_or_past_is_not_judged(said: Said) -> None:
    for status in ("published", "cancelled"):
        plan = f"""
            posts:
              - {{at: 2027-02-28 12:00, title: 今天是除夕！全店 85 折, status: {status}}}
        """
        assert not [one for rule in RULES for one in said(rule, plan)]
    past = post("今天是除夕！全店 85 折", "2026-02-28 12:00")
    assert not [one for rule in RULES for one in said(rule, past)]


@pytest.mark.parametrize(
    "what",
    [
        "messages: [{coupon: A cake for two}]",
        "interaction: lottery",
        "call_to_action: Use promo code BEAR",
        "title: 全館八折",
        "first_comment: 買一送一只有今天",
    ],
)
def test_promotions_have_many_forms(said: Said, what: str) -> None:
    plan = f"posts: [{{at: 2027-02-28 12:00, title: Sunday, {what}}}]\n".replace(
        "title: Sunday, title:", "title:"
    )
    (found,) = said("sober-day-promotion", plan)
    assert "2027-02-28, Peace Memorial Day" in found.message


@pytest.mark.parametrize("text", ["今天不打折，", "優惠暫停一天", "本日無優惠", "轉折的故事"])
def test_words_that_call_an_offer_off_do_not_promote(said: Said, text: str) -> None:
    found = said("sober-day-promotion", post(text, "2027-02-28 12:00"))
    assert bool(found) is text.startswith("優惠暫停")  # a person reads that faster than a program


def test_a_blackout_says_it_already(said: Said) -> None:
    plan = post("全館八折", "2027-02-28 12:00") + (
        "workflow: {blackouts: [{from: 2027-02-28, why: remembrance}]}\n"
    )
    assert not said("sober-day-promotion", plan)
    assert said("blackout", plan)


def test_without_a_market_no_day_is_special(said: Said) -> None:
    plan = "\nbrand: {name: Little Bear}\n" + post("今天是除夕！全店 85 折", "2027-02-28 12:00")
    assert not [one for rule in RULES for one in said(rule, plan)]


LINE = """
    brand: {name: 小熊咖啡, market: CN}
    accounts:
      - id: line
        platform: wechat-oa
        cadence: [{format: article, days: [sat, sun], at: "10:00"}]
"""


def test_a_weekend_that_is_worked_changes_its_slots(said: Said) -> None:
    (found,) = said("holiday-changes-slot", LINE, date(2026, 9, 15), "zh-CN")
    assert "2026-09-20 10:00（调休上班）、2026-10-10 10:00（调休上班）" in found.message
    assert "10-03" not in found.message  # a Saturday is off anyway


def test_who_has_decided_is_not_asked(said: Said) -> None:
    plan = """
        accounts:
          - id: line
            platform: line-oa
            cadence: [{format: broadcast, days: [fri], at: "20:00"}]
        posts:
          - {account: line, at: 2026-12-25 20:00, title: Three beans, status: STATUS}
    """
    for status, asked in (("draft", True), ("scheduled", False)):
        found = said("holiday-changes-slot", plan.replace("STATUS", status), date(2026, 12, 20))
        slots = found[0].message
        assert ("2026-12-25 20:00 (Constitution Day)" in slots) is asked
        assert "2027-01-01 20:00 (New Year's Day)" in slots


def test_many_slots_are_told_in_one_line(said: Said) -> None:
    plan = LINE.replace("[sat, sun]", "[mon, tue, wed, thu, fri]")
    (found,) = said("holiday-changes-slot", plan, date(2026, 9, 20))
    assert found.message.endswith("…")


def test_a_long_break_is_told_once(said: Said) -> None:
    plan = """
        workflow: {lead_days: {draft: 7, asset: 3}}
        posts:
          - {at: 2027-02-11 12:00, title: After the new year}
          - {at: 2027-02-12 12:00, title: And one more}
    """
    (found,) = said("lead-time-over-holiday", plan, date(2027, 1, 20))
    assert "7 are days off: Lunar New Year's Eve, 2027-02-04 – 2027-02-10" in found.message
    assert found.place.line == 6
    assert not said("lead-time-over-holiday", plan, date(2027, 2, 8))


def test_days_off_nobody_knows_are_said(said: Said) -> None:
    plan = "\nbrand: {name: Little Bear, market: CN}\n" + post("早安", "2027-01-05 12:00")
    (found,) = said("holidays-unknown", plan, language="zh-TW")
    assert "中國大陸 2027 年的調休上班日" in found.message
    assert "截至 2026-11 尚未公布" in found.message
    assert not said("holidays-unknown", plan, date(2026, 9, 1))  # four months ahead
    taiwan = plan.replace("CN", "TW")
    assert not said("holidays-unknown", taiwan)
    nowhere = plan.replace("CN", "台灣")  # no code: that alone is said of it
    assert not said("holidays-unknown", nowhere)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("market", ["12", "XX", "[TW]", "tw", "{a: b}"])
def test_odd_markets_are_taken_calmly(said: Said, rule: str, market: str) -> None:
    plan = f"\nbrand: {{name: Little Bear, market: {market}}}\n"
    said(rule, plan + post("今天是除夕！全店 85 折", "2027-02-28 12:00"))


@pytest.mark.parametrize("rule", RULES)
def test_far_years_are_taken_calmly(said: Said, rule: str) -> None:
    for year in (1900, 2101, 2199):
        said(rule, post("今天是除夕！", f"{year}-12-31 12:00"), date(year, 12, 1))
