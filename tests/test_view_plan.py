"""The whole plan as a document: chapters that are there, in order, and words that stay words."""

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
from rich.cells import cell_len
from rich.markdown import Markdown

from socialplan import rendering
from socialplan.loading import load_plan
from socialplan.rendering import suiting
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.source import read_plan, read_text
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import Window

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.views.plan import PlanView

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.parent.name for path in ROOT.glob("examples/*/socialplan.yaml"))
TODAY = date(2026, 11, 21)


def plan_of(**sections: Any) -> Plan:
    whole = {"socialplan": 1, "title": "Bear", "brand": {"name": "Bear", "market": "TW"}}
    text = yaml.safe_dump({**whole, **sections}, allow_unicode=True)
    return load_plan(read_text(text, "socialplan.yaml", None)).plan


def view_of(
    plan: Plan, window: Window | None = None, language: str = "en", **chosen: Any
) -> PlanView:
    calendar = calendar_of(plan, TODAY)
    shown = window or Window(*calendar.period)
    view: PlanView = make("plan", Asked(plan, calendar, TODAY, shown, language, Filter(**chosen)))
    return view


def page(plan: Plan, language: str = "en", form: str = "markdown", width: int | None = None) -> str:
    view = view_of(plan, language=language)
    return rendering.render(Page("plan", view, language, language, width), form)


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.*)$", text, re.MULTILINE)


def test_a_bare_plan_is_a_title_and_a_line_on_what_could_grow() -> None:
    plan = plan_of()
    text = page(plan)
    assert headings(text) == ["Bear"]
    assert "Not in this plan yet: the purpose, the brand's promise, insights" in text
    assert "community" not in view_of(plan).not_yet


def test_a_community_is_missed_only_where_people_talk() -> None:
    group = {"id": "g", "platform": "wechat-group"}
    assert "community" in view_of(plan_of(accounts=[group])).not_yet
    assert "community" in view_of(plan_of(kind="community")).not_yet
    assert "community" not in view_of(plan_of(accounts=[group], community={})).not_yet


def test_chapters_come_in_the_order_of_work() -> None:
    plan = load_plan(read_plan(ROOT / "examples/mother-baby-wechat/socialplan.yaml")).plan
    found = headings(page(plan))
    chapters = ["Discover", "Define", "Design", "Deploy", "The group", "Team and workflow"]
    places = [found.index(name) for name in (*chapters, "Measure", "Revise")]
    assert places == sorted(places)
    assert "Not in this plan yet" in page(plan)


def test_the_main_goal_comes_first_and_values_have_no_numbers() -> None:
    plan = plan_of(
        goals=[
            {"statement": "b", "metric": "followers", "baseline": 10, "target": 20},
            {"kind": "value", "statement": "v", "touchpoint": "solve", "signals": ["s"]},
            {"statement": "a", "main": True, "metric": "save_rate", "target": "3.25%"},
        ]
    )
    found = view_of(plan).discover
    assert [card.progress.statement for card in found.goals] == ["a", "b"]
    assert [card.progress.statement for card in found.values] == ["v"]
    text = page(plan)
    assert "| ★ a | save rate |  | 3.25% |  |" in text
    assert "| b | followers and friends | 10 | 20 |  |" in text
    assert "- Signals: s\n" in text


def test_a_share_of_ones_own_metric_is_a_percentage_too() -> None:
    own = {"custom": {"name": "bound", "unit": "%"}}
    plan = plan_of(goals=[{"statement": "g", "metric": own, "baseline": 0.38, "target": 0.47}])
    assert "| g | bound | 38% | 47% |  |" in page(plan)


def test_a_challenge_is_found_by_its_id_or_its_words() -> None:
    mei = {"id": "mei", "name": "Mei", "challenges": [{"id": "late", "text": "Always late"}]}
    for said in ("late", "Always late"):
        goal = {"statement": "g", "persona": "mei", "challenge": said, "because": "It waits"}
        pain = view_of(plan_of(personas=[mei], goals=[goal])).discover.goals[0].pain
        assert pain is not None
        assert (pain.persona, pain.challenge, pain.because) == ("Mei", "Always late", "It waits")


def test_peers_show_what_drew_most_answers_first() -> None:
    posts = [{"title": "few", "likes": 3}, {"title": "many", "comments": 9}, {"title": "none"}]
    plan = plan_of(competitors=[{"name": "Peer", "platform": "youtube", "posts": posts}])
    (peer,) = view_of(plan).discover.peers
    assert [post.title for post in peer.posts] == ["many", "few", "none"]
    assert peer.platform == "YouTube"


