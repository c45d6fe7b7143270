"""The rule alt-text-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded
from socialplan.rules.copy.due import FIRM, due
from socialplan.rules.media.shown import PICTURES, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounds


@rule(
    "MED131",
    Severity.WARNING,
    message="this picture has no description, for which {platform} has a field",
    help="Add `alt:`, one sentence that says what is to be seen and matters.",
    source="WCAG 2.2, success criterion 1.1.1",
    bad={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own}  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own}  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own}  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own, alt: A black stove}
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own, alt: 黑色鑄鐵爐}
        """,
        "zh-CN": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                at: 2026-11-25 20:00
                assets:
                  - {url: https://littlebear.example/stove.jpg, source: own, alt: 黑色铸铁炉}
        """,
    },
)
def alt_text_missing(plan: Plan, today: date) -> Iterator[Problem]:
    """Whoever cannot see the picture hears “image”, and search engines read as much."""
    soon = {id(one) for one in due(plan, today)}
    seen = set()
    for publication, bounds, _ in bounded(plan):
        if id(publication) not in soon or not _has_a_field(bounds):
            continue
        severity = None if publication.status in FIRM else Severity.INFO
        for use in shown(plan, publication):
            if use.kind in PICTURES and not use.asset.alt and use.path not in seen:
                seen.add(use.path)
                yield Problem(use.path, {"platform": bounds.platform.slug}, severity=severity)


def _has_a_field(bounds: Bounds) -> bool:
    return "alt" in bounds.format.needs or "alt" in bounds.limits
