from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from socialplan import facts
from socialplan.counting import COUNTERS
from socialplan.facts import metrics, store
from socialplan.facts.formulas import evaluate, names_in
from socialplan.finding import Confidence

PACKS = sorted(path.stem for path in (store.FOLDER / "platforms").glob("*.yaml"))
REFERENCE = Path(__file__).parents[2] / "shared" / "reference"
with_reference = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference figures are not beside us"
)
LANGUAGES = {"en", "zh-TW", "zh-CN"}
UNITS = {"items", "bytes", "seconds", "pixels", "ratio", "types"}
FORMATS = """
line-oa broadcast; line-voom post; line-openchat message; facebook-page post, reel, story, live;
facebook-group post, reel, story, live; instagram post, carousel, reel, story; threads post; x post;
weibo post; linkedin-page post; bluesky post; mastodon post; youtube video, short, live, community;
tiktok video, photo; douyin video, photo; wechat-group message; qq-group message; telegram message;
discord message; wechat-oa article; xiaohongshu note, video; bilibili video, article; pinterest pin;
email newsletter
"""


def pack(slug: str) -> facts.Platform:
    found = facts.platform(slug)
    assert found is not None
    return found


def formats_of(slug: str) -> list[facts.Format]:
    return list(pack(slug).formats.values())


@pytest.fixture(params=PACKS)
def each(request: pytest.FixtureRequest) -> facts.Platform:
    return pack(request.param)


def test_every_pack_is_listed() -> None:
    assert sorted(facts.PLATFORMS) == PACKS
    assert facts.platform("myspace") is None


def test_formats_are_those_of_the_plan_language() -> None:
    listed = (entry.strip().partition(" ") for entry in FORMATS.split(";"))
    promised = {slug: names.replace("\n", " ").split(", ") for slug, _, names in listed}
    assert {slug: list(pack(slug).formats) for slug in PACKS} == promised


def test_packs_are_complete(each: facts.Platform) -> None:
    assert date.fromisoformat(f"{each.reviewed}-01")
    assert set(each.names) == LANGUAGES
    assert set(each.approaches) == LANGUAGES
    assert all(each.approaches.values())
    assert all(set(kind.names) == LANGUAGES for kind in each.formats.values())


def test_every_fact_has_a_source_or_little_confidence(each: facts.Platform) -> None:
    for fact in each.facts.values():
        assert fact.source or fact.confidence is Confidence.LOW, fact.id
        assert re.fullmatch(r"\d{4}(-\d{2})?", fact.as_of), fact.id
        assert fact.unit
        assert fact.source is None or re.match(r"https?://|github:", fact.source), fact.id


def test_every_bound_counts_in_a_known_unit_and_points_to_a_fact(each: facts.Platform) -> None:
    for kind in each.formats.values():
        for limit in (limit for limits in kind.all_limits.values() for limit in limits):
            assert limit.count in UNITS | set(COUNTERS), limit
            assert limit.fact is each.facts[limit.fact.id]
            assert limit.surface in (None, *each.surfaces), limit
            assert limit.tier in (None, *each.tiers), limit


def test_no_number_is_written_twice(each: facts.Platform) -> None:
    """A bound names its fact; only none and one are written out."""
    for kind in store.read(f"platforms/{each.slug}.yaml")["formats"].values():
        for written in kind["limits"].values():
            for bound in written if isinstance(written, list) else [written]:
                assert {bound.get("min", 0), bound.get("max", 0)} - {0, 1} <= {
                    name for name in bound.values() if isinstance(name, str)
                }


def test_handles_match_their_own_example(each: facts.Platform) -> None:
    if each.handle:
        assert re.fullmatch(each.handle.pattern, each.handle.example)


@with_reference
@pytest.mark.parametrize("slug", PACKS)
def test_all_gathered_facts_are_carried_over(slug: str) -> None:
    gathered = yaml.safe_load((REFERENCE / "platform-facts.yaml").read_text("utf-8"))[slug]
    for name, entry in gathered.items():
        fact = pack(slug).facts[name]
        assert (fact.source, fact.as_of) == (entry["source"], entry["as_of"])
        assert str(fact.confidence) == entry["confidence"]
        assert figures(entry["value"]) <= figures([fact.value, fact.note]), name


def figures(value: Any) -> set[str]:
    """The numbers of a value, wherever they stand in it."""
    return set(re.findall(r"\d+(?:\.\d+)?", str(value)))


@with_reference
def test_there_are_310_gathered_facts() -> None:
    gathered = yaml.safe_load((REFERENCE / "platform-facts.yaml").read_text("utf-8"))
    assert sum(map(len, gathered.values())) == 310
    assert set(gathered) == set(facts.PLATFORMS)


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema: only booleans, null and plain numbers are typed."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", r"<<", "<"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), list(first)
    )


