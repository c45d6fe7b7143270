"""Copies of a process: what they make arrives whole, or the original makes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes here")

BEGIN = """
import os, signal, threading
from socialplan import copying
copying.processors = lambda: 2
"""


def run(script: str) -> str:
    """Run a script in a process without the threads of the tests."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BEGIN + script],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_a_copy_makes_arrives_whole() -> None:
    script = """
for made in (b"", b"a", bytes(range(256)) * 20_000):
    copy = copying.copy_for(lambda: made)
    assert copy.result() == made and copy.result() == b""
    copy.end()
    copy.end()
"""
    assert run(script) == ""


def test_a_copy_leaves_nothing_behind() -> None:
    script = """
for end in ("result", "end"):
    copy = copying.copy_for(lambda: b"a" * 1_000_000)
    getattr(copy, end)()
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        print(len(os.listdir("/dev/fd")), end=" ")
"""
    first, second = run(script).split()
    assert first == second


def test_a_copy_does_not_outlive_its_original_for_long() -> None:
    script = """
def work():
    while True:
        sum(range(1000))
print(copying.copy_for(work).process, flush=True)
os.kill(os.getpid(), signal.SIGTERM)
"""
    command = [sys.executable, "-c", BEGIN + script]
    copy = int(subprocess.run(command, capture_output=True, timeout=60).stdout)
    for _ in range(300):
        try:
            os.kill(copy, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.kill(copy, signal.SIGKILL)
    pytest.fail("the copy goes on for nobody")


def test_a_copy_that_fails_says_nothing_and_sends_nothing() -> None:
    script = """
def fail():
    print("not to be seen", flush=True)
    raise ValueError
copy = copying.copy_for(fail)
assert copy.result() == b""
"""
    assert run(script) == ""


def test_a_copy_that_is_stopped_on_the_way_sends_nothing() -> None:
    script = """
import time
copy = copying.copy_for(lambda: b"x" * 10_000_000)  # more than a pipe takes
time.sleep(0.3)
os.kill(copy.process, signal.SIGKILL)
assert copy.result() == b""
"""
    assert run(script) == ""


def test_copies_make_no_copies() -> None:
    script = """
copy = copying.copy_for(lambda: repr(copying.copy_for(lambda: b"")).encode())
assert copy.result() == b"None"
"""
    assert run(script) == ""


@pytest.mark.parametrize(
    "why",
    [
        "copying.stay_alone()",
        "copying.processors = lambda: 1",
        "threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "del os.fork",
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)",
        "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))",
        """
def refuse():
    raise BlockingIOError
os.fork = refuse
""",
    ],
)
def test_where_there_can_be_no_copy_there_is_none(why: str) -> None:
    assert run(f"{why}\nassert copying.copy_for(lambda: b'') is None") == ""
