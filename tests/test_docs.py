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


GUIDES = ("approving", "calendars", "custom-rules", "linting", "spreadsheets", "templates")
"""Pages that people have written and translated."""


def shape_of(page: Path) -> list[str]:
    """What a translation keeps: headings, paragraphs, items, rows and code, in their order."""
    shape = []
    block: list[str] | None = None
    before = ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            if block is not None:
                shape.append(f"{len(block)} lines of code")
            block = [] if block is None else None
            shape.append(line)
        elif block is not None:
            block.append(line)
        elif line.startswith("|"):
            shape.append(f"{line.count('|') - 1} cells")
        elif mark := re.match("#+ |- ", line):
            shape.append(mark[0])
        elif line and not before:
            shape.append("text")
        before = line
    return shape


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
@pytest.mark.parametrize("name", GUIDES)
def test_a_translated_guide_has_what_the_english_one_has(
    root: Path, name: str, language: str
) -> None:
    english, translated = root / f"docs/{name}.md", root / f"docs/{language}/{name}.md"
    assert shape_of(translated) == shape_of(english)
    options = re.compile("--[a-z][a-z-]+")
    assert set(options.findall(translated.read_text("utf-8"))) == set(
        options.findall(english.read_text("utf-8"))
    )


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_leads_to_itself_in_the_other_languages(root: Path, name: str) -> None:
    for folder, up in (("", ""), ("zh-TW/", "../"), ("zh-CN/", "../")):
        text = (root / f"docs/{folder}{name}.md").read_text(encoding="utf-8")
        assert text.split("\n\n")[1] == (
            f"[English]({up}{name}.md) · [繁體中文]({up}zh-TW/{name}.md)"
            f" · [简体中文]({up}zh-CN/{name}.md)"
        )


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
