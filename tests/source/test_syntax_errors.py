"""Syntax errors: what was meant, where, and how much of the plan still loads."""

from __future__ import annotations

from typing import Any

import pytest

from socialplan.source import Source, read_text


def reasons(source: Source) -> list[str]:
    return [str(mistake.problem.words.get("reason", mistake.rule)) for mistake in source.mistakes]


def marked(source: Source) -> list[str]:
    return [source.text(m.problem.span) for m in source.mistakes if m.problem.span is not None]


# What stands between the lines `id: a` and `last: 1` of a post → the reason, what is marked, and
# the values that still load.
@pytest.mark.parametrize(
    ("line", "reason", "mark", "loaded"),
    [
        ("handle: @bear", "at-sign", "@bear", {"handle": "@bear"}),
        ("handle: @bear  # us", "at-sign", "@bear", {"handle": "@bear"}),
        ("m: [@a, b]", "at-sign", "@a", {"m": ["@a", "b"]}),
        ("m: [#a, b]", "hash-in-brackets", "#a", {"m": ["#a", "b"]}),
        ("m: [a, #b]", "hash-in-brackets", "#b", {"m": ["a", "#b"]}),
        (
            "m: {a: 限時 #優惠, b: 1}",
            "hash-in-brackets",
            "#優惠",
            {"m": {"a": "限時 #優惠", "b": 1}},
        ),
        ("t: `code`", "backtick", "`code`", {"t": "`code`"}),
        ("t: %off 5", "percent", "%off", {"t": "%off 5"}),
        ("title: 活動: 抽獎", "colon-in-text", ":", {"title": "活動: 抽獎"}),
        ('t: "新" 品', "text-after-quote", "品", {"t": '"新" 品'}),
        ("t: 'it's'", "text-after-quote", "s'", {"t": "'it's'"}),
        ("t: [限時] 優惠", "text-after-bracket", "優惠", {"t": "[限時] 優惠"}),
        ("t: *重要* 通知", "asterisk", "*重要*", {"t": "*重要* 通知"}),
        ("t: *bold text", "asterisk", "*bold ", {"t": "*bold text"}),
        ("t: & more", "ampersand", "&", {"t": "& more"}),
        ("t: !限時", "exclamation-mark", "!限時", {"t": "!限時"}),
        ("t: |text", "block-header", "|text", {"t": "|text"}),
        ("t: >> 更多", "block-header", ">>", {"t": ">> 更多"}),
        ("t: - item", "dash-in-text", "-", {"t": "- item"}),
        ("t: , x", "comma", ",", {"t": ", x"}),
        ("t: ] x", "stray-bracket", "]", {"t": "] x"}),
        ('t: "C:\\path"', "escape", '\\path"', {"t": "C:\\path"}),
        ('t: "open', "unclosed-quote", '"open', {"t": "open"}),
        ("t: [open", "unclosed-bracket", "[", {}),
        ("t: {open: x", "unclosed-bracket", "{", {}),
        ("t: [a b: c: d]", "colon-in-text", ":", {"t": [{"a b": "c: d"}]}),
        ("t: {a: 活動: 抽獎, b: 1}", "colon-in-text", ":", {"t": {"a": "活動: 抽獎", "b": 1}}),
        ('t: ["a" b, c]', "missing-comma", "b", {}),
    ],
)
def test_a_broken_line_is_explained_and_the_rest_loads(
    line: str, reason: str, mark: str | None, loaded: dict[str, Any]
) -> None:
    text = f"posts:\n  - id: a\n    {line}\n    last: 1\n  - id: b\nz: 1\n"
    source = read_text(text, "plan.yaml")
    assert reasons(source) == [reason]
    assert mark is None or marked(source) == [mark]
    assert source.data == {"posts": [{"id": "a", **loaded, "last": 1}, {"id": "b"}], "z": 1}
    (mistake,) = source.mistakes
    assert mistake.problem.span is not None
    assert source.place(mistake.problem.span).line == 3
    unquoted = reason in ("at-sign", "backtick", "hash-in-brackets")
    assert mistake.rule == ("unquoted-hash-or-at" if unquoted else "invalid-yaml")
    assert mistake.problem.words["detail"]


