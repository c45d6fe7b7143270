"""A large plan is read by a copy of the process, and nobody can tell but by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from tests.source.test_arbitrary_text import SEED, mutated

from socialplan.source import SourceFile, ahead
from socialplan.source.repairing import read_file

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")

POST = """\
  - id: post-{number}
    account: line
    at: 2026-11-{day:02} 10:00
    title: 'Nr. {number}'
    text: |  # socialplan: ignore[TXT108] -- a guest wrote it
      第 {number} 杯咖啡 #coffee
    tags: &t{number} [coffee, tea]
    hashtags: *t{number}
"""
HEAD = """\
socialplan: 1
title: Coffee
brand: {name: Kuma, market: TW}
brand: {name: Twice}
period: {start: 2026-11-01, end: 2026-12-31}
accounts:
  - {id: line, platform: line-oa, handle: on}
"""
ASKS = """
import os, signal, sys, time
from pathlib import Path
from socialplan.source import ahead, read_plan
from socialplan import copying
from socialplan.source.repairing import read_file

path = Path("socialplan.yaml")
copying.processors = lambda: 2
alone = read_plan(path)
begun = ahead.begin(path, read_plan)
assert begun is not None
"""


def posts(first: int, count: int) -> str:
    numbers = range(first, first + count)
    return "posts:\n" + "".join(POST.format(number=n, day=n % 30 + 1) for n in numbers)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(HEAD + posts(1, 600), encoding="utf-8")
    return path


def asked(plan: Path, script: str) -> str:
    """Run a script in which a copy reads the plan; give what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ASKS + script],
        cwd=plan.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@given(mutated())
@example(SEED)
@example("a: &x {b: [1, 2.5, true, ~, .nan]}\nc: *x\n# end")
@example("a: 1\na: 2\nb: on\n")
def test_what_is_sent_arrives_as_it_was(text: str) -> None:
    file = SourceFile("plan", None, text, 7)
    read = read_file(file)
    mark, arrived = ahead.unpacked(ahead.packed(file, read))
    assert repr(arrived) == repr(read)  # NaN differs from itself
    assert mark == ahead.mark(file)


def test_aliases_still_share_one_value() -> None:
    file = SourceFile("plan", None, "a: &x {b: [1]}\nc: *x\n")
    arrived = ahead.unpacked(ahead.packed(file, read_file(file)))[1]
    assert arrived.value["a"] is arrived.value["c"]


def test_the_copy_reads_what_would_be_read(plan: Path) -> None:
    script = """
found = read_plan(path)
assert len(begun.reads) == 0 and found is not alone
assert found == alone and found.mistakes and found.comments()
begun.end()
"""
    assert asked(plan, script) == ""


def test_included_files_are_read_too(plan: Path) -> None:
    (plan.parent / "more").mkdir()
    for number in range(3):
        path = plan.parent / "more" / f"{number}.yaml"
        path.write_text(posts(1000 + number, 50), encoding="utf-8")
    plan.write_text("include: [more/*.yaml]\n" + HEAD, encoding="utf-8")
    script = """
found = read_plan(path)
assert len(begun.reads) == 0
assert found == alone and len(found.files) == 4 and len(found.data["posts"]) == 150
again = read_plan(path)
assert again == found
"""
    asked(plan, script)


def test_a_plan_saved_meanwhile_is_read_as_it_is(plan: Path) -> None:
    script = """
path.write_text(path.read_text(encoding="utf-8").replace("Coffee", "Tea!!!"), encoding="utf-8")
assert read_plan(path).data["title"] == "Tea!!!"
"""
    asked(plan, script)


@pytest.mark.parametrize("wait", ["", "time.sleep(0.5)"])
def test_without_the_copy_the_plan_is_read_all_the_same(plan: Path, wait: str) -> None:
    script = f"""
{wait}
os.kill(begun.copy.process, signal.SIGKILL)
assert read_plan(path) == alone
begun.end()
"""
    asked(plan, script)


def test_the_copy_ends_with_its_original(plan: Path) -> None:
    script = """
begun.end()
try:
    os.kill(begun.copy.process, 0)
except ProcessLookupError:
    print("gone")
assert read_plan(path) == alone
"""
    assert asked(plan, script) == "gone\n"


def test_an_original_that_is_killed_leaves_no_copy(plan: Path) -> None:
    plan.write_text(HEAD + posts(1, 6000), encoding="utf-8")  # more than a pipe takes
    script = """
sys.stdout.write(str(begun.copy.process))
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", ASKS + script], cwd=plan.parent, capture_output=True, timeout=60
    )
    process = int(done.stdout)
    for _ in range(300):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the copy goes on for nobody")


def test_where_no_process_can_be_made_the_plan_is_read_all_the_same(plan: Path) -> None:
    script = """
begun.end()
def refuse():
    raise BlockingIOError
os.fork = refuse
assert ahead.begin(path, read_plan) is None
assert read_plan(path) == alone
"""
    asked(plan, script)


def test_other_plans_and_other_processes_do_not_wait(plan: Path) -> None:
    other = plan.with_name("other.yaml")
    other.write_text(HEAD, encoding="utf-8")
    script = """
assert read_plan(Path("other.yaml")).data["title"] == "Coffee" and begun.reads is None
process = os.fork()
if process == 0:
    os._exit(0 if read_plan(path) == alone else 1)
assert os.waitpid(process, 0)[1] == 0
assert read_plan(path) == alone and begun.reads == {}
"""
    asked(plan, script)


def test_small_plans_and_what_is_no_file_are_not_worth_a_copy(plan: Path) -> None:
    plan.write_text(HEAD, encoding="utf-8")
    begun = [ahead.begin(path, print) for path in (plan, plan.parent, plan.with_name("none"))]
    assert begun == [None, None, None]
