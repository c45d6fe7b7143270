"""Writes the calendars that socialplan carries: public holidays, lunar months, solar terms.

Run it when a government has announced a year: `.venv/bin/python tools/generate_calendars.py`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import holidays
from lunar_python import Lunar, LunarMonth, LunarYear  # type: ignore[import-untyped]

FACTS = Path(__file__).parent.parent / "src/socialplan/facts"
YEARS = range(2025, 2029)
LUNAR_YEARS = range(1901, 2101)
AS_OF = "2026-11"
LONG = 100
"""Characters of a line that stay on it."""


class Calendar(NamedTuple):
    """How a market's days off are read."""

    languages: dict[str, str]
    """The library's language for each of ours."""
    categories: tuple[str, ...] = ("public",)
    sure_until: int = YEARS[-1]
    """The last year that is certain: set by law, or announced."""
    sets_workdays: bool = False
    """Whether weekends are worked in exchange for longer holidays, as announced each year."""


CHINESE = {"en": "en_US", "zh-TW": "zh_TW", "zh-CN": "zh_CN"}
CALENDARS = {
    "TW": Calendar(CHINESE),
    "CN": Calendar(CHINESE, sure_until=2026, sets_workdays=True),
    "HK": Calendar(
        {**CHINESE, "zh-TW": "zh_HK"}, categories=("optional", "public"), sure_until=2026
    ),
    "MO": Calendar(
        {**CHINESE, "zh-TW": "zh_MO"}, categories=("optional", "public"), sure_until=2026
    ),
    "JP": Calendar({"en": "en_US"}),
    "US": Calendar({"en": "en_US"}),
    "SG": Calendar({"en": "en_SG"}, sure_until=2026),
}

IDS = {
    "Founding Day of the Republic of China": "new-year",
    "New Year's Day": "new-year",
    "Chinese New Year's Eve": "lunar-new-year-eve",
    "Chinese New Year": "lunar-new-year",
    "Chinese New Year (Spring Festival)": "lunar-new-year",
    "Chinese New Year's Day": "lunar-new-year",
    "Tomb-Sweeping Day": "qingming",
    "Labour Day": "labor-day",
    "Dragon Boat Festival": "dragon-boat",
    "Mid-Autumn Festival": "mid-autumn",
    "The Day following Mid-Autumn Festival": "mid-autumn-next-day",
    "Double Ninth Festival": "double-ninth",
    "Confucius' Birthday": "teachers-day",
    "The Buddha's Birthday": "buddhas-birthday",
    "National Day of the People's Republic of China": "national-day",
    "Taiwan Restoration and Guningtou Victory Memorial Day": "restoration-day",
    "The day following National Day of the People's Republic of China": "national-day-2",
    "Hong Kong S.A.R. Establishment Day": "establishment-day",
    "Macao S.A.R. Establishment Day": "establishment-day",
    "Christmas Day": "christmas",
    "The first weekday after Christmas Day": "boxing-day",
    "Thanksgiving Day": "thanksgiving",
}
"""Where `occasions.yaml` has a name of its own for a day; other names make their id themselves."""
OWN_IDS = {("TW", "Constitution Day"): "constitution-day"}

