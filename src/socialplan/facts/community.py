"""What is customary in groups, and what is frowned upon."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from socialplan.facts.fact import facts_of
from socialplan.facts.store import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.facts.fact import Fact


@cache
def customs() -> Mapping[str, Fact]:
    """Every fact about groups by its name, e.g. `rituals_per_day`."""
    return facts_of(read("community.yaml"))
