"""`--help` in the language of the run, laid out for wide characters too.

English words stand beside what they describe, in the code; the others in `messages/*/help.yaml`,
by the command and what it takes: `lint --select`, or `--select` where all commands mean the same.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

from socialplan.commands import parsing
from socialplan.rendering.breaking import columns, wrapped
from socialplan.translating import topic_messages, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST = 100
"""Columns of the help on a wider terminal: longer lines are hard to read."""
FIRST = 30
"""Columns that names may take before their help goes on a line of its own."""
LISTS = {
    "views": "socialplan.views:VIEWS",
    "formats": "socialplan.rendering:FORMATS",
    "reports": "socialplan.reporting:FORMATS",
    "templates": "socialplan.scaffolding.choosing:TEMPLATES",
}
"""Where the names come from that a help text lists."""


class Command(TyperCommand):
    """A command that speaks the language of the run."""

    def get_help(self, ctx: Any) -> str:
        return page_of(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        for param in self.params:
            parsing.spare_validator(param)
        return parsing.without_extras(super().parse_args, ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        speak(self, ctx)
        keep_plain()
        return super().shell_complete(ctx, incomplete)


def keep_plain() -> None:
    """Keep typer from importing rich, for shells that show help, to strip colours it never had."""
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = lambda text: text


def speak(command: Any, ctx: Any) -> None:
    """Put the words of the run's language in the place of the English ones."""
    language = parsing.language_in(ctx)
    command.help = said(language, command.name, command.help)
    for param in command.get_params(ctx):
        param.help = said(language, f"{command.name} {parsing.label(param)}", param.help)


def said(language: str, key: str, english: str | None) -> str:
    """Give the help for a command, or for one of the things that it takes."""
    text = cleandoc(english or "")
    if language != "en":
        known = topic_messages(language, "help")
        text = str(known.get(key) or known.get(key.partition(" ")[2]) or text)
    lists = {name: one_of(names(name), language) for name in LISTS if f"{{{name}}}" in text}
    return text.format(**lists) if lists else text


def names(kind: str) -> list[str]:
    """Give the names of one of `LISTS`."""
    module, _, name = LISTS[kind].partition(":")
    return list(getattr(import_module(module), name))


def one_of(some: list[str], language: str) -> str:
    """List names to choose from."""
    *most, last = some
    return words(language)("usage.or", names=most, last=last)


def page_of(command: Any, ctx: Any) -> str:
    """Write the whole help of a command, or of the program."""
    speak(command, ctx)
    language = parsing.language_in(ctx)
    say = words(language)
    width = ctx.terminal_width or min(shutil.get_terminal_size().columns, WIDEST)
    params = command.get_params(ctx)
    arguments = [one for one in params if one.param_type_name == "argument"]
    options = [one for one in params if one.param_type_name == "option" and not one.hidden]
    sections = {
        "arguments": [(argument(one, language), one.help) for one in arguments],
        "options": [(option(one, language), help_of(one, say)) for one in options],
        "commands": list(command.in_short(ctx)) if hasattr(command, "in_short") else [],
    }
    lines = list(usage(command, ctx, width))
    for paragraph in command.help.split("\n\n"):
        lines += ["", *(f"  {line}" for line in wrapped(paragraph, width - 2))]
    for name, rows in sections.items():
        lines += ["", say(f"usage.{name}"), *table(rows, width)] if rows else []
    return "\n".join(lines)


def usage(command: Any, ctx: Any, width: int) -> Iterator[str]:
    """Write how the command is typed."""
    language = parsing.language_in(ctx)
    say = words(language)
    pieces = [say("usage.usage") + ctx.command_path, say("usage.any-options")]
    for one in command.get_params(ctx):
        if one.param_type_name == "argument":
            name = argument(one, language)
            pieces.append((name if one.required else f"[{name}]") + "..." * (one.nargs == -1))
    if hasattr(command, "in_short"):
        pieces.append(say("usage.any-command"))
    first, *rest = wrapped(" ".join(pieces), width)
    yield first
    yield from (f"  {line}" for line in rest)


def argument(param: Any, language: str) -> str:
    """Name an argument in the language."""
    name = parsing.label(param)
    return str(topic_messages(language, "usage").get(f"name-{name}", name))


def option(param: Any, language: str) -> str:
    """Write the ways to type an option, and what it is followed by."""
    ways = ", ".join(sorted(param.opts, key=len))
    if param.secondary_opts:
        ways += f" / {param.secondary_opts[0]}"
    if param.is_flag:
        return ways
    kind = kind_of(param)
    value = topic_messages(language, "usage").get(f"value-{kind}", kind)
    return f"{ways} <{value}>{'...' * bool(param.multiple)}"


def kind_of(param: Any) -> str:
    """Say what an option is followed by."""
    descriptor = param.type_descriptor
    if param.metavar is not None:
        return str(param.metavar)
    if descriptor.is_path:
        return "path"
    return "number" if descriptor.annotation in (int, float) else "text"


def help_of(param: Any, say: Any) -> str:
    """Explain an option, and say what holds without it."""
    usual = param.default
    if not param.show_default or usual in (None, "", False) or callable(usual):
        return str(param.help)
    if param.is_flag:
        usual = param.opts[0].lstrip("-")
    return f"{param.help}{say('usage.default', value=str(usual))}"


def table(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Write names and their help in two columns."""
    rows = list(rows)
    most = min(FIRST, width // 2 - 4)
    first = max((columns(name) for name, _ in rows if columns(name) <= most), default=most) + 4
    for name, text in rows:
        lines = wrapped(text, width - first)
        if columns(name) > most:
            yield f"  {name}"
        else:
            yield f"  {name}{' ' * (first - 2 - columns(name))}{lines.pop(0)}"
        yield from (" " * first + line for line in lines)
