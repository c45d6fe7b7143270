"""What is talked about: pillars, campaigns, segments."""

from typing import Literal

from pydantic import Field

from socialplan.plan.brand import UtmTags
from socialplan.plan.figures import Amount, Count, Ratio
from socialplan.plan.part import Part
from socialplan.plan.people import Id
from socialplan.plan.period import Period
from socialplan.plan.references import FormatRef, GoalRef, PersonaRef, PillarRef
from socialplan.plan.shapes import Several


class Pillar(Part):
    """A content type that the plan keeps coming back to."""

    id: Id | None = Field(None, description="Short name by which posts refer to it.")
    name: str | None = Field(None, description="What readers and team call this content type.")
    share: Ratio | None = Field(None, description="Intended share of all posts, 0 to 1 or 40%.")
    personas: Several[PersonaRef] = Field((), description="Whom it is for.")
    formats: Several[FormatRef] = Field((), description="The formats that suit it.")


class Campaign(Part):
    """A phase or an action of the plan with a period and a goal of its own."""

    id: Id | None = Field(None, description="Short name by which posts refer to it.")
    name: str | None = Field(None, description="What the team calls it.")
    period: Period | None = Field(None, description="First and last day.")
    goal: GoalRef | None = Field(None, description="The goal that it serves.")
    budget: Amount | None = Field(None, description="What may be spent, e.g. 30000 or TWD 30000.")
    pillars: Several[PillarRef] = Field((), description="The content types that it uses.")
    utm: UtmTags | None = Field(None, description="Tags on its links, or just the campaign's name.")


class Segment(Part):
    """A part of an account's audience that can be addressed apart from the rest."""

    id: Id | None = Field(None, description="Short name by which posts refer to it.")
    name: str | None = Field(None, description="What the team calls it.")
    rule: str | None = Field(None, description="Who belongs to it, e.g. bought twice since May.")
    size: Count | None = Field(None, description="How many people belong to it today.")
    relationship: Literal["customer", "fan", "friend"] | None = Field(
        None, description="How close they are to the brand."
    )
    personas: Several[PersonaRef] = Field((), description="The personas found in it.")
