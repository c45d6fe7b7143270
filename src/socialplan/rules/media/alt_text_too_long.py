"""The rule alt-text-too-long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import exceeded, length_of, say
from socialplan.rules.media.shown import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan

_SHORT = 200
"""Shorter than any platform's limit."""


@rule(
    "MED132",
    Severity.ERROR,
    message="this description is too long for {platform}: {measured} of {limit} {unit} ({cited})",
    help="Say what matters in the picture; the rest belongs into the text.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: pins, platform: pinterest}
        posts:
          - account: pins
            assets:
              - url: https://littlebear.example/stove.jpg
                alt: >-  # <-
                  A black stove of cast iron with four feet and a kettle of copper on top. To its
                  left stands a basket of split birch, to its right a stool with a red cushion on
                  which a grey cat has been asleep since the photographer came in. Behind it one
                  sees the wall of old bricks, painted white up to the height of a child, and
                  above that a shelf of nine cups, each from a different potter, of which the
                  third is chipped. Through the window on the right the first snow of the year
                  falls on two parked bicycles and a sleeping dog.
    """,
    good="""
        accounts:
          - {id: pins, platform: pinterest}
        posts:
          - account: pins
            assets:
              - url: https://littlebear.example/stove.jpg
                alt: >-
                  A black stove of cast iron with a kettle on top, and a cat asleep beside it.
    """,
)
def alt_text_too_long(plan: Plan) -> Iterator[Problem]:
    """What does not fit is refused, and nobody listens to a description for a minute."""
    for one, use, _ in held(plan, ("image", "gif", "video")):
        alt = use.asset.alt
        limits = one.bounds.limits.get("alt")
        if alt and limits and len(alt) > _SHORT:
            for excess in exceeded(limits, length_of(alt)):
                yield say((*use.path, "alt"), excess, one.bounds.platform.slug)
