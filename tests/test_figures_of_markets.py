"""Figures of users are of the market that is asked for, or of the world; never of a foreign one."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan import facts, rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.rendering.page import Page
from socialplan.source import read_text
from socialplan.views.comparison import comparison, limits

if TYPE_CHECKING:
    from socialplan.views.comparison import PlatformRow

PLAN = """\
socialplan: 1
title: Shop
brand: {name: Bear, market: US, timezone: America/Chicago}
accounts:
  - {id: tube, platform: youtube}
  - {id: page, platform: facebook-page}
  - {id: tik, platform: tiktok}
"""


def rows(market: str | None) -> dict[str, PlatformRow]:
    view = comparison(facts.PLATFORMS, market, "en")
    return {one.slug: one for one in view.platforms}


@pytest.mark.parametrize("market", ["US", "HK", "TW", "CN", "world"])
def test_only_the_market_and_the_world_are_told(market: str) -> None:
    for row in rows(market).values():
        assert row.users is None or row.users.market in (market, "world")
        assert {one.market for one in row.ages} <= {market, "world"}


def test_the_market_comes_before_the_world() -> None:
    assert rows("TW")["facebook-page"].users != rows("US")["facebook-page"].users
    users = rows("US")["facebook-page"].users
    assert users is not None
    assert users.market == "world"
    assert rows("US")["youtube"].users is None
    assert rows("US")["youtube"].ages == ()


def test_who_asks_of_no_market_gets_figures_with_their_markets() -> None:
    youtube = rows(None)["youtube"]
    assert youtube.users is not None
    assert youtube.users.market == "TW"
    for row in rows(None).values():
        assert len({one.market for one in row.ages}) <= 1
    view = comparison(("youtube",), None, "en")
    page = rendering.render(Page("comparison", view, "en", "en"), "markdown")
    assert "| Taiwan 18.4M" in page
    assert "| Taiwan 79.9% of ages 55-65" in page


def plan_page(form: str) -> str:
    made = Composer(load_plan(read_text(PLAN, "p.yaml", None)), date(2026, 11, 22), "en", "en")
    return rendering.render(
        made.page("platforms", form, made.window("platforms", form, Days())), form
    )


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_plan_is_told_where_nothing_is_known_of_its_market(form: str) -> None:
    page = " ".join(plan_page(form).split())
    assert page.count("socialplan has no figures for this market (United States).") == 2 * (
        1 + (form == "html")
    )
    assert "18.4M" not in page
    assert "79.9%" not in page


def test_tables_and_json_say_the_same() -> None:
    tube, page, _ = csv.DictReader(plan_page("csv").lstrip("\ufeff").splitlines())
    assert tube["Active users"] == tube["Users of"] == tube["Ages"] == ""
    assert page["Users of"] == "world"
    known = [one["platform"]["users"] for one in json.loads(plan_page("json"))["accounts"]]
    assert [one and one["market"] for one in known] == [None, "world", None]


@pytest.mark.parametrize(
    ("market", "said"),
    [("US", "socialplan has no figures for this market (United States)."), ("TW", "Taiwan 18.4M")],
)
def test_the_page_of_one_platform_says_so_too(market: str, said: str) -> None:
    page = rendering.render(Page("limits", limits("youtube", market, "en"), "en", "en"), "markdown")
    assert said in page
