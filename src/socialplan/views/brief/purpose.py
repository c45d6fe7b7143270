"""What a post is for: the goal, the reader and their pain, the hook, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from socialplan.views.item import label
from socialplan.views.progress import metric_name

if TYPE_CHECKING:
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.plan.posts import Post


@dataclass(frozen=True)
class Purpose:
    """Why a post is made; what the plan does not say is empty."""

    goal: str
    metric: str
    persona: str
    challenge: str
    """Whose pain the goal eases: the persona's own words."""
    segment: str
    pillar: str
    campaign: str
    topic: str
    attention: str
    """What catches the eye."""
    benefit: str
    """What the reader gains."""
    call_to_action: str
    tags: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the plan says nothing of it."""
        return not any(getattr(self, field.name) for field in fields(self))


def purpose_of(plan: Plan, post: Post, language: str) -> Purpose:
    """Gather what a plan says a post is for."""
    goal = plan.goal(post.goal)
    hook = post.hook
    segment = plan.segment(post.segment)
    return Purpose(
        goal=(goal.statement if goal else None) or post.goal or "",
        metric=metric_name(goal, language) if goal else "",
        persona=label(plan.persona(post.persona)) or post.persona or "",
        challenge=_challenge(plan, goal),
        segment=label(segment) or post.segment or "",
        pillar=label(plan.pillar(post.pillar)) or post.pillar or "",
        campaign=label(plan.campaign(post.campaign)) or post.campaign or "",
        topic=post.topic or "",
        attention=(hook.attention if hook else None) or "",
        benefit=(hook.benefit if hook else None) or "",
        call_to_action=post.call_to_action or "",
        tags=post.tags,
    )


def _challenge(plan: Plan, goal: Goal | None) -> str:
    """Say the pain in the persona's words where the goal names it by its id."""
    if goal is None or not goal.challenge:
        return ""
    persona = plan.persona(goal.persona)
    known = persona.challenges if persona else ()
    return next((one.text for one in known if one.id == goal.challenge), goal.challenge)
