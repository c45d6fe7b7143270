"""`socialplan render`: print what a plan says to do."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan.commands import options
from socialplan.errors import SocialPlanError

if TYPE_CHECKING:
    from datetime import date

    from socialplan.loading import Loaded
    from socialplan.rendering.page import Page
    from socialplan.slots import Calendar
    from socialplan.views.window import Window


def render(
    plan: options.PlanPath = None,
    view: Annotated[str, typer.Option(help="What to show: {views}.")] = "week",
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="In which format: {formats}; without it terminal, or html with --open.",
            show_default=False,
        ),
    ] = None,
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
    post: Annotated[
        list[str] | None,
        typer.Option(help="Only the post of this id; may be repeated.", show_default=False),
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="A Jinja template of your own.", show_default=False)
    ] = None,
    print_template: Annotated[
        str | None,
        typer.Option(help="Print one of ours to start from, as week.md.j2.", show_default=False),
    ] = None,
    output: options.Output = None,
    shows: Annotated[
        bool, typer.Option("--open", help="Open the page in the program that shows such files.")
    ] = False,
    today: options.Today = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Print a plan: the week with its open slots, the plan table, checklists, the whole plan.

    Example: socialplan render --view sheet --format markdown --from 2026-12-01 --to 2026-12-31
    """
    from socialplan import rendering
    from socialplan.commands import opening
    from socialplan.commands.reading import open_loaded
    from socialplan.linting.remarking import findings_of
    from socialplan.rendering import overriding, suiting
    from socialplan.rendering.page import Page
    from socialplan.slots import calendar_of
    from socialplan.views import CHECKED, VIEWS, Asked, make
    from socialplan.views.filtering import Filter

    if print_template is not None:
        options.write_result(overriding.source_of(print_template), output)
        return
    options.known("--view", view, VIEWS)
    form = form or ("html" if shows and template is None else "terminal")
    options.known("--format", form, rendering.FORMATS)
    suiting.check(view, form)
    if shows:
        output = opening.place_for(output, view, form, template)
    to_file = output is not None and str(output) != "-"
    if form in rendering.BINARY and not to_file and sys.stdout.isatty():
        raise SocialPlanError("binary-on-terminal", format=form)
    day = options.day(today)
    loaded = open_loaded(plan, lang)
    found = loaded.plan
    ending = {"terminal": "md.j2", "markdown": "md.j2", "html": "html.j2"}.get(form)
    own = _own_folder(loaded, f"{view}.{ending}", lang) if ending or template else None
    language = options.page_language(lang, found.locale)
    named = (account, persona, assignee, status, campaign, post)
    chosen = Filter(*map(_names, named))
    chosen.check(found)
    calendar = calendar_of(found, day)
    window = _window(view, form, calendar, day, week, first, last)
    _say_what_is_cut(calendar, window, window.shortened(), options.language(lang))
    window = window.shortened()
    now = datetime.now(UTC).replace(microsecond=0) if today is None else None
    said = findings_of(loaded, day, language) if view in CHECKED else ()
    shown = make(view, Asked(found, calendar, day, window, language, chosen, said, now), form)
    page = Page(
        name=view,
        view=shown,
        language=language,
        locale=options.page_locale(language, found.locale),
        width=None if to_file else options.width_of(sys.stdout),
        color=not to_file and form == "terminal" and options.colored(color, sys.stdout),
        own=own,
    )
    made = _made(page, form, template)
    if isinstance(made, str) and not to_file and sys.stdout.isatty():
        made = _printable(made) if template or (own and form != "terminal") else made
    options.write_result(made, output)
    if shows and output is not None:
        opening.show(output)


def _made(page: Page, form: str, template: Path | None) -> str | bytes:
    from socialplan import rendering

    if template is not None:
        return rendering.render_template(page, template)
    if form in rendering.BINARY:
        return rendering.render_bytes(page, form)
    text = rendering.render(page, form)
    return text.encode("utf-8") if form in rendering.VERBATIM else text


def _own_folder(loaded: Loaded, wanted: str, language: str | None) -> Path | None:
    """Find the team's own templates, and say of one that seems misspelt."""
    from socialplan.escaping import for_terminal
    from socialplan.rendering import overriding
    from socialplan.translating import words

    file = loaded.source.files[0]
    folder = overriding.folder_for(file.path or Path(file.name))
    unused = overriding.misspelt(folder, wanted) if folder else None
    if unused is not None:
        say = words(options.language(language))
        said = say("errors.not-used", path=for_terminal(str(unused)), nearest=wanted)
        print(f"socialplan: {said}", file=sys.stderr)
    return folder


def _printable(text: str) -> str:
    """Keep a terminal from obeying what a template lets through; a file gets it as it is."""
    from socialplan.escaping import for_terminal

    return "\n".join(map(for_terminal, text.split("\n")))


def _names(given: list[str] | None) -> tuple[str, ...]:
    return tuple(one.strip() for names in given or () for one in names.split(",") if one.strip())


def _window(
    view: str,
    form: str,
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
    if form == "ics" and view in windows.FEEDS and not first and not last:
        return windows.everything(calendar)
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
