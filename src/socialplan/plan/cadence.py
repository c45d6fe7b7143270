"""What comes back: a schedule, and the cadence that an account promises."""

from pydantic import Field

from socialplan.plan.figures import Count
from socialplan.plan.part import Part
from socialplan.plan.references import FormatRef, PillarRef
from socialplan.plan.shapes import Several
from socialplan.plan.times import ClockTime, Day, DayName, Moment, Rhythm, Rrule


class Schedule(Part):
    """Days and time of something that recurs, or an RFC 5545 rule."""

    days: Several[DayName] = Field((), description="Days of the week, mon to sun.")
    at: ClockTime | None = Field(None, description="Time of day at the account, e.g. '20:00'.")
    every: Rhythm | None = Field(
        None, description="How many weeks or months apart, e.g. 2 weeks; every week when absent."
    )
    rrule: Rrule | None = Field(
        None, description="An RFC 5545 rule instead of days, e.g. FREQ=MONTHLY;BYDAY=1MO."
    )
    start: Day | None = Field(
        None, description="The day from which weeks are counted; the plan's start when absent."
    )
    until: Moment | None = Field(None, description="The last day on which it may still happen.")
    count: Count | None = Field(None, description="How many times it happens in all.")
    except_: Several[Day] = Field(
        (), alias="except", description="Days on which it does not happen."
    )


class Cadence(Schedule):
    """How often an account promises to publish a format; each occurrence is a slot."""

    format: FormatRef | None = Field(None, description="A format of the account's platform.")
    pillar: PillarRef | None = Field(None, description="The content type that this slot is for.")
    title: str | None = Field(None, description="What the slot is called when the same recurs.")
