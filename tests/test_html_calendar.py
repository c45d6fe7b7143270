"""Week, month, agenda and board in a browser: they fit, filter, open, print, and obey nobody."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from socialplan.finding import Confidence, Finding, Place, Severity
from socialplan.plan import Plan
from socialplan.rendering import render
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.views import Asked, make
from socialplan.views.window import Window, days_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import playwright.sync_api as playwright

    Shown = Callable[..., playwright.Page]

VIEWS = ("week", "month", "agenda", "board")
LANGUAGES = {"week": "zh-TW", "month": "en", "agenda": "zh-CN", "board": "zh-TW"}
TODAY = date(2026, 12, 2)
NASTY = (
    "<script>window.harmed=1</script><img src=x onerror='window.harmed=1'> </style></details>"
    '"><b data-in=a0> \u202egnp.exe \u2067x {{ 7*7 }} javascript:alert(1)\nsecond line'
)
LONG = "長" * 5000 + "w" * 5000


def plan_of(posts: list[dict[str, Any]] | None = None, **more: Any) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": "小熊咖啡",
            "brand": {"name": "小熊咖啡", "market": "TW"},
            "period": {"start": "2026-11-30", "end": "2027-01-31"},
            "team": [{"id": "an", "name": "安安"}, {"id": "bo", "name": "阿博"}],
            "personas": [{"id": "office", "name": "上班族"}],
            "pillars": [{"id": "story", "name": "故事"}],
            "campaigns": [{"id": "winter", "name": "暖手季"}],
            "workflow": {
                "batch": {"day": "mon", "at": "10:00"},
                "blackouts": [{"from": "2026-12-05", "why": "公休"}],
            },
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
                },
                {"id": "ig", "platform": "instagram", "handle": "@bear"},
                {"id": "open", "platform": "line-openchat"},
            ],
            "community": {
                "groups": ["open"],
                "rituals": [
                    {"kind": "q-and-a", "account": "open", "days": ["thu"], "at": "21:00"},
                ],
            },
            "posts": POSTS if posts is None else posts,
            **more,
        }
    )


POSTS: list[dict[str, Any]] = [
    {
        "id": "first",
        "account": "line",
        "at": "2026-12-02 20:00",
        "title": "官方週年慶",
        "text": "加入好友享八五折",
        "status": "approved",
        "author": "an",
        "reviewer": "bo",
        "persona": "office",
    },
    {
        "id": "second",
        "account": "ig",
        "at": "2026-12-03 12:30",
        "title": "冬天的豆子",
        "text": "三支豆子",
        "pillar": "story",
        "campaign": "winter",
        "author": "bo",
    },
    {"id": "third", "account": "ig", "at": "2027-01-05 12:30", "title": "新年", "author": "an"},
    {"id": "idea", "account": "ig", "title": "還沒排日期"},
    {"id": "lost", "account": "gone", "at": "2026-12-04 09:00", "title": "帳號已移除", "text": "x"},
]


def page_of(
    plan: Plan, view: str, first: str = "2026-11-30", last: str = "", language: str = ""
) -> str:
    calendar = calendar_of(plan, TODAY)
    end = date.fromisoformat(last) if last else None
    window = days_shown(view, calendar, TODAY, date.fromisoformat(first), end)
    language = language or LANGUAGES[view]
    shown = make(view, Asked(plan, calendar, TODAY, window, language), "html")
    return render(Page(view, shown, language, language), "html")


@pytest.fixture
def show(browser: playwright.Browser, tmp_path: Path) -> Iterator[Shown]:
    """Open a page from a file; nothing may complain in its console."""
    complaints: list[str] = []
    contexts = []

    def open_page(html: str, width: int = 1440, **context: Any) -> playwright.Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        made = browser.new_context(viewport={"width": width, "height": 900}, **context)
        contexts.append(made)
        page = made.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(file.as_uri())
        return page

    yield open_page
    for one in contexts:
        one.close()
    assert complaints == []


def sideways(page: playwright.Page) -> int:
    """Say by how much the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def titles(page: playwright.Page) -> list[str]:
    """Titles as written; innerText is empty where Chromium skips a part that is off the screen."""
    return page.locator(".post:visible .what").all_text_contents()


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_a_whole_board_fits_on_the_screen_of_a_laptop(show: Shown) -> None:
    posts = [
        {"account": "ig", "at": "2026-12-03 12:30", "title": one, "status": one}
        for one in ("idea", "draft", "in_review", "approved", "scheduled", "published")
    ]
    page = show(page_of(plan_of(posts), "board", last="2026-12-31"), width=1440)
    expect(page.locator(".column")).to_have_count(7)
    hidden = "document.querySelector('.scroll').scrollWidth > innerWidth"
    assert not page.evaluate(hidden)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_fits_every_width_and_can_be_used_by_everybody(
    view: str, show: Shown, barriers: Callable[[playwright.Page], list[str]]
) -> None:
    page = show(page_of(plan_of(), view, last="2026-12-31"))
    for width, scheme in ((1440, "light"), (1024, "dark"), (390, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert sideways(page) <= 0
        if width != 1024:
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert barriers(page) == []
    if view != "board":
        assert page.locator("[aria-current=date]").count() == 1


def test_filters_narrow_a_page_count_and_survive_a_reload(show: Shown) -> None:
    page = show(page_of(plan_of(), "month", "2026-12-01", "2027-01-31"))
    everything = len(titles(page))
    expect(page.locator(".shown")).to_have_text(f"{everything} in all")

    page.get_by_role("checkbox", name=re.compile("Instagram")).check()
    assert titles(page) == ["冬天的豆子", "新年"]
    expect(page.locator(".shown")).to_have_text(f"2 of {everything} shown")
    expect(page.locator(".chip", has_text="Draft").locator(".count")).to_have_text("2")
    expect(page.locator(".chip", has_text="Approved").locator(".count")).to_have_text("0")

    page.locator("summary", has_text="Campaign").click()
    page.get_by_role("checkbox", name=re.compile("暖手季")).check()
    page.keyboard.press("Escape")
    assert titles(page) == ["冬天的豆子"]
    assert page.locator("#m2027-01").is_hidden()
    assert page.locator(".jump a:visible").count() == 1
    assert page.evaluate("location.hash") == "#account=ig&campaign=winter"

    page.reload()
    assert titles(page) == ["冬天的豆子"]
    assert page.locator(".passed").text_content() == f"Instagram · 暖手季 (1 of {everything} shown)"
    page.get_by_label("Search").fill("沒有這種貼文")
    assert titles(page) == []
    page.locator(".passes .reset").click()
    assert len(titles(page)) == everything
    assert page.evaluate("location.hash") == ""
    page.get_by_label("Search").fill("三支 阿博")
    assert titles(page) == ["冬天的豆子"]  # by its words and its people


def test_rituals_go_with_their_group_alone(show: Shown) -> None:
    page = show(page_of(plan_of(), "week", language="en"))
    ritual = page.locator(".entry.ritual")
    assert ritual.is_visible()
    page.get_by_role("checkbox", name=re.compile("OpenChat|LINE 社群")).check()
    assert ritual.is_visible()
    page.get_by_role("checkbox", name=re.compile("Instagram")).check()
    page.get_by_role("checkbox", name=re.compile("OpenChat|LINE 社群")).uncheck()
    assert ritual.is_hidden()


def test_a_month_says_what_a_ritual_without_a_title_is(show: Shown) -> None:
    page = show(page_of(plan_of(), "month", "2026-12-01", language="zh-CN"), width=1200)
    expect(page.locator(".habits .entry.ritual").get_by_text("答疑")).to_be_visible()


def test_a_post_is_opened_and_left_by_keyboard(show: Shown) -> None:
    page = show(page_of(plan_of(), "week"))
    page.locator("summary", has_text="官方週年慶").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="官方週年慶")
    expect(dialog).to_contain_text("加入好友享八五折")
    page.get_by_role("button", name="下一則").click()
    expect(page.get_by_role("dialog", name="冬天的豆子")).to_contain_text("三支豆子")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert "冬天的豆子" in page.evaluate("document.activeElement.textContent")
    assert page.locator(".post .said").count() == 3  # nothing is lost on the way


def test_a_page_says_everything_without_scripts(show: Shown) -> None:
    page = show(page_of(plan_of(), "week"), java_script_enabled=False)
    page.locator("summary", has_text="官方週年慶").click()
    assert page.get_by_text("加入好友享八五折").first.is_visible()
    assert page.locator(".filters input:enabled").count() == 0


def test_a_full_week_is_printed_on_one_page(show: Shown) -> None:
    accounts = [
        {"id": f"a{n}", "platform": "instagram", "handle": f"@account_number_{n}"} for n in range(8)
    ]
    posts = [
        {
            "id": f"p{day}-{n}-{hour}",
            "account": f"a{n}",
            "at": f"2026-12-0{day} {hour}:00",
            "title": "一個相當長的標題，長到一行放不下，兩行也不太夠",
            "author": "an",
        }
        for day in range(1, 7)
        for n in range(8)
        for hour in (10, 19)
    ]
    plan = plan_of(posts, accounts=accounts, community={"purpose": "x"})
    page = show(page_of(plan, "week"))
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert "草稿" in page.locator(".legend").inner_text()  # signs are explained without colour


@pytest.mark.parametrize("view", VIEWS)
def test_what_people_type_runs_nothing_and_stays_in_its_box(view: str, show: Shown) -> None:
    posts: list[dict[str, Any]] = [
        {"account": "line", "at": "2026-12-02 20:00", "title": NASTY, "text": NASTY, "note": NASTY},
        {"account": "ig", "at": "2026-12-02 20:00", "title": LONG, "text": LONG, "tags": [NASTY]},
        {"account": "ig", "title": NASTY, "link": "javascript:window.harmed=1"},
        {"account": NASTY, "at": "2026-12-03 20:00", "title": "x", "author": NASTY},
    ]
    accounts = [
        {"id": "line", "platform": "line-oa", "name": NASTY, "cadence": [{"days": ["wed"]}]},
        {"id": "ig", "platform": "instagram", "handle": LONG},
    ]
    people = [{"id": "p", "name": LONG}]
    plan = plan_of(
        posts, title=NASTY, accounts=accounts, personas=people, community={"purpose": NASTY}
    )
    page = show(page_of(plan, view, "2026-12-01", "2026-12-06"))
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert sideways(page) <= 0
        outside = """() => [...document.querySelectorAll('.post')].filter(one => {
            const own = one.getBoundingClientRect()
            const box = one.parentElement.getBoundingClientRect()
            return own.left < box.left - 1 || own.right > box.right + 1 || own.height > 250
        }).length"""
        assert page.evaluate(outside) == 0
    page.locator(".post summary").first.click()
    assert page.evaluate("window.harmed") is None
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("b[data-in]").count() == 0


def test_nothing_is_lost_without_a_date_or_an_account(show: Shown) -> None:
    for view in ("agenda", "board"):
        page = show(page_of(plan_of(), view, language="en"))
        assert {"還沒排日期", "帳號已移除"} <= set(titles(page))
    page = show(page_of(plan_of(), "week", language="en"))
    column = page.locator("th.account", has_text="gone")
    assert "no such account" in (column.text_content() or "")


def test_ten_years_leave_out_what_is_empty() -> None:
    for view, others in (("month", 119), ("week", 522)):
        posts = [{"account": "ig", "at": "2030-05-15 12:00", "title": "十年一刻"}]
        accounts = [{"id": "ig", "platform": "instagram"}]
        plan = plan_of(posts, accounts=accounts, community={"purpose": "x"})
        html = page_of(plan, view, "2026-01-01", "2035-12-31", "en")
        assert html.count('class="part') == 1
        assert f"{others} {view}s without anything are left out" in html


def test_findings_stand_beside_the_post_that_they_concern(show: Shown) -> None:
    plan = plan_of()
    calendar = calendar_of(plan, TODAY)
    place = Place("plan.yaml", 1, 1, 1, 2)
    path = ("posts", 1, "at")
    said = Finding("SCH1", "late", Severity.ERROR, Confidence.HIGH, "太晚了", place, path)
    window = days_shown("week", calendar, TODAY, None, None)
    asked = Asked(plan, calendar, TODAY, window, "zh-TW", findings=(said,))
    page = show(render(Page("week", make("week", asked, "html"), "zh-TW", "zh-TW"), "html"))
    assert page.locator(".post .remarks").count() == 1
    page.locator("summary", has_text="⚠ 1").click()
    expect(page.get_by_role("dialog", name="冬天的豆子")).to_contain_text("太晚了")


def test_months_can_be_jumped_to_while_a_filter_stays(show: Shown) -> None:
    page = show(page_of(plan_of(), "month", "2026-12-01", "2027-01-31"))
    page.get_by_role("checkbox", name=re.compile("Instagram")).check()
    page.locator(".jump a").last.click()
    assert page.evaluate("location.hash") == "#account=ig"
    assert page.evaluate("document.activeElement.id") == "m2027-01"


def test_days_are_told_apart_by_more_than_their_number() -> None:
    html = page_of(plan_of(), "week", language="en")
    assert "Scheduling day" in html
    assert "Nothing goes out: <bdi>公休</bdi>" in html
    window = Window(date(2026, 12, 1), date(2026, 12, 31))
    assert page_of(plan_of(), "month", str(window.first), str(window.last)).count("<tr") == 6


@pytest.mark.parametrize("view", LANGUAGES)
def test_pages_say_whose_clocks_they_go_by_where_there_are_several(view: str) -> None:
    abroad = [{"id": "line"}, {"id": "ny", "timezone": "America/New_York", "name": "New <York>"}]
    assert "America/New_York" not in page_of(plan_of(), view, language="en")
    html = page_of(plan_of(accounts=abroad), view, language="en")
    (line,) = (one for one in html.splitlines() if "Each account goes by its own clock" in one)
    assert "<bdi>America/New_York</bdi>: <bdi>New &lt;York&gt;</bdi>" in line