@pytest.mark.parametrize(
    ("text", "found", "line", "data"),
    [
        ("a:\n\t- b\n\t- c: 1\n\t  d: 2\nz: 1", "tab", 2, {"a": ["b", {"c": 1, "d": 2}], "z": 1}),
        ("a:b\nz: 1", "missing-space", 1, {"z": 1}),
        ("a: x\n  b: c\nz: 1", "indentation", 2, {"a": "x", "z": 1}),
        ("a:\n  - b\n c: 1\nz: 1", "indentation", 3, {"a": ["b"], "z": 1}),
        ("a:\n  - b: 1\n   c: 1\n  - d\nz: 1", "indentation", 3, {"a": ["d"], "z": 1}),
        ("words\nz: 1", "missing-colon", 1, {"z": 1}),
        ('a: "x\nb: 1\nc: "y"\nz: 1', "unclosed-quote", 1, {"a": "x", "b": 1, "c": "y", "z": 1}),
        ("a: [\n  b: c: d,\n  e\n]\nz: 1", "colon-in-text", 2, {"a": [{"b": "c: d"}, "e"], "z": 1}),
        ("a: [b,\n  c\nz: 1", "unclosed-bracket", 1, {"z": 1}),
        ("@key: 1\nz: 1", "at-sign", 1, {"z": 1}),
        ("%x\nz: 1", "percent", 1, {"z": 1}),
        ("? [a]\n: b\nz: 1", "complex-key", 1, {"z": 1}),
        ("{a: b}: c\nz: 1", "complex-key", 1, {"z": 1}),
        ("a: *nam\nb: &name 1", "undefined-alias", 1, {"a": "*nam", "b": 1}),
        ("a: &a [1, *a]", "alias-inside-itself", 1, {"a": [1, None]}),
        ("a: {<<: 1, b: 2}", "merge", 1, {"a": {"b": 2}}),
        ("a: 1\n---\nb: 2", "second-document", 2, {"a": 1}),
        ("---\na: 1\n...\n", None, 0, {"a": 1}),
    ],
)
def test_broken_structure_is_explained(
    text: str, found: str | None, line: int, data: dict[str, Any]
) -> None:
    source = read_text(text, "plan.yaml")
    assert reasons(source) == ([found] if found else [])
    assert source.data == data
    for mistake in source.mistakes:
        assert mistake.problem.span is not None
        assert source.place(mistake.problem.span).line == line


def test_several_errors_are_reported_at_once() -> None:
    source = read_text(
        "title: a: b\nposts:\n  - handle: @a\n  - x: 1\n   y: 2\n  - {a: [@b, @c]}\n  - ok\n",
        "plan.yaml",
    )
    assert reasons(source) == ["colon-in-text", "at-sign", "indentation", "at-sign", "at-sign"]
    assert source.data == {
        "title": "a: b",
        "posts": [{"handle": "@a"}, {"a": ["@b", "@c"]}, "ok"],
    }


def test_the_anchor_that_was_meant_is_suggested() -> None:
    source = read_text("a: &defaults 1\nb: *default\n", "plan.yaml")
    assert source.mistakes[0].problem.suggestion == "defaults"
    assert source.mistakes[0].problem.path == ("b",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: 限時 #優惠", [("限時 #優惠", "限時", "#優惠")]),
        ("tags:\n  - #tag\n  - b #c", [("#tag", "", "#tag"), ("b #c", "b", "#c")]),
        ("a: #tag\nb: 1", [("#tag", "", "#tag")]),
        ("{a: x #y\n}", [("x #y", "x", "#y")]),
        ("a: x # comment\nb: y #", []),
        ("#comment\na: x\n  #comment\n#end", []),
        ('a: "x" #y\nb: [x] #y\nc: |  #y\n  z #no\nd: *e #y\n', []),
        ("a: #socialplan: ignore[X]\nb: a#b", []),
        ("a:  #x\n  - b", []),
        ("a:   \n  #b\n  c", []),
        ("p:\n  - t: |\n      a\n     #b c\n    d: 1", [("#b c", "", "#b c")]),
        ("p:\n  - t: >-\r\n      a\r\n\r\n     #b\r\n    d: 1", [("#b", "", "#b")]),
        ("p:\n  - t: |\n      a\n    #b c\n    d: 1", []),
        ("p:\n  - t: |\n      a\n     # b\n    d: 1\n     #c", []),
    ],
)
def test_hashes_that_swallow_text_are_noticed(text: str, found: list[tuple[str, str, str]]) -> None:
    source = read_text(text, "plan.yaml")
    words = [m.problem.words for m in source.mistakes if m.rule == "unquoted-hash-or-at"]
    assert [(w["text"], w["kept"], w["cut"]) for w in words] == found


