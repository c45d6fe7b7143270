"""Several fixes at once → the files with them, as far as reading again bears them out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Rewrite
from socialplan.fixing.blaming import (
    part_of,
    parts_apart,
    parts_with_more_mistakes,
    parts_with_other_comments,
)
from socialplan.fixing.expecting import expected, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from socialplan.finding import Change, Correction, Edit, PlanPath
    from socialplan.source import Source, SourceFile

    Texts = Mapping[str, bytes]
    Read = Callable[[Texts], Source]

MOST_READINGS = 100
"""How often a plan is read again to find the fixes that spoil the others."""


class Stretch(NamedTuple):
    """Characters of a file, counted from 0, and what is to stand there."""

    file: str
    start: int
    end: int
    text: str


class Step(NamedTuple):
    """Fixes that make the same edits; an alias shows one slip at many paths."""

    stretches: tuple[Stretch, ...]
    changes: tuple[Change, ...]
    fixes: int


class Applied(NamedTuple):
    """The files after some fixes, and how many these are."""

    texts: dict[str, bytes]
    fixes: int
    changes: frozenset[Change]
    """What they mean."""


class Patience:
    """Readings that are left to find the fixes that spoil the others."""

    def __init__(self, readings: int = MOST_READINGS) -> None:
        self.readings = readings

    def ends(self) -> bool:
        """Take one reading, if there is one left."""
        self.readings -= 1
        return self.readings < 0


def apply(
    source: Source,
    texts: Texts,
    fixes: Iterable[Correction],
    read: Read,
    patience: Patience | None = None,
) -> Applied:
    """Make as many of the fixes as get on with each other."""
    trial = _Trial(source, texts, read, patience or Patience())
    trial.take(_by_part(source, _apart(_steps(source, texts, fixes))))
    changes = frozenset(change for step in trial.taken for change in step.changes)
    return Applied(trial.result, sum(step.fixes for step in trial.taken), changes)


class _Trial:
    """Takes fixes together; where one of them is not to be had, those beside it by halves."""

    def __init__(self, source: Source, texts: Texts, read: Read, patience: Patience) -> None:
        self.source = source
        self.texts = texts
        self.read = read
        self.taken: list[Step] = []
        self.result = dict(texts)
        self.patience = patience

    def take(self, groups: Sequence[Sequence[Step]]) -> None:
        """Take groups of steps, each of which is in a part of the plan of its own."""
        if not groups or self.patience.ends():
            return
        told = [*self.taken, *chain.from_iterable(groups)]
        result = edited(self.source, self.texts, told)
        at_fault = self._at_fault(self.read(result), told)
        if at_fault is None:
            self.taken, self.result = told, result
            return
        good = [group for group in groups if self._part(group[0]) not in at_fault]
        bad = [group for group in groups if self._part(group[0]) in at_fault]
        if good and bad:
            self.take(good)
            self.take(bad)
        elif bad or len(groups) == 1:
            self._take_halves([group for group in groups if len(group) > 1])
        else:  # something is wrong where none of them is
            middle = len(groups) // 2
            self.take(groups[:middle])
            self.take(groups[middle:])

    def _take_halves(self, groups: Sequence[Sequence[Step]]) -> None:
        """Take half of every group; one reading tells of all of them which halves are good."""
        self.take([group[: len(group) // 2] for group in groups])
        self.take([group[len(group) // 2 :] for group in groups])

    def _part(self, step: Step) -> PlanPath:
        return part_of(self.source, step.changes[0])

    def _at_fault(self, new: Source, steps: Sequence[Step]) -> set[PlanPath] | None:
        """Give the parts where not only what was to change has changed; None if it has."""
        old = self.source
        data, at_odds = expected(old.data, [change for step in steps for change in step.changes])
        comments = _comments(old, steps)
        if (
            not at_odds
            and same(new.data, data)
            and not Counter(_rules(new)) - Counter(_rules(old))
            and [one.text for one in new.comments()] == [text for _, text in comments]
        ):
            return None
        return {
            *(path[:2] for path in at_odds),
            *parts_apart(new.data, data),
            *parts_with_more_mistakes(old, new),
            *parts_with_other_comments(old, comments, new),
        }


def edited(source: Source, texts: Texts, steps: Iterable[Step]) -> dict[str, bytes]:
    """Write the files with the edits made."""
    files = {file.name: file for file in source.files}
    changed = dict(texts)
    for name, stretches in _by_file(steps).items():
        file, parts, done = files[name], [], 0
        for one in stretches:
            parts += [file.text[done : one.start], one.text]
            done = one.end
        text = "".join([*parts, file.text[done:]])
        changed[name] = text.encode("utf-8-sig" if file.bom else "utf-8")
    return changed


def _by_file(steps: Iterable[Step]) -> dict[str, list[Stretch]]:
    found: dict[str, list[Stretch]] = defaultdict(list)
    for step in steps:
        for stretch in step.stretches:
            found[stretch.file].append(stretch)
    return {name: sorted(stretches) for name, stretches in found.items()}


def _steps(source: Source, texts: Texts, fixes: Iterable[Correction]) -> list[Step]:
    """Put together the fixes that make the same edits, in files that may be changed."""
    files = {file.name: file for file in source.files}
    found: dict[tuple[Stretch, ...], list[Correction]] = defaultdict(list)
    for fix in fixes:
        if all(edit.place.file in texts for edit in fix.edits):
            made = tuple(_stretch(files[edit.place.file], edit) for edit in fix.edits)
            found[made].append(fix)
    return [
        Step(made, tuple(change for fix in alike for change in fix.changes), len(alike))
        for made, alike in found.items()
    ]


def _stretch(file: SourceFile, edit: Edit) -> Stretch:
    starts, at = file.line_starts, edit.place
    start = starts[at.line - 1] + at.column - 1
    end = starts[at.end_line - 1] + at.end_column - 1
    return Stretch(file.name, start, end, edit.new)


def _by_part(source: Source, steps: Iterable[Step]) -> list[list[Step]]:
    """Put together what is in the same post, goal or account."""
    groups: dict[PlanPath, list[Step]] = defaultdict(list)
    for step in steps:
        groups[part_of(source, step.changes[0])].append(step)
    return list(groups.values())


def _apart(steps: Iterable[Step]) -> list[Step]:
    """Keep the fixes that do not get in each other's way; the first that comes wins."""
    kept: list[Step] = []
    held: dict[str, list[Stretch]] = defaultdict(list)
    for step in steps:
        inner = any(map(_collide, step.stretches, step.stretches[1:]))
        if inner or any(_hits(held[one.file], one) for one in step.stretches):
            continue
        kept.append(step)
        for one in step.stretches:
            held[one.file].insert(bisect_left(held[one.file], one), one)
    return kept


