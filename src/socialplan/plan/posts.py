"""What is published: posts, their bubbles and threads, and how they differ by account."""

from typing import Annotated, Any, Literal

from pydantic import Field

from socialplan.plan.assets import AssetOrName
from socialplan.plan.brand import UtmTags
from socialplan.plan.figures import Count, Figure
from socialplan.plan.interaction import InteractionOrKind
from socialplan.plan.part import Part
from socialplan.plan.people import Id
from socialplan.plan.references import (
    AccountRef,
    CampaignRef,
    FormatRef,
    GoalRef,
    HashtagSetRef,
    MetricRef,
    PersonaRef,
    PersonRef,
    PillarRef,
    SegmentRef,
)
from socialplan.plan.shapes import Several, text_as
from socialplan.plan.times import Moment, Rhythm, WallTime

Status = Literal[
    "idea",
    "draft",
    "in_review",
    "approved",
    "scheduled",
    "published",
    "on_hold",
    "cancelled",
]
Disclosure = Literal["sponsored", "gifted", "ai_generated"]


class Link(Part):
    """Where a post sends its readers."""

    url: str = Field(description="The address without tracking tags.")
    utm: UtmTags | None = Field(None, description="Tags on this link, over those of the brand.")


class Coupon(Part):
    """A coupon sent in a message."""

    title: str | None = Field(None, description="What the coupon gives.")
    text: str | None = Field(None, description="How it is used.")
    code: str | None = Field(None, description="What to type or to show.")
    until: Moment | None = Field(None, description="The last day on which it can be used.")
    limit: Count | None = Field(None, description="How many may be used.")


class Card(Part):
    """A card, or one page of several that are swiped through."""

    title: str | None = Field(None, description="Headline of the card.")
    text: str | None = Field(None, description="Text below the headline.")
    image: AssetOrName | None = Field(None, description="Picture on the card.")
    url: str | None = Field(None, description="Where a tap leads.")
    label: str | None = Field(None, description="Words on its button.")


class Bubble(Part):
    """One speech bubble of a message; a lone text is a text bubble."""

    text: str | None = Field(None, description="Words of the bubble.")
    image: AssetOrName | None = Field(None, description="A picture.")
    video: AssetOrName | None = Field(None, description="A video.")
    audio: AssetOrName | None = Field(None, description="A recording.")
    file: AssetOrName | None = Field(None, description="A file to download.")
    sticker: str | None = Field(None, description="A sticker, by the platform's own number.")
    coupon: Annotated[Coupon, text_as("title")] | None = Field(None, description="A coupon.")
    card: Several[Annotated[Card, text_as("title")]] = Field(
        (), description="A card, or the cards that are swiped through."
    )
    link: Annotated[Link, text_as("url")] | None = Field(None, description="Where a tap leads.")


class ThreadPart(Part):
    """One post of a thread."""

    text: str | None = Field(None, description="Words of this part.")
    assets: Several[AssetOrName] = Field((), description="Pictures and videos of this part.")


class Hook(Part):
    """Why somebody would stop and read."""

    attention: str | None = Field(None, description="What catches the eye.")
    benefit: str | None = Field(None, description="What the reader gains, or which pain it ends.")


class Approval(Part):
    """Somebody's word that exactly this text may go out."""

    by: PersonRef | None = Field(
        None, description="Who approved it: somebody of the team, or a client by name."
    )
    date: Moment | None = Field(None, description="When it was approved.")
    hash: str | None = Field(None, description="Fingerprint of the words that were approved.")


class Copy(Part):
    """The words and pictures of a post."""

    title: str | None = Field(None, description="The subject, as the team and the reader see it.")
    text: str | None = Field(None, description="The words that are published.")
    messages: Several[Annotated[Bubble, text_as("text")]] = Field(
        (), description="Bubbles of a message, in order, instead of one text."
    )
    thread: Several[Annotated[ThreadPart, text_as("text")]] = Field(
        (), description="Posts of a thread, in order, instead of one text."
    )
    first_comment: str | None = Field(None, description="A comment posted right after it.")
    call_to_action: str | None = Field(None, description="What the reader should do next.")
    link: Annotated[Link, text_as("url")] | None = Field(
        None, description="Where it sends its readers."
    )
    hashtags: Several[str] = Field((), description="Hashtags, with or without the # sign.")
    hashtag_sets: Several[HashtagSetRef] = Field(
        (), description="Named sets of hashtags that are added."
    )
    mentions: Several[str] = Field((), description="Accounts that are named, e.g. @partner.")
    assets: Several[AssetOrName] = Field((), description="Pictures, videos and files.")
    format: FormatRef | None = Field(None, description="A format of the account's platform.")
    options: dict[str, Any] = Field(
        default_factory=dict, description="Settings that only this platform has."
    )


