"""Names of what the catalogues know, in the language of the page."""

from __future__ import annotations

from socialplan import facts


def metric_named(metric: str | None, language: str) -> str:
    """Name a metric of the catalogue; one that nobody knows keeps its id."""
    known = facts.metric(metric) if metric else None
    if known is None:
        return metric or ""
    return known.names.get(language) or known.names.get("en") or known.id


def platform_name(slug: str | None, language: str) -> str:
    """Name a platform; `other` and unknown ones have no name of ours."""
    pack = facts.platform(slug) if slug else None
    if pack is None:
        return "" if slug in (None, "other") else slug or ""
    return pack.names.get(language) or pack.names["en"]
