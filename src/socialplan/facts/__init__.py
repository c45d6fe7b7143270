"""What is known about platforms, markets and metrics, each with its source and date.

Nothing is read before a fact is asked for.
"""

from __future__ import annotations

from socialplan.facts.fact import Fact
from socialplan.facts.limits import Limit
from socialplan.facts.markets import MARKETS, Market, market, market_named
from socialplan.facts.metrics import (
    Metric,
    find_metric,
    fits_purpose,
    metric,
    metric_ids,
    plan_table_metrics,
    stages_for,
)
from socialplan.facts.platforms import PLATFORMS, Format, Platform, PricePlan, platform

__all__ = [
    "MARKETS",
    "METRICS",
    "PLATFORMS",
    "Fact",
    "Format",
    "Limit",
    "Market",
    "Metric",
    "Platform",
    "PricePlan",
    "find_metric",
    "fits_purpose",
    "market",
    "market_named",
    "metric",
    "metric_ids",
    "plan_table_metrics",
    "platform",
    "stages_for",
]

METRICS: tuple[str, ...]


def __getattr__(name: str) -> tuple[str, ...]:
    """`METRICS` is read from its file when somebody asks for it."""
    if name == "METRICS":
        return metric_ids()
    raise AttributeError(name)
