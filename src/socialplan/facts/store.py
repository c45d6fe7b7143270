"""The data files beside this package, read once each and only when asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Any:
    """The plain values of one data file, e.g. `platforms/x.yaml`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # The loader is a safe one, and the files are this package's own.
    return yaml.load((FOLDER / name).read_bytes(), Loader=loader)  # noqa: S506
