"""What one file holds, as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialplan.finding import Mistake
    from socialplan.source.comments import Met
    from socialplan.source.spots import Spot
    from socialplan.source.text import SourceFile


@dataclass
class Read:
    """The values of a file, their places, its comments, and what was wrong with it."""

    value: Any
    spots: Spot
    mistakes: list[Mistake] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)


def contents_of(file: SourceFile) -> Read:
    """Read a file's text; only who does so needs libyaml, which takes its time to import."""
    from socialplan.source.repairing import read_file

    return read_file(file)
