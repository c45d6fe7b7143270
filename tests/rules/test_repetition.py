"""What is said again, and words that mean something else elsewhere or on another day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from socialplan.facts.locale_words import locale_words
from socialplan.rules.copy import earlier
from socialplan.rules.copy.likeness import ALIKE, MAYBE, likeness, shared_pieces, subject_of

if TYPE_CHECKING:
    from tests.rules.conftest import Said

PAIRS = yaml.safe_load(Path(__file__).with_name("title_pairs.yaml").read_text(encoding="utf-8"))
ACCOUNTS = """
    accounts:
      - {id: fb, platform: facebook-page}
      - {id: fb2, platform: facebook-page}
      - {id: ig, platform: instagram}
      - {id: news, platform: email}
      - {id: wb, platform: weibo}
"""
GIFT, GIFT_AGAIN = "中秋禮盒早鳥優惠", "早鳥優惠！中秋禮盒"
SOUP = "南瓜湯回來了，每天十一點開始供應，賣完為止。"
SOUP_AGAIN = "南瓜湯回來了！每天十一點開始供應，賣完為止。"
OTHER_SOUP = "蘿蔔湯賣完了，明天十一點開始供應，賣完為止。"


def plan(*posts: str, extra: str = "") -> str:
    return ACCOUNTS + extra + "    posts:\n" + "".join(f"      - {{{post}}}\n" for post in posts)


def two(first: str, second: str) -> str:
    """Two posts with titles that are alike, unless said on Facebook on the 1st and the 15th."""

    def post(title: str, said: str, day: str) -> str:
        parts = [f"title: {title}", said]
        parts += [] if "at:" in said else [f"at: 2026-12-{day} 12:00"]
        parts += [] if "account:" in said else ["account: fb"]
        return ", ".join(filter(None, parts))

    return plan(post(GIFT, first, "01"), post(GIFT_AGAIN, second, "15"))


def score(titles: list[str]) -> float:
    one, other = map(subject_of, titles)
    assert likeness(one, other) == likeness(other, one)
    return likeness(one, other)


@pytest.mark.parametrize(("least", "precision", "recall"), [(MAYBE, 0.75, 0.9), (ALIKE, 0.8, 0.7)])
def test_most_repeats_are_found_and_most_that_is_found_repeats(
    least: float, precision: float, recall: float
) -> None:
    found = [pair for pair in PAIRS["again"] if score(pair) >= least]
    wrong = [pair for pair in PAIRS["other"] if score(pair) >= least]
    assert len(PAIRS["again"]) >= 20
    assert len(PAIRS["other"]) >= 20
    assert len(found) >= recall * len(PAIRS["again"])
    assert len(found) >= precision * len(found + wrong)


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("母親節蛋糕開放預購", "父親節蛋糕開放預購"),
        ("週五特價：肉桂捲", "週四特價：肉桂捲"),
        ("Autumn menu is here", "Spring menu is here"),
        ("Q1 成果回顧", "Q2 成果回顧"),
        ("三月壽星優惠", "4月寿星优惠"),
        ("手沖小教室 EP3", "手沖小教室 EP4"),
        ("熟客訪談：阿嬤的信", "熟客訪談：郵差的早餐"),
        ("早安", "！！！"),
        ("元宵營業時間公告", "228 連假營業時間公告"),
        ("初一營業公告", "初六營業公告"),
        ("38 节全馆优惠", "618 全馆优惠"),
        ("双 11 全馆优惠", "双 12 全馆优惠"),
        ("情人節限定甜點", "白色情人節限定甜點"),
        ("3 月寿星优惠", "4 月寿星优惠"),
        ("手冲小教室第 3 期", "手冲小教室第 4 期"),
    ],
)
def test_titles_of_one_shape_are_not_one_topic(title: str, other: str) -> None:
    assert score([title, other]) < MAYBE


def test_shared_pieces_are_shown_as_they_are_written() -> None:
    assert shared_pieces("雙十一全館優惠", "全馆优惠双十一！") == ["全館優惠", "雙十一"]
    assert shared_pieces("Free Coffee for a year", "Win free coffee") == ["Free Coffee"]


def test_a_repeat_shows_both_places_the_pieces_and_the_likeness(said: Said) -> None:
    (found,) = said("repeated-topic", two("", ""))
    assert found.message == (
        f"“{GIFT_AGAIN}” repeats “{GIFT}” of 2026-12-01: "
        "both say 早鳥優惠, 中秋禮盒 (likeness 0.88)"
    )
    assert str(found.severity) == "warning"
    assert [one.place.line for one in found.related] == [found.place.line - 1]


@pytest.mark.parametrize(
    ("first", "second", "severities"),
    [
        ("", "at: 2026-12-31 12:00", ["warning"]),
        ("", "at: 2027-01-01 12:00", []),
        ("topic: gift box", "topic: early birds", []),
        ("topic: 禮盒", "topic: 礼盒", ["info"]),
        ("topic: gift box", "", ["warning"]),
        ("status: published", "", ["warning"]),
        ("status: cancelled", "", []),
        ("", "status: on_hold", []),
        ("at: 2026-11-01 12:00", "at: 2026-11-20 12:00", []),
        ("", "account: ig", ["info"]),
        ("", "account: ig, at: 2026-12-08 12:00", []),
        ("campaign: moon", "account: ig, campaign: moon", []),
    ],
)
def test_what_counts_as_a_repeat(
    said: Said, first: str, second: str, severities: list[str]
) -> None:
    found = said("repeated-topic", two(first, second))
    assert [str(one.severity) for one in found] == severities


def test_the_same_account_comes_first(said: Said) -> None:
    own = f"title: {GIFT}, account: fb, at: 2026-12-01 12:00"
    other = f"title: {GIFT}, account: ig, at: 2026-12-05 12:00"
    later = f"title: {GIFT_AGAIN}, account: fb, at: 2026-12-20 12:00"
    (found,) = said("repeated-topic", plan(own, other, later))
    assert "2026-12-01" in found.message


def test_a_row_of_one_topic_is_said_once(said: Said) -> None:
    weekly = [
        f"account: fb, topic: beans, title: '{title}', at: 2026-12-{day} 12:00"
        for day, title in (("02", "Kenya"), ("09", "Peru"), ("16", "Java"), ("23", "Laos"))
    ]
    (found,) = said("repeated-topic", plan(*weekly))
    assert "4 posts" in found.message


def test_the_same_words_under_other_titles_repeat(said: Said) -> None:
    posts = [
        f"account: fb, topic: {topic}, title: {topic}, at: 2026-12-{day} 12:00, text: {SOUP}"
        for topic, day in (("soup", "01"), ("winter", "09"))
    ]
    (found,) = said("repeated-topic", plan(*posts))
    assert "their words are the same" in found.message


@pytest.mark.parametrize(
    ("cooldown", "found"), [("cooldown: 2 weeks", 0), ("cooldown: 20 days", 1), ("max: 4", 1)]
)
def test_the_library_says_how_long_to_wait(said: Said, cooldown: str, found: int) -> None:
    library = f"    library: [{{id: gift, title: {GIFT}, {cooldown}}}]\n"
    runs = [f"account: fb, title: {GIFT}, at: 2026-12-{day} 12:00" for day in ("01", "15")]
    assert len(said("repeated-topic", plan(*runs, extra=library))) == found


def test_a_title_is_compared_with_few_however_many_there_are(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def count(*titles: object) -> float:
        compared.append(titles)
        return 0

    monkeypatch.setattr(earlier, "likeness", count)
    posts = [f"account: fb, title: 買一送一, at: 2026-12-01 12:{i % 60:02}" for i in range(400)]
    said("repeated-topic", plan(*posts))
    assert 0 < len(compared) <= 400 * earlier.KEPT


@pytest.mark.parametrize(
    ("post", "found"),
    [
        (f"accounts: [fb, ig], text: {SOUP}", 1),
        (f"accounts: [fb, fb2], text: {SOUP}", 0),
        (f"accounts: [fb, ig], text: {SOUP}, variants: {{ig: {{text: 一鍋南瓜湯的冒煙早晨}}}}", 0),
        (f"accounts: [fb, ig], text: {SOUP}, variants: {{ig: {{hashtags: [湯]}}}}", 1),
        ("accounts: [fb, ig], text: 明天見", 0),
    ],
)
def test_one_post_to_several_accounts(said: Said, post: str, found: int) -> None:
    problems = said("same-copy-on-several-platforms", plan(f"{post}, at: 2026-12-01 12:00"))
    assert len(problems) == found
    assert all("Facebook Page, Instagram" in one.message for one in problems)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (f"account: ig, at: 2026-12-09 12:00, text: {SOUP}", "the same words"),
        (f"account: ig, at: 2026-12-09 12:00, text: {SOUP_AGAIN}", "nearly"),
        (f"account: fb2, at: 2026-12-09 12:00, text: {SOUP}", None),
        (f"account: ig, at: 2027-02-09 12:00, text: {SOUP}", None),
        (f"account: ig, at: 2026-12-09 12:00, text: {OTHER_SOUP}", None),
    ],
)  # fmt: skip
def test_two_posts_with_the_same_words(said: Said, other: str, found: str | None) -> None:
    first = f"account: fb, at: 2026-12-01 12:00, text: {SOUP}"
    problems = said("same-copy-on-several-platforms", plan(first, other))
    assert [found in one.message for one in problems if found] == [True] * bool(found)
    assert len(problems) == bool(found)


def test_tags_and_links_do_not_make_a_copy_another(said: Said) -> None:
    words = (
        "Ten thousand clients retry after exactly thirty seconds. Your queue was fine; now it is "
        "not. Jitter has been on by default since 1.8, and here is the commit: https://a.dev/"
    )
    found = said(
        "same-copy-on-several-platforms",
        plan(
            f'account: fb, at: 2026-12-01 12:00, text: "{words}?utm_source=fb #q"',
            f'account: ig, at: 2026-12-02 12:00, text: "{words}?utm_source=ig #q #r"',
        ),
    )
    assert [one.path[1] for one in found] == [1]


def openings(account: str, *texts: str) -> str:
    return plan(
        *(
            f'account: {account}, at: 2026-12-0{i} 12:00, text: "{text}"'
            for i, text in enumerate(texts, 1)
        )
    )


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("【公告】大家好，一", "🎉 大家好！二", "大家好～三"), 1),
        (("大家好，一", "大家好！二"), 0),
        (("大家好，一", "大家好！二", "三", "大家好～四"), 0),
        (("大家好，一", "大家好！二", "大家好～三", "大家好～四", "大家好～五"), 1),
        (("Happy to see you, A", "Happy to see her, B", "Happy to see them, C"), 0),
        (("！！！", "！！！", "！！！"), 0),
    ],
)
def test_openings_in_a_row(said: Said, texts: tuple[str, ...], found: int) -> None:
    assert len(said("template-fatigue", openings("fb", *texts))) == found
    assert not said("template-fatigue", openings("news", *texts))


def test_openings_before_are_marked_at_their_words(said: Said) -> None:
    """In a text of several lines, too, where the text itself begins behind a mark."""
    post = """
      - account: fb
        at: 2026-12-0{day} 12:00
        text: |
          🎉 大家好！{day}
          再見
