"""`socialplan lint`: check plans."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from socialplan.commands import belonging, conflicting, options, showing

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.errors import SocialPlanError
    from socialplan.linting.checking import Job
    from socialplan.linting.session import Asked, Session
    from socialplan.reporting.outputs import Written

Handles = list[str] | None
WORTH_COUNTING = 50
"""Plans from which on a terminal shows how far the run is."""


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Plans, folders to search, or - for standard input; else the plan here or above.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        Handles, typer.Option(help="Run only these: codes, prefixes or names; ALL for all.")
    ] = None,
    extend_select: Annotated[Handles, typer.Option(help="Run these as well.")] = None,
    ignore: Annotated[Handles, typer.Option(help="Leave these out.")] = None,
    extend_ignore: Annotated[Handles, typer.Option(help="Leave these out as well.")] = None,
    profile: Annotated[
        str | None, typer.Option(help="minimal, standard or strict.", show_default=False)
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="{reports}; with :PATH into a file; may be repeated.",
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(help="Status 1 from: error, warning, info, never.", show_default=False),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even so.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend also what is only a good guess.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what --fix would change.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(help="Settings, instead of the nearest.", show_default=False)
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings.")] = False,
    baseline: Annotated[
        str | None,
        typer.Option(help="Findings accepted for now, in this file.", show_default=False),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept today's findings into the baseline.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Drop what is mended from the baseline.")
    ] = False,
    reason: Annotated[
        str, typer.Option(help="Why the findings are accepted, for --write-baseline.")
    ] = "",
    changed: Annotated[
        str | None,
        typer.Option(help="Only what is new since this git revision.", show_default=False),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings and where they come from.")
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List the plans that would be checked.")
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option(help="The name of the plan on standard input.")
    ] = conflicting.UNNAMED,
    jobs: Annotated[
        int | None, typer.Option(help="Processes at most, where worth it.", show_default=False)
    ] = None,
    cache: Annotated[
        bool, typer.Option(help="Answer at once where nothing changed since the last run.")
    ] = True,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file is saved.")
    ] = False,
    today: options.Today = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Check plans: is the goal measurable, the copy within limits, every slot filled?

    Exit status: 0 nothing to report, 1 findings, 2 could not run, 3 no plan found.

    Example: socialplan lint plans/ --select SMT,TXT --format github
    """
    from socialplan.linting.session import Asked
    from socialplan.reporting import FORMATS

    for one in form or ():
        options.known("--format", one.partition(":")[0], FORMATS)
    conflicting.refuse_unread(paths or (), stdin_filename, watch=watch)
    kept = {"write_baseline": write_baseline, "prune_baseline": prune_baseline}
    shown = {"show_settings": show_settings, "show_files": show_files, "diff": diff}
    conflicting.refuse_two(**shown, **kept, watch=watch)
    conflicting.refuse_two(**kept, fix=fix or unsafe_fixes)
    conflicting.refuse_two(config=config is not None, isolated=isolated)
    conflicting.refuse_too_few(jobs)
    options.known("--profile", profile or "standard", ("minimal", "standard", "strict"))
    options.known("--fail-on", fail_on or "error", ("error", "warning", "info", "never"))
    asked = Asked(
        paths=tuple(paths or ()),
        options={
            "select": _split(select),
            "extend_select": _split(extend_select),
            "ignore": _split(ignore),
            "extend_ignore": _split(extend_ignore),
            "profile": profile,
            "format": tuple(form) if form else None,
            "fail_on": fail_on,
            "baseline": baseline,
            "lang": options.language(lang) if lang else None,
        },
        today=options.day(today),
        config=config,
        isolated=isolated,
        since=changed,
        stdin_name=stdin_filename,
        processes=jobs,
        remember=cache,
    )
    if show_settings:
        showing.show_settings(asked)
    elif show_files:
        showing.show_files(asked)
    elif write_baseline or prune_baseline:
        _keep_baseline(asked, reason, prune=prune_baseline)
    elif diff:
        raise typer.Exit(_diff(asked, unsafe=unsafe_fixes) and not exit_zero)
    elif watch:
        mending = (fix or unsafe_fixes) and partial(_fix, unsafe=unsafe_fixes)
        once = partial(mending or _check, asked, color, statistics=statistics)
        _watch(once, asked)
    elif fix or unsafe_fixes:
        ran, _ = _fix(asked, color, unsafe=unsafe_fixes, statistics=statistics)
        raise typer.Exit(0 if exit_zero else _status(ran))
    else:
        ran, written = _check(asked, color, statistics=statistics)
        status = 0 if exit_zero else _status(ran)
        hints = list(belonging.parts_of_others(ran))
        for hint in hints:
            print(hint, file=sys.stderr)
        if cache and written.repeatable and not hints:
            from socialplan.linting.repeating import keep

            keep(sys.argv[1:], asked, ran, written.stdout, status, written.pieces)
        raise typer.Exit(status)


