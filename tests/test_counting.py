from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socialplan.counting import (
    COUNTERS,
    count,
    fitting,
    hashtags,
    is_valid_on_x,
    mentions,
    x_links,
)

FAMILY = "👨‍👩‍👧‍👦"
SUITE = Path(__file__).parents[2] / "shared" / "contracts" / "twitter-text-validate.yml"
with_suite = pytest.mark.skipif(not SUITE.exists(), reason="X's own suite is not beside us")


@cache
def suite() -> dict[str, list[dict[str, Any]]]:
    if not SUITE.exists():
        return {}
    tests: dict[str, list[dict[str, Any]]] = yaml.safe_load(SUITE.read_text("utf-8"))["tests"]
    return tests


def cases(section: str) -> list[Any]:
    return [pytest.param(case, id=case["description"]) for case in suite().get(section, [])]


# Emoji sequences weigh 2 since version 3; this section still holds version 2's weights for three.
VERSION_2 = {
    "Count a mix of single byte single word, and double word unicode characters",
    "Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers",
}
COUNTED = [
    case
    for section in ("WeightedTweetsCounterTest", "WeightedTweetsWithDiscountedEmojiCounterTest")
    for case in cases(section)
    if section != "WeightedTweetsCounterTest" or case.id not in VERSION_2
] + cases("UnicodeDirectionalMarkerCounterTest")


@with_suite
@pytest.mark.parametrize("case", COUNTED)
def test_x_counts_as_its_own_suite(case: dict[str, Any]) -> None:
    expected = case["expected"]
    weight = count("x_weighted", case["text"])
    assert weight == expected["weightedLength"]
    assert weight * 1000 // 280 == expected["permillage"]
    assert is_valid_on_x(case["text"]) is expected["valid"]
    assert count("utf16", case["text"]) - 1 == expected["displayRangeEnd"]


@with_suite
@pytest.mark.parametrize("case", [c for c in COUNTED if c.id != "Handle invalid characters"])
def test_x_finds_where_its_suite_says_the_excess_begins(case: dict[str, Any]) -> None:
    kept = case["text"][: fitting("x_weighted", case["text"], 280)]
    assert count("utf16", kept) - 1 == case["expected"]["validRangeEnd"]


# The section still speaks of 140 characters; what it says of less holds for 280 as well.
@with_suite
@pytest.mark.parametrize("case", [c for c in cases("tweets") if "141" not in str(c.id)])
def test_x_takes_what_its_suite_takes(case: dict[str, Any]) -> None:
    assert is_valid_on_x(case["text"]) is case["expected"]


# Addresses that a browser takes but that X does not find in a text, and the reverse.
NOT_FOUND_IN_TEXT = {
    "Valid url: port and userinfo",
    "Valid url: ipv4",
    "Valid url: ipv6",
    "Valid url: sub delims and question marks",
}


@with_suite
@pytest.mark.parametrize(
    "case",
    [
        case
        for case in cases("urls") + cases("urls_without_protocol")
        if case.id not in NOT_FOUND_IN_TEXT
    ],
)
def test_x_sees_the_links_of_its_suite(case: dict[str, Any]) -> None:
    whole = (0, len(case["text"]))
    assert (list(x_links(case["text"])) == [whole]) is case["expected"]


@with_suite
@pytest.mark.parametrize("case", cases("hashtags"))
def test_hashtags_of_x_suite(case: dict[str, Any]) -> None:
    whole = [(0, len(case["text"]), case["text"][1:])]
    assert (list(hashtags(case["text"])) == whole) is case["expected"]


@with_suite
@pytest.mark.parametrize("case", cases("usernames"))
def test_usernames_of_x_suite(case: dict[str, Any]) -> None:
    found = [text for *_, text in mentions(case["text"])]
    assert (found == [case["text"][1:]] and "-" not in found[0]) is case["expected"]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("訂購https://t.co/abc你好", ["https://t.co/abc"]),
        ("詳見example.com，謝謝", ["example.com"]),
        ("你好example.com你好", ["example.com"]),
        ("訂購：https://shop.kuma.tw/a?x=1&y=2。", ["https://shop.kuma.tw/a?x=1&y=2"]),
        ("(https://en.wikipedia.org/wiki/A_(b))", ["https://en.wikipedia.org/wiki/A_(b)"]),
        ("例子.台灣 與 https://例子.台灣/路", ["https://例子.台灣/"]),
        ("a@example.com foo_bar.com 1.5萬 v2.0 U.S.A", []),
        ("http://t.co/abcdef/xyz", ["http://t.co/abcdef"]),
        ("see example.com/a and kuma.tw", ["example.com/a", "kuma.tw"]),
        ("https://t.co/" + "a" * 41, []),
        ("no dots at all", []),
        ("…. .. .com", []),
    ],
)
def test_links_that_x_shortens(text: str, links: list[str]) -> None:
    assert [text[start:end] for start, end in x_links(text)] == links


