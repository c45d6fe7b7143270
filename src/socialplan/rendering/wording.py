"""Schedules and limits in words: what the views take apart, put together in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.rendering.page import Page
    from socialplan.views.bounds import Bound
    from socialplan.views.occasions import Occasion, Unknown
    from socialplan.views.promises import Frequency, Promise, Times
    from socialplan.views.rituals import Habit
    from socialplan.views.sheet import AccountSheet

MOST_DATES = 4
"""Days that are named one by one."""


def frequency(page: Page, one: Frequency) -> str:
    """Say how often, e.g. `群發 2 次/週`."""
    if not one.unit:
        often = one.rule
    else:
        key = f"frequency-{_unit(one.unit, one.interval)}"
        often = page.word(key, times=one.count, interval=one.interval)
    return " ".join(part for part in (page.format_name(one.format), often) if part)


def promise(page: Page, one: Promise) -> str:
    """Say what is published when, e.g. `群發 週三、五 20:00`."""
    parts = (page.format_name(one.format), one.title, times(page, one.times))
    return " ".join(part for part in parts if part)


def times(page: Page, one: Times) -> str:
    """Say when, e.g. `每月第一個週一 10:00`."""
    if not one.unit:
        return one.rule
    said = page.word(
        f"on-{_unit(one.unit, one.interval)}", days=_days(page, one), interval=one.interval
    )
    said = f"{said} {one.at}".strip()
    return said + (page.word("until", day=page.dates.long(one.until)) if one.until else "")


def weekdays(page: Page, days: Iterable[int]) -> str:
    """Say some days of the week, e.g. `週一至五`."""
    chosen = tuple(days)
    return page.word("every-day") if len(chosen) == 7 else page.dates.weekdays(chosen)


def habit(page: Page, one: Habit) -> str:
    """Say on which days a ritual is held, e.g. `週一至五` or `12/2、12/16`."""
    if len(one.days) == 1:
        return page.dates.brief(one.days[0])
    if one.is_weekly:
        return weekdays(page, one.weekdays)
    if len(one.days) <= MOST_DATES:
        return page.word("comma").join(page.dates.short(day) for day in one.days)
    return f"{weekdays(page, one.weekdays)} ×{len(one.days)}"


def occasion(page: Page, one: Occasion) -> str:
    """Name a festival or a day off, e.g. `和平紀念日（不宜促銷）`."""
    return one.name + (page.word("no-promotion") if one.is_sober else "")


def occasions(page: Page, some: Iterable[Occasion]) -> str:
    """Name all that a day is, e.g. `七夕、父親節`."""
    return page.word("comma").join(occasion(page, one) for one in some)


def windows(page: Page, some: Iterable[Occasion]) -> str:
    """Name spans of days, e.g. `開學季 8/20–9/5`."""
    return page.word("comma").join(
        f"{one.name} {page.dates.short(one.first)}–{page.dates.short(one.last)}" for one in some
    )


def unknown(page: Page, one: Unknown) -> str:
    """Say what is not known, and why, e.g. `中國大陸尚未公布 2027 年的調休上班日。`."""
    return page.word(f"{one.what}-{one.why}", market=one.market, year=one.year)


def bounds(page: Page, some: Iterable[Bound]) -> list[str]:
    """Say the limits of each format in a sentence, e.g. `群發：文字最多 500 字元、…`."""
    said: dict[str, list[str]] = {}
    for one in some:
        said.setdefault(one.format, []).append(_bound(page, one))
    return [
        f"{page.format_name(form)}{page.word('colon')}{page.word('comma').join(limits)}"
        for form, limits in said.items()
    ]


def account_heading(page: Page, account: AccountSheet) -> str:
    """Head an account of the plan table with its platform and name."""
    name = account.name or account.id or page.word("sheet-no-account")
    return f"{account.platform} {name}" if account.platform not in name else name


def about_account(page: Page, account: AccountSheet) -> list[tuple[str, str]]:
    """List what holds for all posts of an account, as name and value; nothing that is empty."""
    comma, semicolon = page.word("comma"), page.word("semicolon")
    times = semicolon.join(promise(page, one) for one in account.times)
    if account.zone:
        times = times + page.in_brackets(account.zone) if times else account.zone
    named = {
        "platform": account.platform,
        "account": account.handle,
        "staff": comma.join(staff(page, account.owner, account.people)),
        "frequency": comma.join(frequency(page, one) for one in account.frequency),
        "times": times,
        "audience": " · ".join(account.audience),
        "goal": account.goal,
        "limits": semicolon.join((*bounds(page, account.bounds), *account.limits)),
    }
    return [(page.word(f"sheet-{key}"), value) for key, value in named.items() if value]


def staff(page: Page, owner: str, others: Iterable[str]) -> list[str]:
    """Name who runs an account, each once, e.g. `林凱（負責人）` and `何郁`."""
    first = [owner + page.in_brackets(page.word("is-owner"))] if owner else []
    return first + [one for one in dict.fromkeys(others) if one != owner]


def _bound(page: Page, one: Bound) -> str:
    most = page.dates.number(one.most)
    said = page.word(
        f"limit-{one.field.replace('.', '-')}", most=most, unit=page.unit_name(one.unit)
    )
    return page.word("advised", limit=said) if one.advice else said


def _unit(unit: str, interval: int) -> str:
    return unit if interval == 1 else f"{unit}s"


def _days(page: Page, one: Times) -> str:
    if one.month_days:
        numbers = [str(day) for day in one.month_days if day > 0]
        parts = [page.word("month-days", days=page.word("comma").join(numbers))] if numbers else []
        parts += [page.word("last-day")] if -1 in one.month_days else []
        return page.word("comma").join(parts)
    days = page.dates.weekdays(one.weekdays)
    return page.word(f"position-{one.position}", days=days) if one.position else days
