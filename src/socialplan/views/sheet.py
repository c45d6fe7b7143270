"""The plan table: for each account who runs it and how, then a row for every post and open slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socialplan import facts
from socialplan.plan.publications import publications
from socialplan.slots import Entry
from socialplan.views.bounds import bounds_of
from socialplan.views.checklist.assets import assets_of
from socialplan.views.clocks import clocks_between
from socialplan.views.days import Nothing, why_nothing
from socialplan.views.item import item_of, label, person_name
from socialplan.views.names import place_of
from socialplan.views.promises import frequencies_of, promises_of
from socialplan.views.window import whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from socialplan.plan import Plan
    from socialplan.plan.accounts import Account
    from socialplan.plan.goals import Goal
    from socialplan.plan.publications import Publication
    from socialplan.views import Asked
    from socialplan.views.bounds import Bound
    from socialplan.views.promises import Frequency, Promise

COLUMNS = {
    "audience": ("audience", "goal"),
    "people": ("author", "designer", "checker", "publisher"),
    "remarks": ("images", "campaign", "remarks"),
}
"""Columns that a table leaves out where they would be empty, and what stands in each."""


@dataclass(frozen=True)
class Row:
    """One post on one account, or an open slot."""

    id: str | None
    at: datetime | None
    status: str
    off_cadence: bool
    format: str | None
    type: str
    """Its content type: the pillar's name."""
    title: str
    goal: str = ""
    """The metric of its goal; where it has none, that of the account holds."""
    audience: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    """What it says: bubbles and parts of a thread one by one."""
    call_to_action: str = ""
    hashtags: tuple[str, ...] = ()
    link: str = ""
    images: tuple[str, ...] = ()
    """Where pictures and videos come from: own, commissioned, licensed, user, generated; or
    unknown."""
    campaign: str = ""
    author: str = ""
    designer: str = ""
    checker: str = ""
    publisher: str = ""
    remarks: str = ""
    is_misdated: bool = False
    """Whether the plan has a date for it that nobody can read."""


@dataclass(frozen=True)
class AccountSheet:
    """What holds for all posts of an account, and its rows; of an unknown account only the rows."""

    id: str
    rows: tuple[Row, ...]
    platform: str = ""
    name: str = ""
    handle: str = ""
    owner: str = ""
    people: tuple[str, ...] = ()
    """Who runs it, the owner first."""
    frequency: tuple[Frequency, ...] = ()
    times: tuple[Promise, ...] = ()
    zone: str = ""
    """Whose clock the times go by, where accounts are in several time zones."""
    audience: tuple[str, ...] = ()
    goal: str = ""
    """The metric of its main goal."""
    bounds: tuple[Bound, ...] = ()
    limits: tuple[str, ...] = ()
    """House rules."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns beside date, status, type, subject and content in which a row has something."""
        return tuple(
            column
            for column, fields in COLUMNS.items()
            if any(getattr(row, field) for row in self.rows for field in fields)
        )


@dataclass(frozen=True)
class SheetView:
    """Accounts in the order of the plan; at the end what stands under no known account."""

    title: str
    first: date
    last: date
    accounts: tuple[AccountSheet, ...]
    nothing: Nothing | None
    """Why there is no row; None if there is one."""


def sheet(asked: Asked) -> SheetView:
    """Fill the plan table."""
    rows = entries_by_account(asked)
    return SheetView(
        title=asked.plan.title,
        first=asked.window.first,
        last=asked.window.last,
        accounts=tuple(_account(asked, account, some) for account, some in rows.items()),
        nothing=None if any(rows.values()) else why_nothing(asked),
    )


