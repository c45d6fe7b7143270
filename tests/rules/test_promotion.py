"""What the examples of the rules on promotions cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from socialplan.facts.lexicons import checks
from socialplan.rules.promotion import RULES
from socialplan.translating import topic_messages

if TYPE_CHECKING:
    from tests.rules.conftest import Said

    from socialplan.finding import Finding

NAMES = [rule.name for rule in RULES]


def draw(market: str, terms: str = "", *, kind: str = "lottery", more: str = "") -> str:
    """A plan with one draw of the given terms."""
    given = f"terms: {{{terms}}}" if terms else ""
    return f"""
brand: {{name: Little Bear, market: {market}}}
accounts: [{{id: page, platform: facebook-page}}, {{id: weibo, platform: weibo}}]
posts:
  - at: 2026-12-01 20:00
    {more or "text: Say hello"}
    interaction:
      kind: {kind}
      {given}
"""


def names(said: Said, plan: str) -> list[str]:
    return [one.name for name in NAMES for one in said(name, plan)]


def severities(found: list[Finding]) -> list[str]:
    return [str(one.severity) for one in found]


def test_a_draw_without_terms_is_asked_for_them_once(said: Said) -> None:
    assert names(said, draw("TW")) == ["lottery-without-terms"]
    assert names(said, draw("CN")) == ["lottery-without-terms"]
    assert names(said, draw("US")) == ["lottery-without-terms"]
    assert names(said, draw("TW", kind="wheel")) == ["wheel-without-rules"]
    assert names(said, draw("HK")) == ["lottery-without-terms", "licence-needed"]


@pytest.mark.parametrize("kind", ["poll", "quiz", "check-in", "share", "colour-test"])
def test_a_game_without_prizes_is_no_draw(said: Said, kind: str) -> None:
    for market in ("TW", "CN", "HK", "MO", "US"):
        assert names(said, draw(market, kind=kind)) == []


def test_a_quiz_whose_winners_are_drawn_is_a_draw(said: Said) -> None:
    plan = draw("TW", "draw_date: 2026-12-24, prize_name: beans", kind="quiz")
    assert "lottery-without-end" in names(said, plan)


def test_a_contest_on_merit_needs_no_licence(said: Said) -> None:
    assert "licence-needed" not in names(said, draw("HK", "prize_name: beans", kind="contest"))


def test_each_market_asks_for_its_own_fields(said: Said) -> None:
    terms = "end: 2026-12-24, who_may_enter: adults, prize_name: beans"
    (cn,) = said("lottery-without-terms", draw("CN", terms))
    (tw,) = said("lottery-without-terms", draw("TW", terms))
    assert "forfeiture_rule" in cn.message
    assert "privacy_note" not in cn.message
    assert "privacy_note" in tw.message
    assert "tax_note" not in tw.message  # has a rule of its own
    assert not said("lottery-without-terms", draw("US", terms))
    assert (severities([cn]), severities([tw])) == (["error"], ["warning"])


@pytest.mark.parametrize(
    ("language", "market", "named"),
    [
        ("en", "CN", "prize_name"),
        ("zh-CN", "CN", "奖品（`prize_name`）、奖品种类（`prize_kind`）"),
        ("zh-TW", "TW", "獎品（`prize_name`）、獎品價值（`prize_value`）"),
    ],
)
def test_what_is_missing_is_named_in_the_readers_language_with_its_key(
    said: Said, language: str, market: str, named: str
) -> None:
    (found,) = said("lottery-without-terms", draw(market), language=language)
    assert named in found.message


def test_every_field_that_a_market_asks_for_has_a_name() -> None:
    known = topic_messages("en", "terms")
    for check in checks():
        if check.kind == "terms":
            assert {f"draw-{field}" for field in check.values["required"]} <= set(known)


def test_where_the_rules_stand_on_a_page_only_a_hint_is_given(said: Said) -> None:
    plan = draw("CN", "url: https://bear.example/rules")
    for name in ("lottery-without-terms", "lottery-without-end", "lottery-without-eligibility"):
        assert severities(said(name, plan)) == ["info"]


def test_one_field_may_say_what_another_asks(said: Said) -> None:
    assert not said("lottery-without-eligibility", draw("TW", "min_age: 18"))
    assert not said("lottery-without-eligibility", draw("CN", "entry_conditions: adults"))


@pytest.mark.parametrize(
    ("market", "platform", "source"),
    [
        ("CN", "wechat-group", "rules on sales promotion"),  # its 参与条件 are who may enter
        ("TW", "facebook-page", "TFTC directions"),
        ("US", "facebook-page", "Facebook's promotion terms"),
        ("US", "x", "no law"),
        ("JP", "instagram", "no law"),
    ],
)
def test_who_may_enter_is_asked_by_the_market_or_the_platform_of_the_draw(
    said: Said, market: str, platform: str, source: str
) -> None:
    plan = f"""
