"""The rule asset-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.due import FIRM, due
from socialplan.rules.media.folder import Folder
from socialplan.rules.media.shown import each_shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.source import Source


@rule(
    "MED101",
    Severity.ERROR,
    message="there is no file “{file}” in the plan's folder",
    help="Put it there or correct its name; leave `file:` out until it is made.",
    source="The plan language: files stand below the plan's own folder",
    bad="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {file: images/stove.jpg, source: own}  # <-
    """,
    good="""
        posts:
          - title: Our new stove
            at: 2026-11-25 20:00
            assets:
              - {url: https://littlebear.example/stove.jpg, source: own}
    """,
)
def asset_missing(plan: Plan, source: Source, today: date) -> Iterator[Problem]:
    """Whoever publishes the post looks for the picture at the last minute, or takes another."""
    main = source.files[0].path if source.files else None
    if main is None:
        return
    folder = Folder(main.parent)
    elsewhere = plan.brand.media_base_url is not None
    for one, use in each_shown(plan, due(plan, today)):
        name = use.asset.file
        if not name or folder.has(name) or (elsewhere and not folder.has_top_of(name)):
            continue
        severity = None if one.status in FIRM else Severity.WARNING
        path = (*use.path, "file")
        yield Problem(path, {"file": name}, severity=severity, suggestion=folder.nearest(name))
