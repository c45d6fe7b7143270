"""Generated pages are up to date; the README is true; every command and option has help."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from socialplan.cli import COMMANDS, Commands, app

if TYPE_CHECKING:
    from pathlib import Path


def test_generated_pages_and_the_output_in_the_readme_are_up_to_date(root: Path) -> None:
    result = subprocess.run(
        [sys.executable, "tools/generate_docs.py", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert result.stdout == ""
    assert result.returncode == 0


def test_links_between_the_pages_lead_somewhere(root: Path) -> None:
    pages = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").rglob("*.md")]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert (page.parent / target).exists(), f"{page}: {target}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_words_for_each_option(name: str) -> None:
    command = Commands(name="socialplan").get_command(
        typer.Context(typer.main.get_command(app)), name
    )
    assert f"Example: socialplan {name}" in re.sub(r"\s+", " ", command.help)
    for parameter in command.params:
        assert parameter.help, f"{name}: {parameter.name}"


def test_help_lists_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert all(f"  {name} " in shown for name in COMMANDS)