def entries_by_account(asked: Asked) -> dict[str, list[Entry]]:
    """List what stands under each account that is shown.

    Ideas without a date belong to the whole plan, not to a few days.
    """
    entries = asked.calendar.between(*asked.window)
    if asked.window == whole(asked.calendar):
        entries += [
            Entry(None, one.account_id or "", None, one)
            for one in publications(asked.plan)
            if one.at is None
        ]
    found: dict[str, list[Entry]] = {one.id: [] for one in asked.plan.accounts}
    for entry in asked.filter.keep(asked.plan, entries):
        found.setdefault(entry.account, []).append(entry)
    chosen = asked.filter
    return {
        account: some
        for account, some in found.items()
        if some or chosen.is_empty or account in chosen.account
    }


def _account(asked: Asked, id: str, entries: Iterable[Entry]) -> AccountSheet:  # noqa: A002
    plan = asked.plan
    account = plan.account(id)
    rows = tuple(row_of(asked, entry) for entry in entries)
    if account is None:
        return AccountSheet(id, rows)
    promises = promises_of(account.cadence, asked.calendar.period[0])
    used = (*(one.format for one in promises), *(row.format for row in rows))
    people = dict.fromkeys(filter(None, (account.owner, *account.staff)))
    return AccountSheet(
        id=id,
        rows=rows,
        platform=place_of(account, asked.language),
        name=account.name or account.handle or id,
        handle=account.handle or "",
        owner=person_name(plan, account.owner) if account.owner else "",
        people=tuple(person_name(plan, one) for one in people),
        frequency=frequencies_of(promises),
        times=promises,
        zone=plan.zone_of(account).key if clocks_between(plan, asked.language) else "",
        audience=tuple(label(plan.persona(one)) or one for one in account.personas),
        goal=_goal_name(main_goal(plan, account), asked.language),
        bounds=bounds_of(plan, account, used),
        limits=account.limits,
    )


def main_goal(plan: Plan, account: Account) -> Goal | None:
    """Choose the goal that an account serves: of its own the main one, else the plan's main one."""
    own = [goal for goal in plan.goals if account.id in goal.accounts]
    shared = [goal for goal in plan.goals if goal.main and not goal.accounts]
    return next((goal for goal in own if goal.main), next(iter(own + shared), None))


def _goal_name(goal: Goal | None, language: str) -> str:
    """Name what a goal measures, else the goal itself."""
    if goal is None:
        return ""
    if goal.metric is None:
        return goal.statement or goal.id or ""
    known = facts.metric(goal.metric.id) if goal.metric.id else None
    return (known.names.get(language) if known else None) or goal.metric.name


def row_of(asked: Asked, entry: Entry) -> Row:
    """Fill one row of the table."""
    item = item_of(asked.plan, entry, asked.language)
    common: dict[str, Any] = {
        "id": item.id,
        "at": item.at,
        "status": item.status,
        "off_cadence": item.off_cadence,
        "format": item.format,
        "type": item.pillar or "",
        "title": item.title,
        "is_misdated": item.is_misdated,
    }
    if entry.publication is None:
        return Row(**common)
    return Row(**common, **_written(asked, entry.publication))


def _written(asked: Asked, one: Publication) -> dict[str, Any]:
    """Gather what the plan says of a post."""
    plan, post = asked.plan, one.post
    return {
        "goal": _goal_name(plan.goal(post.goal), asked.language) or post.goal or "",
        "audience": tuple(
            name
            for name in (
                label(plan.persona(post.persona)) or post.persona,
                label(plan.segment(post.segment)) or post.segment,
            )
            if name
        ),
        "content": tuple(said.text for said in one.texts),
        "call_to_action": one.call_to_action or "",
        "hashtags": one.hashtags,
        "link": one.link.url if one.link else "",
        "images": tuple(dict.fromkeys(asset.source or "unknown" for asset in assets_of(one))),
        "campaign": label(plan.campaign(post.campaign)) or post.campaign or "",
        **{
            role: person_name(plan, person) if person else ""
            for role, person in (
                ("author", post.author),
                ("designer", post.designer),
                ("checker", post.reviewer),
                ("publisher", post.publisher),
            )
        },
        "remarks": one.note or "",
    }
