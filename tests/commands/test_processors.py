"""What `lint` says does not depend on how many processors it finds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.source.test_ahead import HEAD, posts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(HEAD + posts(1, 1200), encoding="utf-8")
    return path


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors are not chosen here")
@pytest.mark.parametrize(
    "options",
    [
        [],
        ["socialplan.yaml", "--format", "json"],
        ["--select", "PLN", "socialplan.yaml"],
        ["--format", "none-such"],
        ["--show-files"],
    ],
)
def test_lint_says_the_same_on_one_processor(plan: Path, run: Run, options: list[str]) -> None:
    words = ["lint", "--no-cache", "--today=2026-11-21", *options]
    with_copy = run(*words)
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(every)})
    try:
        alone = run(*words)
    finally:
        os.sched_setaffinity(0, every)
    assert with_copy.stdout == alone.stdout
    assert with_copy.stderr == alone.stderr
    assert with_copy.returncode == alone.returncode