def test_a_hash_points_at_what_was_cut_and_knows_the_path() -> None:
    source = read_text("posts:\n  - title: 限時 #優惠 now  \n", "plan.yaml")
    assert marked(source) == ["#優惠 now"]
    assert source.mistakes[0].problem.path == ("posts", 0, "title")


@pytest.mark.parametrize(
    ("text", "reads_as"),
    [
        ("yes", "true"),
        ("Off", "false"),
        ("n", "false"),
        ("20:00", "1200"),
        ("9:16", "556"),
        ("-1:30", "-90"),
        ("1:30.5", "90.5"),
        ("0123", "83"),
        ("1_000", "1000"),
        ("0o17", "0o17"),
        ("0b11", "3"),
        ("08", "08"),
        ("1e3", "1e3"),
    ],
)
def test_what_yaml_1_1_reads_otherwise_is_said(text: str, reads_as: str) -> None:
    source = read_text(f"{text}:\n  - {text}\n  - '{text}'\n", "plan.yaml")
    (mistake,) = source.mistakes
    assert mistake.rule == "yaml-1.1-trap"
    assert mistake.problem.words == {"text": text, "reads_as": reads_as}
    assert mistake.problem.path == (text, 0)


@pytest.mark.parametrize(
    "text", ["2026-11-25", "2026-11-25 20:00", "09:00", "true", "12", "1.5", "no way", ".nan", "~"]
)
def test_what_both_read_alike_is_no_trap(text: str) -> None:
    assert read_text(f"a: {text} x\nb:\n  {text}\n", "plan.yaml").mistakes == []


def test_duplicate_keys_keep_the_first_value() -> None:
    source = read_text(
        "a: 1\nb: {x: 1, x: [2], y: 3}\na: {z: 1, z: 2}\nc: &c k\n*c : 1\n*c : 2\n", "-"
    )
    assert source.data == {"a": 1, "b": {"x": 1, "y": 3}, "c": "k", "k": 1}
    found = [(m.problem.path, m.problem.related[0]) for m in source.mistakes]
    assert [path for path, _ in found] == [("b", "x"), ("a",), (), ("k",)]
    assert [label.label for _, label in found] == ["first-here"] * 4
    first = [label.span for _, label in found if label.span is not None]
    assert [source.place(span)[1:3] for span in first] == [(2, 5), (1, 1), (3, 5), (5, 1)]


def test_tags_of_others_are_unknown() -> None:
    source = read_text("a: !color red\nb: !!set {x}\nc: !!seq []\n", "plan.yaml")
    assert [m.problem.words for m in source.mistakes] == [{"tag": "!color"}, {"tag": "!!set"}]
    assert [m.problem.path for m in source.mistakes] == [("a",), ("b",)]
    assert source.data == {"a": "red", "b": {"x": None}, "c": []}


@pytest.mark.parametrize(
    ("text", "found"), [("", "nothing"), ("# x\n", "nothing"), ("- a", "list"), ("hello", "value")]
)
def test_a_plan_is_a_mapping(text: str, found: str) -> None:
    source = read_text(text, "plan.yaml")
    assert [(m.rule, m.problem.words) for m in source.mistakes] == [
        ("not-a-plan", {"found": found})
    ]
    assert source.data == {}


def test_one_line_indented_by_a_tab_costs_only_that_line() -> None:
    source = read_text("posts:\n  - a: 1\n    b: 2\n\tc: 3\n  - a: 4\n    b: 5\n", "plan.yaml")
    assert source.data == {"posts": [{"a": 1, "b": 2}, {"a": 4, "b": 5}]}
    assert [one.problem.words["reason"] for one in source.mistakes] == ["tab"]
