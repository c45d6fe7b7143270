"""Public holidays and make-up workdays: from the files that come along, else from `holidays`."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.facts.store import FOLDER, read
from socialplan.finding import Confidence
from socialplan.occasions.occasion import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.occasions.occasion import Why

OBSERVED = " observed"


class DayOff(NamedTuple):
    """One reason why a day is off."""

    id: str
    names: Mapping[str, str]
    observed: bool
    """Whether the day only stands in for a holiday on another one."""


class YearOff(NamedTuple):
    """The days off of a year, and the weekend days that are worked for them."""

    days: Mapping[date, tuple[DayOff, ...]]
    workdays: tuple[date, ...]
    source: str
    confidence: Confidence


@cache
def days_off(market: str, year: int) -> YearOff | None:
    """Give the days off of a year; None where nobody here knows them."""
    file = _file(market)
    if file is None or year not in file["days"]:
        return _installed(market, year)
    if year > file.get("workdays_until", year) and _other_version(file["source"]):
        newer = _installed(market, year)
        if newer and newer.workdays:
            return newer
    return _of_file(file, year)


@cache
def unknown(market: str, year: int) -> Unknown | None:
    """Say what is not known of a year; None where all is."""
    found = days_off(market, year)
    if found is None:
        return Unknown(market, year, "public-holidays", _why_unknown())
    file = _file(market)
    if file and year > file.get("workdays_until", year) and not found.workdays:
        return Unknown(market, year, "make-up-workdays", "not-announced", str(file["as_of"]))
    return None


def _why_unknown() -> Why:
    from importlib.util import find_spec

    return "not-covered" if find_spec("holidays") else "not-installed"


def _file(market: str) -> Any:
    name = f"holidays/{market}.yaml"
    known = market.isalpha() and (FOLDER / name).is_file()
    return read(name) if known else None


def _of_file(file: Mapping[str, Any], year: int) -> YearOff:
    words = read("occasions.yaml")["words"]
    sure = year <= file["sure_until"]
    workdays = file.get("workdays", {}).get(year, ())
    return YearOff(
        {
            date.fromisoformat(f"{year}-{day}"): tuple(_reasons(said, file["names"], words))
            for day, said in file["days"][year].items()
        },
        tuple(date.fromisoformat(f"{year}-{day}") for day in workdays),
        file["source"],
        Confidence.HIGH if sure else Confidence.MEDIUM,
    )


def _reasons(said: str, names: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[DayOff]:
    for one in said.split(", "):
        id_ = one.removesuffix(OBSERVED)
        if id_ == "bridge":
            yield DayOff(id_, words["bridge"], observed=True)
        elif one == id_:
            yield DayOff(id_, names[id_], observed=False)
        else:
            called = {
                language: pattern.format(name=names[id_][language])
                for language, pattern in words["observed"].items()
            }
            yield DayOff(id_, called, observed=True)


def _other_version(source: str) -> bool:
    """Say whether `holidays` is installed in another version than the file was written from."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("holidays") != source.rpartition(" ")[2]
    except PackageNotFoundError:
        return False


def _installed(market: str, year: int) -> YearOff | None:
    from importlib.util import find_spec

    if find_spec("holidays") is None:
        return None
    from socialplan.occasions.installed import read_installed

    return read_installed(market, year)