def test_an_assumption_says_when_it_ran_out() -> None:
    plan = plan_of(assumptions=[{"statement": "It snows", "expires": "2026-11-20"}])
    assert "- It snows (expired on November 20, 2026)" in page(plan)


def test_a_persona_card_answers_the_questions() -> None:
    mei = {
        "id": "mei",
        "name": "Mei",
        "age": "25-34",
        "education": "college",
        "job": "clerk",
        "interests": ["tea", "bread"],
        "challenges": [{"text": "Never a seat", "stage": "convert"}],
        "quote": "Is there a seat?",
    }
    line = {"id": "line", "platform": "line-oa", "personas": ["mei"]}
    text = page(plan_of(personas=[mei], accounts=[line]))
    assert "> Is there a seat?" in text
    assert "- Interests: tea, bread\n" in text
    assert "- Challenges: Never a seat (Convert)\n" in text
    assert "- We meet them on: LINE Official Account\n" in text


def test_shares_are_those_of_posts_that_are_still_meant() -> None:
    posts = [
        {"title": "1", "pillar": "a"},
        {"title": "2", "pillar": "a"},
        {"title": "3", "pillar": "b"},
        {"title": "4", "pillar": "b", "status": "cancelled"},
        {"title": "5"},
    ]
    pillars = [{"id": "a", "share": 0.5}, {"id": "b", "name": "B"}, {"id": "c"}]
    rows = view_of(plan_of(posts=posts, pillars=pillars)).design.pillars
    assert [(row.name, row.intended, row.posts) for row in rows] == [
        ("a", 0.5, 2),
        ("B", None, 1),
        ("c", None, 0),
    ]
    assert [row.planned for row in rows] == pytest.approx([2 / 3, 1 / 3, 0])
    unposted = view_of(plan_of(pillars=pillars)).design.pillars
    assert {row.planned for row in unposted} == {None}


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ((2, 2, 1), "good"),
        ((2, 2, 2), "good"),
        ((2, 2, 0), "partly"),
        ((1, 1, 1), "partly"),
        ((2, 0, 0), "poor"),
        ((2, 2, None), ""),
    ],
)
def test_scores_make_a_verdict(scores: tuple[int | None, ...], verdict: str) -> None:
    named = zip(("repurchase", "topicality", "affinity"), scores, strict=True)
    fit = {aspect: score for aspect, score in named if score is not None}
    community = view_of(plan_of(community={"fit": fit})).community
    assert community is not None
    assert community.fit is not None
    assert community.fit.verdict == verdict


def test_staff_get_cue_cards_and_others_prepared_words() -> None:
    scripts = [
        {"kind": "staff", "scene": "At the till", "incentive": "50 off", "text": "Hello\n\nthere"},
        {"kind": "welcome", "text": "Welcome", "ready": True},
    ]
    text = page(plan_of(community={"scripts": scripts}))
    assert "**At the till** (not ready yet)" in text
    assert "- Incentive: 50 off\n" in text
    assert "> Hello\n>\n> there\n" in text
    assert "**welcome: Welcome**\n" in text


def test_accounts_say_what_they_promise_and_where_they_lead() -> None:
    accounts = [
        {
            "id": "ig",
            "platform": "instagram",
            "purpose": "promote",
            "leads_to": ["line", "the shop"],
            "cadence": [{"format": "reel", "days": ["fri"], "at": "18:30"}],
            "service": {"days": ["mon", "tue"], "hours": "10:00-18:00", "reply_within": "2 hours"},
        },
        {"id": "line", "platform": "line-oa", "subscription": "tw-light"},
    ]
    text = page(plan_of(accounts=accounts))
    assert "- Instagram → LINE Official Account, the shop\n" in text
    assert re.search(r"- Cadence: .*Fri 18:30\n", text)
    assert "- Answers customers: Mon, Tue 10:00-18:00, within 2 hours\n" in text
    assert "| Instagram |  |  |  | promote |" in text


def test_an_owner_who_is_staff_too_is_named_once() -> None:
    team = [{"id": "mei", "name": "Mei"}, {"id": "kai", "name": "Kai"}]
    account = {"id": "ig", "platform": "instagram", "owner": "mei", "staff": ["kai", "mei"]}
    assert "| Mei (owner), Kai |" in page(plan_of(team=team, accounts=[account]))


