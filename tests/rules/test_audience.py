"""What the examples of the accounts' rules cannot show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.rules.audience import RULES

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


def test_ten_lines_are_asked_three_gentle_questions(said: Said) -> None:
    found = [one for name in NAMES for one in said(name, TEN_LINES)]
    assert [one.name for one in found] == [
        "account-without-owner",
        "account-without-positioning",
        "account-without-persona",
    ]
    assert {str(one.severity) for one in found} == {"info"}


def test_a_plan_without_personas_is_asked_for_one_once(said: Said) -> None:
    accounts = "    accounts: [{id: fb, platform: facebook-page}, {id: ig, platform: instagram}]\n"
    assert len(said("account-without-persona", accounts)) == 1
    assert len(said("account-without-persona", f"{accounts}    personas: [{{id: mia}}]\n")) == 2


@pytest.mark.parametrize(
    ("platform", "handle", "fits"),
    [
        ("xiaohongshu", "青屿茶铺", True),
        ("wechat-oa", "青屿茶铺", True),
        ("xiaohongshu", "abc", False),
        ("bilibili", "青屿 茶铺", False),
        ("instagram", "小熊咖啡", False),
    ],
)
def test_the_mainland_knows_accounts_by_the_name_shown(
    said: Said, platform: str, handle: str, *, fits: bool
) -> None:
    account = f"    accounts: [{{id: a, platform: {platform}, handle: {handle}}}]\n"
    assert bool(said("handle-shape", account)) is not fits


@pytest.mark.parametrize("name", NAMES)
def test_what_could_not_be_read_is_not_blamed_for_what_is_missing(said: Said, name: str) -> None:
    plan = """
        accounts: [12, {platform: line-oa}, {id: 3, platform: [x], purpose: fun}]
        personas: [{name: [Mia]}, everyone]
        insights: [{evidence: A survey}]
        assumptions: [{expires: soon}]
    """
    assert not [one for one in said(name, plan) if "“”" in one.message]


@pytest.mark.parametrize(
    "name",
    ["Everyone", "the general public", "ANYBODY", "所有人", "一般大眾", "普罗大众", "不限對象"],
)
def test_names_that_leave_nobody_out(said: Said, name: str) -> None:
    assert said("everyone-as-audience", f"personas: [{{id: p, name: {name}}}]")
    assert said("everyone-as-audience", f"segments: [{{id: {name}}}]")


@pytest.mark.parametrize("name", ["All friends since May", "大眾運輸通勤族", "新好友"])
def test_names_that_leave_somebody_out(said: Said, name: str) -> None:
    assert not said("everyone-as-audience", f"personas: [{{id: p, name: {name}}}]")


@pytest.mark.parametrize(
    ("platform", "age", "market", "odd"),
    [
        ("instagram", "60+", "TW", True),
        ("instagram", "35-44", "TW", False),
        ("instagram", "60+", "HK", False),
        ("facebook-page", "18-24", "TW", True),
        ("facebook-page", "25-34", "TW", False),
        ("line-oa", "30-40", "TW", False),
        ("bilibili", "50-60", "CN", True),
        ("douyin", "18-24", "CN", False),
    ],
)
def test_ages_that_a_platform_is_not_known_for(
    said: Said, platform: str, age: str, market: str, odd: bool
) -> None:
    plan = f"""
        brand: {{name: Little Bear, market: {market}}}
        personas: [{{id: p, age: "{age}"}}]
        accounts: [{{id: a, platform: {platform}, personas: [p]}}]
    """
    assert bool(said("persona-age-unlike-platform", plan)) is odd


def test_a_block_is_told_as_loudly_as_it_is_known(said: Said) -> None:
    plan = """
        brand: {name: Little Bear, market: cn}
        accounts: [{id: a, platform: instagram}]
    """
    (found,) = said("blocked-in-market", plan)
    assert str(found.severity) == "info"


def test_old_facts_on_a_platform_are_told_once(said: Said) -> None:
    plan = "accounts: [{id: a, platform: x}, {id: b, platform: x}, {id: c, platform: other}]"
    assert not said("stale-fact", plan, date(2027, 5, 31))
    (found,) = said("stale-fact", plan, date(2027, 6, 1))
    assert found.path == ("accounts", 0, "platform")


def test_an_insight_may_be_two_years_old(said: Said) -> None:
    plan = "insights: [{statement: Guests come back, as_of: 2024-11-30}]"
    assert not said("stale-fact", plan)


@pytest.mark.parametrize(
    ("metric", "more", "fits"),
    [
        ("conversions", "purpose: serve", False),
        ("conversions", "purpose: serve, stage: [retain, convert]", True),
        ("followers", "purpose: serve", True),
        ("conversions", "touchpoint: solve", True),
    ],
)
def test_which_goals_suit_an_account(said: Said, metric: str, more: str, fits: bool) -> None:
    plan = f"""
        accounts: [{{id: line, platform: line-oa, {more}}}]
        goals: [{{metric: {metric}, accounts: [line]}}]
    """
    assert bool(said("goal-does-not-fit-purpose", plan)) is not fits


def test_one_fitting_account_is_enough(said: Said) -> None:
    plan = """
        accounts:
          - {id: line, platform: line-oa, purpose: serve}
          - {id: shop, platform: facebook-page, purpose: convert}
        goals: [{metric: conversions, accounts: [line, shop]}]
    """
    assert not said("goal-does-not-fit-purpose", plan)


def test_a_group_lives_by_its_rituals(said: Said) -> None:
    plan = """
        accounts: [{id: moms, platform: wechat-group}, {id: shop, platform: other, name: Shop}]
        community: {groups: [moms]}
    """
    assert not said("account-without-cadence", plan)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("中用量", "tw-medium"), ("高用量方案", "tw-high"), ("轻用量", "tw-light")],
)
def test_a_price_plan_is_known_by_the_name_it_is_sold_under(
    said: Said, written: str, meant: str
) -> None:
    plan = f"accounts: [{{id: a, platform: line-oa, subscription: {written}}}]"
    (found,) = said("unknown-subscription", plan)
    assert f"Did you mean “{meant}”?" in (found.help or "")


def test_a_platform_without_price_plans_has_none_of_that_name(said: Said) -> None:
    assert said("unknown-subscription", "accounts: [{id: a, platform: x, subscription: gold}]")
    assert not said(
        "unknown-subscription", "accounts: [{id: a, platform: nowhere, subscription: g}]"
    )


def test_a_handle_without_end_is_refused_at_once(said: Said) -> None:
    assert said(
        "handle-shape", f"accounts: [{{id: a, platform: mastodon, handle: {'a' * 100_000}}}]"
    )


def test_what_a_persona_lacks_is_named_in_the_readers_language_with_its_key(said: Said) -> None:
    plan = "    personas: [{id: mia, name: Mia, age: 28-35, job: Nurse, habits: reads at night}]\n"
    (english,) = said("incomplete-persona", plan)
    (chinese,) = said("incomplete-persona", plan, language="zh-TW")
    assert english.message.endswith("education, interests, challenges")
    assert chinese.message.endswith(
        "學歷（`education`）、興趣（`interests`）、痛點（`challenges`）"
    )
