"""Prepared words: which there are, and which of them a ritual needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.plan.community import Community, Ritual, Script

COPY_FOR = {"task-reminder": "task", "introduction": "introduction", "rules-reminder": "rules"}
"""Which script a ritual needs; it can be written ahead."""
ON_THE_DAY = ("morning-report", "evening-report")
"""Reports tell what happened, so nobody can write them before it has."""


@dataclass(frozen=True)
class ScriptCard:
    """Prepared words; for staff, a cue card of scene, words and incentive."""

    kind: str
    title: str
    scene: str
    attention: str
    benefit: str
    offer: str
    incentive: str
    lines: tuple[str, ...]
    is_ready: bool
    text: str = ""
    """The words as they are pasted, with their blank lines."""


def script_title(script: Script) -> str:
    """Name a script: its title, its scene, or how it begins."""
    words = (script.title or script.scene or script.attention or script.text or "").strip()
    return words.splitlines()[0] if words else ""


def script_card(one: Script) -> ScriptCard:
    """Describe a script."""
    text = (one.text or "").strip()
    return ScriptCard(
        kind=one.kind or "",
        title=script_title(one),
        scene=one.scene or "",
        attention=one.attention or "",
        benefit=one.benefit or "",
        offer=one.offer or "",
        incentive=one.incentive or "",
        lines=tuple(line for line in text.splitlines() if line.strip()),
        is_ready=one.ready,
        text=text,
    )


def scripts_for(community: Community, ritual: Ritual, topic: str = "") -> tuple[Script, ...]:
    """Find the words of a ritual: those called as it is or as its topic, else all of its kind."""
    if ritual.kind in ON_THE_DAY:
        return ()
    names = {name for name in (topic, ritual.title) if name}
    called = [one for one in community.scripts if one.title in names]
    if called:
        return tuple(called)
    wanted = COPY_FOR.get(ritual.kind or "")
    return tuple(one for one in community.scripts if wanted and one.kind == wanted)


def copy_state(ritual: Ritual, scripts: Iterable[Script]) -> str:
    """Say how far the words of a ritual are.

    ready, not-ready or no-script of a script; on-the-day for a report; live for the rest.
    """
    if ritual.kind in ON_THE_DAY:
        return "on-the-day"
    readiness = [one.ready for one in scripts]
    if readiness:
        return "ready" if any(readiness) else "not-ready"
    return "no-script" if (ritual.kind or "") in COPY_FOR else "live"
