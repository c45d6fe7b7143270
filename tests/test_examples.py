"""Each example makes what it promises, has no errors, and lets few warnings stand."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from socialplan.finding import Severity
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan

ROOT = Path(__file__).parents[1]
NAMES = sorted(path.parent.name for path in ROOT.glob("examples/*/socialplan.yaml"))
TODAY = date(2026, 11, 21)

EXPLAINED = {"cafe-taiwan": {"quiet-hours"}}
"""Warnings that an example shows on purpose; a comment beside the post says why."""


@pytest.mark.parametrize("name", NAMES)
def test_an_example_makes_what_it_promises(name: str) -> None:
    tool = [sys.executable, "tools/generate_examples.py", "--check", name]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_an_example(name: str) -> None:
    source = read_plan(ROOT / "examples" / name / "socialplan.yaml")
    findings = lint(load_plan(source), all_rules(), TODAY)
    grave = {f.name for f in findings if f.severity is not Severity.INFO}
    assert grave == EXPLAINED.get(name, set())
