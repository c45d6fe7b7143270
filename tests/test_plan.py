"""What the plan language takes, what it makes of it, and how it says no."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from socialplan.plan import SECTIONS, Plan
from socialplan.plan.accounts import Account
from socialplan.plan.brand import Brand
from socialplan.plan.cadence import Cadence
from socialplan.plan.community import Community, FunnelStep
from socialplan.plan.content import Campaign, Pillar
from socialplan.plan.figures import AgeRange, Money
from socialplan.plan.goals import Goal
from socialplan.plan.interaction import Terms
from socialplan.plan.naming import post_ids
from socialplan.plan.part import Part
from socialplan.plan.people import Person, Persona
from socialplan.plan.posts import Post
from socialplan.plan.publications import publications
from socialplan.plan.references import definitions, references
from socialplan.plan.times import Every, HourSpan
from socialplan.plan.workflow import Reviews, Workflow

TEN_LINES: dict[str, Any] = {
    "socialplan": 1,
    "title": "小熊咖啡社群計劃",
    "brand": {"name": "小熊咖啡", "market": "TW"},
    "accounts": [
        {
            "id": "line",
            "platform": "line-oa",
            "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
        }
    ],
    "posts": [
        {
            "account": "line",
            "at": "2026-11-25 20:00",
            "title": "官方週年慶",
            "text": "加入好友享 85 折優惠!",
        }
    ],
}


def plan_of(**sections: Any) -> Plan:
    return Plan.model_validate({**TEN_LINES, "accounts": [], "posts": [], **sections})


def error_of(model: type[BaseModel], **fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    (error,) = caught.value.errors()
    return error["type"]


def value_of(model: type[Part], field: str, written: Any, **others: Any) -> Any:
    return getattr(model.model_validate({**others, field: written}), field)


# The whole


def test_ten_lines_are_a_plan() -> None:
    plan = Plan.model_validate(TEN_LINES)
    assert plan.accounts[0].cadence[0].days == ("wed", "fri")
    assert plan.posts[0].at == datetime(2026, 11, 25, 20)
    assert (plan.locale, plan.timezone) == ("zh-TW", "Asia/Taipei")


def test_only_the_heading_and_the_brand_are_required() -> None:
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate({})
    assert {error["loc"] for error in caught.value.errors()} == {
        ("socialplan",),
        ("title",),
        ("brand",),
    }


def test_every_top_level_key_says_what_it_holds() -> None:
    assert set(SECTIONS) == set(Plan.model_fields)
    assert SECTIONS["posts"] == (Post, "list")
    assert SECTIONS["brand"] == (Brand, "one")
    assert SECTIONS["workflow"] == (Workflow, "one")
    assert SECTIONS["title"].holds == SECTIONS["hashtag_sets"].holds == "plain"


def test_a_plan_can_be_put_together_from_parts_that_are_valid() -> None:
    plan = Plan.of(posts=(Post.model_validate({"title": "一"}),), goals=None)
    assert plan.posts[0].title == "一"
    assert (plan.title, plan.brand.name, plan.goals) == ("", "", ())


def test_an_unknown_key_is_refused_where_it_stands() -> None:
    with pytest.raises(ValidationError) as caught:
        Post.model_validate({"link": {"url": "https://x.tw", "colour": "red"}})
    assert caught.value.errors()[0]["loc"] == ("link", "colour")
    assert caught.value.errors()[0]["type"] == "extra_forbidden"


def test_what_is_asked_for_often_is_made_once() -> None:
    plan, calls = plan_of(), []

    def count(asked: Plan) -> int:
        calls.append(asked)
        return len(calls)

    assert plan.once(count) == plan.once(count) == 1


def test_parts_are_found_by_id_and_the_first_of_two_wins() -> None:
    plan = plan_of(
        accounts=[{"id": "line", "handle": "@one"}, {"id": "line", "handle": "@two"}],
        team=[{"id": "mei", "name": "小美"}, {"name": "nobody"}],
    )
    found = plan.account("line")
    assert found is not None
    assert found.handle == "@one"
    assert plan.person("mei") is plan.team[0]
    assert plan.person(None) is None
    assert plan.goal("missing") is None


def test_an_account_has_its_own_zone_or_the_brands_or_the_markets() -> None:
    plan = plan_of(accounts=[{"id": "jp", "timezone": "Asia/Tokyo"}, {"id": "tw"}])
    assert [plan.zone_of(account).key for account in plan.accounts] == ["Asia/Tokyo", "Asia/Taipei"]
    assert plan_of(brand={"name": "x"}).timezone == "UTC"
    assert plan_of(brand={"name": "x", "market": "TW", "locale": "en"}).locale == "en"


def _kinds_of_part(base: type[Part] = Part) -> list[type[Part]]:
    return [kind for sub in base.__subclasses__() for kind in (sub, *_kinds_of_part(sub))]


ODDITIES: list[Any] = [
    *(None, True, -1, 0, 7, 10**400, 1.5, float("nan"), float("inf")),
    *(
        "",
        " ",
        "=",
        "-",
        ":",
        "%",
        "?",
        "\0",
        "\ud800",
        "٣",
        "²",
        "²-²",
        "00:60",
        "99:99",
        "-:-",
        "0",
    ),
    *("9999-12-31 23:59", "2026-11-25 20:00+24:00", "9" * 5000, "$", "FREQ=", "utm_=&=&&=", "0"),
    *([], [None], [[]], {}, {"": ""}, {"text": []}, {1: 2}, [{}]),
]


@pytest.mark.parametrize("part", _kinds_of_part(), ids=lambda part: part.__name__)
def test_any_value_is_taken_or_refused(part: type[Part]) -> None:
    for name, field in part.model_fields.items():
        for odd in ODDITIES:
            try:
                part.model_validate({field.alias or name: odd})
            except ValidationError as refused:
                str(refused)


# Short forms


@pytest.mark.parametrize(
    ("model", "field", "short", "whole"),
    [
        (Cadence, "days", "wed", ["wed"]),
        (Post, "hashtags", None, []),
        (Post, "hashtags", "#a", ["#a"]),
        (Post, "link", "https://x.tw", {"url": "https://x.tw"}),
        (Post, "disclosure", "sponsored", ["sponsored"]),
        (Post, "messages", ["早安"], [{"text": "早安"}]),
        (Post, "messages", [{"coupon": "85 折"}], [{"coupon": {"title": "85 折"}}]),
        (Post, "thread", ["一", "二"], [{"text": "一"}, {"text": "二"}]),
        (Post, "assets", "https://x.tw/a.jpg", [{"url": "https://x.tw/a.jpg"}]),
        (Post, "assets", ["a.jpg"], [{"file": "a.jpg"}]),
        (Post, "interaction", "quiz", {"kind": "quiz"}),
        (Persona, "challenges", "沒時間", [{"text": "沒時間"}]),
        (Goal, "metric", "followers", {"id": "followers"}),
        (Goal, "baseline", 500, {"value": 500}),
        (Community, "fit", {"repurchase": 2}, {"repurchase": {"score": 2}}),
        (Community, "rules", ["不發廣告"], [{"text": "不發廣告"}]),
        (Workflow, "lead_days", 3, {"draft": 3, "asset": 3, "review": 3}),
        (Workflow, "blackouts", "2026-02-28", [{"from": "2026-02-28"}]),
        (Campaign, "utm", "xmas", {"campaign": "xmas"}),
        (Campaign, "utm", "utm_source=line&medium=oa", {"source": "line", "medium": "oa"}),
    ],
)
def test_a_short_form_means_the_whole_one(
    model: type[Part], field: str, short: Any, whole: Any
) -> None:
    assert value_of(model, field, short) == value_of(model, field, whole)


def test_a_metric_of_ones_own_has_a_name() -> None:
    metric = value_of(Goal, "metric", {"custom": {"name": "回訪桌數", "unit": "桌"}})
    assert (metric.id, metric.name) == (None, "回訪桌數")


# Times


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-25 20:00", datetime(2026, 11, 25, 20)),
        ("2026-11-25T20:00", datetime(2026, 11, 25, 20)),
        ("2026-11-25 20:00:30", datetime(2026, 11, 25, 20, 0, 30)),
        ("2026-1-5 8:00", datetime(2026, 1, 5, 8)),
        ("2026-11-25 20:00+08:00", datetime.fromisoformat("2026-11-25T20:00+08:00")),
        ("2026-11-25T12:00Z", datetime.fromisoformat("2026-11-25T12:00+00:00")),
    ],
)
def test_a_wall_time_is_read_in_the_ways_people_write_it(written: str, moment: datetime) -> None:
    assert value_of(Post, "at", written) == moment


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ("2026-02-30 20:00", "impossible_date"),
        ("2026-11-25 25:00", "impossible_date"),
        ("2026-13-01 20:00", "impossible_date"),
        ("0001-01-01 20:00", "impossible_date"),
        ("2026-11-25 20:00+99:00", "impossible_date"),
        ("2026-11-25", "time_missing"),
        ("tomorrow", "date_shape"),
        ("2026-W48-3 20:00", "date_shape"),
        ("２０２６-11-25 20:00", "date_shape"),
        (20261125, "date_shape"),
        (True, "date_shape"),
        ({"day": 1}, "date_shape"),
    ],
)
def test_a_wall_time_that_is_none_says_why(written: Any, error: str) -> None:
    assert error_of(Post, at=written) == error


def test_days_and_clocks() -> None:
    assert value_of(Goal, "due", "2026-12-31") == date(2026, 12, 31)
    assert value_of(Cadence, "at", "8:00") == time(8)
    assert value_of(Terms, "end", "2026-12-01") == date(2026, 12, 1)
    assert value_of(Terms, "end", "2026-12-01 23:59") == datetime(2026, 12, 1, 23, 59)
    assert error_of(Goal, due="2026-12-31 20:00") == "date_shape"
    assert error_of(Goal, due="2026-06-31") == "impossible_date"
    assert error_of(Cadence, at="8 pm") == "clock_shape"
    assert error_of(Cadence, at="24:30") == "impossible_date"
    assert error_of(Cadence, at=1200) == "clock_shape"


@pytest.mark.parametrize("written", ["wed", "Wed", "WEDNESDAY", "週三", "周三", "星期三", "禮拜三"])
def test_a_day_of_the_week_by_any_of_its_names(written: str) -> None:
    assert value_of(Cadence, "days", written) == ("wed",)


def test_no_day_of_the_week() -> None:
    assert error_of(Cadence, days=["wed", "humpday"]) == "day_name"
    assert error_of(Cadence, days=3) == "day_name"


@pytest.mark.parametrize(
    ("written", "every"),
    [
        ("week", Every(1, "week")),
        ("2 weeks", Every(2, "week")),
        ("every 10 days", Every(10, "day")),
        ("quarter", Every(3, "month")),
    ],
)
def test_a_rhythm(written: str, every: Every) -> None:
    assert value_of(Cadence, "every", written) == every


def test_no_rhythm() -> None:
    assert error_of(Cadence, every="often") == "every_shape"
    assert error_of(Cadence, every="0 weeks") == "every_shape"
    assert error_of(Cadence, every=2) == "every_shape"


def test_a_recurrence_rule_has_the_shape_of_one() -> None:
    assert value_of(Cadence, "rrule", "FREQ=WEEKLY;BYDAY=WE") == "FREQ=WEEKLY;BYDAY=WE"
    assert error_of(Cadence, rrule="every wednesday") == "rrule_shape"
    assert error_of(Cadence, rrule="A=" * 50_000) == "rrule_shape"


def test_quiet_hours_reach_over_midnight() -> None:
    quiet: HourSpan = value_of(Workflow, "quiet_hours", "22:00-08:00")
    assert quiet.covers(time(23))
    assert quiet.covers(time(7, 59))
    assert not quiet.covers(time(8))
    assert error_of(Workflow, quiet_hours="night") == "hours_shape"


@pytest.mark.parametrize("written", ["10:00-21:00", "10:00–21:00", "10:00 ~ 21:00", "10:00～21:00"])
def test_a_span_of_hours_is_read_in_the_ways_people_write_it(written: str) -> None:
    hours: HourSpan = value_of(Workflow, "quiet_hours", written)
    assert str(hours) == "10:00-21:00"


def test_a_score_is_a_number() -> None:
    assert error_of(Community, fit={"affinity": True}) == "number_shape"
    assert error_of(Community, fit={"affinity": 3}) == "literal_error"


def test_a_review_is_on_a_day_of_the_month_or_of_the_week() -> None:
    assert value_of(Reviews, "day", 1) == 1
    assert value_of(Reviews, "day", "Monday") == "mon"
    assert error_of(Reviews, day=32) == "impossible_date"


def test_time_zones_exist() -> None:
    assert value_of(Account, "timezone", "Asia/Taipei", id="a") == "Asia/Taipei"
    for name in ("Taipei", "../etc/passwd", "Asia", "", "a\0b", "臺北"):
        assert error_of(Account, id="a", timezone=name) == "unknown_timezone"


# Numbers


@pytest.mark.parametrize(
    ("written", "number"), [(600, 600), ("600", 600), ("12%", 0.12), (0.5, 0.5), ("-3.5", -3.5)]
)
def test_a_target_is_a_number_or_a_percentage(written: Any, number: float) -> None:
    assert value_of(Goal, "target", written) == pytest.approx(number)


@pytest.mark.parametrize(
    "written",
    ["1.5 萬", "很多", "1,200", True, float("nan"), float("inf"), 10**400, "9" * 5000, []],
)
def test_what_is_no_number_is_refused(written: Any) -> None:
    assert error_of(Goal, target=written) == "number_shape"


def test_counts_and_ratios_keep_their_range() -> None:
    assert value_of(Account, "followers", "1200", id="a") == 1200
    assert error_of(Account, id="a", followers=-1) == "count_shape"
    assert error_of(Account, id="a", followers=True) == "number_shape"
    assert value_of(Pillar, "share", "40%") == pytest.approx(0.4)
    assert error_of(Pillar, share=40) == "ratio_range"


@pytest.mark.parametrize(
    ("written", "money"),
    [
        (3000, Money(3000)),
        ("3000", Money(3000)),
        ("TWD 3,000", Money(3000, "TWD")),
        ("NT$3,000", Money(3000, "TWD")),
        ("99.5 USD", Money(99.5, "USD")),
        ("3000 元", Money(3000)),
    ],
)
def test_money_with_and_without_a_currency(written: Any, money: Money) -> None:
    assert value_of(Campaign, "budget", written) == money


def test_no_money() -> None:
    assert error_of(Campaign, budget="a lot") == "money_shape"


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("25-34", AgeRange(25, 34)),
        ("18+", AgeRange(18, None)),
        (65, AgeRange(65, 65)),
        ("25～34", AgeRange(25, 34)),
    ],
)
def test_ages(written: Any, ages: AgeRange) -> None:
    assert value_of(Persona, "age", written) == ages


@pytest.mark.parametrize("written", ["young", "34-25", True])
def test_no_ages(written: Any) -> None:
    assert error_of(Persona, age=written) == "age_shape"


def test_enumerations_name_what_they_know() -> None:
    with pytest.raises(ValidationError, match="'lead', 'author'"):
        Person.model_validate({"roles": ["writer"]})


def test_keys_that_python_keeps_for_itself() -> None:
    step = FunnelStep.model_validate({"from": "friend", "to": "member", "target": "10%"})
    assert (step.from_, step.to) == ("friend", "member")
    assert Cadence.model_validate({"except": "2026-12-25"}).except_ == (date(2026, 12, 25),)


# References


def test_references_are_found_where_they_are_written() -> None:
    plan = plan_of(
        accounts=[{"id": "line", "owner": "mei", "personas": ["office"], "platform": "line-oa"}],
        goals=[{"metric": "followers", "guard": "block_rate", "challenge": "沒時間"}],
        posts=[
            {"accounts": ["line", "ig"], "pillar": "news", "result": {"reach": 10}},
            {"account": "line", "variants": {"ig": {"format": "reel"}}, "approved": {"by": "wu"}},
        ],
        community={"stages": [{"stage": "invite", "tasks": [{"what": "x", "owner": "mei"}]}]},
        funnel=[{"from": "friend", "to": "member"}],
    )
    found = {(reference.kind, reference.id, reference.path) for reference in references(plan)}
    assert found == {
        ("market", "TW", ("brand", "market")),
        ("person", "mei", ("accounts", 0, "owner")),
        ("persona", "office", ("accounts", 0, "personas", 0)),
        ("platform", "line-oa", ("accounts", 0, "platform")),
        ("metric", "followers", ("goals", 0, "metric", "id")),
        ("metric", "block_rate", ("goals", 0, "guard")),
        ("challenge", "沒時間", ("goals", 0, "challenge")),
        ("account", "line", ("posts", 0, "accounts", 0)),
        ("account", "ig", ("posts", 0, "accounts", 1)),
        ("pillar", "news", ("posts", 0, "pillar")),
        ("metric", "reach", ("posts", 0, "result", "reach")),
        ("account", "line", ("posts", 1, "account")),
        ("account", "ig", ("posts", 1, "variants", "ig")),
        ("format", "reel", ("posts", 1, "variants", "ig", "format")),
        ("person", "wu", ("posts", 1, "approved", "by")),
        ("person", "mei", ("community", "stages", 0, "tasks", 0, "owner")),
    }
    assert [r.id for r in references(plan) if r.on_key] == ["reach", "ig"]


def test_definitions_and_a_challenge_by_id_or_by_its_words() -> None:
    plan = plan_of(
        personas=[{"id": "office", "challenges": [{"id": "time", "text": "沒時間"}, "太貴"]}],
        hashtag_sets={"brand": ["#小熊咖啡"]},
        goals=[{"statement": "more"}],
        posts=[{"id": "first"}, {"title": "without one"}],
    )
    assert {(found.kind, found.id, found.path) for found in definitions(plan)} == {
        ("persona", "office", ("personas", 0, "id")),
        ("challenge", "time", ("personas", 0, "challenges", 0, "id")),
        ("challenge", "沒時間", ("personas", 0, "challenges", 0, "text")),
        ("challenge", "太貴", ("personas", 0, "challenges", 1, "text")),
        ("hashtag_set", "brand", ("hashtag_sets", "brand")),
        ("post", "first", ("posts", 0, "id")),
    }


# Posts


def test_a_post_goes_where_it_says() -> None:
    def ids(**fields: Any) -> tuple[str, ...]:
        return Post.model_validate(fields).account_ids

    assert ids() == ()
    assert ids(account="a") == ids(accounts="a") == ids(account="a", accounts=["a"]) == ("a",)
    assert ids(account="a", accounts=["b", "a"]) == ("a", "b")
    assert ids(variants={"a": {}, "b": {}}) == ("a", "b")


def test_posts_without_an_id_get_a_stable_one() -> None:
    at = "2026-11-25 20:00"
    plan = plan_of(
        posts=[
            {"account": "line", "at": at},
            {"account": "line", "at": "2026-11-25 21:00"},
            {"id": "2026-11-25-line-2"},
            {"at": at},
            {"title": "Behind the scenes!"},
            {"title": "週年慶 預告"},
            {},
            {},
        ]
    )
    assert post_ids(plan) == (
        "2026-11-25-line",
        "2026-11-25-line-3",
        "2026-11-25-line-2",
        "2026-11-25",
        "behind-the-scenes",
        "週年慶-預告",
        "idea-1",
        "idea-2",
    )


def test_a_post_without_status_is_a_draft_or_an_idea() -> None:
    assert Post.model_validate({}).state == "idea"
    assert Post.model_validate({"at": "2026-11-25 20:00"}).state == "draft"
    assert Post.model_validate({"status": "on_hold"}).state == "on_hold"


# Publications


def test_a_post_is_published_once_per_account_as_its_variant_has_it() -> None:
    plan = plan_of(
        accounts=[{"id": "line", "platform": "line-oa"}, {"id": "ig", "platform": "instagram"}],
        hashtag_sets={"brand": ["#bear", "#coffee"]},
        posts=[
            {
                "accounts": ["line", "ig"],
                "at": "2026-11-25 20:00",
                "title": "週年慶",
                "text": "一起來",
                "hashtags": ["#bear"],
                "hashtag_sets": "brand",
                "variants": {
                    "ig": {"at": "2026-11-26 12:00", "format": "reel", "text": "看影片"},
                    "line": {"messages": ["嗨", {"coupon": {"title": "85 折", "text": "出示"}}]},
                },
            }
        ],
    )
    line, ig = publications(plan)
    assert (line.account_id, line.at, line.title) == ("line", datetime(2026, 11, 25, 20), "週年慶")
    assert (ig.format, ig.at, ig.text) == ("reel", datetime(2026, 11, 26, 12), "看影片")
    assert ig.hashtags == ("#bear", "#coffee")
    assert line.id == ig.id == "2026-11-25-line"
    assert ig.path("text") == ("posts", 0, "variants", "ig", "text")
    assert ig.path("title") == ("posts", 0, "title")
    said = [(words.path[2:], words.text, words.role) for words in line.texts]
    assert said == [
        (("variants", "line", "messages", 0, "text"), "嗨", "message"),
        (("variants", "line", "messages", 1, "coupon", "title"), "85 折", "message"),
        (("variants", "line", "messages", 1, "coupon", "text"), "出示", "message"),
    ]


def test_all_words_of_a_publication_are_in_one_place() -> None:
    plan = plan_of(posts=[{"thread": ["一", {"text": "二"}], "first_comment": "三"}])
    (idea,) = publications(plan)
    assert [(said.path, said.text) for said in idea.texts] == [
        (("posts", 0, "thread", 0, "text"), "一"),
        (("posts", 0, "thread", 1, "text"), "二"),
        (("posts", 0, "first_comment"), "三"),
    ]
    assert (idea.account, idea.at, idea.status, idea.key) == (None, None, "idea", "idea-1")


def test_a_time_with_an_offset_becomes_the_accounts_wall_time() -> None:
    plan = plan_of(
        accounts=[{"id": "line"}], posts=[{"account": "line", "at": "2026-11-25T12:00Z"}]
    )
    assert publications(plan)[0].at == datetime(2026, 11, 25, 20)


def test_the_usual_format_is_the_promised_one_else_the_platforms_first() -> None:
    promised = [{"format": "reel", "days": "wed", "at": "20:00"}]
    plan = plan_of(
        accounts=[
            {"id": "a", "platform": "instagram", "cadence": promised},
            {"id": "b", "platform": "instagram"},
            {"id": "c", "platform": "other", "name": "offline"},
        ],
        posts=[{"accounts": ["a", "b", "c", "nowhere"]}, {"account": "a", "format": "story"}],
    )
    assert [p.format for p in publications(plan)] == ["reel", "post", None, None, "story"]
