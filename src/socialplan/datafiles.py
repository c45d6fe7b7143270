"""This package's own YAML, compiled to JSON beside it when first read, as Python does with modules.

The YAML stays the truth: what was compiled counts only for the very bytes that it was made of.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
_PAIRS = "<pairs>"
"""JSON has no keys but text: a mapping with others, such as years, is kept as its pairs."""


def read_data(path: Path) -> Any:
    """Give the plain values of one data file."""
    data = path.read_bytes()
    mark = f"{FORMAT} {len(data)} {zlib.crc32(data)}"
    place = path.parent / "__pycache__" / f"{path.stem}.json"
    with suppress(OSError, ValueError):
        made_of, _, text = place.read_text(encoding="utf-8").partition("\n")
        if made_of == mark:
            return json.loads(text, object_hook=_with_keys if _PAIRS in text else None)
    value = _parsed(data)
    if not sys.dont_write_bytecode:
        _keep(place, mark, value)
    return value


def _parsed(data: bytes) -> Any:
    import yaml

    return yaml.load(data, Loader=yaml.CSafeLoader)


def _keep(place: Path, mark: str, value: Any) -> None:
    """Keep what JSON can hold; a folder that cannot be written is no error."""
    with suppress(OSError, TypeError):
        text = json.dumps(_with_pairs(value), ensure_ascii=False, separators=(",", ":"))
        place.parent.mkdir(exist_ok=True)
        waiting = place.with_suffix(f".{os.getpid()}")
        waiting.write_text(f"{mark}\n{text}", encoding="utf-8")
        waiting.replace(place)


def _with_pairs(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_pairs(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _with_pairs(one) for key, one in value.items()}
    return inner if all(isinstance(key, str) for key in inner) else {_PAIRS: [*inner.items()]}


def _with_keys(value: dict[str, Any]) -> dict[Any, Any]:
    return dict(value[_PAIRS]) if _PAIRS in value else value
