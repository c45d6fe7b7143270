"""Festivals, days off and make-up workdays, against dates that are known."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from datetime import date, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import holidays
import pytest
from lunar_python import Lunar, LunarMonth, LunarYear  # type: ignore[import-untyped]

from socialplan.facts import store
from socialplan.finding import Confidence
from socialplan.occasions import (
    Unknown,
    named_days,
    occasions_between,
    occasions_on,
    unknown_between,
)
from socialplan.occasions.days_off import days_off, unknown
from socialplan.occasions.lunar import lunar_year

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKETS = ("TW", "CN", "HK", "MO", "JP", "US", "SG")
LANGUAGES = {"en", "zh-TW", "zh-CN"}

FESTIVALS = [
    "lunar-new-year",
    "lantern",
    "dragon-boat",
    "qixi",
    "ghost-festival",
    "mid-autumn",
    "double-ninth",
]
KNOWN = {
    2026: "02-17 03-03 06-19 08-19 08-27 09-25 10-18",
    2027: "02-06 02-20 06-09 08-08 08-16 09-15 10-08",
    2028: "01-26 02-09 05-28 08-26 09-03 10-03 10-26",
}
OTHERS = [
    ("TW", "mothers-day", "2026-05-10 2027-05-09 2028-05-14"),
    ("CN", "mothers-day", "2026-05-10 2027-05-09 2028-05-14"),
    ("CN", "fathers-day", "2026-06-21 2027-06-20 2028-06-18"),
    ("HK", "fathers-day", "2026-06-21 2027-06-20 2028-06-18"),
    ("TW", "fathers-day", "2026-08-08 2027-08-08 2028-08-08"),
    ("TW", "black-friday", "2026-11-27 2027-11-26 2028-11-24"),
    ("TW", "qingming", "2026-04-05 2027-04-05 2028-04-04"),
    ("HK", "winter-solstice", "2026-12-22 2027-12-22 2028-12-21"),
    ("TW", "childrens-day", "2026-04-04 2027-04-04 2028-04-04"),
    ("CN", "childrens-day", "2026-06-01 2027-06-01 2028-06-01"),
    ("TW", "teachers-day", "2026-09-28 2027-09-28 2028-09-28"),
    ("CN", "teachers-day", "2026-09-10 2027-09-10 2028-09-10"),
    ("TW", "lunar-new-year-eve", "2026-02-16 2027-02-05 2028-01-25"),
    ("US", "thanksgiving", "2026-11-26 2027-11-25 2028-11-23"),
    ("US", "memorial-day", "2026-05-25 2027-05-31 2028-05-29"),
    ("HK", "easter", "2026-04-05 2027-03-28 2028-04-16"),
    ("CN", "laba", "2026-01-26 2027-01-15 2028-01-04"),
]


def days_named(market: str, id_: str, year: int) -> list[str]:
    return [one.first.isoformat() for one in named_days(market, year) if one.id == id_]


def ids_on(day: str, market: str) -> list[str]:
    return [one.id for one in occasions_on(date.fromisoformat(day), market)]


@pytest.mark.parametrize("year", KNOWN)
@pytest.mark.parametrize("market", ["TW", "CN"])
def test_lunar_festivals(market: str, year: int) -> None:
    expected = [f"{year}-{day}" for day in KNOWN[year].split()]
    assert [day for id_ in FESTIVALS for day in days_named(market, id_, year)] == expected


@pytest.mark.parametrize(("market", "id_", "days"), OTHERS)
def test_festivals_by_other_rules(market: str, id_: str, days: str) -> None:
    found = [day for year in (2026, 2027, 2028) for day in days_named(market, id_, year)]
    assert found == days.split()


def test_a_lunar_day_near_the_new_year_may_be_missing_or_come_twice() -> None:
    """The eighth day of the twelfth month: none in 2024 but in January; two in some years."""
    found = [day for year in range(1902, 2101) for day in days_named("CN", "laba", year)]
    assert len(found) in (198, 199, 200)
    assert len(set(found)) == len(found)
    twice = [year for year in range(1902, 2100) if len(days_named("CN", "laba", year)) == 2]
    assert twice


def test_the_lunar_table_is_that_of_lunar_python() -> None:
    for year in range(1901, 2101):
        ours = lunar_year(year)
        assert ours is not None
        assert ours.new_year.isoformat() == Lunar.fromYmd(year, 1, 1).getSolar().toYmd()
        assert ours.leap == LunarYear.fromYear(year).getLeapMonth()
        for month in range(1, 13):
            length = LunarMonth.fromYm(year, month).getDayCount()
            first, last = ours.day(month, 1), ours.day(month, 30)
            assert (last - first).days + 1 == length
            assert first.isoformat() == Lunar.fromYmd(year, month, 1).getSolar().toYmd()


def test_the_solar_terms_are_those_of_lunar_python() -> None:
    for year in range(1901, 2101):
        ours = lunar_year(year)
        assert ours is not None
        terms = Lunar.fromYmd(year, 6, 1).getJieQiTable()
        assert ours.qingming.isoformat() == terms["清明"].toYmd()
        solstices = {terms["冬至"].toYmd(), terms["DONG_ZHI"].toYmd()}
        assert ours.winter_solstice.isoformat() in solstices
        assert ours.winter_solstice.year == year


def test_the_lunar_years_follow_each_other() -> None:
    for year in range(1901, 2100):
        one, following = lunar_year(year), lunar_year(year + 1)
        assert one is not None
        assert following is not None
        assert one.new_year + timedelta(sum(one.lengths)) == following.new_year
        assert len(one.lengths) == 12 + bool(one.leap)


@pytest.mark.parametrize("year", [1900, 2101, 2200])
def test_outside_the_table_lunar_days_are_left_out(year: int) -> None:
    assert lunar_year(year) is None
    assert days_named("TW", "christmas", year) == [f"{year}-12-25"]
    assert not days_named("TW", "mid-autumn", year)


def weekdays_off(market: str, year: int) -> list[str]:
    """Mondays to Fridays on which offices are closed."""
    found = occasions_between(date(year, 1, 1), date(year, 12, 31), market)
    return sorted({f"{one.first:%m-%d}" for one in found if one.off and one.first.weekday() < 5})


def test_taiwan_2026_as_its_notice_has_it() -> None:
    """The directorate's notice: sixteen weekdays off, and no Saturday to make up for."""
    notice = "01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28"
    assert weekdays_off("TW", 2026) == f"{notice} 10-09 10-26 12-25".split()
    assert len(weekdays_off("TW", 2026)) == 16
    assert make_up_days("TW", 2026) == []


