"""Fixtures that more than one file of tests uses."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent

# One commit, one verdict: made-up inputs are the same in every run, but for `make fuzz`, which
# looks for those that nobody has seen yet. How long one takes is not judged on a shared machine.
settings.register_profile("settled", derandomize=True, deadline=None)
settings.register_profile("fuzz", derandomize=False, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "settled"))


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


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Ask axe what on a page keeps somebody out: broken rules, each with its element."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def found_on(page: Page) -> list[str]:
        broken = axe.run(page).response["violations"]
        return [f"{one['id']}: {node['html'][:200]}" for one in broken for node in one["nodes"]]

    return found_on


@pytest.fixture(scope="session")
def browser(needs: Callable[[str], str]) -> Iterator[Browser]:
    """A Chromium for all tests of pages; each makes a page of its own in it."""
    from playwright.sync_api import sync_playwright

    quiet = ("background-networking", "component-update", "sync", "gpu")
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=needs("chromium"),
            args=["--no-sandbox", *(f"--disable-{one}" for one in quiet)],
        )
        yield chromium
        chromium.close()
