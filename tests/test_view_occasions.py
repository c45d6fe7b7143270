"""Festivals and days off on the pages: week, month and agenda, in every language and format."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from socialplan.loading import load_plan
from socialplan.rendering import render
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_text
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import Window

PLAN = """
socialplan: 1
title: Little Bear
brand: {{name: Little Bear, market: {market}}}
period: {{start: 2026-02-01, end: 2027-03-31}}
accounts:
  - {{id: shop, platform: instagram, cadence: [{{format: post, days: [mon], at: "12:00"}}]}}
"""
FEBRUARY = (date(2027, 2, 22), date(2027, 3, 7))


def view_of(view: str, market: str, days: tuple[date, date], **asked: Any) -> Any:
    plan = load_plan(read_text(PLAN.format(market=market), "socialplan.yaml", None)).plan
    language = asked.pop("language", "zh-TW")
    return make(
        view,
        Asked(plan, calendar_of(plan, days[0]), days[0], Window(*days), language, Filter(**asked)),
    )


def page_of(view: str, market: str, days: tuple[date, date], form: str, **asked: Any) -> str:
    language = asked.get("language", "zh-TW")
    made = view_of(view, market, days, **asked)
    return render(Page(view, made, language, language, width=100), form)


@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_a_sober_day_off_says_both(view: str, form: str) -> None:
    page = page_of(view, "TW", FEBRUARY, form)
    assert page.count("和平紀念日") == 2
    assert "（不宜促銷）" in page
    assert "補假" in page
    assert re.search(r"\b28\W* 休" if view == "month" else "✦ 放假", page)


@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_json_says_what_a_day_is(view: str) -> None:
    found = view_of(view, "TW", FEBRUARY)
    days = found.days if view != "month" else [d for m in found.months for w in m.weeks for d in w]
    (day,) = [one for one in days if one and one.date == date(2027, 2, 28)]
    (occasion,) = day.occasions
    assert (occasion.id, occasion.tone, occasion.off) == ("peace-memorial-day", "sober", True)
    assert '"tone": "sober"' in page_of(view, "TW", FEBRUARY, "json")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Make-up workdays of 2027 in mainland China are not announced yet."),
        ("zh-TW", "中國大陸尚未公布 2027 年的調休上班日。"),
        ("zh-CN", "中国大陆尚未公布 2027 年的调休上班日。"),
    ],
)
@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_what_is_not_announced_is_said_once(view: str, form: str, language: str, said: str) -> None:
    page = page_of(view, "CN", FEBRUARY, form, language=language)
    assert page.count(said) == 1
    assert "2027" not in page_of(view, "TW", (date(2026, 3, 2), date(2026, 3, 8)), form)


def test_a_make_up_workday_is_one() -> None:
    days = date(2026, 2, 23), date(2026, 3, 1)
    page = page_of("week", "CN", days, "terminal", language="zh-CN")
    assert "✦ 上班" in page
    assert "调休上班" in page
    assert "尚未" not in page


def test_spans_of_days_stand_above_and_only_where_they_are_sure() -> None:
    days = date(2026, 11, 2), date(2026, 11, 8)
    assert "✦ 双11 大促 10/15–11/11\n" in page_of("week", "CN", days, "terminal", language="zh-CN")
    assert view_of("week", "TW", days).windows == ()


def test_an_agenda_has_festivals_but_not_where_something_was_asked_for() -> None:
    december = date(2026, 12, 1), date(2026, 12, 31)
    christmas = date(2026, 12, 25)
    assert christmas in [day.date for day in view_of("agenda", "TW", december).days]
    filtered = view_of("agenda", "TW", december, account=("shop",))
    assert christmas not in [day.date for day in filtered.days]


def test_a_narrow_week_has_a_line_for_a_festival() -> None:
    made = view_of("week", "TW", FEBRUARY)
    page = render(Page("week", made, "zh-TW", "zh-TW", width=50), "terminal")
    assert "\n      ✦ 放假  和平紀念日（不宜促銷）\n" in page  # where posts of other days stand


@pytest.mark.parametrize("market", ["null", "XX", "FR"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
@pytest.mark.parametrize("view", ["week", "month", "agenda"])
def test_any_market_has_a_page(view: str, form: str, market: str) -> None:
    assert page_of(view, market, FEBRUARY, form)
