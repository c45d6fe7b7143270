"""The rule ai-label-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.missing import gaps, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD143",
    Severity.WARNING,
    message="nothing tells readers that this was made by AI"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD143] -- reason` above the post.",
    source="《人工智能生成合成内容标识办法》, in force in mainland China since 2025-09-01",
    bad="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            disclosure: ai_generated  # <-
            text: 小熊裹着毯子喝热茶。
    """,
    good="""
        brand: {name: 小熊生活, market: CN}
        posts:
          - at: 2026-12-01 20:00
            disclosure: ai_generated
            text: 小熊裹着毯子喝热茶。（图片由 AI 生成）
    """,
)
def ai_label_missing(plan: Plan) -> Iterator[Problem]:
    """Whoever publishes AI-made content declares it, and the label must be where people look."""
    said = set()
    for gap in gaps(plan, "ai-label-missing", beside_the_copy=True):
        path = ("posts", gap.publication.post_index, "disclosure")
        if path not in said:
            said.add(path)
            yield say(gap, path)
