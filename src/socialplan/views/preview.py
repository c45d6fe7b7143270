"""A post as its platform shows it: what is read at once, what hides behind “more”, what fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from socialplan import facts
from socialplan.plan.names import account_name
from socialplan.rules.copy.bounds import bounds_for
from socialplan.rules.media.shown import shown
from socialplan.views.counters import Counter, Fold, fold_of, item_counters, text_counters
from socialplan.views.names import place_of
from socialplan.views.pictures import Medium, medium_of
from socialplan.views.pieces import Piece, cut, pieces_of, stands_alone
from socialplan.views.terms import Term, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounds

Look = Literal["chat", "feed", "picture", "video", "story", "article", "mail"]

_CHATS = ("line-oa", "line-openchat", "wechat-group", "qq-group", "telegram", "discord")
_PICTURE_FIRST = ("instagram", "pinterest", "xiaohongshu")
_LOOKS: Mapping[str, Look] = {
    "story": "story",
    "reel": "video",
    "video": "video",
    "short": "video",
    "live": "video",
    "article": "article",
    "newsletter": "mail",
}
_SIGNS = {"plain": "", "paired": "#"}
"""What closes a hashtag, by the platform's form of it."""


@dataclass(frozen=True)
class Preview:
    """One post on one account; texts are as the plan has them, not yet escaped for any page."""

    id: str
    account: str
    account_name: str
    handle: str
    platform: str
    platform_name: str
    look: Look
    """Which shape its platform gives it: a chat, a feed, a picture with words below …"""
    format: str | None
    at: datetime | None
    status: str
    title: str
    """The headline that readers see; empty where the platform has none."""
    title_hidden: str
    title_fold: Fold | None
    pieces: tuple[Piece, ...]
    fold: Fold | None
    """Where the text is cut; none where no cut is known."""
    hashtags: tuple[str, ...]
    """As they are published, with their signs."""
    hashtags_work: bool | None
    """Whether the platform makes them something to tap; none where it is not known."""
    mentions: tuple[str, ...]
    link: str
    link_works: bool | None
    """Whether readers can tap a link in the text; none where it is not known."""
    media: tuple[Medium, ...]
    lacks_media: bool
    """Whether the format needs a picture or a video, and has none."""
    first_comment: str
    first_comment_counter: Counter | None
    call_to_action: str
    interaction: str
    """What readers are invited to do, e.g. `lottery`."""
    interaction_name: str
    terms: tuple[Term, ...]
    disclosure: tuple[str, ...]
    counters: tuple[Counter, ...]
    """Title, options, hashtags, mentions, bubbles, pictures, videos; texts count themselves."""

    @property
    def over(self) -> tuple[Counter, ...]:
        """What does not fit."""
        every = (*self.counters, *(one for piece in self.pieces for one in piece.counters))
        return tuple(one for one in every if one.state in ("over", "under"))


def preview_of(plan: Plan, one: Publication, language: str) -> Preview:
    """Lay out a publication as its readers will see it."""
    bounds = bounds_for(plan, one)
    uses = shown(plan, one)
    counted = dict(text_counters(one, bounds))
    title, title_hidden, title_fold = _title(one, bounds)
    name = account_name(plan, one.account_id, language) if one.account_id else ""
    place = place_of(one.account, language) if one.account else ""
    text_fold = fold_of(bounds, "text")
    pieces = tuple(pieces_of(one, counted, text_fold[0] if text_fold else None, uses))
    comment = counted.pop(one.path("first_comment"), None)
    interaction = one.post.interaction
    return Preview(
        id=one.id,
        account=one.account_id or "",
        account_name=name,
        handle=(one.account.handle if one.account else None) or "",
        platform=one.platform or "",
        platform_name=place if place != name else "",
        look=_look(one),
        format=one.format,
        at=one.at,
        status=one.status,
        title=title,
        title_hidden=title_hidden,
        title_fold=title_fold,
        pieces=pieces,
        fold=text_fold[1] if text_fold else None,
        hashtags=_hashtags(one, bounds),
        hashtags_work=bounds.platform.hashtag_form != "none" if bounds else None,
        mentions=tuple(f"@{name.lstrip('@＠')}" for name in one.mentions),
        link=one.link.url if one.link else "",
        link_works=bounds.format.links.clickable if bounds else None,
        media=tuple(medium_of(use) for use in uses if stands_alone(use)),
        lacks_media=not uses and bounds is not None and bool(bounds.format.media.required),
        first_comment=one.first_comment or "",
        first_comment_counter=comment,
        call_to_action=one.call_to_action or "",
        interaction=(interaction.kind if interaction else None) or "",
        interaction_name=(interaction.name if interaction else None) or "",
        terms=tuple(terms_of(one)),
        disclosure=tuple(one.post.disclosure),
        counters=(*_beside(counted, one), *item_counters(one, bounds, uses)),
    )


def _look(one: Publication) -> Look:
    if one.platform in _CHATS:
        return "chat"
    return _LOOKS.get(one.format or "", "picture" if one.platform in _PICTURE_FIRST else "feed")


def _title(one: Publication, bounds: Bounds | None) -> tuple[str, str, Fold | None]:
    """Give the headline where readers see one; elsewhere the subject is for the team alone."""
    if not one.title or not _has_headline(one):
        return "", "", None
    fold = fold_of(bounds, "title")
    if fold is None:
        return one.title, "", None
    return *cut(one.title, fold[0]), fold[1]


def _has_headline(one: Publication) -> bool:
    pack = facts.platform(one.platform) if one.platform else None
    form = pack.formats.get(one.format or "") if pack else None
    if form is None:
        return pack is None and one.platform is not None
    return "title" in form.fields or "title" in form.needs


def _beside(counted: Mapping[PlanPath, Counter], one: Publication) -> Iterator[Counter]:
    """Give the counters of what is no text of its own: the title, options of the platform."""
    said = {said.path for said in one.texts}
    return (counter for path, counter in counted.items() if path not in said)


def _hashtags(one: Publication, bounds: Bounds | None) -> tuple[str, ...]:
    end = _SIGNS.get(bounds.platform.hashtag_form, "") if bounds else ""
    return tuple(f"#{tag.strip('#＃ ')}{end}" for tag in one.hashtags)