def make_up_days(market: str, year: int) -> list[str]:
    found = occasions_between(date(year, 1, 1), date(year, 12, 31), market)
    return [f"{one.first:%m-%d}" for one in found if one.kind == "make-up-workday"]


def test_mainland_make_up_days() -> None:
    assert make_up_days("CN", 2026) == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
    assert make_up_days("CN", 2027) == []
    assert make_up_days("TW", 2025) == ["02-08"]


def test_what_is_not_announced_is_said() -> None:
    assert unknown_between(date(2026, 1, 1), date(2026, 12, 31), "CN") == []
    assert unknown_between(date(2026, 12, 1), date(2027, 1, 31), "cn") == [
        Unknown("CN", 2027, "make-up-workdays", "not-announced", "2026-11")
    ]
    for market in MARKETS:
        found = unknown_between(date(2025, 1, 1), date(2028, 12, 31), market)
        assert {one.what for one in found} <= ({"make-up-workdays"} if market == "CN" else set())


def test_hong_kong_when_easter_and_tomb_sweeping_collide() -> None:
    assert ids_on("2026-04-05", "HK") == ["qingming", "easter"]
    (seventh,) = occasions_on(date(2026, 4, 7), "HK")
    assert seventh.off
    assert seventh.name("zh-TW") == "復活節星期一翌日"
    assert ids_on("2026-05-25", "HK") == ["day-following-buddhas-birthday"]


def test_a_festival_that_is_a_day_off_is_said_once() -> None:
    (one,) = occasions_on(date(2026, 9, 25), "TW")
    assert (one.kind, one.off, one.name("zh-TW")) == ("festival", True, "中秋節")
    (elsewhere,) = occasions_on(date(2026, 9, 25), "HK")
    assert not elsewhere.off
    assert ids_on("2026-09-26", "HK") == ["mid-autumn-next-day"]


def test_a_day_that_stands_in_for_a_holiday_has_its_name() -> None:
    (one,) = occasions_on(date(2026, 2, 27), "TW")
    assert one.name("zh-TW") == "和平紀念日（補假）"
    assert one.name("en") == one.name("ja") == "Peace Memorial Day (observed)"
    assert (one.kind, one.tone) == ("public-holiday", "neutral")


@pytest.mark.parametrize(
    ("market", "days"),
    [("TW", "02-28 04-05"), ("CN", "04-05 09-18 12-13"), ("HK", "04-05"), ("US", "09-11")],
)
def test_sober_days(market: str, days: str) -> None:
    found = occasions_between(date(2026, 1, 1), date(2026, 12, 31), market)
    assert [f"{one.first:%m-%d}" for one in found if one.tone == "sober"] == days.split()


def test_two_occasions_may_meet() -> None:
    assert ids_on("2027-08-08", "TW") == ["qixi", "fathers-day", "ghost-month"]


