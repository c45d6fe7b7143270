"""What is measured is a plan that nobody complains about: findings would cost one side more."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def python(root: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture(scope="module")
def plan(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("benchmarks") / "socialplan.yaml"
    path.write_text(python(root, "-m", "benchmarks.generate", "80").stdout, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "reader",
    [
        ["-m", "socialplan", "lint", "--today", "2027-01-04"],
        ["benchmarks/plain_script.py"],
        ["-m", "yamllint", "-d", "relaxed"],
    ],
    ids=["socialplan", "plain script", "yamllint"],
)
def test_every_reader_is_content(root: Path, plan: Path, reader: list[str]) -> None:
    done = python(root, *reader, plan)
    assert done.returncode == 0, done.stdout + done.stderr
    assert plan.read_text(encoding="utf-8").count("  - id: post-") == 80
