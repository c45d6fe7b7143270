"""Every view in every format that suits it: whole, valid and harmless, whatever the plan."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import icalendar
import pytest
from openpyxl import load_workbook

from socialplan.escaping import begins_formula
from socialplan.plan import Plan
from socialplan.rendering import BINARY, FORMATS, render, render_bytes
from socialplan.rendering.page import Page
from socialplan.rendering.suiting import WHY_NOT
from socialplan.slots import calendar_of
from socialplan.views import VIEWS, Asked, make
from socialplan.views.window import days_shown

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 25)
PAIRS = [(view, form) for view in VIEWS for form in FORMATS if (view, form) not in WHY_NOT]
HOSTILE = (
    "=1+1 <marquee onclick=alert(1)>x</marquee> <script>alert(2)</script> ]]> --> {{7*7}} "
    "%s | `x` [a](b) "
    "\x00\x07\x1b[31mred\x9b2J \u202ertl\u202c \u2066x\u2069 \ufeff \ufffe \r\n"
    "BEGIN:VALARM\n# head\u2028- list ☺️ 👩‍👩‍👧‍👦 "
)
LONG = "=" + "長" * 10_000
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
NEVER = re.compile(f"[{CONTROLS}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What no file holds as it is: controls, halves of characters, marks that reorder."""


def full(text: str) -> Plan:
    """A plan that says the same thing everywhere."""
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": text,
            "purpose": text,
            "brand": {"name": text, "market": "TW", "promise": text},
            "period": {"start": "2026-11-23", "end": "2026-12-20"},
            "team": [{"id": "an", "name": text, "roles": ["publisher"]}],
            "personas": [
                {"id": "p", "name": text, "quote": text, "challenges": [text], "habits": text}
            ],
            "pillars": [{"id": "news", "name": text}],
            "goals": [
                {
                    "id": "g",
                    "main": True,
                    "statement": text,
                    "metric": "followers",
                    "baseline": {"value": 540, "date": "2026-11-15"},
                    "target": 830,
                    "due": "2026-12-20",
                    "evidence": text,
                    "accounts": ["line"],
                },
                {"id": "v", "kind": "value", "statement": text, "signals": [text]},
            ],
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "name": text,
                    "handle": text,
                    "owner": "an",
                    "limits": [text],
                    "personas": ["p"],
                    "positioning": text,
                    "leads_to": [text],
                    "cadence": [
                        {
                            "format": "broadcast",
                            "days": ["wed", "fri"],
                            "at": "20:00",
                            "title": text,
                        }
                    ],
                },
                {"id": "group", "platform": "line-openchat", "name": text},
            ],
            "community": {
                "purpose": text,
                "groups": ["group"],
                "rules": [text],
                "stages": [{"stage": "invite", "tasks": [{"what": text, "due": "2026-11-20"}]}],
                "rituals": [
                    {
                        "kind": "discussion",
                        "account": "group",
                        "days": ["thu"],
                        "at": "10:00",
                        "title": text,
                        "topics": [text],
                    }
                ],
                "scripts": [{"kind": "welcome", "title": text, "text": text}],
                "events": [{"title": text, "at": "2026-11-28"}],
            },
            "posts": [
                {
                    "id": "one",
                    "account": "line",
                    "at": "2026-11-25 20:00",
                    "format": "broadcast",
                    "title": text,
                    "text": text,
                    "note": text,
                    "persona": "p",
                    "pillar": "news",
                    "goal": "g",
                    "author": "an",
                    "link": text,
                    "hashtags": ["a"],
                    "call_to_action": text,
                },
                {"id": "undated", "account": "line", "title": "WITHOUT-DATE"},
                {"id": "lost", "account": "gone", "at": "2026-11-26 09:30", "title": "NO-ACCOUNT"},
            ],
        }
    )


def ten_years() -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": "x",
            "brand": {"name": "x"},
            "period": {"start": "2026-01-01", "end": "2035-12-31"},
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "cadence": [
                        {"format": "broadcast", "every": "month", "days": ["mon"], "at": "20:00"}
                    ],
                }
            ],
        }
    )


