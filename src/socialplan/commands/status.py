"""`socialplan status`: one screen."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from socialplan.commands import options

FORMATS = ("terminal", "markdown", "json")


def status(
    plan: options.PlanPath = None,
    form: Annotated[str, typer.Option("--format", help="terminal, markdown or json.")] = "terminal",
    today: options.Today = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Show how far a plan is: stages, goals, the next seven days, open slots, what needs somebody.

    Example: socialplan status cafe --today 2026-12-01
    """
    from socialplan import rendering
    from socialplan.commands.reading import open_loaded
    from socialplan.readings import readings_of
    from socialplan.rendering.page import Page
    from socialplan.slots import calendar_of
    from socialplan.views.status import status as view

    options.known("--format", form, FORMATS)
    day = options.day(today)
    loaded = open_loaded(plan, lang)
    found = loaded.plan
    language = options.page_language(lang, found.own_locale)
    page = Page(
        name="status",
        view=view(found, calendar_of(found, day), day, language, readings_of(found, loaded.source)),
        language=language,
        locale=options.page_locale(language, found.own_locale),
        width=options.width_of(sys.stdout),
        color=form == "terminal" and options.colored(color, sys.stdout),
    )
    options.write_out(rendering.render(page, form))
