"""`socialplan explain`: why a rule exists."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from socialplan.commands import options
from socialplan.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.rule import Rule

FORMATS = ("terminal", "markdown", "json")


def explain(
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="RULE", help="Codes, prefixes or names.", show_default=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    form: Annotated[str, typer.Option("--format", help="terminal, markdown or json.")] = "terminal",
    test: Annotated[
        bool,
        typer.Option("--test", help="Hold your own rules, or those named, to their examples."),
    ] = False,
    lang: options.Lang = None,
    color: options.Color = "auto",
) -> None:
    """Say why a rule exists, where it comes from, and what repairs what it finds.

    Without a rule it lists them all, one line each.

    Example: socialplan explain goal-without-target
    """
    from socialplan.config import settings_for
    from socialplan.linting.checking import rules_of
    from socialplan.reporting import explaining

    options.known("--format", form, FORMATS)
    language = options.language(lang)
    known = rules_of(settings_for(Path()))
    chosen = _named(rules, known) if rules else known
    if test:
        _test(chosen if rules or every else _added(known), known, language)
    elif form == "json":
        options.write_out(explaining.as_json(chosen, language))
    elif not rules and not every:
        options.write_out(_harmless(explaining.listed(chosen, language)))
    else:
        pages = _harmless(explaining.markdown(chosen, language, known))
        options.write_out(pages if form == "markdown" else _laid_out(pages, color))


def _harmless(text: str) -> str:
    """Let nothing that somebody else's rule says move the cursor."""
    from socialplan.escaping import lines_for_terminal

    return lines_for_terminal(text) + "\n"


def _added(known: Sequence[Rule]) -> list[Rule]:
    """List the rules that settings and plugins add to ours."""
    from socialplan.rules import all_rules

    return [rule for rule in known if rule not in all_rules()]


def _test(chosen: Sequence[Rule], known: Sequence[Rule], language: str) -> None:
    from socialplan.commands.testing import failures_of
    from socialplan.translating import words

    failures = [line for rule in chosen for line in failures_of(rule, known, language)]
    options.write_out("".join(f"{line}\n" for line in failures))
    message = "explain.tested" if chosen else "explain.tested-none"
    said = words(language)(message, rules=len(chosen), failures=len(failures))
    options.write_out(said + "\n")
    raise typer.Exit(1 if failures else 0)


def _laid_out(pages: str, color: str) -> str:
    from socialplan.rendering.terminal import printed
    from socialplan.rendering.terminal.document import Document

    painted, width = options.colored(color, sys.stdout), options.width_of(sys.stdout)
    return printed(Document(pages, hyperlinks=False), color=painted, width=width)


def _named(handles: Sequence[str], rules: Sequence[Rule]) -> list[Rule]:
    from socialplan.linting.selecting import strength

    found: list[Rule] = []
    for handle in handles:
        meant = [rule for rule in rules if handle and strength(rule, handle)]
        if not meant:
            raise _unknown(handle, rules)
        found += [rule for rule in meant if rule not in found]
    return found


def _unknown(handle: str, rules: Sequence[Rule]) -> UnknownName:
    """Answer with the nearest name, else with names that hold what was typed, else with families.

    That keeps hundreds of codes off the screen.
    """
    from socialplan.linting.selecting import handles_of

    part = handle.strip("*").lower()
    holding = [rule.name for rule in rules if part and part in rule.name]
    families = list(dict.fromkeys(rule.family for rule in rules))
    near = UnknownName("explain", handle, holding or handles_of(rules))
    return near if holding or near.named["nearest"] else UnknownName("explain", handle, families)
