"""What the examples of the rules of shape cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rules.conftest import TODAY

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules, nearest
from socialplan.source import read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rules.conftest import Said


def test_many_slips_are_told_of_quickly(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "ENOUGH", 4)
    plan = """
        personas: [{id: amelie}, {id: benedict}]
        posts:
          - {title: A, persona: amelia}
          - {title: B, persona: amelia}
          - {title: C, persona: benedikt}
          - {title: D, persona: ameli}
    """
    found = said("dangling-reference", plan)
    offered = [one.fix.edits[0].new if one.fix else None for one in found]
    assert offered == ["amelie", "amelie", "benedict", None]


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
@pytest.mark.parametrize(
    "line",
    [
        "community: {scripts: [{kind: welcome, ready: 也許}]}",
        "community: {referral: {levels: 一級}}",
        "pillars: [{id: a, share: 一半}]",
    ],
)
def test_what_is_expected_reads_as_one_sentence(said: Said, line: str, language: str) -> None:
    (found,) = said("wrong-type", f"        {line}\n", language=language)
    expected = found.message.partition("不是")[2]
    assert not (expected[0].isascii() and expected[0].isalnum())


@pytest.mark.parametrize(
    ("language", "said_of_it"),
    [("en", "mean “instagram”? `socialplan"), ("zh-TW", "要寫「instagram」？`socialplan")],
)
def test_help_goes_on_after_a_proposal_as_the_language_does(
    said: Said, language: str, said_of_it: str
) -> None:
    (found,) = said("unknown-platform", "\naccounts: [{platform: instagramm}]\n", language=language)
    assert said_of_it in (found.help or "")


def test_a_part_is_found_by_the_name_that_people_call_it(said: Said) -> None:
    plan = """
        team:
          - {id: mei, name: 小美}
          - {id: bao, name: 林阿寶}
          - {id: a, name: 小安}
          - {id: b, name: 小安}
        accounts: [{id: ig, name: Little Bear IG, platform: instagram}]
        campaigns: [{id: xmas, name: 聖誕檔期}]
        posts:
          - {title: A, author: 小美, account: little bear ig, campaign: 聖誕檔期}
          - {title: B, author: 林阿宝, reviewer: 阿寶}
          - {title: C, author: 小安}
    """
    found = said("dangling-reference", plan)
    offered = [(one.fix.edits[0].new, str(one.fix.safety)) if one.fix else None for one in found]
    assert sorted(filter(None, offered)) == [
        ("bao", "safe"),
        ("bao", "unsafe"),
        ("ig", "safe"),
        ("mei", "safe"),
        ("xmas", "safe"),
    ]
    assert offered.count(None) == 1


def test_a_name_where_the_client_stands_is_left(said: Said) -> None:
    plan = """
        team: [{id: mei, name: 小美}]
        posts: [{title: A, approved: {by: 小美}}]
    """
    assert not said("dangling-reference", plan)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[(name, "TW") for name in ("台灣", "臺灣", "台湾", "Taiwan")],
        *[(name, "CN") for name in ("中国", "大陆", "大陸", "中國大陸", "China")],
        *[("香港", "HK"), ("澳門", "MO"), ("美國", "US"), ("USA", "US"), ("日本", "JP")],
        *[(name, "TW") for name in ("ROC", "中華民國", "TWN", "Taiwann")],
        *[(name, "GB") for name in ("UK", "United Kingdom", "Great Britain", "英國")],
        *[("Germany", "DE"), ("Thailand", "TH"), ("AUS", "AU"), ("PRC", "CN"), ("Hongkong", "HK")],
    ],
)
def test_a_market_is_written_by_its_code(said: Said, written: str, code: str) -> None:
    (found,) = said(
        "unknown-market", f"\nbrand: {{name: 小熊, market: {written}}}\n", language="zh-TW"
    )
    assert "沒有" not in found.message
    assert found.fix is not None
    assert found.fix.edits[0].new == code


@pytest.mark.parametrize("written", ["EU", "Asia", "Americas", "Worldwide", "全球", "EN"])
def test_no_market_is_proposed_for_what_is_no_country(said: Said, written: str) -> None:
    (found,) = said("unknown-market", f"\nbrand: {{name: 小熊, market: {written}}}\n")
    assert found.fix is None
    assert "Did you mean" not in (found.help or "")


@pytest.mark.parametrize(
    ("written", "period", "offered"),
    [
        ("11/24 20:00", "2026-11-01, end: 2026-12-31", "2026-11-24 20:00"),
        ("12月1日晚上八點", "2026-11-01, end: 2026-12-31", "2026-12-01 20:00"),
        ("1/5 20:00", "2026-11-01, end: 2027-02-28", "2027-01-05 20:00"),
        ("11/24 20:00", "2026-01-01, end: 2027-12-31", None),
        ("10/24 20:00", "2026-11-01, end: 2026-12-31", None),
    ],
)
def test_the_period_gives_a_day_its_year(
    said: Said, written: str, period: str, offered: str | None
) -> None:
    plan = f"period: {{start: {period}}}\nposts: [{{title: A, at: {written}}}]\n"
    (found,) = said("wrong-type", plan)
    assert (found.fix.edits[0].new if found.fix else None) == offered
    assert found.fix is None or str(found.fix.safety) == "unsafe"


def test_full_width_signs_are_told_as_such(said: Said) -> None:
    plan = "accounts: [{id: a, cadence: [{days: [mon], at: '20：00'}]}]"
    (found,) = said("wrong-type", plan, language="zh-TW")
    assert "半形" in found.message


def test_several_days_are_offered_but_not_written_as_one(said: Said) -> None:
    (found,) = said("wrong-type", "accounts: [{id: a, cadence: [{days: [每天]}]}]")
    assert "mon, tue, wed, thu, fri, sat, sun" in (found.help or "")
    assert found.fix is None


def test_terms_in_a_sentence_are_answered_with_the_keys(said: Said) -> None:
    plan = "posts: [{title: A, interaction: {kind: lottery, terms: 12/4 截止，抽三位}}]"
    (found,) = said("wrong-type", plan, language="zh-TW")
    assert "who_may_enter" in found.message


def test_a_locale_is_found_by_the_name_of_its_language(said: Said) -> None:
    (found,) = said("wrong-type", "\nbrand: {name: 小熊, market: CN, locale: 简体中文}\n")
    assert found.fix is not None
    assert found.fix.edits[0].new == "zh-CN"


def test_an_industry_is_found_by_its_chinese_word(said: Said) -> None:
    (found,) = said("unknown-value", "\nbrand: {name: 小熊, market: TW, industry: 烘焙}\n")
    assert "“food”" in (found.help or "")


@pytest.mark.parametrize(
    ("written", "slug", "safety"),
    [
        ("LINE官方帳號", "line-oa", "safe"),
        ("line 官方账号", "line-oa", "safe"),
        ("Facebook 粉絲專頁", "facebook-page", "safe"),
        ("領英", "linkedin-page", "unsafe"),
        ("FB 粉專", "facebook-page", "unsafe"),
        ("LINE@", "line-oa", "unsafe"),
        ("脆", "threads", "unsafe"),
        ("B站", "bilibili", "unsafe"),
        ("服务号", "wechat-oa", "unsafe"),
        ("海外版", None, ""),
        *[(place, None, "") for place in ("wechat-channels", "WeChat Moments", "wecom")],
        ("wechat-official", "wechat-oa", "unsafe"),
    ],
)
def test_a_platform_is_found_by_what_people_call_it(
    said: Said, written: str, slug: str | None, safety: str
) -> None:
    (found,) = said("unknown-platform", f"accounts: [{{id: a, platform: {written}}}]")
    assert (found.fix.edits[0].new if found.fix else None) == slug
    assert found.fix is None or str(found.fix.safety) == safety


@pytest.mark.parametrize(
    ("platform", "written", "slug"),
    [
        ("instagram", "限時動態", "story"),
        ("instagram", "限動", "story"),
        ("instagram", "短影音", "reel"),
        ("youtube", "短影音", "short"),
        ("line-oa", "推播", "broadcast"),
    ],
)
def test_a_format_is_found_by_its_name_in_another_language(
    said: Said, platform: str, written: str, slug: str
) -> None:
    plan = f"accounts: [{{id: a, platform: {platform}, cadence: [{{format: {written}}}]}}]"
    (found,) = said("unknown-format", plan)
    assert found.fix is not None
    assert found.fix.edits[0].new == slug


@pytest.mark.parametrize("line", ["標題：十二月", "text：Hi"])
def test_a_wide_colon_is_told_whatever_the_key_is_called(said: Said, line: str) -> None:
    (found,) = said("invalid-yaml", f"title: A\nposts:\n  - title: B\n    {line}")
    assert found.message == "the colon of this line is a full-width one, which YAML takes for text"


@pytest.mark.parametrize(
    "post",
    [
        "account: ig #main",
        "at: 2026-12-01 20:00 #預告",
        "status: draft #等圖",
        "accounts: ig #main",
    ],
)
def test_a_hash_behind_what_takes_no_words_begins_a_comment(said: Said, post: str) -> None:
    accounts = "\naccounts: [{id: ig, platform: instagram, followers: 300}]"
    assert not said("unquoted-hash-or-at", f"posts:\n  - title: A\n    {post}{accounts}")
    assert said("unquoted-hash-or-at", f"posts:\n  - title: A #coffee{accounts}")


def test_of_hundreds_of_hashes_each_is_told(said: Said) -> None:
    posts = "\nposts:\n" + "  - title: A #coffee\n    options: {ratio: 9:16}\n" * 300
    assert len(said("unquoted-hash-or-at", posts)) == 300
    assert len(said("yaml-1-1-trap", posts)) == 300


def test_a_name_that_nothing_is_alike_is_to_be_defined_or_replaced(said: Said) -> None:
    plan = "team: [{id: amy, name: Amy}]\nposts: [{title: A, author: 小美}]"
    (found,) = said("dangling-reference", plan)
    assert found.help == "Known here: amy. Define it in `team:`, or write one that is there."


def test_what_a_mapping_holds_is_said_of_one_text(said: Said) -> None:
    plan = "accounts: [{id: a, platform: line-oa, cadence: [every Wednesday at eight]}]"
    (found,) = said("wrong-type", plan)
    assert "days, at, every" in (found.help or "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("posts: [{at: 12/2 20:00}]", "a date with its year and a time, such as 2026-11-25 20:00"),
        ("posts: [{at: 12月2日}]", "a date with its year and a time, such as 2026-11-25 20:00"),
        ("posts: [{at: 2026-12-04 TBD}]", "a date with a time, such as 2026-11-25 20:00"),
        ("goals: [{due: Q4}]", "a date with its year, such as 2026-11-25"),
        ("goals: [{due: 12月底}]", "a date with its year, such as 2026-11-25"),
    ],
)
def test_what_a_day_lacks_is_said_at_once(said: Said, line: str, expected: str) -> None:
    (found,) = said("wrong-type", f"        {line}\n")
    assert found.message.partition("” is not ")[2] == expected


@pytest.mark.parametrize(
    ("due", "safety"), [("2026/12/01", "safe"), ("01.12.2026", "unsafe"), ("12/31/2026", "unsafe")]
)
def test_a_day_is_written_safely_only_where_its_order_is_the_languages(
    said: Said, due: str, safety: str
) -> None:
    (found,) = said("wrong-type", f'        goals: [{{due: "{due}"}}]\n')
    assert found.fix is not None
    assert str(found.fix.safety) == safety


@pytest.mark.parametrize(
    ("due", "meant"),
    [
        ("2026 Q4", "2026-12-31"),
        ("民國116年1月底前", "2027-01-31"),
        ("2026年12月底", "2026-12-31"),
        ("soon, 2026 Q4", None),
    ],
)
def test_the_words_of_a_deadline_are_read(said: Said, due: str, meant: str | None) -> None:
    (found,) = said("wrong-type", f'        goals: [{{due: "{due}"}}]\n')
    assert (found.fix.edits[0].new.strip('"') if found.fix else None) == meant


def test_a_quarter_takes_its_year_from_the_period(said: Said) -> None:
    plan = """
        period: {start: 2026-10-01, end: 2027-03-31}
        goals: [{due: Q4}, {due: 1月底}]
    """
    found = said("wrong-type", plan)
    assert [one.fix.edits[0].new for one in found if one.fix] == ["2026-12-31", "2027-01-31"]


def test_a_comma_that_splits_a_number_is_told_of(said: Said) -> None:
    plan = "        goals: [{id: a, baseline: {value: 1,000}, target: 2,000人, hours: 3,000人}]\n"
    found = said("unknown-key", plan)
    assert [one.message for one in found] == [
        f"“{key}” is not a key of this section: a comma inside braces ends the value; "
        "write a number without it (1000), and a text in quotes"
        for key in ("000", "000人")
    ]
    assert not any("Known here" in (one.help or "") or one.fix for one in found)
    (again,) = said("duplicate-key", plan)
    assert "comma" in (again.help or "")
    assert again.fix is None
    behind = "        goals: [{metric: followers, baseline: 500, target: 1000}]\n"
    assert said("target-behind-baseline", behind.replace("1000", "1"))
    assert not said("target-behind-baseline", behind.replace("1000", "1,000"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("公众号", "wx"),
        ("wechat-oa", "wx"),
        ("脸书", "shop"),
        ("FB", "shop"),
        ("LinkedIn", "company"),
        ("小红书", None),
        ("instagram", None),
    ],
)
def test_the_one_account_on_a_platform_is_meant_by_its_name(
    said: Said, written: str, meant: str | None
) -> None:
    plan = f"""
        accounts:
          - {{id: wx, platform: wechat-oa}}
          - {{id: shop, platform: facebook}}
          - {{id: company, platform: linkedin-page}}
          - {{id: line, platform: line-oa}}
          - {{id: a, platform: instagram}}
          - {{id: b, platform: instagram}}
          - {{id: c}}
        posts: [{{title: A, accounts: [{written}]}}]
    """
    (found,) = said("dangling-reference", plan)
    offered = (found.fix.edits[0].new, str(found.fix.safety)) if found.fix else (None, "unsafe")
    assert offered == (meant, "unsafe")


def test_a_platform_is_proposed_for_nothing_but_an_account(said: Said) -> None:
    plan = """
        accounts: [{id: wx, platform: wechat-oa}]
        posts: [{title: A, author: 公众号}]
    """
    (found,) = said("dangling-reference", plan)
    assert found.fix is None


def test_who_stands_there_without_an_id_is_given_one(said: Said) -> None:
    plan = """
        team:
          - name: Dana
          - name: Ann
          - name: Ann
        posts: [{title: A, author: Dana}, {title: B, author: Ann}]
    """
    dana, ann = said("dangling-reference", plan)
    assert dana.help == "Give it an id where it is described: `id: Dana`."
    assert dana.related[0].place.line == 5
    assert ann.help is not None
    assert "Define it" in ann.help


@pytest.mark.parametrize(
    ("line", "safety"),
    [
        ("team: [{id: a, role: Developer Advocate}]", "unsafe"),
        ("team: [{id: a, role: author}]", "safe"),
        ("posts: [{titel: Opening day, status: aproved}]", "safe"),
        ("accounts: [{id: a, platform: x, cadence: [{dayss: someday}]}]", "unsafe"),
    ],
)
def test_a_key_is_renamed_safely_only_where_its_value_fits(
    said: Said, line: str, safety: str
) -> None:
    (found,) = said("unknown-key", f"        {line}\n")
    assert found.fix is not None
    assert found.fix.safety.value == safety


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (
            "goal-metric-not-recorded",
            """
            period: {start: 2026-10-01, end: 2026-12-31}
            goals: [{metric: friends, target: 600, history: [{date: 2026-11-01, value: %s}]}]
            """,
        ),
        (
            "too-few-readings",
            """
            goals:
              - due: 2026-12-31
                target: 600
                milestones: [{date: 2026-12-01, value: 5}, {date: 2026-12-15, value: %s}]
            """,
        ),
        (
            "target-disagrees-with-text",
            """
            goals:
              - statement: Reach 500 friends
                metric: friends
                target: 900
                milestones: [{date: 2026-12-01, value: %s}]
            """,
        ),
        (
            "open-slot-soon",
            """
            period: {start: 2026-11-01, end: 2026-12-31}
            accounts: [{id: line, platform: line-oa, cadence: [{days: [tue], at: "20:00"}]}]
            workflow: {blackouts: [{from: 2026-11-20, to: 2026-12-31}, {from: %s}]}
            """,
        ),
    ],
)
def test_what_nobody_can_read_is_not_told_to_be_missing(said: Said, name: str, plan: str) -> None:
    unread = plan.replace("2026-11-20, to: 2026-12-31", "soon") % "lots"
    assert said("wrong-type", unread)
    assert not said(name, unread)


def test_a_rule_points_behind_an_item_that_nobody_can_read(said: Said) -> None:
    plan = """
        workflow:
          blackouts:
            - {from: soon}
            - {from: 2026-12-24, to: 2026-12-20}
    """
    (found,) = said("backward-period", plan)
    assert (found.path, found.place.line) == (("workflow", "blackouts", 1, "to"), 7)
    assert found.related[0].place.line == 7


def test_a_list_in_an_included_file_wants_the_name_of_its_section(tmp_path: Path) -> None:
    plan = tmp_path / "socialplan.yaml"
    plan.write_text("socialplan: 1\ntitle: A\ninclude: [posts.yaml]\n", encoding="utf-8")
    (tmp_path / "posts.yaml").write_text("- {title: B}\n", encoding="utf-8")
    rules = [rule for rule in all_rules() if rule.name == "not-a-plan"]
    (found,) = lint(load_plan(read_plan(plan)), rules, TODAY, "en")
    assert "`posts:`" in (found.help or "")
    plan.write_text("- title: A\n", encoding="utf-8")
    (found,) = lint(load_plan(read_plan(plan)), rules, TODAY, "en")
    assert found.help == "Start from `socialplan init`."


def test_a_text_for_a_group_of_keys_is_not_told_of_its_full_width_signs(said: Said) -> None:
    (found,) = said("wrong-type", "period: 2026-12-01～2026-12-31")
    assert "half-width" not in found.message
    assert "{start: 2026-12-01, end: 2026-12-31}" in (found.help or "")


@pytest.mark.parametrize("share", ["50", "50 percent", "五成"])
def test_a_share_that_was_probably_meant_as_a_rate_is_for_a_person_to_look_at(
    said: Said, share: str
) -> None:
    (found,) = said("wrong-type", f"\npillars: [{{id: a, share: {share}}}]\n")
    assert found.fix is not None
    assert (found.fix.edits[0].new, str(found.fix.safety)) == ("50%", "unsafe")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "“frequency” is not a key of this section, and “cadence” is there already"),
        ("zh-TW", "這裡沒有「frequency」這個欄位，而「cadence」已經寫了"),
        ("zh-CN", "这里没有“frequency”这个字段，而“cadence”已经写了"),
    ],
)
def test_no_key_is_proposed_that_is_there_already(said: Said, language: str, told: str) -> None:
    plan = "\naccounts: [{id: a, platform: x, cadence: [], frequency: 2}]\n"
    (found,) = said("unknown-key", plan, language=language)
    assert (found.message, found.help, found.fix) == (told, None, None)


def test_a_day_without_its_year_may_be_written_in_english(said: Said) -> None:
    period = "period: {start: 2026-12-01, end: 2027-01-31}"
    (found,) = said("wrong-type", f"\n{period}\nposts: [{{title: a, at: Jan 5 at 7pm}}]\n")
    assert "“2027-01-05 19:00”" in (found.help or "")
