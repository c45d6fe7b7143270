"""How the work gets done and looked back on: workflow, reviews, metrics."""

from typing import Annotated, Any, Literal

from pydantic import Field

from socialplan.plan.figures import Count, Grade
from socialplan.plan.part import Part
from socialplan.plan.references import PersonRef
from socialplan.plan.shapes import Several, Short, text_as
from socialplan.plan.times import ClockTime, Day, DayName, QuietHours, ReviewDay, Rhythm


class Batch(Part):
    """The weekly appointment at which the next week is scheduled."""

    day: DayName | None = Field(None, description="Day of the week, mon to sun.")
    at: ClockTime | None = Field(None, description="Time of day, e.g. '10:00'.")


class LeadDays(Part):
    """How many days before publishing each piece has to be there."""

    draft: Count | None = Field(None, description="Days before publishing that words are due.")
    asset: Count | None = Field(None, description="Days before publishing that pictures are due.")
    review: Count | None = Field(None, description="Days before publishing that the check is due.")


def _lead_days_from(value: Any) -> Any:
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        return {"draft": value, "asset": value, "review": value}
    return value


class Blackout(Part):
    """Days on which nothing is published."""

    from_: Day = Field(alias="from", description="The first day.")
    to: Day | None = Field(None, description="The last day; the first when absent.")
    why: str | None = Field(None, description="The reason, shown beside the empty days.")


def _blackout_from(value: Any) -> Any:
    return {"from": value} if isinstance(value, str) else value


class Agreement(Part):
    """Who agreed to the plan, and when."""

    by: Several[PersonRef] = Field((), description="Who agreed.")
    date: Day | None = Field(None, description="When they agreed.")


class Workflow(Part):
    """How a post gets from an idea to the reader."""

    batch: Annotated[Batch, text_as("day")] | None = Field(
        None, description="The weekly day on which the next week is scheduled."
    )
    remind: Several[Count] = Field((), description="Minutes before a post to be reminded.")
    approval: Literal["required", "optional"] | None = Field(
        None, description="Whether a post must be approved before it is scheduled."
    )
    agreed: Agreement | None = Field(None, description="Who agreed to this plan, and when.")
    lead_days: Annotated[LeadDays, Short(_lead_days_from, "draft")] | None = Field(
        None, description="Days before publishing that draft, asset and review are due."
    )
    quiet_hours: QuietHours | None = Field(
        None, description="Hours in which nothing is published, e.g. '22:00-08:00'."
    )
    blackouts: Several[Annotated[Blackout, Short(_blackout_from, "from")]] = Field(
        (), description="Days on which nothing is published."
    )


class ReviewEntry(Part):
    """One look back."""

    date: Day | None = Field(None, description="When it took place.")
    found: str | None = Field(None, description="What was found while running the plan.")
    change: str | None = Field(None, description="What was changed because of it.")


class Reviews(Part):
    """When the plan is looked at again, and what came of it."""

    every: Rhythm | None = Field(None, description="How often, e.g. month or 2 weeks.")
    day: ReviewDay | None = Field(None, description="Day of the month, or of the week.")
    log: Several[ReviewEntry] = Field((), description="Past reviews, oldest first.")
    questions: Several[str] = Field((), description="What is asked each time.")


class MetricNote(Part):
    """Why a number moved."""

    date: Day | None = Field(None, description="The day on which it moved.")
    why: str = Field(description="What happened.")


class Metrics(Part):
    """Where the numbers are, and what explains them."""

    file: str | None = Field(
        None,
        description="CSV of readings, beside the plan: date, account, metric, value. They join the "
        "history of goals; of a day that both tell, what the plan says counts.",
    )
    sources: Several[str] = Field((), description="Where numbers are read from.")
    maturity: Grade[Literal[0, 1, 2, 3]] | None = Field(
        None, description="How far analytics are: 0 nothing, 1 counts, 2 rates, 3 attribution."
    )
    notes: Several[MetricNote] = Field((), description="Why numbers moved.")
