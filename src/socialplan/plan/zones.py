"""Time zones by their IANA names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from socialplan.plan.shapes import Parsed, refusal, shape, written

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of that name, or None where there is none."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # not found, a folder's name, a path, NUL …
        return None


def _zone_name(value: Any) -> str:
    if not isinstance(value, str) or zone_named(value) is None:
        raise refusal(
            "unknown_timezone", "“{value}” is not an IANA time zone such as Asia/Taipei", value
        )
    return value


ZoneName = Annotated[
    str,
    Parsed(
        _zone_name,
        shape(
            "TimeZone",
            "A time zone by its IANA name: Asia/Taipei.",
            {
                **written("", "Asia/Taipei", "Asia/Shanghai", "Asia/Hong_Kong"),
                "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
            },
        ),
    ),
]
