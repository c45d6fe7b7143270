"""Pictures and videos of a post: are they there, whose are they, who can perceive them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.views.checklist.check import Check, missing, proven

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from socialplan.plan.assets import Asset
    from socialplan.plan.publications import Publication

LICENSED = ("commissioned", "licensed", "user", "generated")
"""Sources that are used by permission; one's own need none."""
CHECKED = ("approved", "scheduled", "published")
"""States in which somebody has seen the post, pictures and all."""
SEEN = ("image", "gif", "video", "card", None)
"""Kinds of which those who cannot see miss something."""


def assets_of(one: Publication) -> tuple[Asset, ...]:
    """List what a post shows, each once: its assets, and what only its bubbles have."""
    found: dict[str, Asset] = {}
    for n, asset in enumerate(_all(one)):
        found.setdefault(asset.url or asset.file or str(n), asset)
    return tuple(found.values())


def lacking(one: Publication) -> int:
    """Count pictures and videos that are only planned: without a file, before anybody approved."""
    if one.status in CHECKED:
        return 0
    return sum(not asset.file and not asset.url for asset in assets_of(one))


def needs_media(one: Publication) -> bool:
    """Say whether the platform refuses this format without a picture or video."""
    from socialplan import facts

    pack = facts.platform(one.platform) if one.platform else None
    form = pack.formats.get(one.format or "") if pack else None
    return form is not None and bool(form.media.required)


def check_assets(one: Publication) -> Iterator[Check]:
    """Check that they are there, with source, permission and a description."""
    assets = assets_of(one)
    if not assets:
        if needs_media(one):
            yield missing("asset-there-missing")
        return
    planned = lacking(one)
    if planned:
        yield missing("asset-there-planned", count=planned, of=len(assets))
    else:
        yield proven("asset-there", " · ".join(_names(assets)))
    sourced = [asset for asset in assets if asset.source]
    yield _all_of("asset-source", assets, sourced, (f"asset-{one.source}" for one in sourced))
    borrowed = [asset for asset in assets if asset.source in LICENSED]
    if borrowed:
        licensed = [asset for asset in borrowed if asset.license]
        yield _all_of("asset-license", borrowed, licensed)
        yield from _expired(one, licensed)
    users = [asset for asset in assets if asset.source == "user"]
    if users:
        agreed = [asset for asset in users if asset.consent]
        yield _all_of("asset-consent", users, agreed, detail=" · ".join(_consents(agreed)))
    seen = [asset for asset in assets if asset.kind in SEEN]
    if seen:
        yield _all_of("asset-alt", seen, [asset for asset in seen if asset.alt])


def _all_of(
    what: str,
    wanted: Sequence[Asset],
    having: Sequence[Asset],
    names: Iterable[str] = (),
    detail: str = "",
) -> Check:
    """Compare those that have it with those that should."""
    if len(having) < len(wanted):
        return missing(f"{what}-missing", count=len(wanted) - len(having), of=len(wanted))
    return Check(what, "done", names=tuple(dict.fromkeys(names)), detail=detail)


def _expired(one: Publication, licensed: Iterable[Asset]) -> Iterator[Check]:
    for asset in licensed:
        ends = asset.license.expires if asset.license else None
        if ends is not None and one.at is not None and ends < one.at.date():
            yield missing("asset-license-ends", date=ends.isoformat())


def _all(one: Publication) -> Iterator[Asset]:
    yield from one.assets
    for part in one.thread:
        yield from part.assets
    for bubble in one.messages:
        yield from (
            asset for asset in (bubble.image, bubble.video, bubble.audio, bubble.file) if asset
        )
        yield from (card.image for card in bubble.card if card.image)


def _names(assets: Iterable[Asset]) -> Iterator[str]:
    for asset in assets:
        name = (asset.file or asset.url or "").rstrip("/").rpartition("/")[2]
        yield name.partition("?")[0] or asset.alt or asset.kind or "?"


def _consents(assets: Iterable[Asset]) -> Iterator[str]:
    return (asset.consent for asset in assets if asset.consent)
