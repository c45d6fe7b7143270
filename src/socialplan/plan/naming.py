"""The stable name of every post, also of those whose author gave none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialplan.plan import Plan
    from socialplan.plan.posts import Post

LONGEST_SLUG = 40


def post_ids(plan: Plan) -> tuple[str, ...]:
    """The id of each post, in order; ids that are written come first, made ones step aside."""
    return plan.once(_ids)


def post_id(plan: Plan, index: int) -> str:
    """The id of one post."""
    return post_ids(plan)[index]


def post_indexes(plan: Plan) -> Mapping[str, int]:
    """Where the post of an id stands; the first, if two have the same."""
    return plan.once(_indexes)


def _indexes(plan: Plan) -> dict[str, int]:
    ids = post_ids(plan)
    return {ids[i]: i for i in reversed(range(len(ids)))}


def _ids(plan: Plan) -> tuple[str, ...]:
    taken = {post.id for post in plan.posts if post.id}
    made: dict[str, int] = {}
    return tuple(post.id or _free(_stem(post), taken, made) for post in plan.posts)


def _stem(post: Post) -> str:
    if post.at is not None:
        account = next(iter(post.account_ids), "")
        return f"{post.at.isoformat()[:10]}-{account}".rstrip("-")
    words = re.sub(r"\W+", "-", (post.title or "").casefold()).strip("-")
    return words[:LONGEST_SLUG].rstrip("-") or "idea"


def _free(stem: str, taken: set[str], made: dict[str, int]) -> str:
    """The stem, or the stem with the next number that nobody has."""
    number = made.get(stem, 0)
    while True:
        number += 1
        name = f"{stem}-{number}" if number > 1 or stem == "idea" else stem
        if name not in taken:
            made[stem] = number
            taken.add(name)
            return name
