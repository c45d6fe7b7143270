"""Fixtures that more than one file of tests uses."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """Ask for a program: its path, or a skipped test; in CI, which has them all, a failed one."""

    def path_of(program: str) -> str:
        found = shutil.which(program)
        if found:
            return found
        if os.environ.get("SOCIALPLAN_REQUIRE_ALL"):
            pytest.fail(
                f"{program} is not installed, and SOCIALPLAN_REQUIRE_ALL asks for everything"
            )
        pytest.skip(f"{program} is not installed")

    return path_of
