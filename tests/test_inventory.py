"""Every idea of the source documents is mapped to something that exists."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from socialplan.cli import COMMANDS
from socialplan.facts import PLATFORMS, metric, plan_table_metrics
from socialplan.rules import all_rules
from socialplan.source import read_plan

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "inventory.md"
EXAMPLES = ROOT / "examples"

ROWS = {"S0": 42, "S1": 33, "S2": 36, "S3": 23}
"""How many ideas each document has; the numbers in a document have no gaps."""

LINE = re.compile(r"^\| (?P<row>S\d\.\d+) \| (?P<idea>[^|]+) \| (?P<where>.+) \|$", re.MULTILINE)
MENTION = re.compile(r"`(?P<kind>[a-z0-9-]+): (?P<what>[^`]+)`")
STEP = re.compile(r"(?P<key>[A-Za-z_]\w*)|\[(?P<item>[^\]]+)\]")


class Mention(NamedTuple):
    """One place that a row names."""

    row: str
    kind: str
    what: str

    def __str__(self) -> str:
        return f"{self.row}-{self.kind}-{self.what}"


def _rows() -> dict[str, str]:
    return {m["row"]: m["where"] for m in LINE.finditer(PAGE.read_text("utf-8"))}


def _mentions() -> list[Mention]:
    return [
        Mention(row, mention["kind"], mention["what"])
        for row, where in _rows().items()
        for mention in MENTION.finditer(where)
    ]


@cache
def _plan(name: str) -> dict[str, Any]:
    return read_plan(EXAMPLES / name / "socialplan.yaml").data


def _item(value: list[Any], name: str) -> Any:
    if name.isdigit():
        return value[int(name)]
    return next(item for item in value if item.get("id") == name)


def _at(value: Any, path: str) -> Any:
    """Follow a path such as `goals[friends].target`; brackets hold an id or a position."""
    for step in STEP.finditer(path):
        value = value[step["key"]] if step["key"] else _item(value, step["item"])
    return value


def _exists(kind: str, what: str) -> bool:
    if kind == "rule":
        return any(what == rule.name for rule in all_rules())
    if kind == "view":
        from socialplan.views import VIEWS

        return what in VIEWS
    if kind == "template":
        plans = files("socialplan_templates") / "plans"
        return any(what in entry.name for entry in plans.iterdir())
    known = {
        "command": what in COMMANDS,
        "platform": what in PLATFORMS,
        "metric": metric(what) is not None,
    }
    return known[kind]


def test_every_row_is_there_once_and_leads_somewhere() -> None:
    expected = [f"{source}.{n}" for source, count in ROWS.items() for n in range(1, count + 1)]
    assert [m["row"] for m in LINE.finditer(PAGE.read_text("utf-8"))] == expected
    lost = [r for r, w in _rows().items() if not MENTION.search(w) and "*later*" not in w]
    assert not lost


@pytest.mark.parametrize("mention", _mentions(), ids=str)
def test_what_a_row_names_exists(mention: Mention) -> None:
    if (EXAMPLES / mention.kind).is_dir():
        assert _at(_plan(mention.kind), mention.what) not in (None, "", [], {})
    else:
        assert _exists(mention.kind, mention.what)


def test_all_goal_metrics_of_the_plan_table_are_known() -> None:
    assert len(plan_table_metrics()) == 18
