"""What the examples of the rules on wording cannot show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import promotion
from socialplan.rules.wording import RULES
from socialplan.rules.wording.hits import MOST
from socialplan.rules.wording.passages import speeches
from socialplan.source import read_text

if TYPE_CHECKING:
    from tests.rules.conftest import Said

    from socialplan.finding import Finding

EDITORS = yaml.safe_load(Path(__file__).with_name("posts_of_editors.yaml").read_text("utf-8"))
CN = "brand: {name: 小熊, market: CN}\n"
TW_FOOD = "brand: {name: 小熊, market: TW, industry: food}\n"
EVERYWHERE = """
brand: {name: 小熊, market: CN}
accounts: [{id: oa, platform: wechat-oa}, {id: group, platform: wechat-group}]
hashtag_sets: {usual: [顶级一]}
community:
  groups: [group]
  scripts:
    - {title: 顶级二, attention: 顶级三, benefit: 顶级四, offer: 顶级五, text: 顶级六}
library:
  - {title: 顶级七, text: 顶级八, call_to_action: 顶级九}
posts:
  - account: oa
    title: 顶级十
    text: 顶级甲
    first_comment: 顶级乙
    call_to_action: 顶级丙
    hashtags: [顶级丁]
    hashtag_sets: [usual]
    hook: {attention: 顶级戊, benefit: 顶级己}
    interaction: {kind: lottery, name: 顶级庚, terms: {how_to_enter: 顶级辛}}
    assets: [{url: "https://bear.example/a.jpg", credit: 顶级壬}]
  - account: group
    messages:
      - 顶级癸
      - coupon: {title: 顶级子, text: 顶级丑}
      - card: [{title: 顶级寅, text: 顶级卯, label: 顶级辰}]
  - account: oa
    thread: [顶级巳, 顶级午]
  - account: oa
    text: 平常
    variants: {oa: {text: 顶级未, title: 顶级申}}
"""


def words_of(found: list[Finding], plan: str) -> list[str]:
    """What each finding's carets stand under."""
    lines = ("socialplan: 1\ntitle: Example\n" + plan).splitlines()
    return [
        lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1] for one in found
    ]


@pytest.mark.parametrize(
    "written", EDITORS, ids=lambda one: f"{one['market']}-{one['industry']}-{one['platform']}"
)
def test_posts_of_editors_are_judged_as_a_person_would(written: dict[str, Any]) -> None:
    posts = written["posts"]
    told = [
        json.dumps(
            {"at": "2026-12-01 20:00", **{key: post[key] for key in post if key != "found"}},
            ensure_ascii=False,
        )
        for post in posts
    ]
    lines = [
        "socialplan: 1",
        "title: Example",
        f"brand: {{name: 小熊, market: {written['market']}, industry: {written['industry']}}}",
        f"accounts: [{{id: a, platform: {written['platform']}}}]",
        "posts:",
        *(f"  - {{account: a, {post[1:]}" for post in told),
    ]
    loaded = load_plan(read_text("\n".join(lines), "x", None))
    found: list[dict[str, list[str]]] = [{} for _ in posts]
    for one in lint(loaded, [*RULES, *promotion.RULES], date(2026, 11, 21), "en"):
        words = lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1].strip(
            '"'
        )
        found[one.place.line - 6].setdefault(one.name, []).append(words)
    assert {post["text"]: got for post, got in zip(posts, found, strict=True) if got} == {
        post["text"]: post["found"] for post in posts if "found" in post
    }


def test_every_place_where_readers_meet_words_is_looked_at(said: Said) -> None:
    found = said("absolute-term", EVERYWHERE)
    assert words_of(found, EVERYWHERE).count("顶级") == EVERYWHERE.count("顶级") - 1
    assert [one.path[-1] for one in found if one.path[-1] == "hashtag_sets"]  # the set's own tag


def test_what_is_searched_first_is_what_is_read_afterwards() -> None:
    plan = load_plan(read_text(f"socialplan: 1\ntitle: Example\n{EVERYWHERE}", "x", None)).plan
    for speech in speeches(plan):
        assert sorted(speech.words.split("\n")) == sorted(one.text for one in speech.passages)


