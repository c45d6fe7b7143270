"""What the examples of the rules of shape cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from socialplan.rules import nearest

if TYPE_CHECKING:
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
    ],
)
def test_a_market_is_written_by_its_code(said: Said, written: str, code: str) -> None:
    (found,) = said(
        "unknown-market", f"\nbrand: {{name: 小熊, market: {written}}}\n", language="zh-TW"
    )
    assert "沒有" not in found.message
    assert found.fix is not None
    assert found.fix.edits[0].new == code
