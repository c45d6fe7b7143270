"""Plan table, checklist and plan in a browser: they fit, filter, remember, print, obey nobody."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from socialplan.loading import load_plan
from socialplan.plan import Plan
from socialplan.rendering import render
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, make
from socialplan.views.window import days_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import playwright.sync_api as playwright

    Shown = Callable[..., playwright.Page]

VIEWS = ("sheet", "checklist", "plan")
TODAY = date(2026, 11, 30)
NASTY = (
    "<script>window.harmed=1</script><img src=x onerror='window.harmed=1'> </style></bdi></table>"
    '"><b data-in=a0> \u202egnp.exe \u2067x {{ 7*7 }} javascript:alert(1)'
)
LONG = "長" * 5000 + "w" * 5000
TYPED = re.compile(
    "title|name|promise|statement|evidence|quote|challenges?|habits|interests|job|tone|avoid|style"
    "|register|handle|positioning|limits|learn|because|how|found|change|questions|why|topics|rules"
    "|breach|attention|benefit|offer|scene|incentive|text|reward|limit|what|note|call_to_action"
    "|key_members|agreement|org|signals|caption|experience|trend"
)


def html_of(plan: Plan, view: str, language: str = "zh-TW") -> str:
    calendar = calendar_of(plan, TODAY)
    window = days_shown(view, calendar, TODAY, None, None)
    shown = make(view, Asked(plan, calendar, TODAY, window, language), "html")
    return render(Page(view, shown, language, language), "html")


def example(root: Path, name: str = "cafe-taiwan") -> Plan:
    return load_plan(read_plan(root / "examples" / name / "socialplan.yaml")).plan


def spoilt(thing: Any, key: str = "") -> Any:
    """Add something nasty to whatever people type."""
    if isinstance(thing, dict):
        return {name: spoilt(value, name) for name, value in thing.items()}
    if isinstance(thing, list):
        return [spoilt(one, key) for one in thing]
    return f"{thing}\n{NASTY}" if isinstance(thing, str) and TYPED.fullmatch(key) else thing


@pytest.fixture
def show(browser: playwright.Browser, tmp_path: Path) -> Iterator[Shown]:
    """Open a page as a file; what it says on the console, or loads, fails the test."""
    context = browser.new_context()
    said: list[str] = []

    def opened(page: str, width: int = 1280) -> playwright.Page:
        file = tmp_path / "page.html"
        file.write_text(page, "utf-8")
        found = context.new_page()
        found.set_viewport_size({"width": width, "height": 900})
        found.emulate_media(reduced_motion="reduce")
        found.on("console", lambda message: said.append(message.text))
        found.on("pageerror", lambda error: said.append(str(error)))
        found.on(
            "request",
            lambda one: None if one.url.startswith(("file:", "data:")) else said.append(one.url),
        )
        found.goto(file.as_uri())
        return found

    yield opened
    context.close()
    assert said == []


@contextmanager
def on_paper(page: playwright.Page) -> Iterator[None]:
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen")


def overflow(page: playwright.Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def rows(page: playwright.Page) -> int:
    return page.locator("tbody tr:visible").count()


def test_a_goal_of_which_the_table_says_all_has_no_card() -> None:
    def plan_of(goals: str) -> Plan:
        head = "socialplan: 1\nbrand: {name: 小熊}\n"
        return load_plan(read_text(f"{head}goals: [{goals}]\n", "x", None)).plan

    bare = plan_of("{statement: 翻倍}")
    told = plan_of("{statement: 翻倍}, {statement: 留存, data_source: 收銀}")
    assert html_of(bare, "plan").count('<article class="card">') == 0
    assert html_of(told, "plan").count('<article class="card">') == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_pages_exist_in_every_language_even_of_the_smallest_plan(view: str, language: str) -> None:
    small = load_plan(read_text("socialplan: 1\nbrand: {name: 小熊}\n", "small", None)).plan
    page = html_of(small, view, language)
    assert f'<html lang="{language}">' in page
    assert page.rstrip().endswith("</html>")
    assert "style=" not in page


@pytest.mark.parametrize("view", VIEWS)
def test_pages_fit_and_keep_nobody_out(
    show: Shown, barriers: Callable[[playwright.Page], list[str]], root: Path, view: str
) -> None:
    page = show(html_of(example(root, "mother-baby-wechat"), view, "zh-CN"), 1440)
    assert overflow(page) <= 0
    assert barriers(page) == []
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility())"
        ".map(h => +h.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    page.set_viewport_size({"width": 1024, "height": 900})
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 390, "height": 900})
    page.emulate_media(color_scheme="dark")
    assert overflow(page) <= 0
    assert barriers(page) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_that_people_type_is_obeyed(show: Shown, root: Path, view: str) -> None:
    data = read_plan(root / "examples/mother-baby-wechat/socialplan.yaml").data
    data = spoilt(data) | {"purpose": NASTY}
    data["posts"][0] |= {"link": {"url": "javascript:window.harmed=1"}, "text": LONG}
    data["posts"][1] |= {"link": {"url": 'https://a.example/"><b>'}, "title": LONG}
    page = show(html_of(Plan.model_validate(data), view), 390)
    assert page.evaluate("window.harmed") is None
    assert overflow(page) <= 0
    assert page.locator("main img, main b[data-in], main script").count() == 0
    links = page.locator("a:not([href^='#'])")
    for link in links.all():
        assert re.match(r"https?://", link.get_attribute("href") or "", re.IGNORECASE)
        assert link.get_attribute("rel") == "noreferrer noopener"
    text = page.locator("main").text_content() or ""
    assert "gnp.exe" in text
    assert "{{ 7*7 }}" in text


def test_the_table_is_filtered_and_its_head_stays(show: Shown, root: Path) -> None:
    page = show(html_of(example(root), "sheet"))
    every = rows(page)
    page.get_by_label("已排程").check()
    assert 0 < rows(page) < every
    assert page.locator(".account:visible").count() < 3, "accounts without a row go"
    page.get_by_label("已排程").uncheck()
    page.get_by_label("搜尋").fill("肉桂捲")
    assert 0 < rows(page) < every
    page.get_by_role("button", name="清除").first.click()
    assert rows(page) == every
    page.locator("tbody tr").nth(5).scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    page.wait_for_function("document.querySelector('thead').getBoundingClientRect().top === 0")


def test_a_post_is_a_card_on_a_phone_and_a_row_on_paper(show: Shown, root: Path) -> None:
    page = show(html_of(example(root), "sheet"), 390)
    assert not page.locator("thead").first.is_visible()
    card = page.locator("tbody tr").first
    assert card.locator(".content").bounding_box()["width"] > 300  # type: ignore[index]
    page.set_viewport_size({"width": 1123, "height": 794})
    with on_paper(page):
        styles = "e => [getComputedStyle(e).display, getComputedStyle(e).breakInside]"
        assert card.evaluate(styles) == ["table-row", "avoid"]
        head = page.locator("thead").first
        assert head.evaluate("e => getComputedStyle(e).display") == "table-header-group"
        assert not page.locator(".filtering").is_visible()


def test_ticks_are_remembered_counted_and_stay_off_the_paper(show: Shown, root: Path) -> None:
    made = html_of(example(root), "checklist")
    page = show(made)
    said = page.locator(".tools output")
    before = said.inner_text()
    box = page.locator("input[value$='/step/draft']:not([checked])").first
    same = page.locator(f"input[value='{box.get_attribute('value')}']")
    box.check()
    assert all(one.is_checked() for one in same.all()), "one step may stand in two lists"
    after = said.inner_text()
    assert after != before
    ink = "e => getComputedStyle(e, '::before').backgroundColor"
    with on_paper(page):
        assert box.evaluate(ink) == "rgba(0, 0, 0, 0)"
        assert page.locator("input[checked]").first.evaluate(ink) == "rgb(0, 0, 0)"
        assert not page.locator(".tools").is_visible()
    again = show(made)
    expect(again.locator(".tools output")).to_have_text(after)
    expect(said).to_have_text(after)
    again.get_by_role("button", name="隱藏已完成的").click()
    assert again.locator(".ticks input:checked:visible").count() == 0
    again.on("dialog", lambda dialog: dialog.accept())
    again.get_by_role("button", name="清除我打的勾").click()
    expect(said).to_have_text(before)  # the other window hears of it


def test_a_browser_that_keeps_nothing_says_so(show: Shown, root: Path) -> None:
    blocked = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error() }})"
    page = show(html_of(example(root), "checklist"))
    page.add_init_script(blocked)
    page.reload()
    expect(page.locator(".lost")).to_be_visible()
    expect(page.locator(".kept")).to_be_hidden()
    box = page.locator("input:not([checked])").first
    box.check()
    assert box.is_checked()


def test_the_document_has_contents_in_its_own_order_and_a_cover(show: Shown, root: Path) -> None:
    page = show(html_of(example(root), "plan"))
    links = page.locator("nav.contents a").all()
    targets = [str(link.get_attribute("href")) for link in links]
    headings = page.locator(".text h2[id], .text h3[id]").all()
    assert targets == [f"#{heading.get_attribute('id')}" for heading in headings]
    stages = ("#discover", "#define", "#design", "#deploy", "#work", "#measure", "#revise")
    assert [one for one in targets if one in stages] == list(stages)
    links[-1].click()
    assert headings[-1].evaluate("e => e.getBoundingClientRect().top < innerHeight")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) > 5
    assert b"/MediaBox [0 0 594.95" in paper, "A4 upright"
