"""`socialplan platforms`: compare platforms, or list the limits of one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from socialplan.commands import options

FORMATS = ("terminal", "markdown", "json")


def platforms(
    slugs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SLUG",
            help="One platform for its limits, several to compare; else all.",
            show_default=False,
        ),
    ] = None,
    market: Annotated[
        str | None,
        typer.Option(help="Whose users and prices: TW, CN, JP …", show_default=False),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="terminal, markdown or json.")] = "terminal",
    output: options.Output = None,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Compare platforms: active users, ages, what each suits; or list one's limits and prices.

    Every figure comes with its source, date and confidence. With a language of Taiwan or mainland
    China the figures are of that market unless `--market` names another.

    Example: socialplan platforms line-oa --market TW
    """
    from socialplan import facts, rendering
    from socialplan.rendering.page import Page
    from socialplan.views import comparison as view

    options.known("--format", form, FORMATS)
    language = options.language(lang)
    file = options.file_at(output, f"platforms{rendering.ENDINGS[form]}")
    slugs = [_slug(one) for one in slugs or ()]
    where = (market or {"zh-TW": "TW", "zh-CN": "CN"}.get(language, "")).upper() or None
    if where is not None and market is not None:
        options.known("--market", where, (*facts.MARKETS, "world"))
    only = slugs[0] if len(slugs) == 1 else None
    page = Page(
        name="limits" if only else "comparison",
        view=view.limits(only, where, language)
        if only
        else view.comparison(slugs or facts.PLATFORMS, where, language),
        language=language,
        locale=language,
        width=None if file else options.width_of(sys.stdout),
        color=file is None and form == "terminal" and options.colored(color, sys.stdout),
    )
    options.write_result(rendering.render(page, form), file)


def _slug(name: str) -> str:
    from socialplan import facts

    if name not in facts.PLATFORMS:
        from socialplan.plan.called import platform_called, platform_spoken_of

        name = platform_called(name) or platform_spoken_of(name) or name
    options.known("platforms", name, facts.PLATFORMS)
    return name
