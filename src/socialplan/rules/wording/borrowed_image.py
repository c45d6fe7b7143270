"""The rule borrowed-image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD133",
    Severity.WARNING,
    message="“{found}” says that a picture was taken from the web; a credit is no licence"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD133] -- reason` above the post.",
    source="《著作權法》第 65 條、第 88 條",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                text: A pot of tea
                assets:
                  - url: https://bear.example/tea.jpg
                    credit: "source: Google"  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 一壺好茶（圖片取自網路）  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 一壶好茶（网图）  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - at: 2026-12-01 20:00
                text: A pot of tea
                assets:
                  - url: https://bear.example/tea.jpg
                    credit: "photo: Ann Lee"
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 一壺好茶（攝影：林凱）
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 一壶好茶（摄影：林凯）
        """,
    },
)
def borrowed_image(plan: Plan) -> Iterator[Problem]:
    """Photographers find their pictures by machine, and send the bill with the proof."""
    yield from problems(plan, "borrowed-image")
