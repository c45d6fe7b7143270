"""The file that a page of briefs saves: who approves which words, and what they say of them.

It comes from outside: nothing in it is believed before it has been looked at.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import category

from socialplan.errors import SocialPlanError
from socialplan.plan.times import YEARS
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5_000_000
"""Bytes; a year of posts with long comments is a tenth of that."""
MOST = 10_000
"""Decisions in one file."""
LONGEST_NAME = 200
LONGEST_COMMENT = 20_000
VERSION = 1
_SURROGATES = re.compile("[\ud800-\udfff]")

_LOST = "\ufffd"

Kind = Literal["approve", "change", "comment"]
_KINDS: dict[object, Kind] = {"approve": "approve", "change": "change", "comment": "comment"}


class NotAPacket(SocialPlanError):
    """The file is no packet; `reason` is one of too-large, not-json, other-file, newer."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"packet-{reason}", path=str(path))
        self.reason = reason


@dataclass(frozen=True)
class Decision:
    """What somebody says of one post."""

    post: str
    hash: str | None
    """Of the words that they saw; none where they mean the words as they are now."""
    kind: Kind
    by: str
    on: date
    comment: str = ""


@dataclass(frozen=True)
class Packet:
    """What a file holds that can be understood."""

    plan: str
    """The plan's title."""
    decisions: tuple[Decision, ...]
    broken: tuple[int, ...]
    """Which entries cannot be understood, counted from 1."""

    def is_of(self, title: str) -> bool:
        """Say whether it is of the plan of that title; a page loses marks that nobody sees."""
        return _visible(self.plan) == _visible(title)


def read_packet(path: Path, today: date) -> Packet:
    """Read a file as far as it can be understood."""
    data = read_bytes(path, LARGEST)
    if data is None:
        raise NotAPacket(path, "too-large")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotAPacket(path, "not-json") from None
    version = found.get("socialplan_approval") if isinstance(found, dict) else None
    entries = found.get("decisions") if isinstance(found, dict) else None
    if type(version) is not int or not isinstance(entries, list):
        raise NotAPacket(path, "other-file")
    if version != VERSION:
        raise NotAPacket(path, "newer")
    if len(entries) > MOST:
        raise NotAPacket(path, "too-large")
    read = [_decision(entry, today) for entry in entries]
    return Packet(
        plan=_text(found.get("plan")) or "",
        decisions=tuple(one for one in read if one is not None),
        broken=tuple(number for number, one in enumerate(read, 1) if one is None),
    )


def _decision(entry: Any, today: date) -> Decision | None:
    if not isinstance(entry, dict):
        return None
    post, digits, by = (_text(entry.get(key)) for key in ("post", "hash", "by"))
    kind = _KINDS.get(entry.get("decision")) if _text(entry.get("decision")) else None
    comment = _text(entry.get("comment", ""))
    if kind is None or not post or digits is None or by is None or comment is None:
        return None
    if max(len(post), len(digits), len(by)) > LONGEST_NAME or len(comment) > LONGEST_COMMENT:
        return None
    name = " ".join(by.split())
    return Decision(post, digits, kind, name, _day(entry.get("date"), today), comment.strip())


def _text(value: Any) -> str | None:
    """Take a text; halves of characters, which no file can hold, become marks."""
    return _SURROGATES.sub(_LOST, value) if isinstance(value, str) else None


def _visible(text: str) -> str:
    """Leave out what a page drops, or shows a mark in place of."""
    shown = (one for one in text if one.isspace() or (category(one)[0] != "C" and one != _LOST))
    return " ".join("".join(shown).split())


def _day(value: Any, today: date) -> date:
    """Take the day that a browser wrote; one that is none, or is still to come, is today."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else today
    except ValueError:
        day = today
    return day if day.year in YEARS and day <= today else today
