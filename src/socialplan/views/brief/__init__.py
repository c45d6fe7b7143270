"""Briefs: one post on a page, for the one who makes it and the one who checks it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from socialplan.plan.naming import post_ids
from socialplan.plan.publications import publications_of
from socialplan.rules.copy.bounds import Bounded, bounds_for
from socialplan.slots import Entry
from socialplan.views.brief.purpose import Purpose, purpose_of
from socialplan.views.brief.remarks import Remark, remarks_by_post
from socialplan.views.brief.sealing import Approval, approval_of
from socialplan.views.brief.wanted import Wanted, wanted_of
from socialplan.views.checklist.posts import STILL_TO_COME, checks_of
from socialplan.views.checklist.steps import Step, steps_of
from socialplan.views.clocks import Clock, clocks_of
from socialplan.views.days import Nothing, why_nothing
from socialplan.views.item import Item, first_words, item_of
from socialplan.views.preview import Preview, preview_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan.publications import Publication
    from socialplan.views import Asked
    from socialplan.views.checklist.check import Check

OVER = ("published", "cancelled")
"""Statuses of posts that nobody needs to make or check any more."""


@dataclass(frozen=True)
class OnAccount:
    """A post on one of its accounts."""

    item: Item
    preview: Preview
    wanted: tuple[Wanted, ...]
    """Pictures and videos to make, with the sizes and shapes that the platform takes."""
    steps: tuple[Step, ...]
    """Who does what by when; nothing for an idea without a date."""
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Brief:
    """One post: what it is for, what it says on each account, what is still to be done."""

    id: str
    title: str
    status: str
    purpose: Purpose
    accounts: tuple[OnAccount, ...]
    findings: tuple[Remark, ...]
    """What lint says of this post."""
    note: str
    fingerprint: str
    """Of the words; an approval is bound to it."""
    approval: Approval | None

    @property
    def at(self) -> datetime | None:
        """When it first goes out."""
        return min((one.item.at for one in self.accounts if one.item.at), default=None)


@dataclass(frozen=True)
class BriefView:
    """Posts in the order in which they go out, ideas without a date at the end."""

    title: str
    first: date
    last: date
    today: date
    posts: tuple[Brief, ...]
    nothing: Nothing | None
    """Why there is no post; None if there is one."""
    clocks: tuple[Clock, ...]
    """The time zones, where accounts are in several."""


def brief(asked: Asked) -> BriefView:
    """Brief the posts of the window that are still to come; those asked for by id in any case."""
    remarks = remarks_by_post(asked.findings)
    briefs = tuple(_brief(asked, index, remarks.get(index, ())) for index in _chosen(asked))
    return BriefView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        today=asked.today,
        posts=tuple(sorted(briefs, key=lambda one: one.at or datetime.max)),
        nothing=None if briefs else why_nothing(asked),
        clocks=clocks_of(asked),
    )


def _chosen(asked: Asked) -> list[int]:
    """List the posts to show, each once, however many accounts it has."""
    chosen = asked.filter
    if chosen.post:
        ids = post_ids(asked.plan)
        named = [i for i, id in enumerate(ids) if id in chosen.post]  # noqa: A001
        found = [one for i in named for one in publications_of(asked.plan, i)]
    else:
        entries = asked.calendar.between(*asked.window)
        found = [one.publication for one in entries if one.publication is not None]
        if not chosen.status:
            found = [one for one in found if one.status not in OVER]
    entries = [Entry(one.at, one.account_id or "", None, one) for one in found]
    kept = chosen.keep(asked.plan, entries)
    return list(dict.fromkeys(one.publication.post_index for one in kept if one.publication))


def _brief(asked: Asked, index: int, remarks: tuple[Remark, ...]) -> Brief:
    """Brief a post on all its accounts, since an approval is given to all of its words."""
    plan, post = asked.plan, asked.plan.posts[index]
    shown = publications_of(plan, index)
    first = shown[0]
    approval, fingerprint = approval_of(plan, index)
    return Brief(
        id=first.id,
        title=first.title or first_words(first) or first.id,
        status=post.state,
        purpose=purpose_of(plan, post, asked.language),
        accounts=tuple(_on_account(asked, one) for one in _in_turn(shown)),
        findings=remarks,
        note=post.note or "",
        fingerprint=fingerprint,
        approval=approval,
    )


def _in_turn(some: tuple[Publication, ...]) -> Iterator[Publication]:
    yield from sorted(some, key=lambda one: one.at or datetime.max)


def _on_account(asked: Asked, one: Publication) -> OnAccount:
    plan = asked.plan
    bounds = bounds_for(plan, one)
    held = Bounded(one, bounds, one.hashtags) if bounds else None
    slot = asked.calendar.slot_of(one)
    return OnAccount(
        item=item_of(plan, Entry(one.at, one.account_id or "", slot, one), asked.language),
        preview=preview_of(plan, one, asked.language),
        wanted=tuple(wanted_of(plan, one, bounds)),
        steps=steps_of(plan, one, asked.today) if one.at is not None else (),
        checks=checks_of(plan, one, held) if one.status in STILL_TO_COME else (),
    )
