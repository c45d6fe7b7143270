"""The known name that a slip probably meant, as long as that is quick to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

ENOUGH = 100_000
"""Names that are compared for one rule, about a second; nobody mends so many slips by a hint."""


class Nearest:
    """Compares slips with known names, until there were enough; what was found is remembered."""

    def __init__(self) -> None:
        self._left = ENOUGH
        self._found: dict[tuple[object, str], str | None] = {}

    def to(
        self, slip: str, known: Collection[str], *, of: object, cutoff: float = 0.6
    ) -> str | None:
        """Give the most similar one; `of` says what kind of names the known ones are."""
        if (of, slip) not in self._found:
            self._found[of, slip] = self._compared(slip, known, cutoff)
        return self._found[of, slip]

    def _compared(self, slip: str, known: Collection[str], cutoff: float) -> str | None:
        self._left -= len(known)
        if self._left < 0:
            return None
        from difflib import get_close_matches

        return next(iter(get_close_matches(slip, known, n=1, cutoff=cutoff)), None)