@pytest.mark.parametrize(
    ("counter", "text", "length"),
    [
        ("code_points", FAMILY, 7),
        ("utf16", FAMILY, 11),
        ("utf8_bytes", FAMILY, 25),
        ("graphemes", FAMILY, 1),
        ("x_weighted", FAMILY, 2),
        ("threads_mixed", FAMILY, 25),
        ("threads_mixed", "早安🎉", 6),
        ("graphemes", "🇹🇼👍🏽1️⃣é", 4),
        ("graphemes", "a\r\nb", 3),
        ("graphemes", "か\u3099", 1),
        ("utf16", "🍎", 2),
        ("x_weighted", "小熊咖啡", 8),
        ("x_weighted", "看 example.com", 26),
        ("x_weighted", "©®", 2),
        ("x_weighted", "❤️", 2),
        ("x_weighted", "a\r\nb", 3),
        ("xhs_width", "二十個字" * 5, 20),
        ("xhs_width", "a" * 40, 20),
        ("xhs_width", "a" * 39, 20),
        ("xhs_width", "🍎", 2),
        ("mastodon", "https://example.com/" + "a" * 50, 23),
        ("mastodon", "@alice@example.com", 6),
        ("mastodon", "example.com", 11),
        ("mastodon", "看https://a.tw 吧", 26),
    ],
)
def test_known_lengths(counter: str, text: str, length: int) -> None:
    assert count(counter, text) == length


def test_hashtags_in_chinese_text() -> None:
    text = "新品上市#小熊咖啡，＃週年慶 #123 https://a.tw/#top a#b"
    assert [name for *_, name in hashtags(text)] == ["小熊咖啡", "週年慶"]
    assert [name for *_, name in hashtags("#小熊 咖啡# 來 #一半", "paired")] == ["小熊 咖啡"]
    assert list(hashtags("#小熊", "none")) == []


def test_mentions_are_no_addresses() -> None:
    assert [name for *_, name in mentions("找@kuma.tw.吧 a@b.com ＠bear")] == ["kuma.tw", "bear"]


PIECES = [*"aZ1 .,@#/小熊\u0301\u200d\ufe0f\n\r", FAMILY, "🎉", "🇹🇼", "https://a.tw"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(st.sampled_from(PIECES)).map(
    "".join
)


@given(TEXTS)
def test_counters_keep_their_order(text: str) -> None:
    lengths = [count(name, text) for name in ("graphemes", "code_points", "utf16", "utf8_bytes")]
    assert lengths == sorted(lengths)
    assert count("code_points", text) <= count("threads_mixed", text) <= count("utf8_bytes", text)


@given(TEXTS)
def test_x_weighs_composed_and_decomposed_text_alike(text: str) -> None:
    forms = {count("x_weighted", unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(TEXTS, TEXTS)
def test_joined_texts_add_up(one: str, other: str) -> None:
    for name in ("code_points", "utf16", "utf8_bytes"):
        assert count(name, one + other) == count(name, one) + count(name, other)
    apart = count("graphemes", one) + count("graphemes", other)
    assert count("graphemes", one + other) <= apart


@given(TEXTS, st.integers(0, 60), st.sampled_from(sorted(COUNTERS)))
def test_what_fits_fits(text: str, limit: int, counter: str) -> None:
    kept = fitting(counter, text, limit)
    assert 0 <= kept <= len(text)
    assert count(counter, text) > limit or kept == len(text)


@given(st.text(st.characters(codec="ascii", exclude_characters=".\r@:")))
def test_plain_ascii_counts_the_same_for_all_but_xiaohongshu(text: str) -> None:
    lengths = {count(name, text) for name in COUNTERS if name != "xhs_width"}
    assert lengths == {len(text)}
