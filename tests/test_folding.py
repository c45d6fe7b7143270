"""One text in many writings: which are taken for the same, and where their characters stand."""

from __future__ import annotations

import pytest

from socialplan.folding import fold, same, simplified, writings


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("雙11週年慶", "双１１周年庆"),
        ("ＳＡＬＥ 第①波", "sale 第1波"),
        ("台灣 臺灣", "台湾 台湾"),
        ("蘋果麵包", "苹果面包"),
        ("ﬁne café", "fine cafe\u0301"),
        ("限時：５ 折！", "限时:5 折!"),
    ],
)
def test_writings_of_one_text_are_the_same(written: str, other: str) -> None:
    assert same(written) == same(other)


@pytest.mark.parametrize(
    ("written", "other"), [("品質", "質量"), ("11", "12"), ("買一送一", "賣一送一")]
)
def test_other_words_stay_others(written: str, other: str) -> None:
    assert same(written) != same(other)


def test_simplifying_keeps_every_character_in_its_place() -> None:
    text = "髮型Ａ　臺灣，週五！"
    assert len(simplified(text)) == len(text)
    assert simplified(text)[0] == "发"


def test_what_is_found_in_folded_text_is_found_in_the_text() -> None:
    text = "全館㊣品１０㎏起"
    folded = fold(text)
    start = folded.text.index("10kg")
    within = folded.unfolded(start, start + len("10kg"))
    assert text[slice(*within)] == "１０㎏"


def test_plain_text_is_left_as_it_is() -> None:
    folded = fold("早安，您好")
    assert folded.text == "早安，您好"
    assert folded.unfolded(1, 3) == (1, 3)


def test_a_character_has_all_its_forms() -> None:
    assert set("发發髮") <= set(writings("髮"))
    assert set(writings("a")) == {"a", "A"}