# Japan, the United States and Singapore have no Chinese names in the library.
CHINESE_NAMES = {
    "New Year's Day": ("元旦", "元旦"),
    "Coming of Age Day": ("成人日", "成人日"),
    "Foundation Day": ("建國紀念日", "建国纪念日"),
    "Emperor's Birthday": ("天皇誕辰", "天皇诞辰"),
    "Vernal Equinox Day": ("春分日", "春分日"),
    "Showa Day": ("昭和日", "昭和日"),
    "Constitution Day": ("憲法紀念日", "宪法纪念日"),
    "Greenery Day": ("綠之日", "绿之日"),
    "Children's Day": ("兒童節", "儿童节"),
    "Marine Day": ("海之日", "海之日"),
    "Mountain Day": ("山之日", "山之日"),
    "Respect for the Aged Day": ("敬老日", "敬老日"),
    "National Holiday": ("國民休息日", "国民休息日"),
    "Autumnal Equinox Day": ("秋分日", "秋分日"),
    "Sports Day": ("體育日", "体育日"),
    "Culture Day": ("文化日", "文化日"),
    "Labor Thanksgiving Day": ("勤勞感謝日", "勤劳感谢日"),
    "Substitute Holiday": ("補假", "补休"),
    "Martin Luther King Jr. Day": ("馬丁路德金紀念日", "马丁·路德·金纪念日"),
    "Washington's Birthday": ("總統日", "总统日"),
    "Memorial Day": ("陣亡將士紀念日", "阵亡将士纪念日"),
    "Juneteenth National Independence Day": ("六月節", "六月节"),
    "Independence Day": ("獨立紀念日", "独立日"),
    "Labor Day": ("勞動節", "劳动节"),
    "Labour Day": ("勞動節", "劳动节"),
    "Columbus Day": ("哥倫布日", "哥伦布日"),
    "Veterans Day": ("退伍軍人節", "退伍军人节"),
    "Thanksgiving Day": ("感恩節", "感恩节"),
    "Christmas Day": ("聖誕節", "圣诞节"),
    "Chinese New Year": ("農曆新年", "农历新年"),
    "Hari Raya Puasa": ("開齋節", "开斋节"),
    "Hari Raya Haji": ("哈芝節", "哈芝节"),
    "Good Friday": ("耶穌受難日", "耶稣受难日"),
    "Polling Day": ("投票日", "投票日"),
    "Vesak Day": ("衛塞節", "卫塞节"),
    "National Day": ("國慶日", "国庆日"),
    "Deepavali": ("屠妖節", "屠妖节"),
}
NEW_YEAR = re.compile(r"Chinese New Year( \(Spring Festival\)|'s Day)?")
"""What `occasions.yaml` calls otherwise: it is not only Chinese."""
EVE = "Chinese New Year's Eve"
LITTLE_EVE = {"en": "Day before New Year's Eve", "zh-TW": "小年夜", "zh-CN": "小年夜"}
"""A day off in Taiwan since 2026, which the library calls the eve too."""
OBSERVED = re.compile(r" \(observed(, estimated)?\)|（補假）|（补假）")


def main() -> None:
    """Write every file."""
    for market, calendar in CALENDARS.items():
        text = holiday_file(market, calendar)
        (FACTS / f"holidays/{market}.yaml").write_text(text, encoding="utf-8")
    (FACTS / "lunar-years.txt").write_text(lunar_file(), encoding="utf-8")


def holiday_file(market: str, calendar: Calendar) -> str:
    """Write one market's days off, by year, and the weekends that are worked for them."""
    read = {
        language: holidays.country_holidays(
            market, years=YEARS, language=theirs, categories=calendar.categories
        )
        for language, theirs in calendar.languages.items()
    }
    found: dict[int, list[str]] = defaultdict(list)
    names: dict[str, dict[str, str]] = {}
    for day, said in sorted(read["en"].items()):
        kept = {english: read_in(read, day, i) for i, english in enumerate(parts(said))}
        if any(not OBSERVED.search(english) for english in kept):
            kept = {english: own for english, own in kept.items() if not OBSERVED.search(english)}
        ids = [id_of(market, day, english, own, names) for english, own in kept.items()]
        found[day.year].append(f"    {day:%m-%d}: {', '.join(ids)}")
    worked = sorted(day for day in read["en"].weekend_workdays if day.year in YEARS)
    lines = [
        "# Public holidays, from the package holidays (MIT), which reads the governments' notices;",
        "# written by tools/generate_calendars.py.",
        f"source: github:vacanza/holidays {version('holidays')}",
        f'as_of: "{AS_OF}"',
        f"sure_until: {calendar.sure_until}",
    ]
    if calendar.sets_workdays:
        lines.append(f"workdays_until: {max(day.year for day in worked)}")
    lines += ["names:", *(line for id_ in sorted(names) for line in name_lines(id_, names[id_]))]
    lines.append("days:")
    lines += [line for year in sorted(found) for line in (f"  {year}:", *found[year])]
    if worked:
        lines += ["workdays:", *workday_lines(worked)]
    return "\n".join(lines) + "\n"


def read_in(read: dict[str, holidays.HolidayBase], day: date, i: int) -> dict[str, str]:
    """Give the i-th name of a day in every language that has it."""
    return {language: parts(calendar[day])[i] for language, calendar in read.items()}


