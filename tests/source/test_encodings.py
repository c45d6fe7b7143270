"""Files that are not UTF-8, and characters that no YAML file may hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from socialplan.source import read_text

TAIWAN = "title: 小熊咖啡社群計劃\nposts:\n  - text: 加入好友享優惠,我們的週年慶活動開始了\n"
CHINA = "title: 小熊咖啡社群计划\nposts:\n  - text: 我们的周年庆活动开始了,关注有优惠\n"
JAPAN = "title: くまコーヒーの計画\nposts:\n  - text: 友だちになると割引があります\n"
KOREA = "title: 곰 커피 계획\nposts:\n  - text: 우리는 이번 주에 할인을 시작합니다\n"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (TAIWAN, "cp950", "big5"),
        (TAIWAN, "utf-16", "utf-16-le"),
        (TAIWAN, "utf-16-be", "utf-16-be"),
        ("title: plan\n" * 5, "utf-16-le", "utf-16-le"),
        (CHINA, "gbk", "gb18030"),
        (CHINA, "utf-32", "utf-32-le"),
        ("title: plan\n" * 5, "utf-32-be", "utf-32-be"),
        (JAPAN, "cp932", "shift-jis"),
        (JAPAN, "euc_jp", "euc-jp"),
        (KOREA, "cp949", "euc-kr"),
        ("title: Café\n", "cp1252", "windows-1252"),
        ("title: It’s here – “now”\n", "cp1252", "windows-1252"),
        ("title: Señor José in Köln\nposts: [{text: Café}]\n", "cp1252", "windows-1252"),
    ],
)
def test_other_encodings_are_named(text: str, codec: str, encoding: str) -> None:
    source = read_text(text.encode(codec), "plan.yaml")
    (mistake,) = source.mistakes
    assert mistake.rule == "not-utf-8"
    assert mistake.problem.words == {"encoding": encoding}
    assert source.data == {}


def test_the_first_bad_byte_is_shown() -> None:
    source = read_text("a: 1\nb: 好\nc: x".encode() + b"\xff\xfe\n", "plan.yaml")
    (mistake,) = source.mistakes
    assert mistake.problem.span is not None
    assert source.place(mistake.problem.span)[1:3] == (3, 5)


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\uffff"])
def test_control_characters_are_said_and_read_over(char: str) -> None:
    source = read_text(f"a: 1\nb: 好{char}x\nc: 3\n", "plan.yaml")
    (mistake,) = source.mistakes
    assert mistake.rule == "invalid-yaml"
    assert mistake.problem.words["reason"] == "control-character"
    assert mistake.problem.words["text"] == f"U+{ord(char):04X}"
    assert mistake.problem.path == ("b",)
    assert mistake.problem.span is not None
    assert source.place(mistake.problem.span)[1:] == (2, 5, 2, 6)
    assert source.data == {"a": 1, "b": "好 x", "c": 3}


def test_a_character_that_json_writes_as_two_escapes_is_read() -> None:
    text = json.dumps({"a": "x🍎好y", "b": ["🍎", "👩\u200d🌾"], "🍎": 1, "c": "\\ud83c"})
    source = read_text(text, "plan.json")
    assert source.mistakes == []
    assert source.data == json.loads(text)
    assert source.text(source.within(("a",), 1, 2)) == "\\ud83c\\udf4e"
    assert source.text(source.within(("a",), 3, 4)) == "y"
    assert source.text(source.span(("b", 1))) == json.dumps("👩\u200d🌾")


def test_half_of_such_a_character_is_explained_and_elsewhere_both_are_text() -> None:
    text = 'a: "x\\ud83c\\udf4e"\nb: "\\ud83c"\nc: 3\nd: \'\\ud83c\\udf4e\'\ne: \\ud83c\\udf4e\n'
    source = read_text(text, "plan.yaml")
    assert [m.problem.words["reason"] for m in source.mistakes] == ["surrogate-escape"]
    both = "\\ud83c\\udf4e"
    assert source.data == {"a": "x🍎", "b": "\\ud83c", "c": 3, "d": both, "e": both}


@example({"": "\\\U00010000"})
@example({"a": "\\\\🍎🍎\\"})
@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=4))
def test_plans_in_json_are_read_as_they_are_meant(data: dict[str, str]) -> None:
    text = json.dumps(data)
    halves = any("\ud800" <= char <= "\udfff" for pair in data.items() for char in "".join(pair))
    assume(not halves and "<<" not in data)
    assert read_text(text, "plan.json").data == data


def test_surrogates_from_standard_input_are_no_text() -> None:
    source = read_text("a: \udce9\n", "-")
    assert [mistake.rule for mistake in source.mistakes] == ["not-utf-8"]
    assert source.files[0].text == "a: \ufffd\n"


def test_invisible_characters_are_kept() -> None:
    assert read_text("a: x\u202e\u200by\n", "-").data == {"a": "x\u202e\u200by"}
