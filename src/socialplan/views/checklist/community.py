"""The group: tasks by stage, copy that can be written ahead, and what only the day can bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.community.rituals import DayWork, RitualRow, reports, ritual_rows
from socialplan.views.community.scripts import script_title
from socialplan.views.community.stages import StageTasks, stage_tasks

if TYPE_CHECKING:
    from socialplan.views import Asked


@dataclass(frozen=True)
class ScriptRow:
    """Copy that is prepared once."""

    kind: str
    title: str
    is_ready: bool


@dataclass(frozen=True)
class CommunityWork:
    """What the group needs."""

    stages: tuple[StageTasks, ...]
    scripts: tuple[ScriptRow, ...]
    on_the_day: tuple[DayWork, ...]
    """Reports, which cannot be prepared."""
    rituals: tuple[RitualRow, ...]


def community_work(asked: Asked) -> CommunityWork | None:
    """Gather the work of the group; nothing where the plan has none."""
    community = asked.plan.community
    if community is None:
        return None
    work = CommunityWork(
        stages=tuple(one for one in stage_tasks(asked) if one.tasks),
        scripts=tuple(
            ScriptRow(one.kind or "", script_title(one), one.ready) for one in community.scripts
        ),
        on_the_day=tuple(reports(asked, community)),
        rituals=tuple(ritual_rows(asked, community)),
    )
    has_any = work.stages or work.scripts or work.on_the_day or work.rituals
    return work if has_any else None