class Variant(Copy):
    """How a post differs on one of its accounts; what is not written stays as in the post."""

    at: WallTime | None = Field(None, description="Wall time on this account.")
    status: Status | None = Field(None, description="How far this variant is.")
    note: str | None = Field(None, description="Remarks for the team.")


class Post(Copy):
    """One post on one or several accounts, or an idea for one."""

    id: Id | None = Field(None, description="Short name; made from date and account when absent.")
    account: AccountRef | None = Field(None, description="Where it is published.")
    accounts: Several[AccountRef] = Field((), description="Where it is published, if on several.")
    at: WallTime | None = Field(
        None, description="Wall time of the account, e.g. 2026-11-25 20:00; an idea has none."
    )
    topic: str | None = Field(None, description="What it is about, so that nothing repeats.")
    variants: dict[AccountRef, Variant] = Field(
        default_factory=dict, description="What differs on an account, by account."
    )
    persona: PersonaRef | None = Field(None, description="Whom it speaks to.")
    segment: SegmentRef | None = Field(None, description="The part of the audience that gets it.")
    pillar: PillarRef | None = Field(None, description="The content type that it belongs to.")
    campaign: CampaignRef | None = Field(None, description="The campaign that it belongs to.")
    goal: GoalRef | None = Field(None, description="The one goal that it serves most.")
    hook: Annotated[Hook, text_as("attention")] | None = Field(
        None, description="What catches the reader, and what the reader gains."
    )
    tags: Several[str] = Field((), description="Labels for the team, not published.")
    interaction: InteractionOrKind | None = Field(
        None, description="What readers are invited to do, with the rules of a draw or game."
    )
    disclosure: Several[Disclosure] = Field((), description="What must be disclosed to readers.")
    author: PersonRef | None = Field(None, description="Who writes it.")
    designer: PersonRef | None = Field(None, description="Who makes its pictures.")
    reviewer: PersonRef | None = Field(None, description="Who checks it before it goes out.")
    publisher: PersonRef | None = Field(None, description="Who publishes it.")
    approved: Approval | None = Field(None, description="Who approved exactly these words.")
    status: Status | None = Field(
        None, description="How far it is; without one, a dated post is a draft, an undated an idea."
    )
    note: str | None = Field(None, description="Remarks for the team.")
    result: dict[MetricRef, Figure] = Field(
        default_factory=dict, description="What came of it, e.g. reach: 1200, likes: 85."
    )

    @property
    def account_ids(self) -> tuple[str, ...]:
        """Where it goes; its variants tell if nothing else does."""
        if self.account is not None and not self.accounts:
            return (self.account,)
        named = self.accounts if self.account is None else (self.account, *self.accounts)
        return tuple(dict.fromkeys(named or self.variants))

    @property
    def state(self) -> Status:
        """How far it is, also where nobody wrote it down."""
        return self.status or ("idea" if self.at is None else "draft")


class LibraryPost(Copy):
    """An evergreen post that may be published again."""

    id: Id | None = Field(None, description="Short name of the evergreen post.")
    accounts: Several[AccountRef] = Field((), description="Where it fits.")
    pillar: PillarRef | None = Field(None, description="The content type that it belongs to.")
    persona: PersonaRef | None = Field(None, description="Whom it speaks to.")
    cooldown: Rhythm | None = Field(None, description="How long to wait before it runs again.")
    max: Count | None = Field(None, description="How often it may run in all.")
    season: Several[str] = Field((), description="When it fits, e.g. winter, 12 or 中秋.")
