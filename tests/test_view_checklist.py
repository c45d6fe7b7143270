"""The checklists: what the plan proves, what it lacks, what only a person can see."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.markdown import Markdown

from socialplan import rendering
from socialplan.loading import load_plan
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, make
from socialplan.views.checklist.review import next_review
from socialplan.views.filtering import Filter
from socialplan.views.window import Window, week_named

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.views.checklist import ChecklistView
    from socialplan.views.checklist.check import Check

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/socialplan.yaml"))
TODAY = date(2026, 11, 30)
WEEK = week_named("2026-W49")

BRAND = {"name": "Bear", "market": "TW", "voice": {"avoid": ["手刀", "top"]}}
TEAM = [
    {"id": "kai", "name": "Kai", "roles": ["author", "publisher"]},
    {"id": "wen", "name": "Wen", "roles": ["reviewer"]},
]
ACCOUNT = {"id": "line", "platform": "line-oa", "owner": "wen", "staff": ["kai"]}
IMAGE = {"url": "https://m.example/a.jpg", "kind": "image", "source": "own", "alt": "A cup"}
POST: dict[str, Any] = {
    "id": "open",
    "account": "line",
    "at": "2026-12-02 20:00",
    "format": "broadcast",
    "title": "Open again",
    "messages": [{"text": "We are open again."}, {"image": IMAGE["url"]}],
    "persona": "mei",
    "call_to_action": "Come and see",
    "link": {"url": "https://bear.example/", "utm": {"source": "line"}},
    "assets": [IMAGE],
    "author": "kai",
    "reviewer": "wen",
    "publisher": "kai",
    "status": "in_review",
}


def plan_of(**sections: Any) -> Plan:
    whole = {
        "socialplan": 1,
        "title": "Bear",
        "brand": BRAND,
        "team": TEAM,
        "personas": [{"id": "mei", "name": "Mei", "quote": "Is there a seat?"}],
        "accounts": [ACCOUNT],
        **sections,
    }
    text = yaml.safe_dump(whole, allow_unicode=True)
    return load_plan(read_text(text, "socialplan.yaml", None)).plan


def asked(plan: Plan, window: Window = WEEK, today: date = TODAY, **chosen: Any) -> Asked:
    return Asked(plan, calendar_of(plan, today), today, window, "en", Filter(**chosen))


def view_of(plan: Plan, window: Window = WEEK, today: date = TODAY, **chosen: Any) -> ChecklistView:
    view: ChecklistView = make("checklist", asked(plan, window, today, **chosen))
    return view


def checks_of(plan: Plan) -> dict[str, Check]:
    (post,) = view_of(plan).posts
    return {check.what: check for check in post.checks}


def checks_with(**changes: Any) -> dict[str, Check]:
    return checks_of(plan_of(posts=[{**POST, **changes}]))


def markdown(view: Any, language: str = "en", form: str = "markdown") -> str:
    return rendering.render(Page("checklist", view, language, language), form)


def test_a_complete_post_lacks_nothing_and_still_asks_for_eyes() -> None:
    checks = checks_with()
    assert {what for what, one in checks.items() if one.state == "missing"} == set()
    assert {what for what, one in checks.items() if one.state == "look"} == {
        "link-opens",
        "like-wording",
        "policy",
    }
    assert checks["like-wording"].detail == "Is there a seat?"


def test_a_bare_post_says_what_it_lacks_first() -> None:
    plan = plan_of(posts=[{"account": "line", "at": "2026-12-02 20:00"}])
    (post,) = view_of(plan).posts
    states = [check.state for check in post.checks]
    assert states == sorted(states, key=("missing", "look", "done").index)
    assert [check.what for check in post.checks if check.state == "missing"] == [
        "subject-missing",
        "copy-missing",
        "audience-missing",
        "action-missing",
        "four-eyes-missing",
    ]


def test_who_answers_for_an_account_publishes_where_nobody_else_is_named() -> None:
    post = {**POST, "publisher": None}
    owned = plan_of(posts=[post])
    assert "publisher-missing" not in checks_of(owned)
    assert view_of(owned).posts[0].steps[-1].who == "Wen"
    assert "publisher-missing" in checks_of(
        plan_of(posts=[post], accounts=[{**ACCOUNT, "owner": None}])
    )


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ({"accounts": [{**ACCOUNT, "personas": ["mei"]}]}, "Mei"),
        ({"pillars": [{"id": "seat", "name": "Seat", "personas": ["mei"]}]}, "Mei"),
        ({"segments": [{"id": "new", "name": "New"}]}, "New"),
        ({}, ""),
    ],
)
def test_a_post_is_for_those_of_its_pillar_or_account(sections: dict[str, Any], said: str) -> None:
    post = {key: value for key, value in POST.items() if key != "persona"}
    post |= {"pillar": "seat"} if "pillars" in sections else {}
    post |= {"segment": "new"} if "segments" in sections else {}
    found = checks_of(plan_of(posts=[post], **sections))
    assert ("audience" in found) == bool(said)
    if said:
        assert found["audience"].detail == said


def test_the_length_is_counted_as_the_platform_counts() -> None:
    fits = checks_with(messages=[{"text": "字" * 500}])["length"]
    assert (fits.state, fits.words["count"], fits.words["limit"]) == ("done", 500, 500)
    over = checks_with(messages=[{"text": "short"}, {"text": "字" * 501}])["length-over"]
    assert (over.state, over.words["count"], over.words["limit"]) == ("missing", 501, 500)


def test_large_numbers_are_written_as_people_write_them() -> None:
    facebook = {"id": "line", "platform": "facebook-page"}
    post = {**POST, "format": "post", "messages": None, "text": "字" * 1200}
    said = markdown(view_of(plan_of(accounts=[facebook], posts=[post])), "zh-TW")
    assert "內文長度：1,200／63,206 字" in said


def test_a_platform_without_known_limits_asks_for_a_look() -> None:
    shop = {"id": "line", "platform": "other", "name": "Shop"}
    plan = plan_of(accounts=[shop], posts=[{**POST, "messages": None, "text": "Hello"}])
    assert checks_of(plan)["length-unknown"].state == "look"


@pytest.mark.parametrize(
    ("tags", "what"), [(["a", "b"], "hashtags-of"), ([f"t{n}" for n in range(9)], "hashtags-over")]
)
def test_hashtags_are_held_against_the_limit(tags: list[str], what: str) -> None:
    instagram = {"id": "line", "platform": "instagram"}
    post = {**POST, "format": "post", "messages": None, "text": "Hello", "hashtags": tags}
    assert what in checks_of(plan_of(accounts=[instagram], posts=[post]))


@pytest.mark.parametrize(
    ("asset", "what", "state"),
    [
        ({"source": None}, "asset-source-missing", "missing"),
        ({"alt": None}, "asset-alt-missing", "missing"),
        ({"source": "licensed"}, "asset-license-missing", "missing"),
        ({"source": "licensed", "license": "Stock 12"}, "asset-license", "done"),
        (
            {"source": "licensed", "license": {"name": "Stock", "expires": "2026-12-01"}},
            "asset-license-ends",
            "missing",
        ),
        ({"source": "user", "license": "by mail"}, "asset-consent-missing", "missing"),
        (
            {"source": "user", "license": "by mail", "consent": "2026-11-01"},
            "asset-consent",
            "done",
        ),
        ({"source": "generated", "license": "own account"}, "disclosure-ai", "missing"),
    ],
)
def test_assets_need_source_permission_and_description(
    asset: dict[str, Any], what: str, state: str
) -> None:
    found = {key: value for key, value in {**IMAGE, **asset}.items() if value is not None}
    assert checks_with(assets=[found])[what].state == state


def test_a_picture_that_bubble_and_assets_share_is_one() -> None:
    assert checks_with()["asset-there"].detail == "a.jpg"


def test_a_format_that_needs_a_picture_says_so() -> None:
    instagram = {"id": "line", "platform": "instagram"}
    post = {**POST, "format": "post", "messages": None, "text": "Hello", "assets": None}
    assert checks_of(plan_of(accounts=[instagram], posts=[post]))["asset-there-missing"]


@pytest.mark.parametrize(
    ("status", "asset", "said", "done"),
    [
        ("in_review", {"alt": "a jar"}, "asset-there-planned", False),
        ("in_review", {"alt": "a jar", "file": "a.jpg"}, "asset-there", True),
        ("approved", {"alt": "a jar"}, "asset-there", True),
    ],
)
def test_a_picture_is_there_once_it_has_a_file(
    status: str, asset: dict[str, str], said: str, *, done: bool
) -> None:
    post = {**POST, "status": status, "messages": None, "assets": [asset]}
    plan = plan_of(posts=[post])
    assert said in checks_of(plan)
    (shown,) = view_of(plan).posts
    assert [step.is_done for step in shown.steps if step.what == "asset"] == [done]


def test_what_is_disclosed_must_be_seen() -> None:
    look = checks_with(disclosure=["sponsored"])["disclosure"]
    assert (look.state, look.names) == ("look", ("disclosure-sponsored",))


def test_a_draw_needs_its_terms_and_a_poll_none() -> None:
    lacking = checks_with(interaction={"kind": "lottery", "terms": {"prize_name": "Beans"}})
    names = lacking["terms-missing"].names
    assert "term-draw_date" in names
    assert "term-prize_name" not in names
    assert not {"terms", "terms-missing"} & set(checks_with(interaction={"kind": "poll"}))


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("請手刀下單", ["手刀"]),
        ("Top quality", ["top"]),
        ("Stop here", []),
        ("TOP!", ["top"]),
        ("ＴＯＰ", ["top"]),
    ],
)
def test_words_to_avoid_are_found_as_words(text: str, used: list[str]) -> None:
    checks = checks_with(messages=[{"text": text}])
    assert ("avoid-used" in checks) is bool(used)
    if used:
        assert checks["avoid-used"].words["used"] == used


def test_nobody_checks_their_own_words() -> None:
    assert checks_with(reviewer="kai")["four-eyes-same"].words == {"who": "Kai"}
    assert checks_with()["four-eyes"].words == {"author": "Kai", "reviewer": "Wen"}


def test_who_has_approved_a_post_has_checked_it() -> None:
    approved = {"reviewer": None, "approved": {"by": "wen"}, "status": "approved"}
    assert checks_with(**approved)["four-eyes"].words == {"author": "Kai", "reviewer": "Wen"}
    steps = {one.what: one for one in view_of(plan_of(posts=[{**POST, **approved}])).posts[0].steps}
    assert (steps["review"].who, steps["review"].is_done) == ("Wen", True)
    nobody = view_of(plan_of(posts=[{**POST, "reviewer": None, "status": "approved"}]))
    assert "- [x] second pair of eyes\n" in markdown(nobody)


@pytest.mark.parametrize("text", ["立即購買👉", "See https://bear.example", "Which one is yours?"])
def test_a_call_in_the_words_is_one(text: str) -> None:
    bare = {"call_to_action": None, "link": None}
    assert checks_with(messages=[{"text": text}], **bare)["action"].state == "done"
    assert "action-missing" in checks_with(messages=[{"text": "We are open."}], **bare)


def test_nothing_is_late_before_the_plan_begins() -> None:
    plan = plan_of(posts=[POST], workflow=FLOW, period={"start": "2026-12-01", "end": "2026-12-31"})
    for today, late in ((date(2026, 11, 30), False), (date(2026, 12, 1), True)):
        (post,) = view_of(plan, today=today).posts
        assert any(step.is_late for step in post.steps) is late


FLOW = {"batch": {"day": "mon", "at": "10:00"}, "lead_days": {"draft": 9, "asset": 6, "review": 3}}


def test_steps_have_people_days_and_a_state() -> None:
    (post,) = view_of(plan_of(posts=[POST], workflow=FLOW)).posts
    assert [(s.what, s.who, s.by, s.is_done, s.is_late) for s in post.steps] == [
        ("draft", "Kai", date(2026, 11, 23), True, False),
        ("asset", "", date(2026, 11, 26), True, False),
        ("review", "Wen", date(2026, 11, 29), False, True),
        ("schedule", "Kai", date(2026, 11, 23), False, True),
        ("publish", "Kai", date(2026, 12, 2), False, False),
    ]


def test_a_lead_longer_than_the_calendar_is_due_never() -> None:
    flow = {"lead_days": {"draft": 10**12, "review": 900_000}}
    (post,) = view_of(plan_of(posts=[POST], workflow=flow)).posts
    assert {step.what: step.by for step in post.steps}["draft"] is None


def test_groups_that_cannot_schedule_have_no_step_for_it() -> None:
    group = {"id": "line", "platform": "wechat-group"}
    post = {**POST, "format": "message", "messages": None, "text": "Hello"}
    (found,) = view_of(plan_of(accounts=[group], posts=[post])).posts
    assert "schedule" not in {step.what for step in found.steps}


def test_late_pieces_are_carried_over_as_long_as_the_post_is_ahead() -> None:
    later = {**POST, "id": "later", "at": "2026-12-12 20:00", "status": "draft"}
    past = {**POST, "id": "past", "at": "2026-11-28 20:00", "status": "draft"}
    due = view_of(plan_of(posts=[POST, later, past], workflow=FLOW)).due
    assert [(piece.item.id, piece.step.what) for piece in due] == [
        ("open", "review"),
        ("later", "draft"),
        ("later", "asset"),
    ]


def test_published_posts_ask_for_their_numbers_only() -> None:
    view = view_of(plan_of(posts=[{**POST, "status": "published"}]))
    assert not view.posts
    assert [one.has_result for one in view.published] == [False]
    read = view_of(plan_of(posts=[{**POST, "status": "published", "result": {"likes": 3}}]))
    assert [one.has_result for one in read.published] == [True]


def test_the_batch_day_prepares_the_week_after() -> None:
    account = {**ACCOUNT, "cadence": [{"format": "broadcast", "days": ["wed"], "at": "20:00"}]}
    posts = [
        {**POST, "id": "next", "at": "2026-12-09 20:00", "status": "approved"},
        {**POST, "id": "held", "at": "2026-12-10 20:00", "status": "on_hold"},
        {**POST, "id": "draft", "at": "2026-12-11 20:00", "status": "draft"},
        {**POST, "id": "read", "at": "2026-11-25 20:00", "status": "published"},
    ]
    period = {"start": "2026-11-01", "end": "2027-01-31"}
    quiet = {**FLOW, "blackouts": [{"from": "2026-12-24", "why": "closed"}]}
    plan = plan_of(accounts=[account], posts=posts, workflow=quiet, period=period)
    batch = view_of(plan, week_named("2026-W49")).batch
    assert (batch.day, batch.who) == (date(2026, 11, 30), ("Kai",))
    assert [(one.item.id, one.is_ready, one.is_queued) for one in batch.next_items] == [
        ("next", True, False),
        ("draft", False, False),
    ]
    assert [item.id for item in batch.unread] == ["read"]
    assert [one.why for one in batch.blackouts] == ["closed"]
    assert view_of(plan, week_named("2026-W50")).batch.open == 1


def test_a_plan_without_a_batch_day_is_told_so() -> None:
    view = view_of(plan_of(posts=[POST]))
    assert view.batch.day is None
    assert "workflow.batch" in markdown(view)


@pytest.mark.parametrize(
    ("every", "day", "last", "due"),
    [
        ("month", 5, date(2026, 11, 5), date(2026, 12, 5)),
        ("month", 5, date(2026, 11, 20), date(2026, 12, 5)),
        ("month", 5, date(2026, 12, 4), date(2027, 1, 5)),
        ("month", 31, date(2027, 1, 31), date(2027, 2, 28)),
        ("2 weeks", "fri", date(2026, 11, 20), date(2026, 12, 4)),
        ("week", "sun", date(2026, 11, 15), date(2026, 11, 22)),
        ("month", "mon", date(2026, 11, 2), date(2026, 12, 7)),
        ("10 days", None, date(2026, 11, 2), date(2026, 11, 12)),
        ("month", 5, None, date(2026, 11, 5)),
        ("month", None, None, date(2026, 12, 1)),
        ("2 weeks", None, None, date(2026, 11, 15)),
        ("999 years", 5, date(8990, 11, 2), None),
        (None, None, date(2026, 11, 2), None),
    ],
)
def test_the_next_review_follows_the_last(
    every: str | None, day: Any, last: date | None, due: date | None
) -> None:
    reviews = plan_of(reviews={"every": every, "day": day}).reviews
    found = next_review(reviews, last, date(2026, 11, 1))
    assert found == due if due or every is None else found is not None


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_goal_without_numbers_is_followed_by_nothing(form: str) -> None:
    plan = plan_of(goals=[{"statement": "More friends"}], reviews={"every": "month"})
    page = markdown(view_of(plan), form=form)
    (line,) = (one for one in page.splitlines() if "More friends" in one)
    assert not re.sub("<[^>]*>", "", line).strip().endswith("–")


def test_the_review_reads_numbers_asks_questions_and_looks_back() -> None:
    plan = plan_of(
        goals=[
            {
                "statement": "More friends",
                "metric": "effective_friends",
                "target": 830,
                "milestones": [
                    {"date": "2026-11-01", "value": 1},
                    {"date": "2027-01-01", "value": 9},
                ],
                "data_source": "pos",
                "guard": "block_rate",
            },
            {"kind": "value", "statement": "Calm", "review_question": "Who is calm?"},
        ],
        assumptions=[
            {"statement": "old", "expires": "2026-11-01"},
            {"statement": "soon", "expires": "2026-12-20"},
            {"statement": "far", "expires": "2028-01-01"},
        ],
        reviews={
            "every": "month",
            "day": 5,
            "questions": ["What worked?"],
            "log": [{"date": "2026-11-05", "found": "Silence", "change": "Ask"}],
        },
    )
    review = view_of(plan).review
    assert review is not None
    assert (review.due, review.is_late) == (date(2026, 12, 5), False)
    assert review.last is not None
    assert review.last.change == "Ask"
    (goal,) = review.goals
    assert (goal.next_value, goal.guard, goal.data_source) == (9, "block rate (stock)", "pos")
    assert [one.question for one in review.values] == ["Who is calm?"]
    assert [(one.statement, one.is_expired) for one in review.assumptions] == [
        ("old", True),
        ("soon", False),
    ]
    late = view_of(plan, today=date(2026, 12, 6)).review
    assert late is not None
    assert late.is_late


COMMUNITY = {
    "groups": ["line"],
    "stages": [
        {
            "stage": "invite",
            "tasks": [
                {"what": "Invite", "owner": "kai", "due": "2026-11-20"},
                {"what": "Print", "owner": "wen", "done": True},
            ],
        }
    ],
    "scripts": [
        {"kind": "task", "text": "Today: one bowl\nof soup", "ready": True},
        {"kind": "rules", "text": "Be kind"},
    ],
    "rituals": [
        {"kind": "task-reminder", "account": "line", "days": ["mon"], "at": "08:00"},
        {"kind": "rules-reminder", "account": "line", "days": ["mon"], "at": "09:00"},
        {"kind": "introduction", "account": "line", "days": ["tue"], "at": "09:00"},
        {"kind": "evening-report", "account": "line", "days": ["tue"], "at": "21:00"},
        {
            "kind": "discussion",
            "account": "line",
            "days": ["wed", "fri"],
            "at": "20:00",
            "topics": ["soup", "bread", "tea"],
        },
    ],
}
PERIOD = {"start": "2026-11-30", "end": "2027-01-31"}


def test_the_group_has_tasks_copy_ahead_and_reports_of_the_day() -> None:
    work = view_of(plan_of(community=COMMUNITY, period=PERIOD)).community
    assert work is not None
    (stage,) = work.stages
    assert [(task.what, task.is_done, task.is_late) for task in stage.tasks] == [
        ("Invite", False, True),
        ("Print", True, False),
    ]
    assert [(one.title, one.is_ready) for one in work.scripts] == [
        ("Today: one bowl", True),
        ("Be kind", False),
    ]
    assert [one.kind for one in work.on_the_day] == ["evening-report"]
    assert {one.kind: one.copy for one in work.rituals} == {
        "task-reminder": "ready",
        "rules-reminder": "not-ready",
        "introduction": "no-script",
        "evening-report": "on-the-day",
        "discussion": "live",
    }


def test_topics_take_turns_from_the_first_day() -> None:
    plan = plan_of(community=COMMUNITY, period=PERIOD)
    topics = []
    for week in ("2026-W49", "2026-W50"):
        work = view_of(plan, week_named(week)).community
        assert work is not None
        topics += [d.topic for one in work.rituals if one.kind == "discussion" for d in one.days]
    assert topics == ["soup", "bread", "tea", "soup"]


def test_readiness_names_what_is_missing() -> None:
    bare = view_of(plan_of()).readiness
    assert bare is not None
    assert {point.what: point.state for point in bare.steps}["ready-numbers"] == "missing"
    assert not bare.community
    group = view_of(plan_of(community=COMMUNITY)).readiness
    assert group is not None
    points = {point.what: point for point in group.community}
    assert len(points) == 7
    assert points["community-interaction"].state == "done"
    assert points["community-product"].missing == ("promise", "fit")
    assert points["community-attitude"].state == "look"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_ready(name: str) -> None:
    plan = load_plan(read_plan(ROOT / "examples" / name / "socialplan.yaml")).plan
    readiness = view_of(plan, today=date(2026, 11, 21)).readiness
    assert readiness is not None
    assert {point.state for point in readiness.steps} == {"done"}


def test_a_filtered_page_keeps_to_its_subject() -> None:
    other = {**POST, "id": "other", "author": "wen", "reviewer": "wen", "publisher": "wen"}
    plan = plan_of(posts=[POST, other], community=COMMUNITY, period=PERIOD)
    of_kai = view_of(plan, assignee=("kai",))
    assert [post.item.id for post in of_kai.posts] == ["open"]
    assert of_kai.community is not None
    assert [task.what for stage in of_kai.community.stages for task in stage.tasks] == ["Invite"]
    assert of_kai.review is None
    assert of_kai.readiness is None
    assert view_of(plan, status=("draft",)).community is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", rendering.FORMATS)
def test_every_page_can_be_written(language: str, form: str) -> None:
    plans = [load_plan(read_plan(ROOT / "examples" / n / "socialplan.yaml")).plan for n in EXAMPLES]
    empty = load_plan(read_text("socialplan: 1\ntitle: x\nbrand: {name: x}\n", "p.yaml", None)).plan
    for plan in (*plans, plan_of(posts=[POST], community=COMMUNITY), empty):
        view = make("checklist", Asked(plan, calendar_of(plan, TODAY), TODAY, WEEK, language), form)
        text = markdown(view, language, form)
        assert "None" not in text
        if form == "json":
            assert json.loads(text)["view"] == "checklist"


def test_states_are_boxes() -> None:
    text = markdown(view_of(plan_of(posts=[POST])))
    assert "- [x] Call to action: Come and see\n" in text
    assert (
        "- [ ] Tap the link on a phone: does the right page open? – https://bear.example/" in text
    )
    bare = markdown(view_of(plan_of(posts=[{**POST, "call_to_action": None, "link": None}])))
    assert "- [ ] **To do:** There is no call to action.\n" in bare


def blocks(text: str) -> list[str]:
    return [token.type for token in Markdown(text).parsed]


def inline(text: str) -> set[str]:
    return {child.type for token in Markdown(text).parsed for child in token.children or ()}


def page_with(words: str) -> str:
    post = {
        **POST,
        "title": words,
        "note": words,
        "call_to_action": words,
        "interaction": {"kind": "lottery"},
    }
    community = {
        "stages": [{"stage": "invite", "tasks": [{"what": words, "owner": "kai"}]}],
        "scripts": [{"kind": "task", "title": words}],
        "rituals": [
            {"kind": "discussion", "account": "line", "days": ["wed"], "at": "20:00",
             "title": words, "topics": [words]}
        ],
    }  # fmt: skip
    plan = plan_of(
        title=words,
        posts=[post, {**post, "id": "out", "status": "published"}],
        personas=[{"id": "mei", "name": words, "quote": words}],
        team=[{"id": "kai", "name": words}, {"id": "wen", "name": words}],
        goals=[{"statement": words, "data_source": words},
               {"kind": "value", "review_question": words, "signals": [words]}],
        community=community,
        assumptions=[{"statement": words, "expires": "2026-12-01"}],
        reviews={"every": "week", "questions": [words], "log": [{"found": words, "change": words}]},
        workflow={"blackouts": [{"from": "2026-12-08", "why": words}]},
    )  # fmt: skip
    return markdown(view_of(plan))


HOSTILE = ["# x", "- [x] y", "|a|b|", "```", "<b>x</b>", "![i](u)", "**x", "1. x", "> x", "---"]


@pytest.mark.parametrize("words", [*HOSTILE, "{{ view }}", "{title}", "\x1b[31mred", "[bold]x"])
def test_hostile_words_stay_words(words: str) -> None:
    text = page_with(words)
    assert blocks(text) == blocks(page_with("plain"))
    assert not inline(text) & {"html_inline", "image", "link_open", "em_open", "s_open"}
    assert "\x1b" not in text


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40))
def test_no_words_break_the_page(words: str) -> None:
    text = f"x{words}x"
    assert blocks(page_with(text)) == blocks(page_with("plain"))
