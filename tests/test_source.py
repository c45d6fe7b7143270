"""Reading a plan: values by YAML 1.2, the place of each, and mistakes that leave the rest alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplan.source import Source, read_plan, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from socialplan.finding import PlanPath


def read(text: str | bytes) -> Source:
    return read_text(text, "plan.yaml")


def said(source: Source) -> list[tuple[str, str, int]]:
    """Rule, reason (where there is one) and line of every mistake."""
    return [
        (mistake.rule, str(mistake.problem.words.get("reason", "")), line_of(source, mistake))
        for mistake in source.mistakes
    ]


def line_of(source: Source, mistake: Any) -> int:
    assert mistake.problem.span is not None
    return source.place(mistake.problem.span).line


def scalars(value: Any, path: PlanPath = ()) -> Iterator[tuple[PlanPath, Any]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from scalars(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from scalars(child, (*path, index))
    else:
        yield path, value


# Values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("0123", 123),
        ("-7", -7),
        ("+7", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("20:00", "20:00"),
        ("9:16", "9:16"),
        ("1_000", "1_000"),
        ("2026-11-25", "2026-11-25"),
        ("2026-11-25 20:00", "2026-11-25 20:00"),
        ("0b11", "0b11"),
        ("nULL", "nULL"),
        ("-", [None]),
        ("１２", "１２"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("!!float 1", 1.0),
        ("!!int x", "x"),
        ("! 12", "12"),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: object) -> None:
    found = read(f"k:\n  {text}\n").data["k"]
    assert (type(found), found) == (type(value), value)


def test_nan_is_a_number() -> None:
    assert math.isnan(read("k: .NaN").data["k"])


def test_numbers_too_long_to_print_stay_text() -> None:
    digits = "1" * 10_000
    assert read(f"a: {digits}\nb: 0x{digits}\n").data == {"a": digits, "b": "0x" + digits}


def test_keys_are_text() -> None:
    assert read("1: a\ntrue: b\n~: c\n2026: {0o7: d}").data == {
        "1": "a",
        "true": "b",
        "~": "c",
        "2026": {"0o7": "d"},
    }


def test_merges_let_explicit_and_earlier_keys_win() -> None:
    source = read(
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\n"
        "c: {<<: [*a, *b], z: 3}\nd: {<<: *b, <<x: 1}\ne: {'<<': 1}\n"
    )
    assert source.data["c"] == {"z": 3, "x": 1, "y": 1}
    assert source.data["d"] == {"<<x": 1, "y": 2, "z": 2}
    assert source.data["e"] == {"<<": 1}
    assert source.text(source.span(("c", "x"))) == "1"
    assert source.place(source.span(("c", "y"), on_key=True)).line == 1
    assert source.mistakes == []


def test_aliases_stand_where_they_are_written() -> None:
    source = read("a: &t 加入好友\nb: *t\nc: &m {k: v}\nd: *m\n*t : e\n")
    assert source.data == {"a": "加入好友", "b": "加入好友", "c": {"k": "v"}, "d": {"k": "v"}} | {
        "加入好友": "e"
    }
    assert source.text(source.span(("b",))) == "*t"
    assert source.text(source.span(("d",))) == "*m"
    assert source.text(source.span(("d", "k"))) == "v"
    assert source.raw(("b",)) is None


def test_line_breaks_of_yaml_1_1_are_text() -> None:
    text = "\ufeff\ufeffa: x\u2028y\nb: |\n  p\x85q\nc: z\u2029"
    source = read(text)
    assert source.data == {"\ufeffa": "x\u2028y", "b": "p\x85q\n", "c": "z\u2029"}
    assert source.place(source.span(("c",))).line == 4


# Spans


PLAN = """\
title: "小熊 \\u5496啡"   # comment
brand: {name: '小''熊', tags: [a, "b"]}
posts:
  - id: p1
    text: |
      第一行 #週年慶

        縮排
    note: >-
      folded
      text
  # between
  -   &x !!str  tagged
  - plain
    over two lines

