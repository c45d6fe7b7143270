"""What each decision changes in the plan, or why it cannot be taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from socialplan.approving.entries import approval, note, person_meant, turned_back
from socialplan.plan.approval import same_hash, words_hash
from socialplan.plan.naming import post_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from socialplan.approving.packet import Decision
    from socialplan.finding import PutEntry
    from socialplan.loading import Loaded
    from socialplan.plan import Plan

Refused = Literal[
    "unknown",
    "changed",
    "twice",
    "contradicted",
    "nameless",
    "taken",
    "errors",
    "alias",
    "spelling",
    "shared",
    "encoding",
]


@dataclass(frozen=True)
class Outcome:
    """One decision, and what comes of it."""

    decision: Decision
    index: int | None
    """The post's place in the plan; none where there is no such post."""
    title: str
    hash: str
    """Of its words now."""
    entries: tuple[PutEntry, ...]
    """What is written; nothing where all of it stands there already."""
    refused: Refused | None = None
    """Why it is not approved, or not written at all."""
    earlier: str = ""
    """Who approved the same words before."""


def decide(loaded: Loaded, decisions: Sequence[Decision]) -> list[Outcome]:
    """Weigh each decision against the plan; a comment is noted also where no approval is given."""
    known = _Posts(loaded.plan)
    placed = [(one, known.find(one)) for one in decisions]
    found, seen = [], set()
    for one, index in placed:
        if (one, index) in seen:
            continue  # the same twice says nothing new
        seen.add((one, index))
        found.append(_weighed(loaded, known, one, index))
    return _without_contradictions(found)


class _Posts:
    """The posts of a plan by id and by the fingerprint of their words."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ids = post_ids(plan)
        self.count = Counter(self.ids)
        self.index = {id: i for i, id in reversed(list(enumerate(self.ids)))}  # noqa: A001
        self._by_hash: Mapping[str, list[int]] | None = None

    def find(self, one: Decision) -> int | None:
        """Find the post that is meant: an id that was made of a date changes with the date."""
        index = self.index.get(one.post)
        if one.hash is None or (index is not None and same_hash(one.hash, self.hash(index))):
            return index
        alike = self.by_hash.get(one.hash.strip().casefold().removeprefix("sha256:"), [])
        return alike[0] if len(alike) == 1 else index

    def hash(self, index: int) -> str:
        return words_hash(self.plan, index)

    @property
    def by_hash(self) -> Mapping[str, list[int]]:
        if self._by_hash is None:
            found: dict[str, list[int]] = {}
            for i in range(len(self.plan.posts)):
                found.setdefault(self.hash(i), []).append(i)
            self._by_hash = found
        return self._by_hash

    def title(self, index: int) -> str:
        return self.plan.posts[index].title or self.ids[index]


def _weighed(loaded: Loaded, known: _Posts, one: Decision, index: int | None) -> Outcome:
    if index is None:
        return Outcome(one, None, one.post, "", (), "unknown")
    now = known.hash(index)
    outcome = Outcome(one, index, known.title(index), now, ())
    if known.count[known.ids[index]] > 1:
        return replace(outcome, refused="twice")
    refused = _refusal(one, now)
    if refused:
        return _only_noted(loaded, outcome, refused)
    earlier = _approved_by_another(loaded.plan, one, index, now)
    if earlier:
        return replace(outcome, refused="taken", earlier=earlier)
    return replace(outcome, entries=tuple(_entries(loaded, one, index, now)))


def _refusal(one: Decision, now: str) -> Refused | None:
    if one.kind != "approve":
        return None
    if not one.by:
        return "nameless"
    return "changed" if one.hash is not None and not same_hash(one.hash, now) else None


def _approved_by_another(plan: Plan, one: Decision, index: int, now: str) -> str:
    """Name who approved these words already; a client who answers on a page has the last word."""
    given = plan.posts[index].approved
    if one.kind != "approve" or one.hash is not None or given is None or not given.by:
        return ""
    earlier = str(given.by)
    same = person_meant(plan, earlier) == person_meant(plan, one.by)
    return "" if same or not same_hash(str(given.hash or ""), now) else earlier


def _entries(loaded: Loaded, one: Decision, index: int, now: str) -> Iterator[PutEntry]:
    if one.kind == "approve":
        yield from approval(loaded.plan, index, one, now)
    elif one.kind == "change":
        yield from turned_back(loaded.plan, index)
    yield from note(loaded.source, index, one)


def _only_noted(loaded: Loaded, outcome: Outcome, why: Refused) -> Outcome:
    """Keep what somebody wrote, though nothing else comes of it."""
    assert outcome.index is not None
    entries = tuple(note(loaded.source, outcome.index, outcome.decision))
    return replace(outcome, entries=entries, refused=why)


def _without_contradictions(found: list[Outcome]) -> list[Outcome]:
    """Take none of several decisions on one post; one file tells one."""
    times = Counter(one.index for one in found if one.index is not None)
    return [
        replace(one, entries=(), refused="contradicted")
        if one.index is not None and times[one.index] > 1 and one.refused != "twice"
        else one
        for one in found
    ]
