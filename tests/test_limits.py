"""Every figure of a platform pack that a plan can run into: what fits it, and what is one over."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from socialplan import facts
from socialplan.counting import COUNTERS, count
from socialplan.facts import store
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules, copy, media
from socialplan.source import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts.schedules import Rate, Window
    from socialplan.finding import Finding

RULES = [*copy.RULES, *media.RULES]
NAMED = {rule.name: rule for rule in all_rules()}
MANY = 300
"""Posts, above which a rate is left alone: nobody plans 10 000 posts a day."""

TODAY = date(2026, 11, 21)
FAMILY, FLAG = "👨‍👩‍👧‍👦", "🇹🇼"

NO_FIELD = {
    "article": "a long post of X has no format of its own",
    "carousel_images": "`images` holds the same figure",
    "cover.ratio wechat-oa": "nothing tells the cover from the pictures of an article",
    "cover.sizes wechat-oa": "nothing tells the cover from the pictures of an article",
    "document.pages": "an asset does not say how many pages it has",
    "dynamic_images": "there is no format for a dynamic of Bilibili",
    "embeds.text": "it is the sum of all words of all embeds",
    "gallery_images": "another way to embed than the usual one, which `images` holds",
    "gif.frames": "an asset does not say how many frames it has",
    "html.bytes": "a plan does not hold the HTML of a newsletter",
    "link_image.sizes": "the picture of a preview belongs to the page behind the link",
    "request.bytes": "it is the sum of all that one call of the API sends",
    "rich_message.bytes": "a bubble does not say whether its picture is a rich message",
    "rich_message.sizes": "a bubble does not say whether its picture is a rich message",
    "rich_message.types": "a bubble does not say whether its picture is a rich message",
    "coupon.usage_condition": "a coupon has one text, which is held against its description",
    "story.images": "LINE VOOM's stories are no format of the plan language",
    "story.seconds": "LINE VOOM's stories are no format of the plan language",
}
"""Bounds that nothing in a plan can break, each with the reason."""


class Case(NamedTuple):
    """One bound, and where it holds."""

    slug: str
    form: facts.Format
    limit: facts.Limit
    bound: float
    least: bool

    def __str__(self) -> str:
        limit = self.limit
        where = [limit.surface, limit.tier, "fold" if limit.fold else None]
        sign = "from" if self.least else "to"
        return " ".join(
            filter(None, [self.slug, self.form.id, limit.field, sign, f"{self.bound:g}", *where])
        )


def has_no_field(slug: str, limit: facts.Limit) -> bool:
    return limit.field in NO_FIELD or f"{limit.field} {slug}" in NO_FIELD


def pack_of(slug: str) -> facts.Platform:
    found = facts.platform(slug)
    assert found is not None
    return found


def every_limit() -> Iterator[tuple[str, facts.Format, facts.Limit]]:
    for slug in facts.PLATFORMS:
        for form in pack_of(slug).formats.values():
            for limits in form.all_limits.values():
                yield from ((slug, form, limit) for limit in limits if limit.bounds)


def cases() -> Iterator[Case]:
    for slug, form, limit in every_limit():
        if not has_no_field(slug, limit):
            if limit.max is not None:
                yield Case(slug, form, limit, limit.max, least=False)
            if limit.min:
                yield Case(slug, form, limit, limit.min, least=True)


CASES = list(cases())
ON_TEXTS = [case for case in CASES if case.limit.count in COUNTERS and not case.limit.fold]
ON_FOLDS = [
    case
    for case in CASES
    if case.limit.fold
    and case.bound == min(one.max or 0 for one in case.form.folds(case.limit.field))
]
ON_FIGURES = [case for case in CASES if case.limit.count not in COUNTERS]


def lines_of(unit: str, number: int) -> dict[str, str]:
    """Texts of that length: Latin, Chinese, families, flags, links and mentions at the front."""
    fronts = {"latin": "", "chinese": "字", "emoji": FAMILY + FLAG, "link": "https://a.tw/b 看"}
    fronts["mention"] = "@littlebear 早"
    made = {}
    for name, front in fronts.items():
        times = max(0, number // count(unit, front) - 2) if name in ("chinese", "emoji") else 1
        text = front * times
        while count(unit, text) < number:
            text += "a" * max(1, number - count(unit, text) - 1)
        if count(unit, text) == number:
            made[name] = text
    assert made, (unit, number)
    return made


def asset(name: str, **known: Any) -> dict[str, Any]:
    return {"file": name, "source": "own", **known}


SAMPLES = {
    "image": "a.png",
    "gif": "a.gif",
    "video": "a.mp4",
    "document": "a.pdf",
    "file": "a.mp3",
    "cover": "a.jpg",
}


def copy_with(case: Case, value: Any) -> dict[str, Any]:
    """Words of a post that state a value where a bound is looked for."""
    field = case.limit.field
    match field:
        case "text" | "title":
            return {field: value}
        case "caption":
            return {"text": value, "assets": [asset("a.png")]}
        case "alt":
            return {"assets": [asset("a.png", alt=value)]}
        case "link":
            return {"link": {"url": value}}
        case "coupon.title":
            return {"messages": [{"coupon": {"title": value}}]}
        case "coupon.description":
            return {"messages": [{"coupon": {"text": value}}]}
        case "template.title":
            return {"messages": [{"card": [{"title": value}]}]}
        case "template.text":
            return {"messages": [{"card": [{"text": value}]}]}
        case "template.text_with_image":
            return {"messages": [{"card": [{"title": "a", "text": value}]}]}
    return {"options": option(field, value)}


def option(field: str, value: Any) -> Any:
    """Options that state a value: `poll.option` stands in the list `poll.options`."""
    key, _, rest = field.partition(".")
    inner = option(rest, value) if rest else value
    if key in ("tag", "extra_tag", "option", "embed", "field"):
        return {f"{key}s": [inner]}
    return {key: inner}


def figures_with(case: Case, number: float) -> dict[str, Any]:
    """A post with that many of something, or with something of that size."""
    field, few = case.limit.field, range(int(number))
    holder, _, measure = field.partition(".")
    if holder in SAMPLES and measure:
        return {"assets": [asset(SAMPLES[holder], **of_size(measure, number))]}
    match field:
        case "images" | "videos" | "items":
            return {"assets": assets_of(case, int(number))}
        case "hashtags" | "mentions":
            return {field: [f"a{i}" for i in few]}
        case "cashtags":
            return {"text": " ".join(f"$A{chr(65 + i)}" for i in few)}
        case "links":
            return {"text": " ".join(f"https://a.tw/{i}" for i in few)}
        case "bubbles":
            return {"messages": [f"text {i}" for i in few]}
        case "cards" | "carousel_columns":
            return {"messages": [{"card": [{"title": f"{i}"} for i in few]}]}
    exact = number if case.limit.count == "seconds" else [f"a{i}" for i in few]
    return {"options": option(field, exact)}


def assets_of(case: Case, number: int) -> list[dict[str, Any]]:
    """Pictures, videos or both; a cover comes on top where a format has one."""
    endings = {"images": ("png",), "videos": ("mp4",), "items": ("png", "mp4")}[case.limit.field]
    cover = case.limit.field == "images" and number > 0 and "cover" in case.form.needs
    return [asset(f"{i}.{endings[i % len(endings)]}") for i in range(number + cover)]


def of_size(measure: str, number: float) -> dict[str, Any]:
    match measure:
        case "pixels":
            return {"width": int(number), "height": 1}
        case "perimeter":
            return {"width": int(number) - 1, "height": 1}
        case "ratio":
            height = 100 if number > 0.1 else 1000
            return {"width": round(number * height), "height": height}
        case "seconds":
            return {"duration": number}
    return {measure: int(number)}


def found_for(case: Case, post: dict[str, Any]) -> list[Finding]:
    """What is said of a post where the bound holds, citing the fact behind the bound."""
    limit = case.limit
    account = {"id": "a", "platform": case.slug}
    account |= {"surface": limit.surface} if limit.surface else {}
    account |= {"tier": limit.tier} if limit.tier else {}
    plan = {
        "socialplan": 1,
        "title": "Example",
        "brand": {"name": "Little Bear", "market": limit.region or "TW"},
        "accounts": [account],
        "posts": [
            {"account": "a", "at": "2026-11-25 20:00", "format": case.form.id, "status": "approved"}
            | post
        ],
    }
    source = read_text(json.dumps(plan, ensure_ascii=False), "socialplan.yaml", None)
    loaded = load_plan(source)
    assert not loaded.mistakes, loaded.mistakes
    cited = re.escape(limit.fact.cited) if limit.fact.source else "no official source"
    found = lint(loaded, RULES, TODAY, "en")
    return [one for one in found if one.name == "media-required" or re.search(cited, one.message)]


def test_only_what_no_field_can_state_is_left_out() -> None:
    known = {name for slug, _, one in every_limit() for name in (one.field, f"{one.field} {slug}")}
    assert set(NO_FIELD) <= known


@pytest.mark.parametrize("case", ON_TEXTS, ids=str)
def test_a_text_may_fill_its_room_and_no_more(case: Case) -> None:
    unit, most = case.limit.count, int(case.bound)
    for name, text in lines_of(unit, most).items():
        assert not too_long(case, text, most), name
        over = text + ("字" if unit == "xhs_width" else "a")
        assert len(too_long(case, over, most)) == 1, name


@pytest.mark.parametrize("case", ON_TEXTS, ids=str)
def test_what_does_not_fit_is_marked(case: Case) -> None:
    text = "x" * int(case.bound) * (2 if case.limit.count == "xhs_width" else 1) + "字字字"
    found = too_long(case, text, int(case.bound))
    assert len(found) == 1
    place = found[0].place
    marked = place.end_column - place.column
    assert marked == (len(text) + 2 if case.limit.field == "alt" else 3)


@pytest.mark.parametrize("case", ON_FOLDS, ids=str)
def test_a_text_may_reach_its_fold_and_not_pass_it(case: Case) -> None:
    text = "字" * int(case.bound)
    for words, folds in ((text, 0), (text + "字", 1)):
        found = found_for(case, copy_with(case, words))
        folded = [one.message for one in found if one.name == "text-over-fold"]
        assert [f"{len(words)} of {len(text)} characters" in one for one in folded] == [
            True
        ] * folds


def test_a_text_that_fits_a_phone_fits_everywhere() -> None:
    mobile, desktop = pack_of("linkedin-page").formats["post"].folds("text")
    assert mobile.max is not None
    assert desktop.max is not None
    assert mobile.max < desktop.max
    case = Case("linkedin-page", pack_of("linkedin-page").formats["post"], mobile, 0, least=False)
    text = "字" * int(desktop.max + 1)
    told = [one for one in found_for(case, {"text": text}) if one.name == "text-over-fold"]
    assert [f"{len(text)} of {mobile.max:g} characters" in one.message for one in told] == [True]


def too_long(case: Case, text: str, most: int) -> list[Finding]:
    """What is said of the length of a text, with its length and the bound."""
    said = f": {count(case.limit.count, text)} of {most} "
    found = found_for(case, copy_with(case, text))
    return [
        one
        for one in found
        if one.name.endswith("-too-long") and said in one.message.replace(",", "")
    ]


@pytest.mark.parametrize("case", ON_FIGURES, ids=str)
def test_a_figure_may_reach_its_bound_and_not_pass_it(case: Case) -> None:
    fits = found_for(case, figures_with(case, case.bound))
    said = found_for(case, figures_with(case, passing(case)))
    assert {kind_of(one) for one in said} - {kind_of(one) for one in fits}


def kind_of(found: Finding) -> tuple[str, object, str]:
    """What is said, apart from the figures: of a size also of which."""
    size = found.message.partition(":")[0] if found.name.endswith(("-size", "-length")) else ""
    return found.name, found.severity, size


def passing(case: Case) -> float:
    """The next figure on the far side of a bound."""
    if case.limit.count == "ratio":
        return case.bound * (0.9 if case.least else 1.1)
    if case.limit.field.endswith("seconds") and case.limit.field.startswith("video"):
        return case.bound + (-0.25 if case.least else 0.5)
    return case.bound + (-1 if case.least else 1)


LISTED = [
    (slug, form, limit)
    for slug, form, limit in every_limit()
    if limit.allowed and not has_no_field(slug, limit)
]


@pytest.mark.parametrize(
    ("slug", "form", "limit"), LISTED, ids=[f"{a} {b.id} {c.field}" for a, b, c in LISTED]
)
def test_what_is_listed_is_taken_and_nothing_else(
    slug: str, form: facts.Format, limit: facts.Limit
) -> None:
    case = Case(slug, form, limit, 0, least=False)
    holder, _, measure = limit.field.partition(".")
    other = {"image": "svg", "cover": "svg", "gif": "gif", "video": "avi", "document": "ods"}
    match measure:
        case "types":
            taken = [asset(f"a.{one}") for one in limit.allowed]
            refused = asset(f"a.{other[holder]}")
        case "ratio":
            sides = [tuple(map(float, one.split(":"))) for one in limit.allowed]
            taken = [
                asset(SAMPLES[holder], width=round(a * 100), height=round(b * 100))
                for a, b in sides
            ]
            refused = asset(SAMPLES[holder], width=7000, height=1000)
        case _:
            widths = [int(one.partition("x")[0]) for one in limit.allowed]
            taken = [asset(SAMPLES[holder], width=min(widths))]
            refused = asset(SAMPLES[holder], width=min(widths) - 1)
    for one in taken:
        assert not about(case, one), one
    assert about(case, refused)


def about(case: Case, one: dict[str, Any]) -> list[Finding]:
    """What is said of an asset's type, shape or size, whichever the limit is about."""
    rule = {"types": "-format", "ratio": "-ratio", "sizes": "-size"}
    ending = rule[case.limit.field.partition(".")[2]]
    return [found for found in found_for(case, {"assets": [one]}) if found.name.endswith(ending)]