def _check(
    asked: Asked,
    color: str,
    *,
    statistics: bool,
    jobs: list[Job] | None = None,
    stream: TextIO | None = None,
) -> tuple[Session, Written]:
    """Run once and write the result."""
    from socialplan import remembering
    from socialplan.linting import session
    from socialplan.reporting import outputs

    stream = stream or sys.stdout
    jobs = _jobs(asked, statistics=statistics) if jobs is None else jobs
    ran = session.run(asked, jobs, _progress if sys.stderr.isatty() else None)
    outputs.refuse_inputs(ran.settings.format, ran.files)
    written = outputs.write_all(
        ran.report,
        ran.settings.format,
        statistics=statistics,
        screen=options.screen_of(color, stream),
        known=remembering.said(remembering.key_of(*sys.argv[1:])) if asked.remember else None,
    )
    stream.write(written.stdout)
    return ran, written


def _jobs(asked: Asked, *, statistics: bool) -> list[Job]:
    """List the plans to check, once it is sure that what is found can be reported."""
    from socialplan.linting import session
    from socialplan.reporting import outputs

    jobs = session.jobs_of(asked)
    formats = session.settings_of_run(asked, jobs).format
    counted = statistics and asked.options["format"] is not None  # settings do not know of it
    outputs.refuse_unfit(formats, statistics=counted)
    return jobs


def _diff(asked: Asked, *, unsafe: bool) -> bool:
    """Print what would be mended; say whether that is anything."""
    from socialplan.commands import mending
    from socialplan.linting.session import jobs_of

    return mending.show(mending.find_fixes(jobs_of(asked), unsafe=unsafe))


def _fix(asked: Asked, color: str, *, unsafe: bool, statistics: bool) -> tuple[Session, Written]:
    """Mend, then check what is left; a plan from standard input goes on to standard output."""
    from socialplan.commands import mending

    jobs = _jobs(asked, statistics=statistics)
    piped = any(job.given is not None for job in jobs)
    left = mending.write(jobs, mending.find_fixes(jobs, unsafe=unsafe))
    stream = sys.stderr if piped else sys.stdout
    return _check(asked, color, statistics=statistics, jobs=left, stream=stream)


def _progress(done: int, plans: int) -> None:
    """Count on the terminal, where there is something to wait for."""
    if plans >= WORTH_COUNTING and (done % 10 == 0 or done == plans):
        sys.stderr.write(f"\r{done}/{plans}" if done < plans else "\r\x1b[K")
        sys.stderr.flush()


def _status(ran: Session) -> int:
    from socialplan.finding import Severity

    limit = ran.settings.fail_on
    return 1 if limit != "never" and ran.report.at_least(Severity(limit)) else 0


def _watch(check: Callable[[], tuple[Session, Written]], asked: Asked) -> None:
    from socialplan.commands.watching import Watched, watch
    from socialplan.escaping import for_terminal
    from socialplan.linting.session import folders_searched
    from socialplan.reporting.phrases import total
    from socialplan.translating import language_of_run, words

    folders = frozenset(folders_searched(asked))

    def once() -> Watched:
        ran, written = check()
        if not written.stdout:  # an empty screen does not tell whether anything has run
            print(total(ran.report), file=sys.stderr)
        return Watched(frozenset(ran.files()), frozenset(ran.globs), folders)

    def say(error: SocialPlanError) -> None:
        sentence = words(language_of_run(asked.options["lang"]))(
            f"errors.{error.message}", **error.named
        )
        print(f"socialplan: {for_terminal(sentence)}", file=sys.stderr)

    watch(once, say)


def _keep_baseline(asked: Asked, reason: str, *, prune: bool) -> None:
    from socialplan.linting import accepting, session
    from socialplan.translating import language_of_run, words

    say = words(language_of_run(asked.options["lang"]))
    if prune:
        ran = session.run(asked)
        told = say("lint.pruned", count=accepting.prune(ran.jobs, ran.ledgers))
    else:
        jobs, remember = session.jobs_of(asked), asked.remember
        count = accepting.accept(jobs, reason, asked.processes, remember=remember)
        told = say("lint.accepted", count=count)
    options.write_out(told + "\n")


def _split(handles: list[str] | None) -> tuple[str, ...] | None:
    if handles is None:
        return None
    return tuple(one.strip() for given in handles for one in given.split(",") if one.strip())
