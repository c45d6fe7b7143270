"""The plan: what a person wrote, typed. One module per subject; this is the whole."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import Field

from socialplan.plan.accounts import Account
from socialplan.plan.brand import Brand
from socialplan.plan.community import Community, FunnelStep
from socialplan.plan.content import Campaign, Pillar, Segment
from socialplan.plan.goals import Goal
from socialplan.plan.insights import Assumption, Competitor, Insight
from socialplan.plan.part import Part
from socialplan.plan.people import Person, Persona
from socialplan.plan.period import Period
from socialplan.plan.posts import LibraryPost, Post
from socialplan.plan.shapes import Several
from socialplan.plan.workflow import Metrics, Reviews, Workflow
from socialplan.plan.zones import zone_named

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from socialplan.finding import PlanPath

T = TypeVar("T")

LANGUAGE_VERSION = 1

PlanKind = Literal["content", "campaign", "community"]


class Heading(Part):
    """What stands at the top of a plan: the keys whose values are no parts themselves."""

    socialplan: int = Field(
        ge=1, le=LANGUAGE_VERSION, strict=True, description="Version of this language: 1."
    )
    title: str = Field(min_length=1, description="The plan's name.")
    purpose: str | None = Field(None, description="Why the plan exists.")
    kind: Several[PlanKind] = Field(
        (), description="What it plans: content, campaigns, a community, or several of them."
    )
    include: Several[str] = Field(
        (), description="Globs below the plan's folder; their lists are joined in file order."
    )
    hashtag_sets: dict[str, Several[str]] = Field(
        default_factory=dict, description="Hashtags by the name of their set."
    )


class Plan(Heading):
    """A brand's social media plan."""

    period: Period | None = Field(None, description="The inclusive days that it covers.")
    brand: Brand = Field(description="Who is speaking.")
    team: tuple[Person, ...] = Field((), description="Who works on it.")
    insights: tuple[Insight, ...] = Field((), description="What the data says about customers.")
    assumptions: tuple[Assumption, ...] = Field(
        (), description="What is believed until it expires."
    )
    personas: tuple[Persona, ...] = Field((), description="Whom the plan is for.")
    accounts: tuple[Account, ...] = Field((), description="Where the brand speaks.")
    goals: tuple[Goal, ...] = Field((), description="What is to be reached.")
    pillars: tuple[Pillar, ...] = Field((), description="Content types and their shares.")
    campaigns: tuple[Campaign, ...] = Field(
        (), description="Phases and actions with a period of their own."
    )
    segments: tuple[Segment, ...] = Field((), description="Parts of the audience.")
    library: tuple[LibraryPost, ...] = Field((), description="Evergreen posts.")
    community: Community | None = Field(None, description="How groups are run.")
    funnel: tuple[FunnelStep, ...] = Field((), description="The customer's way, step by step.")
    posts: tuple[Post, ...] = Field((), description="Posts, and ideas for posts.")
    competitors: tuple[Competitor, ...] = Field((), description="Peers worth watching.")
    workflow: Workflow | None = Field(None, description="How a post gets to the reader.")
    reviews: Reviews | None = Field(None, description="When the plan is looked at again.")
    metrics: Metrics | None = Field(None, description="Where the numbers are.")

    @classmethod
    def of(cls, holes: "frozenset[PlanPath]" = frozenset(), /, **parts: Any) -> "Plan":
        """A plan of parts that are valid already; what is required and missing is left empty.

        `holes` are the places at which a value was left out because nobody could understand it.
        """
        given = {key: part for key, part in parts.items() if part is not None}
        given.setdefault("socialplan", LANGUAGE_VERSION)
        given.setdefault("title", "")
        given.setdefault("brand", Brand.model_construct(name=""))
        made = cls.model_construct(**given)
        made._kept["holes"] = holes
        return made

    @property
    def holes(self) -> "frozenset[PlanPath]":
        """Where a value was left out because nobody could understand it."""
        return self._kept.get("holes", frozenset())  # type: ignore[no-any-return]

    def lacks(self, *place: str | int) -> bool:
        """Say whether something at a place, or below it, could not be understood."""
        return any(hole[: len(place)] == place for hole in self.holes)

    def once(self, make: "Callable[[Plan], T]") -> T:
        """What `make` makes of this plan, made once and kept with it."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return self._kept[make]  # type: ignore[no-any-return]

    @cached_property
    def _kept(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def locale(self) -> str:
        """Language of the copy: the brand's, else its market's."""
        return self.own_locale or "en"

    @property
    def own_locale(self) -> str:
        """The locale that the plan says or its market has; empty where it says nothing."""
        return self.brand.locale or _market_default(self.brand.market, "locale") or ""

    @cached_property
    def timezone(self) -> str:
        """IANA name of the plan's zone: the brand's, else its market's."""
        return self.brand.timezone or _market_default(self.brand.market, "timezone") or "UTC"

    @cached_property
    def zone(self) -> "ZoneInfo":
        """The zone of all wall times that no account overrides."""
        from zoneinfo import ZoneInfo

        return zone_named(self.timezone) or ZoneInfo("UTC")

    def zone_of(self, account: Account | str | None) -> "ZoneInfo":
        """The zone of an account's wall times."""
        if isinstance(account, str):
            account = self.account(account)
        own = account.timezone if account is not None else None
        return (zone_named(own) if own else None) or self.zone

    def account(self, id: str | None) -> Account | None:  # noqa: A002
        return self._accounts.get(id)

    def person(self, id: str | None) -> Person | None:  # noqa: A002
        return self._people.get(id)

    def persona(self, id: str | None) -> Persona | None:  # noqa: A002
        return self._personas.get(id)

    def goal(self, id: str | None) -> Goal | None:  # noqa: A002
        return self._goals.get(id)

    def pillar(self, id: str | None) -> Pillar | None:  # noqa: A002
        return self._pillars.get(id)

    def campaign(self, id: str | None) -> Campaign | None:  # noqa: A002
        return self._campaigns.get(id)

    def segment(self, id: str | None) -> Segment | None:  # noqa: A002
        return self._segments.get(id)

    @cached_property
    def _accounts(self) -> dict[str | None, Account]:
        return _by_id(self.accounts)

    @cached_property
    def _people(self) -> dict[str | None, Person]:
        return _by_id(self.team)

    @cached_property
    def _personas(self) -> dict[str | None, Persona]:
        return _by_id(self.personas)

    @cached_property
    def _goals(self) -> dict[str | None, Goal]:
        return _by_id(self.goals)

    @cached_property
    def _pillars(self) -> dict[str | None, Pillar]:
        return _by_id(self.pillars)

    @cached_property
    def _campaigns(self) -> dict[str | None, Campaign]:
        return _by_id(self.campaigns)

    @cached_property
    def _segments(self) -> dict[str | None, Segment]:
        return _by_id(self.segments)


class SectionShape(NamedTuple):
    """What a top-level key holds: one part, a list of parts, or a plain value of the heading."""

    model: type[Part]
    holds: Literal["one", "list", "plain"]


def _shape_of(annotation: Any) -> SectionShape:
    inner = [part for part in get_args(annotation) or (annotation,) if part not in (None, ...)]
    if not (isinstance(inner[0], type) and issubclass(inner[0], Part)):
        return SectionShape(Heading, "plain")
    return SectionShape(inner[0], "list" if get_origin(annotation) is tuple else "one")


SECTIONS: Mapping[str, SectionShape] = {
    name: _shape_of(field.annotation) for name, field in Plan.model_fields.items()
}
"""Every top-level key of a plan and the model that types it, item by item where it is a list."""


def _market_default(code: str | None, field: Literal["locale", "timezone"]) -> str | None:
    """What a market says of its language or zone; an unknown market says nothing."""
    from socialplan.facts.markets import market

    known = market(code) if code else None
    return getattr(known, field) if known else None


def _by_id(items: tuple[T, ...]) -> dict[str | None, T]:
    """The items by id, the first of two with the same; those without cannot be asked for."""
    named = {getattr(item, "id", None): item for item in reversed(items)}
    named.pop(None, None)
    return named