empty:
last: [
  1,
]
"""


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        (("title",), '"小熊 \\u5496啡"', (1, 8, 1, 20)),
        (("brand",), "{name: '小''熊', tags: [a, \"b\"]}", (2, 8, 2, 38)),
        (("brand", "tags", 1), '"b"', (2, 33, 2, 36)),
        (("posts", 0, "text"), "|\n      第一行 #週年慶\n\n        縮排", (5, 11, 8, 11)),
        (("posts", 0, "note"), ">-\n      folded\n      text", (9, 11, 11, 11)),
        (("posts", 1), "tagged", (13, 17, 13, 23)),
        (("posts", 2), "plain\n    over two lines", (14, 5, 15, 19)),
        (("empty",), "", (17, 7, 17, 7)),
        (("last",), "[\n  1,\n]", (18, 7, 20, 2)),
        (("posts", 7, "nothing"), None, (4, 3, 15, 19)),
        (("title", "nothing"), '"小熊 \\u5496啡"', (1, 8, 1, 20)),
    ],
)
def test_spans_hold_the_value_and_nothing_else(
    path: PlanPath, text: str | None, place: tuple[int, ...]
) -> None:
    source = read(PLAN)
    span = source.span(path)
    assert tuple(source.place(span))[1:] == place
    assert text is None or source.text(span) == text


def test_spans_of_keys_and_blocks() -> None:
    source = read(PLAN)
    assert source.text(source.span(("posts", 0, "note"), on_key=True)) == "note"
    item = source.text(source.span(("posts", 0)))
    assert item.startswith("id: p1")
    assert item.endswith("folded\n      text")
    assert source.text(source.span(("posts", 0), on_key=True)) == item


def test_paths_are_found_from_offsets() -> None:
    source = read(PLAN)
    for path, _ in scalars(source.data):
        assert source.path_at(source.span(path).start) == path


@pytest.mark.parametrize(
    ("written", "start", "end", "found"),
    [
        ("加入好友享 85 折", 5, 7, " 8"),
        ("'it''s 好'", 2, 4, "''s"),
        ("'it''s 好'", 5, 6, "好"),
        ('"a\\n\\u597d\\x21b"', 2, 4, "\\u597d\\x21"),
        ('"one\n    two\n\n    three"', 3, 5, "\n    t"),
        ('"one \\\n    two"', 3, 5, " \\\n    t"),
        ("|\n      第一 #標\n        二 三\n      四", 6, 9, "  二"),
        ("|2-\n      多 兩格", 2, 3, "兩"),
        (">\n      one\n      two\n\n      three", 4, 7, "two"),
        ("one\n      two", 4, 7, "two"),
        ("12", 0, 1, "12"),
        ("abc", 2, 9, "abc"),
        ("abc", 1, 1, ""),
    ],
)
def test_characters_of_a_value_are_found_in_the_file(
    written: str, start: int, end: int, found: str
) -> None:
    source = read(f"k:\n  - x: {written}\n")
    assert source.mistakes == []
    assert source.text(source.within(("k", 0, "x"), start, end)) == found


def test_lines_end_as_yaml_1_2_ends_them() -> None:
    source = read("a: 1\r\nb: 2\rc: x\u2028y\n\td: |\n".replace("\t", ""))
    assert [source.place(source.span((key,))).line for key in "abcd"] == [1, 2, 3, 4]
    assert source.line_text("plan.yaml", 3) == "c: x\u2028y"
    assert source.line_text(source.place(source.span(("a",))), 1) == "a: 1"
    assert source.line_text("plan.yaml", 99) == ""
    assert source.line_text("other.yaml", 1) == ""


def test_comments_are_never_inside_scalars() -> None:
    source = read(
        '# first\na: "x # no"  # 二\nb: |  # header\n  # no\n'
        "c: a#no\nd: [a, # in\n  b]# glued\n#end"
    )
    found = source.comments()
    assert [comment.text for comment in found] == [
        "# first",
        "# 二",
        "# header",
        "# in",
        "# glued",
        "#end",
    ]
    assert [comment.own_line for comment in found] == [True, False, False, False, False, True]
    assert [source.text(comment.span) for comment in found] == [c.text for c in found]


def test_the_text_is_kept_as_stored(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes("\ufefftitle: 小熊\r\nx: 1\r\n".encode())
    (file,) = read_plan(plan).files
    assert (file.text, file.bom, file.base) == ("title: 小熊\r\nx: 1\r\n", True, 0)
    assert file.path == plan


# Compared with other readers, over generated plans

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe"),
    max_size=12,
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
DATA = st.dictionaries(
    TEXT,
    st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=150)
@given(DATA, st.booleans(), st.sampled_from([None, "'", '"', "|", ">"]))
def test_what_other_tools_write_reads_back(
    data: dict[str, Any], flow: bool, style: str | None
) -> None:
    text = yaml.safe_dump(
        data, allow_unicode=True, default_flow_style=flow, default_style=style, sort_keys=False
    )
    source = read(text)
    wrong = [mistake for mistake in source.mistakes if mistake.rule != "yaml-1.1-trap"]
    assert wrong == []
    assert source.data == data if style is None else True
    for path, value in scalars(source.data):
        raw = source.raw(path)
        if style is None and raw is not None and "\n" not in raw:
            again = read(f"k: {raw}").data["k"]
            assert again == value


@settings(max_examples=100)
@given(DATA)
def test_plans_without_traps_read_as_elsewhere(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True)
    source = read(text)
    if not source.mistakes:
        other = yaml.load(text, yaml.CSafeLoader)
        assert source.data == {
            key if isinstance(key, str) else str(key): value for key, value in other.items()
        }


@settings(max_examples=100)
@given(TEXT.filter(str.strip))
def test_every_character_of_a_quoted_value_has_its_place(text: str) -> None:
    for style in "'\"|>":
        dumped = yaml.safe_dump({"k": text}, default_style=style, allow_unicode=True)
        source = read(dumped)
        assert source.data == {"k": text}
        whole = source.span(("k",))
        for i, char in enumerate(text):
            span = source.within(("k",), i, i + 1)
            assert whole.start <= span.start <= span.end <= whole.end
            if char.isalnum() and source.text(span) != char:
                assert source.text(span)[0] == "\\"
