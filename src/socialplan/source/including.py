"""The files that a plan includes, joined into one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from socialplan.errors import Unreadable
from socialplan.globbing import leaves_folder, matches
from socialplan.source import ahead, bounds, mistakes, spots
from socialplan.source.contents import Read
from socialplan.source.opening import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from socialplan.finding import Mistake, Span
    from socialplan.source.text import SourceFile

    Open = Callable[[Path, bytes, int], tuple[SourceFile, list[Mistake]]]

KEY = "include"


class Including:
    """Joins what a main file includes, directly or through others, below one folder."""

    def __init__(
        self, folder: Path | None, main: Path | None, open_file: Open, instead: Mapping[str, bytes]
    ) -> None:
        self.folder = folder
        self.instead = instead
        self.open_file = open_file
        self.root = folder.resolve() if folder else None
        self.files: list[SourceFile] = []
        self.reads: list[Read] = []
        self.mistakes: list[Mistake] = []
        self.patterns: list[str] = []
        self.seen: set[Path] = set()
        self.chain: list[Path] = [main.resolve()] if main else []
        self.bytes_left = bounds.BYTES
        self.owned: set[str] = set()
        self.data: dict[str, Any] = {}
        self.spots: Any = []

    def start(self, file: SourceFile, read: Read, size: int) -> None:
        """Take the main file, then everything that it includes."""
        self.bytes_left -= size
        self.files.append(file)
        self.reads.append(read)
        self.data, self.spots = read.value, read.spots
        self._follow(self.data, self.spots)

    def _follow(self, data: dict[str, Any], spot: Any) -> None:
        patterns = data.get(KEY)
        if patterns is None:
            return
        named = list(enumerate(patterns)) if isinstance(patterns, list) else [((), patterns)]
        found: dict[Path, tuple[str, Span]] = {}
        for index, pattern in named:
            at = (KEY, index) if isinstance(index, int) else (KEY,)
            where = spots.find(data, spot, at, on_key=False)
            for match in self._matches(pattern, where):
                found.setdefault(match, (str(pattern), where))
        for path, (pattern, where) in sorted(found.items()):
            self._include(path, pattern, where)

    def _matches(self, pattern: object, where: Span) -> list[Path]:
        if not isinstance(pattern, str) or not pattern or "\0" in pattern:
            self._not_found(where, str(pattern), "not-a-glob")
            return []
        if leaves_folder(pattern):
            self.mistakes.append(mistakes.include_outside_folder(where, pattern, pattern))
            return []
        if self.folder is None:
            self._not_found(where, pattern, "no-folder")
            return []
        self.patterns.append(pattern)
        found = matches(self.folder, pattern)
        if not found:
            self._not_found(where, pattern, "missing", near=self._near(self.folder, pattern))
        return found

    def _near(self, folder: Path, pattern: str) -> str | None:
        """The pattern with slashes, as Windows does not write them, or the file most like it."""
        slashed = pattern.replace("\\", "/")
        if slashed != pattern and matches(folder, slashed):
            return slashed
        files = matches(folder, "**/*.yaml") + matches(folder, "**/*.yml")
        names = [path.relative_to(folder).as_posix() for path in files[:1000]]
        return next(iter(get_close_matches(pattern, names, 1)), None)

    def _not_found(
        self, where: Span, pattern: str, why: str, file: str = "", near: str | None = None
    ) -> None:
        mistake = mistakes.include_not_found(where, pattern, why, file or pattern, suggestion=near)
        self.mistakes.append(mistake)

    def _include(self, path: Path, pattern: str, where: Span) -> None:
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError):  # Python 3.11 says RuntimeError where links go in circles
            self._not_found(where, pattern, "broken-link", str(path))
            return
        if self.root is None or not real.is_relative_to(self.root):
            self.mistakes.append(mistakes.include_outside_folder(where, pattern, str(path)))
        elif real in self.chain:
            self.mistakes.append(mistakes.include_loop(where, pattern, str(path)))
        elif real not in self.seen:
            self.seen.add(real)
            self._read(path, real, pattern, where)

    def _read(self, path: Path, real: Path, pattern: str, where: Span) -> None:
        if len(self.files) >= bounds.FILES:
            self._refuse(where, "files", bounds.FILES, "files")
            return
        try:
            content = self.instead.get(str(path))
            if content is None:
                content = read_bytes(path, self.bytes_left)
        except Unreadable as error:
            self._not_found(where, pattern, error.reason, str(path))
            return
        if content is None:
            self._refuse(where, "file", bounds.BYTES, "bytes")
            return
        self.bytes_left -= len(content)
        file, undecoded = self.open_file(path, content, self.files[-1].end + 1)
        read = Read(None, spots.pack(file.base, file.base), undecoded)
        if not undecoded:
            read = ahead.read(file)
        self.files.append(file)
        self.reads.append(read)
        if isinstance(read.value, dict):
            self._join(read.value, read.spots)
            self.chain.append(real)
            self._follow(read.value, read.spots)
            self.chain.pop()
        elif read.value is not None:
            span = spots.unpack(spots.own(read.spots))
            found = "list" if isinstance(read.value, list) else "value"
            self.mistakes.append(mistakes.not_a_plan(span, found))

    def _refuse(self, where: Span, what: str, limit: int, unit: str) -> None:
        mistake = mistakes.too_large(where, what, limit, unit)
        if not any(said.problem.words == mistake.problem.words for said in self.mistakes):
            self.mistakes.append(mistake)

    def _join(self, data: dict[str, Any], spot: Any) -> None:
        """Add an included file's sections: lists are joined, the rest may stand in one file."""
        for at, (key, value) in enumerate(data.items()):
            key_spot, value_spot = spot[2 * at + 1 : 2 * at + 3]
            if key == KEY or value is None:
                continue
            if self.data.get(key) is None:
                self._set(key, value, key_spot, value_spot)
            elif isinstance(value, list) and isinstance(self.data[key], list):
                self._extend(key, value, value_spot)
            else:
                first = spots.find(self.data, self.spots, (key,), on_key=True)
                self.mistakes.append(mistakes.duplicate_key(spots.unpack(key_spot), key, first))

    def _set(self, key: str, value: Any, key_spot: int, value_spot: Any) -> None:
        if key in self.data:
            at = 1 + 2 * list(self.data).index(key)
            self.spots[at : at + 2] = key_spot, value_spot
        else:
            self.spots += (key_spot, value_spot)
        self.data[key] = value

    def _extend(self, key: str, value: list[Any], value_spot: Any) -> None:
        at = 2 + 2 * list(self.data).index(key)
        if key not in self.owned:
            # The list may be an alias's too.
            self.owned.add(key)
            self.data[key] = list(self.data[key])
            self.spots[at] = list(self.spots[at])
        self.data[key].extend(value)
        self.spots[at].extend(value_spot[1:])
