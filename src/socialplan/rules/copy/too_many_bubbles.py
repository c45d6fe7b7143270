"""The rule too-many-bubbles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.copy.bounds import bounded, exceeded_by, say
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath, Problem
    from socialplan.plan import Plan
    from socialplan.rules.copy.bounds import Bounded

_CARDS = ("cards", "carousel_columns")


@rule(
    "TXT103",
    Severity.ERROR,
    message="{what} at once on {platform}: {measured} of {limit} ({cited})",
    help="Join some of them, or send the rest another day.",
    source="The platform packs",
    bad={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [Good morning!, We are back., The oven is warm., See you at eight.]  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [早安!, 我們回來了, 烤箱熱好了, 八點見]  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [早安!, 我们回来了, 烤箱热好了, 八点见]  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [Good morning! We are back., The oven is warm. See you at eight.]
        """,
        "zh-TW": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [早安!我們回來了, 烤箱熱好了，八點見]
        """,
        "zh-CN": """
            accounts:
              - {id: line, platform: line-oa}
            posts:
              - account: line
                messages: [早安!我们回来了, 烤箱热好了，八点见]
        """,
    },
)
def too_many_bubbles(plan: Plan) -> Iterator[Problem]:
    """What does not fit into one send is not sent, and every extra bubble pushes the offer away."""
    seen = set()
    for one in bounded(plan):
        for path, number, field in _series(one):
            slug = one.bounds.platform.slug
            limits = one.bounds.limits.get(field, ())
            if (path, slug) in seen:
                continue
            for excess in exceeded_by(number, limits):
                seen.add((path, slug))
                yield say(path, excess, slug, what=Term(f"count-{field}"))


def _series(one: Bounded) -> Iterator[tuple[PlanPath, int, str]]:
    """The bubbles of a message, and the cards of each bubble."""
    messages = one.publication.messages
    if len(messages) > 1:
        yield one.publication.path("messages"), len(messages), "bubbles"
    for i, bubble in enumerate(messages):
        if len(bubble.card) > 1:
            for field in _CARDS:
                yield one.publication.path("messages", i, "card"), len(bubble.card), field
