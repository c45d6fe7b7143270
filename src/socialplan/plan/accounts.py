"""Where the brand speaks: its accounts, and what each is there for."""

from typing import Literal

from pydantic import Field

from socialplan.plan.cadence import Cadence
from socialplan.plan.figures import Count
from socialplan.plan.part import Part
from socialplan.plan.people import Id, Stage
from socialplan.plan.references import (
    PersonaRef,
    PersonRef,
    PlatformRef,
    SubscriptionRef,
    TierRef,
)
from socialplan.plan.shapes import Several
from socialplan.plan.times import DayName, QuietHours
from socialplan.plan.zones import ZoneName

Purpose = Literal["promote", "prospect", "serve", "convert"]
Touchpoint = Literal["solve", "guide", "position"]
Surface = Literal["native", "api"]


class Service(Part):
    """When somebody answers, for accounts that serve customers."""

    days: Several[DayName] = Field((), description="Days on which somebody answers.")
    hours: QuietHours | None = Field(None, description="Hours of service, e.g. 10:00-21:00.")
    reply_within: str | None = Field(
        None, description="How soon a question is answered, e.g. 2 hours."
    )


class Account(Part):
    """One account, page, channel or group on one platform."""

    id: Id = Field(description="Short name by which posts refer to this account.")
    platform: PlatformRef | None = Field(
        None, description="The platform's slug, e.g. line-oa; other, with a name, if it has none."
    )
    name: str | None = Field(
        None, description="What readers call the account, or the place if the platform is other."
    )
    handle: str | None = Field(None, description="Its name on the platform, e.g. @littlebear.")
    url: str | None = Field(None, description="Where it can be seen.")
    owner: PersonRef | None = Field(None, description="Who answers for it.")
    staff: Several[PersonRef] = Field((), description="Who else can publish and reply there.")
    positioning: str | None = Field(
        None, description="What sets this account apart from the brand's others."
    )
    purpose: Purpose | None = Field(None, description="What the brand gains from it.")
    touchpoint: Touchpoint | None = Field(
        None, description="Its role in the customer's journey: solve, guide or position."
    )
    stage: Several[Stage] = Field((), description="Which stages of the relationship it serves.")
    leads_to: Several[str] = Field(
        (), description="Accounts or places that it sends people to, e.g. line or shop."
    )
    personas: Several[PersonaRef] = Field((), description="Whom it speaks to.")
    experience: str | None = Field(None, description="What past posts there have taught.")
    trend: str | None = Field(None, description="What is changing there at present.")
    limits: Several[str] = Field((), description="House rules on what may be published there.")
    service: Service | None = Field(None, description="When and how fast it answers customers.")
    followers: Count | None = Field(None, description="Friends, fans or members today.")
    tier: TierRef | None = Field(
        None, description="A tier of the platform that changes its limits, e.g. premium."
    )
    subscription: SubscriptionRef | None = Field(
        None, description="The price plan paid for, e.g. tw-light."
    )
    surface: Surface | None = Field(
        None, description="Whether posts go out by the platform's own tools or by its API."
    )
    timezone: ZoneName | None = Field(
        None, description="IANA time zone of its wall times, where not the brand's."
    )
    external: dict[str, str] = Field(
        default_factory=dict, description="The account's name in other tools, by tool."
    )
    cadence: Several[Cadence] = Field((), description="What it promises to publish, and when.")
