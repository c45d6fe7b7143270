"""`socialplan init`: start a plan from a template."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from socialplan.commands import options

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from socialplan.scaffolding import Starter, Written

T = TypeVar("T")


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the plan goes; here when absent.")
    ] = Path(),
    template: Annotated[
        str | None,
        typer.Option(help="{templates}.", show_default=False),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(help="Language of the plan: en, zh-TW or zh-CN.", show_default=False),
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="The brand's name; else the folder's.", show_default=False)
    ] = None,
    market: Annotated[
        str | None, typer.Option(help="Where it sells, e.g. TW, CN or HK.", show_default=False)
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="date",
            help="First day, as 2026-12-01; else a Monday with some days before it to get ready.",
            show_default=False,
        ),
    ] = None,
    ci: Annotated[
        str | None,
        typer.Option(help="Add a CI job that lints: github or gitlab.", show_default=False),
    ] = None,
    pre_commit: Annotated[
        bool, typer.Option("--pre-commit", help="Add a pre-commit hook that lints.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a plan that is there.")] = False,
) -> None:
    """Start a plan that lints clean and renders at once; asks what is missing on a terminal.

    Exit status: 0 written, 2 nothing written.

    Example: socialplan init cafe --template line-oa --lang zh-TW --name 小熊咖啡 --market TW
    """
    from socialplan import scaffolding

    jobs = [] if ci is None else [options.known("--ci", ci, scaffolding.JOBS)]
    if pre_commit:
        jobs.append("pre-commit")
    described = (template, lang, name, market, start) != (None,) * 5
    if jobs and not force and not described and scaffolding.has_plans(folder):
        _report_files(scaffolding.write_jobs(folder, jobs), options.language(None))
        return
    scaffolding.refuse_what_is_there(folder, force=force)
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    given = _Given(
        _read(template, scaffolding.meant_template),
        _read(lang, options.language),
        _read(name, scaffolding.brand_name),
        _read(market, scaffolding.known_market),
        _read(start, scaffolding.first_day),
    )
    starter = _starter(folder, given, asking=asking)
    written = scaffolding.write_plan(folder, starter, jobs, force=force)
    _report(folder, starter, written)


def _read(typed: str | None, read: Callable[[str], T]) -> T | None:
    return None if typed is None else read(typed)


class _Given(NamedTuple):
    """What the options say; the rest is to be asked or guessed."""

    template: str | None
    language: str | None
    name: str | None
    market: str | None
    start: date | None


class _Questions(NamedTuple):
    """Settles what no option says: by asking on a terminal, elsewhere by a guess."""

    language: str
    asking: bool

    def settle(self, topic: str, given: T | None, guess: str, read: Callable[[str], T]) -> T:
        """Take what was given, or an answer that can be read, or the guess."""
        from socialplan.errors import SocialPlanError

        if given is not None:
            return given
        while self.asking:
            try:
                return read(self._answer(topic, guess))
            except SocialPlanError as error:
                print(self.say(f"errors.{error.message}", **error.named), file=sys.stderr)
        return read(guess)

    def _answer(self, topic: str, guess: str) -> str:
        try:
            return input(f"{self.say(f'init.ask-{topic}')} [{_shown(guess)}]: ").strip() or guess
        except EOFError:
            print()
            raise KeyboardInterrupt from None

    def say(self, message: str, **named: object) -> str:
        from socialplan.translating import words

        return _shown(words(self.language)(message, **named))


def _starter(folder: Path, given: _Given, *, asking: bool) -> Starter:
    from datetime import date

    from socialplan import scaffolding

    usual = options.language(None)
    language = _Questions(usual, asking).settle("lang", given.language, usual, options.language)
    ask = _Questions(language, asking)
    if asking and given.template is None:
        _list_templates(ask)
    usual = scaffolding.usual_template(given.market, language)
    template = ask.settle("template", given.template, usual, scaffolding.meant_template)
    usual = _folder_name(folder, ask)
    name = ask.settle("name", given.name, usual, scaffolding.brand_name)
    usual = scaffolding.usual_market(template, language)
    market = ask.settle("market", given.market, usual, scaffolding.known_market)
    usual = scaffolding.first_monday(date.today()).isoformat()
    start = ask.settle("start", given.start, usual, scaffolding.first_day)
    return scaffolding.Starter(template, language, name, market, start)


def _list_templates(ask: _Questions) -> None:
    from socialplan.scaffolding import TEMPLATES

    for number, template in enumerate(TEMPLATES, 1):
        print(f"  {number} {template:<13}{ask.say(f'init.about-{template}')}")


def _folder_name(folder: Path, ask: _Questions) -> str:
    """Guess the brand's name: the folder's, unless that shows nothing."""
    from socialplan.errors import SocialPlanError
    from socialplan.scaffolding import brand_name

    try:
        return brand_name(folder.absolute().resolve().name)
    except SocialPlanError:
        return ask.say("init.a-brand")


def _report(folder: Path, starter: Starter, written: list[Written]) -> None:
    """Say what was made, what was left alone, and what comes next."""
    _report_files(written, starter.language)
    say = _Questions(starter.language, False).say
    place = "" if folder == Path() else f" {_typed(folder)}"
    year, week, _ = starter.start.isocalendar()
    steps = {
        "edit": str(written[0].path),
        "lint": f"socialplan lint{place}",
        "render": f"socialplan render{place} --week {year}-W{week:02}",
    }
    options.write_out(f"\n{say('init.next')}\n")
    for step, command in steps.items():
        options.write_out(f"  {_shown(command)}\n      {say(f'init.{step}')}\n")


def _report_files(written: list[Written], language: str) -> None:
    say = _Questions(language, False).say
    for file in written:
        if not file.kept:
            options.write_out(say("init.made", path=str(file.path)) + "\n")
    for file in written:
        if file.kept:
            message = "init.kept" if file.addition is None else "init.kept-add"
            print(say(message, path=str(file.path)), file=sys.stderr)
            print(file.addition or "", file=sys.stderr, end="")


def _shown(text: str) -> str:
    from socialplan.escaping import for_terminal

    return for_terminal(text)


def _typed(folder: Path) -> str:
    """Write a folder as one types it: Chinese needs no quotes in a shell."""
    import re
    import shlex

    text = str(folder)
    return text if re.fullmatch(r"[\w./-]+", text) else shlex.quote(text)
