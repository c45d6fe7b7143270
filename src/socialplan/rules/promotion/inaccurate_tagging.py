"""The rule inaccurate-tagging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "PRO132",
    Severity.INFO,
    message="“{found}” may ask people to tag a photo that they are not in"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO132] -- reason` above the post.",
    source="Instagram's promotion guidelines",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: Tag yourself in this photo to take part  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: 在這張照片標記自己就能參加  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: Tell us in a comment to take part
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: 留言告訴我們就能參加
        """,
    },
)
def inaccurate_tagging(plan: Plan) -> Iterator[Problem]:
    """The platform forbids tags that are not true, and friends of the tagged see why."""
    yield from problems(plan, "inaccurate-tagging")
