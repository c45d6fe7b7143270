"""The community: run sheets by time, what is ready and what is late, in every format."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import expect

from socialplan import rendering
from socialplan.loading import load_plan
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.translating import LANGUAGES, topic_messages
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import Window, days_shown, week_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from socialplan.plan import Plan
    from socialplan.views.community import CommunityView
    from socialplan.views.community.run_entry import RunEntry

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/socialplan.yaml"))
TODAY = date(2026, 12, 2)
WEEK = week_named("2026-W49")
FORMS = ("terminal", "markdown", "html", "json")
NASTY = (
    "</p><script>alert(1)</script> ```\x1b[31m \u202egnp.exe *x* [a](javascript:b) =1+1 🙂\nsecond"
)

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
TEAM = [{"id": "kai", "name": "Kai"}, {"id": "wen", "name": "Wen"}]
GROUP = {"id": "group", "platform": "wechat-group", "name": "Camp", "owner": "wen"}
SCRIPT = {
    "kind": "task",
    "title": "Daily task",
    "text": "Cook one bowl.\n\nShow it.",
    "ready": True,
}
RITUALS: dict[str, dict[str, Any]] = {
    "report": {"kind": "morning-report", "account": "group", "days": DAYS, "at": "08:30"},
    "task": {"kind": "task-reminder", "account": "group", "days": DAYS, "at": "08:00"},
    "talk": {"kind": "discussion", "account": "group", "days": ["wed"], "at": "20:30"},
}


def plan_of(**sections: Any) -> Plan:
    whole = {
        "socialplan": 1,
        "title": "Camp",
        "brand": {"name": "Bear", "market": "TW"},
        "period": {"start": "2026-11-23", "end": "2027-01-17"},
        "team": TEAM,
        "accounts": [GROUP],
        **sections,
    }
    text = yaml.safe_dump(whole, allow_unicode=True)
    return load_plan(read_text(text, "socialplan.yaml", None)).plan


def group_of(*rituals: dict[str, Any], **community: Any) -> Plan:
    return plan_of(community={"groups": ["group"], "rituals": list(rituals), **community})


def view_of(
    plan: Plan, window: Window = WEEK, language: str = "en", **chosen: Any
) -> CommunityView:
    calendar = calendar_of(plan, TODAY)
    asked = Asked(plan, calendar, TODAY, window, language, Filter(**chosen))
    view: CommunityView = make("community", asked)
    return view


def day_of(plan: Plan, day: date = TODAY, **chosen: Any) -> tuple[RunEntry, ...]:
    (only,) = view_of(plan, Window(day, day), **chosen).days
    return only.entries


def written(view: CommunityView, form: str, language: str = "en") -> str:
    return rendering.render(Page("community", view, language, language, width=60), form)


def test_a_day_runs_by_time_with_rituals_events_posts_and_open_slots() -> None:
    posts = [
        {
            "account": "group",
            "at": "2026-12-02 12:00",
            "title": "Soup",
            "format": "note",
            "text": "Hot.",
        },
        {"account": "group", "at": "2026-12-02 07:00", "title": "Off", "status": "cancelled"},
        {"account": "shop", "at": "2026-12-02 10:00", "title": "No group"},
    ]
    shop = {"id": "shop", "platform": "facebook-page"}
    group = {**GROUP, "cadence": [{"format": "message", "days": ["wed"], "at": "19:00"}]}
    events = [
        {"title": "Live", "at": "2026-12-02 19:30", "account": "group", "value": "See a kitchen"},
        {"title": "Fair", "at": "2026-12-02"},
        {"title": "Some day"},
    ]
    community = {"groups": ["group"], "rituals": list(RITUALS.values()), "events": events}
    plan = plan_of(accounts=[group, shop], posts=posts, community=community)
    assert [(one.time, one.what, one.title, one.state) for one in day_of(plan)] == [
        ("", "event", "Fair", "live"),
        ("08:00", "ritual", "", "no-script"),
        ("08:30", "ritual", "", "on-the-day"),
        ("12:00", "post", "Soup", "not-ready"),
        ("19:00", "post", "", "no-copy"),
        ("19:30", "event", "Live", "live"),
        ("20:30", "ritual", "", "live"),
    ]
    assert [one.title for one in view_of(plan).events] == ["Fair", "Live", "Some day"]


def test_a_ritual_finds_its_script_by_its_name_or_topic_then_by_its_kind() -> None:
    other = {**SCRIPT, "title": "Bake", "ready": False}
    (one,) = day_of(group_of(RITUALS["task"], scripts=[SCRIPT, other]))
    assert ([copy.title for copy in one.copies], one.state) == (["Daily task", "Bake"], "ready")
    (one,) = day_of(group_of({**RITUALS["task"], "title": "Bake"}, scripts=[SCRIPT, other]))
    assert ([copy.title for copy in one.copies], one.state) == (["Bake"], "not-ready")
    (one,) = day_of(group_of({**RITUALS["talk"], "topics": ["Fry", "Bake"]}, scripts=[other]))
    assert (one.topic, one.text) == ("Bake", "Cook one bowl.\n\nShow it.")


def test_what_is_written_ahead_and_what_on_the_day_stand_apart() -> None:
    posts = [
        {"account": "group", "at": "2026-12-03 12:00", "title": "Soup", "text": "Soup."},
        {
            "account": "group",
            "at": "2026-12-04 12:00",
            "title": "Gone",
            "text": "Out.",
            "status": "published",
        },
    ]
    rituals = [{**one, "owner": "kai"} for one in RITUALS.values()]
    unused = {"kind": "invitation", "title": "Come", "ready": True}
    community = {"groups": ["group"], "rituals": rituals, "scripts": [SCRIPT, unused]}
    view = view_of(plan_of(posts=posts, community=community))
    assert [(one.kind, one.title, one.state, one.needed) for one in view.ahead] == [
        ("post", "Soup", "not-ready", date(2026, 12, 3)),
        ("task", "Daily task", "ready", WEEK.first),
        ("invitation", "Come", "ready", None),
    ]
    (report,) = view.on_the_day
    assert (report.kind, report.who, len(report.days)) == ("morning-report", "Kai", 7)


def test_bubbles_are_copied_one_by_one() -> None:
    line = {"id": "group", "platform": "line-oa"}
    bubbles = [{"text": "One"}, {"card": [{"title": "A", "text": "B"}]}, {"text": "Two"}]
    post = {"account": "group", "at": "2026-12-02 12:00", "messages": bubbles}
    plan = plan_of(accounts=[line], posts=[post], community={"groups": ["group"]})
    ((copy,),) = [one.copies for one in day_of(plan)]
    assert copy.texts == ("One", "A\nB", "Two")


def test_tasks_say_how_late_they_are() -> None:
    due = {"-1": "2026-12-01", "0": "2026-12-02", "3": "2026-12-05"}
    tasks = [{"what": name, "due": day, "hours": 2} for name, day in due.items()]
    tasks += [{"what": "done", "due": "2026-11-01", "done": True}, {"what": "open"}]
    view = view_of(group_of(stages=[{"stage": "invite", "tasks": tasks}]))
    (stage,) = view.stages
    assert [one.days_left for one in stage.tasks] == [-1, 0, 3, -31, None]
    assert [one.is_late for one in stage.tasks] == [True, False, False, False, False]
    assert (stage.done, stage.hours_left, view.late) == (1, 6, 1)
    said = written(view, "markdown")
    assert "[ ] **1 day late** " in said
    assert "**due today**" in said


def test_times_of_two_zones_stand_in_the_order_of_the_world_and_say_their_zone() -> None:
    far = {**GROUP, "id": "far", "name": "Far", "timezone": "America/New_York"}
    near = {**GROUP, "id": "near", "name": "Near", "timezone": "Asia/Tokyo"}
    rituals = [
        {**RITUALS["task"], "account": "far", "at": "09:00"},
        {**RITUALS["task"], "account": "near", "at": "20:00"},
    ]
    plan = plan_of(accounts=[far, near], community={"rituals": rituals})
    assert [one.account for one in day_of(plan)] == ["near", "far"]
    view = view_of(plan)
    assert {one.account for one in view.groups} == {"far", "near"}
    for form in ("markdown", "terminal", "html"):
        assert "America/New" in written(view, form)
    assert "Asia/Taipei" not in written(view_of(group_of(RITUALS["task"])), "markdown")


def test_an_event_with_an_offset_stands_at_the_wall_time_of_its_group() -> None:
    event = {"title": "Live", "at": "2026-12-01 23:30 +00:00", "account": "group"}
    (one,) = day_of(group_of(events=[event]))
    assert (one.date, one.time) == (TODAY, "07:30")


def test_days_off_and_days_of_silence_are_marked() -> None:
    quiet = {"blackouts": [{"from": "2026-12-02", "to": "2026-12-03", "why": "Mourning"}]}
    community = {"groups": ["group"], "rituals": [RITUALS["task"]]}
    view = view_of(plan_of(workflow=quiet, community=community))
    assert [bool(day.blackouts) for day in view.days] == [n in (2, 3) for n in range(7)]
    assert "**Publish nothing**: Mourning" in written(view, "markdown")


def test_a_filter_leaves_what_it_is_about() -> None:
    rituals = [{**RITUALS["task"], "owner": "kai"}, {**RITUALS["report"], "owner": "wen"}]
    stages = [
        {"stage": "invite", "tasks": [{"what": "Ask", "owner": "kai"}]},
        {"stage": "retain", "tasks": [{"what": "Keep", "owner": "wen"}]},
    ]
    plan = group_of(*rituals, stages=stages, scripts=[SCRIPT])
    mine = view_of(plan, assignee=("kai",))
    assert [one.kind for day in mine.days for one in day.entries] == ["task-reminder"] * 7
    assert [one.stage for one in mine.stages] == ["invite"]
    assert not mine.missing
    posts = view_of(plan, status=("draft",))
    assert posts.is_empty
    assert (posts.stages, posts.scripts, posts.rules, posts.ahead) == ((),) * 4


def test_the_week_around_today_is_shown_and_an_empty_one_names_the_next_day() -> None:
    plan = group_of({**RITUALS["talk"], "start": "2026-12-16"})
    window = days_shown("community", calendar_of(plan, TODAY), TODAY, None, None)
    assert window == WEEK
    view = view_of(plan, window)
    assert (view.is_empty, view.next_day) == (True, date(2026, 12, 16))
    for language in LANGUAGES:
        assert "16" in written(view_of(plan, window, language), "markdown", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_without_a_community_says_what_to_do(language: str) -> None:
    view = view_of(plan_of(), language=language)
    assert view.missing == ("all",)
    for form in ("terminal", "markdown", "html"):
        said = written(view, form, language)
        assert "community" in said
        assert "init" in said
    names = view_of(plan_of(community={"purpose": "Why"}), language=language).missing
    assert names == (
        *("fit", "groups", "rules", "stages", "rituals", "scripts", "events"),
        *("funnel", "referral"),
    )
    words = topic_messages(language, "community")
    assert all(f"missing-{name}" in words for name in (*names, "all", "purpose"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_read_well(example: str, language: str, form: str) -> None:
    plan = load_plan(read_plan(ROOT / "examples" / example / "socialplan.yaml")).plan
    said = written(view_of(plan, language=language), form, language)
    if form == "html":
        said = re.sub(r"<(style|script)>.*?</\1>|<[^>]*>", "", said, flags=re.DOTALL)
    assert not re.search(r"\bNone\b|\{\w*\}", said.replace("{{format", ""))
    if form == "markdown":
        assert "\n\n\n" not in said


def test_what_people_type_stays_what_they_typed() -> None:
    def nasty(one: Any) -> Any:
        if isinstance(one, dict):
            return {key: value if key in KEPT else nasty(value) for key, value in one.items()}
        if isinstance(one, list):
            return [nasty(value) for value in one]
        return NASTY if isinstance(one, str) else one

    source = (ROOT / "examples/mother-baby-wechat/socialplan.yaml").read_text(encoding="utf-8")
    whole = yaml.safe_load(source)
    for part in ("community", "funnel", "accounts", "title"):
        whole[part] = nasty(whole[part])
    view = view_of(load_plan(read_text(yaml.safe_dump(whole), "socialplan.yaml", None)).plan)
    assert view.scripts
    assert any(day.entries for day in view.days)
    html = written(view, "html")
    assert "<script>alert" not in html
    assert html.count("<script>") == 1
    assert not re.search(
        r"\sstyle=|\son\w+=", re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    )
    for form in ("terminal", "markdown"):
        said = written(view, form)
        assert "\x1b" not in said
        assert "\u202e" not in said
    code = re.findall(
        r"^ *(`{3,})text\n(.*?)\n *\1$", written(view, "markdown"), re.DOTALL | re.MULTILINE
    )
    assert code
    assert any("javascript:b" in text for _, text in code)
    assert json.loads(written(view, "json"))["scripts"][0]["text"].endswith("second")


KEPT = (
    *("id", "kind", "stage", "days", "at", "rrule", "every", "account", "groups", "platform"),
    *("due", "step", "rate", "owner", "start", "until", "format", "pillar", "goal", "baseline"),
    *("target", "except", "purpose_", "staff", "purpose", "touchpoint", "personas", "channels"),
)


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    plan = load_plan(read_plan(ROOT / "examples/mother-baby-wechat/socialplan.yaml")).plan
    view = view_of(plan, week_named("2026-W50"), "zh-CN")
    file = tmp_path / "community.html"
    file.write_text(written(view, "html", "zh-CN"), encoding="utf-8")
    return file


@pytest.fixture
def tab(browser: Browser, page_file: Path) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 1024, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(message.text))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.goto(page_file.as_uri())
    yield opened
    assert not trouble
    context.close()


def test_the_page_fits_all_screens_and_keeps_nobody_out(
    tab: Tab, barriers: Callable[[Tab], list[str]]
) -> None:
    for width, scheme in ((390, "light"), (1024, "dark"), (1440, "light")):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        if width != 1440:
            assert barriers(tab) == []


def test_ticks_outlast_a_reload_and_words_are_copied_as_they_are(tab: Tab) -> None:
    box = tab.locator("#day-2026-12-07 input").first
    box.check()
    expect(tab.locator("#day-2026-12-07 .count")).to_have_text("1/7")
    tab.reload()
    expect(box).to_be_checked()
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.locator("#scripts [data-copy]").first.click()
    tab.locator("#scripts [data-copy].done").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("有没有人跟我一样")
    assert copied.count("\n") == 2


def test_where_a_browser_refuses_to_copy_the_words_are_selected(tab: Tab) -> None:
    tab.evaluate("document.execCommand = () => false")
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.locator("#scripts [data-copy]").first.click()
    tab.get_by_text("Ctrl+C").wait_for()
    assert tab.evaluate("String(getSelection())").startswith("有没有人跟我一样")


def test_each_day_is_printed_on_a_page_of_its_own(
    tab: Tab, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    file = tmp_path / "sheets.pdf"
    tab.pdf(path=str(file), prefer_css_page_size=True)
    text = subprocess.run(
        [needs("pdftotext"), "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    sheets = text.split("\f")
    for number, weekday in enumerate("一二三四五六日"):
        assert f"（周{weekday}）" in sheets[number]
        assert "08:00" in sheets[number]
    assert "文案准备" in sheets[7]
