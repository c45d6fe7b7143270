"""The data files beside this package, read once each and only when asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from socialplan.datafiles import read_data

FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Any:
    """The plain values of one data file, e.g. `platforms/x.yaml`."""
    return read_data(FOLDER / name)
