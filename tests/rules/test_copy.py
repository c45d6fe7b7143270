"""What the examples of the rules on copy cannot show."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.rules.copy import RULES
from socialplan.rules.copy.avoided_word import folded
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from tests.rules.conftest import Said

NAMES = [rule.name for rule in RULES]
TEN_LINES = """
    accounts:
      - id: line
        platform: line-oa
        cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
    posts:
      - {account: line, at: 2026-11-25 20:00, title: 官方週年慶, text: 加入好友享 85 折優惠!}
"""
ACCOUNTS = """
    accounts:
      - {id: bsky, platform: bluesky}
      - {id: ig, platform: instagram}
      - {id: line, platform: line-oa}
      - {id: masto, platform: mastodon}
      - {id: news, platform: email}
      - {id: oa, platform: wechat-oa}
      - {id: pins, platform: pinterest}
      - {id: tg, platform: telegram}
      - {id: wb, platform: weibo}
      - {id: x, platform: x}
      - {id: xp, platform: x, tier: premium}
      - {id: yt, platform: youtube, surface: api}
"""
FAMILY = "👨‍👩‍👧‍👦"


def plan(*posts: str, accounts: str = ACCOUNTS) -> str:
    """Posts in flow style under the accounts that all these tests share."""
    return accounts + "    posts:\n" + "".join(f"      - {{{post}}}\n" for post in posts)


def test_ten_lines_are_asked_nothing(said: Said) -> None:
    assert [one.name for name in NAMES for one in said(name, TEN_LINES)] == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("一次可以烤六十個可頌。", True),
        ("現在就下單", False),
        ("留言 +1 預約", False),
        ("今晚开团，扫码进群", False),
        ("The oven is new.", True),
        ("Office hours start at six. Bring your slowest query.", False),
        ("意者請附簡歷寄 hi@littlebear.example", False),
        ("即日起至 12/15，憑此訊息熱飲第二杯半價", False),
        ("單筆消費滿 $1,500 送限量馬克杯", False),
        ("12/24 公休一天，造成不便敬請見諒", False),
        ("不用讀完也可以來", False),
        ("学会了回来交作业", False),
        ("Book a demo today", False),
        ("bookish cafés and their booking", True),
        ("More on https://example.com/oven", False),
        ("你喜歡哪一種？", False),
    ],
)
def test_a_text_can_ask_by_itself(said: Said, text: str, asked: bool) -> None:
    found = said(
        "post-without-call-to-action", plan(f"account: ig, at: 2026-11-25 20:00, text: {text!r}")
    )
    assert bool(found) is asked


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rest", ["status: cancelled", "status: published"])
def test_nothing_is_asked_of_what_is_over(said: Said, name: str, rest: str) -> None:
    post = f"account: x, at: 2026-11-25 20:00, text: {'長' * 200} TODO, hook: 驚喜, {rest}"
    assert not said(name, plan(post))


@pytest.mark.parametrize("name", ["post-without-title", "post-without-call-to-action"])
@pytest.mark.parametrize(
    ("rest", "asked"),
    [
        ("at: 2026-11-25 20:00", True),
        ("at: 2026-11-20 20:00", False),
        ("at: 2027-03-01 20:00", False),
        ("at: 2027-03-01 20:00, status: in_review", True),
        ("at: 2026-11-25 20:00, status: on_hold", False),
        ("status: idea", False),
    ],
)
def test_absences_wait_until_a_post_should_be_complete(
    said: Said, name: str, rest: str, asked: bool
) -> None:
    assert bool(said(name, plan(f"account: line, text: 早安, {rest}"))) is asked


def test_a_message_prints_measure_limit_unit_source_and_date(said: Said) -> None:
    (found,) = said("text-too-long", plan(f"account: bsky, text: {'a' * 312}"))
    assert found.message.endswith(
        "too long for Bluesky: 312 of 300 graphemes (bluesky-social/atproto, 2026-08)"
    )
    assert found.source == (
        "github:bluesky-social/atproto lexicons/app/bsky/feed/post.json, 2026-08"
    )
    assert str(found.severity) == "error"
    assert found.place.column + 12 == found.place.end_column


def test_every_limit_of_a_field_is_held(said: Said) -> None:
    found = said("text-too-long", plan(f"account: bsky, text: {FAMILY * 310}"))
    assert {one.message.partition(": ")[2].split(" (")[0] for one in found} == {
        "310 of 300 graphemes",
        "7750 of 3000 UTF-8 bytes",
    }


@pytest.mark.parametrize(
    ("post", "severities"),
    [
        (f"account: pins, text: {'a' * 501}", ["warning"]),
        (f"account: pins, text: {'a' * 801}", ["error"]),
        (f"account: oa, title: {'長' * 33}", ["warning"]),
        (f"account: x, text: {'長' * 141}", ["error"]),
        (f"account: x, text: {'長' * 140}", []),
        (f"account: xp, text: {'長' * 141}", []),
        (
            f"account: masto, text: {'a' * 490} https://littlebear.example/a/long/path/to/it",
            ["error"],
        ),
        (f"account: line, text: {'長' * 501}", ["info"]),
        (f"account: yt, format: video, text: {'長' * 1667}", ["warning"]),
        (f"account: tg, text: {'a' * 1025}", []),
        (f"account: tg, text: {'a' * 1025}, assets: [oven.jpg]", ["error"]),
        (f"account: oa, options: {{digest: {'長' * 121}}}", ["warning"]),
        (f"account: oa, options: {{digest: {'長' * 129}}}", ["error"]),
        (f"account: x, thread: [短, {'長' * 141}]", ["error"]),
    ],
)
def test_the_gravest_limit_that_holds_for_the_account_counts(
    said: Said, post: str, severities: list[str]
) -> None:
    assert [str(one.severity) for one in said("text-too-long", plan(post))] == severities


def test_hashtags_are_published_behind_the_text(said: Said) -> None:
    found = said("text-too-long", plan(f"account: bsky, text: {'a' * 295}, hashtags: [coffee]"))
    assert "this text with its hashtags is too long for Bluesky: 303 of 300" in found[0].message


def test_a_listed_hashtag_that_the_text_has_is_not_published_again(said: Said) -> None:
    text = "#小熊咖啡 " + "x" * 270
    assert not said(
        "text-too-long", plan(f"account: x, text: '{text[:279]}', hashtags: [小熊咖啡]")
    )
    assert said("text-too-long", plan(f"account: x, text: '{text[:279]}', hashtags: [拿鐵]"))


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("hashtags: [咖啡, '#咖啡', ＃咖啡]", 2),
        ("hashtags: [Latte, latte]", 1),
        ("hashtags: [latte, latteart]", 0),
        ("text: '#latte', hashtags: [latte]", 0),
        ("account: x, variants: {x: {hashtags: [a, a]}}", 1),
        ("status: published, hashtags: [a, a]", 0),
    ],
)
def test_a_hashtag_is_listed_once(said: Said, post: str, found: int) -> None:
    assert len(said("repeated-hashtag", plan(post))) == found


def test_a_variant_is_measured_where_it_stands(said: Said) -> None:
    post = f"accounts: [bsky, ig], text: {'a' * 400}, variants: {{bsky: {{text: {'b' * 301}}}}}"
    (found,) = said("text-too-long", plan(post))
    assert found.path == ("posts", 0, "variants", "bsky", "text")


@pytest.mark.parametrize(("number", "severity"), [(5, None), (6, "warning"), (31, "error")])
def test_of_a_soft_and_a_hard_limit_only_the_graver_is_said(
    said: Said, number: int, severity: str | None
) -> None:
    tags = ", ".join(f"tag{i}" for i in range(number))
    found = said("too-many-hashtags", plan(f"account: ig, hashtags: [{tags}]"))
    assert [str(one.severity) for one in found] == ([severity] if severity else [])


def test_a_hashtag_in_text_and_field_counts_once(said: Said) -> None:
    tags = 'text: "#a #b #c #d #e", hashtags: [A, "#b"]'
    assert not said("too-many-hashtags", plan(f"account: ig, {tags}"))


@pytest.mark.parametrize(
    ("post", "columns"),
    [
        ('account: wb, text: "#小熊咖啡# 週年慶 #好喝"', 1),
        ('account: x, text: "＃小熊咖啡 開幕"', 0),
        ('account: line, text: "#小熊 咖啡", hashtags: [a b]', 0),
        ('account: ig, text: "We are #1 in town", hashtags: ["#bear", ☕咖啡]', 0),
        ("account: ig, hashtags: ['#', bear#honey, 小熊。]", 3),
    ],
)
def test_each_platform_has_its_own_hashtags(said: Said, post: str, columns: int) -> None:
    assert len(said("hashtag-shape", plan(post))) == columns


@pytest.mark.parametrize("text", ["Mail us: hi@littlebear.com", "Open 8.30 a.m.", "e.g.the oven"])
def test_not_every_dot_is_a_link(said: Said, text: str) -> None:
    assert not said("unclickable-link", plan(f'account: ig, text: "{text}"'))


def test_a_link_is_marked_where_it_stands(said: Said) -> None:
    (found,) = said("unclickable-link", plan("account: ig, text: 訂位 littlebear.tw/a 週五"))
    assert found.place.end_column - found.place.column == len("littlebear.tw/a")


@pytest.mark.parametrize("host", ["littlebear.example", "shop.internal", "littlebear.co.tw"])
def test_a_scheme_makes_a_link_of_any_host(said: Said, host: str) -> None:
    address = f"https://{host}/friday?a=b"
    (found,) = said("unclickable-link", plan(f'account: ig, text: "訂位 {address}，週五"'))
    assert address in found.message
    assert found.place.end_column - found.place.column == len(address)


@pytest.mark.parametrize(
    ("ending", "too_many"),
    [("watch?v={}", True), ("watch?v={}&utm_source=th", True), ("menu?utm_content=n{}", False)],
)
def test_a_link_counts_once_however_it_is_tagged(said: Said, ending: str, too_many: bool) -> None:
    links = " ".join(f"https://littlebear.example/{ending.format(n)}" for n in range(6))
    accounts = "\n    accounts:\n      - {id: th, platform: threads}\n"
    text = plan(f"account: th, at: 2026-11-25 20:00, text: '{links}'", accounts=accounts)
    assert bool(said("too-many-links", text)) is too_many


def test_where_nobody_tags_links_one_hint_says_it(said: Said) -> None:
    links = [f"account: line, link: https://littlebear.example/{i}" for i in range(3)]
    assert len(said("link-without-utm", plan(*links))) == 1
    tagged = "account: line, link: https://littlebear.example/4?utm_source=line"
    assert len(said("link-without-utm", plan(*links, tagged))) == 3
    elsewhere = "account: line, link: https://www.instagram.com/littlebear"
    assert not said("link-without-utm", plan(elsewhere))
    brand = "\nbrand: {name: Little Bear, utm: 'utm_source={account}'}\n"
    assert not said("link-without-utm", plan(*links).replace("\n    ", "\n") + brand)


@pytest.mark.parametrize(
    "rest",
    ["link: https://a.example", "text: '看 littlebear.tw'", "messages: [{coupon: 買一送一}]"],
)
def test_many_things_can_be_clicked(said: Said, rest: str) -> None:
    goals = ACCOUNTS + "    goals: [{id: visits, metric: site_visits}]\n"
    post = f"account: line, at: 2026-11-25 20:00, goal: visits, {rest}"
    assert not said("click-goal-without-link", plan(post, accounts=goals))


@pytest.mark.parametrize("rest", ["text: 幾點來？", "interaction: poll", "link: https://a.example"])
def test_a_question_or_a_game_is_a_call_too(said: Said, rest: str) -> None:
    post = f"account: line, at: 2026-11-25 20:00, {rest}"
    assert not said("post-without-call-to-action", plan(post))


def test_a_title_is_needed_where_the_platform_needs_one(said: Said) -> None:
    at = "at: 2026-11-25 20:00, topic: ovens"
    assert not said("post-without-title", plan(f"account: line, {at}"))
    (found,) = said("post-without-title", plan(f"account: yt, {at}"))
    assert found.message == "this post has no title, and YouTube asks for one"


@pytest.mark.parametrize(
    ("avoid", "text", "found"),
    [
        ("cheap", "Cheap, not cheapest", ["Cheap"]),
        ("ai", "We said: ＡＩ", ["ＡＩ"]),
        ("㍿", "株式会社", ["株式会社"]),
        ("kg", "㎏ 5㎏", ["㎏"]),
        ("最 好", "最好", []),
    ],
)
def test_avoided_words_are_found_however_they_are_written(
    said: Said, avoid: str, text: str, found: list[str]
) -> None:
    brand = f"\nbrand: {{name: B, voice: {{avoid: ['{avoid}']}}}}\nposts: [{{text: '{text}'}}]\n"
    assert [one.message.split("”")[0][1:] for one in said("avoided-word", brand)] == found


def test_scripts_and_evergreen_posts_are_read_for_avoided_words(said: Said) -> None:
    text = """
        brand: {name: B, voice: {avoid: [神奇]}}
        community: {scripts: [{kind: welcome, text: 神奇的一天}]}
        library: [{title: 神奇的咖啡}]
    """
    assert [one.path[0] for one in said("avoided-word", text)] == ["community", "library"]


@pytest.mark.parametrize(
    ("surface", "rule", "limit"), [("native", "text-over-fold", 140), ("api", "text-too-long", 140)]
)
def test_weibo_counts_two_half_width_characters_as_one(
    said: Said, surface: str, rule: str, limit: int
) -> None:
    accounts = f"""
    accounts: [{{id: wb, platform: weibo, surface: {surface}}}]
