"""What is known about platforms, markets and metrics, each with its source and date.

Nothing is read before a fact is asked for.
"""

from __future__ import annotations

from socialplan.facts.fact import Fact
from socialplan.facts.limits import Limit
from socialplan.facts.platforms import PLATFORMS, Format, Platform, PricePlan, platform

__all__ = ["PLATFORMS", "Fact", "Format", "Limit", "Platform", "PricePlan", "platform"]
