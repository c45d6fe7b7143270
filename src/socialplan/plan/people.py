"""Who does the work, and whom it is for."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.figures import Ages, Hours
from socialplan.plan.part import Part
from socialplan.plan.shapes import Several, text_as

Id = Annotated[str, Field(min_length=1)]

Role = Literal["lead", "author", "designer", "reviewer", "publisher", "moderator", "analyst"]

Stage = Literal["invite", "activate", "retain", "convert", "refer"]
"""What a touchpoint does for the relationship, from first contact to recommendation."""


class Person(Part):
    """Somebody who works on the plan."""

    id: Id | None = Field(None, description="Short name by which posts and accounts refer to them.")
    name: str | None = Field(None, description="Their name as colleagues say it.")
    roles: Several[Role] = Field((), description="What they may do.")
    org: str | None = Field(None, description="Whose staff they are: own, or the agency's name.")
    agreement: str | None = Field(
        None, description="For an agency: the contract that fixes scope and responsibility."
    )
    hours_per_week: Hours | None = Field(
        None, description="Hours a week that they have for this plan."
    )


class Challenge(Part):
    """A pain point of a persona, referred to by its id or by its exact text."""

    id: Id | None = Field(None, description="Short name by which a goal refers to this challenge.")
    text: str = Field(description="What troubles this persona, in their own words.")
    stage: Stage | Literal["brand"] | None = Field(
        None, description="Where on the journey it hurts, so that a goal's metric can be compared."
    )


ChallengeOrText = Annotated[Challenge, text_as("text")]


class Persona(Part):
    """One kind of customer, drawn from data."""

    id: Id | None = Field(
        None, description="Short name by which accounts, posts and goals refer to it."
    )
    name: str | None = Field(None, description="What the team calls this kind of customer.")
    age: Ages | None = Field(None, description="Years of age, e.g. 25-34 or 18+.")
    gender: str | None = Field(None, description="Gender, where it matters for the offer.")
    education: str | None = Field(None, description="Schooling or training.")
    job: str | None = Field(None, description="What they do for a living.")
    location: str | None = Field(None, description="Where they live or work.")
    interests: Several[str] = Field((), description="What they like to read, watch and do.")
    challenges: Several[ChallengeOrText] = Field((), description="Their pain points.")
    habits: Several[str] = Field((), description="When and how they use social media.")
    quote: str | None = Field(None, description="A sentence that such a person really said.")
    evidence: str | None = Field(
        None, description="The survey, interviews or numbers that this persona rests on."
    )
