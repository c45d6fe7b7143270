"""Help and the parser's complaints: complete in every language, within the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import typer
from rich.cells import cell_len

from socialplan.cli import COMMANDS, app
from socialplan.commands import helping, parsing
from socialplan.translating import LANGUAGES, topic_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.commands.conftest import Run

CHINESE = LANGUAGES[1:]
EXAMPLE = {"en": "Example: ", "zh-TW": "範例：", "zh-CN": "示例："}


def commands() -> Iterator[Any]:
    root: Any = typer.main.get_command(app)
    yield root
    for name in COMMANDS:
        yield root.get_command(typer.Context(root), name)


def takes(command: Any) -> list[Any]:
    return list(command.get_params(typer.Context(command)))


def possible_keys() -> Iterator[tuple[str, ...]]:
    """The keys under which the words for each thing may stand; the first one wins."""
    for command in commands():
        yield (command.name,)
        for param in takes(command):
            label = parsing.label(param)
            yield f"{command.name} {label}", label
    yield from ((f"{name} in short",) for name in COMMANDS)


@pytest.mark.parametrize("language", CHINESE)
def test_every_command_and_option_has_words_and_no_words_are_left_over(language: str) -> None:
    known = set(topic_messages(language, "help"))
    used = [next((key for key in keys if key in known), None) for keys in possible_keys()]
    missing = [keys[0] for keys, key in zip(possible_keys(), used, strict=True) if key is None]
    assert missing == []
    assert known - set(used) == set()


@pytest.mark.parametrize("language", CHINESE)
def test_what_a_help_text_lists_is_the_same_in_every_language(language: str) -> None:
    for command in commands():
        for key, english in [
            (command.name, command.help),
            *((f"{command.name} {parsing.label(one)}", one.help) for one in takes(command)),
        ]:
            other = topic_messages(language, "help").get(key)
            if other is not None:
                assert re.findall(r"\{\w+\}", str(other)) == re.findall(r"\{\w+\}", english), key
                assert flags(str(other)) == flags(english), key


def flags(text: str) -> set[str]:
    return set(re.findall(r"--[a-z-]+", text))


def test_whatever_a_command_takes_has_a_name_in_the_language() -> None:
    for command in commands():
        for param in takes(command):
            if param.param_type_name == "argument":
                assert f"name-{parsing.label(param)}" in topic_messages("en", "usage")
            elif not param.is_flag:
                assert f"value-{helping.kind_of(param)}" in topic_messages("en", "usage")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_told_its_language_and_shows_an_example(run: Run, name: str) -> None:
    for language in LANGUAGES:
        shown = run(name, "--help", "--lang", language)
        assert shown.returncode == 0
        assert f"{EXAMPLE[language]}socialplan {name}" in " ".join(shown.stdout.split())


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_stays_within_the_screen_and_its_columns_are_straight(
    run: Run, language: str, columns: int
) -> None:
    for words in ([], *([name] for name in COMMANDS)):
        shown = run(*words, "--help", COLUMNS=str(columns), SOCIALPLAN_LANG=language).stdout
        assert max(map(cell_len, shown.splitlines())) <= columns, words
        for section in re.findall(r"(?<=:\n|：\n)(?:  .*\n)+", shown):
            starts = {
                cell_len(row[: match.start(1)])
                for row in section.splitlines()
                if (match := re.match(r"  \S.*?\s{2,}(\S)", row))
            }
            assert len(starts) <= 1, section
        assert not re.search(r"^\s+[，。、；：」”）]", shown, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "variables", "heading"),
    [
        (["--help"], {"LANG": "zh_TW.UTF-8"}, "用法：socialplan [選項] 指令"),
        (["--help"], {"LANG": "zh_CN.UTF-8"}, "用法：socialplan [选项] 命令"),
        (["--help"], {"LANG": "fr_FR.UTF-8"}, "Usage: socialplan [OPTIONS] COMMAND"),
        (
            ["lint", "--help"],
            {"SOCIALPLAN_LANG": "zh-CN"},
            "用法：socialplan lint [选项] [路径]...",
        ),
        (["--help", "--lang", "zh-TW"], {}, "用法：socialplan [選項] 指令"),
        (["--lang=zh-TW", "init", "--help"], {}, "用法：socialplan init [選項] [資料夾]"),
        (
            ["init", "--help", "--lang=en"],
            {"LANG": "zh_TW"},
            "Usage: socialplan init [OPTIONS] [DIR]",
        ),
        (["schema", "--help", "--lang", "fr"], {}, "Usage: socialplan schema [OPTIONS]"),
    ],
)
def test_the_language_of_help(
    run: Run, arguments: list[str], variables: dict[str, str], heading: str
) -> None:
    shown = run(*arguments, **variables)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith(heading)


def test_the_language_said_first_holds_for_the_command(run: Run) -> None:
    said = run("--lang", "zh-TW", "render", "--view", "weeks").stderr
    assert said == "socialplan: --view：沒有「weeks」；您是不是要寫「week」？\n"


@pytest.mark.parametrize(
    ("line", "english", "traditional", "simplified"),
    [
        (
            "lint --formt x",
            "socialplan lint has no option --formt; did you mean --format?",
            "socialplan lint 沒有 --formt 這個選項；您是不是要寫 --format？",
            "socialplan lint 没有 --formt 这个选项；您是不是想写 --format？",
        ),
        (
            "render -x",
            "socialplan render has no option -x; `socialplan render --help` lists those it has",
            "socialplan render 沒有 -x 這個選項；有哪些請看 `socialplan render --help`",
            "socialplan render 没有 -x 这个选项；有哪些请看 `socialplan render --help`",
        ),
        (
            "lint --select",
            "--select needs a value after it",
            "--select 後面要有內容",
            "--select 后面要有内容",
        ),
        ("lint --fix=3", "--fix takes no value", "--fix 後面不能加內容", "--fix 后面不能加内容"),
        ("lint --jobs x", "“x” is no whole number", "「x」不是整數", "“x”不是整数"),
        ("schema x", "“x” is too much", "多了「x」", "多了“x”"),
        ("lnt", "did you mean “lint”?", "您是不是要寫「lint」？", "您是不是想写“lint”？"),
        (
            "--verison",
            "did you mean --version?",
            "您是不是要寫 --version？",
            "您是不是想写 --version？",
        ),
    ],
)
def test_the_parser_complains_in_the_language_of_the_run(
    run: Run, line: str, english: str, traditional: str, simplified: str
) -> None:
    for language, sentence in zip(LANGUAGES, (english, traditional, simplified), strict=True):
        done = run(*line.split(), SOCIALPLAN_LANG=language)
        assert done.returncode == 2
        assert done.stdout == ""
        assert sentence in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_without_a_command_the_help_says_what_there_is(run: Run) -> None:
    done = run(SOCIALPLAN_LANG="zh-TW")
    assert done.returncode == 2
    assert "指令：" in done.stderr
    assert "請說要做什麼" in run("--lang", "zh-TW").stderr


def test_shells_complete_with_help_in_the_language(run: Run) -> None:
    asked = {"_SOCIALPLAN_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    program = {"LANG": "zh_TW.UTF-8", **asked}
    assert "lint\t檢查計劃" in run(_TYPER_COMPLETE_ARGS="socialplan l", **program).stdout
    shown = run(_TYPER_COMPLETE_ARGS="socialplan render --vi", **program).stdout
    assert shown.startswith("--view\t要看什麼：week、month")
