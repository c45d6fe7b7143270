"""Rules of one's own: what they find, and what is said of those that cannot be rules."""

from __future__ import annotations

import json
import re
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
import regex
from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from socialplan.config import BadConfig, settings_from
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.rules.custom import custom_rules
from socialplan.rules.custom.sizes import too_large
from socialplan.source import read_text
from socialplan.translating import LANGUAGES, words

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.finding import Finding
    from socialplan.rule import Rule

WHOLE = {
    "code": '"ACM001"',
    "name": '"own"',
    "message": '"m"',
    "given": '"posts[*].title"',
    "then": "{required = true}",
}
"""One key a line, from the second line on."""


def declared(folder: Path, text: str) -> tuple[Rule, ...]:
    path = folder / "socialplan.toml"
    path.write_text(text, encoding="utf-8")
    return custom_rules(settings_from(path), all_rules())


def table(**keys: str) -> str:
    told = {key: value for key, value in (WHOLE | keys).items() if value}
    return "[[rules]]\n" + "".join(f"{key} = {value}\n" for key, value in told.items())


def found(folder: Path, plan: str, language: str = "en", **keys: str) -> list[Finding]:
    """What a rule finds in posts and other parts of a plan."""
    text = "socialplan: 1\ntitle: Example\nbrand: {name: Little Bear, market: TW}\n" + dedent(
        plan
    ).lstrip("\n")
    loaded = load_plan(read_text(text, "socialplan.yaml", None))
    return lint(loaded, declared(folder, table(**keys)), date(2026, 11, 21), language)


MISTAKES = [
    # keys
    ({"nmae": '"a"'}, "7:1", "there is no “nmae”; did you mean “name”?"),
    ({"colour": '"a"'}, "7:1", "there is no “colour”; there are code, name"),
    ({"message": ""}, "1:3", "“message” is missing; write message = "),
    ({"then": ""}, "1:3", "“then” is missing; write then = {required = true}"),
    ({"code": '"acm1"'}, "2:8", "“acm1” is no code"),
    ({"code": "7"}, "2:1", "“code” is a text; put it in quotes"),
    ({"code": '"SCH101"'}, "2:8", "“SCH101” is taken by SCH101 backward-period"),
    ({"code": '"SUP901"'}, "2:8", "codes that begin with SUP are socialplan's own"),
    ({"name": '"No Shouting"'}, "3:8", "“No Shouting” is no name"),
    ({"name": '"backward-period"'}, "3:8", "is taken by SCH101 backward-period"),
    ({"severity": '"warn"'}, "7:12", "no severity “warn”; did you mean “warning”?"),
    ({"severity": "2"}, "7:1", "“severity” is a text; put it in quotes"),
    ({"bad": "7"}, "7:1", "“bad” is a text; put it in quotes"),
    # words
    ({"message": "7"}, "4:1", "“message” is a text, or one for each language, as {en = "),
    ({"message": '{en = "a", fr = "b"}'}, "4:22", "there is no language “fr”; choose one of en"),
    ({"message": '"{vlaue}"'}, "4:1", "nothing fills {vlaue} in “message”"),
    ({"message": '"{value:x}"'}, "4:1", "nothing fills {value:x}"),
    ({"message": '"{found}"'}, "4:1", "nothing fills {found} in “message”"),
    ({"help": '"{}"'}, "7:1", "nothing fills {} in “help”"),
    ({"message": '"{"'}, "4:1", "has a lone brace; write {{ or }}"),
    (
        {"message": '"{measured}"', "then": "{required = true, length = {max = 9}}"},
        "4:1",
        "{measured} in “message” stays blank where required fails",
    ),
    # given
    ({"given": '"posts..title"'}, "5:9", "“posts..title” is no path into a plan"),
    ({"given": '"posts[-1].title"'}, "5:9", "is no path into a plan"),
    ({"given": '"$.posts[*].title"'}, "5:9", "paths look like posts[*].title"),
    ({"given": "7"}, "5:9", "“7” is no path"),
    ({"given": "[]"}, "5:9", "“[]” is no path"),
    ({"given": '["*"]'}, "5:10", "“*” is no path into a plan; paths look like posts[*].title"),
    ({"given": '"[0].title"'}, "5:9", "“[0].title” is no path into a plan"),
    ({"given": f'"posts[{"9" * 5000}].title"'}, "5:9", "is no path into a plan"),
    ({"given": '"post[*].title"'}, "5:9", "no plan has “post” there; did you mean posts?"),
    ({"given": '"posts[*].titel"'}, "5:9", "did you mean posts[*].title?"),
    ({"given": '"zzz"'}, "5:9", "no plan has “zzz” there; there are accounts, assumptions"),
    ({"given": '"posts.title"'}, "5:9", "is a list; for each of its entries write posts[*].title"),
    ({"given": '"brand[*]"'}, "5:9", "“brand” is no list; leave out [*]"),
    ({"given": '"posts[*].title.en"'}, "5:9", "“posts[*].title” is a single value"),
    ({"given": '["posts[*].title", "posts[*].txt"]'}, "5:28", "did you mean posts[*].text?"),
    # then
    ({"then": "{}"}, "6:1", "“then” says what must hold, as {required = true}; there are pattern"),
    ({"then": "[{required = true}]"}, "6:1", "“then” says what must hold"),
    ({"then": '{patern = "a"}'}, "6:9", "“then” knows no “patern”; did you mean “pattern”?"),
    ({"then": '{required = "true"}'}, "6:9", "“required” is true or left out"),
    ({"then": "{length = 60}"}, "6:9", "“length” is written as {min = 1, max = 60}"),
    ({"then": "{length = {}}"}, "6:9", "“length” is written as"),
    ({"then": "{length = {max = true}}"}, "6:9", "“length” is written as"),
    ({"then": "{length = {min = 9, max = 2}}"}, "6:9", "nothing is at least 9 and at most 2 long"),
    ({"then": "{enumeration = [1, 2]}"}, "6:9", "“enumeration” is a text or a list of texts, as"),
    ({"then": "{forbidden = []}"}, "6:9", "“forbidden” is a text or a list of texts, as"),
    ({"then": '{forbidden = "up, down"}'}, "6:21", "write ['up', 'down'], and if it is one, "),
    ({"then": '{forbidden = "最佳、第一"}'}, "6:21", "write ['最佳', '第一']"),
    ({"then": "{forbidden = 'a*'}"}, "6:21", "would forbid everything"),
    ({"then": '{forbidden = "\\bfree\\b"}'}, "6:9", "put “forbidden” in single quotes: '\\b…'"),
    ({"then": "{forbidden = ['*A']}"}, "6:22", "to find exactly these characters write '\\*A'"),
    ({"then": "{pattern = '('}"}, "6:19", "“(” is no regular expression (missing ))"),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "place", "said"), MISTAKES, ids=lambda one: str(one)[:40])
