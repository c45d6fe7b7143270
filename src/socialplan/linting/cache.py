"""What was found in each of many plans, kept by content: a changed one does not cost the others.

An entry counts only while every file that its plan is made of, or that rules looked at, is as it
was. A damaged or foreign entry counts as none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from socialplan import remembering
from socialplan.finding import (
    Change,
    Confidence,
    Correction,
    Edit,
    Finding,
    Place,
    RelatedPlace,
    Safety,
    Severity,
    Span,
)
from socialplan.linting.report import Allowed, Checked

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.linting.checking import Job

FORMAT = 1
_CHANGES: dict[str, Any] = {one.__name__: one for one in get_args(Change)}


def recall(job: Job) -> Checked | None:
    """Give what was found in a plan, if everything that was read for it is as it was."""
    place = _place_of(job)
    if place is None:
        return None
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        entry = json.loads(place.read_text(encoding="utf-8"))
        globs = [(where, pattern, found) for where, pattern, found in entry["globs"]]
        if remembering.same_files(entry["files"]) and remembering.same_matches(globs):
            return _checked(entry["checked"])._replace(mark=_mark(place, entry))
    return None


def keep(job: Job, checked: Checked, begun: int) -> Checked:
    """Keep and mark what was found in a plan, unless a file was saved since its check has begun."""
    place = _place_of(job)
    if place is None:
        return checked
    files = dict.fromkeys((*checked.paths, *checked.consulted, *map(str, job.settings.files)))
    if any(remembering.saved(name) >= begun for name in files):
        return checked
    entry = {
        "files": {name: remembering.digest_of(name) for name in files},
        "globs": [(*glob, remembering.matches_of(*glob)) for glob in checked.globs],
        "checked": _row(checked),
    }
    with suppress(TypeError):  # a value that JSON does not know
        remembering.store(place, json.dumps(entry, ensure_ascii=False))
    return checked._replace(mark=_mark(place, entry))


def tidy() -> None:
    """Drop the oldest entries where they take too much room."""
    place = remembering.folder()
    if place is not None:
        remembering.tidy(place / "plans")


def _place_of(job: Job) -> Path | None:
    """Name the entry of a plan by what decides its findings besides the files' content."""
    folder = remembering.folder()
    settings = job.settings
    if folder is None or job.given is not None or job.since or job.instead or settings.plugins:
        return None
    # How a run is reported changes nothing in what is found.
    asked = replace(settings, format=(), fail_on="", baseline=None, lang=None, origins={})
    told = [FORMAT, *remembering.build(), remembering.here(), str(job.path)]
    told += [repr(asked), job.today.isoformat(), job.language]
    name = remembering.digest("\0".join(map(str, told)))
    return folder / "plans" / f"{name}.json"


def _mark(place: Path, entry: dict[str, Any]) -> str:
    """Name what was found in a plan by all that decides it."""
    return remembering.digest(json.dumps([place.stem, entry["files"], entry["globs"]]))


def _row(checked: Checked) -> list[Any]:
    return [
        checked.files,
        checked.paths,
        [_finding_row(one) for one in checked.findings],
        [(_finding_row(one.finding), one.reason, one.by_comment) for one in checked.allowed],
        [(*where, text) for where, text in checked.lines.items()],
        checked.consulted,
        checked.globs,
    ]


def _checked(row: list[Any]) -> Checked:
    files, paths, findings, allowed, lines, consulted, globs = row
    return Checked(
        tuple(files),
        tuple(paths),
        [_finding(one) for one in findings],
        [Allowed(_finding(one), reason, by_comment) for one, reason, by_comment in allowed],
        {(file, number): text for file, number, text in lines},
        tuple(consulted),
        tuple((where, pattern) for where, pattern in globs),
    )


def _finding_row(one: Finding) -> list[Any]:
    fix = one.fix and (
        one.fix.title,
        one.fix.safety.value,
        one.fix.edits,
        [(type(change).__name__, change._asdict()) for change in one.fix.changes],
    )
    said = (one.code, one.name, one.severity.value, one.confidence.value, one.message)
    about = (one.help, one.related, one.source, one.url, one.named_path, one.fingerprint)
    return [*said, one.place, one.path, *about, fix]


def _finding(row: list[Any]) -> Finding:
    code, name, severity, confidence, message, place, path, help_, related, *last = row
    source, url, named, fingerprint, fix = last
    return Finding(
        code,
        name,
        Severity(severity),
        Confidence(confidence),
        message,
        Place(*place),
        tuple(path),
        help_,
        tuple(RelatedPlace(Place(*where), label) for where, label in related),
        source,
        url,
        named,
        fingerprint,
        fix and _correction(*fix),
    )


def _correction(title: str, safety: str, edits: list[Any], changes: list[Any]) -> Correction:
    return Correction(
        title,
        Safety(safety),
        tuple(Edit(Place(*where), old, new) for where, old, new in edits),
        tuple(_change(kind, fields) for kind, fields in changes),
    )


def _change(kind: str, fields: dict[str, Any]) -> Change:
    if "path" in fields:
        fields["path"] = tuple(fields["path"])
    if isinstance(fields.get("value"), list):
        fields["value"] = tuple(fields["value"])
    if fields.get("span"):
        fields["span"] = Span(*fields["span"])
    return _CHANGES[kind](**fields)  # type: ignore[no-any-return]
