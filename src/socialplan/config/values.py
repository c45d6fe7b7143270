"""What each setting may be, and the error that says where one is not."""

from __future__ import annotations

import os
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialplan.errors import SocialPlanError
from socialplan.pinpointing import place_in
from socialplan.translating import LANGUAGES, UnknownLanguageError, known_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from socialplan.pinpointing import Keys

PYPROJECT = "pyproject.toml"
EDITIONS = ("2026",)
PROFILES = ("minimal", "standard", "strict")
SEVERITIES = ("error", "warning", "info")
REPORTS = (
    *("full", "concise", "grouped", "json", "jsonl", "github", "gitlab", "azure"),
    *("junit", "sarif", "rdjson", "markdown"),
)
"""Formats of findings, each a module of `reporting/`."""
STDOUT = ("-", "/dev/stdout")
"""Names of standard output; behind the second may lie a file, which is not to be replaced."""


class BadConfig(SocialPlanError):
    """A configuration that cannot be used: where, and why."""

    def __init__(self, message: str, path: Path | str, at: Keys = (), **named: object) -> None:
        if isinstance(path, Path):
            keys = at or ((str(named["key"]),) if "key" in named else ())
            path = written_at(path, keys, named.get("value"))
        super().__init__(f"config-{message}", path=path, **named)


def written_at(path: Path, keys: Keys, value: object = None) -> str:
    """Name a file, with line and column of a key or its value where they are found."""
    if not keys:  # and perhaps too large to read, or no file
        return named_from_here(path)
    keys = ("tool", "socialplan", *keys) if path.name == PYPROJECT else keys
    with suppress(OSError, ValueError):
        place = place_in(path.read_text(encoding="utf-8-sig"), keys, value)
        if place is not None:
            return f"{named_from_here(path)}:{place[0]}:{place[1]}"
    return named_from_here(path)


def named_from_here(path: Path) -> str:
    """Name a file from the working folder where it lies below, as plans are."""
    plain = Path(os.path.normpath(path))  # what `extends` names begins with the way up: a/../b
    with suppress(OSError, ValueError):  # that folder is gone, or the file lies elsewhere
        return str(plain.relative_to(Path.cwd()))
    return str(plain)


def typed(path: Path, key: str, value: Any) -> Any:
    """Give a setting its type, or say why it has none."""
    name = key.replace("-", "_")
    if name not in KEYS:
        known = tuple(one.replace("_", "-") for one in KEYS)
        near = get_close_matches(key, known, n=1)
        message = "unknown-key-near" if near else "unknown-key"
        raise BadConfig(message, path, key=key, nearest=near[0] if near else None, known=known)
    return KEYS[name](path, key, value)


def strings(path: Path, key: str, value: Any) -> tuple[str, ...]:
    """Take a text, or a list of texts."""
    return _texts(path, (key,), value)


def _texts(path: Path, keys: Keys, value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(one, str) and one for one in items):
        raise _wrong_type(path, keys, '["…", "…"]')
    _refuse_nul(path, keys, *items)
    return tuple(items)


def _string(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise _wrong_type(path, (key,), '"…"')
    _refuse_nul(path, (key,), value)
    return value


def _refuse_nul(path: Path, keys: Keys, *values: str) -> None:
    """Refuse the one character that no name of a file may have; the system would raise."""
    if any("\0" in one for one in values):
        raise BadConfig("nul", path, keys, key=".".join(map(str, keys)))


def _wrong_type(path: Path, keys: Keys, expected: str) -> BadConfig:
    told = ".".join(map(str, keys))
    return BadConfig("wrong-type", path, keys, key=told, expected=expected)


def _refuse_unknown(path: Path, keys: Keys, value: str, names: Iterable[str]) -> None:
    """Refuse a value that is none of the names; say the nearest one."""
    known = tuple(names)
    if value in known:
        return
    near = get_close_matches(value.lower(), known, n=1) if len(known) > 1 else []
    message = "unknown-value-near" if near else "unknown-value"
    words = {"key": ".".join(map(str, keys)), "value": value, "known": known}
    raise BadConfig(message, path, keys, nearest=near[0] if near else None, **words)


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
        told = str(value) if isinstance(value, int) else value  # edition = 2026
        told = _string(path, key, told)
        _refuse_unknown(path, (key,), told, names)
        return told

    return typed


def _reports(path: Path, key: str, value: Any) -> tuple[str, ...]:
    found = strings(path, key, value)
    if not found:
        raise _wrong_type(path, (key,), '["full"]')
    for one in found:
        _refuse_unknown(path, (key,), one.partition(":")[0], REPORTS)
    return tuple(_beside(path, one) for one in found)


def _beside(path: Path, report: str) -> str:
    """Take the file of `FORMAT:FILE` for one beside the settings, as folders are."""
    form, _, name = report.partition(":")
    folder = named_from_here(path.parent)
    if not name or name in STDOUT or folder == os.curdir:
        return report
    return f"{form}:{os.path.join(folder, name)}"  # noqa: PTH118 - a slash at the end stays


def _severities(path: Path, key: str, value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise _wrong_type(path, (key,), '{TXT101 = "warning"}')
    for handle, severity in value.items():
        _refuse_unknown(path, (key, handle), severity, SEVERITIES)
    return value


def _globs(path: Path, key: str, value: Any) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _wrong_type(path, (key,), '{"drafts/*" = ["TXT"]}')
    _refuse_nul(path, (key,), *value)
    return {glob: _texts(path, (key, glob), one) for glob, one in value.items()}


def _tables(path: Path, key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _wrong_type(path, (key,), "[[rules]]")
    return tuple(value)


KEYS: Mapping[str, Callable[[Path, str, Any], Any]] = {
    "extends": strings,
    "edition": _one_of(EDITIONS),
    "profile": _one_of(PROFILES),
    "select": strings,
    "extend_select": strings,
    "ignore": strings,
    "extend_ignore": strings,
    "severity": _severities,
    "extend_severity": _severities,
    "per_file_ignores": _globs,
    "extend_per_file_ignores": _globs,
    "exclude": strings,
    "extend_exclude": strings,
    "fail_on": _one_of((*SEVERITIES, "never")),
    "format": _reports,
    "baseline": _string,
    "lang": _language,
    "rules": _tables,
    "extend_rules": _tables,
    "plugins": strings,
    "extend_plugins": strings,
    "templates": _folder,
}
"""By name, with `_` for `-`; `extend_x` adds to what is said of `x` so far."""
