"""Opening the file of readings that a plan names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.errors import Unreadable
from socialplan.globbing import leaves_folder
from socialplan.readings.records import Readings, Trouble
from socialplan.source.decoding import decode
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.source import Source

BYTES = 8_000_000


def readings_of(plan: Plan, source: Source) -> Readings:
    """Read the file that a plan names; a plan from standard input has no folder to look in."""
    name = plan.metrics.file if plan.metrics else None
    main = source.files[0].path if source.files else None
    return Readings() if not name or main is None else read_readings(plan, main.parent, name)


def read_readings(plan: Plan, folder: Path, name: str) -> Readings:
    """Read a file below the plan's folder."""
    path = folder / name
    if leaves_folder(name) or not _is_below(path, folder):
        return Readings(troubles=(Trouble("outside"),))
    try:
        data = read_bytes(path, BYTES)
    except Unreadable as error:
        return Readings(troubles=(Trouble(error.reason),))
    if data is None:
        return Readings(troubles=(Trouble("too-large", 0, f"{BYTES // 1_000_000} MB"),))
    decoded = decode(data)
    if decoded.bad is not None:
        return Readings(troubles=(Trouble("not-utf-8", 0, decoded.encoding),))
    from socialplan.readings.table import Table

    return Table(plan).read(decoded.text)


def _is_below(path: Path, folder: Path) -> bool:
    """Links may lead out of the plan's folder."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except (OSError, ValueError):
        return False
