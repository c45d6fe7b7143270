"""The rule lottery-without-terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.facts.lexicons import promotions
from socialplan.folding import fold
from socialplan.rule import Severity, rule
from socialplan.rules.promotion.draws import DRAWN, draws, say, terms_check
from socialplan.rules.wording.hits import hits
from socialplan.rules.wording.hits import say as say_hit
from socialplan.rules.wording.patterns import matcher
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import Problem
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

_TOLD_ELSEWHERE = ("end", "who_may_enter", "entry_conditions", "tax_note")
"""Each has a rule of its own."""
_OF_A_WHEEL = ("prize_quantity", "prize_quantity_or_odds")
_VAGUE = ("idea", "on_hold")


@rule(
    "PRO101",
    Severity.ERROR,
    message="this draw does not say {missing}: {article} ({as_of}, confidence {confidence})",
    help="{advice} Where it may stay, put `# socialplan: ignore[PRO101] -- reason` above the post.",
    source="《规范促销行为暂行规定》第十三条; 公平會網路廣告處理原則第 8 點",
    bad={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - title: Winter giveaway
                at: 2026-12-01 20:00
                text: Comment below and win a bag of beans.
                interaction: lottery  # <-
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 留言就抽 5 位送咖啡豆  # <-
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 留言就送咖啡豆
                interaction: lottery  # <-
        """,
    },
    good={
        "en": """
            brand: {name: Little Bear, market: US}
            posts:
              - title: Winter giveaway
                at: 2026-12-01 20:00
                text: Comment below and win a bag of beans.
                interaction:
                  kind: lottery
                  terms: {end: 2026-12-24, who_may_enter: adults, prize_name: a bag of beans}
        """,
        "zh-TW": """
            brand: {name: 小熊咖啡, market: TW}
            posts:
              - at: 2026-12-01 20:00
                text: 留言就抽 5 位送咖啡豆
                interaction:
                  kind: lottery
                  terms:
                    start: 2026-12-01
                    end: 2026-12-24
                    how_to_enter: 在本則貼文留言
                    who_may_enter: 居住臺灣、年滿 18 歲
                    prize_name: 咖啡豆半磅
                    prize_value: 480
                    prize_quantity: 5
                    draw_date: 2026-12-26
                    announce_where: 本粉絲專頁
                    claim_deadline: 2027-01-10
                    tax_note: 未達 1,000 元，無須扣繳
                    organiser: 小熊咖啡
                    privacy_note: 電話僅供領獎聯絡，結束後刪除
        """,
        "zh-CN": """
            brand: {name: 小熊咖啡, market: CN}
            posts:
              - at: 2026-12-01 20:00
                text: 留言就送咖啡豆
                interaction:
                  kind: lottery
                  terms:
                    end: 2026-12-24
                    entry_conditions: 年满 18 岁
                    entry_method: 在本帖留言
                    draw_date: 2026-12-26
                    draw_method: 程序随机抽取，公证员见证
                    award_levels: 一个奖级
                    prize_name: 咖啡豆半磅
                    prize_kind: 实物
                    prize_value: 98
                    prize_quantity: 5
                    redeem_time: 2027-01-10 前
                    redeem_conditions: 提供收货地址
                    redeem_method: 私信登记
                    delivery_method: 快递
                    forfeiture_rule: 逾期视为放弃
                    organiser: 小熊咖啡有限公司
                    contact: 400-000-0000
        """,
    },
)
def lottery_without_terms(plan: Plan) -> Iterator[Problem]:
    """A draw that hides its rules misleads, and nothing helps when somebody complains."""
    yield from _lacking(plan)
    yield from _only_announced(plan)


def _lacking(plan: Plan) -> Iterator[Problem]:
    for draw in draws(plan):
        if not draw.by_chance or (draw.terms is None and draw.interaction.kind == "wheel"):
            continue
        check = terms_check(plan, draw)
        told_elsewhere = () if draw.terms is None else _TOLD_ELSEWHERE
        missing = [
            field
            for field in check.values["required"]
            if field not in told_elsewhere and draw.lacks(field)
        ]
        if draw.interaction.kind == "wheel":
            missing = [field for field in missing if field not in _OF_A_WHEEL]
        if missing:
            path = draw.path if draw.terms is None else (*draw.path, "terms")
            yield say(check, path, draw, missing=[Term(f"draw-{field}") for field in missing])


def _only_announced(plan: Plan) -> Iterator[Problem]:
    """Copy that speaks of a draw, where neither the post nor its campaign holds any terms."""
    seen = set()
    for hit in hits(plan, "lottery-without-terms"):
        one = hit.speech.publication
        if one is None or one.status in _VAGUE or one.post_index in seen or _has_terms(plan, one):
            continue
        seen.add(one.post_index)
        found = say_hit(hit)
        yield replace(
            found,
            words={**found.words, "missing": [Term("draw-interaction.terms")]},
            severity=Severity.INFO if _are_on_a_page(hit.speech.words) else found.severity,
        )


def _are_on_a_page(words: str) -> bool:
    """Say whether the copy tells where the full rules stand."""
    return matcher(promotions()["rules"]).search(fold(words).text) is not None


def _has_terms(plan: Plan, one: Publication) -> bool:
    interaction = one.post.interaction
    if interaction is not None and (interaction.terms or interaction.kind in DRAWN):
        return True
    campaign = one.post.campaign
    return campaign is not None and any(
        draw.terms is not None and plan.posts[draw.post].campaign == campaign
        for draw in draws(plan)
    )
