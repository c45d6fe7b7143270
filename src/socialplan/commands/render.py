"""`socialplan render`: print what a plan says to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan.commands import options
from socialplan.errors import SocialPlanError

if TYPE_CHECKING:
    from datetime import date

    from socialplan.slots import Calendar
    from socialplan.views.window import Window


def render(
    plan: options.PlanPath = None,
    view: Annotated[str, typer.Option(help="What to show: {views}.")] = "week",
    form: Annotated[str, typer.Option("--format", help="In which format: {formats}.")] = "terminal",
    week: Annotated[
        str | None, typer.Option(help="An ISO week, as 2026-W48.", show_default=False)
    ] = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="date", help="The first day, as 2026-12-01.", show_default=False
        ),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="date", help="The last day, as 2026-12-31.", show_default=False
        ),
    ] = None,
    account: Annotated[
        list[str] | None, typer.Option(help="Only this account.", show_default=False)
    ] = None,
    persona: Annotated[
        list[str] | None, typer.Option(help="Only posts for this persona.", show_default=False)
    ] = None,
    assignee: Annotated[
        list[str] | None, typer.Option(help="Only posts this person works on.", show_default=False)
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="Only posts of this status.", show_default=False)
    ] = None,
    campaign: Annotated[
        list[str] | None, typer.Option(help="Only posts of this campaign.", show_default=False)
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="A Jinja template of your own.", show_default=False)
    ] = None,
    output: options.Output = None,
    today: options.Today = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Print a plan: the week with its open slots, the plan table, checklists, the whole plan.

    Example: socialplan render --view sheet --format markdown --from 2026-12-01 --to 2026-12-31
    """
    from socialplan import rendering
    from socialplan.commands.reading import open_plan
    from socialplan.rendering import suiting
    from socialplan.rendering.page import Page
    from socialplan.slots import calendar_of
    from socialplan.views import VIEWS, Asked, make
    from socialplan.views.filtering import Filter

    options.known("--view", view, VIEWS)
    options.known("--format", form, rendering.FORMATS)
    suiting.check(view, form)
    to_file = output is not None and str(output) != "-"
    if form in rendering.BINARY and not to_file and sys.stdout.isatty():
        raise SocialPlanError("binary-on-terminal", format=form)
    day = options.day(today)
    found = open_plan(plan, lang)
    language = options.page_language(lang, found.locale)
    chosen = Filter(*(_names(given) for given in (account, persona, assignee, status, campaign)))
    chosen.check(found)
    calendar = calendar_of(found, day)
    window = _window(view, calendar, day, week, first, last)
    _say_what_is_cut(calendar, window, window.shortened(), options.language(lang))
    window = window.shortened()
    shown = make(view, Asked(found, calendar, day, window, language, chosen), form)
    page = Page(
        name=view,
        view=shown,
        language=language,
        locale=options.page_locale(language, found.locale),
        width=None if to_file else options.width_of(sys.stdout),
        color=not to_file and form == "terminal" and options.colored(color, sys.stdout),
    )
    if template is not None:
        text = rendering.render_template(page, template)
        made: str | bytes = _printable(text) if not to_file and sys.stdout.isatty() else text
    elif form in rendering.BINARY:
        made = rendering.render_bytes(page, form)
    else:
        made = rendering.render(page, form)
    options.write_result(made, output)


def _printable(text: str) -> str:
    """Keep a terminal from obeying what a template lets through; a file gets it as it is."""
    from socialplan.escaping import for_terminal

    return "\n".join(map(for_terminal, text.split("\n")))


def _names(given: list[str] | None) -> tuple[str, ...]:
    return tuple(one.strip() for names in given or () for one in names.split(",") if one.strip())


def _window(
    view: str,
    calendar: Calendar,
    today: date,
    week: str | None,
    first: str | None,
    last: str | None,
) -> Window:
    """Settle the days: those asked for, else the view's own around today."""
    from socialplan.views import window as windows

    if week is not None:
        if first or last:
            raise SocialPlanError("week-or-days")
        return windows.week_named(week)
    return windows.days_shown(
        view,
        calendar,
        today,
        options.day(first, "--from") if first else None,
        options.day(last, "--to") if last else None,
    )


def _say_what_is_cut(calendar: Calendar, asked: Window, shown: Window, language: str) -> None:
    from socialplan.translating import words
    from socialplan.views.window import LONGEST

    say = words(language)
    if shown != asked:
        print(say("errors.days-cut", limit=LONGEST, last=shown.last), file=sys.stderr)
    if calendar.cut:
        print(say("errors.slots-cut"), file=sys.stderr)