def test_the_table_of_accounts_is_left_out_where_it_says_nothing() -> None:
    assert "| Account |" not in page(plan_of(accounts=[{"id": "line", "platform": "line-oa"}]))


def test_steps_and_paths_are_told_apart() -> None:
    funnel = [
        {"step": "attract", "rate": "follow", "baseline": "1.2%", "target": "2%"},
        {"from": "friend", "to": "member", "target": 47},
    ]
    text = page(plan_of(funnel=funnel))
    assert "| attract | follow rate | 1.2% | 2% |  |" in text
    assert "| friend | member |  | 47 |  |" in text


def test_a_budget_is_in_the_money_of_the_market() -> None:
    campaigns = [{"id": "a", "budget": 12000}, {"id": "b", "budget": "USD 5"}, {"id": "c"}]
    rows = view_of(plan_of(campaigns=campaigns)).deploy.campaigns
    assert [(row.budget, row.currency) for row in rows][:2] == [(12000, "TWD"), (5, "USD")]


POSTS = [
    {"id": "before", "account": "line", "at": "2026-10-30 20:00", "title": "Before"},
    {"id": "in", "account": "line", "at": "2026-12-02 20:00", "title": "Within"},
    {"id": "gone", "account": "line", "at": "2026-12-03 20:00", "status": "cancelled"},
    {"id": "idea", "account": "line", "title": "Some day"},
]
LINE = {"id": "line", "platform": "line-oa"}
PERIOD = {"start": "2026-11-01", "end": "2026-12-31"}


def test_every_post_that_is_meant_is_listed_also_before_the_period() -> None:
    deploy = view_of(plan_of(accounts=[LINE], posts=POSTS, period=PERIOD)).deploy
    assert [[item.id for item in month.items] for month in deploy.months] == [["before"], ["in"]]
    assert [item.id for item in deploy.backlog] == ["idea"]


def test_days_and_filters_narrow_the_posts() -> None:
    plan = plan_of(accounts=[LINE], posts=POSTS, period=PERIOD)
    december = Window(date(2026, 12, 1), date(2026, 12, 31))
    (month,) = view_of(plan, december).deploy.months
    assert [item.id for item in month.items] == ["in"]
    assert not view_of(plan, status=("approved",)).deploy.months


def test_work_is_shared_out_as_the_posts_say() -> None:
    team = [
        {"id": "kai", "name": "Kai", "roles": ["author"]},
        {"id": "yu", "name": "Yu", "org": "Studio", "agreement": "20 hours a month"},
        {"id": "lo", "name": "Lo", "org": "Agency"},
    ]
    posts = [
        {"account": "line", "at": "2026-12-02 20:00", "author": "kai", "designer": "yu"},
        {"account": "line", "at": "2026-12-03 20:00", "author": "kai", "reviewer": "nobody"},
    ]
    plan = plan_of(team=team, accounts=[{**LINE, "owner": "kai", "staff": ["lo"]}], posts=posts)
    (row,) = view_of(plan).work.duties
    assert (row.owner, row.staff, row.authors, row.designers, row.reviewers) == (
        "Kai",
        ("Lo",),
        ("Kai",),
        ("Yu",),
        ("nobody",),
    )
    text = page(plan)
    assert "- Agreed with Studio: Yu – 20 hours a month\n" in text
    assert "- Agreed with Agency: Lo – no agreement written down yet\n" in text


def test_workflow_and_reviews_are_said_in_words() -> None:
    plan = plan_of(
        workflow={
            "batch": {"day": "mon", "at": "10:00"},
            "lead_days": 5,
            "remind": [60, 15],
            "approval": "required",
            "quiet_hours": "22:00-08:00",
        },
        reviews={"every": "2 weeks", "day": "fri"},
    )
    text = page(plan)
    assert "- The batch day: Mon 10:00\n" in text
    assert "- Reminders: 60, 15 minutes before\n" in text
    assert "- Approval: required before scheduling\n" in text
    assert "Looked at again every 2 weeks, Fri" in text


def test_folded_lines_of_chinese_lose_their_spaces_and_others_keep_them() -> None:
    text = page(plan_of(purpose="對的情境說 對的一句話，在 LINE 上\n說"))
    assert "對的情境說對的一句話，在 LINE 上" in text


