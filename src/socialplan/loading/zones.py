"""Time zones as people call them."""

from __future__ import annotations

from difflib import get_close_matches


def zone_meant(name: str) -> str | None:
    """Find the zone of a city, such as London, or else the one whose name is nearly written so."""
    from zoneinfo import available_timezones

    zones = available_timezones()
    of_city = [one for one in zones if one.casefold().endswith(f"/{name.casefold()}")]
    near = get_close_matches(name, zones, n=1, cutoff=0.7)
    return of_city[0] if len(of_city) == 1 else next(iter(near), None)
