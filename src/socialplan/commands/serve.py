"""`socialplan serve`: look at a plan in the browser while it is edited."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from socialplan.commands import options


def serve(
    plan: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PLAN]",
            help="A plan or its folder; else the plan here or above.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(help="The port to answer on; 0 takes a free one.", min=0, max=65535)
    ] = 8765,
    shows: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    today: options.Today = None,
    lang: options.Lang = None,
) -> None:
    """Show a plan in the browser, live: every view, with what lint says, anew after each save.

    Only this computer can see it, and nothing can be changed from there. It needs
    `pip install "socialplan[serve]"`. Filters are kept in the address, so that a page can be
    kept as a bookmark. Exit status: 2 when it could not start, 130 when it is interrupted.

    Example: socialplan serve cafe --open
    """
    from socialplan.errors import SocialPlanError
    from socialplan.escaping import for_terminal
    from socialplan.locating import plan_at
    from socialplan.serving import serve as answer
    from socialplan.serving.pages import Pages
    from socialplan.serving.watched import Watched
    from socialplan.translating import words

    gc.enable()  # unlike other commands, this one goes on
    if plan is not None and str(plan) == "-":
        raise SocialPlanError("serve-stdin")
    path = plan_at(plan)
    fixed = options.day(today) if today is not None else None
    say = words(options.language(lang))

    def tell(address: str) -> None:
        said = say("serve.started", path=str(path), address=address)
        print(for_terminal(said), file=sys.stderr, flush=True)
        if shows:
            _open(address)

    def speak(locale: str) -> tuple[str, str]:
        language = options.page_language(lang, locale)
        return language, options.page_locale(language, locale)

    watched = Watched(path)
    watched.load()  # a name that was mistyped is told here, not in the browser
    answer(Pages(watched, lambda: fixed or date.today(), speak), port, tell)


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
