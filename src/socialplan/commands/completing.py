"""`--install-completion` and `--show-completion` in our words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from typer import completion

from socialplan.commands import parsing
from socialplan.errors import SocialPlanError, Unwritable
from socialplan.translating import words

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def speak(params: list[Any]) -> None:
    """Let the two options answer for themselves; what they do stays the parser's."""
    answers = {"install_completion": install, "show_completion": show}
    for param in params:
        param.callback = answers.get(param.name, param.callback)


def install(ctx: Any, param: Any, value: Any) -> Any:  # noqa: ARG001 - the parser gives them
    """Install completion for the shell that runs, and say where."""
    if not value or ctx.resilient_parsing:
        return value
    try:
        shell, path = completion.install(shell=_shell())  # type: ignore[attr-defined]
    except OSError as error:
        file = Path(error.filename or Path.home())
        raise Unwritable(file, error.strerror or str(error)) from None
    say = words(parsing.language_in(ctx))
    print(say("usage.completion-installed", shell=shell, path=path))
    sys.exit(0)


def show(ctx: Any, param: Any, value: Any) -> Any:
    """Print what `install` would write."""
    if value and not ctx.resilient_parsing:
        _shell()
    return completion.show_callback(ctx, param, value)


def _shell() -> str:
    """Find out which shell runs; refuse one that cannot complete."""
    shell = completion._get_shell_name()  # type: ignore[attr-defined]
    if shell is None:
        raise SocialPlanError("which-shell", known=SHELLS)
    if shell not in SHELLS:
        raise SocialPlanError("no-completion", shell=shell, known=SHELLS)
    return str(shell)
