"""The rule persona-without-posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.plan.publications import publications
from socialplan.rule import Severity, problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_ENOUGH = 5
"""Fewer posts cannot speak to everybody."""


@rule(
    "TXT134",
    Severity.INFO,
    message="none of the {posts} posts speaks to “{persona}”",
    help="Plan a post with this `persona:`, or take the persona out of the plan.",
    source="The strategy page that this tool grew from: who is it, and what do they need?",
    bad="""
        personas:
          - {id: parent, name: Parents with a pram}
          - {id: office, name: People with forty minutes for lunch}  # <-
        goals:
          - {id: lunch, persona: office, metric: store_visits}
        posts:
          - {title: Room for a pram, persona: parent}
          - {title: A corner for crayons, persona: parent}
          - {title: Warm milk is free, persona: parent}
          - {title: Quiet hour at ten, persona: parent}
          - {title: A rug to crawl on, persona: parent}
    """,
    good="""
        personas:
          - {id: parent, name: Parents with a pram}
          - {id: office, name: People with forty minutes for lunch}
        goals:
          - {id: lunch, persona: office, metric: store_visits}
        posts:
          - {title: Room for a pram, persona: parent}
          - {title: A corner for crayons, persona: parent}
          - {title: Warm milk is free, persona: parent}
          - {title: Soup in four minutes, persona: office}
          - {title: A rug to crawl on, persona: parent}
    """,
)
def persona_without_posts(plan: Plan) -> Iterator[Problem]:
    """A persona that no post speaks to was researched in vain, or the posts forget a customer."""
    posts = [post for post in plan.posts if post.state != "cancelled"]
    if not plan.personas or len(posts) < _ENOUGH:
        return
    addressed = _addressed(plan)
    # Of a persona that nothing at all names, unused-definition tells.
    named = _named_elsewhere(plan)
    for i, persona in enumerate(plan.personas):
        if persona.id in named and persona.id not in addressed:
            words = {"persona": persona.name or persona.id, "posts": len(posts)}
            yield problem("personas", i, **words)


def _named_elsewhere(plan: Plan) -> set[str]:
    """The personas that accounts, goals, pillars, segments and evergreen posts name."""
    several = [account.personas for account in plan.accounts]
    several += [pillar.personas for pillar in plan.pillars]
    several += [segment.personas for segment in plan.segments]
    single = [goal.persona for goal in plan.goals] + [post.persona for post in plan.library]
    return {name for names in (*several, single) for name in names if name}


def _addressed(plan: Plan) -> set[str]:
    """Whom posts speak to: by themselves, or else by their segment, pillar or account."""
    found: set[str] = set()
    for one in publications(plan):
        if one.status == "cancelled":
            continue
        if one.post.persona:
            found.add(one.post.persona)
            continue
        holders = (plan.segment(one.post.segment), plan.pillar(one.post.pillar), one.account)
        for holder in holders:
            if holder is not None:
                found.update(holder.personas)
    return found
