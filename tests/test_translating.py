"""Every word exists in every language, with the same blanks to fill."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplan.facts.lexicons import alike
from socialplan.facts.locale_words import locale_words
from socialplan.rules import all_rules
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

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOPICS = sorted(path.stem for path in (MESSAGES / "en").glob("*.yaml"))
CHINESE = LANGUAGES[1:]
NAMES = {"GIF", "MB", "Pin", "Reels", "SMART", "Shorts", "px"}
"""Words that stay as they are in every language."""


def blanks(text: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name}


@pytest.mark.parametrize("language", CHINESE)
def test_each_language_has_the_same_files(language: str) -> None:
    families = {rule.family for rule in all_rules()}
    in_code = {"help", "plan", "sources", *families}  # their English stands in the code
    found = {path.stem for path in (MESSAGES / language).glob("*.yaml")}
    assert found == {*TOPICS, *in_code}


@pytest.mark.parametrize("language", CHINESE)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_message_exists_in_every_language_with_the_same_blanks(
    topic: str, language: str
) -> None:
    english, other = topic_messages("en", topic), topic_messages(language, topic)
    assert set(english) == set(other)
    for key, text in english.items():
        assert isinstance(other[key], str), key
        assert blanks(text) == blanks(other[key]), key


def said_in(language: str) -> Iterator[tuple[str, str]]:
    """All messages of a language, with where they stand."""
    for path in sorted((MESSAGES / language).glob("*.yaml")):
        for key, text in topic_messages(language, path.stem).items():
            # A law's name is written as its country writes it.
            yield f"{path.stem}.{key}", re.sub("《[^》]*》", "《》", str(text))


@pytest.mark.parametrize("language", CHINESE)
def test_each_source_that_is_translated_is_a_rules(language: str) -> None:
    sources = {rule.source for rule in all_rules()}
    assert topic_messages(language, "sources").keys() <= sources


DOCUMENTS = ("Doran (1981), ", "Femmer et al. (2016), ", "ISO ", "YAML 1.2.2", "《", "公平會")
"""How sources begin that are names of documents, which nobody translates."""


@pytest.mark.parametrize("language", CHINESE)
def test_a_source_that_says_something_says_it_in_chinese(language: str) -> None:
    left = {rule.source for rule in all_rules()} - topic_messages(language, "sources").keys()
    assert {source for source in left if not source.startswith(DOCUMENTS)} == set()


def scaffolds_in(root: Path, language: str) -> Iterator[tuple[str, str]]:
    """All lines of the plans that `init` starts, with where they stand."""
    for path in sorted((root / "templates/plans").glob(f"*.{language}.*")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", line


def test_every_word_that_a_page_asks_for_exists(root: Path) -> None:
    asked = [
        (path.name, key)
        for path in (root / "templates/views").glob("*.j2")
        for key in re.findall(r"""\bt\(\s*["']([\w.-]+)["']\s*[,)]""", path.read_text("utf-8"))
    ] + [
        (path.name, key)
        for path in (root / "src/socialplan").rglob("*.py")
        for key in re.findall(r"""\bpage\.word\(\s*"([\w.-]+)"\s*[,)]""", path.read_text("utf-8"))
    ]
    assert len(asked) > 200
    for place, asked_for in asked:
        topic, _, key = (asked_for if "." in asked_for else f"views.{asked_for}").partition(".")
        assert key in topic_messages("en", topic), f"{place}: {asked_for}"


@pytest.mark.parametrize("language", CHINESE)
def test_no_english_is_left_in_a_chinese_message(language: str) -> None:
    for place, text in said_in(language):
        bare = re.sub(r"\{[^}]*\}|`[^`]*`|https?://\S+", "", text)
        words = set(re.findall("[A-Za-z]{2,}", bare))
        assert re.search("[\u3400-\u9fff]", bare) or words <= NAMES, f"{place}: {text}"


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_is_written_in_one_script(root: Path, language: str) -> None:
    for place, text in (*said_in(language), *scaffolds_in(root, language)):
        strange = [
            char for char in text if "\u3400" <= char <= "\u9fff" and not fits(char, language)
        ]
        assert strange == [], f"{place}: {text}"


def fits(char: str, language: str) -> bool:
    """Whether a character belongs to the script: Big5 is Taiwan's, GB 2312 the mainland's.

    Both also list rare characters, among which are forms of the other script.
    """
    encoding, rare_from = {"zh-TW": ("big5", 0xC9), "zh-CN": ("gb2312", 0xD8)}[language]
    try:
        lead = char.encode(encoding)[0]
    except UnicodeEncodeError:
        return False
    return lead < rare_from or char not in other_script(language)


def other_script(language: str) -> set[str]:
    """The characters that a language writes otherwise; the first of a group is simplified."""
    groups = {group for group in alike().values() if len(group) > 1}
    simplified = {group[0] for group in groups}
    traditional = {char for group in groups for char in group[1:]}
    return simplified - traditional if language == "zh-TW" else traditional - simplified


@pytest.mark.parametrize(
    ("language", "fine", "strange"),
    [("zh-TW", "台灣后里只准", "国双体无万与"), ("zh-CN", "台湾后里只准", "國雙體無萬與")],
)
def test_the_scripts_are_told_apart(language: str, fine: str, strange: str) -> None:
    assert [char for char in fine if not fits(char, language)] == []
    assert [char for char in strange if fits(char, language)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_is_worded_as_people_there_say_it(root: Path, language: str) -> None:
    locale = locale_words(language)
    assert locale is not None
    longest_first = sorted((*locale.words, *locale.fine), key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, longest_first)))
    for place, text in (*said_in(language), *scaffolds_in(root, language)):
        strange = [word for word in known.findall(text) if word in locale.words]
        assert strange == [], f"{place}: {text}"


