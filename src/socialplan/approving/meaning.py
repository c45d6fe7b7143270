"""What somebody typed: which posts they mean, who approves, and what waits for an approval."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from socialplan.approving.entries import TO_APPROVE, person_meant
from socialplan.errors import SocialPlanError, UnknownName
from socialplan.plan.approval import same_hash, words_hash
from socialplan.plan.naming import post_ids
from socialplan.plan.publications import publications_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.plan import Plan

MOST_WAITING = 5
"""Posts that a sentence names."""


def post_meant(plan: Plan, typed: str) -> str:
    """Find a post by its id, else by its title."""
    ids = post_ids(plan)
    if typed in ids:
        return typed
    wanted = typed.strip(" “”「」\"'").casefold()
    titled = [ids[i] for i, one in enumerate(plan.posts) if _folded(one.title) == wanted]
    if not titled or not wanted:
        raise UnknownName("approve", typed, ids)
    if len(titled) > 1:
        raise SocialPlanError("approve-which", title=typed, posts=titled[:MOST_WAITING])
    return titled[0]


def approver_meant(plan: Plan, typed: str) -> str:
    """Give the id of somebody of the team; refuse what looks like a slip in one of their names.

    A client has a name that no plan knows, so other names are taken as they are. One Chinese
    character more or less makes another name, so only names in Latin letters can be slips.
    """
    meant = person_meant(plan, typed)
    names = [name for one in plan.team for name in (one.id, one.name) if name and name.isascii()]
    for name in () if is_of_team(plan, meant) else names:
        if _is_one_slip(typed.casefold(), name.casefold()):
            raise SocialPlanError("unknown-name-near", option="--by", value=typed, nearest=name)
    return meant


def is_of_team(plan: Plan, who: str) -> bool:
    """Say whether the plan's team has them."""
    return any(who in (one.id, one.name) for one in plan.team)


def waiting(plan: Plan) -> Sequence[str]:
    """List the posts that wait for an approval: in review or changed since, else drafts."""
    urgent = [i for i in range(len(plan.posts)) if _wants_one(plan, i)]
    drafts = [i for i in range(len(plan.posts)) if _status(plan, i) == "draft"]
    ids = post_ids(plan)
    return [ids[i] for i in sorted(urgent or drafts, key=lambda i: _first_day(plan, i))]


def _wants_one(plan: Plan, index: int) -> bool:
    """Say whether a post is in review, or still to come with words that nobody has approved."""
    given, status = plan.posts[index].approved, _status(plan, index)
    if status not in (*TO_APPROVE, "approved", "scheduled"):
        return False
    if given is None or not given.hash:
        return status == "in_review"
    return not same_hash(given.hash, words_hash(plan, index))


def _status(plan: Plan, index: int) -> str:
    return plan.posts[index].status or ("idea" if _first_day(plan, index) == date.max else "draft")


def _first_day(plan: Plan, index: int) -> date:
    days = [one.at.date() for one in publications_of(plan, index) if one.at is not None]
    return min(days, default=date.max)


def _folded(title: str | None) -> str:
    return (title or "").strip().casefold()


def _is_one_slip(typed: str, name: str) -> bool:
    """Say whether one letter is missing, too many or another, or two changed places."""
    if abs(len(typed) - len(name)) > 1 or typed == name:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, name, strict=False)) if a != b), None)
    if start is None:
        return True
    one, other = typed[start:], name[start:]
    swapped = one[1:2] + one[:1] + one[2:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped == other
