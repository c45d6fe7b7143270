"""Growth against history: which way is better, zero, too little, and figures without measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Said

BLOCKS = """
    goals:
      - metric: block_rate
        history:
          - {date: 2026-08-31, value: 30%}
          - {date: 2026-09-30, value: 28%}
          - {date: 2026-10-31, value: 26%}
        due: 2026-12-31
        target: TARGET
"""
FROM_NOTHING = """
    goals:
      - metric: conversions
        history:
          - {date: 2026-08-31, value: 0}
          - {date: 2026-09-30, value: 10}
          - {date: 2026-10-30, value: 25}
        due: 2026-12-29
        target: TARGET
"""
FRIENDS = """
    goals:
      - metric: followers
        history: [{date: 2026-09-30, value: 400}, {date: 2026-10-31, value: 420}]
        due: 2026-12-31
        target: 9000
"""


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("10%", "unsupported-growth"),
        ("25%", "sandbagged-goal"),
        ("26%", "sandbagged-goal"),
    ],
)
def test_a_rate_that_should_fall_grows_by_falling(said: Said, target: str, rule: str) -> None:
    plan = BLOCKS.replace("TARGET", target)
    others = {"unsupported-growth", "sandbagged-goal", "target-behind-baseline"} - {rule}
    assert [one.name for one in said(rule, plan)] == [rule]
    assert not any(said(other, plan) for other in others)


def test_the_figures_are_those_of_the_number_itself(said: Said) -> None:
    (found,) = said("unsupported-growth", BLOCKS.replace("TARGET", "10%"))
    assert "needs -37.5% every 30 days; the best so far was -6.9%" in found.message


def test_a_worse_target_is_behind_and_not_sandbagged(said: Said) -> None:
    plan = BLOCKS.replace("TARGET", "40%")
    assert said("target-behind-baseline", plan)
    assert not said("sandbagged-goal", plan)


def test_from_nothing_increments_are_compared(said: Said) -> None:
    (found,) = said("unsupported-growth", FROM_NOTHING.replace("TARGET", "125"))
    assert "needs +50 every 30 days; the best so far was +15" in found.message
    assert str(found.severity) == "warning"


def test_up_to_twice_the_best_is_a_stretch_that_a_reason_supports(said: Said) -> None:
    plan = FROM_NOTHING.replace("TARGET", "75")
    (found,) = said("unsupported-growth", plan)
    assert str(found.severity) == "info"
    assert not said("unsupported-growth", plan.rstrip() + "\n        evidence: A second shop\n")


def test_beyond_twice_the_best_a_reason_only_softens(said: Said) -> None:
    plan = FROM_NOTHING.replace("TARGET", "125").rstrip() + "\n        evidence: A second shop\n"
    (found,) = said("unsupported-growth", plan)
    assert str(found.severity) == "info"


@pytest.mark.parametrize("rule", ["unsupported-growth", "sandbagged-goal", "too-little-history"])
def test_of_two_readings_nothing_is_concluded(said: Said, rule: str) -> None:
    assert not said(rule, FRIENDS)


def test_a_dated_baseline_is_a_reading_too(said: Said) -> None:
    plan = FRIENDS.rstrip() + "\n        baseline: {date: 2026-11-20, value: 430}\n"
    assert said("unsupported-growth", plan)


def test_absurd_numbers_stay_numbers(said: Said) -> None:
    plan = """
        goals:
          - metric: followers
            history:
              - {date: 1900-01-01, value: 0.0000000000000001}
              - {date: 2026-11-19, value: 999999999999999}
              - {date: 2026-11-20, value: 1}
            due: 2026-11-21
            target: 999999999999999
    """
    assert len(said("unsupported-growth", plan) + said("sandbagged-goal", plan)) <= 1
