"""What is seen of a post when somebody opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan.views.brief.remarks import Remark, remarks_by_post
from socialplan.views.browsing.facets import Facet, Tagging, tone_of
from socialplan.views.item import item_of
from socialplan.views.preview import Preview, preview_of
from socialplan.views.sheet import Row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from socialplan.slots import Entry, Slot
    from socialplan.views import Asked
    from socialplan.views.item import Item

MOST_PREVIEWS = 300
"""Posts of a page up to which each is shown as its platform does; more would make it slow."""

ABOUT = (
    "type",
    "audience",
    "goal",
    "campaign",
    "author",
    "designer",
    "checker",
    "publisher",
    "remarks",
)
"""What is told of every post, in order."""
IN_PREVIEW = ("call_to_action", "hashtags")
"""What a preview shows already."""


@dataclass(frozen=True)
class Opened:
    """A post or an open slot of a page."""

    tags: str
    """What it can be filtered by, e.g. `a0 s4 p1 p2`."""
    tone: int
    """The number of its account's colour, from 1; 0 where the plan does not have the account."""
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the plan says of it beside its words: our key, and the plan's names."""
    texts: tuple[str, ...] = ()
    """Its words, where there is no preview."""
    link: str = ""
    images: tuple[str, ...] = ()
    """Where its pictures come from: own, commissioned, licensed, user, generated; or unknown."""
    preview: Preview | None = None
    """How its platform shows it; None on a page of very many posts."""
    remarks: tuple[Remark, ...] = ()
    """What lint says of it, on pages that are made with findings."""


def open_all(
    asked: Asked, entries: Sequence[Entry], rituals: Iterable[Slot]
) -> tuple[dict[Item, Opened], tuple[Facet, ...], dict[str, str]]:
    """Open every entry; with what they can be filtered by, and the tags of account names."""
    plan, language = asked.plan, asked.language
    tagging = Tagging(asked)
    for slot in rituals:
        tagging.show(slot.account)
    remarks = remarks_by_post(asked.findings)
    has_previews = sum(entry.publication is not None for entry in entries) <= MOST_PREVIEWS
    opened: dict[Item, Opened] = {}
    for entry in entries:
        item, one = item_of(plan, entry, language), entry.publication
        tags, tone = tagging.tags(entry, item), tone_of(plan, item.account)
        if one is None:
            opened[item] = Opened(tags, tone)
            continue
        preview = preview_of(plan, one, language) if has_previews else None
        said = remarks.get(one.post_index, ())
        row = row_of(asked, entry)
        if preview is not None:
            opened[item] = Opened(tags, tone, _facts(row, ABOUT), preview=preview, remarks=said)
            continue
        facts = _facts(row, ABOUT + IN_PREVIEW)
        opened[item] = Opened(
            tags, tone, facts, row.content, row.link, row.images, preview=preview, remarks=said
        )
    return opened, tagging.facets(), tagging.accounts()


def _facts(row: Row, names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = ((name, getattr(row, name)) for name in names)
    return tuple((name, (it,) if isinstance(it, str) else it) for name, it in found if it)
