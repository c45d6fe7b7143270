"""Every word exists in every language, with the same blanks to fill."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplan.translating import (
    LANGUAGES,
    LONGEST_WORD,
    MESSAGES,
    Term,
    UnknownLanguageError,
    fill,
    known_language,
    language_of_run,
    topic_messages,
    words,
)

TOPICS = sorted(path.stem for path in (MESSAGES / "en").glob("*.yaml"))


def blanks(text: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name}


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_message_exists_in_every_language_with_the_same_blanks(
    topic: str, language: str
) -> None:
    english, other = topic_messages("en", topic), topic_messages(language, topic)
    assert set(english) == set(other)
    for key, text in english.items():
        assert isinstance(other[key], str), key
        assert blanks(text) == blanks(other[key]), key


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-TW", "zh-TW"),
        ("zh_TW.UTF-8", "zh-TW"),
        ("zh-Hant-HK", "zh-TW"),
        ("zh", "zh-TW"),
        ("tw", "zh-TW"),
        ("zh-Hans", "zh-CN"),
        ("zh_CN", "zh-CN"),
        ("cn", "zh-CN"),
        ("zh-SG", "zh-CN"),
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("POSIX", "en"),
    ],
)
def test_many_tags_mean_the_three_languages(tag: str, language: str) -> None:
    assert known_language(tag) == language


def test_a_language_we_do_not_speak_is_refused_when_asked_for_and_english_when_met() -> None:
    with pytest.raises(UnknownLanguageError):
        language_of_run("fr", {})
    assert language_of_run(None, {"LANG": "fr_FR.UTF-8"}) == "en"
    assert language_of_run(None, {"LANG": "en_US", "SOCIALPLAN_LANG": "zh-CN"}) == "zh-CN"
    assert language_of_run(None, {}) == "en"


@given(st.text())
def test_what_people_typed_is_never_filled_again_and_long_text_is_cut(text: str) -> None:
    said = fill("<{name}>", {"name": text}, "en")
    assert said[0] + said[-1] == "<>"
    assert len(said) <= LONGEST_WORD + 2
    if len(text) <= LONGEST_WORD:
        assert said == f"<{text}>"


def test_terms_are_said_in_the_language_and_lists_with_its_commas() -> None:
    assert fill("{kind}: {known}", {"kind": Term("kind-goal"), "known": ["a", "b"]}, "zh-TW") == (
        "目標: a、b"
    )
    with pytest.raises(KeyError):
        words("en")("lint.no-such-message")


@pytest.mark.parametrize(
    ("count", "sentence"), [(0, "0 ideas wait"), (1, "1 idea waits"), (2, "2 ideas wait")]
)
def test_a_number_chooses_between_one_and_many(count: int, sentence: str) -> None:
    text = "{count} {count:idea|ideas} {count:waits|wait}"
    assert fill(text, {"count": count}, "en") == sentence
