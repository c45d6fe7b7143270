"""Charts: what is counted, what the picture says to those who do not see it, and in a browser."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from socialplan import rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.plan import Plan
from socialplan.rendering import charts
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, make
from socialplan.views.charts import Charts, Figure, charts_of
from socialplan.views.window import Window, days_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import playwright.sync_api as playwright

TODAY = date(2026, 12, 3)
NASTY = (
    "</title></style><script>window.harmed=1</script><img src=x onerror='window.harmed=1'>\u202e"
)
LONG = "長" * 3000 + "w" * 3000
CADENCE = [{"format": "post", "days": ["tue"], "at": "12:00"}]


def plan_of(name: str = "IG", **more: Any) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": name,
            "brand": {"name": "Bear", "market": "TW"},
            "period": {"start": "2026-11-30", "end": "2026-12-20"},
            "team": [{"id": "an", "name": name, "hours_per_week": 6}],
            "personas": [{"id": "near", "name": name, "quote": name, "challenges": [name]}],
            "pillars": [
                {"id": "a", "name": name, "share": 0.6, "personas": ["near"]},
                {"id": "b", "name": "B", "share": 0.4},
            ],
            "accounts": [
                {
                    "id": "ig",
                    "platform": "instagram",
                    "name": name,
                    "positioning": name,
                    "personas": ["near"],
                    "leads_to": ["fb", name],
                    "cadence": CADENCE,
                },
                {"id": "fb", "platform": "facebook-page"},
            ],
            "funnel": [
                {"step": "attract", "rate": "follow", "baseline": "2%", "target": "4%"},
                {"from": name, "to": "members", "target": "22%"},
            ],
            "goals": [
                {
                    "statement": name,
                    "metric": "followers",
                    "baseline": {"value": 100, "date": "2026-11-01"},
                    "history": [{"date": "2026-12-01", "value": 150}],
                    "target": 300,
                    "due": "2026-12-31",
                    "persona": "near",
                },
                {"statement": "二", "metric": "reach", "baseline": 5, "target": 3},
                {"kind": "value", "statement": name, "signals": [name], "review_question": name},
            ],
            "posts": [
                {"accounts": ["ig", "fb"], "at": "2026-12-01 12:00", "pillar": "a", "author": "an"},
                {"account": "ig", "at": "2026-12-02 12:00", "pillar": "a", "author": "an"},
                {"account": "ig", "at": "2026-12-15 12:00", "pillar": "b", "author": "zz"},
                {"account": "fb", "at": "2026-12-16 12:00", "pillar": "b", "status": "cancelled"},
            ],
            **more,
        }
    )


def asked(plan: Plan, days: Window | None = None, view: str = "plan") -> Asked:
    calendar = calendar_of(plan, TODAY)
    return Asked(plan, calendar, TODAY, days or days_shown(view, calendar, TODAY, None, None), "en")


def drawn(plan: Plan) -> Charts:
    return charts_of(asked(plan))


def rows(figure: Figure | None) -> list[tuple[Any, ...]]:
    assert figure is not None
    return [(row.name or row.word or row.day, *row.values) for row in figure.rows]


def picture(figure: Figure | None, language: str = "en") -> ElementTree.Element:
    assert figure is not None
    page = Page("plan", None, language, language)
    return ElementTree.fromstring(charts.drawn(page, figure, "c"))


def test_posts_are_counted_by_account_and_week_and_open_slots_apart() -> None:
    figure = drawn(plan_of()).posts
    assert figure is not None
    assert figure.series == ("IG", "Facebook Page", "open")
    assert rows(figure) == [
        (date(2026, 11, 30), 2, 1, 0),
        (date(2026, 12, 7), 0, 0, 1),
        (date(2026, 12, 14), 1, 0, 0),
    ]


def test_many_weeks_become_months_and_many_months_years() -> None:
    def unit(end: str) -> tuple[str, int]:
        posts = [{"account": "fb", "at": f"{day} 12:00"} for day in ("2026-12-01", end)]
        figure = drawn(plan_of(posts=posts)).posts
        assert figure is not None
        return figure.unit, len(figure.rows)

    assert unit("2027-05-20") == ("week", 25)
    assert unit("2027-08-01") == ("month", 9)
    assert unit("2036-11-01") == ("year", 11)


def test_shares_load_funnel_and_goals_are_worked_out() -> None:
    found = drawn(plan_of())
    assert rows(found.pillars) == [
        ("IG", 0.6, pytest.approx(2 / 3)),
        ("B", 0.4, pytest.approx(1 / 3)),
    ]
    assert rows(found.load) == [("IG", 0.7, 2), ("zz", 0.3, 1)]
    assert rows(found.funnel) == [("funnel-attract", 0.02, 0.04), ("IG → members", None, 0.22)]
    assert rows(found.goals)[0] == ("followers and friends", 0.25, pytest.approx(32 / 60))


def test_a_plan_without_numbers_has_no_charts() -> None:
    bare = Plan.model_validate({"socialplan": 1, "title": "B", "brand": {"name": "B"}})
    assert drawn(bare) == Charts(None, None, None, None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_tells_all_its_figures_in_words(language: str) -> None:
    found = drawn(plan_of())
    for figure in (found.goals, found.pillars, found.posts, found.load, found.funnel):
        svg = picture(figure, language)
        assert svg.get("role") == "img"
        title, said = svg.findtext("title"), svg.findtext("desc")
        assert title
        assert said
        assert said.count(";" if language == "en" else "；") == len(rows(figure)) - 1
    assert "22%" in (picture(found.funnel).findtext("desc") or "")


def test_a_picture_needs_no_style_and_takes_the_colours_of_the_page() -> None:
    text = ElementTree.tostring(picture(drawn(plan_of()).posts), encoding="unicode")
    assert "style=" not in text
    assert "font-family" not in text
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) <= {
        "var(--tone-1)", "var(--tone-2)", "var(--edge)", "var(--line)", "currentColor", "none"
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_axis_crosses_no_name_and_no_value(language: str) -> None:
    for figure in (drawn(plan_of()).goals, drawn(plan_of(LONG)).pillars):
        svg = picture(figure, language)
        words = [one for one in svg.iter("text") if one.get("class") in ("row", "value")]
        halo = 2  # half of the stroke that keeps words clear of the grid, and half the axis
        assert words
        assert all(float(one.get("x", "")) > halo for one in words)


def test_long_names_are_cut_in_the_picture_only() -> None:
    svg = picture(drawn(plan_of(LONG)).pillars)
    labels = [one.text or "" for one in svg.iter("text") if one.get("class") == "row"]
    assert any(label.endswith("…") for label in labels)
    assert all(len(label) < 40 for label in labels)


@pytest.fixture
def tab(browser: playwright.Browser) -> Iterator[playwright.Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("view", ["goals", "personas", "platforms"])
@pytest.mark.parametrize("name", ["小熊", NASTY, LONG], ids=["plain", "nasty", "long"])
def test_pages_fit_every_width_let_everybody_in_and_run_nothing(
    view: str,
    name: str,
    tab: playwright.Page,
    barriers: Callable[[playwright.Page], list[str]],
    tmp_path: Path,
) -> None:
    wanted = asked(plan_of(name), view=view)
    language = {"goals": "zh-TW", "personas": "zh-CN", "platforms": "en"}[view]
    file = tmp_path / "page.html"
    page = Page(view, make(view, wanted, "html"), language, language)
    file.write_text(rendering.render(page, "html"), encoding="utf-8")
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(file.as_uri())
    for width in (390, 1024, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate("window.harmed === undefined")
    assert said == []
    if name != LONG:
        assert barriers(tab) == []
        tab.emulate_media(color_scheme="dark")
        assert barriers(tab) == []


@pytest.mark.parametrize("language", ["en", "zh-TW"])
def test_two_goals_and_their_chart_share_a_sheet_of_paper(
    tab: playwright.Page, tmp_path: Path, language: str
) -> None:
    folder = Path(__file__).parent.parent / "examples" / "cafe-taiwan"
    loaded = load_plan(read_plan(folder / "socialplan.yaml"))
    made = Composer(loaded, date(2026, 11, 21), language, language)
    page = made.page("goals", "html", made.window("goals", "html", Days()))
    assert len(page.view.goals) == 4
    file = tmp_path / "goals.html"
    file.write_text(rendering.render(page, "html"), encoding="utf-8")
    tab.goto(file.as_uri())
    paper = tab.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 2
