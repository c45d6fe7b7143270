"""Calendar files: what programs read in them, and that a later one replaces an earlier one."""

from __future__ import annotations

import io
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from socialplan import rendering
from socialplan.escaping import for_terminal, lines_for_terminal
from socialplan.loading import load_plan
from socialplan.rendering.ics.components import web_address
from socialplan.rendering.ics.zones import changes_between, timezone_of
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.views import Asked, make
from socialplan.views.feed import Event, Feed, Todo
from socialplan.views.filtering import Filter
from socialplan.views.window import Window, everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from ical.calendar import Calendar

    Khal = Callable[..., list[str]]

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 10, 20)
PLAN = """
socialplan: 1
title: Two shores
brand: {name: Little Bear, market: US, timezone: America/New_York}
period: {start: 2026-10-19, end: 2026-11-08}
team: [{id: an, name: An, roles: [author]}, {id: bo, name: Bo, roles: [publisher, lead]}]
pillars: [{id: news, name: News}]
accounts:
  - {id: ny, platform: instagram, name: New York, url: "https://ny.example/"}
  - {id: tp, platform: line-oa, name: Taipei, timezone: Asia/Taipei,
     cadence: [{format: broadcast, days: [wed], at: "20:00"}]}
posts:
  - {id: before, account: ny, at: 2026-10-31 20:00, title: Before the clocks, status: approved,
     text: "One, two;\\nthree", author: an, link: "https://shop.example/a b?x=é", pillar: news,
     hashtags: [coffee], note: remember the picture}
  - {id: after, account: ny, at: 2026-11-01 20:00, title: After the clocks}
  - {id: far, account: tp, at: 2026-11-01 09:00, title: Over there, author: an, reviewer: bo}
  - {id: gone, account: ny, at: 2026-11-02 12:00, title: Called off, status: cancelled}
  - {id: someday, account: ny, title: Some day}
workflow: {batch: {day: mon, at: "10:00"}, remind: [60, 10], lead_days: {draft: 5, review: 2},
  blackouts: [{from: 2026-11-03, to: 2026-11-04, why: Elections}]}
reviews: {every: week, day: fri, questions: [What worked?],
  log: [{date: 2026-10-23, found: Mornings work, change: Post at nine}]}
goals:
  - {id: friends, statement: More friends, metric: followers, target: 1200, due: 2026-12-01,
     milestones: [{date: 2026-11-04, value: 900}]}
community:
  rituals: [{kind: discussion, account: ny, days: [sat, sun], at: "09:00", topics: [tea, milk]}]
  events: [{title: Tasting, at: 2026-11-07 18:00, account: tp, owner: an}]
  stages: [{stage: invite, tasks: [{id: t1, what: Print cards, owner: bo, due: 2026-10-30}]}]
"""


def feed_of(view: str, text: str = PLAN, *, today: date = TODAY, **asked: Any) -> str:
    plan = load_plan(read_text(text, "plan.yaml", None)).plan
    calendar = calendar_of(plan, today)
    window = asked.pop("window", None) or everything(calendar)
    now = asked.pop("now", None)
    made = Asked(plan, calendar, today, window, "en", Filter(**asked), now=now)
    return rendering.render(Page(view, make(view, made, "ics"), "en", "en"), "ics")


def read(text: str) -> Calendar:
    """Read a file by a library that did not make it."""
    return IcsCalendarStream.calendar_from_ics(text)


def titles(text: str) -> list[str]:
    return [str(one.summary) for one in read(text).events]


def named(text: str, title: str) -> Any:
    (found,) = (one for one in read(text).events if title in str(one.summary))
    return found


