"""All words of the plan that readers are to see, each once, with the place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rules.copy.due import unpublished

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_SCRIPT = ("title", "attention", "benefit", "offer", "incentive", "text")


def words_of_posts(plan: Plan) -> Mapping[PlanPath, str]:
    """Titles, texts and calls to action that are still to be published."""
    return plan.once(_of_posts)


def words_of(one: Publication) -> Iterator[tuple[PlanPath, str]]:
    """Title, texts and call to action of one publication."""
    if one.title:
        yield one.path("title"), one.title
    for said in one.texts:
        yield said.path, said.text
    if one.call_to_action:
        yield one.path("call_to_action"), one.call_to_action


def words_to_come(plan: Plan, today: date) -> Iterator[tuple[PlanPath, str, datetime | None]]:
    """Words of posts that are still to go out, with the time, each once for a day."""
    seen: set[tuple[PlanPath, date | None]] = set()
    for one in unpublished(plan):
        day = one.at.date() if one.at else None
        if day is not None and day < today:
            continue
        for path, text in words_of(one):
            if (path, day) not in seen:
                seen.add((path, day))
                yield path, text, one.at


def prepared_words(plan: Plan) -> Mapping[PlanPath, str]:
    """Scripts and evergreen posts."""
    return dict(_prepared(plan))


def haystack(plan: Plan) -> str:
    """All words of posts in one text, to look first whether something occurs at all."""
    return plan.once(_joined)


def _of_posts(plan: Plan) -> dict[PlanPath, str]:
    return {path: text for one in unpublished(plan) for path, text in words_of(one)}


def _joined(plan: Plan) -> str:
    parts: dict[str | None, None] = {}
    for one in unpublished(plan):
        parts[one.title] = parts[one.call_to_action] = None
        for said in one.texts:
            parts[said.text] = None
    return "\n".join(filter(None, parts))


def _prepared(plan: Plan) -> Iterator[tuple[PlanPath, str]]:
    for i, script in enumerate(plan.community.scripts if plan.community else ()):
        for field in _SCRIPT:
            if text := getattr(script, field):
                yield ("community", "scripts", i, field), text
    for i, post in enumerate(plan.library):
        for field in ("title", "text", "call_to_action"):
            if text := getattr(post, field):
                yield ("library", i, field), text