ANOTHER_WORD = {
    "zh-TW": {"儀式": "固定活動", "條貼文": "則貼文", "空檔": "空時段", "徵兆": "跡象"},
    "zh-CN": {
        "条内容": "条帖子",
        "篇帖子": "条帖子",
        "空时段": "空档",
        "审批": "批准",
        "已通过": "已批准",
        "已排期": "已定时",
        "气泡": "消息",
        "仪式": "固定活动",
        "烦恼": "痛点",
        "你": "您",
    },
}
"""Words for what our messages call otherwise: a thing has one name on all pages."""


@pytest.mark.parametrize("language", CHINESE)
def test_a_thing_is_called_the_same_in_all_messages(language: str) -> None:
    for place, text in said_in(language):
        other = {word: ours for word, ours in ANOTHER_WORD[language].items() if word in text}
        assert other == {}, f"{place}: {text}"


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_has_no_space_beside_its_own_punctuation(language: str) -> None:
    for place, text in said_in(language):
        assert not re.search("[，。：、；！？（）] | [，。：、；！？（）]", text), (
            f"{place}: {text}"
        )


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


@pytest.mark.parametrize(
    ("text", "named", "said"),
    [
        ("{a} 上的這則", {"a": "LINE 官方帳號"}, "LINE 官方帳號上的這則"),
        ("{a} 上的這則", {"a": "Instagram"}, "Instagram 上的這則"),
        ("在 {a} 的內文", {"a": "小紅書"}, "在小紅書的內文"),
        ("{a} {b} 140", {"a": "X（推特）", "b": "最多"}, "X（推特）最多 140"),
        ("用 {a} API", {"a": "微博"}, "用微博 API"),
        ("「{a} b」", {"a": "春天 來了"}, "「春天 來了 b」"),
    ],
)
def test_no_space_is_left_where_chinese_meets_chinese(
    text: str, named: dict[str, str], said: str
) -> None:
    assert fill(text, named, "zh-TW") == said
    assert fill("{a} is", {"a": "小紅書"}, "en") == "小紅書 is"


@pytest.mark.parametrize(
    ("language", "text", "word", "said"),
    [
        (
            "zh-TW",
            "「{a}」：{a}",
            "讓「早鳥『班』」坐滿",
            "「讓『早鳥「班」』坐滿」：讓「早鳥『班』」坐滿",
        ),
        ("zh-CN", "“{a}”：{a}", "让“早鸟”坐满", "“让‘早鸟’坐满”：让“早鸟”坐满"),
        ("en", "“{a}” {a}", "Fill “Early bird”", "“Fill ‘Early bird’” Fill “Early bird”"),
        ("en", "“{a}” {n} {n:day|days}", "don’t “go”", "“don’t ‘go’” 2 days"),
        ("en", "“{n:day|days}” {a}", "“go”", "“days” “go”"),
        ("en", "“{path}”", "a “b”.md", "“a “b”.md”"),
        ("zh-TW", "「{a}」", "「", "「「」"),
        ("zh-CN", "“{a}”", "“”", "““””"),
        ("en", "“{{a}}” is {a}, “{{{a}}}” too", "“go”", "“{a}” is “go”, “{‘go’}” too"),
    ],
)
def test_quotation_marks_within_quotation_marks_are_the_inner_ones(
    language: str, text: str, word: str, said: str
) -> None:
    assert fill(text, {"a": word, "n": 2, "path": word}, language) == said
