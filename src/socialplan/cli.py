"""The app, and `main()`, the one place where errors become words and an exit status."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import CompletionItem, TyperGroup  # type: ignore[attr-defined]

from socialplan.commands import completing, helping, options, parsing
from socialplan.errors import FAILED, INTERRUPTED, NO_ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from socialplan.errors import SocialPlanError

INTERNAL = (
    "internal error: ",
    (
        "This is a bug of socialplan, not of your plan. "
        "Run again with SOCIALPLAN_DEBUG=1 to see where."
    ),
)
"""What is said of a failure of ours where no messages can be read."""

COMMANDS = {
    "init": "Start a plan from a template.",
    "lint": "Check plans, here and in CI.",
    "explain": "Say why a rule exists, with a bad and a good example.",
    "render": "Print the week, a checklist, the plan table, the whole plan.",
    "status": "Show what is done, what comes next and what is missing.",
    "approve": "Approve posts, or take what a client says of them.",
    "platforms": "Compare platforms, or list the limits of one.",
    "serve": "Look at the plan in the browser while it is edited.",
    "schema": "Print the JSON Schema of the plan language, for editors.",
}


class Commands(TyperGroup):
    """The commands, each imported when it is asked for, so that `--help` stays quick."""

    def get_help(self, ctx: Any) -> str:
        return helping.page_of(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        parsing.remember_language(ctx, args)
        return parsing.explained(super().parse_args, ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"socialplan.commands.{cmd_name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, cls=helping.Command)(getattr(module, cmd_name))
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS:
            from socialplan.errors import UnknownName

            raise UnknownName("socialplan", args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> Any:
        """Keep typer from importing pydantic to find out what a flag or a word means."""
        params: list[Any] = super().get_params(ctx)
        completing.speak(params)
        for param in params:
            if param.type_descriptor.annotation is not bool:
                param.process_value = _as_typed
            elif param.default is None:
                param.default = False
        return params

    def in_short(self, ctx: Any) -> Iterator[tuple[str, str]]:
        """Say of each command what it is for."""
        for name, about in COMMANDS.items():
            yield name, helping.said(parsing.language_in(ctx), f"{name} in short", about)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete without importing each command for its help."""
        helping.speak(self, ctx)
        helping.keep_plain()
        own = super(TyperGroup, self).shell_complete(ctx, incomplete)
        about = [one for one in self.in_short(ctx) if one[0].startswith(incomplete)]
        return [CompletionItem(name, help=short) for name, short in about] + own


def _as_typed(ctx: Any, value: str | None) -> str | None:  # noqa: ARG001 - typer gives it
    return value


app = typer.Typer(name="socialplan", cls=Commands, rich_markup_mode=None, no_args_is_help=True)


def _version(wanted: bool) -> None:
    if wanted:
        from socialplan import __version__

        print(f"socialplan {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def socialplan(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has answered
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
    lang: options.Lang = None,
) -> None:
    """Write a social media plan as YAML, check it, and print what it says to do.

    Start with `socialplan init`, then `socialplan lint` and `socialplan render`.
    """
    if lang is not None:  # for the command that follows, which may say otherwise
        os.environ["SOCIALPLAN_LANG"] = options.language(lang)
    if ctx.invoked_subcommand is None:
        from socialplan.errors import SocialPlanError

        raise SocialPlanError("command-missing")


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program; every error ends here, in one sentence and an exit status."""
    argv = _with_revision(sys.argv[1:] if argv is None else argv)
    sys.exit(status_of(lambda: _run(argv)))


def _run(argv: Sequence[str]) -> None:
    parsing.refuse_nul(argv)
    app(args=argv, prog_name="socialplan", standalone_mode=True)


def _with_revision(argv: Sequence[str]) -> list[str]:
    """Let `--changed` stand alone for “since the last commit”."""
    told = list(argv)
    for place, option in enumerate(argv):
        if option == "--changed" and (place + 1 == len(argv) or argv[place + 1].startswith("-")):
            told[place] = "--changed=HEAD"
    return told


def status_of(run: Callable[[], object]) -> int:
    """Run, turn what stops the run into a sentence on standard error, and give the exit status."""
    from socialplan.errors import SocialPlanError

    try:
        run()
    except SocialPlanError as error:
        _say(error)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            say_unwritable(error)
            return FAILED
        told = _of_the_system(error)
        if told is not None:
            _say(told)
            return FAILED
        if os.environ.get("SOCIALPLAN_DEBUG"):
            raise
        _say_internal(error)
        return FAILED
    return 0


def _of_the_system(error: Exception) -> SocialPlanError | None:
    """Give our words for what the system objects to wherever a file is looked for."""
    from socialplan.errors import SocialPlanError, Unreadable

    if isinstance(error, FileNotFoundError) and _nowhere():
        return SocialPlanError("no-working-folder")
    if not (isinstance(error, OSError) and isinstance(error.filename, str)):
        return None
    if error.errno == errno.ENAMETOOLONG:
        return SocialPlanError("file-name-too-long", path=error.filename)
    if isinstance(error, PermissionError):
        return Unreadable(Path(error.filename), "denied")  # as in the home of somebody else
    return None


def _nowhere() -> bool:
    """Say whether the working folder has been removed, so that no path begins anywhere."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def say_unwritable(error: OSError) -> None:
    """Say that what was to be written found no room."""
    from socialplan.errors import Unwritable

    _say(Unwritable(Path(error.filename or "<stdout>"), error.strerror or str(error)))


def _say_internal(error: Exception) -> None:
    """Say that we have failed; in English where the failure leaves us no other words."""
    from socialplan.escaping import for_terminal
    from socialplan.translating import language_of_run, words

    what = f"{type(error).__name__}: {error}"
    try:
        say = words(language_of_run(parsing.language_typed(sys.argv)))
        told, advice = say("errors.internal"), say("errors.internal-advice")
    except Exception:  # noqa: BLE001 - whatever keeps the words from us
        told, advice = INTERNAL
    _print(f"socialplan: {told}{for_terminal(what)}\n{advice}")


def _say(error: SocialPlanError) -> None:
    from socialplan.escaping import for_terminal
    from socialplan.translating import language_of_run, words

    say = words(language_of_run(parsing.language_typed(sys.argv)))
    sentence = say(f"errors.{error.message}", **error.named)
    _print(f"socialplan: {for_terminal(sentence)}")


def _print(sentence: str) -> None:
    with suppress(OSError):  # the exit status has to do where nobody can be told
        print(sentence, file=sys.stderr, flush=True)
