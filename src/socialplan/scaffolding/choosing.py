"""What a new plan starts from: what was typed, or what is usual when nobody says."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from socialplan.errors import BadValue, SocialPlanError, UnknownName

TEMPLATES = (
    "line-oa",
    "instagram",
    "facebook",
    "linkedin-b2b",
    "community",
    "omnichannel",
    "minimal",
)

LONGEST_NAME = 100
"""Characters of a brand's name; with more, captions would not keep within their limits."""

DAYS_AHEAD = 5
"""What a team needs to check the first week and to schedule it on the Thursday before."""

_YEARS = range(1970, 2200)
_HOME = {"zh-TW": "TW", "zh-CN": "CN", "en": "US"}
"""Where most people who write in a language sell."""

_ABROAD = {
    ("line-oa", "zh-CN"): "JP",
    ("line-oa", "en"): "JP",
    ("instagram", "zh-CN"): "SG",
    ("facebook", "zh-CN"): "SG",
    ("linkedin-b2b", "zh-CN"): "SG",
}
"""Templates whose platform hardly anybody at home uses."""

_BEGINNINGS = {"TW": "line-oa", "JP": "line-oa", "TH": "line-oa", "CN": "community"}
_JOINERS = "\u200c\u200d"


def usual_template(market: str | None, language: str) -> str:
    """Guess where a small shop of this market begins."""
    return _BEGINNINGS.get(market or _HOME[language], "instagram")


def usual_market(template: str, language: str) -> str:
    """Guess where a plan from this template and in this language sells."""
    return _ABROAD.get((template, language), _HOME[language])


def first_monday(today: date) -> date:
    """Give the next Monday that leaves a few days to get ready."""
    soonest = today + timedelta(DAYS_AHEAD)
    return soonest + timedelta(-soonest.weekday() % 7)


def known_template(typed: str) -> str:
    """Find a template by its name."""
    if typed.lower() not in TEMPLATES:
        raise UnknownName("--template", typed, TEMPLATES)
    return typed.lower()


def meant_template(answered: str) -> str:
    """Find a template by its number in the list, its first letters or its name."""
    listed = dict(zip("1234567", TEMPLATES, strict=True))
    begun = [name for name in TEMPLATES if name.startswith(answered.lower())]
    return known_template(listed.get(answered, begun[0] if len(begun) == 1 else answered))


def known_market(typed: str) -> str:
    """Find a market by its code, or by a name that it has in one of our languages."""
    from socialplan import facts

    described = [found for code in facts.MARKETS if (found := facts.market(code))]
    named = {name.lower(): found.code for found in described for name in found.names.values()}
    code = named.get(typed.lower().replace("臺", "台"), typed.upper())
    if not re.fullmatch("[A-Z]{2}", code) or facts.market(code) is None:
        raise UnknownName("--market", typed, facts.MARKETS)
    return code


def first_day(typed: str) -> date:
    """Read the first day, which is written in one way only."""
    written = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed)
    try:
        day = date.fromisoformat(typed) if written else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise BadValue("--start", typed, "2026-12-01")
    return day


def brand_name(typed: str) -> str:
    """Make a name one line without control characters, which YAML and readers cannot show."""
    shown = "".join(char for char in typed if char.isspace() or char in _JOINERS or _shows(char))
    name = " ".join(shown.split())
    if len(name) > LONGEST_NAME:
        raise SocialPlanError("name-too-long", count=len(name), limit=LONGEST_NAME)
    if not name.strip(_JOINERS):
        raise BadValue("--name", typed, "Little Bear")
    return name


def _shows(char: str) -> bool:
    code = ord(char)
    nobodys = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp") and not nobodys
