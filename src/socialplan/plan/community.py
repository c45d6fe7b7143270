"""How a group is run, from the invitation to the recommendation, and the way customers take."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.cadence import Schedule
from socialplan.plan.figures import Count, Figure, Grade, Hours
from socialplan.plan.part import Part
from socialplan.plan.people import Id, Stage
from socialplan.plan.references import AccountRef, GoalRef, PersonRef
from socialplan.plan.shapes import Several, Short, text_as
from socialplan.plan.times import Day, Moment

RitualKind = Literal[
    "morning-report",
    "evening-report",
    "task-reminder",
    "discussion",
    "q-and-a",
    "activity",
    "introduction",
    "rules-reminder",
]
ScriptKind = Literal["invitation", "welcome", "introduction", "rules", "task", "referral", "staff"]


class Score(Part):
    """How well the product suits a community in one respect, from 0 to 2."""

    score: Grade[Literal[0, 1, 2]] = Field(description="0 does not fit, 1 fits in part, 2 fits.")
    why: str | None = Field(None, description="What speaks for this score.")


def _score_from(value: object) -> object:
    return value if isinstance(value, dict | Score) else {"score": value}


ScoreOrNumber = Annotated[Score, Short(_score_from, "score")]


class Fit(Part):
    """Whether the product suits a community at all."""

    repurchase: ScoreOrNumber | None = Field(None, description="Is it bought again, and how soon?")
    topicality: ScoreOrNumber | None = Field(None, description="Do people like to talk about it?")
    affinity: ScoreOrNumber | None = Field(
        None, description="Can members gain something from one another?"
    )


class CommunityRule(Part):
    """One rule of the group."""

    text: str = Field(description="What members keep to.")
    breach: str | None = Field(None, description="What happens when somebody does not.")


class Task(Part):
    """A piece of work in a stage."""

    id: Id | None = Field(None, description="Short name of the task.")
    what: str = Field(description="What is to be done.")
    goal: GoalRef | None = Field(None, description="The goal that it serves, if not the stage's.")
    owner: PersonRef | None = Field(None, description="Who does it.")
    due: Day | None = Field(None, description="The day by which it is done.")
    hours: Hours | None = Field(None, description="Hours of work that it takes.")
    done: bool = Field(False, strict=True, description="True once it is done.")


class CommunityStage(Part):
    """One stage of a member's way: what is to be reached there, and by which tasks."""

    stage: Stage = Field(description="invite, activate, retain, convert or refer.")
    goal: GoalRef | None = Field(None, description="The goal that this stage serves.")
    within_days: Count | None = Field(
        None, description="Days within which a new member should get through it."
    )
    channels: Several[str] = Field((), description="Where members are found, or reached.")
    tasks: Several[Annotated[Task, text_as("what")]] = Field(
        (), description="What is to be done in it."
    )


class Ritual(Schedule):
    """Something that recurs in the group, so that members know what to expect."""

    kind: RitualKind | None = Field(None, description="What kind of habit it is.")
    account: AccountRef | None = Field(None, description="The group in which it happens.")
    owner: PersonRef | None = Field(None, description="Who prepares and leads it.")
    title: str | None = Field(None, description="What members call it.")
    topics: Several[str] = Field((), description="Topics to take up, in turn.")


class Script(Part):
    """Copy that can be prepared ahead."""

    kind: ScriptKind | None = Field(None, description="What it is for.")
    title: str | None = Field(None, description="What the team calls it.")
    attention: str | None = Field(None, description="What catches the eye.")
    benefit: str | None = Field(None, description="What the reader gains, or which pain it ends.")
    offer: str | None = Field(None, description="What is given on top.")
    scene: str | None = Field(None, description="In which situation staff say it.")
    incentive: str | None = Field(None, description="What the customer gets for saying yes.")
    text: str | None = Field(None, description="The words, ready to paste or to say.")
    ready: bool = Field(False, strict=True, description="True once it can be used.")


class CommunityEvent(Part):
    """Something special for members, online or on the spot."""

    title: str = Field(description="What it is called.")
    at: Moment | None = Field(None, description="When it takes place.")
    account: AccountRef | None = Field(None, description="The group that it is for.")
    owner: PersonRef | None = Field(None, description="Who organises it.")
    value: str | None = Field(None, description="What members take home from it.")
    goal: GoalRef | None = Field(None, description="The goal that it serves.")
    note: str | None = Field(None, description="Remarks for the team.")


class Referral(Part):
    """What members get for bringing others."""

    reward: str | None = Field(None, description="What is given, and to whom.")
    limit: str | None = Field(None, description="How much one member can get at most.")
    levels: Count | None = Field(
        None, description="How many levels deep it pays; more than one is a legal risk."
    )


class Community(Part):
    """How groups are run."""

    purpose: str | None = Field(None, description="Why the group exists, and for whom.")
    fit: Fit | None = Field(None, description="Whether the product suits a community.")
    groups: Several[AccountRef] = Field((), description="The accounts that are groups.")
    rules: Several[Annotated[CommunityRule, text_as("text")]] = Field(
        (), description="What members keep to."
    )
    stages: Several[CommunityStage] = Field((), description="A member's way, stage by stage.")
    rituals: Several[Ritual] = Field((), description="What recurs in the group.")
    scripts: Several[Script] = Field((), description="Copy prepared ahead.")
    events: Several[Annotated[CommunityEvent, text_as("title")]] = Field(
        (), description="What is special, besides the rituals."
    )
    key_members: Several[str] = Field(
        (), description="Kinds of members who carry the group; no personal data."
    )
    referral: Annotated[Referral, text_as("reward")] | None = Field(
        None, description="What members get for bringing others."
    )


class FunnelStep(Part):
    """One of the six steps with its rate, or one leg of a path such as friend to member."""

    step: Literal["attract", "nurture", "close", "serve", "upsell", "refer"] | None = Field(
        None, description="抓潛, 滲透, 成交, 服務, 追銷 or 裂變, in that order."
    )
    rate: Literal["follow", "retention", "close", "satisfaction", "repeat", "referral"] | None = (
        Field(None, description="The rate that tells how well the step works.")
    )
    from_: str | None = Field(None, alias="from", description="Where people are before.")
    to: str | None = Field(None, description="Where they are led.")
    baseline: Figure | None = Field(None, description="The rate today, 0 to 1 or 12%.")
    target: Figure | None = Field(None, description="The rate to reach, 0 to 1 or 15%.")
    how: str | None = Field(None, description="What is done to get there.")
