"""One line of a run sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

SETTLED = ("ready", "live", "sent")


@dataclass(frozen=True)
class Copy:
    """Words to paste, message by message."""

    title: str
    texts: tuple[str, ...]
    is_ready: bool


@dataclass(frozen=True)
class RunEntry:
    """What happens at a time in a group: a ritual, an event, a post or a slot still open."""

    date: date
    at: datetime | None
    """Wall time at the account; None for what has no hour."""
    zone: str
    what: Literal["ritual", "event", "post"]
    kind: str
    """The kind of a ritual, the format of a post, or `event`."""
    title: str
    topic: str
    """Of a ritual with topics, the one whose turn it is."""
    account: str
    account_name: str
    who: str
    """Who leads or publishes it."""
    status: str
    """Of a post its status, `open` of a slot; else empty."""
    state: str
    """How far its words are: ready, not-ready, no-script, no-copy, sent, on-the-day, live."""
    copies: tuple[Copy, ...]
    """The words; several where a ritual has several scripts."""
    note: str

    @property
    def time(self) -> str:
        """Time of day, e.g. `20:00`; empty for what has no hour."""
        return f"{self.at:%H:%M}" if self.at else ""

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to write for it any more."""
        return self.state in SETTLED

    @property
    def key(self) -> str:
        """Tells it from all others of the plan, and stays the same while it stays where it is."""
        return "/".join((str(self.date), self.time, self.account, self.kind, self.title))

    @property
    def text(self) -> str:
        """All its words at once."""
        return "\n\n".join(text for copy in self.copies for text in copy.texts)
