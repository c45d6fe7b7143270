"""A post whose date nobody can read stands on no day: pages of days name it all the same."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan import rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.source import read_text

if TYPE_CHECKING:
    from socialplan.rendering.page import Page

PLAN = """\
socialplan: 1
title: Example
brand: {name: Bear, market: TW}
period: {start: 2026-11-01, end: 2026-11-30}
accounts:
  - {id: ig, platform: instagram}
  - {id: line, platform: line-oa}
posts:
  - {id: fine, account: ig, at: 2026-11-25 20:00, title: Fine, text: Hello}
  - {id: off, account: ig, at: 2026-13-40, title: Off, text: Hello, status: cancelled}
  - {id: soon, account: ig, at: next tuesday, title: "So*on* <b>", text: Hello}
"""
MORE = "".join(
    f"  - {{id: n{n}, account: line, at: whenever, title: No {n}, text: Hello}}\n"
    for n in range(30)
)
TODAY = date(2026, 11, 23)


def page(view: str, text: str = PLAN, language: str = "en", form: str = "json") -> Page:
    made = Composer(load_plan(read_text(text, "p.yaml", None)), TODAY, language, language)
    return made.page(view, form, made.window(view, form, Days()))


@pytest.mark.parametrize("view", ["week", "month"])
def test_the_view_holds_what_it_cannot_place(view: str) -> None:
    assert [one.id for one in page(view).view.misdated] == ["soon"]
    plain = PLAN.replace("next tuesday", "2026-11-26 20:00")
    assert page(view, plain).view.misdated == ()


@pytest.mark.parametrize("view", ["week", "month"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Date not readable: ✎ So*on* <b> (Instagram)"),
        ("zh-TW", "日期看不懂：✎ So*on* <b>（Instagram）"),
        ("zh-CN", "日期看不懂：✎ So*on* <b>（Instagram）"),
    ],
)
def test_a_line_names_it(view: str, language: str, said: str) -> None:
    terminal = rendering.render(page(view, PLAN, language), "terminal")
    assert f"\n{said}\n" in terminal
    markdown = rendering.render(page(view, PLAN, language), "markdown")
    assert "So\\*on\\* " in markdown
    assert "<b>" not in markdown
    html = rendering.render(page(view, PLAN, language, "html"), "html")
    line = next(one for one in html.splitlines() if "So*on* &lt;b&gt;" in one and "warn" in one)
    assert re.sub(r"<[^>]*>", "", line).replace("&lt;b&gt;", "<b>").strip() == said


@pytest.mark.parametrize("view", ["week", "month"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_of_very_many_the_rest_is_counted(view: str, form: str) -> None:
    shown = rendering.render(page(view, PLAN + MORE, "en", form), form)
    assert "No 3" in shown
    assert "No 29" not in shown
    assert "and 23 more" in shown


@pytest.mark.parametrize("view", ["week", "month"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_plan_of_readable_dates_says_nothing_of_it(view: str, form: str) -> None:
    plain = PLAN.replace("next tuesday", "2026-11-26 20:00")
    assert "Date not readable" not in rendering.render(page(view, plain, "en", form), form)


@pytest.mark.parametrize("view", ["week", "month"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_it_is_named_where_nothing_else_is(view: str, form: str) -> None:
    alone = "".join(line for line in PLAN.splitlines(True) if "id: fine" not in line)
    shown = rendering.render(page(view, alone, "en", form), form)
    assert "Date not readable" in shown
