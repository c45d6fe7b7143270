"""The rule share-to-enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import draws
from socialplan.rules.wording.hits import hits
from socialplan.rules.wording.hits import say as say_hit
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.facts import Fact
    from socialplan.plan import Plan
    from socialplan.rules.promotion.draws import Draw

_FORBIDDEN = {
    "share": ("share-to-enter", "repost-to-enter", "forced-sharing"),
    "tag-friends": ("tag-to-enter",),
}


@rule(
    "PRO131",
    Severity.ERROR,
    message="“{found}” makes sharing or tagging the way to win"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO131] -- reason` above the post.",
    source="Promotion terms of Facebook; WeChat's rules on outside links",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                text: Tag a friend for a chance to win a bag of beans  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                text: 標記兩位好友，就能抽咖啡豆  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                text: Comment with your favourite cup for a chance to win a bag of beans
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - account: page
                text: 留言說說最喜歡哪一杯，就能抽咖啡豆
        """,
    },
)
def share_to_enter(plan: Plan) -> Iterator[Problem]:
    """Platforms forbid paying for reach with chances to win, and remove such posts."""
    told = set()
    for rule_name in ("share-to-enter", "induced-sharing"):
        for hit in hits(plan, rule_name):
            told.add(hit.path[:2])
            if rule_name == "share-to-enter":
                yield say_hit(hit)
    for draw in draws(plan):
        if draw.with_prizes and draw.path[:2] not in told:
            yield from _by_kind(draw)


def _by_kind(draw: Draw) -> Iterator[Problem]:
    """The interaction itself is sharing or tagging, and the platform's pack forbids it."""
    kind = draw.interaction.kind or ""
    for slug in sorted(draw.platforms):
        pack = platform(slug)
        forbidden = pack.promotions.forbid if pack else ()
        for condition in forbidden:
            if condition.id in _FORBIDDEN.get(kind, ()):
                yield _said(draw, slug, condition.fact)
                return


def _said(draw: Draw, slug: str, fact: Fact) -> Problem:
    return Problem(
        (*draw.path, "kind"),
        {
            "found": draw.interaction.kind,
            "article": Phrase("promotion-rules-of", {"platform": slug}),
            "as_of": fact.as_of,
            "confidence": Term(f"confidence-{fact.confidence}"),
            "advice": Term("enter-otherwise"),
        },
        confidence=fact.confidence,
        source=fact.reference,
    )