@pytest.mark.parametrize(
    "name",
    [
        "community.yaml",
        "markets.yaml",
        "metrics.yaml",
        *(f"platforms/{slug}.yaml" for slug in PACKS),
    ],
)
def test_files_read_alike_under_yaml_1_1_and_1_2(name: str) -> None:
    text = (store.FOLDER / name).read_text("utf-8")
    assert yaml.load(text, Loader=CoreLoader) == store.read(name)


def maxima(slug: str, kind: str, field: str, **account: str) -> list[tuple[float | None, bool]]:
    limits = pack(slug).formats[kind].limits(field, **account)
    return [(limit.max, limit.soft) for limit in limits]


def test_conflicts_are_said_softly_and_the_certain_limit_hard() -> None:
    assert maxima("instagram", "post", "hashtags") == [(5, True), (30, False)]
    assert maxima("wechat-oa", "article", "title") == [(32, True), (64, False)]
    assert maxima("pinterest", "pin", "text") == [(500, True), (800, False)]
    assert maxima("facebook-page", "post", "text") == [(63206, True)]


def test_a_surface_or_tier_decides() -> None:
    assert maxima("line-oa", "broadcast", "text") == [(500, False)]
    assert maxima("line-oa", "broadcast", "text", surface="api") == [(5000, False)]
    assert maxima("instagram", "carousel", "items") == [(20, False)]
    assert maxima("instagram", "carousel", "items", surface="api") == [(10, False)]
    assert maxima("x", "post", "text") == [(280, False)]
    assert maxima("x", "post", "text", tier="premium") == [(25000, False)]
    assert maxima("bluesky", "post", "text") == [(300, False), (3000, False)]
    counted = [limit.count for limit in pack("youtube").formats["video"].limits("text")]
    assert counted == ["utf16"]


def test_folds_stand_apart() -> None:
    caption = pack("instagram").formats["post"]
    assert [fold.max for fold in caption.folds("text")] == [125]
    assert [limit.max for limit in caption.limits("text")] == [2200]


def test_what_is_not_documented_sets_no_bound() -> None:
    assert maxima("x", "post", "hashtags") == []
    assert pack("facebook-group").members() is None


def test_sizes_and_times_come_in_bytes_and_seconds() -> None:
    reel = pack("instagram").formats["reel"]
    assert [(x.min, x.max, x.count) for x in reel.limits("video.seconds")] == [(3, 900, "seconds")]
    assert [(x.max, x.count) for x in reel.limits("video.bytes")] == [(300_000_000, "bytes")]
    ratio, _ = reel.limits("video.ratio")
    assert (ratio.min, ratio.max) == (0.01, 10)


def test_schedules() -> None:
    page = pack("facebook-page").schedule.window()
    assert page is not None
    assert (page.min, page.max, page.soft) == (timedelta(minutes=10), timedelta(days=30), True)
    assert [rate.max for rate in pack("instagram").schedule.rates_for("api")] == [50]
    service = pack("wechat-oa").schedule.rates_for(tier="service")
    assert [(rate.max, rate.per) for rate in service] == [(4, "month")]
    assert pack("bluesky").schedule.native is False
    assert pack("x").schedule.window("api") is None


def test_price_plans_of_line() -> None:
    line = pack("line-oa")
    assert {name: (plan.fee, plan.messages) for name, plan in line.price_plans.items()} == {
        "tw-light": (0, 200),
        "tw-medium": (800, 3000),
        "tw-high": (1200, 6000),
        "jp-communication": (0, 200),
        "jp-light": (5000, 5000),
        "jp-standard": (15000, 30000),
        "th-free": (0, 300),
        "th-basic": (1280, 15000),
        "th-pro": (1780, 35000),
    }
    assert line.price_plans["tw-high"].extra == (0.011, 0.2)
    assert line.price_plans["tw-light"].market == "TW"
    assert line.billing is not None
    assert line.billing.types == ("broadcast", "push", "multicast", "narrowcast", "step")


def test_blocked_markets() -> None:
    block = pack("xiaohongshu").blocked_in["TW"]
    assert (block.since, block.confidence) == ("2025-12", Confidence.MEDIUM)
    assert str(block.source).startswith("https://")
    assert pack("line-oa").blocked_in["CN"].confidence is Confidence.LOW
    assert not pack("wechat-oa").blocked_in


def test_audiences_and_best_times() -> None:
    usage = [f.value for f in pack("line-oa").audience if f.measure == "usage_share"]
    assert usage == [0.897]
    assert pack("facebook-page").windows_disagree
    assert [best.study for best in pack("facebook-page").windows] == [
        "Sprout Social 2026",
        "Buffer 2026",
    ]
    tagging = {condition.id for condition in pack("facebook-page").promotions.forbid}
    assert "tag-to-enter" in tagging


