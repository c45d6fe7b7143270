"""Entries put into mappings of a plan: groups of them, each of which is written whole or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from socialplan.finding import Correction, Edit, Safety
from socialplan.fixing.applying import apply
from socialplan.fixing.mending import Changed, editable
from socialplan.source.putting import UnwritableError, writings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from socialplan.finding import PutEntry
    from socialplan.source import Source

    Texts = Mapping[str, bytes]
    Read = Callable[[Texts], Source]

Refusal = Literal["alias", "spelling", "shared", "encoding"]
"""Why a group was not written: it stands behind an alias; there are no characters for it; other
places would change with it; its file is not UTF-8."""


Name = TypeVar("Name", bound="Hashable")


class Put(NamedTuple):
    """The files that change, and the groups that could not be written."""

    files: list[Changed]
    refused: dict[Hashable, Refusal]


def put(read: Read, groups: Mapping[Name, Sequence[PutEntry]]) -> Put:
    """Put groups of entries into a plan's files, in memory, and believe only what reads back."""
    source = read({})
    before = editable(source)
    now, left = dict(before), dict(groups)
    refused: dict[Hashable, Refusal] = {}
    for early in (False, True):
        fixes, refused = _corrections(source, before, left, early=early)
        applied = apply(source, now, fixes.values(), read)
        done = {name for name, fix in fixes.items() if applied.changes.issuperset(fix.changes)}
        refused |= {name: "shared" for name in fixes if name not in done}
        left = {name: some for name, some in left.items() if name in refused}
        now = applied.texts
        if not left:
            break
        source = read(now)
    paths = {file.name: file.path for file in source.files}
    changed = (Changed(name, paths.get(name), old, now[name]) for name, old in before.items())
    return Put([file for file in changed if file.before != file.after], refused)


def _corrections(
    source: Source, texts: Texts, groups: Mapping[Name, Sequence[PutEntry]], *, early: bool
) -> tuple[dict[Hashable, Correction], dict[Hashable, Refusal]]:
    """Find the edits of each group, or why there are none."""
    fixes: dict[Hashable, Correction] = {}
    refused: dict[Hashable, Refusal] = {}
    for name, entries in groups.items():
        try:
            fix = _correction(source, entries, early=early)
        except UnwritableError as error:
            refused[name] = "alias" if error.args == ("alias",) else "spelling"
            continue
        if all(edit.place.file in texts for edit in fix.edits):
            fixes[name] = fix
        else:
            refused[name] = "encoding"
    return fixes, refused


def _correction(source: Source, entries: Sequence[PutEntry], *, early: bool) -> Correction:
    edits = tuple(
        Edit(source.place(one.span), source.text(one.span), one.text)
        for one in writings(source, entries, early=early)
    )
    return Correction("", Safety.SAFE, edits, tuple(entries))
