"""What is known and what is believed: insights, assumptions, peers worth watching."""

from pydantic import Field

from socialplan.plan.figures import Count
from socialplan.plan.part import Part
from socialplan.plan.people import Id
from socialplan.plan.references import PlatformRef
from socialplan.plan.shapes import Several
from socialplan.plan.times import Day


class Insight(Part):
    """What the data says about customers."""

    id: Id | None = Field(None, description="Short name of the insight.")
    statement: str = Field(description="What was learnt, in one sentence.")
    evidence: str | None = Field(None, description="The numbers or the study that it rests on.")
    as_of: Day | None = Field(None, description="The day the evidence is from, so that it can age.")


class Assumption(Part):
    """What is believed until somebody looks again."""

    id: Id | None = Field(None, description="Short name of the assumption.")
    statement: str = Field(description="What is believed, in one sentence.")
    evidence: str | None = Field(None, description="Why it is believed.")
    expires: Day | None = Field(None, description="The day by which it must be looked at again.")


class PeerPost(Part):
    """A peer's post that did well."""

    title: str | None = Field(None, description="What the post was about.")
    url: str | None = Field(None, description="Where it can be seen.")
    date: Day | None = Field(None, description="When it was published.")
    likes: Count | None = Field(None, description="Likes at the time of looking.")
    comments: Count | None = Field(None, description="Comments at the time of looking.")
    shares: Count | None = Field(None, description="Shares at the time of looking.")
    learn: str | None = Field(None, description="What to take from it.")


class Competitor(Part):
    """A peer worth watching."""

    name: str = Field(description="The peer's name.")
    platform: PlatformRef | None = Field(None, description="Where it is watched.")
    url: str | None = Field(None, description="The peer's page.")
    learn: str | None = Field(None, description="What it does well.")
    posts: Several[PeerPost] = Field((), description="Its posts that drew most interaction.")
