"""What a rule finds in an example: a few lines of a plan, or of a file beside one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.finding import Finding
    from socialplan.rule import Rule

TODAY = date(2026, 11, 21)
"""The day on which every example is read, so that it stays true."""
REQUIRED = {"socialplan": "1", "title": "Example", "brand": "{name: Little Bear, market: TW}"}
PLAN = "socialplan.yaml"

_MARK = re.compile(r"[ ]*# <-[ ]*$", re.MULTILINE)


def marked_lines(example: str) -> set[int]:
    """List the lines that an example says are faulty, from 1."""
    return {number for number, line in enumerate(example.splitlines(), 1) if _MARK.search(line)}


def completed(example: str) -> str:
    """Take the marks out, and add below the required keys that the example does not show."""
    text = _MARK.sub("", example)
    if not re.match(r"(#.*\n)*\w+:", text):
        return text
    missing = (
        f"{key}: {value}\n"
        for key, value in REQUIRED.items()
        if not re.search(rf"(?m)^{key}:", text)
    )
    return text + "".join(missing)


def plan_of(example: str, folder: Path) -> Path:
    """Write the plan that an example stands for, in the encoding that it may name."""
    encoding = re.match(r"# -\*- coding: ([\w-]+) -\*-\n", example)
    plan = folder / PLAN
    plan.write_bytes(completed(example).encode(encoding[1] if encoding else "utf-8"))
    return plan


def together(rule: Rule, every: Sequence[Rule]) -> Sequence[Rule]:
    """List the rules to run: those on exceptions only speak when the excepted ones have spoken."""
    return every if rule.family == "SUP" else [rule]


def found_in(
    example: str, rule: Rule, every: Sequence[Rule], language: str = "en"
) -> list[Finding]:
    """Find what a rule says of an example, in a folder where nothing else lies."""
    from socialplan.linting import lint
    from socialplan.loading import load_plan
    from socialplan.source import read_plan

    other = re.match(r"# (socialplan\.toml|baseline\.json)\n", example)
    with TemporaryDirectory() as name:
        folder = Path(name)
        if other:
            found = _found_beside(example, other[1], folder, language)
        else:
            loaded = load_plan(read_plan(plan_of(example, folder)))
            found = lint(loaded, together(rule, every), TODAY, language)
    return [one for one in found if one.code == rule.code]


def _found_beside(example: str, name: str, folder: Path, language: str) -> list[Finding]:
    """Run over a plan of nothing, and the settings or the baseline that the example is."""
    from socialplan.linting.session import Asked, run

    _, _, text = _MARK.sub("", example).partition("\n")
    (folder / name).write_text("\n" + text, encoding="utf-8")
    options = {"lang": language} | ({"baseline": str(folder / name)} if ".json" in name else {})
    return run(Asked((plan_of("title: Example\n", folder),), options, TODAY)).report.findings
