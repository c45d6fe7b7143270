"""The work: who does it, how a post gets to the reader, how one learns from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.plan.times import WEEKDAYS
from socialplan.views.blackouts import Blackout, blackouts_of
from socialplan.views.item import account_name, person_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from socialplan.plan import Plan
    from socialplan.views import Asked

OWN = ("", "own")
"""What `org` says of one's own people."""


@dataclass(frozen=True)
class PersonRow:
    """Somebody of the team."""

    name: str
    roles: tuple[str, ...]
    org: str
    """An agency's name; empty for one's own people."""
    agreement: str
    hours_per_week: float | None
    accounts: tuple[str, ...]
    """Accounts that they answer for."""


@dataclass(frozen=True)
class Duties:
    """Who does what for an account, as its posts and the account itself say."""

    account_name: str
    owner: str
    staff: tuple[str, ...]
    authors: tuple[str, ...]
    designers: tuple[str, ...]
    reviewers: tuple[str, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True)
class Workflow:
    """From idea to reader."""

    agreed_by: tuple[str, ...]
    agreed_on: date | None
    batch_day: int | None
    """0 for Monday."""
    batch_at: time | None
    remind: tuple[int, ...]
    """Minutes before a post."""
    approval: str
    lead_draft: int | None
    lead_asset: int | None
    lead_review: int | None
    quiet_hours: str
    blackouts: tuple[Blackout, ...]


@dataclass(frozen=True)
class Note:
    """Why a number moved."""

    day: date | None
    why: str


@dataclass(frozen=True)
class Measure:
    """Where numbers are read, and what explains them."""

    sources: tuple[str, ...]
    maturity: int | None
    file: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Change:
    """What a review found, and what was changed."""

    day: date | None
    found: str
    change: str


@dataclass(frozen=True)
class Revise:
    """How the plan is looked at again."""

    interval: int | None
    unit: str
    month_day: int | None
    weekday: int | None
    questions: tuple[str, ...]
    log: tuple[Change, ...]


@dataclass(frozen=True)
class Work:
    """The chapters on people and learning."""

    team: tuple[PersonRow, ...]
    duties: tuple[Duties, ...]
    workflow: Workflow | None
    measure: Measure | None
    revise: Revise | None

    @property
    def agencies(self) -> tuple[PersonRow, ...]:
        return tuple(one for one in self.team if one.org)


def work(asked: Asked) -> Work:
    """Write the chapters."""
    plan = asked.plan
    return Work(
        team=tuple(_team(asked)),
        duties=tuple(one for one in _duties(asked) if _says_anything(one)),
        workflow=_workflow(plan),
        measure=_measure(plan),
        revise=_revise(plan),
    )


def _team(asked: Asked) -> Iterator[PersonRow]:
    for one in asked.plan.team:
        org = one.org or ""
        yield PersonRow(
            name=one.name or one.id or "",
            roles=one.roles,
            org="" if org.casefold() in OWN else org,
            agreement=one.agreement or "",
            hours_per_week=one.hours_per_week,
            accounts=tuple(
                account_name(asked.plan, account.id, asked.language)
                for account in asked.plan.accounts
                if one.id and account.owner == one.id
            ),
        )


def _duties(asked: Asked) -> Iterator[Duties]:
    plan = asked.plan
    doing: dict[str, dict[str, dict[str, None]]] = {}
    for post in plan.posts:
        for account in post.account_ids:
            named = doing.setdefault(account, {})
            for role in ("author", "designer", "reviewer", "publisher"):
                if person := getattr(post, role):
                    named.setdefault(role, {})[person_name(plan, person)] = None
    for one in plan.accounts:
        roles = doing.get(one.id, {})
        yield Duties(
            account_name=account_name(plan, one.id, asked.language),
            owner=person_name(plan, one.owner) if one.owner else "",
            staff=tuple(person_name(plan, it) for it in one.staff),
            authors=tuple(roles.get("author", ())),
            designers=tuple(roles.get("designer", ())),
            reviewers=tuple(roles.get("reviewer", ())),
            publishers=tuple(roles.get("publisher", ())),
        )


def _says_anything(one: Duties) -> bool:
    named = (one.owner, one.staff, one.authors, one.designers, one.reviewers, one.publishers)
    return any(named)


def _workflow(plan: Plan) -> Workflow | None:
    flow = plan.workflow
    if flow is None:
        return None
    batch, lead, agreed = flow.batch, flow.lead_days, flow.agreed
    return Workflow(
        agreed_by=tuple(person_name(plan, one) for one in agreed.by) if agreed else (),
        agreed_on=agreed.date if agreed else None,
        batch_day=WEEKDAYS.index(batch.day) if batch and batch.day else None,
        batch_at=batch.at if batch else None,
        remind=flow.remind,
        approval=flow.approval or "",
        lead_draft=lead.draft if lead else None,
        lead_asset=lead.asset if lead else None,
        lead_review=lead.review if lead else None,
        quiet_hours=str(flow.quiet_hours) if flow.quiet_hours else "",
        blackouts=blackouts_of(plan),
    )


def _measure(plan: Plan) -> Measure | None:
    metrics = plan.metrics
    if metrics is None:
        return None
    return Measure(
        sources=metrics.sources,
        maturity=metrics.maturity,
        file=metrics.file or "",
        notes=tuple(Note(one.date, one.why) for one in metrics.notes),
    )


def _revise(plan: Plan) -> Revise | None:
    reviews = plan.reviews
    if reviews is None:
        return None
    day = reviews.day
    return Revise(
        interval=reviews.every.interval if reviews.every else None,
        unit=reviews.every.unit if reviews.every else "",
        month_day=day if isinstance(day, int) else None,
        weekday=WEEKDAYS.index(day) if isinstance(day, str) else None,
        questions=reviews.questions,
        log=tuple(Change(one.date, one.found or "", one.change or "") for one in reviews.log),
    )
