"""What readers are shown: the pictures, videos and files of publications."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from socialplan.plan.publications import publications
from socialplan.rules.copy.bounds import bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.assets import Asset
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounded

_KINDS = {
    "image": ("jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg"),
    "gif": ("gif",),
    "video": ("mp4", "m4v", "mov", "webm", "avi", "mkv"),
    "audio": ("mp3", "m4a", "aac", "wav", "ogg"),
    "document": ("pdf", "ppt", "pptx", "doc", "docx"),
}
_KIND_OF = {ending: kind for kind, endings in _KINDS.items() for ending in endings}
_IN_A_BUBBLE = ("image", "video", "audio", "file")

PICTURES = ("image", "gif")


class Shown(NamedTuple):
    """One asset where it is used."""

    path: PlanPath
    asset: Asset
    kind: str | None
    """image, gif, video, audio, document …; None where nothing tells."""


def shown(one: Publication) -> Iterator[Shown]:
    """All that a publication shows, in its own order."""
    for i, asset in enumerate(one.assets):
        yield Shown(one.path("assets", i), asset, _kind(asset))
    for i, bubble in enumerate(one.messages):
        for holder in _IN_A_BUBBLE:
            if asset := getattr(bubble, holder):
                kind = _kind(asset) or (holder if holder != "file" else None)
                yield Shown(one.path("messages", i, holder), asset, kind)
        for j, card in enumerate(bubble.card):
            if card.image:
                path = one.path("messages", i, "card", j, "image")
                yield Shown(path, card.image, _kind(card.image) or "image")
    for i, part in enumerate(one.thread):
        for j, asset in enumerate(part.assets):
            yield Shown(one.path("thread", i, "assets", j), asset, _kind(asset))


def each_shown(found: Sequence[Publication]) -> Iterator[tuple[Publication, Shown]]:
    """Every asset once, however many accounts show it."""
    seen = set()
    for one in found:
        for use in shown(one):
            if use.path not in seen:
                seen.add(use.path)
                yield one, use


def everything_shown(plan: Plan) -> Sequence[tuple[Publication, Shown]]:
    """Every asset of posts that were or will be published."""
    return plan.once(_everything)


def shown_within_bounds(plan: Plan) -> Sequence[tuple[Bounded, Shown]]:
    """What is still to be published, with the limits that hold for it."""
    return plan.once(_within_bounds)


def ending_of(asset: Asset) -> str | None:
    """The ending of a file's name or of an address, if it is one of a known kind."""
    name = asset.file or (asset.url or "").partition("?")[0].partition("#")[0]
    ending = PurePosixPath(name).suffix[1:].lower() if "." in name else ""
    return ending if ending in _KIND_OF else None


def _kind(asset: Asset) -> str | None:
    if asset.kind is not None:
        return asset.kind
    ending = ending_of(asset)
    return _KIND_OF[ending] if ending else None


def _everything(plan: Plan) -> list[tuple[Publication, Shown]]:
    meant = [one for one in publications(plan) if one.status not in ("idea", "cancelled")]
    return list(each_shown(meant))


def _within_bounds(plan: Plan) -> list[tuple[Bounded, Shown]]:
    return [(one, use) for one in bounded(plan) for use in shown(one.publication)]
