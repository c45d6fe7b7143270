"""What a finding is about, whatever line it stands on: its rule, the path by ids, the value."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, Any

from socialplan.plan.naming import post_id

if TYPE_CHECKING:
    from socialplan.finding import PlanPath
    from socialplan.loading import Loaded


TITLE = "title"
"""Where rules point that speak of the whole plan: its name, and no value that they speak of."""


def named_path(loaded: Loaded, path: PlanPath) -> str:
    """Write a path with ids instead of indexes, so that a moved post keeps it."""
    steps: list[str] = []
    for depth, step in enumerate(path, 1):
        steps.append(_name(loaded, path[:depth]) if isinstance(step, int) else step)
    return "/".join(steps)


def fingerprint(loaded: Loaded, code: str, path: PlanPath, named: str) -> str:
    """Hash a finding's rule, its path by ids and its value with spaces and width folded."""
    value = None if named == TITLE else _at(loaded.source.data, path)
    text = "" if isinstance(value, dict | list) or value is None else str(value)
    return _hashed(code, named, " ".join(unicodedata.normalize("NFKC", text).split()))


def of_the_whole_plan(code: str) -> str:
    """Give the fingerprint that a rule's finding on the whole plan has in every plan."""
    return _hashed(code, TITLE, "")


def _hashed(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:16]


def _name(loaded: Loaded, path: PlanPath) -> str:
    """Name a list's item: by its id, a post without one by its title, else by its number."""
    value = _at(loaded.source.data, path)
    if isinstance(value, dict):
        for key in ("id", "title"):
            if isinstance(value.get(key), str | int):
                return str(value[key])
    if len(path) == 2 and path[0] == "posts" and int(path[1]) < len(loaded.plan.posts):
        return post_id(loaded.plan, int(path[1]))
    return str(path[-1])


def _at(value: Any, path: PlanPath) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