def _hits(held: list[Stretch], one: Stretch) -> bool:
    """Compare with the two neighbours, since what is held lies apart and in order."""
    at = bisect_left(held, one)
    return any(_collide(other, one) for other in held[max(0, at - 1) : at + 1])


def _collide(one: Stretch, other: Stretch) -> bool:
    """Say whether two edits overlap, or one of them puts text where the other begins or ends."""
    if one.file != other.file:
        return False
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _rules(source: Source) -> list[str]:
    return [mistake.rule for mistake in source.mistakes]


def _comments(source: Source, steps: Iterable[Step]) -> list[tuple[int, str]]:
    """Give the comments as the edits leave them, with the places they have now."""
    edits = _by_file(steps)
    begins = {name: [one.start for one in some] for name, some in edits.items()}
    left = [*_inserted(source, steps)]
    for comment in source.comments():
        file = source.file_of(comment.span.start)
        start, end = (offset - file.base for offset in comment.span)
        near = begins.get(file.name, [])
        first, last = max(bisect_left(near, start) - 1, 0), bisect_right(near, end)
        text = _edited(comment.text, start, end, edits.get(file.name, [])[first:last])
        if text is not None:
            left.append((comment.span.start, text.rstrip()))
    return sorted(left)


def _inserted(source: Source, steps: Iterable[Step]) -> Iterator[tuple[int, str]]:
    """Give the comments that steps put on lines of their own, and where they will stand."""
    bases = {file.name: file.base for file in source.files}
    for step in steps:
        if all(isinstance(change, Rewrite) for change in step.changes):
            for one in step.stretches:
                if one.start == one.end and one.text.lstrip(" ").startswith("#"):
                    yield bases[one.file] + one.start, one.text.strip()


def _edited(text: str, start: int, end: int, edits: Sequence[Stretch]) -> str | None:
    """Give a comment as the edits near it leave it; None where it goes."""
    for one in reversed(edits):
        if one.start <= start and end <= one.end:
            return None
        if one.start == end and one.text[:1] in ("\n", "\r"):
            continue  # a line below it
        if start <= one.start and one.end <= end:
            text = text[: one.start - start] + one.text + text[one.end - start :]
    return text
