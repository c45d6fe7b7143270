"""Everything that stops a run. Errors carry data and print nothing; `main()` finds the words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


MOST_SHOWN = 40
"""Known names that a sentence lists."""
FAILED = 2
INTERRUPTED = 130
"""Exit statuses of runs that could not do their work, and that somebody stopped."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF)
"""How a system says that a disk takes no more, or that there is nowhere to write to."""


class SocialPlanError(Exception):
    """What stops the run, as opposed to what is wrong with the plan.

    `message` is a key of `messages/<language>/errors.yaml`, `named` the words for it.
    """

    exit_status: ClassVar[int] = FAILED

    def __init__(self, message: str, **named: object) -> None:
        super().__init__(message, named)
        self.message = message
        self.named = named

    def __reduce__(self) -> tuple[object, ...]:
        """Let it come back from another process, whatever its class is made with."""
        return _again, (type(self), self.args, self.__dict__)


class Unreadable(SocialPlanError):
    """A file cannot be opened.

    `reason` is one of missing, broken-link, folder, not-a-file, denied and other.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"unreadable-{reason}", path=str(path))
        self.path = path
        self.reason = reason


class Unwritable(SocialPlanError):
    """A file cannot be written; `reason` is no-folder, denied, or the system's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        if reason in ("no-folder", "denied"):
            super().__init__(f"unwritable-{reason}", path=str(path), folder=str(path.parent))
        else:
            super().__init__("unwritable", path=str(path), reason=reason)


class PlanNotFound(SocialPlanError):
    """No plan lies where one was looked for.

    `where` is one of above, below, in and ignored: how far from the place it was looked for, or
    that git ignores it; `misnamed` is a file there that begins like a plan but has another name.
    """

    exit_status = 3

    def __init__(self, place: Path, where: str = "above", misnamed: str | None = None) -> None:
        if misnamed is None:
            super().__init__(f"plan-not-found-{where}", folder=str(place))
        else:
            super().__init__("plan-misnamed", folder=str(place), file=misnamed)


class UnknownName(SocialPlanError):
    """What was typed is none of the known names; says the nearest one."""

    def __init__(self, option: str, value: str, known: Iterable[str]) -> None:
        names = tuple(known)
        shown = names if len(names) <= MOST_SHOWN else (*names[:MOST_SHOWN], "…")
        lowered = {name.lower(): name for name in names}
        near = _nearest(value.lower(), lowered)
        nearest = None if near is None else lowered[near]
        message = "unknown-name" if names else "unknown-name-none"
        if nearest is not None:
            message = "unknown-name-near"
        super().__init__(message, option=option, value=value, known=shown, nearest=nearest)


class UnknownOption(SocialPlanError):
    """A command has no such option; says the nearest one."""

    def __init__(self, command: str, option: str, known: Iterable[str]) -> None:
        near = _nearest(option, known)
        message = "unknown-option" if near is None else "unknown-option-near"
        super().__init__(message, command=command, option=option, nearest=near)


class BadValue(SocialPlanError):
    """What was typed has the wrong shape; `example` has the right one."""

    def __init__(self, option: str, value: str, example: str) -> None:
        super().__init__("bad-value", option=option, value=value, example=example)


def _nearest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), None)


def _again(
    kind: type[SocialPlanError], told: tuple[object, ...], state: dict[str, object]
) -> SocialPlanError:
    error = kind.__new__(kind)
    error.args = told
    error.__dict__.update(state)
    return error
