"""What messages call posts, days and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from socialplan.plan.publications import Publication


def called(publication: Publication) -> str:
    """Call a post by its title, on one line; else by its id."""
    return " ".join((publication.title or publication.id).split())


def moment(at: datetime) -> str:
    """Write a wall time as a plan does."""
    return f"{at:%Y-%m-%d %H:%M}"
