"""The app, and `main()`, the one place where errors become words and an exit status."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from socialplan.errors import SocialPlanError

INTERRUPTED = 130
FAILED = 2

COMMANDS = {
    "init": "Start a plan from a template.",
    "lint": "Check plans, here and in CI.",
    "explain": "Say why a rule exists, with a bad and a good example.",
    "render": "Print the week, a checklist, the plan table, the whole plan.",
    "status": "Show what is done, what comes next and what is missing.",
    "platforms": "Compare platforms, or list the limits of one.",
    "schema": "Print the JSON Schema of the plan language, for editors.",
}


class Commands(TyperGroup):
    """The commands, each imported when it is asked for, so that `--help` stays quick."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"socialplan.commands.{cmd_name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(cmd_name, no_args_is_help=False)(getattr(module, cmd_name))
        return typer.main.get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS:
            from socialplan.errors import UnknownName

            raise UnknownName("socialplan", args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> Any:
        """Make a flag that nobody set False: typer imports pydantic to find out what None means."""
        params: list[Any] = super().get_params(ctx)
        for param in params:
            if param.default is None and param.type_descriptor.annotation is bool:
                param.default = False
        return params

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(cls=Commands, rich_markup_mode=None, no_args_is_help=True)


def _version(wanted: bool) -> None:
    if wanted:
        from socialplan import __version__

        print(f"socialplan {__version__}")
        raise typer.Exit


@app.callback()
def socialplan(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Write a social media plan as YAML, check it, and print what it says to do.

    Start with `socialplan init`, then `socialplan lint` and `socialplan render`.
    """


def main(argv: Sequence[str] | None = None) -> None:
    """Run the program; every error ends here, in one sentence and an exit status."""
    _spare_time()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    argv = _with_revision(sys.argv[1:] if argv is None else argv)
    _answer_from_memory(argv)
    sys.exit(status_of(lambda: app(args=argv, prog_name="socialplan", standalone_mode=True)))


def _spare_time() -> None:
    """Leave out what only a program that runs for long would gain from."""
    gc.disable()  # a command lives for a second: collecting its many small objects costs more
    atexit.register(gc.freeze)  # and a tenth of that second went into collecting them at its end
    # How a plan is read must not depend on other packages, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")


def _with_revision(argv: Sequence[str]) -> list[str]:
    """Let `--changed` stand alone for “since the last commit”."""
    told = list(argv)
    for place, option in enumerate(argv):
        if option == "--changed" and (place + 1 == len(argv) or argv[place + 1].startswith("-")):
            told[place] = "--changed=HEAD"
    return told


def _answer_from_memory(argv: Sequence[str]) -> None:
    """Say again what a run of `lint` said, if nothing that it read has changed."""
    if argv[:1] != ["lint"] or "--no-cache" in argv:
        return
    from socialplan import remembering

    run = remembering.recall(remembering.key_of(argv))
    if run is not None:
        sys.stdout.write(run.stdout)
        sys.stdout.flush()
        sys.exit(run.status)


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
        if os.environ.get("SOCIALPLAN_DEBUG"):
            raise
        print(
            f"socialplan: internal error: {type(error).__name__}: {error}\n"
            "This is a bug of socialplan, not of your plan. "
            "Run again with SOCIALPLAN_DEBUG=1 to see where.",
            file=sys.stderr,
        )
        return FAILED
    return 0


def _say(error: SocialPlanError) -> None:
    from socialplan.escaping import for_terminal
    from socialplan.translating import language_of_run, words

    say = words(language_of_run(_language_typed()))
    sentence = say(f"errors.{error.message}", **error.named)
    print(f"socialplan: {for_terminal(sentence)}", file=sys.stderr)


def _language_typed() -> str | None:
    """Give the language after `--lang`, also where the run ended before it was read."""
    from socialplan.translating import UnknownLanguageError, known_language

    for option, value in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        typed = value if option == "--lang" else option.removeprefix("--lang=")
        if option == "--lang" or option.startswith("--lang="):
            try:
                return known_language(typed)
            except UnknownLanguageError:
                return None
    return None
