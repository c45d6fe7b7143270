"""The program as a process: how it ends when it is stopped, or when nobody can be told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

STOPPED = """
import sys
from types import ModuleType
from socialplan.__main__ import run

class Stopped(ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt
sys.modules[{module!r}] = Stopped({module!r})
sys.argv = ["socialplan", "lint", "--no-cache"]
run()
"""


@pytest.mark.parametrize("module", ["socialplan.process", "socialplan.cli", "socialplan.locating"])
def test_interrupted_at_any_moment_it_ends_with_130_and_no_traceback(
    module: str, tmp_path: Path
) -> None:
    script = STOPPED.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("asked", ["lint none.yaml", "--none", "explain SMT102 >/dev/full"])
def test_an_error_that_cannot_be_told_is_still_status_2(asked: str, tmp_path: Path) -> None:
    command = f"exec '{sys.executable}' -m socialplan {asked} 2>/dev/full"
    assert subprocess.run(["sh", "-c", command], cwd=tmp_path).returncode == 2
