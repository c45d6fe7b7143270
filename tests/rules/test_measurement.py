"""What the examples of the rules on measurement cannot show."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rules.conftest import Said

    from socialplan.finding import Finding

TODAY = date(2026, 11, 21)

WITH_FILE = """
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
period: {start: 2026-08-01, end: 2026-12-31}
reviews: {every: month}
accounts: [{id: line, platform: line-oa}]
goals:
  - statement: More friends
    metric: effective_friends
    accounts: [line]
    baseline: {value: 100, date: 2026-08-01}
    target: 200
    due: 2026-12-31
metrics: {file: numbers.csv}
"""


def with_file(
    folder: Path, name: str, numbers: str, language: str = "en", text: str = WITH_FILE
) -> list[Finding]:
    """What a rule says of a plan with such a file of readings."""
    (folder / "socialplan.yaml").write_text(text, "utf-8")
    (folder / "numbers.csv").write_text(dedent(numbers), "utf-8")
    rules = [rule for rule in all_rules() if rule.name == name]
    loaded = load_plan(read_plan(folder / "socialplan.yaml"))
    return lint(loaded, rules, TODAY, language)


def goal(more: str) -> str:
    return "period: {start: 2026-08-01, end: 2026-12-31}\ngoals:\n  - {id: g, " + more + "}\n"


def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path) -> None:
    numbers = "date,followers\n2026-11-01,many\n"
    (finding,) = with_file(tmp_path, "unreadable-metrics-file", numbers)
    why = "“many” is not a number such as 1200, 1.6k or 12%"
    assert finding.message == f"“numbers.csv”, line 2: {why}"
    assert finding.path == ("metrics", "file")
    (finding,) = with_file(tmp_path, "unreadable-metrics-file", numbers, "zh-TW")
    why = "「many」不是 1200、1.6萬或 12% 這樣的數字"
    assert finding.message == f"數據檔「numbers.csv」第 2 行：{why}"
    many = "date,followers\n" + "soon,1\n" * 50
    assert len(with_file(tmp_path, "unreadable-metrics-file", many)) == 5


def test_a_file_without_the_goals_metric_is_found(tmp_path: Path) -> None:
    (finding,) = with_file(tmp_path, "goal-metric-not-recorded", "date,reach\n2026-11-01,3\n")
    assert finding.message.endswith("“numbers.csv” has neither a column nor a line for it")
    inputs = "date,followers,blocks\n"
    assert not with_file(tmp_path, "goal-metric-not-recorded", inputs)
    history = "    history: [{date: 2026-10-01, value: 150}]\nmetrics:"
    text = WITH_FILE.replace("metrics:", history)
    assert not with_file(tmp_path, "goal-metric-not-recorded", "date,reach\n", text=text)
    assert not with_file(tmp_path, "goal-metric-not-recorded", "")  # another rule's subject


def test_a_plan_that_has_not_begun_needs_no_readings(said: Said) -> None:
    plan = goal("metric: coupon_redemptions, target: 90, data_source: pos")
    assert said("goal-metric-not-recorded", plan)
    assert not said("goal-metric-not-recorded", plan, date(2026, 8, 1))
    assert not said("goal-metric-not-recorded", plan + "metrics: {sources: [POS]}")


def test_readings_of_the_file_are_fresh(tmp_path: Path) -> None:
    old = "date,account,effective_friends\n2026-09-01,line,130\n"
    (finding,) = with_file(tmp_path, "stale-numbers", old)
    assert "81 days old (2026-09-01); reviews come every 31 days" in finding.message
    assert not with_file(tmp_path, "stale-numbers", old + "2026-11-01,line,160\n")
    assert with_file(tmp_path, "stale-numbers", old + "2027-01-01,line,160\n")  # not yet read


def test_numbers_are_stale_only_while_the_plan_runs(said: Said) -> None:
    plan = goal("metric: followers, baseline: {value: 1, date: 2026-06-01}, due: 2026-12-31")
    plan += "reviews: {every: month}"
    assert said("stale-numbers", plan)
    assert not said("stale-numbers", plan, date(2026, 8, 30))  # its first month
    assert not said("stale-numbers", plan, date(2027, 1, 5))  # over
    assert not said("stale-numbers", plan.replace("reviews: {every: month}", ""))


def test_readings_of_the_file_say_whether_a_goal_is_on_track(tmp_path: Path) -> None:
    behind = "date,account,effective_friends\n2026-11-01,line,120\n"
    (finding,) = with_file(tmp_path, "goal-off-track", behind)
    assert finding.message == (
        "“More friends” stood at 120 on 2026-11-01; on the way from 100 to 200 it should have been "
        "161. At this pace it ends at 133 on 2026-12-31"
    )
    assert finding.path == ("goals", 0, "target")
    assert not with_file(tmp_path, "goal-off-track", behind.replace("120", "155"))
    inputs = "date,account,followers,blocks\n2026-11-01,line,150,30\n"
    assert with_file(tmp_path, "goal-off-track", inputs)


@pytest.mark.parametrize(
    ("more", "is_said"),
    [
        # Less is better: from 20% to 12%, half of the time gone.
        (("metric: block_rate, target: 12%, baseline: {value: 20%, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 20%}]"), True),
        (("metric: block_rate, target: 12%, baseline: {value: 20%, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 15%}]"), False),
        # The milestones say that most of the way is made at the end.
        (("metric: followers, target: 200, baseline: {value: 100, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 108}], "
         "milestones: [{date: 2026-12-01, value: 115}]"), False),
        (("metric: followers, target: 200, baseline: {value: 100, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 108}]"), True),
        # Nothing was read since the baseline, or in the future only.
        (("metric: followers, target: 200, baseline: {value: 100, date: 2026-10-02}, "
         "history: [{date: 2026-09-01, value: 10}, {date: 2026-12-24, value: 10}]"), False),
        # The target is where it starts, or behind: other rules' subjects.
        (("metric: followers, target: 100, baseline: {value: 100, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 10}]"), False),
        (("metric: followers, target: 90, baseline: {value: 100, date: 2026-10-02}, "
         "history: [{date: 2026-11-16, value: 120}]"), False),
    ],
)  # fmt: skip
def test_a_reading_is_held_against_the_road(said: Said, more: str, is_said: bool) -> None:
    assert bool(said("goal-off-track", goal(f"due: 2026-12-31, {more}"))) == is_said


def test_a_missed_reading_is_told_in_chinese(said: Said) -> None:
    plan = goal(
        "statement: 降低封鎖率, due: 2026-12-31, metric: block_rate, target: 12%, "
        "baseline: {value: 20%, date: 2026-10-02}, history: [{date: 2026-11-16, value: 22%}]"
    )
    (finding,) = said("goal-off-track", plan, language="zh-TW")
    assert finding.message == (
        "「降低封鎖率」在 2026-11-16 是 22%；從 20% 走到 12%，這時應該到 16%。"
        "照這個速度，2026-12-31 只會到 24%"
    )


def test_block_rates_are_watched_in_results_and_in_the_file(said: Said, tmp_path: Path) -> None:
    def posts(*blocked: int) -> str:
        return "accounts: [{id: line, platform: line-oa}]\nposts:\n" + "".join(
            f"  - {{account: line, title: T, at: 2026-11-0{day} 20:00, status: published, "
            f"result: {{delivered: 400, blocks_in_window: {count}}}}}\n"
            for day, count in enumerate(blocked, 1)
        )

    (finding,) = said("block-rate-rising", posts(9, 2, 4, 8))
    assert finding.message == (
        "“block rate of one push” of “LINE Official Account” rises: "
        "0.5% (2026-11-02), 1% (2026-11-03), 2% (2026-11-04)"
    )
    assert finding.path == ("posts", 3, "result")
    assert not said("block-rate-rising", posts(2, 4, 3))
    assert not said("block-rate-rising", posts(2, 4))
    assert not said("block-rate-rising", posts(2, 4, 8).replace("400", "29"))
    rising = "date,account,block_rate\n2026-09-01,line,10%\n2026-10-01,line,12%\n2026-11-01,line,"
    (finding,) = with_file(tmp_path, "block-rate-rising", rising + "15%\n")
    assert finding.path == ("metrics", "file")
    assert not with_file(tmp_path, "block-rate-rising", rising + "12%\n")


def test_a_slight_rise_is_no_rise(said: Said) -> None:
    values = "{date: 2026-09-01, value: 20%}, {date: 2026-10-01, value: 20.1%}, "
    plan = goal(f"metric: block_rate, history: [{values}{{date: 2026-11-01, value: 20.2%}}]")
    assert not said("block-rate-rising", plan)


@pytest.mark.parametrize(("followers", "is_said"), [(24, True), (30, False), (0, False)])
def test_a_goal_on_a_rate_of_few_followers_is_asked_about(
    said: Said, followers: int, is_said: bool
) -> None:
    plan = f"accounts: [{{id: ig, platform: instagram, followers: {followers}}}]\n"
    plan += "goals: [{metric: engagement_rate_followers, accounts: [ig], target: 5%}]"
    found = said("denominator-too-small", plan)
    assert bool(found) == is_said
    if found:
        assert "divides by 24 (followers and friends); below 30" in found[0].message
        assert found[0].help is not None
        assert "by 4.2%" in found[0].help


def test_followers_in_the_file_are_a_denominator_too(tmp_path: Path) -> None:
    text = WITH_FILE.replace("metric: effective_friends", "metric: engagement_rate_followers")
    text = text.replace("{value: 100, ", "{value: 3%, ").replace("target: 200", "target: 6%")
    few = "date,account,followers\n2026-11-01,line,24\n"
    assert with_file(tmp_path, "denominator-too-small", few, text=text)
    more = few + "2026-11-15,line,240\n"
    assert not with_file(tmp_path, "denominator-too-small", more, text=text)


def test_a_rate_without_its_denominator_is_not_judged(said: Said) -> None:
    post = "posts: [{{account: a, title: T, at: 2026-11-01 20:00, result: {{{}}}}}]"
    assert not said("denominator-too-small", post.format("open_rate: 60%"))
    assert not said("denominator-too-small", post.format("open_rate: 60%, delivered: 300"))
    assert said("denominator-too-small", post.format("open_rate: 60%, delivered: 29"))


def test_rates_of_one_count_with_two_denominators_cannot_be_compared(said: Said) -> None:
    post = "posts: [{account: a, title: T, at: 2026-11-01 20:00, result: {click_to_open_rate: 9%}}]"
    goals = "goals: [{metric: click_rate_delivered, target: 6%}]\n"
    (finding,) = said("incomparable-rates", goals + post)
    assert finding.message == (
        "“click-to-open rate” divides people who clicked by people who opened, "
        "“click rate by delivered” by messages delivered: the two cannot be compared"
    )
    assert not said("incomparable-rates", goals.replace("click_rate_delivered", "open_rate") + post)


def test_a_review_of_no_known_day_is_still_asked_for_its_change(said: Said) -> None:
    assert said("review-without-change", "reviews: {log: [{found: Fridays do best}]}")
    assert not said("review-without-change", "reviews: {log: [{date: 2026-11-01}]}")