HORIZONS = [
    (slug, window)
    for slug in facts.PLATFORMS
    for window in pack_of(slug).schedule.windows
    if window.max is not None
]
RATES = [
    (slug, rate)
    for slug in facts.PLATFORMS
    for rate in pack_of(slug).schedule.rates
    if rate.max <= MANY
]
GROUPS = [(slug, limit) for slug in facts.PLATFORMS for limit in pack_of(slug).member_limits]


@pytest.mark.parametrize(("slug", "window"), HORIZONS, ids=[slug for slug, _ in HORIZONS])
def test_a_post_is_scheduled_as_far_ahead_as_a_platform_takes_it(slug: str, window: Window) -> None:
    assert window.max is not None
    account = {"platform": slug, "surface": window.surface}
    for beyond in (0, 1):
        day = TODAY + window.max + timedelta(days=beyond)
        post = {"account": "a", "title": "b", "at": f"{day} 12:00", "status": "scheduled"}
        found = said_of(account, [post], "beyond-scheduling-horizon")
        assert [f"at most {window.max.days} days" in one for one in found] == [True] * beyond


@pytest.mark.parametrize(
    ("slug", "rate"), RATES, ids=[f"{slug} {rate.per}" for slug, rate in RATES]
)
def test_an_account_posts_as_often_as_its_platform_lets_it(slug: str, rate: Rate) -> None:
    account = {"platform": slug, "surface": rate.surface, "tier": rate.tier}
    form = {"format": rate.formats[0]} if rate.formats else {}
    days = [
        f"2026-12-{i % 28 + 1:02}" if rate.per == "month" else "2026-12-01" for i in range(MANY)
    ]
    posts = [
        {"account": "a", "title": f"{i}", "at": f"{day} {i // 60 % 24:02}:{i % 60:02}"} | form
        for i, day in enumerate(days[: rate.max + 1])
    ]
    assert not said_of(account, posts[:-1], "over-platform-rate")
    assert len(said_of(account, posts, "over-platform-rate")) == 1


