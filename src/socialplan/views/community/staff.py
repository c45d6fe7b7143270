"""What each shop and person is to reach, beside the words that they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.document.discover import Share, share_of
from socialplan.views.progress import is_ratio, metric_name

if TYPE_CHECKING:
    from socialplan.views import Asked


@dataclass(frozen=True)
class StaffGoal:
    """A goal that is shared out among shops and people."""

    statement: str
    metric: str
    is_ratio: bool
    shares: tuple[Share, ...]


def staff_goals(asked: Asked) -> tuple[StaffGoal, ...]:
    """List the goals that are shared out."""
    return tuple(
        StaffGoal(
            statement=goal.statement or goal.id or "",
            metric=metric_name(goal, asked.language),
            is_ratio=is_ratio(goal),
            shares=tuple(share_of(asked.plan, one) for one in goal.staff_targets),
        )
        for goal in asked.plan.goals
        if goal.staff_targets
    )
