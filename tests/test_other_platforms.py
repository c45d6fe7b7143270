"""Accounts at places that socialplan does not know: they go by the name that the plan gives."""

from __future__ import annotations

import re
from datetime import date

import pytest

from socialplan import rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.rendering import suiting
from socialplan.source import read_text
from socialplan.views import VIEWS

PLAN = """\
socialplan: 1
title: Shop
kind: [community]
brand: {name: Bear, market: TW}
period: {start: 2026-11-01, end: 2026-12-31}
accounts:
  - {id: board, platform: other, name: 公佈欄, followers: 3, cadence: [{days: [tue], at: "10:00"}]}
  - {id: bare, platform: other, handle: "@b"}
competitors: [{name: Peer, platform: other}]
posts:
  - {id: p1, account: board, at: 2026-11-24 10:00, title: One, text: Hello, status: in_review}
  - {id: p2, account: bare, at: 2026-11-26 10:00, title: Two, text: Hello there, status: in_review}
community: {groups: [board, bare]}
"""
TODAY = date(2026, 11, 23)
WORDS = {"en": "other platform", "zh-TW": "其他平台", "zh-CN": "其他平台"}
PAIRS = [
    (view, form)
    for view in VIEWS
    for form in suiting.formats_of(view)
    if form not in ("json", *rendering.BINARY)
]


def page(view: str, form: str, language: str = "zh-TW") -> str:
    made = Composer(load_plan(read_text(PLAN, "socialplan.yaml", None)), TODAY, language, language)
    return rendering.render(made.page(view, form, made.window(view, form, Days())), form)


@pytest.mark.parametrize(("view", "form"), PAIRS)
def test_no_page_names_a_place_by_our_key(view: str, form: str) -> None:
    text = re.sub(r"<(style|script)\b.*?</\1>", "", page(view, form), flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", " ", text)
    assert not re.findall(r"\bother\b", shown)


@pytest.mark.parametrize("language", WORDS)
def test_a_place_without_a_name_is_another_platform(language: str) -> None:
    sheet = page("sheet", "markdown", language)
    assert f"## {WORDS[language].capitalize()} @b" in sheet
    assert "## 公佈欄\n" in sheet
    assert f",{WORDS[language].capitalize()}," in page("agenda", "csv", language)
    assert ",公佈欄,公佈欄," in page("agenda", "csv", language)


@pytest.mark.parametrize("view", ["plan", "platforms", "community", "brief"])
def test_other_views_say_it_too_and_say_no_name_twice(view: str) -> None:
    text = page(view, "html" if view == "brief" else "markdown")
    assert "其他平台" in text
    assert "公佈欄（公佈欄" not in text
