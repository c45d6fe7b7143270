"""A starter filled in: name, market and dates put into one of `templates/plans/`."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKS = 12
SCHEMA_LINE = "# yaml-language-server: $schema=./plan.schema.json\n"

_FIRST_ACCOUNT = {
    "TW": ("line-oa", "broadcast"),
    "JP": ("line-oa", "broadcast"),
    "TH": ("line-oa", "broadcast"),
    "CN": ("wechat-group", "message"),
}
_EVERYWHERE = ("facebook-page", "post")


class Starter(NamedTuple):
    """What a new plan is made from."""

    template: str
    language: str
    name: str
    market: str
    start: date

    @property
    def end(self) -> date:
        return self.start + timedelta(weeks=WEEKS, days=-1)


def plan_text(starter: Starter) -> str:
    """Fill the template in."""
    from importlib.resources import files

    from socialplan.rendering.jinja import fill_file

    name = f"{starter.template}.{starter.language}.yaml.j2"
    path = Path(str(files("socialplan_templates").joinpath("plans", name)))
    return SCHEMA_LINE + fill_file(path, _words_for(starter))


def _words_for(starter: Starter) -> dict[str, Any]:
    from socialplan import facts

    market = facts.market(starter.market)
    platform, form = _FIRST_ACCOUNT.get(starter.market, _EVERYWHERE)
    return {
        "name": starter.name,
        "market": starter.market,
        "locale": starter.language,
        "timezone": market.timezone if market else None,
        "platform": platform,
        "format": form,
        "start": starter.start,
        "end": starter.end,
        "quoted": quoted,
        **_dates(starter),
    }


def quoted(text: str) -> str:
    """Write any text as a double-quoted YAML scalar; JSON's strings are such scalars."""
    return json.dumps(text, ensure_ascii=False)


def _dates(starter: Starter) -> dict[str, Any]:
    """Give the functions with which a template writes days that suit any first day."""
    start = starter.start

    def after(days: int) -> date:
        return start + timedelta(days)

    def day(week: int, name: str) -> date:
        return start + timedelta(days=(DAYS.index(name) - start.weekday()) % 7, weeks=week)

    def slots(names: str, at: str, every: int = 1) -> list[str]:
        return [f"{when:%Y-%m-%d %H:%M}" for when in _slots(starter, names, at, every)]

    return {"after": after, "day": day, "slots": slots, "say": _sayer(starter.language)}


def _slots(starter: Starter, names: str, at: str, every: int) -> list[datetime]:
    """List a cadence's slots over the period; weeks are counted from its first slot."""
    wanted = {DAYS.index(name) for name in names.split()}
    days = [starter.start + timedelta(number) for number in range(7 * WEEKS)]
    days = [day for day in days if day.weekday() in wanted]
    monday = days[0] - timedelta(days[0].weekday())
    clock = time.fromisoformat(at)
    return [datetime.combine(day, clock) for day in days if (day - monday).days // 7 % every == 0]


def _sayer(language: str) -> Callable[[date], str]:
    """Give the function that writes a date into copy, spaced as the copy of its language is."""
    from socialplan.rendering.dates import Dates

    dates = Dates(language)

    def say(day: date) -> str:
        if language == "zh-TW":
            return f"{day.month}/{day.day}（{dates.weekday(day)}）"
        if language == "zh-CN":
            return f"{day.month} 月 {day.day} 日（{dates.weekday(day)}）"
        return dates.day(day)

    return say
