"""`socialplan.toml` → the settings of a run, each with the place it came from."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialplan.climbing import upwards
from socialplan.config.values import (
    EDITIONS,
    KEYS,
    PYPROJECT,
    SEVERITIES,
    BadConfig,
    named_from_here,
    strings,
    typed,
    written_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.pinpointing import Keys

__all__ = ["SEVERITIES", "BadConfig", "Settings", "origin_of", "settings_for", "settings_from"]

FILE = "socialplan.toml"
SLIPS = {
    "Unescaped": "backslash",
    "Cannot overwrite": "twice",
    "Cannot declare": "twice",
    "Cannot mutate": "twice",
    "Invalid value": "value",
    "Expected '='": "equals",
    "Unterminated": "open",
    'Expected "\'"': "open",
    "Illegal character '\\n'": "open",
    "Invalid initial character": "key",
}
"""What people slip on most in TOML, by how its reader's own words begin."""
MOST_EXTENDED = 16
"""Files that may extend one another."""
LARGEST = 1_000_000
"""Bytes of a configuration file."""
TYPED = "command line"
"""The origin of what an option says."""


@dataclass(frozen=True)
class Settings:
    """How plans are checked; `origins` says for each setting where it was set."""

    edition: str = EDITIONS[-1]
    profile: str = "standard"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    fail_on: str = "error"
    format: tuple[str, ...] = ("full",)
    baseline: str | None = None
    lang: str | None = None
    rules: tuple[Mapping[str, Any], ...] = ()
    """Rules of one's own, as written; see `rules/custom/`."""
    rule_places: tuple[tuple[Path, Keys], ...] = ()
    """Of each of `rules`, the file and the keys in it."""
    templates: str | None = None
    """The folder of templates and styles that replace those of `render`."""
    plugins: tuple[str, ...] = ()
    """Installed packages whose rules join; see `rules/plugins.py`."""
    root: Path = field(default_factory=Path)
    """The folder that globs and paths are relative to: that of the nearest file."""
    files: tuple[Path, ...] = ()
    """The files that were read, nearest first."""
    origins: Mapping[str, str] = field(default_factory=dict)

    def with_options(self, **given: Any) -> Settings:
        """Put what was typed on the command line over what the files say."""
        found = {name: getattr(self, name) for name in KEYS if hasattr(self, name)}
        origins = dict(self.origins)
        for name in sorted(given, key=_last_where_it_adds):
            if given[name] is not None:
                _lay(found, origins, name, given[name], TYPED)
                origins.setdefault(name, TYPED)
        return replace(self, **found, origins=origins)


def settings_for(place: Path) -> Settings:
    """Read the nearest configuration of a plan or folder."""
    for path in candidates(place):
        table = _table(path, named=False)
        if table is not None:
            return _read(path, table)
    return Settings(root=place if place.is_dir() else place.parent)


def settings_from(path: Path) -> Settings:
    """Read a configuration file that was named."""
    return _read(path, _table(path, named=True) or {})


def candidates(place: Path) -> Iterator[Path]:
    """List where a plan's settings may lie, nearest first."""
    try:
        start = Path(os.path.abspath(place))  # noqa: PTH100 - links stay, and ".." is no folder
    except OSError:  # the working folder is gone
        return
    for folder in upwards(start if start.is_dir() else start.parent):
        yield folder / FILE
        yield folder / PYPROJECT


def _table(path: Path, *, named: bool) -> Mapping[str, Any] | None:
    """Read a file's table of settings; nothing where the file or its table is not there."""
    try:
        if not path.is_file():
            if named:
                raise BadConfig("missing", path)
            return None
        if path.stat().st_size > LARGEST:
            raise BadConfig("too-large", path, limit=LARGEST)
        import tomllib

        written = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise BadConfig("unreadable", path, reason=error.strerror or str(error)) from None
    except (ValueError, RecursionError) as error:  # neither UTF-8 nor TOML
        raise _not_toml(path, str(error)) from None
    if path.name != PYPROJECT:
        return written
    tool = written.get("tool")
    own = tool.get("socialplan") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def _not_toml(path: Path, reason: str) -> BadConfig:
    told = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", reason)
    if told is None:
        return BadConfig("not-toml", path, reason=reason)
    slip = next((slip for begin, slip in SLIPS.items() if told[1].startswith(begin)), None)
    place = f":{told[2]}:{told[3]}" if told[2] else ""
    where = f"{named_from_here(path)}{place}"
    said = f"not-toml-{slip}" if slip and (place or slip != "value") else "not-toml"
    return BadConfig(said, where, reason=told[1])


