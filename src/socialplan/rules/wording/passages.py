"""What the plan says to its readers, post by post, and what decides which words matter there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.copy.due import unpublished

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.community import Script
    from socialplan.plan.posts import LibraryPost, Post
    from socialplan.plan.publications import Publication

_OF_A_SCRIPT = ("title", "attention", "benefit", "offer", "scene", "incentive", "text")
_OF_TERMS = (
    "how_to_enter",
    "entry_method",
    "entry_conditions",
    "who_may_enter",
    "prize_name",
    "redeem_conditions",
    "redeem_method",
)
_CHANCE = ("lottery", "wheel")


class Passage(NamedTuple):
    """Words in one place of the plan."""

    path: PlanPath
    text: str


class Speech:
    """All words that readers meet together: those of a publication, or of a prepared text."""

    __slots__ = ("_passages", "_platforms", "publication", "words")

    def __init__(
        self,
        words: str,
        publication: Publication | None = None,
        passages: Sequence[Passage] | None = None,
        platforms: frozenset[str] = frozenset(),
    ) -> None:
        self.words = words
        self.publication = publication
        self._passages = passages
        self._platforms = platforms

    @property
    def passages(self) -> Sequence[Passage]:
        """The words with their places; asked for only where something was found."""
        if self._passages is None:
            self._passages = tuple(_passages_of(self.publication)) if self.publication else ()
        return self._passages

    @property
    def platforms(self) -> frozenset[str]:
        """Where it is read, as far as the packs know the place."""
        slug = self.publication.platform if self.publication else None
        return frozenset((slug,)) if slug else self._platforms

    @property
    def disclosed(self) -> tuple[str, ...]:
        return self.publication.post.disclosure if self.publication else ()

    @property
    def draws(self) -> bool:
        """Whether chance decides who wins something."""
        interaction = self.publication.post.interaction if self.publication else None
        return interaction is not None and interaction.kind in _CHANCE


def speeches(plan: Plan) -> Sequence[Speech]:
    """Everything that is still to be published, and what is prepared for it."""
    return plan.once(_speeches)


def _speeches(plan: Plan) -> list[Speech]:
    planned = [Speech("\n".join(_words_of(one)), one) for one in unpublished(plan)]
    return [*planned, *_prepared(plan)]


def _words_of(one: Publication) -> list[str]:
    """The same words as the passages, without their places."""
    post = one.post
    worded: Post | Publication = post if one.variant is None else one  # a post answers faster
    hook, interaction = post.hook, post.interaction
    words = [worded.title, worded.call_to_action, *(said.text for said in one.texts)]
    words += one.hashtags
    words += [asset.credit for asset in worded.assets if asset.credit]
    if hook is not None:
        words += (hook.attention, hook.benefit)
    if interaction is not None:
        words += (passage.text for passage in _of_interaction(post, ()))
    return [said for said in words if said]


def _passages_of(one: Publication) -> Iterator[Passage]:
    post, whole = one.post, ("posts", one.post_index)
    if one.title:
        yield Passage(one.path("title"), one.title)
    for said in one.texts:
        yield Passage(said.path, said.text)
    if one.call_to_action:
        yield Passage(one.path("call_to_action"), one.call_to_action)
    yield from _of_hashtags(one)
    for field in ("attention", "benefit") if post.hook else ():
        if words := getattr(post.hook, field):
            yield Passage((*whole, "hook", field), words)
    for i, asset in enumerate(one.assets):
        if asset.credit:
            yield Passage((*one.path("assets", i), "credit"), asset.credit)
    yield from _of_interaction(post, whole)


def _of_hashtags(one: Publication) -> Iterator[Passage]:
    """Its own hashtags where they stand; those of a set at the mention of sets."""
    own = (one.variant and one.variant.hashtags) or one.post.hashtags
    for i, tag in enumerate(one.hashtags):
        place = ("hashtags", i) if i < len(own) and own[i] == tag else ("hashtag_sets",)
        yield Passage(one.path(*place), tag)


def _of_interaction(post: Post, whole: PlanPath) -> Iterator[Passage]:
    interaction = post.interaction
    if interaction is None:
        return
    if interaction.name:
        yield Passage((*whole, "interaction", "name"), interaction.name)
    for field in _OF_TERMS if interaction.terms else ():
        if words := getattr(interaction.terms, field):
            yield Passage((*whole, "interaction", "terms", field), words)


def _prepared(plan: Plan) -> Iterator[Speech]:
    community = plan.community
    if community is not None:
        groups = _platforms(plan, community.groups)
        for i, script in enumerate(community.scripts):
            yield _spoken(_of_script(script, ("community", "scripts", i)), groups)
    for i, post in enumerate(plan.library):
        yield _spoken(_of_library(post, ("library", i)), _platforms(plan, post.accounts))


def _spoken(passages: Iterable[Passage], platforms: frozenset[str]) -> Speech:
    said = tuple(passages)
    return Speech("\n".join(one.text for one in said), None, said, platforms)


def _platforms(plan: Plan, ids: Sequence[str]) -> frozenset[str]:
    accounts = (plan.account(id_) for id_ in ids)
    return frozenset(one.platform for one in accounts if one and one.platform)


def _of_script(script: Script, path: PlanPath) -> Iterator[Passage]:
    for field in _OF_A_SCRIPT:
        if words := getattr(script, field):
            yield Passage((*path, field), words)


def _of_library(post: LibraryPost, path: PlanPath) -> Iterator[Passage]:
    for field in ("title", "text", "first_comment", "call_to_action"):
        if words := getattr(post, field):
            yield Passage((*path, field), words)
    for i, bubble in enumerate(post.messages):
        if bubble.text:
            yield Passage((*path, "messages", i, "text"), bubble.text)
    for i, part in enumerate(post.thread):
        if part.text:
            yield Passage((*path, "thread", i, "text"), part.text)
