"""What readers of a post see below each other: a text, bubbles, cards, the parts of a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.counting import fitting
from socialplan.views.pictures import Medium, medium_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from socialplan.facts import Limit
    from socialplan.finding import PlanPath
    from socialplan.plan.posts import Bubble, Card, Coupon
    from socialplan.plan.publications import Publication
    from socialplan.rules.media.shown import Shown
    from socialplan.views.counters import Counter

    Counted = Mapping[PlanPath, Counter]
    Media = Mapping[PlanPath, Medium]


@dataclass(frozen=True)
class Piece:
    """One thing that readers see below each other: a text, a bubble, a card, a post of a thread."""

    kind: str
    """text, bubble, thread, coupon, card, sticker, media."""
    number: int
    """Which bubble or part of the thread it belongs to, from 1."""
    title: str = ""
    text: str = ""
    """What is read at once."""
    hidden: str = ""
    """What readers see after they tap “more”."""
    label: str = ""
    """Words on a button."""
    link: str = ""
    code: str = ""
    until: date | None = None
    media: tuple[Medium, ...] = ()
    counters: tuple[Counter, ...] = ()


def pieces_of(
    one: Publication,
    counted: Counted,
    fold: Limit | None,
    uses: Sequence[Shown],
) -> Iterator[Piece]:
    """List them in the order in which they are published."""

    def counters(*path: str | int) -> tuple[Counter, ...]:
        found = counted.get(one.path(*path))
        return (found,) if found else ()

    by_path = {use.path: medium_of(use) for use in uses if not stands_alone(use)}
    if one.text:
        text, hidden = cut(one.text, fold)
        yield Piece("text", 1, text=text, hidden=hidden, counters=counters("text"))
    for i, bubble in enumerate(one.messages):
        yield from _bubble(bubble, i, one.path("messages", i), counted, by_path)
    for i, part in enumerate(one.thread):
        place = one.path("thread", i, "assets")
        media = tuple(by_path[*place, j] for j in range(len(part.assets)) if (*place, j) in by_path)
        yield Piece(
            "thread",
            i + 1,
            text=part.text or "",
            media=media,
            counters=counters("thread", i, "text"),
        )


def _bubble(
    bubble: Bubble,
    i: int,
    path: PlanPath,
    counted: Counted,
    media: Media,
) -> Iterator[Piece]:
    """Give what one bubble holds, in the order in which it is sent."""
    link = bubble.link.url if bubble.link else ""
    if bubble.text or (link and not media):
        some = _found(counted, (*path, "text"))
        yield Piece("bubble", i + 1, text=bubble.text or "", link=link, counters=some)
    for holder in ("image", "video", "audio", "file"):
        if medium := media.get((*path, holder)):
            yield Piece("media", i + 1, media=(medium,), link=link if not bubble.text else "")
    if bubble.sticker:
        yield Piece("sticker", i + 1, text=bubble.sticker)
    if bubble.coupon:
        yield _coupon(bubble.coupon, i, (*path, "coupon"), counted)
    for j, card in enumerate(bubble.card):
        yield _card(card, i, (*path, "card", j), counted, media)


def _coupon(coupon: Coupon, i: int, path: PlanPath, counted: Counted) -> Piece:
    return Piece(
        "coupon",
        i + 1,
        title=coupon.title or "",
        text=coupon.text or "",
        code=coupon.code or "",
        until=coupon.until,
        counters=_found(counted, (*path, "title"), (*path, "text")),
    )


def _card(
    card: Card,
    i: int,
    path: PlanPath,
    counted: Counted,
    media: Media,
) -> Piece:
    picture = media.get((*path, "image"))
    return Piece(
        "card",
        i + 1,
        title=card.title or "",
        text=card.text or "",
        label=card.label or "",
        link=card.url or "",
        media=(picture,) if picture else (),
        counters=_found(counted, (*path, "title"), (*path, "text")),
    )


def _found(counted: Counted, *paths: PlanPath) -> tuple[Counter, ...]:
    return tuple(counted[path] for path in paths if path in counted)


def cut(text: str, fold: Limit | None) -> tuple[str, str]:
    """Part a text where readers meet “more”."""
    if fold is None or fold.max is None:
        return text, ""
    end = fitting(fold.count, text, fold.max)
    return (text[:end], text[end:]) if text[end:].strip() else (text, "")


def stands_alone(use: Shown) -> bool:
    """Say whether an asset is the post's own, not that of a bubble or part."""
    return "messages" not in use.path and "thread" not in use.path