def test_what_is_no_rule_is_answered_with_its_place_and_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: dict[str, str], place: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadConfig) as refused:
        declared(tmp_path, table(**keys))
    error = refused.value
    sentences = [words(one)(f"errors.{error.message}", **error.named) for one in LANGUAGES]
    assert sentences[0].startswith(f"socialplan.toml:{place}: rule 1: ")
    assert said in sentences[0]
    for sentence in sentences[1:]:
        assert sentence.startswith(f"socialplan.toml:{place}：")
        assert re.search("[\u3400-\u9fff]", sentence.partition("：")[2])


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('then = {pattern = "\\d"}', ":2:22", "put this text in single quotes"),
        ("then = {required = true}\nthen = {length = {max = 3}}\n", ":3:", "written twice"),
        ("message = “loud”", ":2:11", "between straight quotes"),
        ("message：“loud”", ":2:8", "a key is followed by ="),
        ('message = "loud', "", "close its quotes"),
        ("then = {required = true,\n}", ":2:25", "must also end on the same line"),
    ],
)
def test_slips_of_toml_are_answered_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadConfig) as refused:
        declared(tmp_path, f"[[rules]]\n{text}")
    error = refused.value
    sentences = [words(one)(f"errors.{error.message}", **error.named) for one in LANGUAGES]
    assert said in sentences[0]
    assert all(one.startswith(f"socialplan.toml{place}") for one in sentences)


def test_two_rules_do_not_share_a_name(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="config-rule-taken"):
        declared(tmp_path, table() + table(code='"ACM002"'))


POSTS = """
    posts:
      - title: Free coffee, free tea
        link: https://bit.ly/x
        tags: sale
        messages: [one, {text: two}]
      - {title: 早安, link: {url: "https://littlebear.tw"}, tags: [a, sale]}
      - {text: no title}
"""


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        ({}, [10]),
        ({"then": "{pattern = '^F'}"}, [9]),
        ({"then": "{forbidden = '(?i)free'}"}, [5]),
        ({"then": "{enumeration = ['早安']}"}, [5]),
        ({"then": "{length = {min = 3}}"}, [9]),
        ({"then": "{length = {max = 3}}"}, [5]),
        # Short forms are read as what they stand for.
        ({"given": '"posts[*].link.url"', "then": "{forbidden = 'bit\\.ly'}"}, [6]),
        ({"given": '"posts[*].tags[*]"', "then": "{forbidden = 'sale'}"}, [7, 9]),
        ({"given": '"posts[*].tags[0]"', "then": "{forbidden = 'sale'}"}, [7]),
        ({"given": '"posts[*].messages[*].text"', "then": "{pattern = 'x'}"}, [8, 8]),
        ({"given": '["posts[*].title", "posts[*].text"]', "then": "{pattern = 'x'}"}, [5, 9, 10]),
        # Only the last step of a path may be missing.
        ({"given": '"posts[*].link.utm"'}, [6, 9]),
        ({"given": '"brand.voice.tone"'}, []),
        ({"given": '"brand.promise"'}, [3]),
        ({"given": '"posts[1].title"', "then": "{pattern = 'x'}"}, [9]),
    ],
    ids=str,
)
def test_each_test_finds_what_does_not_hold(
    tmp_path: Path, keys: dict[str, str], lines: list[int]
) -> None:
    assert [one.place.line for one in found(tmp_path, POSTS, **keys)] == lines


