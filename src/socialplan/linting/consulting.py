"""Other files on which findings about a plan depend: its assets, its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from socialplan.plan import Plan


def consulted(plan: Plan, folder: Path | None) -> tuple[str, ...]:
    """List the files that rules may look at, whether they are there or not."""
    if folder is None:
        return ()
    return tuple(dict.fromkeys(str(folder / name) for name in _named(plan) if "\0" not in name))


def _named(plan: Plan) -> Iterator[str]:
    if plan.metrics is not None and plan.metrics.file:
        yield plan.metrics.file
    for one in publications(plan):
        for asset in one.assets:
            if asset.file:
                yield asset.file
