"""`socialplan approve`: bind approvals to words, and take what a client's page says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan.commands import options
from socialplan.errors import SocialPlanError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from socialplan.approving import Decision, Outcome, Packet
    from socialplan.finding import Finding
    from socialplan.loading import Loaded
    from socialplan.plan import Plan

    Say = Callable[..., str]


def approve(
    posts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[POST]...", help="Ids of the posts to approve.", show_default=False
        ),
    ] = None,
    packet: Annotated[
        Path | None,
        typer.Option("--from", help="A file that a page of briefs has saved.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="Who approves: somebody of the team, or a client's name.", show_default=False
        ),
    ] = None,
    plan: Annotated[
        Path | None,
        typer.Option(
            help="The plan or its folder; else the plan here or above.", show_default=False
        ),
    ] = None,
    despite_errors: Annotated[
        bool,
        typer.Option("--despite-errors", help="Approve words in which lint finds errors, too."),
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would be written.")] = False,
    today: options.Today = None,
    lang: options.Lang = None,
) -> None:
    """Approve posts: the approval holds for just these words, and for no others.

    Words in which lint finds errors are not approved: mend them, or allow them with a reason.

    Exit status: 0 done, 1 some of the decisions could not be taken, 2 could not run.

    Example: socialplan approve 2026-12-02-line --by amy
    """
    from socialplan.approving import decide, objections, withheld
    from socialplan.locating import plan_at

    if posts and packet:
        raise SocialPlanError("approve-what")
    if plan is not None and str(plan) == "-":
        raise SocialPlanError("approve-stdin")
    day = options.day(today)
    path = plan_at(plan)
    loaded = _loaded(path)
    if not posts and not packet:
        raise _nothing_named(loaded.plan)
    language = options.language(lang)
    say = _say(language)
    broken: tuple[int, ...] = ()
    if packet is not None:
        read = _packet(packet, loaded.plan, day)
        decisions, broken = _named(read.decisions, by), read.broken
    else:
        decisions = _decisions(posts or [], loaded.plan, by, day)
        _say_who_is_outside(loaded.plan, decisions[0].by, say)
    outcomes = decide(loaded, decisions)
    found = objections(loaded, outcomes, day, language)
    outcomes = outcomes if despite_errors else withheld(outcomes, found)
    _say_what_speaks_against(outcomes, found, say, language)
    outcomes = _written(path, outcomes, only_shown=diff)
    for number in broken:
        print(say("broken", number=number), file=sys.stderr)
    _tell(outcomes, say, only_shown=diff)
    raise typer.Exit(1 if broken or any(one.refused for one in outcomes) else 0)


def _loaded(path: Path) -> Loaded:
    from socialplan.loading import load_plan
    from socialplan.source import read_plan

    return load_plan(read_plan(path))


def _say(language: str) -> Say:
    """Say a word of approve.yaml so that no terminal obeys what is in it."""
    from socialplan.escaping import for_terminal
    from socialplan.translating import words

    plain = words(language)
    return lambda key, **named: for_terminal(plain(f"approve.{key}", **named))


def _packet(path: Path, plan: Plan, day: date) -> Packet:
    """Read a file of decisions, which must be on this plan."""
    from socialplan.approving import read_packet

    read = read_packet(path, day)
    if not read.is_of(plan.title):
        raise SocialPlanError("packet-other-plan", path=str(path), plan=read.plan, title=plan.title)
    return read


def _named(decisions: Sequence[Decision], by: str | None) -> list[Decision]:
    """Let `--by` say who decided where the file does not."""
    from dataclasses import replace

    return [replace(one, by=one.by or (by or "").strip()) for one in decisions]


def _decisions(posts: Sequence[str], plan: Plan, by: str | None, day: date) -> list[Decision]:
    """Approve the words as they are now."""
    from socialplan.approving import Decision, approver_meant, post_meant

    ids = [post_meant(plan, typed) for typed in posts]
    who = approver_meant(plan, " ".join((by or _only_one(plan)).split()))
    return [Decision(id_, None, "approve", who, day) for id_ in ids]


def _nothing_named(plan: Plan) -> SocialPlanError:
    """Ask for ids, and say which posts wait for an approval."""
    from socialplan.approving import waiting
    from socialplan.approving.meaning import MOST_WAITING

    posts = waiting(plan)
    if not posts:
        return SocialPlanError("approve-none-waits")
    shown = (*posts[:MOST_WAITING], "…") if len(posts) > MOST_WAITING else posts
    return SocialPlanError("approve-these", posts=shown)


def _say_who_is_outside(plan: Plan, who: str, say: Say) -> None:
    """Say it where a name is written that the team does not have."""
    from socialplan.approving import is_of_team

    if who and plan.team and not is_of_team(plan, who):
        print(say("outside", by=who), file=sys.stderr)


def _say_what_speaks_against(
    outcomes: Sequence[Outcome],
    found: Mapping[int, Sequence[Finding]],
    say: Say,
    language: str,
) -> None:
    """Name the errors in the words before anything is written, and what is approved with them."""
    from socialplan.approving import is_to_be_approved
    from socialplan.reporting import concise
    from socialplan.translating import words

    for one in outcomes:
        errors = found.get(one.index, ()) if one.index is not None else ()
        for error in errors:
            print(concise.line(error, words(language)("lint.error")), file=sys.stderr)
        if errors and is_to_be_approved(one):
            print(say("despite", post=one.title), file=sys.stderr)


def _only_one(plan: Plan) -> str:
    """Name who approves where that goes without saying."""
    checkers = [one for one in plan.team if "reviewer" in one.roles]
    for some in (plan.team, checkers):
        if len(some) == 1 and (name := some[0].id or some[0].name):
            return name
    raise SocialPlanError("approve-who", team=[one.id or one.name for one in plan.team] or ["amy"])


def _written(path: Path, outcomes: list[Outcome], *, only_shown: bool) -> list[Outcome]:
    """Write what was decided, or show it; say of what cannot be written why not."""
    from dataclasses import replace

    from socialplan import fixing
    from socialplan.escaping import lines_for_terminal
    from socialplan.source import read_plan

    done = fixing.put(
        lambda texts: read_plan(path, texts),
        {one.index: one.entries for one in outcomes if one.entries},
    )
    if only_shown:
        shown = fixing.diff(done.files)
        if sys.stdout.isatty():
            shown = lines_for_terminal(shown) + "\n" * shown.endswith("\n")
        sys.stdout.write(shown)
    else:
        fixing.save(done.files)
    return [
        replace(one, refused=done.refused[one.index]) if one.index in done.refused else one
        for one in outcomes
    ]


def _tell(outcomes: Sequence[Outcome], say: Say, *, only_shown: bool) -> None:
    """Say what came of each decision; what could not be taken goes to standard error."""
    from socialplan.escaping import for_terminal

    stream = sys.stderr if only_shown else sys.stdout
    for one in outcomes:
        words = {
            "post": one.title,
            "id": one.decision.post,
            "by": one.decision.by or say("somebody"),
            "hash": one.hash,
            "earlier": one.earlier,
        }
        if one.refused:
            print(say(f"refused-{one.refused}", **words), file=sys.stderr)
        if one.decision.kind != "approve" or not one.refused:
            key: str = one.decision.kind if one.entries or one.decision.comment else "already"
            key = "would-approve" if only_shown and key == "approve" else key
            print(say(key, **words), file=stream)
        for line in one.decision.comment.splitlines():
            print(f"    {for_terminal(line)}", file=stream)