@pytest.mark.parametrize("name", facts.metric_ids())
def test_every_formula_makes_its_example(name: str) -> None:
    metric = facts.metric(name)
    assert metric is not None
    assert set(metric.names) == LANGUAGES
    assert all(facts.metric(guard) for guard in metric.guards)
    assert all(metrics.source(source) for source in metric.sources)
    assert all(metrics.source(str(benchmark.source)) for benchmark in metric.benchmarks)
    if metric.formula:
        inputs = {key: value for key, value in metric.example.items() if key != "result"}
        assert names_in(metric.formula) == set(metric.inputs) == set(inputs)
        assert metric.of(inputs) == pytest.approx(metric.example["result"], abs=1e-5)
        assert all(facts.metric(one) for one in metric.inputs)


def test_formulas_are_arithmetic_only() -> None:
    assert evaluate("a / b", {"a": 1, "b": 0}) is None
    assert evaluate("a / b", {"a": 1}) is None
    assert evaluate("-a ** 0.5", {"a": 4}) == -2
    assert evaluate("a ** 0.5", {"a": -4}) is None
    assert evaluate("10 ** a", {"a": 10**9}) is None
    assert evaluate("9 ** 9 ** 9", {}) is None
    for formula in ("__import__('os')", "a.b", "[1][0]", "a if a else a", "a +", "1+" * 300 + "1"):
        with pytest.raises(ValueError, match="not arithmetic"):
            evaluate(formula, {"a": 1})


@with_reference
def test_all_gathered_metrics_are_carried_over() -> None:
    gathered = yaml.safe_load((REFERENCE / "metrics.yaml").read_text("utf-8"))
    for entry in gathered["metrics"]:
        metric = facts.metric(entry["id"])
        assert metric is not None
        assert (metric.formula, metric.unit, metric.kind, metric.direction, metric.stage) == tuple(
            entry[key] for key in ("formula", "unit", "kind", "direction", "stage")
        )
        assert [(b.value, b.year) for b in metric.benchmarks] == [
            (b["value"], b["year"]) for b in entry["benchmarks"]
        ]
        assert all(facts.find_metric(name) == metric for name in entry["zh"])
    table = [(m.plan_table, m.id) for m in facts.plan_table_metrics()]
    assert table == [(g["n"], g["id"]) for g in gathered["plan_table_goal_metrics"]]
    assert len(table) == 18


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("封鎖率", "block_rate"),
        ("粉絲與好友數", "followers"),
        ("涨粉率", "follower_growth_rate"),
        ("APP下載數", "app_downloads"),
        ("互動率(觸及)", "engagement_rate_reach"),
        ("Block rate", "block_rate"),
        ("push-block-rate", "push_block_rate"),
    ],
)
def test_metrics_are_found_by_what_people_call_them(name: str, found: str) -> None:
    metric = facts.find_metric(name)
    assert metric is not None
    assert metric.id == found


def test_thresholds_have_a_source() -> None:
    small = metrics.threshold("small_denominator")
    assert (small.value, small.unit) == (30, "people")
    assert metrics.threshold("hidden_below").confidence is Confidence.HIGH
    assert metrics.metric_sets()["app"] == ("push_delivery_rate", "open_rate", "conversion_rate")
    assert [step["rate"] for step in metrics.steps()][:2] == ["follow", "retention"]


def test_metrics_fit_purposes() -> None:
    sales, growth = facts.metric("store_purchases"), facts.metric("followers")
    assert sales is not None
    assert growth is not None
    assert facts.fits_purpose(sales, "convert")
    assert not facts.fits_purpose(sales, "prospect")
    assert facts.fits_purpose(growth, "prospect")
    assert {"vanity", "volume"} <= growth.traits
    assert "block_rate" in growth.guards
    assert facts.find_metric("no such thing") is None


@pytest.mark.parametrize("code", facts.MARKETS)
def test_described_markets_agree_with_the_locale_data(code: str) -> None:
    from babel import Locale
    from babel.numbers import get_territory_currencies

    market = facts.market(code)
    assert market is not None
    assert market.known
    assert set(market.names) == LANGUAGES
    locale = Locale.parse(f"und_{code}")
    assert market.locale == f"{locale.language}-{code}"
    assert market.first_weekday == locale.first_week_day
    assert market.currency in get_territory_currencies(code)


def test_a_market_whose_language_has_no_locale_data_is_known_all_the_same() -> None:
    found = facts.market("BQ")
    assert found is not None
    assert (found.timezone, found.currency) == ("America/Kralendijk", "USD")


def test_other_markets_come_from_the_locale_data() -> None:
    germany = facts.market("de")
    assert germany is not None
    assert (germany.locale, germany.timezone, germany.currency, germany.known) == (
        "de-DE",
        "Europe/Berlin",
        "EUR",
        False,
    )
    australia = facts.market("AU")
    assert australia is not None
    assert australia.timezone is None
    assert facts.market("ZZ") is None
    assert facts.market("") is None


def test_nothing_is_read_at_import() -> None:
    code = "import sys, socialplan.facts, socialplan.counting; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"yaml", "babel", "regex", "pydantic", "zoneinfo"} & set(ran.stdout.split())
