"""What invites people: the community's invitations, and the hooks of posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.community import Script
    from socialplan.plan.posts import Hook

_OVER = ("published", "cancelled")


class Invitation(NamedTuple):
    """A script of kind invitation, or a hook."""

    path: PlanPath
    written: Script | Hook
    kind: str

    @property
    def what(self) -> Term:
        """What a message calls it."""
        return Term(self.kind)


def invitations(plan: Plan) -> Sequence[Invitation]:
    """Every invitation of the plan that can still be changed."""
    return plan.once(_invitations)


def _invitations(plan: Plan) -> list[Invitation]:
    return [*_of_scripts(plan), *_of_posts(plan)]


def _of_scripts(plan: Plan) -> Iterator[Invitation]:
    for i, script in enumerate(plan.community.scripts if plan.community else ()):
        if script.kind == "invitation":
            yield Invitation(("community", "scripts", i), script, "invitation")


def _of_posts(plan: Plan) -> Iterator[Invitation]:
    for i, post in enumerate(plan.posts):
        if post.hook is not None and post.state not in _OVER:
            yield Invitation(("posts", i, "hook"), post.hook, "hook")
