"""The rule too-many-links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.rules.copy.links import links_in
from socialplan.rules.copy.tags import published_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid)=[^&#]*&?")


@rule(
    "TXT115",
    Severity.ERROR,
    message="links on {platform}: {measured} of {limit} ({cited})",
    help="Lead to the one page that matters, and put the others there or in a reply.",
    source="The platform packs",
    bad="""
        accounts:
          - {id: th, platform: threads}
        posts:
          - account: th
            text: |  # <-
              https://littlebear.example/menu
              https://littlebear.example/book
              https://littlebear.example/beans
              https://littlebear.example/jobs
              https://littlebear.example/map
              https://littlebear.example/news
    """,
    good="""
        accounts:
          - {id: th, platform: threads}
        posts:
          - account: th
            text: |
              https://littlebear.example/menu
              https://littlebear.example/book
              https://littlebear.example/beans
    """,
)
def too_many_links(plan: Plan) -> Iterator[Problem]:
    """Beyond its limit a platform refuses the post, and a reader follows one link at most."""
    seen = set()
    for one in bounded(plan):
        limits, slug = one.bounds.limits.get("links", ()), one.bounds.platform.slug
        for path, number in _counted(one.publication) if limits else ():
            for excess in exceeded_by(number, limits):
                if (path, slug) not in seen:
                    seen.add((path, slug))
                    yield say(path, excess, slug)


def _counted(one: Publication) -> Iterator[tuple[PlanPath, int]]:
    """How many addresses each text leads to; the post's own link goes with the first."""
    own = {_bare(one.link.url)} if one.link else set()
    for said in published_words(one):
        found = {_bare(said.text[slice(*within)]) for within in links_in(said.text)}
        yield said.path, len(found | own)
        own = set()


def _bare(address: str) -> str:
    """An address without what differs when it is written twice: scheme, tracking, last slash."""
    return _TRACKING.sub("", address.partition("://")[2] or address).rstrip("/?&")
