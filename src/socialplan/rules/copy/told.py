"""What an account tells its readers, one post after another."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.folding import same
from socialplan.plan.publications import publications

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_NOT_PLANNED = ("idea", "on_hold", "cancelled")
_LONGEST_LINE = 40

SHORT = 15
"""Fewer characters may well be the same twice: “早安”, “See you tonight”."""


class Told(NamedTuple):
    """One post on one account, on its day."""

    one: Publication
    day: date
    topic: str
    """The topic that the plan names, folded; empty where it names none."""
    text: str
    """All words of the post, without a comment below it."""

    @property
    def about(self) -> str:
        """What it is about: its title, else its topic or its first line."""
        return self.one.title or self.one.post.topic or self._first_line

    @property
    def _first_line(self) -> str:
        return self.text.partition("\n")[0][:_LONGEST_LINE]


def can_change(said: Told, today: date) -> bool:
    """Say whether it is still to go out."""
    return said.day >= today and said.one.status != "published"


def about_path(said: Told) -> PlanPath:
    """Where it stands what a post is about."""
    if said.one.title:
        return said.one.path("title")
    return topic_path(said) if said.one.post.topic else text_path(said)


def topic_path(said: Told) -> PlanPath:
    """Where its topic stands."""
    return ("posts", said.one.post_index, "topic")


def text_path(said: Told) -> PlanPath:
    """Where its words begin."""
    whole = ("posts", said.one.post_index)
    return next((words.path for words in said.one.texts), whole)


def told(plan: Plan) -> Mapping[str | None, Sequence[Told]]:
    """What is planned or published on each account, in the order of time."""
    return plan.once(_told)


def _told(plan: Plan) -> dict[str | None, list[Told]]:
    found: dict[str | None, list[Told]] = defaultdict(list)
    for one in publications(plan):
        if one.at is not None and one.status not in _NOT_PLANNED:
            topic = _folded(one.post.topic) if one.post.topic else ""
            found[one.account_id].append(Told(one, one.at.date(), topic, _text(one)))
    for posts in found.values():
        posts.sort(key=moment)
    return found


def _text(one: Publication) -> str:
    texts = one.texts
    if len(texts) == 1:
        return texts[0].text
    return "\n".join(said.text for said in texts if said.role != "first_comment")


def moment(said: Told) -> datetime:
    """When it goes out, in the wall time of its account."""
    return said.one.at or datetime.min


@lru_cache(maxsize=1 << 12)
def _folded(topic: str) -> str:
    return same(topic).strip()
