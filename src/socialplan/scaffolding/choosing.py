"""What a new plan starts from when nobody says: the template, the market, the first day."""

from __future__ import annotations

from datetime import date, timedelta

TEMPLATES = (
    "line-oa",
    "instagram",
    "facebook",
    "linkedin-b2b",
    "community",
    "omnichannel",
    "minimal",
)

_HOME = {"zh-TW": "TW", "zh-CN": "CN", "en": "US"}
"""Where most people who write in a language sell."""

_ABROAD = {
    ("line-oa", "zh-CN"): "JP",
    ("line-oa", "en"): "JP",
    ("instagram", "zh-CN"): "SG",
    ("facebook", "zh-CN"): "SG",
    ("linkedin-b2b", "zh-CN"): "SG",
}
"""Templates whose platform hardly anybody at home can open."""

_OF_MARKET = {
    "TW": "line-oa",
    "JP": "line-oa",
    "TH": "line-oa",
    "CN": "community",
}

MORNINGS_AHEAD = 7
"""Days that a team needs to check the first week before it begins."""


def usual_market(template: str, language: str) -> str:
    """Guess where a plan from this template and in this language sells."""
    return _ABROAD.get((template, language), _HOME[language])


def usual_template(market: str | None, language: str) -> str:
    """Guess the platform on which a small shop of this market begins."""
    return _OF_MARKET.get(market or _HOME[language], "instagram")


def first_monday(today: date) -> date:
    """Give the next Monday that leaves a week to get ready."""
    soonest = today + timedelta(MORNINGS_AHEAD)
    return soonest + timedelta(-soonest.weekday() % 7)