def test_a_plan_with_holes_names_what_it_has() -> None:
    plan = plan_of(
        accounts=[{"id": "x", "platform": "nowhere", "personas": ["ghost"], "leads_to": ["gone"]}],
        campaigns=[{"id": "c", "goal": "ghost", "pillars": ["ghost"]}],
        goals=[{"accounts": ["ghost"], "guard": "ghost", "persona": "ghost"}],
        posts=[{"account": "ghost", "at": "2026-12-02 20:00", "pillar": "ghost"}],
        community={"stages": [{"stage": "invite", "goal": "ghost", "channels": ["ghost"]}]},
        personas=[{}],
        team=[{}],
        library=[{}],
        funnel=[{}],
    )
    assert page(plan).count("ghost") >= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", suiting.formats_of("plan"))
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_read_well(name: str, form: str, language: str) -> None:
    plan = load_plan(read_plan(ROOT / "examples" / name / "socialplan.yaml")).plan
    text = page(plan, language, form)
    assert "None" not in text
    if form == "json":
        assert json.loads(text)["discover"]["goals"]
    else:
        assert plan.title in " ".join(text.split()).replace("\\", "")


def test_a_narrow_terminal_loses_no_words() -> None:
    plan = load_plan(read_plan(ROOT / "examples/cafe-taiwan/socialplan.yaml")).plan
    text = page(plan, "zh-TW", "terminal", width=50)
    assert max(cell_len(line) for line in text.splitlines()) <= 50
    words = "".join(text.split())
    assert all("".join(post.title.split()) in words for post in plan.posts if post.title)


def shapes(text: str) -> list[str]:
    return [token.type for token in Markdown(text).parsed]


def inline(text: str) -> set[str]:
    return {child.type for token in Markdown(text).parsed for child in token.children or ()}


def page_full_of(words: str) -> str:
    line = {
        "id": "line", "platform": "other", "name": words, "handle": words, "positioning": words,
        "leads_to": [words], "limits": [words], "experience": words, "external": {"tool": words},
    }  # fmt: skip
    script = {"kind": "staff", "scene": words, "title": words, "text": words}
    return page(
        plan_of(
            title=words,
            purpose=words,
            brand={"name": words, "promise": words, "voice": {"tone": [words]}},
            team=[{"id": "kai", "name": words, "org": words, "agreement": words}],
            insights=[{"statement": words, "evidence": words}],
            assumptions=[{"statement": words, "evidence": words}],
            personas=[{"name": words, "quote": words, "habits": [words], "challenges": [words]}],
            accounts=[line],
            goals=[{"statement": words, "metric": {"custom": {"name": words}}, "evidence": words},
                   {"kind": "value", "statement": words, "value": words, "signals": [words]}],
            pillars=[{"id": "p", "name": words}],
            hashtag_sets={"set": [words]},
            segments=[{"name": words, "rule": words}],
            library=[{"title": words, "season": [words]}],
            campaigns=[{"name": words, "goal": words}],
            funnel=[{"from": words, "to": words, "how": words}],
            community={"purpose": words, "rules": [words], "scripts": [script], "referral": words,
                       "events": [{"title": words, "value": words}], "key_members": [words],
                       "rituals": [{"title": words, "topics": [words]}]},
            posts=[{"account": "line", "at": "2026-12-02 20:00", "title": words, "pillar": "p"},
                   {"account": "line", "title": words}],
            competitors=[{"name": words, "posts": [{"title": words, "url": words}]}],
            reviews={"questions": [words], "log": [{"found": words, "change": words}]},
            metrics={"sources": [words], "notes": [{"why": words}]},
        )
    )  # fmt: skip


HOSTILE = [
    "# x", "- [x] y", "|a|b|", "```", "<b>x</b>", "![i](u)", "[l](u)", "**x", "1. x", "2) x",
    "> x", "---", "===", "    x", "~~x~~", "&amp;", "{{ view }}", "{title}", "\x1b[31mred",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    text = page_full_of(words)
    assert shapes(text) == shapes(page_full_of("plain"))
    assert not inline(text) & {"html_inline", "image", "link_open", "em_open", "s_open"}
    assert "\x1b" not in text


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        st.characters(
            exclude_categories=["Cs"],  # halves of characters, which no file can hold
            exclude_characters="\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029",
        ),
        max_size=40,
    )
)
def test_no_words_break_the_document(words: str) -> None:
    assert shapes(page_full_of(f"x{words}x")) == shapes(page_full_of("plain"))