brand: {{name: 小熊, market: {market}}}
accounts: [{{id: a, platform: {platform}}}]
posts:
  - account: a
    at: 2026-12-01 20:00
    text: 留言就抽
    interaction: {{kind: lottery, terms: {{end: 2026-12-24 20:00}}}}
"""
    (found,) = said("lottery-without-eligibility", plan)
    assert source in found.message


def test_copy_that_announces_a_draw_is_asked_for_terms(said: Said) -> None:
    plan = """
        brand: {name: 小熊, market: TW}
        posts:
          - {at: 2026-12-01 20:00, title: 抽獎開始, text: 留言抽 3 位送咖啡}
          - {at: 2026-12-02 20:00, text: 公布得獎名單，抽獎結果出爐}
          - {at: 2026-12-03 20:00, text: 抽獎箱做好了}
          - {title: 下次抽獎的點子, status: idea}
    """
    (only,) = said("lottery-without-terms", plan)
    assert only.path[:2] == ("posts", 0)


@pytest.mark.parametrize(
    ("interaction", "count"),
    [
        ("comment", 1),  # by which one enters a draw of which nothing is told
        ("{kind: comment, terms: {end: 2026-12-24}}", 0),
        ("quiz", 1),
    ],
)
def test_a_draw_announced_beside_another_interaction_is_asked_for_terms(
    said: Said, interaction: str, count: int
) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW}}
        posts: [{{at: 2026-12-01 20:00, text: 留言抽 3 位送咖啡, interaction: {interaction}}}]
    """
    assert len(said("lottery-without-terms", plan)) == count


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("留言抽 3 位，抽獎辦法：https://bear.example/rules", "info"),
        ("留言抽 3 位，活動辦法請見留言處", "info"),
        ("Giveaway! Full rules: https://bear.example/rules", "info"),
        ("留言抽 3 位，12/22 公布得獎名單", "warning"),  # no news of winners yet
    ],
)
def test_copy_that_tells_where_the_rules_stand_gets_only_a_hint(
    said: Said, text: str, severity: str
) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW}}
        posts: [{{at: 2026-12-01 20:00, text: "{text}"}}]
    """
    assert severities(said("lottery-without-terms", plan)) == [severity]


def test_a_reminder_of_a_draw_of_the_same_campaign_needs_no_terms(said: Said) -> None:
    plan = """
        brand: {name: 小熊, market: US}
        campaigns: [{id: winter, name: Winter}]
        posts:
          - {campaign: winter, at: 2026-12-01 20:00, text: Our giveaway ends tomorrow}
          - campaign: winter
            at: 2026-11-30 20:00
            interaction: {kind: lottery, terms: {end: 2026-12-02, min_age: 18, prize_name: beans}}
    """
    assert not said("lottery-without-terms", plan)


@pytest.mark.parametrize("status", ["idea", "on_hold", "published", "cancelled"])
def test_only_draws_that_are_going_out_are_asked(said: Said, status: str) -> None:
    for market in ("TW", "HK"):
        assert names(said, draw(market, more=f"status: {status}")) == []


@pytest.mark.parametrize(
    ("market", "terms", "count"),
    [
        ("CN", "prize_value: 50000", 0),
        ("CN", "prize_value: 50001", 1),
        ("CN", "prize_value: HKD 60000", 0),  # another currency cannot be compared
        ("CN", "prizes: [{name: a, value: 60000}, {name: b, value: CNY 70000}]", 2),
        ("TW", "prize_value: 6000000", 0),
        ("TW", "prize_value: 6000000, purchase_required: true", 1),
        ("TW", "purchase_required: true, annual_total: 200000000, annual_sales: 700000000", 1),
        ("TW", "purchase_required: true, annual_total: 200000000, annual_sales: 1000000000", 0),
        ("TW", "purchase_required: true, annual_total: 599000000, annual_sales: 9000000000", 0),
        ("TW", "purchase_required: true, annual_total: 601000000, annual_sales: 9000000000", 1),
        ("US", "prize_value: 6000000", 0),
    ],
)
def test_caps_on_prizes(said: Said, market: str, terms: str, count: int) -> None:
    assert len(said("prize-over-cap", draw(market, terms))) == count


def test_large_sums_are_readable(said: Said) -> None:
    (found,) = said("prize-over-cap", draw("TW", "prize_value: 6000000, purchase_required: true"))
    assert "6,000,000 TWD" in found.message
    assert "5,000,000" in found.message
    terms = "purchase_required: true, product_value: 2399, gift_value: 1250"
    (found,) = said("gift-over-cap", draw("TW", terms, kind="coupon"))
    assert "1,250 TWD" in found.message
    assert "1,199.50" in found.message


def test_a_platform_has_a_lower_cap_as_a_hint(said: Said) -> None:
    plan = draw("CN", "prize_value: 6000", more="account: weibo")
    assert severities(said("prize-over-cap", plan)) == ["info"]


@pytest.mark.parametrize(
    ("price", "gift", "count"), [(100, 50, 0), (100, 51, 1), (99, 50, 0), (99, 51, 1), (10, 50, 0)]
)
def test_caps_on_gifts(said: Said, price: int, gift: int, count: int) -> None:
    terms = f"purchase_required: true, product_value: {price}, gift_value: {gift}"
    assert len(said("gift-over-cap", draw("TW", terms, kind="coupon"))) == count
    free = terms.replace("true", "false")
    assert not said("gift-over-cap", draw("TW", free, kind="coupon"))


@pytest.mark.parametrize(
    ("market", "terms", "text", "count"),
    [
        ("TW", "prize_value: 1000", "好", 0),
        ("TW", "prize_value: 1001", "好", 1),
        ("TW", "prize_name: 神祕獎", "好", 1),
        ("TW", "prize_value: 30000", "獎項價值逾 20,000 元須扣繳 10%", 0),
        ("TW", "prize_value: 30000, tax_note: 依法扣繳", "好", 0),
        ("CN", "prize_kind: 优惠券", "好", 0),
        ("CN", "prize_kind: 实物", "好", 1),
        ("US", "prize_value: 30000", "好", 0),
    ],
)
def test_tax_is_asked_for_where_there_is_any(
    said: Said, market: str, terms: str, text: str, count: int
) -> None:
    plan = draw(market, terms, more=f"text: {text}")
    assert len(said("tax-text-missing", plan)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("本活動與 Facebook 無關", 0),
        ("本活动与Facebook没有关系", 0),
        ("本活動與 Facebook、Instagram 無任何關聯", 0),
        ("本活動並非由臉書贊助或管理", 0),
        ("Facebook 未贊助、認可本活動", 0),
        ("歡迎到 Facebook 按讚，沒有任何消費限制", 1),
        ("This draw is not affiliated with Facebook", 0),
        ("本活動由我們主辦", 1),
    ],
)
def test_the_release_may_stand_in_the_copy(said: Said, text: str, count: int) -> None:
    plan = draw("TW", "prize_name: beans", more=f"account: page\n    text: {text}")
    assert len(said("platform-release-missing", plan)) == count


def test_the_release_is_asked_for_on_metas_platforms_only(said: Said) -> None:
    plan = draw("TW", "prize_name: beans", more="account: weibo")
    assert not said("platform-release-missing", plan)


@pytest.mark.parametrize(
    ("terms", "count"),
    [
        ("start: 2026-12-11, notice_date: 2026-12-01", 0),
        ("start: 2026-12-10, notice_date: 2026-12-01", 1),
        ("start: 2026-12-10 08:00, notice_date: 2026-12-01", 1),
        ("start: 2026-12-10", 1),
        ("notice_date: 2026-12-01", 0),
    ],
)
def test_macao_is_told_ten_days_ahead(said: Said, terms: str, count: int) -> None:
    assert len(said("licence-needed", draw("MO", terms))) == count


def test_hong_kong_bars_cash_and_fees(said: Said) -> None:
    cash = draw("HK", "prize_kind: 现金", more="text: 十萬元大抽獎")
    assert len(said("cash-prize", cash)) == 2
    assert not said("cash-prize", draw("TW", "prize_kind: 现金", more="text: 十萬元大抽獎"))
    assert said("paid-entry", draw("HK", "purchase_required: true"))
    assert not said("paid-entry", draw("HK", "purchase_required: true, no_entry_fee: true"))


@pytest.mark.parametrize(
    ("market", "terms", "severity"),
    [
        ("CN", "min_age: 12", "error"),
        ("CN", "min_age: 14", None),
        ("CN", "min_age: 12, guardian_consent: by form", None),
        ("CN", "min_age: 12, collects_data: false", None),
        ("US", "min_age: 12", "error"),
        ("TW", "min_age: 16", "info"),
        ("JP", "min_age: 6", None),
    ],
)
def test_the_young_need_a_guardian(
    said: Said, market: str, terms: str, severity: str | None
) -> None:
    found = severities(said("minor-without-consent", draw(market, terms)))
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("platform", "kind", "count"),
    [
        ("facebook-page", "share", 1),
        ("facebook-page", "tag-friends", 1),
        ("facebook-page", "comment", 0),
        ("wechat-oa", "share", 1),
        ("line-oa", "share", 0),
    ],
)
def test_sharing_for_a_prize_is_known_by_its_kind_too(
    said: Said, platform: str, kind: str, count: int
) -> None:
    plan = draw("TW", "prize_name: beans", kind=kind, more="account: page")
    plan = plan.replace("page, platform: facebook-page", f"page, platform: {platform}")
    assert len(said("share-to-enter", plan)) == count


def test_sharing_is_said_once_where_the_copy_says_it_already(said: Said) -> None:
    more = "account: page\n    text: 標記三位好友就抽咖啡豆"
    plan = draw("TW", "prize_name: beans", kind="tag-friends", more=more)
    (only,) = said("share-to-enter", plan)
    assert only.path[-1] == "text"
    assert not said("engagement-bait", plan)


@pytest.mark.parametrize(
    ("platform", "field", "said_by", "found"),
    [
        ("wechat-oa", "how_to_enter: 转发海报到朋友圈", "induced-sharing", ["转发海报到朋友圈"]),
        ("wechat-group", "redeem_conditions: 集赞 20 个", "induced-sharing", ["集赞"]),
        ("facebook-page", "how_to_enter: 公開分享本貼文", "share-to-enter", ["公開分享本貼文"]),
        ("facebook-page", "how_to_enter: 分享你的咖啡故事", "share-to-enter", []),
        ("instagram", "how_to_enter: 分享本貼文", "share-to-enter", []),
        ("weibo", "how_to_enter: 转发本条微博", "share-to-enter", []),
    ],
)
def test_sharing_among_the_terms_of_a_draw_needs_no_other_word(
    said: Said, platform: str, field: str, said_by: str, found: list[str]
) -> None:
    plan = f"""