"""
    (found,) = said("template-fatigue", plan() + "".join(post.format(day=i) for i in (1, 2, 3)))
    places = [one.place for one in found.related]
    assert [one.end_column - one.column for one in places] == [len("大家好")] * 2
    assert {one.column for one in places} == {found.place.column}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("電視頻道的品質量測", []),
        ("視頻號的視頻，視頻真多", ["視頻"]),
        ("這个视频", []),
        ("質量最好的軟件", ["質量", "軟件"]),
        ("出租車位，不是出租車", ["出租車"]),
        ("用 U盤 帶走", ["U盤"]),
    ],
)
def test_words_of_elsewhere_are_marked(said: Said, title: str, words: list[str]) -> None:
    found = said("locale-words", plan(f"account: fb, title: {title}"))
    assert [one.message.split("”")[0].lstrip("“") for one in found] == words
    marked = [one.place.end_column - one.place.column for one in found]
    assert marked == [len(word) for word in words]


def test_the_local_word_is_offered(said: Said) -> None:
    (found,) = said("locale-words", plan("account: fb, title: 短信抽獎"))
    assert found.help == "Did you mean “簡訊”? A name or a quotation may stay."
    assert str(found.severity) == "warning"


@pytest.mark.parametrize(
    ("brand", "found"),
    [
        ("{name: B, market: TW}", 1),
        ("{name: B, locale: zh-Hant-TW}", 1),
        ("{name: B, market: HK}", 0),
        ("{name: B, market: CN}", 0),
        ("{name: B, market: US}", 0),
        ("{name: B}", 0),
    ],
)
def test_each_locale_has_words_of_its_own(said: Said, brand: str, found: int) -> None:
    text = plan("account: fb, title: 看視頻", extra=f"    brand: {brand}\n")
    assert len(said("locale-words", text)) == found


def test_accounts_of_the_other_place_speak_its_words(said: Said) -> None:
    assert not said("locale-words", plan("account: wb, title: 看視頻"))


@pytest.mark.parametrize("tag", ["zh-TW", "zh-CN"])
def test_listed_words_are_neither_local_nor_hidden(tag: str) -> None:
    known = locale_words(tag)
    assert known is not None
    local = {word.say for word in known.words.values()}
    assert not local & set(known.words)
    assert not set(known.fine) & set(known.words)
    for longer in known.fine:
        assert any(word in longer for word in known.words), longer


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("全館 85 折（85% off）", ["warning"]),
        ("全館 8.5 折 85%off", ["warning"]),
        ("８折 80％ OFF", ["warning"]),
        ("八折，save 80%", ["warning"]),
        ("打九折 折扣 90%", ["warning"]),
        ("85 折 15% off", []),
        ("85 折 20% off", []),
        ("85% 黑巧克力 85 折", []),
        ("對折 50% off，五折", []),
        ("加好友打 15 折", ["info"]),
        ("打 15 折，也就是 85% off", []),
        ("3 折起", []),
        ("滿 500 折 50", []),
        ("買 24 折 10 元，20 折疊椅", []),
    ],
)
def test_discounts(said: Said, text: str, severities: list[str]) -> None:
    found = said("discount-misread", plan(f'account: fb, text: "{text}"'))
    assert [str(one.severity) for one in found] == severities


def test_a_discount_is_compared_with_its_own_words(said: Said) -> None:
    text = "account: fb, text: 全館 85 折（85% off）"
    (found,) = said("discount-misread", plan(text))
    (twin,) = found.related
    assert twin.place.line == found.place.line
    assert twin.place.end_column - twin.place.column == len("85 折")


def test_discounts_of_a_variant_are_compared_too(said: Said) -> None:
    post = "accounts: [fb, ig], text: 全館 85 折, variants: {ig: {text: All 85% off}}"
    (found,) = said("discount-misread", plan(post))
    assert found.message == "“85 折” takes 15% off, but here stands “85% off”"
    assert found.related


@pytest.mark.parametrize(
    "text",
    [
        "12/5(五)", "12/5（週五晚）", "12月5日星期五", "12 月 5 日（五）", "2026/12/5 (Fri)",
        "2026.12.5（五）", "Friday, Dec 5", "Dec 5 (Fri)", "December 5th, Friday", "Fri 12/5",
        "Friday the 5th of December", "週五（12/5）", "１２／５（五）", "本週五 12/11",
        "下週六 12/5", "this Friday, Dec 11", "今天星期五", "週五快樂", "Happy Friday!",
        "2027/12/5 週六", "（12 月 5 日，周五）", "（2026年12月5日、星期五晚）",
    ],
)  # fmt: skip
def test_weekdays_that_cannot_be(said: Said, text: str) -> None:
    post = f'account: fb, at: 2026-12-02 12:00, text: "來玩 {text} 見"'
    assert len(said("weekday-disagrees-with-date", plan(post))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "12/5(六)", "12/5（週六晚 19:00）", "本週五 12/4", "下週五 12/11", "每週五 12/4 起",
        "Dec 5, Sat",
        "Fri-Sun, Dec 5-6", "Friday and Saturday, Dec 5", "週五、週六 12/5、12/6",
        "12/4-12/6（日）",
        "12/1-12/5（一至五）", "12/5-6（六日）", "週三 1/2 價", "周五1.5折",
        "24/7（日）", "5/12 (Sat)",
        "12/5，週五店休", "（12/5，週六）",
        "今天是週三", "週三快樂", "Happy Black Friday", "2/30（五）", "11/30（一）",
        "11/29（日）", "2/5（五）", "10/5（二）", "2025/12/5（五）",
    ],
)  # fmt: skip
def test_weekdays_that_can(said: Said, text: str) -> None:
    post = f'account: fb, at: 2026-12-02 12:00, text: "{text}"'
    assert not said("weekday-disagrees-with-date", plan(post))


@pytest.mark.parametrize(
    "text",
    [
        "明天 12/25 見", "今天12/25開跑", "后天 12月24日", "昨天（12/20）", "今晚 12/24，八點直播",
        "明日是12/25", "Tomorrow, Dec 25, we open", "Doors open today 12/25", "明天2027/12/24",
        "折價券 12/32 到期", "報名截止：2/30", "2月30日見", "13月1日開張", "11/31（二）截止",
        "Open until 12/32.", "Order by February 30th, please", "on April 31, 2027", "2027年2月29日",
        "明天 12/32", "明天 12/25 的聚會", "１２／３２ 到期",
    ],
)  # fmt: skip
def test_dates_that_cannot_be(said: Said, text: str) -> None:
    post = f'account: fb, at: 2026-12-23 12:00, text: "{text}"'
    assert len(said("misdated-copy", plan(post))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "明天 12/24 見", "今天 12/23 開跑", "後天12/25", "昨天 12/22", "大後天 12/26", "今晚 12/23",
        "去年今天 12/25", "Tomorrow, Dec 24, we open", "today 23/12", "Tomorrow 12/24",
        "明天24/7 營業",
        "全年 24/7 服務", "1/2 cup of sugar", "12/32 是分數", "比數 3/4", "版本 13/32",
        "今天 1/2 價",
        "今天 3/4 場", "尺寸 30/40", "80/100 分", "每月 31 號", "13個月32天", "12 月龄 30 日",
        "by 15/16 of an inch", "February 30% off", "in February 30 people came", "2/29 截止",
        "今天 2/3 的人", "明天起 12/25 為止", "on May 4 we open", "May 31 and June 30",
        "12/31 截止",
        "Visit https://bear.example/2026/2/30", "3月1日～3月31日", "today 1/2 off", "前天 12/21",
        "今日12月23日", "明天，12 月 24 日", "以後 12/25", "日前 12/1", "until 24/7 support starts",
        "目前 12/20 場已滿", "前日 12/21", "比前天 1/2 多",
    ],
)  # fmt: skip
def test_dates_that_can(said: Said, text: str) -> None:
    post = f'account: fb, at: 2026-12-23 12:00, text: "{text}"'
    assert not said("misdated-copy", plan(post))


@pytest.mark.parametrize(
    ("language", "text", "message"),
    [
        ("en", "明天 12/25", "“明天 12/25” cannot be: seen from the post of 2026-12-23, that is"),
        ("zh-TW", "明天 12/25", "「明天 12/25」不可能：貼文排在 2026-12-23，這樣說的是 2026-12-24"),
        ("zh-CN", "2月30日", "“2月30日”不可能：日历上没有这一天"),
    ],
)
def test_why_a_date_cannot_be(said: Said, language: str, text: str, message: str) -> None:
    post = f'account: fb, at: 2026-12-23 12:00, text: "{text}"'
    (found,) = said("misdated-copy", plan(post), language=language)
    assert found.message.startswith(message)


def test_at_night_today_may_still_be_yesterday(said: Said) -> None:
    night = "account: fb, at: 2026-12-24 00:30, text: 明天 12/24"
    assert not said("misdated-copy", plan(night))
    assert said("misdated-copy", plan(night.replace("00:30", "07:30")))


def test_a_waiver_of_weekdays_is_none_of_dates(said: Said) -> None:
    post = 'account: fb, at: 2026-12-23 12:00, text: "明天 12/25（五）和 12/26（日）"'
    weekdays, dates = (
        [one.message.split("”")[0] for one in said(name, plan(post))]
        for name in ("weekday-disagrees-with-date", "misdated-copy")
    )
    assert (weekdays, dates) == (["“12/26（日）"], ["“明天 12/25"])


def test_a_date_without_a_year_needs_a_post_with_a_date(said: Said) -> None:
    name = "weekday-disagrees-with-date"
    assert not said(name, plan("account: fb, text: 12/5（五）"))
    assert said(name, plan("account: fb, text: 2026/12/5（五）"))
    past = plan("account: fb, at: 2026-11-02 12:00, text: 12/5（五）")
    assert not said(name, past)
    assert said(name, past, today=date(2026, 11, 1))


def test_what_another_account_told_is_said_with_its_name(said: Said) -> None:
    """The words of a part of a message are named like those of the whole."""
    plan = """
        accounts: [{id: a1, platform: x}, {id: a2, platform: line-oa}]
        posts:
          - {account: a1, at: 2026-12-02 12:00, title: Five tips for better sleep}
          - {account: a2, at: 2026-12-20 12:00, title: 5 tips for better sleep tonight}
    """
    [found] = said("repeated-topic", plan)
    assert "of 2026-12-02: on X it was told already" in found.message
