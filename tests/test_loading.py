"""A source becomes a plan: mistakes of shape are said, and everything else still loads."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialplan.loading import Loaded, load_plan
from socialplan.loading.explaining import nearest
from socialplan.plan import describing
from socialplan.source import read_text
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "socialplan: 1\ntitle: Example\nbrand: {name: Little Bear}\n"


def loaded(text: str) -> Loaded:
    return load_plan(read_text(HEAD + dedent(text), "plan.yaml", None))


def said(text: str) -> list[tuple[str, tuple[str | int, ...], str | None]]:
    """The mistakes: rule, path, and what was probably meant."""
    return [(one.rule, one.problem.path, one.problem.suggestion) for one in loaded(text).mistakes]


def test_a_good_plan_has_no_mistakes() -> None:
    plan = loaded("posts:\n  - {title: Opening day, at: 2026-12-01 20:00}\n")
    assert plan.mistakes == ()
    assert plan.plan.posts[0].title == "Opening day"


WITHIN = ("community", "stages", 0, "within_days")
SHARE = ("pillars", 0, "share")
BUDGET = ("campaigns", 0, "budget")


@pytest.mark.parametrize(
    ("written", "rule", "path", "meant"),
    [
        ("postss: []", "unknown-key", ("postss",), "posts"),
        ("posts: [{titel: x}]", "unknown-key", ("posts", 0, "titel"), "title"),
        ("posts: [{caption: x}]", "unknown-key", ("posts", 0, "caption"), "text"),
        ("posts: [{publish_at: x}]", "unknown-key", ("posts", 0, "publish_at"), "at"),
        ("accounts: [{friends: 24}]", "unknown-key", ("accounts", 0, "friends"), "followers"),
        (
            "accounts: [{price_plan: x}]",
            "unknown-key",
            ("accounts", 0, "price_plan"),
            "subscription",
        ),
        ("posts: [{scheduled_for: x}]", "unknown-key", ("posts", 0, "scheduled_for"), "at"),
        ("posts: [{platform: x}]", "unknown-key", ("posts", 0, "platform"), "account"),
        ("posts: [{writer: x}]", "unknown-key", ("posts", 0, "writer"), "author"),
        ("posts: [{assets: [{path: a.jpg}]}]", "unknown-key", ("posts", 0, "assets", 0, "path"),
         "file"),
        ("goals: [{name: x}]", "unknown-key", ("goals", 0, "name"), "statement"),
        ("content_pillars: []", "unknown-key", ("content_pillars",), "pillars"),
        ("personas: [{id: a, age: 25 to 40}]", "wrong-type", ("personas", 0, "age"), "25-40"),
        ("personas: [{id: a, age: 25～40歲}]", "wrong-type", ("personas", 0, "age"), "25-40"),
        ("accounts: [{id: a, timezone: London}]", "wrong-type", ("accounts", 0, "timezone"),
         "Europe/London"),
        ("accounts: [{id: a, timezone: new york}]", "wrong-type", ("accounts", 0, "timezone"),
         "America/New_York"),
        ("posts: [{image: a.jpg}]", "unknown-key", ("posts", 0, "image"), "assets"),
        ("posts: [{photon: x}]", "unknown-key", ("posts", 0, "photon"), None),
        ("accounts: [{friends: 693}]", "unknown-key", ("accounts", 0, "friends"), "followers"),
        ("accounts: [{好友數: 693}]", "unknown-key", ("accounts", 0, "好友數"), "followers"),
        ("posts: [{標題: x}]", "unknown-key", ("posts", 0, "標題"), "title"),
        ("posts: [{status: 草稿}]", "unknown-value", ("posts", 0, "status"), "draft"),
        ("posts: [{status: 审核通过}]", "unknown-value", ("posts", 0, "status"), "approved"),
        ("accounts: [{id: a, platform: x, stage: [拉新]}]", "unknown-value",
         ("accounts", 0, "stage", 0), "invite"),
        ("community: {stages: [{stage: 招募}]}", "unknown-value",
         ("community", "stages", 0, "stage"), "invite"),
        ("community: {scripts: [{kind: 欢迎语}]}", "unknown-value",
         ("community", "scripts", 0, "kind"), "welcome"),
        ("posts: [{interaction: {kind: 抽獎}}]", "unknown-value",
         ("posts", 0, "interaction", "kind"), "lottery"),
        ("posts: [{assets: [{kind: 影片}]}]", "unknown-value",
         ("posts", 0, "assets", 0, "kind"), "video"),
        ("posts: [{assets: [{type: image}]}]", "unknown-key",
         ("posts", 0, "assets", 0, "type"), "kind"),
        ("posts: [{assets: [{alt_text: x}]}]", "unknown-key",
         ("posts", 0, "assets", 0, "alt_text"), "alt"),
        ("goals: [Grow]", "wrong-type", ("goals", 0), "statement: Grow"),
        ("period: 115/12/1～115/12/31", "wrong-type", ("period",),
         "period: {start: 2026-12-01, end: 2026-12-31}"),
        ("campaigns: [{period: 2026-12-01 至 2026/12/13}]", "wrong-type",
         ("campaigns", 0, "period"), "period: {start: 2026-12-01, end: 2026-12-13}"),
        ("period: 2026-12-01 to 2026-12-31", "wrong-type", ("period",),
         "period: {start: 2026-12-01, end: 2026-12-31}"),
        ("period: 2026/12/1-2026/12/31", "wrong-type", ("period",),
         "period: {start: 2026-12-01, end: 2026-12-31}"),
        ("period: 12/1～12/31", "wrong-type", ("period",), None),
        ("period: 十二月", "wrong-type", ("period",), None),
        ("personas: ['Mia: 30']", "wrong-type", ("personas", 0), "name: 'Mia: 30'"),
        ("accounts: [instagram]", "wrong-type", ("accounts", 0), None),
        ("posts: [{account: [g1, g2]}]", "wrong-type", ("posts", 0, "account"),
         "accounts: [g1, g2]"),
        ("posts: [{call_to_action: {text: Come, url: x}}]", "wrong-type",
         ("posts", 0, "call_to_action"), "call_to_action: Come"),
        ("reviews: {every: monthly}", "wrong-type", ("reviews", "every"), "month"),
        ("reviews: {every: 每週}", "wrong-type", ("reviews", "every"), "week"),
        ("campaigns: [{start_date: 2026-12-01}]", "unknown-key",
         ("campaigns", 0, "start_date"), "period"),
        ("goals: [{end_date: 2026-12-01}]", "unknown-key", ("goals", 0, "end_date"), "due"),
        ("posts: [{engagement: 1}]", "unknown-key", ("posts", 0, "engagement"), None),
        ("pillars: [{id: a, percentage: 30%}]", "unknown-key",
         ("pillars", 0, "percentage"), "share"),
        ("funnel: [{step: 成交}]", "unknown-value", ("funnel", 0, "step"), "close"),
        ("team: [{id: a, name: A, roles: [小編]}]", "unknown-value",
         ("team", 0, "roles", 0), "author"),
        ("accounts: [{id: a, platform: x, cadence: [{days: [二]}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "days", 0), "tue"),
        ("accounts: [{id: a, platform: x, cadence: [{at: 下午7點}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "at"), '"19:00"'),
        ("accounts: [{id: a, platform: x, cadence: [{at: 晚上 8 點半}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "at"), '"20:30"'),
        ("goals: [{target: 800人}]", "wrong-type", ("goals", 0, "target"), "800"),
        ("posts: [{status: aproved}]", "unknown-value", ("posts", 0, "status"), "approved"),
        ("posts: [{at: 2026-02-30 20:00}]", "impossible-date", ("posts", 0, "at"), None),
        ("posts: [{at: tomorrow}]", "wrong-type", ("posts", 0, "at"), None),
        ("posts: [{at: 2026-12-01 20.30}]", "wrong-type", ("posts", 0, "at"), "2026-12-01 20:30"),
        ("posts: [{at: 2026-12-01 24:00}]", "impossible-date", ("posts", 0, "at"),
         "2026-12-02 00:00"),
        ("posts: [{at: '2026-12-31T24:00:00'}]", "impossible-date", ("posts", 0, "at"),
         "2027-01-01 00:00"),
        ("posts: [{at: 2026/12/31 24:00}]", "wrong-type", ("posts", 0, "at"), "2027-01-01 00:00"),
        ("posts: [{at: 2026-12-01 24:30}]", "impossible-date", ("posts", 0, "at"), None),
        ("posts: [{at: 2026-02-30 24:00}]", "impossible-date", ("posts", 0, "at"), None),
        ("posts: [{at: 9999-12-31 24:00}]", "impossible-date", ("posts", 0, "at"), None),
        ("posts: [{at: Dec 26 2026 7pm}]", "wrong-type", ("posts", 0, "at"), "2026-12-26 19:00"),
        ("posts: [{at: 'Sat, December 26th, 2026 at 19:00'}]", "wrong-type", ("posts", 0, "at"),
         "2026-12-26 19:00"),
        ("posts: [{at: 'Sept. 1, 2026, 7:30 p.m.'}]", "wrong-type", ("posts", 0, "at"),
         "2026-09-01 19:30"),
        ("posts: [{at: 26 Dec 2026 19:00}]", "wrong-type", ("posts", 0, "at"), "2026-12-26 19:00"),
        ("goals: [{due: 31st of March 2027}]", "wrong-type", ("goals", 0, "due"), "2027-03-31"),
        ("goals: [{due: March 2027}]", "wrong-type", ("goals", 0, "due"), None),
        ("goals: [{due: Feb 30 2027}]", "wrong-type", ("goals", 0, "due"), None),
        ("posts: [{at: Market 26 2026 19:00}]", "wrong-type", ("posts", 0, "at"), None),
        ("posts: [{at: Dec 26 2026 19:00 in Paris}]", "wrong-type", ("posts", 0, "at"), None),
        ("pillars: [{id: a, share: 50}]", "wrong-type", SHARE, "50%"),
        ("pillars: [{id: a, share: '33.5'}]", "wrong-type", SHARE, "33.5%"),
        ("pillars: [{id: a, share: 3}]", "wrong-type", SHARE, None),
        ("pillars: [{id: a, share: 120}]", "wrong-type", SHARE, None),
        ("pillars: [{id: a, share: 50 percent}]", "wrong-type", SHARE, "50%"),
        ("pillars: [{id: a, share: 50趴}]", "wrong-type", SHARE, "50%"),
        ("pillars: [{id: a, share: 五成}]", "wrong-type", SHARE, "50%"),
        ("pillars: [{id: a, share: 百分之二十五}]", "wrong-type", SHARE, "25%"),
        ("goals: [{target: 3成}]", "wrong-type", ("goals", 0, "target"), "30%"),
        ("accounts: [{id: a, platform: x, followers: 三成}]", "wrong-type",
         ("accounts", 0, "followers"), None),
        ("accounts: [{id: a, cadence: [], frequency: 2}]", "unknown-key",
         ("accounts", 0, "frequency"), None),
        ("posts: [{title: a, titel: b}]", "unknown-key", ("posts", 0, "titel"), None),
        ("goal: []\ngoals: []", "unknown-key", ("goal",), None),
        ("posts: [{link: {utm: {}}}]", "missing-key", ("posts", 0, "link"), None),
        ("goals: [{main: yes}]", "wrong-type", ("goals", 0, "main"), "true"),
        ("community: {scripts: [{kind: welcome, ready: 否}]}", "wrong-type",
         ("community", "scripts", 0, "ready"), "false"),
        ("goals: [{target: many}]", "wrong-type", ("goals", 0, "target"), None),
        ("goals: [{due: 2026-12-31 23:59}]", "wrong-type", ("goals", 0, "due"), "2026-12-31"),
        (
            'accounts: [{cadence: [{at: "18:00-19:00"}]}]',
            "wrong-type",
            ("accounts", 0, "cadence", 0, "at"),
            None,
        ),
        ("goals: [{target: 10k}]", "wrong-type", ("goals", 0, "target"), "10000"),
        ("goals: [{target: 1.5 萬}]", "wrong-type", ("goals", 0, "target"), "15000"),
        ("campaigns: [{budget: '新台幣 25,000 元'}]", "wrong-type", BUDGET, "TWD 25000"),
        ("campaigns: [{budget: 5.8万元}]", "wrong-type", BUDGET, "58000"),
        ("campaigns: [{budget: 人民币5000元整}]", "wrong-type", BUDGET, "CNY 5000"),
        ("campaigns: [{budget: 'NT$ 3 萬'}]", "wrong-type", BUDGET, "TWD 30000"),
        ("campaigns: [{budget: EUR 3k}]", "wrong-type", BUDGET, "EUR 3000"),
        ("campaigns: [{budget: '3,000-5,000'}]", "wrong-type", BUDGET, None),
        ("campaigns: [{budget: 大約 3000 上下}]", "wrong-type", BUDGET, None),
        ("goals: [{target: '1,200'}]", "wrong-type", ("goals", 0, "target"), "1200"),
        ("goals: [{hours: 6小時}]", "wrong-type", ("goals", 0, "hours"), "6"),
        ("goals: [{target: 3.5％}]", "wrong-type", ("goals", 0, "target"), "3.5%"),
        ("accounts: [{id: a, platform: x, followers: 3％}]", "wrong-type",
         ("accounts", 0, "followers"), None),
        ("community: {stages: [{stage: invite, within_days: 3天}]}", "wrong-type", WITHIN, "3"),
        ("community: {stages: [{stage: invite, within_days: 72小时}]}", "wrong-type", WITHIN, None),
        ("workflow: {lead_days: {draft: 5 days}}", "wrong-type",
         ("workflow", "lead_days", "draft"), "5"),
        ("workflow: {remind: 30分钟}", "wrong-type", ("workflow", "remind"), "30"),
        ("workflow: {approval: 需要}", "unknown-value", ("workflow", "approval"), "required"),
        ("posts: [{interaction: {kind: lottery, terms: {结束: 2026-12-01}}}]", "unknown-key",
         ("posts", 0, "interaction", "terms", "结束"), "end"),
        ("team: [{id: a, name: A, roles: [群主]}]", "unknown-value",
         ("team", 0, "roles", 0), "moderator"),
        ("goals: [{due: 2027/3/31}]", "wrong-type", ("goals", 0, "due"), "2027-03-31"),
        ("posts: [{at: 2026-12-01 晚上八點}]", "wrong-type", ("posts", 0, "at"),
         "2026-12-01 20:00"),
        ("posts: [{at: 2026-12-01 晚上8點}]", "wrong-type", ("posts", 0, "at"), "2026-12-01 20:00"),
        ("posts: [{at: 2026-12-13 下午 8:00}]", "wrong-type", ("posts", 0, "at"),
         "2026-12-13 20:00"),
        ("posts: [{at: 2026/12/9（三）晚上八點半}]", "wrong-type", ("posts", 0, "at"),
         "2026-12-09 20:30"),
        ("posts: [{at: 2026-12-13 晚上 12:00}]", "wrong-type", ("posts", 0, "at"), None),
        ("accounts: [{id: a, platform: x, cadence: [{at: 中午1點}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "at"), '"13:00"'),
        ("accounts: [{id: a, platform: x, cadence: [{at: 中午11點半}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "at"), '"11:30"'),
        ("accounts: [{代號: line}]", "unknown-key", ("accounts", 0, "代號"), "id"),
        ("accounts: [{方案: 輕用量}]", "unknown-key", ("accounts", 0, "方案"), "subscription"),
        ("期間: {start: 2026-12-01}", "unknown-key", ("期間",), "period"),
        ("campaigns: [{期間: {start: 2026-12-01}}]", "unknown-key",
         ("campaigns", 0, "期間"), "period"),
        ("posts: [{發文時間: 2026-12-01}]", "unknown-key", ("posts", 0, "發文時間"), "at"),
        ("posts: [{審稿: a}]", "unknown-key", ("posts", 0, "審稿"), "reviewer"),
        ("team: [{id: a, name: A, roles: [美編]}]", "unknown-value",
         ("team", 0, "roles", 0), "designer"),
        ("posts: [{at: 2026-12-01 晚上 8 點半 官網}]", "wrong-type", ("posts", 0, "at"), None),
        ("posts: [{at: 2026-12-01 8pm}]", "wrong-type", ("posts", 0, "at"), "2026-12-01 20:00"),
        ("posts: [{at: 115/11/27 20:00}]", "wrong-type", ("posts", 0, "at"), "2026-11-27 20:00"),
        ("posts: [{at: 民國115年11月27日 20:00}]", "wrong-type", ("posts", 0, "at"),
         "2026-11-27 20:00"),
        ("posts: [{at: 11/24 20:00}]", "wrong-type", ("posts", 0, "at"), None),
        ("accounts: [{cadence: [{days: [每天]}]}]", "wrong-type",
         ("accounts", 0, "cadence", 0, "days", 0), "mon, tue, wed, thu, fri, sat, sun"),
        ("posts: [{status: 待審核}]", "unknown-value", ("posts", 0, "status"), "in_review"),
        ("posts: [{status: 已發佈}]", "unknown-value", ("posts", 0, "status"), "published"),
        ("posts: [{status: 取消}]", "unknown-value", ("posts", 0, "status"), "cancelled"),
        ("posts: [{status: 定时发布}]", "unknown-value", ("posts", 0, "status"), "scheduled"),
        ("team: [{id: a, name: A, roles: [店長]}]", "unknown-value",
         ("team", 0, "roles", 0), "lead"),
        ("posts: [{status: 已完成}]", "unknown-value", ("posts", 0, "status"), "published"),
        ("posts: [{at: 2026-12-01 晚上12點}]", "wrong-type", ("posts", 0, "at"), None),
        ("accounts: [{id: a, timezone: Asia/Taipe}]", "wrong-type",
         ("accounts", 0, "timezone"), "Asia/Taipei"),
        ("accounts: [{platform: x}]", "missing-key", ("accounts", 0), None),
        ("posts: [text]", "wrong-type", ("posts", 0), None),
        ("posts: {a: 1}", "wrong-type", ("posts",), None),
        ("posts: 7", "wrong-type", ("posts",), None),
        ("brand: [1]", "duplicate-key", ("brand",), None),
        ("goals: [{metric: {custom: {nme: x}}}]", "unknown-key",
         ("goals", 0, "metric", "custom", "nme"), "name"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_what_was_meant(
    written: str, rule: str, path: tuple[str | int, ...], meant: str | None
) -> None:
    assert (rule, path, meant) in said(written + "\n")


def test_a_key_is_told_that_would_stand_there_twice_under_the_right_name() -> None:
    plan = loaded("accounts: [{id: a, platform: x, cadence: no, frequency: 2}]\n")
    told = next(one.problem for one in plan.mistakes if one.rule == "unknown-key")
    assert told.words["why"] == Phrase("key-there-already", {"meant": "cadence"})
    assert told.words["known"] == []


def test_one_bad_post_does_not_hide_the_others() -> None:
    plan = loaded("""
        posts:
          - {title: first, at: never}
          - 7
          - {title: third, status: ready}
          - {title: fourth, at: 2026-12-04 20:00}
    """)
    assert [post.title for post in plan.plan.posts] == ["first", None, "third", "fourth"]
    assert [one.rule for one in plan.mistakes] == ["wrong-type", "wrong-type", "unknown-value"]


def test_numbers_that_stand_for_names_stay_as_they_were_written() -> None:
    plan = loaded("""
        accounts:
          - {id: 0123, handle: 1.50, positioning: true}
    """)
    account = plan.plan.accounts[0]
    assert (account.id, account.handle, account.positioning) == ("0123", "1.50", "true")
    assert {one.rule for one in plan.mistakes} == {"yaml-1.1-trap"}


def test_a_number_alone_stands_for_the_whole_as_a_text_does() -> None:
    plan = loaded("""
        campaigns: [{id: singles, utm: 1111}]
        posts: [{title: Sale, assets: [618]}]
        workflow: {lead_days: 3.0}
    """)
    utm, workflow = plan.plan.campaigns[0].utm, plan.plan.workflow
    assert utm is not None
    assert utm.campaign == "1111"
    assert plan.plan.posts[0].assets[0].file == "618"
    assert workflow is not None
    assert workflow.lead_days is not None
    assert workflow.lead_days.asset == 3
    assert plan.mistakes == ()


def test_a_brand_of_which_nothing_is_said_lacks_its_name() -> None:
    (mistake,) = load_plan(read_text("socialplan: 1\ntitle: Plan\nbrand:\n", "plan", None)).mistakes
    assert (mistake.rule, mistake.problem.path) == ("missing-key", ("brand",))


def test_an_item_without_its_id_keeps_its_place() -> None:
    plan = loaded("""
        accounts:
          - {platform: instagram}
          - {id: line, platform: line-oa}
    """)
    assert [account.id for account in plan.plan.accounts] == ["", "line"]


def test_several_mistakes_in_one_item_are_all_said() -> None:
    found = said("posts: [{titel: x, status: aproved, at: never, assets: [{alt: [1]}]}]\n")
    assert sorted(rule for rule, _, _ in found) == [
        "unknown-key",
        "unknown-value",
        "wrong-type",
        "wrong-type",
    ]


def test_mistakes_in_a_list_that_goes_with_one_of_them_are_said_too() -> None:
    terms = "{end: 2026-12-24, prizes: [5, {value: x}]}"
    plan = loaded(f"posts: [{{interaction: {{kind: wheel, terms: {terms}}}}}]\n")
    assert {one.rule for one in plan.mistakes} == {"wrong-type", "missing-key"}
    interaction = plan.plan.posts[0].interaction
    assert interaction is not None
    assert interaction.terms is not None
    assert interaction.terms.end is not None


def test_an_empty_section_is_no_mistake() -> None:
    assert said("posts:\ngoals:\nworkflow:\n") == []


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
SECTIONS = st.sampled_from(
    ["posts", "accounts", "goals", "brand", "community", "workflow", "personas", "funnel", "team",
     "reviews", "metrics", "period", "library", "hashtag_sets", "socialplan", "title", "include"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "at", "title", "text", "accounts", "cadence", "days", "variants", "assets", "metric",
     "target", "link", "stages", "tasks", "fit", "messages", "status", "every", "brand", "name"]
)  # fmt: skip
SHAPED = st.dictionaries(
    SECTIONS,
    JUNK
    | st.lists(st.dictionaries(KEYS, JUNK, max_size=4), max_size=3)
    | st.dictionaries(KEYS, JUNK, max_size=4),
    max_size=5,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(SHAPED)
def test_whatever_the_shape_something_loads_and_every_mistake_has_a_place(
    data: dict[str, object],
) -> None:
    import yaml

    source = read_text(yaml.safe_dump(data, allow_unicode=True), "plan.yaml", None)
    plan = load_plan(source)
    for one in plan.mistakes:
        place = source.place(one.problem.span or source.span(one.problem.path))
        assert place.line >= 1
        assert place.column >= 1


def test_a_plan_from_a_folder_reads_its_includes(tmp_path: Path) -> None:
    (tmp_path / "posts.yaml").write_text("posts:\n  - {title: here, stat: x}\n", encoding="utf-8")
    text = HEAD + "include: [posts.yaml]\n"
    source = read_text(text, str(tmp_path / "socialplan.yaml"), tmp_path)
    plan = load_plan(source)
    assert plan.plan.posts[0].title == "here"
    [mistake] = plan.mistakes
    assert source.place(source.span(mistake.problem.path, on_key=True)).file.endswith("posts.yaml")


@pytest.mark.parametrize(
    ("text", "why", "meant"),
    [
        ("brand: {name: 甜甜, market:TW}", "key-with-colon", "market: TW"),
        ("brand: {name：甜甜，market：TW}", "key-with-wide-sign", "name: 甜甜, market: TW"),
        ("brand:\n　name: 甜甜", "key-with-wide-sign", "name"),
        ("posts:\n－ id: line", "key-with-wide-sign", "- id"),
        ("brand: {name: 甜甜, 網址:甲}", "key-with-colon", None),
    ],
)
def test_signs_that_run_keys_together_are_told(text: str, why: str, meant: str | None) -> None:
    plan = load_plan(read_text(f"socialplan: 1\ntitle: a\n{text}\n", "plan.yaml", None))
    (found,) = [one.problem for one in plan.mistakes if one.rule == "unknown-key"]
    assert found.words["why"] == Term(why)
    assert found.suggestion == meant


def test_a_list_whose_dashes_lack_their_space_is_told() -> None:
    assert ("wrong-type", ("accounts",), "- id") in said("accounts:\n  -id: line")


def test_keys_are_offered_as_they_are_written() -> None:
    text = "accounts: [{id: a, platform: line-oa, cadence: [{frequency: 5}]}]"
    (found,) = [one.problem for one in loaded(text).mistakes if one.rule == "unknown-key"]
    assert "except" in str(found.words["known"])
    assert "except_" not in found.words["known"]  # type: ignore[operator]


def test_of_a_list_only_the_item_without_its_word_goes() -> None:
    one = loaded(
        """
        community:
          stages:
            - {stage: recruit, tasks: [Call for members]}
            - {tasks: [Nobody knows when]}
            - {stage: retain, tasks: [Ask each Friday]}
        """
    )
    assert [(it.rule, it.problem.path) for it in one.mistakes] == [
        ("missing-key", ("community", "stages", 1)),
        ("unknown-value", ("community", "stages", 0, "stage")),
    ]
    assert one.plan.community is not None
    stages = one.plan.community.stages
    assert [it.stage for it in stages] == ["unknown", "unknown", "retain"]
    assert [it.tasks[0].what for it in stages][::2] == ["Call for members", "Ask each Friday"]
    assert {("community", "stages", 0), ("community", "stages", 1)} <= one.holes


def test_of_a_list_of_numbers_only_the_item_without_its_number_goes() -> None:
    one = loaded(
        """
        goals:
          - history:
              - {date: 2026-09-01, value: about 900}
              - 1000
              - {date: soon, value: 1100}
              - {date: 2026-12-01, worth: 1200}
              - {date: 2026-12-31, value: 1300}
            milestones: [{date: 2026-12-01, value: many}]
        workflow:
          blackouts: [{from: soon}, {from: 2026-12-24, to: Christmas}, 2026-12-31]
        """
    )
    history = ("goals", 0, "history")
    assert {it.problem.path for it in one.mistakes} == {
        (*history, 0, "value"),
        (*history, 1),
        (*history, 2, "date"),
        (*history, 3),
        (*history, 3, "worth"),
        ("goals", 0, "milestones", 0, "value"),
        ("workflow", "blackouts", 0, "from"),
        ("workflow", "blackouts", 1, "to"),
    }
    goal = one.plan.goals[0]
    assert [(str(it.date), it.value) for it in goal.history] == [
        ("None", 1100),
        ("2026-12-31", 1300),
    ]
    assert one.gaps.written((*history, 1)) == (*history, 4)
    assert (history in one.holes, (*history, 1) in one.holes) == (False, True)
    assert ("goals", 0, "milestones") in one.holes  # nobody knows what it would hold
    assert one.plan.workflow is not None
    assert [str(it.from_) for it in one.plan.workflow.blackouts] == ["2026-12-24", "2026-12-31"]


def test_nobody_counts_with_the_beginning_of_a_number() -> None:
    one = loaded(
        """
        goals:
          - {target: 2,000, due: 2026-12-31}
          - history: [{date: 2026-10-01, value: 1,000}, {date: 2026-11-01, value: 1100}]
        """
    )
    assert {it.rule for it in one.mistakes} == {"unknown-key"}
    assert one.plan.goals[0].target is None
    assert [it.value for it in one.plan.goals[1].history] == [1100]


def test_a_value_that_is_refused_is_not_missing_too() -> None:
    one = loaded("goals: [{id: a, baseline: {value: 3.2万}, target: 40000}]")
    assert [it.rule for it in one.mistakes] == ["wrong-type"]
    assert (one.plan.goals[0].baseline, one.plan.goals[0].target) == (None, 40000)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_what_pages_call_a_value_is_known_where_it_is_written(language: str) -> None:
    for name, part in describing.parts().items():
        for key, field in part.model_fields.items():
            values = [one for one in _choices(field.annotation) if isinstance(one, str)]
            words = describing.named(f"{name}.{field.alias or key}", values, language)
            wrong = [
                (word, value, nearest(word, values))
                for value, word in zip(values, words, strict=False)
                if not word.isascii() and word != "文件" and nearest(word, values) != value
            ]
            assert not wrong, name


def _choices(annotation: Any) -> list[Any]:
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [one for inner in get_args(annotation) for one in _choices(inner)]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("posts: [{text: Forty minutes, two hands, one oven}]", ["two hands", "one oven"]),
        ("posts: [{text: Made by Jo, images of it below}]", ["images of it below"]),
        ("posts: [{text: 下午茶, 圖片在此, id: a}]", ["圖片在此"]),
        ("team: [{id: a, name: Jo, titel}]", ["titel"]),
        ("posts: [{text: a, two hands:, images: , id: b}]", []),
        ("posts:\n  - text: a\n    two hands:\n    images:\n", []),
    ],
)
def test_a_comma_that_splits_a_text_is_told_of(line: str, keys: list[str]) -> None:
    found = [one.problem for one in loaded(line).mistakes if one.rule == "unknown-key"]
    split = [one for one in found if one.words["why"] == Term("key-behind-comma")]
    assert sorted(str(one.path[-1]) for one in split) == sorted(keys)
    assert not any(one.suggestion or one.words["known"] for one in split)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("26.12.2026 11:30", "2026-12-26 11:30"),
        ("5.12.2026 9.30", "2026-12-05 09:30"),
        ("12/26/2026 7pm", "2026-12-26 19:00"),
        ("26/12/2026 11:30", "2026-12-26 11:30"),
        ("26-12-2026 11:30", "2026-12-26 11:30"),
        ("05/12/2026 11:30", None),  # the fifth of December, or the twelfth of May
        ("26.13.2026 11:30", None),
        ("12/26/20265 11:30", None),
        ("26.12.2026", None),
    ],
)
def test_a_day_whose_year_comes_last_is_read(written: str, meant: str | None) -> None:
    rule, at = "wrong-type", ("posts", 0, "at")
    assert said(f'posts: [{{at: "{written}"}}]') == [(rule, at, meant)]