def _read(path: Path, table: Mapping[str, Any]) -> Settings:
    """Type one file over those that it extends."""
    found: dict[str, Any] = {}
    origins: dict[str, str] = {}
    places: list[tuple[Path, Keys]] = []
    chain = list(_extended(path, table))
    for file, written in reversed(chain):
        for key in sorted(written, key=_last_where_it_adds):
            value = typed(file, key, written[key])
            name = key.replace("-", "_")
            if name != "extends":
                _lay(found, origins, name, value, os.path.normpath(file))
            if name in ("rules", "extend_rules"):
                mine = [(file, (key, number)) for number in range(len(value))]
                places = [*(places if name == "extend_rules" else ()), *mine]
    files = tuple(file for file, _ in chain)
    found |= {"rule_places": tuple(places), "files": files, "origins": origins}
    return Settings(**found, root=path.parent)


def _extended(path: Path, table: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Follow `extends`, nearest first; of several, the later one is the nearer.

    Two files may extend the same third one, but none itself.
    """
    waiting: list[tuple[Path, Mapping[str, Any], tuple[Path, ...]]] = [(path, table, ())]
    seen: set[Path] = set()
    while waiting:
        file, written, above = waiting.pop(0)
        here = file.resolve()
        if here in above or len(seen) >= MOST_EXTENDED:
            raise BadConfig("extends-loop", file)
        if here in seen:
            continue
        seen.add(here)
        yield file, written
        for name in reversed(strings(file, "extends", written.get("extends", []))):
            other = file.parent / name
            if not other.is_file():
                raise BadConfig("extends-missing", file, key="extends", value=name)
            waiting.append((other, _table(other, named=True) or {}, (*above, here)))


def _last_where_it_adds(key: str) -> bool:
    return key.startswith("extend") and key != "extends"


def _lay(
    found: dict[str, Any], origins: dict[str, str], name: str, value: Any, origin: str
) -> None:
    """Put a value over what was found so far, or beside it where its name begins with `extend`."""
    key = name if name == "extend_select" else name.removeprefix("extend_")
    before = origins.get(key)
    if name.startswith("extend_") and before is not None:
        found[key] = _joined(found[key], value)
        origins[key] = before if before.endswith(origin) else f"{before} + {origin}"
    else:
        found[key], origins[key] = value, origin
    if name == "select":  # who says what to run does not mean what others ran as well
        found["extend_select"] = ()
        origins.pop("extend_select", None)


def _joined(before: Any, more: Any) -> Any:
    """Add a list to a list, a table to a table; what a table says twice, the nearer one decides."""
    if isinstance(before, tuple):
        return (*before, *more)
    both = {
        key: _joined(before[key], value)
        for key, value in more.items()
        if isinstance(value, tuple) and key in before
    }
    return {**before, **more, **both}


def origin_of(settings: Settings, key: str, handle: str) -> str:
    """Say where a rule is named: in which file, line and column, or by which option."""
    for file in settings.files:
        table = _table(file, named=True) or {}
        for written, value in table.items():
            name = written.replace("_", "-")
            if name.removeprefix("extend-") == key.removeprefix("extend-"):
                for keys, said in _handles(written, value):
                    if said == handle:
                        # of a severity it is the key that is wrong
                        shown = written_at(file, keys, None if keys[-1] == said else said)
                        return f"{shown}: {name}"
    extended = settings.origins.get(f"extend_{key}".replace("-", "_")) == TYPED
    return f"--extend-{key}" if extended and key != "select" else f"--{key}"


def _handles(key: str, value: Any) -> Iterator[tuple[Keys, str]]:
    """List the names of rules in a setting, with their places."""
    if not isinstance(value, dict):
        yield from (((key,), one) for one in strings(Path(), key, value))
        return
    for name, said in value.items():
        yield (key, name), name  # of severities
        yield from (((key, name), one) for one in strings(Path(), name, said))


def shown(settings: Settings) -> Iterator[tuple[str, object, str]]:
    """List each setting, its value and where it was set, for `--show-settings`."""
    for one in fields(settings):
        if one.name in KEYS:
            key = one.name.replace("_", "-")
            yield key, getattr(settings, one.name), settings.origins.get(one.name, "default")