@pytest.fixture
def khal(tmp_path: Path, needs: Callable[[str], str]) -> Khal:
    """Run khal with a calendar of its own, for somebody in a zone."""
    program = needs("khal")
    (tmp_path / "events").mkdir()

    def run(*arguments: str, zone: str = "America/New_York") -> list[str]:
        config = tmp_path / "khal.conf"
        config.write_text(
            f"[calendars]\n[[plan]]\npath = {tmp_path}/events\n"
            f"[sqlite]\npath = {tmp_path}/khal.db\n[default]\ndefault_calendar = plan\n"
            f"[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        )
        done = subprocess.run(
            [program, "-c", str(config), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def bring_in(khal: Khal, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.ics"
    path.write_text(text, encoding="utf-8", newline="")
    khal("import", "--batch", str(path))


LISTED = ("list", "2026-10-31", "4d", "--format", "{start} {title}{cancelled}", "--day-format", "")


def test_khal_lists_posts_at_the_right_hour_when_clocks_change(khal: Khal, tmp_path: Path) -> None:
    bring_in(khal, tmp_path, feed_of("agenda"))
    here, there = khal(*LISTED), khal(*LISTED, zone="Asia/Taipei")
    assert "2026-10-31 20:00 ✓ New York: Before the clocks" in here
    assert "2026-11-01 20:00 ✎ New York: After the clocks" in here
    assert "2026-10-31 21:00 ✎ Taipei: Over there" in here  # still summer in New York
    assert "2026-11-02 10:00 Batch day" not in here  # no week of the plan comes after it
    assert "2026-11-02 12:00 ✕ New York: Called offCANCELLED " in here
    assert "2026-11-01 08:00 ✓ New York: Before the clocks" in there
    assert "2026-11-02 09:00 ✎ New York: After the clocks" in there  # an hour later by summer's end
    assert "2026-11-01 09:00 ✎ Taipei: Over there" in there


def test_a_later_file_replaces_an_earlier_one(khal: Khal, tmp_path: Path) -> None:
    bring_in(khal, tmp_path, feed_of("agenda"))
    changed = PLAN.replace("2026-11-01 20:00, title: After", "2026-11-03 07:30, title: Long after")
    changed = changed.replace("title: Over there,", "title: Over there, status: cancelled,")
    bring_in(khal, tmp_path, feed_of("agenda", changed, today=TODAY + timedelta(days=1)))
    listed = khal(*LISTED)
    assert [one for one in listed if "the clocks" in one] == [
        "2026-10-31 20:00 ✓ New York: Before the clocks",
        "2026-11-03 07:30 ✎ New York: Long after the clocks",
    ]
    assert "2026-10-31 21:00 ✕ Taipei: Over thereCANCELLED " in listed


def test_identities_outlast_times_words_filters_and_the_order_of_the_plan() -> None:
    def by_title(text: str, **chosen: Any) -> dict[str, str]:
        events = read(feed_of("agenda", text, **chosen)).events
        return {str(one.summary).partition(": ")[2]: one.uid for one in events}

    first = by_title(PLAN)
    changed = PLAN.replace("2026-11-01 20:00, title: After the clocks", "2026-11-05 08:00")
    changed = changed.replace('at: "20:00"', 'at: "19:00"')
    second = by_title(changed)
    assert second["after"] == first["After the clocks"]
    assert second["open slot · broadcast"] == first["open slot · broadcast"]
    assert by_title(PLAN, account=("tp",))["Over there"] == first["Over there"]
    assert len(set(first.values())) == len(first)
    renamed = PLAN.replace("title: Two shores", "title: Three shores")
    assert by_title(renamed) == first
    longer = read(feed_of("agenda", renamed.replace("end: 2026-11-08", "end: 2026-11-29"))).events
    assert {one.uid for one in longer} > set(first.values())


def test_another_plan_of_a_brand_has_its_own_identities_though_ids_come_back() -> None:
    def uids(text: str) -> set[str]:
        views = ("agenda", "checklist", "goals", "community")
        found = [read(feed_of(view, text)) for view in views]
        events = {str(each.uid) for one in found for each in one.events}
        return events | {str(each.uid) for one in found for each in one.todos}

    next_camp = PLAN.replace("start: 2026-10-19", "start: 2026-10-26")
    over_there = PLAN.replace("market: US", "market: CA")
    other_brand = PLAN.replace("name: Little Bear", "name: Big Bear")
    festivals = uids(PLAN) & uids(other_brand)
    assert len(festivals) < len(uids(PLAN)) / 4
    for other in (next_camp, over_there):
        assert uids(PLAN) & uids(other) <= festivals


def test_the_same_day_makes_the_same_file_and_a_later_moment_a_later_version() -> None:
    assert feed_of("agenda") == feed_of("agenda")
    first, second = (
        named(feed_of("agenda", now=datetime(2026, 10, 20, 9, minute, tzinfo=UTC)), "Before")
        for minute in (0, 1)
    )
    assert second.sequence == first.sequence + 1
    assert second.dtstamp == second.last_modified == datetime(2026, 10, 20, 9, 1, tzinfo=UTC)


def test_an_event_tells_what_a_post_is() -> None:
    event = named(feed_of("agenda"), "Before the clocks")
    zone = ZoneInfo("America/New_York")
    assert event.dtstart == datetime(2026, 10, 31, 20, 0, tzinfo=zone)
    assert event.dtend - event.dtstart == timedelta(minutes=15)
    assert event.categories == ["approved", "News"]
    assert event.status == "CONFIRMED"
    assert str(event.url) == "https://shop.example/a%20b?x=%C3%A9"
    assert event.description == (
        "Status: ✓ approved · post\n\nOne, two;\nthree\n\nLink: https://shop.example/a b?x=é\n"
        "Hashtags: #coffee\nWords: An\nContent pillar: News\nNote: remember the picture"
    )
    assert [one.trigger for one in event.alarm] == [timedelta(minutes=-60), timedelta(minutes=-10)]


def test_what_is_not_settled_is_tentative_and_what_is_over_reminds_nobody() -> None:
    text = feed_of("agenda", today=date(2026, 11, 1))
    slot = next(one for one in read(text).events if "open slot" in str(one.summary))
    assert (slot.status, slot.transparency, slot.alarm) == ("TENTATIVE", "TRANSPARENT", [])
    assert named(text, "After").status == "TENTATIVE"
    assert len(named(text, "After").alarm) == 2
    assert named(text, "Before").alarm == []
    assert named(text, "Called off").status == "CANCELLED"
    assert named(text, "Called off").alarm == []


def test_appointments_and_whole_days_stand_beside_the_posts() -> None:
    events = read(feed_of("agenda")).events
    batch = [one for one in events if one.summary == "Batch day"]
    assert [one.start.isoformat()[:16] for one in batch] == [
        "2026-10-12T10:00",
        "2026-10-19T10:00",
        "2026-10-26T10:00",
    ]
    assert str(batch[2].description) == (
        "Next week:\n☐ Wed, Nov 4 20:00 (Asia/Taipei) Taipei: open slot"
    )
    reviews = {one.dtstart: str(one.description) for one in events if one.summary == "Review"}
    assert set(reviews) == {date(2026, 10, 23), date(2026, 10, 30), date(2026, 11, 6)}
    assert reviews[date(2026, 10, 23)] == "Found: Mornings work\nChanged: Post at nine"
    assert reviews[date(2026, 10, 30)] == "To ask: What worked?"
    closed = named(feed_of("agenda"), "Elections")
    assert (closed.dtstart, closed.dtend) == (date(2026, 11, 3), date(2026, 11, 5))
    halloween = named(feed_of("agenda"), "Halloween")
    assert (halloween.transparency, halloween.dtstart) == ("TRANSPARENT", date(2026, 10, 31))


def test_a_feed_is_for_an_account_or_a_person_and_says_so() -> None:
    text = feed_of("agenda", account=("tp",))
    assert "\nX-WR-CALNAME:Two shores · Taipei\r" in text
    assert all("Taipei" in one or one == "Batch day" for one in titles(text))
    assert titles(feed_of("agenda", assignee=("an",))) == [
        "✓ New York: Before the clocks",
        "✎ Taipei: Over there",
    ]
    assert "Batch day" in titles(feed_of("agenda", assignee=("bo",)))
    assert "\nNAME:Two shores · cancelled\r" in feed_of("agenda", status=("cancelled",))


def test_the_checklist_is_to_dos_with_their_days() -> None:
    todos = {str(one.summary): one for one in read(feed_of("checklist")).todos}
    draft, check = todos["Write · Taipei: Over there"], todos["Check · Taipei: Over there"]
    assert (draft.due, check.due) == (date(2026, 10, 27), date(2026, 10, 30))
    assert draft.status == "NEEDS-ACTION"
    assert todos["Write · New York: Before the clocks"].status == "COMPLETED"
    assert todos["Write · New York: Called off"].status == "CANCELLED"
    assert todos["Idea · New York: Some day"].due is None
    post = named(feed_of("agenda"), "Over there")
    assert [one.uid for one in draft.related_to] == [post.uid]
    own = [str(one.summary) for one in read(feed_of("checklist", assignee=("bo",))).todos]
    assert own == ["Check · Taipei: Over there"]
    assert "1 idea without a date is in the to-do list" in feed_of("agenda").replace("\r\n ", "")


def test_goals_are_whole_days() -> None:
    events = {str(one.summary): one for one in read(feed_of("goals")).events}
    assert {name: one.dtstart for name, one in events.items()} == {
        "Milestone 900: More friends": date(2026, 11, 4),
        "Goal due: More friends": date(2026, 12, 1),
    }
    assert "To reach: 1,200" in str(events["Goal due: More friends"].description)
    assert read(feed_of("goals", account=("tp",))).events  # a goal of no account is everybody's


def test_the_community_holds_rituals_events_and_tasks() -> None:
    calendar = read(feed_of("community"))
    rituals = [one for one in calendar.events if "discussion" in str(one.summary)]
    assert [one.start.isoformat() for one in rituals][2:4] == [
        "2026-10-31T09:00:00-04:00",
        "2026-11-01T09:00:00-05:00",
    ]
    assert [str(one.description) for one in rituals][:2] == ["Topic: tea", "Topic: milk"]
    tasting = named(feed_of("community"), "Tasting")
    assert tasting.dtstart == datetime(2026, 11, 7, 18, 0, tzinfo=ZoneInfo("Asia/Taipei"))
    (task,) = calendar.todos
    assert (task.summary, task.due) == ("Task · Print cards", date(2026, 10, 30))
    own = read(feed_of("community", assignee=("an",)))
    assert [str(one.summary) for one in own.events] == ["Taipei: Tasting"]
    assert own.todos == []


def test_a_ritual_is_not_called_twice_what_its_title_says() -> None:
    text = PLAN.replace("kind: discussion,", "kind: discussion, title: 'discussion: tea or milk',")
    assert "New York: discussion: tea or milk" in {
        str(one.summary) for one in read(feed_of("community", text)).events
    }


def test_hours_that_come_twice_or_never_are_told_apart() -> None:
    text = PLAN.replace("2026-10-31 20:00", "2026-11-01T01:50").replace(
        "2026-11-01 20:00", "2026-11-01T01:30-05:00"
    )
    first, second = named(feed_of("agenda", text), "Before"), named(feed_of("agenda", text), "Afte")
    assert first.start.astimezone(UTC) == datetime(2026, 11, 1, 5, 50, tzinfo=UTC)
    assert first.end.astimezone(UTC) - first.start.astimezone(UTC) == timedelta(minutes=15)
    assert second.start.astimezone(UTC) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    never = PLAN.replace("2026-10-31 20:00", "2027-03-14 02:30")
    shown = named(feed_of("agenda", never), "Before").dtstart
    assert shown == datetime(2027, 3, 14, 3, 30, tzinfo=ZoneInfo("America/New_York"))


ZONES = (
    "America/New_York",
    "Europe/Berlin",
    "Europe/Dublin",
    "Asia/Taipei",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Jerusalem",
    "Africa/Casablanca",
    "Pacific/Chatham",
)


@pytest.mark.parametrize("name", ZONES)
def test_zones_are_defined_as_they_are(name: str) -> None:
    zone = ZoneInfo(name)
    text = timezone_of(zone, 2026, 2029).to_ical().decode()
    defined = tzical(io.StringIO(text)).get(name)
    changes = [one.at for one in changes_between(zone, range(2026, 2030))]
    around = [at + timedelta(hours=hours) for at in changes for hours in (-26, -3, 3, 26)]
    for at in (datetime(2026, 1, 1, 12), datetime(2029, 12, 31, 12), *around):
        assert defined is not None
        assert defined.utcoffset(at) == at.replace(tzinfo=zone).utcoffset(), at


def test_zones_have_yearly_rules_which_alone_outlook_knows() -> None:
    text = timezone_of(ZoneInfo("America/New_York"), 2026, 2026).to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    assert "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text
    assert "DTSTART:20250309T020000" in text  # by the clock before the change
    text = timezone_of(ZoneInfo("Europe/Berlin"), 2026, 2026).to_ical().decode()
    assert "BYDAY=-1SU;BYMONTH=10" in text
    assert "RDATE" not in text


def a_feed(event: Event, *todos: Todo) -> str:
    made = datetime(2026, 10, 20, tzinfo=UTC)
    feed = Feed("u", event.title, "calendar", (), (), "UTC", made, (event,), todos)
    return rendering.render(Page("agenda", feed, "en", "en"), "ics")


def an_event(title: str, text: str = "", **more: Any) -> Event:
    start = datetime(2026, 11, 1, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    return Event("u", "post", start, start, title, "A", state="draft", text=text, **more)


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_come_out_as_they_went_in(title: str, text: str) -> None:
    made = a_feed(an_event(title, text), Todo("t", "idea", title, None, labels=(title, text)))
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert not any(ord(char) < 32 and char not in "\r\n" for char in made)
    assert made.count("\n") == made.count("\r\n")
    (event,), (todo,) = read(made).events, read(made).todos
    said = for_terminal(title)
    assert str(event.summary) == for_terminal("✎ A: " + title if title else "✎ A")
    words = lines_for_terminal(text).strip("\n")
    assert str(event.description) == "Status: ✎ draft" + (f"\n\n{words}" if text.strip() else "")
    assert str(todo.summary) == (f"Idea · {said}" if title else "Idea")


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
        "\x00\x1b[31m\u202eabc\ud800",
        "字" * 10_000,
        "👩‍👩‍👧‍👦" * 50,
        'quoted "a", b; c\\n:',
    ],
)
def test_hostile_titles_stay_titles(title: str) -> None:
    calendar = read(a_feed(an_event(title)))
    assert [str(one.summary) for one in calendar.events] == [for_terminal(f"✎ A: {title}")]


def test_only_web_addresses_can_be_opened() -> None:
    assert web_address(" https://例え.example/ü?a=1#b ").startswith("https://%E4%BE%8B")
    assert web_address("javascript:alert(1)") == ""
    assert web_address("https://a.example/\r\nATTACH:x") == "https://a.example/%0D%0AATTACH:x"
    assert web_address("see the shop") == ""


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "examples").glob("*/")))
@pytest.mark.parametrize("view", ["agenda", "checklist", "goals", "community"])
def test_examples_are_read_by_another_library(name: str, view: str) -> None:
    plan = load_plan(read_plan(ROOT / "examples" / name / "socialplan.yaml")).plan
    calendar = calendar_of(plan, date(2026, 11, 21))
    asked = Asked(plan, calendar, date(2026, 11, 21), everything(calendar), "zh-TW", Filter())
    feed = make(view, asked, "ics")
    found = read(rendering.render(Page(view, feed, "zh-TW", "zh-TW"), "ics"))
    assert (len(found.events), len(found.todos)) == (len(feed.events), len(feed.todos))
    uids = [one.uid for one in found.events] + [one.uid for one in found.todos]
    assert len(set(uids)) == len(uids)


def test_two_posts_of_one_id_and_a_week_of_nothing_stay_valid() -> None:
    twice = PLAN.replace("id: after", "id: before")
    uids = [one.uid for one in read(feed_of("agenda", twice)).events]
    assert len(set(uids)) == len(uids)
    empty = feed_of(
        "week", "socialplan: 1\ntitle: T\nbrand: {name: B}\n", window=Window(TODAY, TODAY)
    )
    assert read(empty).events == []
