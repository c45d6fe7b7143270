"""What goes out where: each post once for every account, as that account's variant has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from socialplan.plan.naming import post_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.assets import Asset
    from socialplan.plan.posts import Bubble, Link, Post, Status, ThreadPart, Variant


Role = Literal["text", "message", "thread", "first_comment"]


class Said(NamedTuple):
    """Words that readers see, and where they stand in the plan."""

    path: PlanPath
    text: str
    role: Role


class Publication:
    """One post on one account, at that account's wall time."""

    __slots__ = (
        "_copy",
        "_sets",
        "_texts",
        "account",
        "account_id",
        "at",
        "format",
        "id",
        "is_misdated",
        "post",
        "post_index",
        "status",
        "variant",
        "zone",
    )

    def __init__(
        self,
        id: str,  # noqa: A002
        post: Post,
        post_index: int,
        account_id: str | None,
        place: _Place,
    ) -> None:
        self.id = id
        """The post's id; an id with the account's is `key`."""
        self.post = post
        self.post_index = post_index
        self.account_id = account_id
        self.account: Account | None = place.account
        self.zone: ZoneInfo = place.zone
        variant = post.variants.get(account_id) if account_id and post.variants else None
        self.variant: Variant | None = variant
        self.format: str | None = (variant and variant.format) or post.format or place.format
        self.at: datetime | None = _wall((variant and variant.at) or post.at, place.zone)
        self.is_misdated: bool = self.at is None and place.lacks_date(post_index, account_id)
        """Whether a date is written that nobody can read: no idea, but no day to put it on."""
        self.status: Status = (variant and variant.status) or self._state()
        words = variant and (variant.text or variant.messages or variant.thread)
        self._copy: Post | Variant = variant if variant and words else post
        """Whose words go out: a variant may put a text as bubbles, so the post's count no more."""
        self._sets = place.hashtag_sets
        self._texts: tuple[Said, ...] | None = None

    def _state(self) -> Status:
        return self.post.state if not self.is_misdated else self.post.status or "draft"

    @property
    def key(self) -> str:
        """A name for this publication among all: post and account."""
        return f"{self.id}@{self.account_id}" if self.account_id else self.id

    @property
    def platform(self) -> str | None:
        return self.account.platform if self.account else None

    @property
    def title(self) -> str | None:
        return (self.variant and self.variant.title) or self.post.title

    @property
    def text(self) -> str | None:
        return self._copy.text

    @property
    def messages(self) -> tuple[Bubble, ...]:
        return self._copy.messages

    @property
    def thread(self) -> tuple[ThreadPart, ...]:
        return self._copy.thread

    @property
    def first_comment(self) -> str | None:
        return (self.variant and self.variant.first_comment) or self.post.first_comment

    @property
    def call_to_action(self) -> str | None:
        return (self.variant and self.variant.call_to_action) or self.post.call_to_action

    @property
    def link(self) -> Link | None:
        return (self.variant and self.variant.link) or self.post.link

    @property
    def hashtags(self) -> tuple[str, ...]:
        """Its own hashtags and those of the sets that it names, each once."""
        own = (self.variant and self.variant.hashtags) or self.post.hashtags
        sets = (self.variant and self.variant.hashtag_sets) or self.post.hashtag_sets
        if not sets:
            return own
        added = (tag for name in sets for tag in self._sets.get(name, ()))
        return tuple(dict.fromkeys((*own, *added)))

    @property
    def mentions(self) -> tuple[str, ...]:
        return (self.variant and self.variant.mentions) or self.post.mentions

    @property
    def assets(self) -> tuple[Asset, ...]:
        return (self.variant and self.variant.assets) or self.post.assets

    @property
    def options(self) -> dict[str, Any]:
        return {**self.post.options, **(self.variant.options if self.variant else {})}

    @property
    def note(self) -> str | None:
        return (self.variant and self.variant.note) or self.post.note

    def path(self, *keys: str | int) -> PlanPath:
        """Where something of this publication stands: in its variant if that says so."""
        whole: PlanPath = ("posts", self.post_index)
        if keys and self.variant and self.account_id and getattr(self.variant, str(keys[0]), None):
            whole = (*whole, "variants", self.account_id)
        return (*whole, *keys)

    @property
    def texts(self) -> tuple[Said, ...]:
        """All words that readers see, so that rules on wording read each once."""
        if self._texts is None:
            self._texts = tuple(self._speak())
        return self._texts

    def _speak(self) -> Iterator[Said]:
        if self.text:
            yield Said(self.path("text"), self.text, "text")
        for i, bubble in enumerate(self.messages):
            yield from _spoken(bubble, self.path("messages", i))
        for i, part in enumerate(self.thread):
            if part.text:
                yield Said(self.path("thread", i, "text"), part.text, "thread")
        if self.first_comment:
            yield Said(self.path("first_comment"), self.first_comment, "first_comment")


def _spoken(bubble: Bubble, path: PlanPath) -> Iterator[Said]:
    if bubble.text:
        yield Said((*path, "text"), bubble.text, "message")
    if bubble.coupon is not None:
        for field in ("title", "text"):
            if words := getattr(bubble.coupon, field):
                yield Said((*path, "coupon", field), words, "message")
    for i, card in enumerate(bubble.card):
        for field in ("title", "text", "label"):
            if words := getattr(card, field):
                yield Said((*path, "card", i, field), words, "message")


class _Place(NamedTuple):
    """What all publications of one account share."""

    account: Account | None
    zone: ZoneInfo
    format: str | None
    hashtag_sets: Mapping[str, tuple[str, ...]]
    holes: frozenset[PlanPath]

    def lacks_date(self, post: int, account: str | None) -> bool:
        """Say whether the plan has a date for a post there that could not be read."""
        if not self.holes:
            return False
        own = ("posts", post, "variants", account or "", "at")
        return not self.holes.isdisjoint((("posts", post, "at"), own))


def publications(plan: Plan) -> tuple[Publication, ...]:
    """Every post once for every account that it goes to, in the order of the plan."""
    return plan.once(_expand)


def publications_of(plan: Plan, post_index: int) -> tuple[Publication, ...]:
    """The publications of one post."""
    return tuple(plan.once(_by_post).get(post_index, ()))


def _by_post(plan: Plan) -> dict[int, list[Publication]]:
    found: dict[int, list[Publication]] = {}
    for publication in publications(plan):
        found.setdefault(publication.post_index, []).append(publication)
    return found


def _expand(plan: Plan) -> tuple[Publication, ...]:
    ids = post_ids(plan)
    places: dict[str | None, _Place] = {}
    found = []
    for i, post in enumerate(plan.posts):
        for account_id in post.account_ids or (None,):
            place = places.get(account_id)
            if place is None:
                place = places[account_id] = _place(plan, account_id)
            found.append(Publication(ids[i], post, i, account_id, place))
    return tuple(found)


def _place(plan: Plan, account_id: str | None) -> _Place:
    account = plan.account(account_id)
    usual = usual_format(account) if account else None
    return _Place(account, plan.zone_of(account), usual, plan.hashtag_sets, plan.holes)


def usual_format(account: Account) -> str | None:
    """The format meant when none is written: the only one promised, else the platform's first."""
    promised = {cadence.format for cadence in account.cadence if cadence.format}
    if len(promised) == 1:
        return promised.pop()
    from socialplan import facts

    platform = facts.platform(account.platform) if account.platform else None
    return next(iter(platform.formats), None) if platform else None


def _wall(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Turn a moment with an offset into the account's wall time; the rest is wall time already."""
    if at is None or at.tzinfo is None:
        return at
    return at.astimezone(zone).replace(tzinfo=None)