def parts(said: str) -> list[str]:
    """Take the names of a day apart; each language sorts them its own way, but for our sorting."""
    return sorted(said.split("; "), key=lambda name: bool(OBSERVED.search(name)))


def id_of(
    market: str, day: date, english: str, own: dict[str, str], names: dict[str, dict[str, str]]
) -> str:
    """Name a day off as the file does, and remember what it is called."""
    if english.startswith("Day off"):
        return "bridge"
    plain = OBSERVED.sub("", english).removesuffix(" (estimated)")
    if market == "TW" and plain == EVE and not OBSERVED.search(english) and not is_eve(day):
        names["little-new-years-eve"] = LITTLE_EVE
        return "little-new-years-eve"
    id_ = OWN_IDS.get((market, plain)) or IDS.get(plain) or slug(plain)
    called = {"en": NEW_YEAR.sub("Lunar New Year", plain)}
    if "zh-TW" in own:
        called |= {key: OBSERVED.sub("", own[key]) for key in ("zh-TW", "zh-CN")}
    else:
        called |= dict(zip(("zh-TW", "zh-CN"), CHINESE_NAMES[plain], strict=True))
    names.setdefault(id_, called)
    return f"{id_} observed" if OBSERVED.search(english) else id_


def is_eve(day: date) -> bool:
    """Say whether the lunar year ends on a day."""
    following = day + timedelta(1)
    return following == solar(Lunar.fromYmd(following.year, 1, 1).getSolar())


def slug(name: str) -> str:
    """Make an id of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "").replace("the ", "")).strip("-")


def name_lines(id_: str, named: dict[str, str]) -> list[str]:
    """Write what a day is called, on two lines where one is too short."""
    english = named["en"] if re.fullmatch(r"[\w .-]+", named["en"]) else json.dumps(named["en"])
    chinese = f"zh-TW: {named['zh-TW']}, zh-CN: {named['zh-CN']}}}"
    whole = f"  {id_}: {{en: {english}, {chinese}"
    return [whole] if len(whole) <= LONG else [f"  {id_}: {{en: {english},", f"    {chinese}"]


def workday_lines(worked: list[date]) -> list[str]:
    """Write the weekends that are worked, a line for each year."""
    by_year: dict[int, list[str]] = defaultdict(list)
    for day in worked:
        by_year[day.year].append(f"{day:%m-%d}")
    return [f"  {year}: [{', '.join(days)}]" for year, days in by_year.items()]


LUNAR_HEAD = """\
# Lunar years: new year, lengths of the months (1: 30 days, 0: 29), which month has a leap month
# behind it (0: none), days of 清明 and 冬至. Astronomical facts, in Beijing time; written by
# tools/generate_calendars.py from lunar_python {version} (MIT). In 1933, 1954, 1978 and 2057 a new
# moon falls so near midnight that calendars differ by a day in one month.
"""


def lunar_file() -> str:
    """Write a line for every lunar year."""
    lines = [lunar_line(year) for year in LUNAR_YEARS]
    return LUNAR_HEAD.format(version=version("lunar_python")) + "\n".join(lines) + "\n"


def lunar_line(year: int) -> str:
    """Write a lunar year, and make sure that its months fill it."""
    new_year = solar(Lunar.fromYmd(year, 1, 1).getSolar())
    leap = LunarYear.fromYear(year).getLeapMonth()
    months = [sign * n for n in range(1, 13) for sign in ((1, -1) if n == leap else (1,))]
    lengths = [LunarMonth.fromYm(year, month).getDayCount() for month in months]
    after = solar(Lunar.fromYmd(year + 1, 1, 1).getSolar())
    assert new_year + timedelta(sum(lengths)) == after, year
    terms = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    qingming, solstice = solar(terms["清明"]), solar(terms["冬至"])
    if solstice.year < year:  # the table begins with the solstice before
        solstice = solar(terms["DONG_ZHI"])
    assert (qingming.year, solstice.year) == (year, year)
    bits = "".join(str(length - 29) for length in lengths)
    return f"{year} {new_year:%m-%d} {bits} {leap} {qingming:%m-%d} {solstice:%m-%d}"


def solar(found: object) -> date:
    """Read a day of the library as one of ours."""
    return date.fromisoformat(found.toYmd())  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
