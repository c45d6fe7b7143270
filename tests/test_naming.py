"""Messages name what the plan refers to by ids, in the language of the reader."""

from __future__ import annotations

from datetime import date

import pytest

from socialplan.linting import lint
from socialplan.linting.naming import named
from socialplan.loading import Loaded, load_plan
from socialplan.rules import all_rules
from socialplan.source import read_text
from socialplan.translating import Term

PLAN = """
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
team: [{id: amy, name: Amy}]
personas: [{id: mei, name: Mei}]
accounts:
  - {id: line, platform: line-oa, owner: amy}
  - {id: one, platform: instagram, handle: "@one", owner: amy}
  - {id: two, platform: instagram, name: 小熊日常}
"""


@pytest.fixture
def loaded() -> Loaded:
    return load_plan(read_text(PLAN, "socialplan.yaml", None))


@pytest.mark.parametrize(
    ("word", "value", "name"),
    [
        ("account", "line", "LINE 官方帳號"),
        ("account", "one", "Instagram @one"),
        ("group", "two", "小熊日常"),
        ("account", "lime", "lime"),
        ("person", "amy", "Amy"),
        ("persona", "mei", "Mei"),
        ("platform", "nowhere", "nowhere"),
        ("format", "broadcast", "群發"),
        ("format", "tape", "tape"),
        ("status", "in_review", "待檢查"),
        ("stage", "retain", "留存"),
        ("post", "line", "line"),
        ("account", Term("line"), Term("line")),
        ("count", 3, 3),
    ],
)
def test_ids_under_the_usual_words_get_names(
    loaded: Loaded, word: str, value: object, name: object
) -> None:
    assert named({word: value}, loaded.plan, "zh-TW")[word] == name


def test_names_of_the_catalogues_come_in_all_languages(loaded: Loaded) -> None:
    words = named({"platforms": ("instagram", "weibo"), "market": "TW"}, loaded.plan, "en")
    assert [one["zh-TW"] for one in words["platforms"]] == ["Instagram", "微博"]  # type: ignore[attr-defined]
    assert words["market"]["zh-CN"]  # type: ignore[index]


def test_a_message_speaks_of_names_and_its_help_of_what_to_write(loaded: Loaded) -> None:
    rule = next(one for one in all_rules() if one.name == "unknown-subscription")
    text = PLAN.replace("owner: amy}", "owner: amy, subscription: tw-lite}", 1)
    plan = load_plan(read_text(text, "socialplan.yaml", None))
    (found,) = lint(plan, [rule], date(2026, 11, 21), "zh-TW")
    assert found.message == "「LINE 官方帳號」沒有「tw-lite」這個價格方案"
    assert found.help is not None
    assert "platforms line-oa" in found.help


def test_accounts_of_the_same_name_are_told_apart() -> None:
    accounts = [
        "{id: rednote, platform: xiaohongshu, name: 山野露营}",
        "{id: wechat, platform: wechat-oa, name: 山野露营}",
        "{id: other, platform: weibo, name: 山野}",
    ]
    plan = PLAN.partition("  - ")[0] + "".join(f"  - {one}\n" for one in accounts)
    words = {"account": ("rednote", "wechat", "other")}
    told = named(words, load_plan(read_text(plan, "socialplan.yaml", None)).plan, "zh-CN")
    assert told["account"] == ["小红书 山野露营", "微信公众号 山野露营", "山野"]


def test_a_mistake_behind_an_anchor_is_told_once() -> None:
    crew = "x: &crew {author: amy, publishr: bo, reviewer: nobody}\nposts:\n"
    posts = "".join(
        f"  - {{<<: *crew, id: p{n}, account: line, at: 2026-12-{n:02} 10:00, text: Hello}}\n"
        for n in range(1, 9)
    )
    loaded = load_plan(read_text(PLAN + crew.replace("x:", "hashtag_sets:") + posts, "plan", None))
    found = lint(loaded, all_rules(), date(2026, 11, 21))
    line = PLAN.count("\n") + 1
    codes = [one.code for one in found if one.place.line == line]
    assert "PLN203" in codes
    assert codes.count("PLN203") == 1
    assert codes.count("PLN102") == 1
