"""Other files on which findings about a plan depend: its assets, its readings."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from socialplan.globbing import leaves_folder
from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from socialplan.plan import Plan


def consulted(plan: Plan, folder: Path | None) -> tuple[str, ...]:
    """List the files that rules may look at, whether they are there or not, and their folders.

    The plan's own folder is left out: reports may be written there.
    """
    if folder is None:
        return ()
    names = [name for name in _named(plan) if "\0" not in name and not leaves_folder(name)]
    folders = [str(above) for name in names for above in [*PurePosixPath(name).parents][:-1]]
    return tuple(dict.fromkeys(str(folder / one) for one in (*names, *folders)))


def _named(plan: Plan) -> Iterator[str]:
    if plan.metrics is not None and plan.metrics.file:
        yield plan.metrics.file
    for one in publications(plan):
        for asset in one.assets:
            if asset.file:
                yield asset.file