@pytest.mark.parametrize(("slug", "limit"), GROUPS, ids=[slug for slug, _ in GROUPS])
def test_a_group_holds_as_many_as_its_platform_says(slug: str, limit: facts.Limit) -> None:
    for beyond in (0, 1) if limit.max else (1,):
        members = int(limit.max or 10**6) + beyond
        account = {"platform": slug, "tier": limit.tier, "followers": members}
        found = said_of(account, [], "group-over-capacity")
        assert len(found) == (beyond if limit.max else 0)


def said_of(account: dict[str, Any], posts: list[dict[str, Any]], rule: str) -> list[str]:
    """The sentences of one rule on an account and its posts."""
    known = {key: value for key, value in account.items() if value is not None}
    plan = {
        "socialplan": 1,
        "title": "Example",
        "brand": {"name": "Little Bear", "market": "TW"},
        "accounts": [{"id": "a"} | known],
        "posts": posts,
    }
    source = read_text(json.dumps(plan, ensure_ascii=False), "socialplan.yaml", None)
    return [one.message for one in lint(load_plan(source), [NAMED[rule]], TODAY, "en")]


NOT_READ = {
    "how a counter works, which is code": """
        bluesky facet_index_unit url_counting; line-oa text_unit_templates line_emoji_counting;
        mastodon text_counting_rule url_weight mention_counting hashtag_rule;
        x url_weight emoji_weight text_normalization uncounted; linkedin-page text_escape
    """,
    "about programs that publish, not about what is published": """
        bluesky api_rate.create_cost api_rate.points_per_day api_rate.points_per_hour;
        facebook-group api_publishing; facebook-page api_rate; mastodon api_rate;
        telegram api_rate file_size_max.bot_download_mb file_size_max.local_server_mb;
        tiktok unaudited_client; wechat-oa api_rate api_send_confirmation external_images;
        x api_rate_posts.per_app api_rate_posts.per_user; xiaohongshu one_web_session
    """,
    "about running an account or a group, not about posts": """
        discord channel_topic_max; email bulk_rules_gmail unsubscribe_deadline;
        facebook-group admin_tools; line-oa account_types unsubscribe_note;
        line-openchat line_group_members_max banned_words history_for_new_members unsend_window
        join_modes; qq-group admins_max; telegram channel_fields; wechat-oa publish_without_send;
        x scheduled_posts_editable; line-voom availability story.hours;
        mastodon schedule_limits.total
    """,
    "advice or a study, with nothing to hold a post against": """
        facebook-page image_spec.png_advice_mb; instagram audience_tw.ad_reach_million_2024 cadence;
        linkedin-page first_comment_link length_study
    """,
    "not refused: the platform scales it down": """
        instagram image_spec.max_width; threads image_spec.max_width; tiktok image_spec.resolution
    """,
    "an asset does not say it": """
        instagram image_spec.color; mastodon video_max.fps; threads video_spec.fps;
        tiktok video_spec.fps
    """,
    "the picture of a preview belongs to the page behind the link": """
        facebook-page link_image.minimum link_image.large_card link_image.size_mb link_image.aspect
    """,
    "another figure of the same fact is the one that holds": """
        bilibili schedule_window.min; line-oa rich_message_size.square rich_message_size.custom;
        telegram album.min; bluesky alt_text
    """,
    "a coupon of the plan language has no draw and no number of uses": """
        line-oa coupon.uses_per_ticket coupon.lottery_percent coupon.lottery_issue_max
    """,
    "uncertain: at launch it was so, and it may have changed": "line-openchat files_supported",
    "`blocked_in` of the pack says it": "xiaohongshu taiwan_access",
}
"""Facts that no rule reads, by the reason."""


def test_every_fact_is_read_or_has_a_reason_not_to_be() -> None:
    excused = {
        (slug, name)
        for groups in NOT_READ.values()
        for group in groups.split(";")
        for slug, *names in [group.split()]
        for name in names
    }
    assert {(slug, name) for slug in facts.PLATFORMS for name in unread(slug)} == excused


def unread(slug: str) -> Iterator[str]:
    """Facts, or figures of a fact, to which nothing else in the pack refers."""
    pack = dict(store.read(f"platforms/{slug}.yaml"))
    known = pack.pop("facts")
    named = set(re.findall(r"[\w.-]+", json.dumps(pack)))
    roots = {name.partition(".")[0] for name in named}
    for name, entry in known.items():
        if name not in roots:
            yield name
        elif name not in named and isinstance(entry["value"], dict):
            deeper = (f"{name}.{key}" for key in entry["value"])
            yield from (one for one in deeper if not any(ref.startswith(one) for ref in named))
