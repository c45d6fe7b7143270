"""One line of a checklist: what to check, and what the plan says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from socialplan.translating import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

State = Literal["done", "missing", "look"]


@dataclass(frozen=True)
class Check:
    """Something to be sure of; `what` is a word of the pages, `check-…`, filled with `words`."""

    what: str
    state: State
    """done: the plan proves it; missing: the plan lacks it; look: only a person can tell."""
    words: Mapping[str, Any] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """Words of the pages that follow as a list, e.g. which terms are missing."""
    detail: str = ""
    """What the plan has, as it was typed."""

    @property
    def figures(self) -> dict[str, Any]:
        """The words with large numbers as people write them: 63,206."""
        return {
            name: Number(f"{value:,}") if type(value) is int else value
            for name, value in self.words.items()
        }


def proven(what: str, detail: str | None = "", **words: Any) -> Check:
    """Say that the plan has it."""
    return Check(what, "done", words, detail=detail or "")


def missing(what: str, names: Iterable[str] = (), **words: Any) -> Check:
    """Say that the plan lacks it."""
    return Check(what, "missing", words, tuple(names))


def look(what: str, detail: str | None = "", names: Iterable[str] = (), **words: Any) -> Check:
    """Ask a person to look."""
    return Check(what, "look", words, tuple(names), detail or "")


def either(what: str, detail: str | None, **words: Any) -> Check:
    """Say that the plan has it if there is something to show for it, else that it is missing."""
    return proven(what, detail, **words) if detail else missing(f"{what}-missing", **words)
