"""Changed files written, each at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.writing import write_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.fixing.mending import Changed


class MeanwhileChanged(SocialPlanError):
    """Somebody else wrote to a file between its reading and its writing."""

    def __init__(self, name: str) -> None:
        super().__init__("changed-meanwhile", path=name)


def save(files: Iterable[Changed]) -> None:
    """Write files, each of which is either old or new at every moment."""
    for file in files:
        if file.path is None:
            continue
        try:
            now = file.path.read_bytes()
        except OSError:
            raise MeanwhileChanged(file.name) from None
        if now not in (file.before, file.after):
            raise MeanwhileChanged(file.name)
        write_bytes(file.path, file.after)
