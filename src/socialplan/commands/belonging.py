"""What to say of a file that is no plan by itself, but a part of one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.escaping import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from socialplan.linting.session import Session


def parts_of_others(ran: Session) -> Iterator[str]:
    """Say of each checked file that names no version of the language which plan includes it."""
    from socialplan.reporting.phrases import phrase

    nameless = {one.place.file for one in ran.report.findings if one.code == "PLN104"}
    for job in ran.jobs:
        if job.given is None and str(job.path) in nameless:
            plan = _plan_with(job.path)
            if plan is not None:
                named = {"file": for_terminal(str(job.path)), "plan": for_terminal(plan)}
                yield phrase(ran.report, "part-of", **named)


def _plan_with(path: Path) -> str | None:
    """Find the nearest plan upwards, if it includes the file."""
    from socialplan.locating import nearest_plan
    from socialplan.source import read_plan

    with suppress(SocialPlanError, OSError, ValueError):  # no relative path leads to another drive
        plan = nearest_plan(path.parent)
        included = (file.path for file in read_plan(plan).files[1:])
        if any(one is not None and one.samefile(path) for one in included):
            return os.path.relpath(plan)
    return None
