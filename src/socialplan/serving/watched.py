"""A plan that is read again when one of its files is saved, made or removed."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from socialplan.config import candidates, settings_for
from socialplan.globbing import matches
from socialplan.linting.consulting import consulted
from socialplan.loading import load_plan
from socialplan.source import read_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.loading import Loaded

    Look = dict[str, tuple[int, int] | None]


class Watched:
    """The plan as last saved; `version` counts how often something about it has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._version = 1
        self._loaded: Loaded | None = None
        self._files: set[str] = {str(path), *map(str, candidates(path))}
        self._patterns: list[str] = []
        self._templates: Path | None = None
        self._seen = self._look()

    @property
    def version(self) -> int:
        """Look at the files; a change is a new version."""
        with self._lock:
            seen = self._look()
            if seen != self._seen:
                self._seen = seen
                self._loaded = None
                self._version += 1
            return self._version

    def load(self) -> Loaded:
        """Give the plan of the present version; raises what keeps it from being read at all."""
        with self._lock:
            if self._loaded is None:
                loaded = load_plan(read_plan(self.path))
                self._watch(loaded)
                self._loaded = loaded
            return self._loaded

    def _watch(self, loaded: Loaded) -> None:
        """Watch what the plan now consists of, and what findings and pages depend on."""
        folder = self.path.parent
        files = {str(file.path) for file in loaded.source.files if file.path is not None}
        files |= {str(self.path), *map(str, candidates(self.path))}
        files |= set(consulted(loaded.plan, folder))
        self._files = files
        self._patterns = loaded.source.patterns
        templates = settings_for(self.path).templates
        self._templates = None if templates is None else Path(templates)
        # What was there before is judged by how it looked then: it may have been saved meanwhile.
        self._seen = {**self._look(), **{k: v for k, v in self._seen.items() if k in self._files}}

    def _look(self) -> Look:
        return {name: _stat(name) for name in (*self._files, *self._found())}

    def _found(self) -> Iterator[str]:
        for pattern in self._patterns:
            yield from map(str, matches(self.path.parent, pattern))
        if self._templates is not None:
            yield from map(str, matches(self._templates, "*"))


def _stat(name: str) -> tuple[int, int] | None:
    try:
        stat = Path(name).stat()
    except (OSError, ValueError):
        return None
    return stat.st_size, stat.st_mtime_ns