def bare() -> Plan:
    return Plan.model_validate({"socialplan": 1, "title": "x", "brand": {"name": "x"}})


PLANS: dict[str, Callable[[], Plan]] = {
    "hostile": lambda: full(HOSTILE),
    "long": lambda: full(LONG),
    "ten years": ten_years,
    "bare": bare,
}
made_plan = cache(lambda name: PLANS[name]())


class Strict(HTMLParser):
    """Refuses elements that are not closed, and whatever could run or reach out."""

    VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.scripts: list[str] = []
        self.policy = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("iframe", "object", "embed", "base", "marquee"), tag
        assert len(dict(attrs)) == len(attrs), attrs
        self.policy |= "default-src 'none'" in (dict(attrs).get("content") or "")
        for name, value in attrs:
            assert not name.startswith("on"), attrs
            assert name != "style", attrs
            if name in ("href", "src"):
                assert re.match(r"https?://|#|data:image/|data:,$|mailto:", value or ""), attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open, tag
            assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)


def check_html(text: str) -> None:
    parser = Strict()
    parser.feed(text)
    parser.close()
    assert not parser.open
    assert parser.policy
    assert not any("alert(" in script for script in parser.scripts)
    assert not re.search(f"[{CONTROLS}]", text)  # HTML keeps apart what reorders, by `bdi`


def check_ics(text: str) -> None:
    assert re.search("(?<!\r)\n", text) is None
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert not NEVER.search(text)
    assert "\r\nBEGIN:VALARM\r\n#" not in text
    assert icalendar.Calendar.from_ical(text).walk("VCALENDAR")


def check_csv(text: str) -> None:
    assert text.startswith("\ufeff")
    assert not NEVER.search(text)
    rows = list(csv.reader(StringIO(text[1:], newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    for cell in (cell for row in rows for cell in row):
        assert not begins_formula(cell) or cell.startswith("'") or re.fullmatch(r"-[\d.e-]+", cell)


def check_xlsx(content: bytes) -> None:
    for sheet in load_workbook(BytesIO(content)):
        assert sheet["A1"].value
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            assert not (isinstance(cell.value, str) and NEVER.search(cell.value))


def check_json(text: str) -> None:
    assert isinstance(json.loads(text), dict)
    assert not NEVER.search(text)


def check_text(text: str) -> None:
    assert text.endswith("\n")
    assert not NEVER.search(text)


CHECKS: dict[str, Callable[[str], None]] = {
    "terminal": check_text,
    "markdown": check_text,
    "html": check_html,
    "ics": check_ics,
    "csv": check_csv,
    "json": check_json,
}


def page_of(view: str, form: str, plan: Plan) -> Page:
    calendar = calendar_of(plan, TODAY)
    window = days_shown(view, calendar, TODAY, None, None)
    made = make(view, Asked(plan, calendar, TODAY, window, "zh-TW"), form)
    return Page(view, made, "zh-TW", "zh-TW")


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(("view", "form"), PAIRS)
def test_it_is_valid_and_harmless(view: str, form: str, plan: str) -> None:
    page = page_of(view, form, made_plan(plan))
    if form in BINARY:
        check_xlsx(render_bytes(page, form))
    else:
        CHECKS[form](render(page, form))


def shown(view: str, form: str) -> str:
    page = page_of(view, form, made_plan("hostile"))
    if form not in BINARY:
        return render(page, form)
    book = load_workbook(BytesIO(render_bytes(page, form)))
    return " ".join(str(one) for sheet in book for row in sheet.values for one in row)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv", "xlsx", "json"])
@pytest.mark.parametrize("view", ["agenda", "board", "sheet"])
def test_what_has_no_date_and_what_has_lost_its_account_is_still_there(
    view: str, form: str
) -> None:
    text = shown(view, form)
    assert "NO-ACCOUNT" in text or "NO\\-ACCOUNT" in text
    assert "WITHOUT-DATE" in text or "WITHOUT\\-DATE" in text
