"""Whether somebody approved a post, and whether the approval still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from socialplan.plan.approval import same_hash, words_hash
from socialplan.views.item import person_name

if TYPE_CHECKING:
    from datetime import date

    from socialplan.plan import Plan


@dataclass(frozen=True)
class Approval:
    """Somebody's word for a post."""

    by: str
    date: date | None
    state: Literal["holds", "changed", "unbound"]
    """holds: for just these words; changed: the words are others now; unbound: for no words in
    particular, as the plan has no fingerprint of them."""


def approval_of(plan: Plan, index: int) -> tuple[Approval | None, str]:
    """Give the approval of a post, and the fingerprint of its words now."""
    now = words_hash(plan, index)
    given = plan.posts[index].approved
    if given is None:
        return None, now
    by = person_name(plan, given.by) if given.by else ""
    if not given.hash:
        return Approval(by, given.date, "unbound"), now
    return Approval(by, given.date, "holds" if same_hash(given.hash, now) else "changed"), now
