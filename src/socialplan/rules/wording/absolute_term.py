"""The rule absolute-term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule
from socialplan.rules.wording.hits import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan


@rule(
    "WRD101",
    Severity.ERROR,
    message="“{found}” may be read as an absolute claim"
    ": {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[WRD101] -- reason` above the post.",
    source="《广告法》第九条第（三）项; 《广告绝对化用语执法指南》, 2023",
    bad={
        "en": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 国家级配方，口感最好  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 國家級配方，口感最好  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 国家级配方，口感最好  # <-
        """,
    },
    good={
        "en": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 三代人调过的配方，最佳赏味期七天
        """,
        "zh-TW": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 三代人調過的配方，最佳賞味期限七天
        """,
        "zh-CN": """
            brand: {name: 小熊生活, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 三代人调过的配方，最佳赏味期限七天
        """,
    },
)
def absolute_term(plan: Plan) -> Iterator[Problem]:
    """Regulators fine absolute claims from 200,000 yuan up, and marketplaces take the page down."""
    yield from problems(plan, "absolute-term")
