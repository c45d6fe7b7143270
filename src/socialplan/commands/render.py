"""`socialplan render`: print what a plan says to do."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan import rendering
from socialplan.commands import options
from socialplan.errors import SocialPlanError
from socialplan.escaping import page_for_terminal

if TYPE_CHECKING:
    from socialplan.composing import Composer, Days
    from socialplan.loading import Loaded
    from socialplan.rendering.page import Page
    from socialplan.slots import Calendar
    from socialplan.views.window import Window

TEMPLATES = {"terminal": "md.j2", "markdown": "md.j2", "html": "html.j2"}
"""What the templates are called that a format is made by."""


def render(
    plan: options.PlanPath = None,
    view: Annotated[
        str | None,
        typer.Option(help="What to show: {views}; without it week.", show_default=False),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="In which format: {formats}; without it what the ending of --output says, "
            "else terminal, or html with --open.",
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
        list[str] | None,
        typer.Option(
            help="Only posts for this persona, by themselves or else by their segment, pillar or "
            "account.",
            show_default=False,
        ),
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
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Write every view in every format, or those of --view and --format, into the "
            "folder --output.",
        ),
    ] = False,
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
    from socialplan.commands import opening
    from socialplan.commands.reading import open_loaded
    from socialplan.composing import Composer, Days, names_in
    from socialplan.rendering import overriding
    from socialplan.views.filtering import Filter

    if print_template is not None:
        file = options.file_at(output, print_template)
        options.write_result(overriding.source_of(print_template), file)
        return
    own = template is not None
    named = None if own or output is None or options.is_folder(output) else Path(output)
    pairs = _pairs(view, form, named, everything=everything, shows=shows and not own)
    if everything and (output is None or output == "-" or own or shows):
        raise SocialPlanError("all-into-folder")
    file = None if everything else options.file_at(output, opening.name_of(*pairs[0], template))
    if shows:
        file = opening.place_for(file, *pairs[0], template)
    to_file = everything or (file is not None and str(file) != "-")
    if pairs[0][1] in rendering.BINARY and not to_file and sys.stdout.isatty():
        raise SocialPlanError("binary-on-terminal", format=pairs[0][1])
    day = options.day(today)
    asked = Days(
        week,
        options.day(first, "--from") if first else None,
        options.day(last, "--to") if last else None,
    )
    loaded = open_loaded(plan, lang)
    language = options.page_language(lang, loaded.plan.own_locale)
    composer = Composer(
        loaded,
        day,
        language,
        options.page_locale(language, loaded.plan.own_locale),
        Filter(*map(names_in, (account, persona, assignee, status, campaign, post))),
        _own_folder(loaded, pairs, template, lang),
        datetime.now(UTC).replace(microsecond=0) if today is None else None,
    )
    if everything and output is not None:
        _write_all(composer, pairs, asked, Path(output))
        return
    ((view, form),) = pairs
    window = composer.window(view, form, asked)
    _say_what_is_cut(composer.calendar, window, options.language(lang))
    page = composer.page(view, form, window)
    if not to_file:
        colored = form == "terminal" and options.colored(color, sys.stdout)
        page = replace(page, width=options.width_of(sys.stdout), color=colored)
    made = _made(page, form, template)
    if isinstance(made, str) and not to_file and sys.stdout.isatty():
        # It must not obey what a template lets through; a file gets that as it is.
        foreign = template or (page.own and form != "terminal")
        made = page_for_terminal(made) if foreign else made
    options.write_result(made, file)
    if shows and file is not None:
        opening.show(file)


def _pairs(
    view: str | None, form: str | None, file: Path | None, *, everything: bool, shows: bool
) -> list[tuple[str, str]]:
    """Settle which views are wanted in which formats; refuse what does not suit."""
    from socialplan.rendering import suiting
    from socialplan.views import VIEWS

    if view is not None:
        options.known("--view", view, VIEWS)
    if form is not None:
        options.known("--format", form, rendering.FORMATS)
    if everything:
        views = VIEWS if view is None else (view,)
        pairs = [(one, each) for one in views for each in suiting.formats_of(one)]
        chosen = [pair for pair in pairs if form in (None, pair[1])]
        if chosen:
            return chosen
    meant = form or (_format_meant(file) if file else None)
    pair = view or "week", meant or ("html" if shows else "terminal")
    suiting.check(*pair)
    return [pair]


def _format_meant(file: Path) -> str | None:
    """Tell the format by the file's ending; refuse one that promises a format we do not write."""
    form, end = rendering.format_of(file), file.suffix.lower()
    if form is None and end[1:].isascii() and end[1:].isalpha():
        known = list(rendering.ENDINGS.values())
        told = "ending-pdf" if end == ".pdf" else "ending-unknown"
        raise SocialPlanError(told, path=str(file), ending=end, known=known)
    return form


def _write_all(composer: Composer, pairs: list[tuple[str, str]], asked: Days, folder: Path) -> None:
    """Write each page into a folder, under the name of its view."""
    from socialplan.writing import make_folder

    make_folder(folder)
    for view, form in pairs:
        page = composer.page(view, form, composer.window(view, form, asked))
        options.write_result(_made(page, form, None), folder / f"{view}{rendering.ENDINGS[form]}")
    print(folder)


def _made(page: Page, form: str, template: Path | None) -> str | bytes:
    if template is not None:
        return rendering.render_template(page, template)
    if form in rendering.BINARY:
        return rendering.render_bytes(page, form)
    text = rendering.render(page, form)
    return text.encode("utf-8") if form in rendering.VERBATIM else text


def _own_folder(
    loaded: Loaded, pairs: list[tuple[str, str]], template: Path | None, language: str | None
) -> Path | None:
    """Find the team's own templates, and say of those that seem misspelt."""
    from socialplan.escaping import for_terminal
    from socialplan.rendering import overriding
    from socialplan.translating import words

    wanted = [f"{view}.{TEMPLATES[form]}" for view, form in pairs if form in TEMPLATES]
    if not wanted and template is None:
        return None
    file = loaded.source.files[0]
    folder = overriding.folder_for(file.path or Path(file.name))
    if folder is None:
        return None
    say = words(options.language(language))
    for name in wanted:
        unused = overriding.misspelt(folder, name)
        if unused is not None:
            said = say("errors.not-used", path=unused, nearest=name)
            print(f"socialplan: {for_terminal(said)}", file=sys.stderr)
    return folder


def _say_what_is_cut(calendar: Calendar, asked: Window, language: str) -> None:
    from socialplan.translating import words
    from socialplan.views.window import LONGEST

    say, shown = words(language), asked.shortened()
    if shown != asked:
        print(say("errors.days-cut", limit=LONGEST, last=shown.last), file=sys.stderr)
    if calendar.cut:
        print(say("errors.slots-cut"), file=sys.stderr)
