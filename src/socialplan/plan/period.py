"""A stretch of days."""

from datetime import date

from pydantic import Field

from socialplan.plan.part import Part
from socialplan.plan.times import Day


class Period(Part):
    """First and last day, both included; an end that is not written is open."""

    start: Day | None = Field(None, description="The first day.")
    end: Day | None = Field(None, description="The last day, which still belongs to it.")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
