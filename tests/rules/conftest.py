"""What one rule says of a few lines of a plan."""

from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.finding import Finding

    Said = Callable[..., list[Finding]]

TODAY = date(2026, 11, 21)
TOP = "socialplan: 1\ntitle: Example\n"


@pytest.fixture
def said() -> Said:
    """Give the findings of the rule of that name; the plan's required keys go without saying."""
    rules = {rule.name: rule for rule in all_rules()}

    def findings(name: str, plan: str, today: date = TODAY, language: str = "en") -> list[Finding]:
        text = TOP + dedent(plan)
        if "\nbrand:" not in text:
            text += "\nbrand: {name: Little Bear, market: TW}\n"
        source = read_text(text, "socialplan.yaml", None)
        return lint(load_plan(source), [rules[name]], today, language)

    return findings