def test_the_characters_of_a_forbidden_word_are_marked(tmp_path: Path) -> None:
    [one] = found(tmp_path, POSTS, then="{forbidden = 'free'}", message='"“{found}” in “{value}”"')
    assert (one.place.column, one.place.end_column) == (25, 29)
    assert one.message == "“free” in “Free coffee, free tea”"


@pytest.mark.parametrize(
    ("message", "help_"), [("{known}!", None), ("no title of ours", "Known here: 早安.")]
)
def test_what_a_message_lists_its_help_does_not_repeat(
    tmp_path: Path, message: str, help_: str | None
) -> None:
    [one] = found(tmp_path, POSTS, then="{enumeration = ['早安']}", message=f'"{message}"')
    assert one.help == help_


def test_characters_are_counted_as_readers_see_them(tmp_path: Path) -> None:
    told = {"then": "{length = {min = 2, max = 3}}", "message": '"{measured}, not {limit}"'}
    plan = "posts: [{title: 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧}, {title: a}, {title: abcd}]"
    assert [one.message for one in found(tmp_path, plan, **told)] == ["1, not 2", "4, not 3"]


def test_a_rule_speaks_the_languages_that_it_is_given(tmp_path: Path) -> None:
    told = {
        "message": '{zh-TW = "標題太吵", en = "too loud"}',
        "help": '"安靜一點"',
        "then": "{forbidden = 'F'}",
    }
    said = [found(tmp_path, POSTS, one, **told)[0] for one in LANGUAGES]
    assert [one.message for one in said] == ["too loud", "標題太吵", "標題太吵"]
    assert {one.help for one in said} == {"安靜一點"}


def test_a_slow_pattern_says_where_it_stands(tmp_path: Path) -> None:
    with pytest.raises(BadConfig) as refused:
        found(tmp_path, f"posts: [{{title: {'a' * 200}!}}]", then="{pattern = '(a|aa)+$'}")
    assert refused.value.message == "config-rule-slow"
    assert str(refused.value.named["path"]).endswith("socialplan.toml:6:19")


NESTED = (
    "((x{999}){999}){999}",
    "(?:[({]{99}\\{){9999,}",
    "(?x)((x) {999} # )\n) {999}",
    ".{200000}",
)


@pytest.mark.parametrize("pattern", NESTED)
def test_a_pattern_that_would_fill_the_memory_is_not_compiled(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(BadConfig) as refused:
        declared(tmp_path, table(then=f"{{pattern = {json.dumps(pattern)}}}"))
    assert refused.value.message == "config-rule-slow"


def test_a_number_that_nobody_can_read_is_no_pattern(tmp_path: Path) -> None:
    with pytest.raises(BadConfig) as refused:
        declared(tmp_path, table(then=f"{{pattern = 'x{{0,{'9' * 5000}}}'}}"))
    assert refused.value.message == "config-rule-pattern"


ORDINARY = (
    r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?",
    r"(\+886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}",
    r"^.{0,60}$",
    r"(?<!\w)(?=.{8,280})(?!.*!{3})[\p{L}\p{N}]++\b",
    r"(?x) ^ (?: \#\w{2,30} \s* ){1,30} $  # up to thirty tags",
    r"\{[a-z]{1,20}\}|[{}]{2}|\[\d{999}\]",
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?>x*+)",
    r"([^\n]{1,2200}\n){1,30}",
    r"((\S+\s){0,999}){0,999}",
    r"(?i:free){e<=1}",
)


@given(parts=lists(sampled_from(ORDINARY), min_size=1, max_size=40))
def test_an_ordinary_pattern_is_compiled(parts: list[str]) -> None:
    assert not too_large("|".join(parts))
    assert not too_large("\n".join(f"(?:{part}\n)?" for part in parts))
    for part in parts:
        assert regex.compile(part)
