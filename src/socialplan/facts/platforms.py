"""Platform packs: what each platform takes, costs, forbids and suits."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.facts.limits import Limit, applicable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from socialplan.facts.fact import Fact
    from socialplan.facts.schedules import Schedule
    from socialplan.finding import Confidence

PLATFORMS = (
    "line-oa",
    "line-voom",
    "line-openchat",
    "facebook-page",
    "facebook-group",
    "instagram",
    "threads",
    "x",
    "youtube",
    "tiktok",
    "linkedin-page",
    "pinterest",
    "bluesky",
    "mastodon",
    "telegram",
    "discord",
    "email",
    "wechat-oa",
    "wechat-group",
    "weibo",
    "xiaohongshu",
    "douyin",
    "bilibili",
    "qq-group",
)


class Links(NamedTuple):
    """Whether a link in the text can be tapped; None where that is not known."""

    clickable: bool | None
    fact: Fact | None


class Media(NamedTuple):
    """Whether a format needs an image or video, and whether it takes both at once."""

    required: bool | None
    mix: bool | None
    fact: Fact | None
    """Why media is required, where the pack says so."""


class Format(NamedTuple):
    """One kind of post of a platform: story, reel, broadcast, …"""

    id: str
    names: Mapping[str, str]
    labels: Mapping[str, str]
    """What the platform calls a field of the plan, e.g. `text` → description."""
    media: Media
    links: Links
    needs: tuple[str, ...]
    """What a post needs beside its text: alt, cover, title, category, …"""
    all_limits: Mapping[str, tuple[Limit, ...]]

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(self.all_limits)

    def limits(
        self,
        field: str,
        *,
        surface: str | None = None,
        tier: str | None = None,
        region: str | None = None,
    ) -> list[Limit]:
        """All bounds on a field that hold at once; without a surface, those of the app itself."""
        held = (limit for limit in self.all_limits.get(field, ()) if not limit.fold)
        return applicable(held, surface, tier, region)

    def folds(self, field: str, *, surface: str | None = None) -> list[Limit]:
        """After how much text readers must tap to see the rest."""
        folding = (limit for limit in self.all_limits.get(field, ()) if limit.fold)
        return applicable(folding, surface, None, None)


class PricePlan(NamedTuple):
    """What a subscription costs a month and how many messages it includes."""

    id: str
    market: str
    name: str
    fee: float
    currency: str
    messages: int
    extra: tuple[float | None, float | None] | None
    """Least and most for one more message; None where no more can be bought."""
    before_tax: bool
    """Whether tax is known to be added to fee and messages."""
    fact: Fact


class Billing(NamedTuple):
    """What a platform charges for."""

    unit: str
    rule: str
    types: tuple[str, ...]
    """The kinds of sending that are charged."""
    fact: Fact


class Condition(NamedTuple):
    """One thing a platform demands of a promotion, or forbids, or allows."""

    id: str
    fact: Fact


class Promotions(NamedTuple):
    """The platform's own rules for prize draws and contests."""

    require: tuple[Condition, ...] = ()
    forbid: tuple[Condition, ...] = ()
    allow: tuple[Condition, ...] = ()


class Audience(NamedTuple):
    """One figure about who uses a platform."""

    market: str
    """A country code, or `world`."""
    measure: str
    """active_users (people), ages, peak_ages, or a share from 0 to 1: usage_share (of all people),
    age_usage (of the people of an age), age_share and city_share (of the platform's users)."""
    ages: str | None
    value: float | str
    fact: Fact


class BestTime(NamedTuple):
    """When a study saw the most reactions, in the reader's local time."""

    days: tuple[str, ...]
    start: time
    end: time
    study: str
    fact: Fact


class Handle(NamedTuple):
    """What an account name looks like."""

    pattern: str
    example: str
    confidence: Confidence
    source: str | None
    note: str


class Block(NamedTuple):
    """A market where a platform can not be reached."""

    market: str
    since: str | None
    source: str | None
    as_of: str
    confidence: Confidence
    note: str


class Platform(NamedTuple):
    """One platform pack."""

    slug: str
    names: Mapping[str, str]
    reviewed: str
    """The month in which its facts were last looked at: `2026-11`."""
    regions: tuple[str, ...]
    blocked_in: Mapping[str, Block]
    tiers: tuple[str, ...]
    surfaces: tuple[str, ...]
    formats: Mapping[str, Format]
    member_limits: tuple[Limit, ...]
    """How many people a group of this platform holds."""
    schedule: Schedule
    billing: Billing | None
    price_plans: Mapping[str, PricePlan]
    promotions: Promotions
    audience: tuple[Audience, ...]
    windows: tuple[BestTime, ...]
    windows_disagree: bool
    """Whether the studies contradict each other; then one's own numbers decide."""
    approaches: Mapping[str, tuple[str, ...]]
    """What the platform suits, by language: an editorial opinion."""
    approaches_as_of: str
    hashtag_form: str
    """`plain` for #tag, `paired` for #topic#, `none` where they do nothing."""
    handle: Handle | None
    facts: Mapping[str, Fact]

    def members(self, tier: str | None = None) -> Limit | None:
        """The largest group that an account of that tier may run, where one is known."""
        return next(iter(applicable(self.member_limits, None, tier, None)), None)


@cache
def platform(slug: str) -> Platform | None:
    """The pack of that name; reads its file the first time."""
    if slug not in PLATFORMS:
        return None
    from socialplan.facts.packs import read_pack

    return read_pack(slug)
