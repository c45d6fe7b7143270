"""`socialplan lint`: check plans."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan.commands import options
from socialplan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from socialplan.linting.report import Report
    from socialplan.rule import Rule
    from socialplan.source import Source


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Plans, folders to search, or - for standard input; else the plan here or above.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            help="Run only these: codes, prefixes or names, comma-separated; ALL for all."
        ),
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(help="Run these as well as the default ones.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Leave these out.")] = None,
    form: Annotated[str, typer.Option("--format", help="full, concise, json or github.")] = "full",
    fail_on: Annotated[
        str, typer.Option(help="Exit with 1 from this severity on: error, warning, info or never.")
    ] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even so.")] = False,
    stdin_filename: Annotated[
        str, typer.Option(help="The name of the plan on standard input.")
    ] = "<stdin>",
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List the plans that would be checked.")
    ] = False,
    today: options.Today = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Check plans: is the goal measurable, the copy within limits, every slot filled?

    Exit status: 0 nothing to report, 1 findings, 2 could not run, 3 no plan found.

    Example: socialplan lint plans/ --select SMT,TXT --format github
    """
    from socialplan import reporting
    from socialplan.linting import Selection, choose
    from socialplan.linting.report import Report
    from socialplan.locating import plans_in
    from socialplan.rules import all_rules

    language = options.language(lang)
    limit = options.known("--fail-on", fail_on, (*map(str, Severity), "never"))
    options.known("--format", form, reporting.FORMATS)
    day = options.day(today)
    chosen = choose(all_rules(), Selection(_split(select), _split(extend_select), _split(ignore)))
    files = plans_in(paths or [])
    if show_files:
        options.write_out("".join(f"{path}\n" for path in files))
        return
    report = Report(language)
    for source in _sources(files, stdin_filename):
        _check(report, source, chosen, day)
    options.write_out(
        reporting.write(
            report,
            form,
            color=options.colored(color, sys.stdout),
            width=options.width_of(sys.stdout),
        )
    )
    failed = limit != "never" and report.at_least(Severity(limit))
    raise typer.Exit(1 if failed and not exit_zero else 0)


def _check(report: Report, source: Source, chosen: list[Rule], day: date) -> None:
    from socialplan.linting import lint as findings_of
    from socialplan.loading import load_plan

    report.add(source, findings_of(load_plan(source), chosen, day, report.language))


def _sources(files: Iterable[Path], stdin_filename: str) -> Iterable[Source]:
    from socialplan.source import read_plan, read_text

    for path in files:
        if str(path) == "-":
            yield read_text(sys.stdin.buffer.read(), stdin_filename, Path(stdin_filename).parent)
        else:
            yield read_plan(path)


def _split(handles: list[str] | None) -> tuple[str, ...]:
    return tuple(one.strip() for given in handles or () for one in given.split(",") if one.strip())
