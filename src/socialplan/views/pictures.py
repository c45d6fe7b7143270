"""Pictures, videos and files of a post as people see them: size, shape, words for the blind."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplan.rules.media.shown import Shown

_SIMPLE = 21
"""Up to this a ratio is said in whole numbers: 16:9, 4:5, 9:21."""
_SAME = 0.0001
_DESCRIBED = ("image", "gif", "video", "card", None)
"""Kinds of which those who cannot see miss something."""


@dataclass(frozen=True)
class Medium:
    """One picture, video or file."""

    name: str
    """Its file's name, or the end of its address."""
    file: str
    """Where it stands below the plan's folder; empty where it has only an address."""
    kind: str
    """image, gif, video, audio, document, card, other; empty where nothing tells."""
    width: int | None
    height: int | None
    ratio: str
    """Width to height, e.g. `4:5`; empty where the size is not known."""
    seconds: float | None
    bytes: int | None
    alt: str
    lacks_alt: bool
    """Whether it can be seen, and nothing says what it shows."""
    credit: str
    source: str
    """own, commissioned, licensed, user, generated; or unknown."""


def medium_of(use: Shown) -> Medium:
    """Describe what is shown at one place."""
    asset = use.asset
    return Medium(
        name=_name(asset.file or asset.url or ""),
        file=asset.file or "",
        kind=use.kind or "",
        width=asset.width,
        height=asset.height,
        ratio=ratio_said(asset.width, asset.height),
        seconds=asset.duration,
        bytes=asset.bytes,
        alt=asset.alt or "",
        lacks_alt=use.kind in _DESCRIBED and not asset.alt,
        credit=asset.credit or "",
        source=asset.source or "unknown",
    )


def ratio_said(width: int | None, height: int | None) -> str:
    """Say a shape as designers do: `4:5`, or `1.91:1` where no small numbers do it."""
    if not width or not height:
        return ""
    common = gcd(width, height)
    if max(width, height) // common <= _SIMPLE:
        return f"{width // common}:{height // common}"
    if width < height:
        return f"1:{round(height / width, 2):.10g}"
    return f"{round(width / height, 2):.10g}:1"


def ratio_written(ratio: float) -> str:
    """Say a shape that is known as a number only: 0.75 is 3:4."""
    simple = Fraction(ratio).limit_denominator(_SIMPLE)
    if abs(simple - ratio) < _SAME:
        return f"{simple.numerator}:{simple.denominator}"
    return f"{ratio:.10g}:1"


def _name(place: str) -> str:
    return place.rstrip("/").rpartition("/")[2].partition("?")[0] or place
