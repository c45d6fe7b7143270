"""What every template is given: the view, words in its language, dates in its locale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from socialplan.facts import market
from socialplan.rendering import wording
from socialplan.rendering.dates import Dates
from socialplan.translating import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from socialplan.views.bounds import Bound
    from socialplan.views.occasions import Occasion, Unknown
    from socialplan.views.promises import Frequency, Promise
    from socialplan.views.rituals import Habit
    from socialplan.views.sheet import AccountSheet


MARKS = {
    "idea": "◌",
    "draft": "✎",
    "in_review": "◔",
    "approved": "✓",
    "scheduled": "▸",
    "published": "✔",
    "on_hold": "◫",
    "open": "☐",
    "cancelled": "✕",
}
"""Signs of one column on every terminal: none is among those that Chinese fonts draw wide."""


@dataclass(frozen=True)
class Page:
    """A view to be written in a language; `width` is the terminal's, where there is one."""

    name: str
    view: Any
    language: str
    locale: str
    width: int | None = None
    color: bool = False
    own: Path | None = None
    """The folder whose templates and styles replace ours of the same name."""
    folder: Path | None = None
    """The plan's folder, where its pictures are; nothing of a plan that is no file."""
    live: Any = None
    """What `serve` shows above the view; nothing on a page that is a file."""

    @cached_property
    def dates(self) -> Dates:
        return Dates(self.locale)

    @cached_property
    def say(self) -> Callable[..., str]:
        return words(self.language)

    def word(self, key: str, /, **named: object) -> str:
        """Say a word of `messages/<language>/views.yaml`, or `topic.key` of another file there."""
        if named:
            return self.say(key if "." in key else f"views.{key}", **named)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self.say(key if "." in key else f"views.{key}")
        return said

    @cached_property
    def _said(self) -> dict[str, str]:
        """What words without blanks say: long pages say them thousands of times."""
        return {}

    def format_name(self, form: str | None) -> str:
        """Name a format of a platform, e.g. `broadcast`; one that nobody knows stays as it is."""
        return self._named("format", form)

    def mark(self, status: str) -> str:
        """Give the sign of a status, which tells it apart without colour."""
        return MARKS.get(status, "")

    def weekdays(self, days: Iterable[int]) -> str:
        """Say days of the week, 0 for Monday, e.g. `週一至五`."""
        return wording.weekdays(self, days)

    def habit_days(self, one: Habit) -> str:
        """Say on which days a ritual is held, e.g. `每天` or `12/2、12/16`."""
        return wording.habit(self, one)

    def frequency(self, one: Frequency) -> str:
        """Say how often something is published, e.g. `群發 2 次/週`."""
        return wording.frequency(self, one)

    def promise(self, one: Promise) -> str:
        """Say when something is published, e.g. `群發 週三、五 20:00`."""
        return wording.promise(self, one)

    def bounds(self, some: Iterable[Bound]) -> list[str]:
        """Say the limits of each format in a sentence, e.g. `群發：文字最多 500 字元、…`."""
        return wording.bounds(self, some)

    def account_heading(self, account: AccountSheet) -> str:
        """Head an account of the plan table with its platform and name."""
        return wording.account_heading(self, account)

    def about_account(self, account: AccountSheet) -> list[tuple[str, str]]:
        """List what holds for all posts of an account, as name and value."""
        return wording.about_account(self, account)

    def staff(self, owner: str, others: Iterable[str]) -> list[str]:
        """Name who runs an account, and who of them answers for it."""
        return wording.staff(self, owner, others)

    def occasion_name(self, one: Occasion) -> str:
        """Name a festival or a day off, and say whether it is no day for offers."""
        return wording.occasion(self, one)

    def occasions(self, some: Iterable[Occasion]) -> str:
        """Name all that a day is, e.g. `七夕、父親節`."""
        return wording.occasions(self, some)

    def windows(self, some: Iterable[Occasion]) -> str:
        """Name spans of days, e.g. `開學季 8/20–9/5`."""
        return wording.windows(self, some)

    def unknown(self, one: Unknown) -> str:
        """Say what is not known of a year's days off."""
        return wording.unknown(self, one)

    def ritual_name(self, kind: str | None) -> str:
        """Name a kind of ritual, e.g. `morning-report`."""
        return self._named("ritual", kind)

    def unit_name(self, unit: str) -> str:
        """Name what a limit counts; nothing where the field says it already."""
        return "" if unit in ("items", "bytes", "ratio", "types") else self._named("unit", unit)

    def figure(self, value: float, unit: str) -> str:
        """Write the figure of a limit; bytes as people say them."""
        if unit != "bytes":
            return self.dates.number(value)
        for name, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
            if value >= size:
                return f"{self.dates.number(round(value / size, 1))} {name}"
        return f"{self.dates.number(value)} B"

    def market_name(self, code: str) -> str:
        """Name a market by its code, e.g. `TW`; `world` is one too."""
        if code == "world":
            return self.word("market-world")
        known = market(code)
        return known.names.get(self.language, code) if known else code

    def in_brackets(self, text: str) -> str:
        """Put a remark in brackets behind what it is about."""
        return f"{self.word('bracket-open')}{text}{self.word('bracket-close')}"

    def _named(self, topic: str, key: str | None) -> str:
        if not key:
            return ""
        name = f"{topic}-{key}"
        if name not in self._names:
            try:
                self._names[name] = self.word(name)
            except KeyError:
                self._names[name] = key
        return self._names[name]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {}

    def variables(self) -> dict[str, Any]:
        """Give what templates may use, ours and the user's."""
        return {
            "name": self.name,
            "view": self.view,
            "live": self.live,
            "t": self.word,
            "dates": self.dates,
            "format_name": self.format_name,
            "ritual_name": self.ritual_name,
            "occasion_name": self.occasion_name,
            "occasions": self.occasions,
            "windows": self.windows,
            "unknown": self.unknown,
            "mark": self.mark,
            "weekdays": self.weekdays,
            "habit_days": self.habit_days,
            "frequency": self.frequency,
            "promise": self.promise,
            "bounds": self.bounds,
            "about_account": self.about_account,
            "staff": self.staff,
            "account_heading": self.account_heading,
            "unit_name": self.unit_name,
            "figure": self.figure,
            "market_name": self.market_name,
            "language": self.language,
        }