"""
    for full, text in (("字" * limit, "字"), ("x" * 2 * limit, "xx"), ("字x" * 93 + "x", "x")):
        assert not said(rule, plan(f"account: wb, text: {full}", accounts=accounts))
        (found,) = said(rule, plan(f"account: wb, text: {full}{text}", accounts=accounts))
        assert "141 of 140 characters, half-width ones as half" in found.message


def test_folding_leaves_chinese_punctuation_alone() -> None:
    assert folded("早安，你好！") == "早安，你好！"


@pytest.mark.parametrize(
    ("post", "severities"),
    [
        ("account: line, at: 2026-11-25 20:00, text: 'TODO'", ["warning"]),
        ("account: line, at: 2026-11-25 20:00, status: approved, text: 'TODO'", ["error"]),
        ("account: line, at: 2027-03-25 20:00, text: 'TODO'", []),
        ("account: line, at: 2026-11-25 20:00, status: approved, text: 'Venue TBC'", ["warning"]),
        ("text: 'Hello {{name}}'", []),
        ("account: line, at: 2026-11-25 20:00, text: 'Hello {{name}}'", ["warning"]),
        ("account: news, at: 2026-11-25 20:00, text: 'Hello {{name}}'", []),
        ("account: line, at: 2026-11-25 20:00, text: 'XXL, 【新品】 and 3○'", []),
        ("account: line, at: 2026-11-25 20:00, title: '[日期]開幕'", ["warning"]),
        ("account: line, at: 2026-11-25 20:00, text: '{店名}【待定】（待補）'", ["warning"] * 3),
        ("account: line, at: 2026-11-25 20:00, text: '地點待定，我最愛的是____（待續）'", []),
    ],
)
def test_gaps_matter_more_the_nearer_the_day(said: Said, post: str, severities: list[str]) -> None:
    assert [str(one.severity) for one in said("unfilled-placeholder", plan(post))] == severities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我們的 TODO 清單 app 上線了", None),
        ("Our TODO list app ships today, and the TODO in your head gets quiet.", None),
        ("TODO lists compared: paper or app?", None),
        ("TODO 清單只要三步驟", None),
        ("【TODO清單】搬家前要做的十件事", None),
        ("to-do 清單、todo: 都不是", None),
        ("Grep your `TODO: later` comments, or // TODO: ones, or #TODO", None),
        ("See docs/TODO.md and TBD.example", None),
        ("TBC 寬頻用戶獨享", None),
        ("TODO.md is where ideas go to sleep", None),
        ("XXX-large pizza", None),
        ("报名请填【姓名】，或留言【日期】", None),
        ("亲爱的【姓名】", "【姓名】"),
        ("TODO", "TODO"),
        ("TODO 補上連結", "TODO"),
        ("早安\nTODO add the price\n晚安", "TODO"),
        ("TODO：價格", "TODO"),
        ("早安！TODO: 補圖", "TODO"),
        ("價格：TODO", "TODO"),
        ("Price: TODO", "TODO"),
        ("Doors at 7 [TODO price]", "[TODO price]"),
        ("早安【TODO】", "【TODO】"),
        ("早安（TODO）", "（TODO）"),
        ("Venue TBD", "TBD"),
        ("時間 TBC，地點同上次", "TBC"),
    ],
)
def test_a_word_that_marks_gaps_may_be_a_word(said: Said, text: str, found: str | None) -> None:
    post = f"account: line, at: 2026-11-25 20:00, text: {json.dumps(text, ensure_ascii=False)}"
    messages = [one.message for one in said("unfilled-placeholder", plan(post))]
    assert messages == ([f"“{found}” is still to be filled in"] if found else [])


def test_a_script_that_is_ready_has_no_gaps_but_names(said: Said) -> None:
    scripts = """
    community:
      scripts:
        - {{kind: welcome, ready: {}, text: "歡迎【暱稱】與{{{{name}}}}，TODO：獎品（待補）"}}
    """
    found = said("unfilled-placeholder", scripts.format("true"))
    assert [one.message.split("”")[0] for one in found] == ["“TODO", "“（待補）"]
    assert not said("unfilled-placeholder", scripts.format("false"))


def test_a_run_of_one_pillar_is_said_once(said: Said) -> None:
    text = ACCOUNTS + "    pillars: [{id: a}, {id: b}]\n"
    posts = [f"account: line, at: 2026-12-0{i} 20:00, pillar: a" for i in range(1, 8)]
    posts.append("account: line, at: 2026-12-09 20:00, pillar: b")
    found = said("pillar-three-in-a-row", plan(*posts, accounts=text))
    assert [one.path for one in found] == [("posts", 2, "pillar")]
    assert not said("pillar-three-in-a-row", plan(*posts, accounts=text), date(2026, 12, 20))
    meant = text.replace("{id: a}", "{id: a, share: 80%}")
    assert not said("pillar-three-in-a-row", plan(*posts, accounts=meant))


@pytest.mark.parametrize(("counted", "found"), [((5, 3), 0), ((6, 2), 2)])
def test_a_share_is_off_by_two_posts_at_least(
    said: Said, counted: tuple[int, int], found: int
) -> None:
    text = ACCOUNTS + "    pillars: [{id: a, share: 45%}, {id: b, share: 55%}]\n"
    pillars = "a" * counted[0] + "b" * counted[1]
    posts = [
        f"account: line, at: 2026-12-0{i} 20:00, pillar: {one}" for i, one in enumerate(pillars, 1)
    ]
    assert len(said("pillar-share-off", plan(*posts, accounts=text))) == found


def test_a_campaign_about_one_pillar_may_run_in_a_row(said: Said) -> None:
    text = (
        ACCOUNTS
        + "    pillars: [{id: a}, {id: b}]\n"
        + "    campaigns: [{id: box, pillars: [a]}, {id: both, pillars: [a, b]}]\n"
    )
    other = "account: line, at: 2026-12-09 20:00, pillar: b"
    for campaign, found in (("box", 0), ("both", 1)):
        posts = [
            f"account: line, at: 2026-12-0{i} 20:00, pillar: a, campaign: {campaign}"
            for i in range(1, 5)
        ]
        assert len(said("pillar-three-in-a-row", plan(*posts, other, accounts=text))) == found


def test_a_tag_closed_as_on_weibo_is_opened_elsewhere(said: Said) -> None:
    (found,) = said("hashtag-shape", plan("account: ig, hashtags: ['#小熊#']"))
    assert "too many" in found.message
    assert found.fix is not None
    assert "#小熊'" in found.fix.edits[0].new
    (several,) = said("hashtag-shape", plan("account: ig, hashtags: ['#小熊#咖啡']"))
    assert "several" in several.message


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("'#台南美食 #明太子'", "[台南美食, 明太子]"),
        ("[台南美食、台南甜點]", "[台南美食, 台南甜點]"),
        ("[小熊, '台南美食、台南甜點']", "台南美食, 台南甜點"),
    ],
)
def test_several_tags_in_one_are_listed_apart(said: Said, written: str, listed: str) -> None:
    (found,) = said("hashtag-shape", plan(f"account: ig, hashtags: {written}"))
    assert found.message.endswith(f": {listed}")
    assert (found.fix is not None) is (written[0] == "'")
    assert "Weibo" not in (found.help or "")


def test_two_chinese_words_are_not_drawn_together(said: Said) -> None:
    (found,) = said("hashtag-shape", plan("account: ig, hashtags: [台南美食 台南甜點]"))
    assert found.fix is None


def test_too_many_hashtags_are_told_with_the_strictest_limit(said: Said) -> None:
    tags = ", ".join(f"tag{number}" for number in range(31))
    (found,) = said("too-many-hashtags", plan(f"account: ig, hashtags: [{tags}]"))
    assert "31 of 30" in found.message
    assert "5" in (found.help or "")


def test_spacing_is_left_alone_in_addresses_tags_and_names(said: Said) -> None:
    posts = [
        "account: ig, text: '買 2 送 1'",
        "account: ig, text: '看https://a.example/b 和 #咖啡2026 還有 @小熊cafe'",
    ]
    assert not said("cjk-latin-spacing", plan(*posts))


@pytest.mark.parametrize(
    "text",
    [
        "双11来了",
        "全館85折",
        "早上8點開門",
        "年中618大促",
        "还剩3天",
        "雙12 開跑",
        "第2杯半價",
        "3-5天到貨",
    ],
)
def test_spacing_is_left_alone_in_numbers_that_belong_to_a_word(said: Said, text: str) -> None:
    spaced, close = "account: ig, text: '用 LINE 訂位'", "account: ig, text: '用LINE訂位'"
    for usual in (spaced, close):
        assert not said("cjk-latin-spacing", plan(usual, f"account: ig, text: '{text}'"))
    assert said("cjk-latin-spacing", plan(spaced, spaced, close))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(said: Said, language: str) -> None:
    post = f"account: ig, text: '{'長' * 2300}', hashtags: [a b]"
    for name in NAMES:
        for found in said(name, plan(post), language=language):
            assert "{" not in found.message


@pytest.mark.parametrize(
    ("length", "count"), [("days: 31", 1), ("days: 2", 0), ("minutes: 1", 1), ("minutes: true", 0)]
)
def test_yes_is_no_number_of_minutes(said: Said, length: str, count: int) -> None:
    poll = f"account: masto, text: a, options: {{poll: {{options: [a, b], {length}}}}}"
    assert len(said("option-outside-limit", plan(poll))) == count
