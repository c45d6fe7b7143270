"""Merge keys: `<<: *defaults`."""

from __future__ import annotations

from typing import Any

KEY = "<<"


def merge(box: dict[str, Any], spots: list[Any]) -> bool:
    """Replace `<<` by the keys it brings; false when it names something else than mappings.

    What is written explicitly wins, then what is merged first. The spots of merged keys stay where
    the keys are defined.
    """
    at = 1 + 2 * list(box).index(KEY)
    value = box.pop(KEY)
    spot = spots[at + 1]
    del spots[at : at + 2]
    sources = [(value, spot)]
    if isinstance(value, list):
        sources = list(zip(value, spot[1:], strict=True))
    mappings = [source for source in sources if isinstance(source[0], dict)]
    for mapping, places in mappings:
        for i, (key, merged) in enumerate(mapping.items()):
            if key not in box:
                box[key] = merged
                spots += places[2 * i + 1 : 2 * i + 3]
    return len(mappings) == len(sources)