def test_spans_are_found_on_every_day_of_theirs() -> None:
    assert "back-to-school" not in ids_on("2026-08-19", "TW")
    assert "back-to-school" in ids_on("2026-08-20", "TW")
    assert "back-to-school" in ids_on("2026-09-05", "TW")
    assert "new-year-goods" in ids_on("2026-02-15", "CN")
    assert "new-year-goods" not in ids_on("2026-02-16", "CN")
    assert "ghost-month" in ids_on("2026-09-10", "TW")
    assert "ghost-month" not in ids_on("2026-09-11", "TW")


def test_days_come_in_order_and_once() -> None:
    found = occasions_between(date(2025, 12, 20), date(2027, 1, 10), "TW")
    assert found == sorted(found, key=lambda one: one.first)
    assert len(found) == len({(one.id, one.first, one.market) for one in found})


def test_an_unknown_market_has_no_festivals_and_says_so() -> None:
    day = date(2026, 12, 25)
    assert occasions_on(day, "XX") == ()
    assert unknown_between(day, day, "XX") == [
        Unknown("XX", 2026, "public-holidays", "not-covered")
    ]


def test_other_markets_have_what_the_package_knows() -> None:
    (one,) = occasions_on(date(2026, 7, 14), "FR")
    assert (one.off, one.name("en")) == (True, "National Day")
    assert one.confidence is Confidence.MEDIUM
    (german,) = occasions_on(date(2026, 10, 3), "DE")
    assert german.name("zh-TW") == german.name("en")


@pytest.fixture
def without_the_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = importlib.util.find_spec

    def find_spec(name: str, package: str | None = None) -> Any:
        return None if name == "holidays" else real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    days_off.cache_clear()
    unknown.cache_clear()
    yield
    days_off.cache_clear()
    unknown.cache_clear()


@pytest.mark.usefixtures("without_the_package")
def test_without_the_package_other_markets_are_not_checked() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    assert unknown_between(first, last, "FR") == [
        Unknown("FR", 2026, "public-holidays", "not-installed")
    ]
    assert unknown_between(first, last, "TW") == []
    (late,) = unknown_between(date(2040, 1, 1), date(2040, 1, 1), "TW")
    assert late.why == "not-installed"


def test_the_files_are_what_the_package_says() -> None:
    """Every day of our files, when the version is the one that they were written from."""
    for market in ("TW", "CN", "JP", "US", "SG"):
        ours = store.read(f"holidays/{market}.yaml")
        if not ours["source"].endswith(f" {version('holidays')}"):
            pytest.skip("another version is installed")
        theirs = holidays.country_holidays(market, years=range(2025, 2029))
        days = {f"{year}-{day}" for year, some in ours["days"].items() for day in some}
        assert days == {day.isoformat() for day in theirs}
        worked = {
            f"{year}-{day}" for year, some in ours.get("workdays", {}).items() for day in some
        }
        assert worked == {
            day.isoformat() for day in theirs.weekend_workdays if day.year in range(2025, 2029)
        }


@pytest.mark.parametrize("market", MARKETS)
def test_every_day_off_has_a_name_in_every_language(market: str) -> None:
    file = store.read(f"holidays/{market}.yaml")
    assert re.fullmatch(r"\d{4}-\d{2}", file["as_of"])
    assert all(set(names) == LANGUAGES for names in file["names"].values())
    for year in range(2025, 2029):
        found = days_off(market, year)
        assert found is not None
        for reasons in found.days.values():
            assert all(set(one.names) == LANGUAGES for one in reasons)
            assert all("{" not in name for one in reasons for name in one.names.values())


def test_every_occasion_is_complete() -> None:
    known = store.read("occasions.yaml")
    seen = set()
    for one in known["occasions"]:
        assert set(one["name"]) == LANGUAGES, one
        assert all(isinstance(name, str) for name in (*one["name"].values(), *one.get("also", ())))
        assert set(one["markets"]) <= set(MARKETS)
        assert one.get("confidence", "medium") in ("low", "medium", "high")
        rules = {"day", "nth", "lunar", "term", "easter", "from"} & set(one)
        assert len(rules) == 1, one
        seen |= {(one["id"], market) for market in one["markets"]}
    assert len(seen) == sum(len(one["markets"]) for one in known["occasions"])
    assert all(set(words) == LANGUAGES for words in known["words"].values())


def test_the_markets_described_do_not_import_the_package() -> None:
    program = (
        "import sys; from datetime import date; from socialplan.occasions import *\n"
        "for market in ('TW', 'CN', 'HK', 'JP'):\n"
        "    days = date(2025, 1, 1), date(2028, 12, 31), market\n"
        "    occasions_between(*days), unknown_between(*days)\n"
        "assert 'holidays' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
