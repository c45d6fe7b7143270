"""What the examples of the rules on communities cannot show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Said

GROUP = """
accounts:
  - {id: moms, platform: wechat-group}
community:
  groups: [moms]
"""


def task(what: str) -> str:
    return f'community: {{stages: [{{stage: activate, tasks: ["{what}"]}}]}}'


@pytest.mark.parametrize(
    "what",
    [
        "自己用小号暖场",
        "开三个小号轮流提问",
        "小號帶氣氛",
        "穿马甲回答",
        "請水軍留言",
        "找托儿下单",
        "假裝顧客問價格",
        "冒充新会员发言",
        "Use a sock puppet for the first question",
        "Pose as a happy customer",
        "pretending to be members",
        "ＳＯＣＫ　ｐｕｐｐｅｔ opens the talk",
    ],
)
def test_posing_as_members_is_seen_in_tasks(said: Said, what: str) -> None:
    assert len(said("sock-puppet", task(what))) == 1


@pytest.mark.parametrize(
    "what",
    [
        "不用小號暖場，由店員開頭",
        "清除假账号和广告号",
        "小號杯的優惠說明",
        "請用小號碗裝試吃",
        "练出马甲线的二十八天",
        "接送托儿所的家长话题",
        "店员轮流演客人练习",
        "Remove fake accounts each week",
        "Never pretend to be a member",
        "Introduce the new members of staff",
    ],
)
def test_whoever_forbids_it_or_means_something_else_is_left_alone(said: Said, what: str) -> None:
    assert not said("sock-puppet", task(what))


def test_posing_is_seen_wherever_the_team_plans(said: Said) -> None:
    plan = """
    community:
      stages: [{stage: invite, channels: [用小號加群], tasks: [Call for members]}]
      rituals: [{kind: discussion, title: 小號暖場, topics: [請水軍提問]}]
      scripts: [{kind: welcome, scene: 假裝路人時用, text: Hello}]
      events: [{title: 開幕, note: 水軍先到}]
      key_members: [自己的小號兩個]
      rules: [不准用小號]
    """
    paths = [finding.path[1:] for finding in said("sock-puppet", plan)]
    assert len(paths) == 6
    assert ("rules", 0) not in paths


def test_a_hit_is_marked_in_the_text(said: Said) -> None:
    plan = "community: {stages: [{stage: activate, tasks: [{what: 開幕當天用小號暖場}]}]}"
    (finding,) = said("sock-puppet", plan, language="zh-TW")
    assert finding.message == "「用小號」是讓自己人假扮成員"
    assert finding.place.end_column - finding.place.column == 3


def test_what_is_not_known_of_the_product_may_still_be_good(said: Said) -> None:
    assert said("unfit-product", "community: {fit: {repurchase: 0, topicality: 0}}")
    assert not said("unfit-product", "community: {fit: {repurchase: 0, topicality: 1}}")
    assert not said("unfit-product", "community: {fit: {repurchase: 0}}")


def test_a_group_is_as_large_as_its_tier_allows(said: Said) -> None:
    plan = "accounts: [{{id: a, platform: {}, followers: {}}}]"
    (finding,) = said("group-over-capacity", plan.format("wechat-group", 501))
    assert str(finding.severity) == "info"  # nobody official says so
    assert "501 members" in finding.message
    assert not said("group-over-capacity", plan.format("wechat-group", 500))
    assert not said("group-over-capacity", plan.format("facebook-group", 90_000))
    assert not said("group-over-capacity", plan.format("line-oa", 90_000))


def test_a_script_with_the_rules_is_rules_enough(said: Said) -> None:
    assert said("community-without-rules", GROUP)
    assert not said("community-without-rules", GROUP + "  scripts: [{kind: rules, text: Be kind}]")
    assert not said("community-without-rules", "community: {scripts: [{kind: staff, text: Hi}]}")


def test_stages_that_every_group_passes_are_asked_for(said: Said) -> None:
    (finding,) = said("stage-without-tasks", GROUP)
    assert finding.message.endswith("invite, activate, retain")
    assert finding.path == ("community",)
    more = "  stages: [{stage: invite, tasks: [Call]}, {stage: refer}]"
    found = said("stage-without-tasks", GROUP + more)
    assert [one.path for one in found] == [("community", "stages"), ("community", "stages", 1)]


def test_an_introduction_may_be_a_script(said: Said) -> None:
    assert said("no-introduction-ritual", GROUP)
    more = "  scripts: [{kind: introduction, text: Who are you?}]"
    assert not said("no-introduction-ritual", GROUP + more)


def test_a_cadence_is_regular_too_and_reminders_are_not_enough(said: Said) -> None:
    assert not said(
        "no-regular-ritual", GROUP.replace("-group}", "-group, cadence: [{days: mon}]}")
    )
    reminder = "  rituals: [{kind: rules-reminder, account: moms, days: mon}]"
    assert said("no-regular-ritual", GROUP + reminder)
    for_all = "  rituals: [{kind: discussion, days: mon}]"
    assert not said("no-regular-ritual", GROUP + for_all)


def test_too_many_rituals_in_a_week_tire_too(said: Said) -> None:
    daily = "days: [mon, tue, wed, thu, fri, sat, sun]"
    two = f"""
  rituals:
    - {{kind: morning-report, account: moms, {daily}, at: "08:00"}}
    - {{kind: evening-report, account: moms, {daily}, at: "20:00"}}
