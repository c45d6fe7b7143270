"""Posts that somebody still works on, and who is meant where a post does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.plan.naming import post_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.people import Role
    from socialplan.plan.posts import Post

DONE = frozenset(("published", "cancelled"))


def open_posts(plan: Plan) -> Iterator[tuple[int, Post]]:
    """Give the dated posts that are neither published nor cancelled."""
    for i, post in enumerate(plan.posts):
        if post.at is not None and post.status not in DONE:
            yield i, post


def called(plan: Plan, index: int) -> str:
    """Call a post by its title, on one line; else by its id."""
    return " ".join((plan.posts[index].title or post_id(plan, index)).split())


def only_one(plan: Plan, role: Role) -> bool:
    """Say whether it goes without saying who does it: one person, or one person of that role."""
    return len(plan.team) == 1 or sum(role in person.roles for person in plan.team) == 1


def unnamed(plan: Plan, role: Role) -> Iterator[int]:
    """Give the open posts that do not say who does it; just the first if no post ever says."""
    if not plan.team or only_one(plan, role):
        return
    said = any(getattr(post, role) for post in plan.posts)
    for i, post in open_posts(plan):
        if not getattr(post, role):
            yield i
            if not said:
                return