def test_each_hit_stands_at_its_own_words(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: 国家级的顶级好茶，配方最佳\n"
    assert words_of(said("absolute-term", plan), plan) == ["国家级", "顶级", "最佳"]


def test_the_place_is_right_where_folding_changes_lengths(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: ㍿小熊①，㎏ 全国销量ＮＯ．１，顶级ﬁne\n"
    assert words_of(said("rank-claim", plan), plan) == ["ＮＯ．１"]
    assert words_of(said("absolute-term", plan), plan) == ["顶级"]


def test_a_word_is_known_in_either_script_and_any_width(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: 頂級茶葉、國家級配方、１００％有效\n"
    assert words_of(said("absolute-term", plan), plan) == ["頂級", "國家級", "１００％有效"]
    plan = f"{TW_FOOD}posts:\n  - text: 改善过敏\n"
    assert words_of(said("medical-claim", plan), plan) == ["改善过敏"]


def test_an_exception_covers_only_its_own_words(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: 最佳赏味期限七天，最佳口感\n"
    (only,) = said("absolute-term", plan)
    assert only.place.column == 1 + plan.splitlines()[2].index("最佳口感")


@pytest.mark.parametrize(
    "text",
    [
        "第一次来，第一口就爱上",
        "唯一的缺点是太好喝",
        "安全第一",
        "第一位顾客送咖啡",
        "最好提前预约，最新消息看公告",
        "最大的收获是你们",
    ],
)
def test_ordinary_chinese_is_no_claim(said: Said, text: str) -> None:
    plan = f"{CN}posts:\n  - text: {text}\n"
    assert not said("rank-claim", plan)
    assert not said("absolute-term", plan)


@pytest.mark.parametrize(
    "text", ["座位平日不限時", "限時動態見", "限量 50 份", "限時到 12/31", "倒數第二排的座位"]
)
def test_a_stated_limit_is_no_false_urgency(said: Said, text: str) -> None:
    assert not said("false-urgency", f"{TW_FOOD}posts:\n  - text: {text}\n")


@pytest.mark.parametrize(
    ("market", "industry", "rule", "hit"),
    [
        ("TW", "food", "medical-claim", "養肝"),
        ("TW", "cosmetics", "medical-claim", "消腫"),
        ("TW", "home", "medical-claim", "療效"),
        ("TW", "medical", "medical-claim", None),
        ("TW", "food", "exaggerated-claim", "瘦身"),
        ("TW", "home", "exaggerated-claim", None),
        ("CN", "home", "medical-claim", "疗效"),
        ("JP", "food", "medical-claim", None),
        ("HK", "food", "absolute-term", None),
    ],
)
def test_market_and_industry_choose_the_words(
    said: Said, market: str, industry: str, rule: str, hit: str | None
) -> None:
    plan = (
        f"brand: {{name: 小熊, market: {market}, industry: {industry}}}\n"
        "posts:\n  - text: 養肝 瘦身 療效 消腫 疗效 顶级\n"
    )
    found = words_of(said(rule, plan), plan)
    assert (hit in found) if hit else not found


@pytest.mark.parametrize(
    ("platform", "count"), [("wechat-group", 1), ("wechat-oa", 1), ("weibo", 0), ("line-oa", 0)]
)
def test_platforms_choose_the_words_wherever_the_brand_sells(
    said: Said, platform: str, count: int
) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW}}
        accounts: [{{id: a, platform: {platform}}}, {{id: b, platform: wechat-oa}}]
        posts: [{{account: a, text: 分享到朋友圈就送贴纸}}]
    """
    assert len(said("induced-sharing", plan)) == count


def test_a_phrase_that_a_regulation_gives_is_no_hit(said: Said) -> None:
    plan = "brand: {{name: 小熊, market: TW, industry: {}}}\nposts: [{{text: 抗菌保護}}]\n"
    assert said("exaggerated-claim", plan.format("cosmetics"))
    assert not said("medical-claim", TW_FOOD + "posts: [{text: 幫助消化、降火氣}]\n")


def test_confidence_caps_how_loudly_a_hit_is_said(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: 国家级、顶级、完美\n"
    said_so = [(str(one.severity), str(one.confidence)) for one in said("absolute-term", plan)]
    assert said_so == [("error", "high"), ("warning", "medium"), ("info", "low")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["“国家级” may be read", "art. 9(3)", "2026-11-21", "confidence high"]),
        ("zh-TW", ["「国家级」可能", "《廣告法》第九條", "2026-11-21", "可信度高"]),
        ("zh-CN", ["“国家级”可能", "《广告法》第九条", "2026-11-21", "可信度高"]),
    ],
)
def test_a_hit_names_words_article_date_and_confidence(
    said: Said, language: str, words: list[str]
) -> None:
    (hit,) = said("absolute-term", f"{CN}posts:\n  - text: 国家级\n", language=language)
    assert all(word in hit.message for word in words), hit.message
    assert hit.source is not None
    assert hit.source.startswith("https://")
    assert hit.help


def test_a_text_that_several_accounts_share_is_said_once(said: Said) -> None:
    plan = f"""{CN}accounts: [{{id: a, platform: weibo}}, {{id: b, platform: douyin}}]
posts: [{{accounts: [a, b], text: 顶级}}]
"""
    assert len(said("absolute-term", plan)) == 1


@pytest.mark.parametrize(("status", "count"), [("published", 0), ("cancelled", 0), ("idea", 1)])
def test_only_what_is_still_to_be_published_is_looked_at(
    said: Said, status: str, count: int
) -> None:
    plan = f"{CN}posts: [{{text: 顶级, status: {status}}}]\n"
    assert len(said("absolute-term", plan)) == count


def test_a_text_of_nothing_but_hits_is_bounded(said: Said) -> None:
    plan = f"{CN}posts: [{{text: {'顶级' * 20_000}}}]\n"
    assert len(said("absolute-term", plan)) == MOST


def test_the_name_of_the_brand_is_no_claim(said: Said) -> None:
    plan = "brand: {name: 顶级茶, market: CN}\nposts:\n  - text: 頂級茶的新茶，口感顶级\n"
    assert words_of(said("absolute-term", plan), plan) == ["顶级"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本產品不具療效，也不能降血糖", []),
        ("食品不得宣稱減肥、瘦身或降血壓", []),
        ("並非治療，只是好好吃飯", []),
        ("能不能減肥？喝了就知道", ["減肥"]),  # a question claims what it asks
        ("不能錯過的瘦身茶", ["瘦身"]),
        ("不吃藥，也能降血糖", ["降血糖"]),
        ("没有副作用，还能減脂", ["減脂"]),
        ("南非減肥茶", ["減肥"]),
        ("「七天減肥」？別信！", []),
        ("「七天減肥」別再相信了，好好吃飯", []),
        ("「七天減肥」？別信偏方，喝這杯", ["減肥"]),
    ],
)
def test_what_is_denied_is_no_claim(said: Said, text: str, found: list[str]) -> None:
    plan = f"{TW_FOOD}posts:\n  - text: {text}\n"
    both = [*said("medical-claim", plan), *said("exaggerated-claim", plan)]
    assert words_of(both, plan) == found


@pytest.mark.parametrize(
    ("market", "text", "is_claimed"),
    [
        ("CN", "我们不敢说自己是国内第一，但每一杯都认真", False),
        ("CN", "从不自称全国第一", False),
        ("TW", "我們不敢說自己是全台第一，但每一杯都認真", False),
        ("CN", "不敢说第二，国内第一", True),
        ("CN", "不敢相信！国内第一的咖啡", True),
        ("TW", "誰不敢說自己是全台第一", True),
        ("TW", "從不說謊但全台第一", True),
    ],
)
def test_a_rank_that_nobody_dares_to_claim_is_no_claim(
    said: Said, market: str, text: str, is_claimed: bool
) -> None:
    plan = f"brand: {{name: 小熊, market: {market}}}\nposts:\n  - text: {text}\n"
    assert bool(said("rank-claim", plan)) is is_claimed


def test_a_word_that_is_denied_does_not_hide_another(said: Said) -> None:
    plan = f"{CN}posts:\n  - text: 我们不是国家级，但配方是顶级\n"
    assert words_of(said("absolute-term", plan), plan) == ["顶级"]


def test_swearing_is_swearing_even_if_it_is_denied(said: Said) -> None:
    assert said("profanity", f"{CN}posts:\n  - text: 你不是傻逼吧\n")


def test_what_lies_within_another_hit_is_not_said_twice(said: Said) -> None:
    plan = "brand: {name: 小熊, market: CN, industry: finance}\nposts: [{text: 稳赚不赔}]\n"
    assert words_of(said("guaranteed-return", plan), plan) == ["稳赚不赔"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We like it.", ["disclosure-missing"]),
        ("We like it. #partner", ["ambiguous-disclosure"]),
        ("#ad We like it. #partner", []),
        (f"{'We like it. ' * 12}#ad", ["disclosure-missing"]),
        ("Advertisement: we like it.", []),
        ("We like the #adventure.", ["disclosure-missing"]),
    ],
)
def test_a_paid_post_is_asked_for_one_clear_word_early(
    said: Said, text: str, names: list[str]
) -> None:
    plan = f"""
        brand: {{name: Little Bear, market: US}}
        posts: [{{at: 2026-12-01 20:00, disclosure: sponsored, text: "{text}"}}]
    """
    asked = ("disclosure-missing", "ambiguous-disclosure")
    assert [one.name for name in asked for one in said(name, plan)] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("【合作】喝了一週的新燕麥奶", 0),
        ("感謝青谷邀請體驗，喝了一週", 0),
        ("受邀試喝新燕麥奶", 0),
        ("【非業配】喝了一週的新燕麥奶", 1),
        ("這不是廣告，喝了一週的新燕麥奶", 1),
    ],
)
def test_saying_that_a_paid_post_is_none_discloses_nothing(
    said: Said, text: str, count: int
) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW}}
        posts: [{{at: 2026-12-01 20:00, disclosure: gifted, text: {text}}}]
    """
    assert len(said("disclosure-missing", plan)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("新酒上市，未滿 18 歲請勿飲酒", 0), ("新酒上市，禁止酒駕", 0), ("新酒上市", 1)],
)
def test_the_warning_of_alcohol_may_be_written_in_digits(said: Said, text: str, count: int) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW, industry: alcohol}}
        posts: [{{at: 2026-12-01 20:00, text: {text}}}]
    """
    assert len(said("warning-text-missing", plan)) == count


def test_a_vague_tag_is_only_a_warning_where_nobody_says_that_it_was_paid(said: Said) -> None:
    plan = """
        brand: {name: Little Bear, market: US}
        posts: [{text: "We like it. #collab"}]
    """
    assert [str(one.severity) for one in said("ambiguous-disclosure", plan)] == ["warning"]


@pytest.mark.parametrize(
    ("post", "count"),
    [
        ("{text: 温水里的小熊, disclosure: ai_generated}", 1),
        ("{text: 温水里的小熊, disclosure: ai_generated, note: 图下已标注“AI 生成”}", 0),
        ("{text: 温水里的小熊, disclosure: ai_generated, hashtags: [AI生成]}", 0),
        ("{title: 温水里的小熊, disclosure: ai_generated, status: idea}", 0),
        ("{text: 温水里的小熊}", 0),
    ],
)
def test_an_ai_label_may_stand_where_people_look(said: Said, post: str, count: int) -> None:
    plan = f"{CN}posts:\n  - {post}\n".replace("{text", "{at: 2026-12-01 20:00, text")
    assert len(said("ai-label-missing", plan)) == count


def test_a_plan_without_market_is_only_asked_what_holds_everywhere(said: Said) -> None:
    plan = "brand: {name: 小熊}\nposts: [{text: 顶级，圖片取自網路}]\n"
    found = [one.name for rule in RULES for one in said(rule.name, plan)]
    assert found == ["borrowed-image"]


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_what_could_not_be_read_stops_no_rule(said: Said, name: str) -> None:
    plan = """
        brand: {name: 小熊, market: Atlantis, industry: [x]}
        accounts: [7, {platform: myspace}]
        community: {scripts: [3, {text: [顶级]}], groups: nobody}
        library: [{text: 9}, soon]
        posts: [1, {account: nobody, text: 国家级, messages: 4}, {text: "\\ud83d"}]
    """
    said(name, plan)
