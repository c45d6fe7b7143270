"""What the plan is to reach: SMART goals, and value goals judged by signals."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.accounts import Touchpoint
from socialplan.plan.figures import Figure, Hours
from socialplan.plan.part import Part
from socialplan.plan.people import Id
from socialplan.plan.references import (
    AccountRef,
    ChallengeRef,
    MetricRef,
    PersonaRef,
    PersonRef,
)
from socialplan.plan.shapes import Several, Short, text_as
from socialplan.plan.times import Day


class CustomMetric(Part):
    """A measure that the catalogue does not have."""

    name: str = Field(description="What is measured.")
    unit: str | None = Field(None, description="What it is counted in, e.g. people or %.")
    formula: str | None = Field(None, description="How it is worked out from recorded numbers.")
    source: str | None = Field(None, description="Where the number is read.")


class GoalMetric(Part):
    """The measure of a goal: an id of the catalogue, or a measure of one's own."""

    id: MetricRef | None = Field(None, description="A metric of the catalogue, e.g. followers.")
    custom: CustomMetric | None = Field(None, description="A metric defined here.")

    @property
    def name(self) -> str:
        return self.custom.name if self.custom else self.id or ""


class Reading(Part):
    """A number on a day."""

    date: Day | None = Field(None, description="The day of the number.")
    value: Figure = Field(description="The number on that day.")


def _reading_from(value: object) -> object:
    return value if isinstance(value, dict | Reading) else {"value": value}


ReadingOrNumber = Annotated[Reading, Short(_reading_from, "value")]


class StaffTarget(Part):
    """One person's or one shop's part of the goal."""

    person: PersonRef | None = Field(None, description="Who is to reach it.")
    store: str | None = Field(None, description="The shop or counter where it is reached.")
    target: Figure = Field(description="The number that is theirs to reach.")


class Goal(Part):
    """Something to reach by a day, and how one will know."""

    id: Id | None = Field(None, description="Short name by which posts and campaigns refer to it.")
    kind: Literal["smart", "value"] = Field(
        "smart", description="smart is judged by a number, value by signals and a question."
    )
    statement: str | None = Field(None, description="The goal in one sentence.")
    metric: Annotated[GoalMetric, text_as("id")] | None = Field(
        None, description="What is measured: an id of the catalogue, or a custom metric."
    )
    accounts: Several[AccountRef] = Field((), description="Where it is to be reached.")
    baseline: ReadingOrNumber | None = Field(None, description="The number before, and its day.")
    history: Several[Reading] = Field(
        (), description="Earlier readings, which show what growth is usual."
    )
    target: Figure | None = Field(None, description="The number to reach.")
    due: Day | None = Field(None, description="The day by which it is to be reached.")
    milestones: Several[Reading] = Field((), description="What is to be reached on the way.")
    data_source: str | None = Field(
        None,
        description="Where the number is read, e.g. platform export, form, pos, survey or manual.",
    )
    evidence: str | None = Field(None, description="Why the target can be reached.")
    hours: Hours | None = Field(None, description="Hours of work that it will take.")
    persona: PersonaRef | None = Field(None, description="Whose pain it eases.")
    challenge: ChallengeRef | None = Field(
        None, description="Which pain: the id, or the exact text, of a challenge of that persona."
    )
    because: str | None = Field(None, description="Why reaching it eases that pain.")
    guard: MetricRef | None = Field(None, description="The metric that must not suffer meanwhile.")
    main: bool = Field(False, strict=True, description="True on the plan's one main goal.")
    owner: PersonRef | None = Field(None, description="Who answers for reaching it.")
    staff_targets: Several[StaffTarget] = Field(
        (), description="How the target is shared out among people or shops."
    )
    touchpoint: Touchpoint | None = Field(
        None, description="For a value goal: the role in the journey that it strengthens."
    )
    value: str | None = Field(None, description="For a value goal: what customers gain.")
    signals: Several[str] = Field(
        (), description="For a value goal: what one would see if it were being reached."
    )
    review_question: str | None = Field(
        None, description="For a value goal: the question asked at every review."
    )
