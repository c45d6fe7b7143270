"""The program as a shell runs it, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Run(Protocol):
    """Runs socialplan with arguments, standard input and variables of the environment."""

    def __call__(
        self, *arguments: str, given: str | bytes | None = None, **more: str
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in an empty folder, off a terminal."""
    own = ("COLUMNS", "FORCE_COLOR", "NO_COLOR")
    environ = {
        key: value
        for key, value in os.environ.items()
        if key not in own and not key.startswith("SOCIALPLAN")
    }

    def socialplan(
        *arguments: str, given: str | bytes | None = None, **more: str
    ) -> subprocess.CompletedProcess[str]:
        result = subprocess.run(
            [sys.executable, "-m", "socialplan", *arguments],
            cwd=tmp_path,
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            env={**environ, "LANG": "C.UTF-8", "SOCIALPLAN_CACHE_DIR": "", **more},
            timeout=60,
        )
        out, err = result.stdout.decode(), result.stderr.decode()
        assert "Traceback" not in out + err
        return subprocess.CompletedProcess(result.args, result.returncode, out, err)

    return socialplan
