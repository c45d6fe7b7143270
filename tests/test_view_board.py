"""The board: what stands in which column, on wide and narrow screens, and when it is empty."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialplan import rendering
from socialplan.plan import Plan
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.translating import LANGUAGES
from socialplan.views import Asked
from socialplan.views.board import BoardView, board
from socialplan.views.filtering import Filter
from socialplan.views.window import Window, days_shown

TODAY = date(2026, 12, 3)
NASTY = "x\x1b[31m\u202egnp.exe\n# [a](javascript:b) | <script>alert(1)</script>"


def plan_of(*posts: dict[str, Any]) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": "Bear",
            "brand": {"name": "Bear", "market": "TW"},
            "period": {"start": "2026-11-30", "end": "2026-12-13"},
            "team": [{"id": "an", "name": "安安"}],
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
                },
                {"id": "ig", "platform": "instagram"},
            ],
            "posts": list(posts),
        }
    )


POSTS: tuple[dict[str, Any], ...] = (
    {"id": "out", "account": "line", "at": "2026-12-02 20:00", "title": "O", "status": "published"},
    {"id": "now", "account": "line", "at": "2026-12-04 20:00", "title": "N", "status": "draft"},
    {"id": "past", "account": "ig", "at": "2026-12-01 12:00", "title": "P", "status": "draft"},
    {"id": "loose", "account": "ig", "title": "L", "status": "draft"},
    {"id": "idea", "account": "ig", "title": "I"},
    {"id": "gone", "account": "ig", "title": "G", "status": "cancelled"},
)


def view(plan: Plan, *, days: Window | None = None, **chosen: tuple[str, ...]) -> BoardView:
    calendar = calendar_of(plan, TODAY)
    window = days or days_shown("board", calendar, TODAY, None, None)
    return board(Asked(plan, calendar, TODAY, window, "en", Filter(**chosen)))


def written(shown: BoardView, form: str, language: str = "en", width: int = 100) -> str:
    return rendering.render(Page("board", shown, language, language, width=width), form)


def ids(shown: BoardView) -> dict[str, list[str | None]]:
    return {
        column.status: [card.item.id for card in (*column.cards, *column.undated)]
        for column in shown.columns
    }


def test_columns_follow_the_work_and_what_has_no_date_comes_last() -> None:
    shown = view(plan_of(*POSTS))
    assert ids(shown) == {
        "open": [None, None],
        "idea": ["idea"],
        "draft": ["past", "now", "loose"],
        "in_review": [],
        "approved": [],
        "scheduled": [],
        "published": ["out"],
        "cancelled": ["gone"],
    }
    assert [card.item.id for column in shown.columns for card in column.cards if card.is_late] == [
        "past"
    ]


def test_days_and_filters_narrow_the_board_but_ideas_stay() -> None:
    week = Window(date(2026, 12, 7), date(2026, 12, 13))
    assert ids(view(plan_of(*POSTS), days=week))["draft"] == ["loose"]
    assert ids(view(plan_of(*POSTS), status=("draft",))) == {"draft": ["past", "now", "loose"]}
    only = ids(view(plan_of(*POSTS), account=("ig",)))
    assert only["open"] == only["published"] == []


def test_slots_of_days_gone_are_counted_not_offered() -> None:
    first = view(plan_of()).columns[0]
    assert (first.count, first.passed) == (3, 1)
    assert "1 slot of days that have gone" in written(view(plan_of()), "terminal")


def test_columns_stand_beside_each_other_where_there_is_room() -> None:
    shown = view(plan_of(*POSTS))
    wide = written(shown, "terminal", width=100).splitlines()
    assert any("open slot  2" in line and "idea  1" in line for line in wide)
    narrow = written(shown, "terminal", width=60).splitlines()
    assert not any("open slot  2" in line and "idea  1" in line for line in narrow)
    assert all(len(line) <= 60 for line in narrow)


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_has_a_section_for_each_column(language: str) -> None:
    page = written(view(plan_of(*POSTS)), "markdown", language)
    assert page.count("\n## ") == 8
    assert page.index("\n## ◌") < page.index("\n## ✎") < page.index("\n## ✔")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_an_empty_board_says_what_to_do(form: str, language: str) -> None:
    plan = Plan.model_validate({"socialplan": 1, "title": "Bear", "brand": {"name": "Bear"}})
    assert "cadence" in written(view(plan), form, language)


def test_what_people_typed_is_shown_and_obeyed_by_nobody() -> None:
    shown = view(plan_of({"id": "n", "account": "ig", "title": NASTY, "status": "approved"}))
    for form in ("terminal", "markdown", "json"):
        page = written(shown, form)
        assert "\x1b" not in page
        assert "\u202e" not in page
    assert "<script>" not in written(shown, "markdown")
    assert "\n# \\[a" not in written(shown, "markdown")
