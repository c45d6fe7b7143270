"""`socialplan.toml` → the settings of a run, each with the place it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialplan.errors import SocialPlanError
from socialplan.translating import LANGUAGES, UnknownLanguageError, known_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

FILE = "socialplan.toml"
PYPROJECT = "pyproject.toml"
EDITIONS = ("2026",)
PROFILES = ("minimal", "standard", "strict")
SEVERITIES = ("error", "warning", "info")
MOST_EXTENDED = 16
"""Files that may extend one another."""
LARGEST = 1_000_000
"""Bytes of a configuration file."""


class BadConfig(SocialPlanError):
    """A configuration that cannot be used: where, and why."""

    def __init__(self, message: str, path: Path, **named: object) -> None:
        super().__init__(f"config-{message}", path=str(path), **named)


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
        typed = {name: value for name, value in given.items() if value is not None}
        origins = {**self.origins, **dict.fromkeys(typed, "command line")}
        return replace(self, **typed, origins=origins)


def settings_for(place: Path) -> Settings:
    """Read the nearest configuration of a plan or folder, up to the repository's root."""
    for path in candidates(place):
        table = _table(path, named=False)
        if table is not None:
            return _read(path, table)
    return Settings(root=place if place.is_dir() else place.parent)


def settings_from(path: Path) -> Settings:
    """Read a configuration file that was named."""
    return _read(path, _table(path, named=True) or {})


def candidates(place: Path) -> Iterator[Path]:
    """List where a plan's settings may lie, nearest first, up to the repository's root."""
    start = place.absolute()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        yield folder / FILE
        yield folder / PYPROJECT
        if (folder / ".git").exists():
            return


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
        raise BadConfig("not-toml", path, reason=str(error)) from None
    if path.name != PYPROJECT:
        return written
    tool = written.get("tool")
    own = tool.get("socialplan") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def _read(path: Path, table: Mapping[str, Any]) -> Settings:
    """Type one file over those that it extends."""
    found: dict[str, Any] = {}
    origins: dict[str, str] = {}
    chain = list(_extended(path, table))
    for file, written in reversed(chain):
        for key, value in written.items():
            name = key.replace("-", "_")
            if name != "extends":
                found[name] = _typed(file, key, value)
                origins[name] = str(file)
    files = tuple(file for file, _ in chain)
    return Settings(**found, root=path.parent, files=files, origins=origins)


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
        for name in reversed(_strings(file, "extends", written.get("extends", []))):
            other = file.parent / name
            waiting.append((other, _table(other, named=True) or {}, (*above, here)))


def _typed(path: Path, key: str, value: Any) -> Any:
    name = key.replace("-", "_")
    if name not in _KEYS:
        near = get_close_matches(key, [one.replace("_", "-") for one in _KEYS], n=1)
        message = "unknown-key-near" if near else "unknown-key"
        known = tuple(one.replace("_", "-") for one in _KEYS)
        raise BadConfig(message, path, key=key, nearest=near[0] if near else None, known=known)
    return _KEYS[name](path, key, value)


def _strings(path: Path, key: str, value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(one, str) for one in items):
        raise BadConfig("wrong-type", path, key=key, expected='["…", "…"]')
    return tuple(items)


def _string(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadConfig("wrong-type", path, key=key, expected='"…"')
    return value


def _language(path: Path, key: str, value: Any) -> str:
    try:
        return known_language(_string(path, key, value))
    except UnknownLanguageError:
        raise BadConfig("unknown-value", path, key=key, value=value, known=LANGUAGES) from None


def _folder(path: Path, key: str, value: Any) -> str:
    """Take a folder for one beside the file that names it, also where another extends that."""
    return str(path.parent / _string(path, key, value))


def _one_of(names: tuple[str, ...]) -> Callable[[Path, str, Any], str]:
    def typed(path: Path, key: str, value: Any) -> str:
        if value not in names:
            raise BadConfig("unknown-value", path, key=key, value=str(value), known=names)
        return str(value)

    return typed


def _severities(path: Path, key: str, value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(one in SEVERITIES for one in value.values()):
        raise BadConfig("wrong-type", path, key=key, expected='{TXT101 = "warning"}')
    return value


def _globs(path: Path, key: str, value: Any) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise BadConfig("wrong-type", path, key=key, expected='{"drafts/*" = ["TXT"]}')
    return {glob: _strings(path, f"{key}.{glob}", one) for glob, one in value.items()}


def _tables(path: Path, key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadConfig("wrong-type", path, key=key, expected="[[rules]]")
    return tuple(value)


_KEYS: Mapping[str, Callable[[Path, str, Any], Any]] = {
    "extends": _strings,
    "edition": _one_of(EDITIONS),
    "profile": _one_of(PROFILES),
    "select": _strings,
    "extend_select": _strings,
    "ignore": _strings,
    "severity": _severities,
    "per_file_ignores": _globs,
    "exclude": _strings,
    "fail_on": _one_of((*SEVERITIES, "never")),
    "format": _strings,
    "baseline": _string,
    "lang": _language,
    "rules": _tables,
    "plugins": _strings,
    "templates": _folder,
}


def shown(settings: Settings) -> Iterator[tuple[str, object, str]]:
    """List each setting, its value and where it was set, for `--show-settings`."""
    for one in fields(settings):
        if one.name in _KEYS:
            key = one.name.replace("_", "-")
            yield key, getattr(settings, one.name), settings.origins.get(one.name, "default")
