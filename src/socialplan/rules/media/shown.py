"""What readers are shown: the pictures, videos and files of publications."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from socialplan.plan.publications import publications
from socialplan.rules.copy.bounds import bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from socialplan.facts import Limit
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
    "document": ("pdf", "ppt", "pptx", "doc", "docx", "xls", "xlsx", "odt", "ods", "odp"),
}
_KIND_OF = {ending: kind for kind, endings in _KINDS.items() for ending in endings}
_IN_A_BUBBLE = {"image": "image", "video": "video", "audio": "audio", "file": None}
_NOT_MEANT = ("idea", "cancelled")

PICTURES = ("image", "gif")
DOCUMENTS = ("document",)
FILES = (*DOCUMENTS, "audio", "card", "other", None)
"""What is neither a picture nor a video; None where nothing tells what it is."""


class Shown(NamedTuple):
    """One asset where it is used."""

    path: PlanPath
    asset: Asset
    kind: str | None
    """image, gif, video, audio, document …; None where nothing tells."""
    ending: str | None
    """The ending of its file's name or address, if it is one of a known kind."""


class Held(NamedTuple):
    """An asset in one publication, and as what that bounds it, the narrowest name first."""

    one: Bounded
    use: Shown
    names: tuple[str, ...]

    def limits(self, measure: str) -> Sequence[Limit]:
        """What bounds its bytes, types, ratio, …: a GIF as such, else as an image, else a file."""
        limits = self.one.bounds.limits
        for name in self.names:
            if found := limits.get(f"{name}.{measure}"):
                return found
        return ()


def shown(plan: Plan, one: Publication) -> Sequence[Shown]:
    """All that a publication shows, in its own order."""
    return plan.once(_by_publication).get(id(one), ())


def each_shown(plan: Plan, found: Iterable[Publication]) -> Iterator[tuple[Publication, Shown]]:
    """Every asset once, however many accounts show it."""
    seen = set()
    for one in found:
        for use in shown(plan, one):
            if use.path not in seen:
                seen.add(use.path)
                yield one, use


def everything_shown(plan: Plan) -> Sequence[tuple[Publication, Shown]]:
    """Every asset of posts that were or will be published."""
    return plan.once(_everything)


def held(plan: Plan, kinds: tuple[str | None, ...]) -> Iterator[Held]:
    """What is still to be published, with the limits of every place where it is shown."""
    by_kind = plan.once(_within_bounds)
    return chain.from_iterable(by_kind.get(kind, ()) for kind in kinds)


def _by_publication(plan: Plan) -> dict[int, tuple[Shown, ...]]:
    return {id(one): uses for one in publications(plan) if (uses := tuple(_shown(one)))}


def _shown(one: Publication) -> Iterator[Shown]:
    for i, asset in enumerate(one.assets):
        yield _use(one.path("assets", i), asset)
    for i, bubble in enumerate(one.messages):
        for holder, kind in _IN_A_BUBBLE.items():
            if asset := getattr(bubble, holder):
                yield _use(one.path("messages", i, holder), asset, kind)
        for j, card in enumerate(bubble.card):
            if card.image:
                yield _use(one.path("messages", i, "card", j, "image"), card.image, "image")
    for i, part in enumerate(one.thread):
        for j, asset in enumerate(part.assets):
            yield _use(one.path("thread", i, "assets", j), asset)


def _use(path: PlanPath, asset: Asset, usual: str | None = None) -> Shown:
    ending = _ending(asset.file or asset.url or "")
    return Shown(path, asset, asset.kind or _KIND_OF.get(ending or "", usual), ending)


def _ending(name: str) -> str | None:
    bare = name.partition("?")[0].partition("#")[0]
    ending = bare.rpartition(".")[2].lower()
    return ending if ending in _KIND_OF else None


def _everything(plan: Plan) -> list[tuple[Publication, Shown]]:
    meant = (one for one in publications(plan) if one.status not in _NOT_MEANT)
    return list(each_shown(plan, meant))


def _within_bounds(plan: Plan) -> dict[str | None, list[Held]]:
    found: dict[str | None, list[Held]] = {}
    seen = set()
    for one in bounded(plan):
        for use in shown(plan, one.publication):
            # One finding is enough for accounts that share both the asset and its limits.
            key = (use.path, id(one.bounds.format))
            if key not in seen:
                seen.add(key)
                found.setdefault(use.kind, []).append(Held(one, use, _named(one, use.kind)))
    return found


def _named(one: Bounded, kind: str | None) -> tuple[str, ...]:
    """As what an asset is bounded; beside a video a picture is its cover."""
    form = one.bounds.format
    if kind not in PICTURES:
        return (kind, "file") if kind else ("file",)
    if "cover" in form.needs and _takes_no(one.bounds.limits.get("images", ())):
        return ("cover",)
    return (*dict.fromkeys((kind, "image")), "file")


def _takes_no(limits: Iterable[Limit]) -> bool:
    return any(limit.max == 0 for limit in limits)
