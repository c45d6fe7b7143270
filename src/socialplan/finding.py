"""The words everyone shares: what a rule says (a problem) and what a reader sees (a finding)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

PlanPath = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("goals", 0, "target")`."""


class Severity(Enum):
    """How much a finding matters; only its order counts."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return _RANKS[self]

    def __str__(self) -> str:
        return self.value


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Confidence(Enum):
    """How far a fact can be trusted, which caps how loudly it may be said."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def caps(self) -> Severity:
        return _CAPS[self]

    def __str__(self) -> str:
        return self.value


_CAPS = {
    Confidence.HIGH: Severity.ERROR,
    Confidence.MEDIUM: Severity.WARNING,
    Confidence.LOW: Severity.INFO,
}


class Span(NamedTuple):
    """Characters of the plan's text, counted from 0 over all its files one after another."""

    start: int
    end: int


class Related(NamedTuple):
    """A second place that explains a problem, with the key of the few words shown beside it."""

    label: str
    path: PlanPath = ()
    span: Span | None = None
    on_key: bool = False


class Safety(Enum):
    """What applying a fix may cost."""

    SAFE = "safe"
    """The plan says what it said, or what it cannot but mean."""
    UNSAFE = "unsafe"
    """A good guess, for a person to look at."""
    DISPLAY = "display"
    """Shown, never applied."""

    def __str__(self) -> str:
        return self.value


class SetValue(NamedTuple):
    """Another value at a path, written in the style that stands there."""

    path: PlanPath
    value: str | int | float | bool | tuple[str, ...] | None
    """A tuple is a list of texts, where one text stands in place of a list."""
    instead_of: str | None = None
    """What must stand there; then the path may go on into a short form, as `metric: friends`."""
    span: Span | None = None
    """Characters to replace, where they are more than the value's own."""


class ReplaceText(NamedTuple):
    """Other words for the code points from `start` to `end` of the text at a path."""

    path: PlanPath
    start: int
    end: int
    text: str
    instead_of: str | None = None
    """What must stand there."""


class RenameKey(NamedTuple):
    """Another name for the key at the end of a path."""

    path: PlanPath
    key: str


class PutEntry(NamedTuple):
    """What a mapping is to hold under the key at the end of a path, be the key there or not."""

    path: PlanPath
    value: str | int | tuple[tuple[str, str], ...]
    """A text, a number, or the pairs of a mapping of texts."""


class Rewrite(NamedTuple):
    """Other characters where none of the plan's values stand: in comments, a repeated key."""

    span: Span
    text: str


Change = SetValue | ReplaceText | RenameKey | PutEntry | Rewrite


class Fix(NamedTuple):
    """What a rule would change to mend a problem: all of it or nothing."""

    changes: tuple[Change, ...]
    safety: Safety = Safety.SAFE


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says: where, and the words for its message. It knows no line and no language."""

    path: PlanPath
    words: Mapping[str, object]
    span: Span | None = None
    """Exact characters, where the path alone cannot say them (a syntax error)."""
    within: tuple[int, int] | None = None
    """Code points of the value's text that the problem is about, e.g. one word of a caption."""
    on_key: bool = False
    suggestion: str | None = None
    """The nearest known name, shown as “did you mean …”."""
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """Where one rule has hard and soft limits; else the rule's own."""
    confidence: Confidence | None = None
    source: str | None = None
    """The fact's own source where the rule's limit comes from a fact."""
    fix: Fix | None = None
    """How it could be mended."""


def problem(*path: str | int, **words: object) -> Problem:
    """Say a problem with the value at `path`."""
    return Problem(path, words)


class Mistake(NamedTuple):
    """A problem met while reading or typing the plan, to be said by the rule of that name."""

    rule: str
    problem: Problem


class Place(NamedTuple):
    """A stretch of a file; lines and columns from 1, columns in code points, the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class RelatedPlace(NamedTuple):
    """A second place of a finding and the words beside it."""

    place: Place
    label: str


class Edit(NamedTuple):
    """Characters of a file, and what is to stand in their place."""

    place: Place
    old: str
    new: str


class Correction(NamedTuple):
    """A fix as a reader sees it."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    """What the edits mean, so that their effect can be checked."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader sees: the rule, the sentence in their language, the place."""

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    path: PlanPath
    help: str | None = None
    related: tuple[RelatedPlace, ...] = ()
    source: str | None = None
    url: str | None = None
    named_path: str = ""
    """The path with ids instead of indexes."""
    fingerprint: str = ""
    """The same for the same finding, wherever it moves."""
    fix: Correction | None = None
