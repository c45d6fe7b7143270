"""Personas and platforms: what each card says, what it lacks, and how accounts connect."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialplan import rendering
from socialplan.plan import Plan
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.translating import LANGUAGES, words
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import days_shown, everything

TODAY = date(2026, 12, 3)
NASTY = "x\x1b[31m\u202egnp.exe\n# [a](javascript:b) | `<script>alert(1)</script>"
PLAN: dict[str, Any] = {
    "socialplan": 1,
    "title": "Bear",
    "brand": {"name": "Bear", "market": "TW"},
    "period": {"start": "2026-11-30", "end": "2026-12-13"},
    "personas": [
        {
            "id": "near",
            "name": "Mei",
            "age": "35-44",
            "job": "bookkeeper",
            "challenges": [{"id": "hour", "text": "nowhere to sit"}, "no time"],
            "quote": "Is there a table?",
        },
        {"id": "far", "name": "Lin"},
    ],
    "pillars": [{"id": "news", "name": "News", "personas": ["near"]}],
    "segments": [{"id": "fans", "name": "Fans", "personas": ["near"]}],
    "goals": [
        {"statement": "Seats", "persona": "near", "challenge": "hour"},
        {"statement": "Friends", "persona": "near"},
    ],
    "accounts": [
        {
            "id": "line",
            "platform": "line-oa",
            "purpose": "serve",
            "touchpoint": "solve",
            "personas": ["near"],
            "leads_to": ["shop"],
            "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
        },
        {"id": "ig", "platform": "instagram", "leads_to": ["line"]},
        {"id": "app", "platform": "other", "name": "Our app"},
    ],
    "posts": [
        {"account": "line", "at": "2026-12-02 20:00", "title": "A", "persona": "near"},
        {"account": "line", "at": "2026-12-04 20:00", "title": "B", "persona": "near"},
        {"accounts": ["line", "ig"], "at": "2026-12-09 20:00", "title": "C", "persona": "far"},
        {"account": "ig", "title": "D", "persona": "near"},
        {"account": "ig", "at": "2026-12-05 20:00", "title": "E"},
        {"account": "ig", "at": "2026-12-06 20:00", "title": "F", "segment": "fans"},
        {"account": "ig", "at": "2026-12-07 20:00", "title": "G", "status": "cancelled"},
    ],
}


def view(name: str, changed: dict[str, Any] | None = None, **chosen: tuple[str, ...]) -> Any:
    plan = Plan.model_validate({**PLAN, **(changed or {})})
    calendar = calendar_of(plan, TODAY)
    window = days_shown(name, calendar, TODAY, None, None)
    return make(name, Asked(plan, calendar, TODAY, window, "en", Filter(**chosen)))


def written(name: str, form: str, language: str = "en", **changed: Any) -> str:
    return rendering.render(Page(name, view(name, changed), language, language, width=100), form)


def test_a_card_says_what_speaks_to_the_persona() -> None:
    mei, lin = view("personas").personas
    assert mei.persona.accounts == ("LINE Official Account",)
    assert (mei.pillars, mei.segments) == (("News",), ("Fans",))
    assert (mei.posts, mei.share) == (4, 0.8)
    assert mei.next_item.title == "B"
    assert (lin.posts, lin.share) == (1, 0.2)
    assert lin.lacks[0] == "age"
    assert "accounts" in lin.lacks


def test_posts_on_two_accounts_count_once_and_those_to_nobody_are_told() -> None:
    shown = view("personas")
    assert (shown.posts, shown.to_nobody) == (6, 1)
    assert "1 of 6 posts have neither a persona nor a segment" in written("personas", "terminal")


def test_a_post_speaks_to_the_personas_of_its_segment_pillar_or_account() -> None:
    posts = [
        {"account": "line", "at": "2026-12-04 20:00", "title": "A"},
        {"account": "ig", "at": "2026-12-05 20:00", "title": "B", "pillar": "news"},
        {"account": "ig", "at": "2026-12-06 20:00", "title": "C"},
        {"account": "line", "at": "2026-12-11 20:00", "title": "D", "segment": "fans"},
        {"account": "line", "at": "2026-12-16 20:00", "title": "E", "segment": "none"},
        {"account": "line", "at": "2026-12-18 20:00", "title": "F", "persona": "far"},
    ]
    for chosen in ((), ("near",)):
        mei = view("personas", {"posts": posts}, persona=chosen).personas[0]
        assert (mei.posts, mei.next_item.title) == (3, "A")
    assert view("personas", {"posts": posts}).to_nobody == 1


@pytest.mark.parametrize("name", ["agenda", "board", "sheet", "checklist", "plan", "brief"])
def test_every_view_means_the_same_posts_by_a_persona(name: str) -> None:
    posts = [
        {"account": "line", "at": "2026-12-04 20:00", "title": "Of account"},
        {"account": "ig", "at": "2026-12-05 20:00", "title": "Of pillar", "pillar": "news"},
        {"account": "ig", "at": "2026-12-06 20:00", "title": "Of segment", "segment": "fans"},
        {"account": "ig", "at": "2026-12-07 20:00", "title": "Of post", "persona": "near"},
        {"account": "ig", "at": "2026-12-07 21:00", "title": "To nobody"},
        {"account": "line", "at": "2026-12-11 20:00", "title": "To others", "persona": "far"},
    ]
    plan = Plan.model_validate({**PLAN, "posts": posts})
    calendar = calendar_of(plan, TODAY)
    asked = Asked(plan, calendar, TODAY, everything(calendar), "en", Filter(persona=("near",)))
    everybody = Asked(plan, calendar, TODAY, everything(calendar), "en")
    (facet,) = [one for one in make("agenda", everybody, "html").facets if one.kind == "persona"]
    assert [(one.key, one.count) for one in facet.choices] == [("near", 4), ("far", 1)]
    for form in ("markdown", "html"):
        text = rendering.render(Page(name, make(name, asked, form), "en", "en"), form)
        for said in ("Of account", "Of pillar", "Of segment", "Of post"):
            assert said in text or name == "plan"
        assert "To nobody" not in text
        assert "To others" not in text


def test_a_pain_that_no_goal_eases_is_told() -> None:
    mei = view("personas").personas[0]
    assert [(one.text, one.goals) for one in mei.challenges] == [
        ("nowhere to sit", ("Seats",)),
        ("no time", ()),
    ]
    assert mei.other_goals == ("Friends",)
    assert "no time – _no goal eases it yet_" in written("personas", "markdown")


def test_filters_narrow_the_cards_and_what_is_counted() -> None:
    assert [one.id for one in view("personas", persona=("far",)).personas] == ["far"]
    assert [one.id for one in view("personas", account=("line",)).personas] == ["near"]
    assert view("personas", account=("ig",)).nothing == "filtered"


def test_accounts_are_compared_with_figures_and_their_sources() -> None:
    line, _, app = view("platforms").accounts
    assert line.platform.users.cited.as_of
    assert (line.posts, line.open) == (3, 1)
    assert line.bounds
    assert app.platform is None
    page = written("platforms", "markdown")
    assert line.platform.users.cited.as_of in page
    assert "no figures for this platform" in page


def test_the_map_tells_accounts_from_places_and_finds_who_stands_apart() -> None:
    shown = view("platforms")
    places = [(way.origin, [(it.name, it.is_account) for it in way.goals]) for way in shown.ways]
    assert places == [
        ("LINE Official Account", [("shop", False)]),
        ("Instagram", [("LINE Official Account", True)]),
    ]
    assert shown.apart == ("Our app",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
@pytest.mark.parametrize(("name", "key"), [("personas", "challenges:"), ("platforms", "leads_to:")])
def test_an_empty_plan_shows_how_to_begin(name: str, key: str, form: str, language: str) -> None:
    nothing: dict[str, Any] = {"personas": [], "accounts": [], "posts": [], "goals": []}
    page = written(name, form, language, **nothing)
    assert key in page
    said = words(language)(f"{name}.nothing-bare")
    assert said in page.replace("\n", " " if language == "en" else "")


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("name", ["personas", "platforms"])
def test_what_people_typed_is_shown_and_obeyed_by_nobody(name: str, form: str) -> None:
    changed: dict[str, Any] = {
        "title": NASTY,
        "personas": [{"id": "n", "name": NASTY, "quote": NASTY, "challenges": [NASTY]}],
        "accounts": [{"id": "n", "name": NASTY, "positioning": NASTY, "leads_to": [NASTY]}],
        "goals": [],
        "posts": [],
    }
    page = written(name, form, **changed)
    assert "<script>alert" not in page or form in ("terminal", "json")
    assert "[a](javascript" not in page or form != "markdown"
    if form != "html":
        assert "\x1b" not in page
        assert "\u202e" not in page
