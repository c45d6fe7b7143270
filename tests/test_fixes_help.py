"""Every fix that is offered helps: what it mends is gone, and nothing is refused in its place."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.finding import Safety, Severity
from socialplan.fixing import mend
from socialplan.linting import lint
from socialplan.linting.examples import completed
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.finding import Finding
    from socialplan.rule import Rule

RULES = all_rules()
TOP = """\
socialplan: 1
title: Example
period: {start: 2026-12-01, end: 2026-12-31}
brand: {name: Bear, market: TW}
team: [{id: amy, name: Amy}, {id: bob, name: Bob}]
"""
SLIPS = """\
24:00|yes|no|20.00|12:5|8pm|晚上8點|0777|1,000|1 000|1.5萬|10k|50%|１２００
2026/12/1|2026/12/1 20:00|2026-12-01 24:00|2026-13-01|12/1|12/1 20:00|115/12/1|2026年12月1日
#a|'#a'|'#a #b'|a #b|@a|amy, bob|amy、bob|三|三、五|wed fri|每天|2026-12-01 8:00 pm
TWD 3,000|NT$3000|25~34|25－34歲|Asia/Taipe|台北|Idea|草稿|22:00~08:00|instagran|Post
""".replace("\n", "|")
PLACES = {
    "goals: [{id: g, statement: Reach, KEY: VALUE}]": "target due baseline main hours accounts",
    "posts:\n  - title: A\n    KEY: VALUE": "at hashtags status text note author assets approved",
    "accounts:\n  - id: ig\n    platform: instagram\n    KEY: VALUE": "followers timezone staff",
    "accounts:\n  - id: ig\n    KEY: VALUE": "platform",
    "accounts:\n  - id: ig\n    platform: instagram\n    cadence:\n      - format: post\n"
    "        rrule: FREQ=DAILY\n        KEY: VALUE": "days at every until except",
    "personas:\n  - id: p\n    name: P\n    KEY: VALUE": "age interests",
    "workflow:\n  KEY: VALUE": "approval remind quiet_hours blackouts",
    "campaigns:\n  - id: c\n    name: C\n    KEY: VALUE": "period budget",
    "reviews:\n  every: month\n  KEY: VALUE": "day",
}
REFERENCES = ("author", "staff", "accounts", "platform")
"""Where any text has the right shape, whether it names something or not."""


def found(texts: Mapping[str, bytes], text: str) -> list[Finding]:
    source = read_text(texts.get("<stdin>", text.encode()), "<stdin>", None)
    return lint(load_plan(source), RULES, date(2026, 11, 21))


def mended_by(one: Finding, text: str) -> dict[str, bytes]:
    """The plan with one fix made."""
    left = [one]
    mended = mend(
        lambda texts: read_text(texts.get("<stdin>", text.encode()), "<stdin>", None),
        lambda _: [left.pop()] if left else [],
        set(Safety),
    )
    return {file.name: file.after for file in mended.files}


def errors(findings: list[Finding]) -> Counter[tuple[str, str]]:
    said = [one for one in findings if one.severity is Severity.ERROR]
    return Counter((one.code, one.message) for one in said if one.code.startswith("PLN"))


def in_vain(text: str, name: str) -> list[str]:
    """The fixes of a plan that do not help."""
    told = []
    before = found({}, text)
    for one in (one for one in before if one.fix is not None):
        after = found(mended_by(one, text), text)
        same = [left for left in after if (left.code, left.place) == (one.code, one.place)]
        new = errors(after) - errors(before)
        names_nothing = one.code == "PLN109" and name in REFERENCES
        if same or (new and not names_nothing):
            told.append(f"{name}: {one.message}: {one.fix and one.fix.title}: {same or new}")
    return told


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fix], ids=str)
def test_the_fixes_of_examples_help(rule: Rule) -> None:
    for language in rule.bad_examples:
        assert in_vain(completed(rule.bad(language)), str(rule)) == []


@pytest.mark.parametrize("place", PLACES, ids=PLACES.__getitem__)
def test_the_fixes_of_values_help(place: str) -> None:
    told = []
    for key in PLACES[place].split():
        for value in filter(None, SLIPS.split("|")):
            text = TOP + place.replace("KEY", key).replace("VALUE", value) + "\n"
            told += in_vain(text, key)
    assert told == []