"""
    period = "period: {start: 2026-11-23, end: 2026-12-20}"
    assert not said("ritual-fatigue", period + GROUP + two)
    third = '    - {kind: discussion, account: moms, days: [sun], at: "12:00"}\n'
    (finding,) = said("ritual-fatigue", period + GROUP + two + third)
    assert "15 rituals in the week 2026-W48; more than 14" in finding.message
    (finding,) = said("ritual-fatigue", period + GROUP + two + third, language="zh-TW")
    assert finding.message.startswith("「微信群」在 2026-W48 這一週有 15 個固定活動；超過 14 個")


@pytest.mark.parametrize(
    ("kind", "today", "is_said"),
    [
        ("invitation", date(2026, 11, 27), False),
        ("invitation", date(2026, 11, 28), True),
        ("task", date(2026, 11, 28), False),
        ("task", date(2026, 12, 12), True),  # two weeks are for inviting
        ("referral", date(2027, 1, 1), False),
        ("staff", date(2027, 1, 1), False),
    ],
)
def test_scripts_are_needed_when_people_come(
    said: Said, kind: str, today: date, is_said: bool
) -> None:
    plan = f"""
    period: {{start: 2026-12-01, end: 2027-01-31}}
    community:
      stages: [{{stage: invite, within_days: 14}}]
      scripts: [{{kind: {kind}}}]
    """
    found = said("script-not-ready", plan, today, "zh-TW")
    assert bool(found) == is_said
    if kind == "task" and found:
        assert found[0].message == "文案「任務公告」2026-12-15 起就要用，現在還沒準備好"


def test_a_path_of_ones_own_has_no_steps(said: Said) -> None:
    path = "funnel: [{from: guest, to: friend, baseline: 2%, target: 4%}]"
    assert not said("funnel-step-missing", path)
    assert not said("rate-out-of-order", path)
    (finding,) = said("rate-out-of-order", path.replace("4%", "1%"))
    assert finding.message.endswith("the target 1% is below 2%, where it starts")


def test_missing_steps_are_named_in_the_language(said: Said) -> None:
    (finding,) = said("funnel-step-missing", "funnel: [{step: close}]", language="zh-CN")
    assert finding.message == "六步里还缺：抓潜、渗透、服务、追销、裂变"


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ("{step: close, rate: repeat}", "“close” is judged by the closing rate, not by the repeat"),
        ("{step: refer}, {step: attract}", "“attract” comes before “refer”"),
        (
            (
                "{step: serve, rate: satisfaction, target: 8%}, "
                "{step: refer, rate: referral, target: 9%}"
            ),
            "the referral rate is above the satisfaction rate",
        ),
    ],
)
def test_a_funnel_is_read_in_order(said: Said, steps: str, why: str) -> None:
    (finding,) = said("rate-out-of-order", f"funnel: [{steps}]")
    assert why in finding.message


def test_a_limit_is_asked_for_only_where_there_is_a_reward(said: Said) -> None:
    assert said("referral-without-limit", "community: {referral: A coupon for both}")
    assert not said("referral-without-limit", "community: {referral: {levels: 1}}")


def test_what_the_plan_calls_in_english_is_named_in_chinese_too(said: Said) -> None:
    plan = """
    community:
      groups: [moms]
      stages: [{stage: activate, within_days: 3}]
    """
    (missing, stage) = said("stage-without-tasks", plan, language="zh-TW")
    assert stage.message.startswith("活化（`activate`）階段")
    assert missing.message.startswith("邀請（`invite`）、留存（`retain`）階段")
    (team,) = said("role-missing", "    team: [{id: amy}, {id: ben}]\n", language="zh-CN")
    assert team.message.endswith("负责文案（`author`）、审核（`reviewer`）、发布（`publisher`）")
