"""What an occasion is, and what cannot be said of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from socialplan.finding import Confidence

Kind = Literal["public-holiday", "make-up-workday", "festival", "sales", "sober", "window"]
Tone = Literal["festive", "promotion", "complaint", "sober", "neutral"]
What = Literal["public-holidays", "make-up-workdays"]
Why = Literal["not-announced", "not-installed", "not-covered"]


class Occasion(NamedTuple):
    """A day, or a span of days, that the people of a market live by."""

    id: str
    names: Mapping[str, str]
    """By language, English always."""
    first: date
    last: date
    kind: Kind
    tone: Tone
    market: str
    source: str
    confidence: Confidence
    off: bool = False
    """Whether offices are closed: a public holiday, whatever else the day is."""
    also: tuple[str, ...] = ()
    """Other words for it in copy."""
    greet: int = 1
    """How many days later a greeting is still in time."""

    def name(self, language: str) -> str:
        """Name it in a language of socialplan, else in English."""
        return self.names.get(language) or self.names["en"]


class Unknown(NamedTuple):
    """What nobody can say yet, or this installation cannot, of a year."""

    market: str
    year: int
    what: What
    why: Why
    """not-announced: the government has yet to say it; not-installed: `socialplan[holidays]` would
    know; not-covered: that does not know either."""
    as_of: str = ""
    """The month in which the government had not said it, e.g. 2026-11."""
