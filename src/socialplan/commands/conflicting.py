"""What of a line for `lint` does not go together: to leave out a part silently would mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

UNNAMED = "<stdin>"
"""The name of a plan from standard input that was given none."""


def refuse_two(**ways: bool) -> None:
    """Refuse more than one of the ways to run, each named as its option."""
    asked = [f"--{name.replace('_', '-')}" for name, is_asked in ways.items() if is_asked]
    if len(asked) > 1:
        raise SocialPlanError("not-together", first=asked[0], second=asked[1])


def refuse_unread(paths: Sequence[Path], stdin_name: str, *, watch: bool) -> None:
    """Refuse what would not be read: files beside standard input, and a name for nothing."""
    files = [path for path in paths if str(path) != "-"]
    if len(files) == len(paths):
        if stdin_name != UNNAMED:
            raise SocialPlanError("stdin-missing", option="--stdin-filename")
    elif files:
        raise SocialPlanError("stdin-alone", path=str(files[0]))
    elif watch:  # it is read once, and saved by nobody
        raise SocialPlanError("not-together", first="--watch", second="-")


def refuse_too_few(jobs: int | None) -> None:
    """Refuse to do the work with no process at all."""
    if jobs is not None and jobs < 1:
        raise SocialPlanError("too-few-jobs", option="--jobs", value=jobs)
