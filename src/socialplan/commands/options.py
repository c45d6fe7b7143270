"""Options that several commands share, and what they mean."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from socialplan.errors import BadValue, SocialPlanError, UnknownName
from socialplan.translating import LANGUAGES, UnknownLanguageError, language_of_run

if TYPE_CHECKING:
    from collections.abc import Collection

    from socialplan.reporting.screen import Screen

Lang = Annotated[
    str | None,
    typer.Option("--lang", help="Language of messages: en, zh-TW or zh-CN.", show_default=False),
]
Color = Annotated[
    str, typer.Option("--color", help="Colour: auto (only on a terminal), always or never.")
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="date",
        help="Take this date for today, as 2026-12-01.",
        show_default=False,
    ),
]
PlanPath = Annotated[
    Path | None,
    typer.Argument(
        metavar="PLAN",
        help="A plan, its folder, or - for standard input; else the plan here or above.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,  # a path would lose the slash at its end, which means a folder
    typer.Option("--output", "-o", metavar="path", help="Write to this file.", show_default=False),
]


def language(asked: str | None) -> str:
    """Settle the language of a run."""
    try:
        return language_of_run(asked)
    except UnknownLanguageError:
        raise UnknownName("--lang", asked or "", LANGUAGES) from None


def day(asked: str | None, option: str = "--today") -> date:
    """Read a date option; today when it is absent."""
    if asked is None:
        return date.today()
    from socialplan.plan.times import YEARS

    try:
        found = date.fromisoformat(asked)
    except ValueError:
        found = date.min
    if found.year not in YEARS:  # where weeks can be counted
        raise BadValue(option, asked, "2026-12-01")
    return found


def colored(asked: str, stream: TextIO) -> bool:
    """Decide on colour: the option, else `NO_COLOR` and `FORCE_COLOR`, else a terminal."""
    known("--color", asked, ("auto", "always", "never"))
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def screen_of(asked: str, stream: TextIO) -> Screen:
    """Say what a report is read on; links are for terminals that show colours."""
    from socialplan.reporting.screen import Screen, follows_links

    painted = colored(asked, stream)
    links = painted and stream.isatty() and follows_links()
    return Screen(painted, width_of(stream), links)


def width_of(stream: TextIO) -> int | None:
    """Measure the terminal, or the `COLUMNS` that stands for one; nothing elsewhere."""
    if stream.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def known(option: str, value: str, names: Collection[str]) -> str:
    """Refuse a value that is not one of the names."""
    if value not in names:
        raise UnknownName(option, value, names)
    return value


def page_language(asked: str | None, locale: str) -> str:
    """Choose the language of a page: asked for, else the plan's own where we speak it.

    A plan that names neither a locale nor a market is read by whoever runs this.
    """
    if asked or os.environ.get("SOCIALPLAN_LANG"):
        return language(asked)
    try:
        return language_of_run(locale)
    except UnknownLanguageError:
        return language(None)


def page_locale(language: str, locale: str) -> str:
    """Write dates as the plan's locale does, unless the page is in another language."""
    try:
        return locale if locale and language_of_run(locale) == language else language
    except UnknownLanguageError:
        return locale


def file_at(typed: str | None, usual: str) -> Path | None:
    """Read where a result goes; refuse a folder, with the usual name of such a file in it."""
    if typed is None:
        return None
    if is_folder(typed):
        example = (Path(typed) / usual).as_posix()
        raise SocialPlanError("output-is-folder", path=typed, example=example)
    return Path(typed)


def is_folder(typed: str) -> bool:
    """Say whether a folder is meant: one that is there, or that a slash at the end promises."""
    return typed.endswith(("/", os.sep)) or os.path.isdir(typed)  # noqa: PTH112 - a name too long is none


def write_out(made: str | bytes) -> None:
    """Write a result to standard output."""
    if isinstance(made, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
    else:
        sys.stdout.write(made)


def write_result(made: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output."""
    if output is None or str(output) == "-":
        write_out(made)
        return
    from socialplan.writing import write_bytes, write_file

    if isinstance(made, bytes):
        write_bytes(output, made)
    else:
        write_file(output, made)
