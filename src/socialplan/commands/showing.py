"""What a run of `lint` would do: its settings, its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.commands import options

if TYPE_CHECKING:
    from socialplan.linting.session import Asked


def show_settings(asked: Asked) -> None:
    """Print the settings of each plan, and where each was set."""
    import json

    from socialplan.config import shown
    from socialplan.linting.session import jobs_of

    for job in jobs_of(asked):
        rows = "".join(
            f"{key} = {json.dumps(value, ensure_ascii=False, default=list)}  # {origin}\n"
            for key, value, origin in shown(job.settings)
        )
        options.write_out(f"# {job.path}\n{rows}")


def show_files(asked: Asked) -> None:
    """Print the plans that would be checked."""
    from socialplan.linting.session import jobs_of

    options.write_out("".join(f"{job.path}\n" for job in jobs_of(asked)))