brand: {{name: 小熊, market: TW}}
accounts: [{{id: a, platform: {platform}}}]
posts:
  - account: a
    text: 冬天的禮物
    interaction: {{kind: lottery, terms: {{{field}}}}}
"""
    lines = ("socialplan: 1\ntitle: Example\n" + plan).splitlines()
    words = [
        lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1]
        for one in said(said_by, plan)
    ]
    assert words == found


def test_tagging_without_a_prize_is_only_bait(said: Said) -> None:
    plan = draw("US", kind="comment", more="account: page\n    text: Tag a friend who loves coffee")
    assert not said("share-to-enter", plan)
    assert said("engagement-bait", plan)


@pytest.mark.parametrize(("levels", "count"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_more_than_one_level_is_asked_about_in_any_market(
    said: Said, levels: int, count: int
) -> None:
    plan = f"""
        brand: {{name: 小熊, market: TW}}
        community: {{referral: {{reward: 一杯咖啡, levels: {levels}}}}}
    """
    assert len(said("referral-multi-level", plan)) == count


@pytest.mark.parametrize(
    ("terms", "count"),
    [
        ("prizes: [{name: a, value: 501}]", 1),
        ("prizes: [{name: a, value: 500}]", 0),
        ("prizes: [{name: a, value: 501}], announce_where: 门店", 0),
    ],
)
def test_big_prizes_on_the_spot_are_announced(said: Said, terms: str, count: int) -> None:
    assert len(said("instant-prize-unannounced", draw("CN", terms, kind="wheel"))) == count


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_every_message_can_be_said_in_every_language(said: Said, language: str) -> None:
    terms = (
        "no_entry_fee: false, prize_kind: 现金, min_age: 3, start: 2026-12-01, "
        "prize_value: 9999999, annual_total: 9e8, annual_sales: 1, purchase_required: true, "
        "notice_date: 2026-12-01, product_value: 1, gift_value: 90"
    ).replace("9e8", "900000000")
    heard = set()
    for market in ("TW", "CN", "HK", "MO", "US"):
        for kind in ("lottery", "wheel", "share"):
            plan = draw(market, terms, kind=kind, more="account: page")
            for name in NAMES:
                for one in said(name, plan, language=language):
                    heard.add(name)
                    assert "{" not in one.message + (one.help or "")
    assert len(heard) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_what_could_not_be_read_stops_no_rule(said: Said, name: str) -> None:
    plan = """
        brand: {name: 小熊, market: HK}
        community: {referral: {levels: many}}
        posts:
          - {interaction: {kind: raffle, terms: {prize_value: much, end: soon}}}
          - {interaction: [lottery]}
          - {interaction: {kind: lottery, terms: 5}}
          - {at: 2026-12-01 20:00, interaction: {kind: wheel, terms: {prizes: [5, {value: x}]}}}
    """
    said(name, plan)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("lottery-without-end", "`end`"),
        ("lottery-without-eligibility", "`who_may_enter`"),
        ("tax-text-missing", "`tax_note`"),
        ("platform-release-missing", "`platform_release`"),
    ],
)
def test_what_terms_lack_is_named_by_its_key(
    said: Said, rule: str, key: str, language: str
) -> None:
    plan = """
        accounts: [{id: page, platform: facebook-page}]
        posts:
          - account: page
            at: 2026-12-01 20:00
            text: 留言抽三位
            interaction: {kind: lottery, terms: {prize_name: 蛋糕}}
    """
    (found,) = said(rule, plan, language=language)
    assert key in found.message
