"""The rules of a large plan, shared with a copy of the process, find what they find alone."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from tests.source.test_ahead import HEAD, posts

from socialplan.linting import lint
from socialplan.linting.sharing import LEAST
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_text

BROKEN = "goals:\n  - {id: sell, statement: Sell more}\n"
SHARED = """
import sys
from datetime import date
from socialplan import copying
from socialplan.linting import lint, sharing
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_text

copying.processors = lambda: 2
copies = []
def watched(make):
    copies.append(copying.copy_for(make))
    return copies[-1]
sharing.copy_for = watched
{before}
loaded = load_plan(read_text(sys.stdin.read(), "plan"))
for found in lint(loaded, all_rules(), date(2026, 11, 21), "zh-TW"):
    print(found)
assert copies and copies[0]
"""


def shared(text: str, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", SHARED.replace("{before}", before)],
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture(scope="module")
def plan() -> str:
    return HEAD + BROKEN + posts(1, LEAST + 100)


@pytest.fixture(scope="module")
def alone(plan: str) -> list[str]:
    loaded = load_plan(read_text(plan, "plan"))
    return [str(one) for one in lint(loaded, all_rules(), date(2026, 11, 21), "zh-TW")]


def test_findings_are_the_same_and_in_the_same_order(plan: str, alone: list[str]) -> None:
    done = shared(plan)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == alone
    assert {"PLN", "SCH", "TXT", "SMT"} <= {one.partition("code='")[2][:3] for one in alone}


def test_without_an_answer_all_rules_run_here(plan: str, alone: list[str]) -> None:
    done = shared(plan, "copying._work = lambda *given: __import__('os')._exit(1)")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == alone


def test_a_rule_that_fails_in_the_copy_fails_here_too(plan: str) -> None:
    broken = """
from socialplan.rules.shape import RULES
def fail(*given):
    raise ZeroDivisionError("a rule that fails")
object.__setattr__(RULES[-1], "check", fail)
"""
    done = shared(plan, broken)
    assert done.returncode == 1
    assert "a rule that fails" in done.stderr
