"""What a run depended on, kept so that the same run need not be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan import remembering
from socialplan.linting.session import STDIN, folders_searched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.linting.session import Asked, Session


def keep(
    argv: Sequence[str],
    asked: Asked,
    ran: Session,
    stdout: str,
    status: int,
    pieces: Sequence[tuple[str, int]],
) -> None:
    """Keep a run's output under everything that it read, and everything that it missed."""
    if STDIN in asked.paths or asked.since is not None:
        return
    if any(job.settings.plugins for job in ran.jobs):  # other people's rules change unnoticed
        return
    remembering.remember(
        remembering.key_of(*argv),
        remembering.Run(
            stdout=stdout,
            status=status,
            files={name: remembering.digest_of(name) for name in dict.fromkeys(ran.files())},
            folders={one: remembering.plans_of(one) for one in folders_searched(asked)},
            globs=[(*glob, remembering.matches_of(*glob)) for glob in dict.fromkeys(ran.globs)],
            pieces=pieces,
        ),
    )
