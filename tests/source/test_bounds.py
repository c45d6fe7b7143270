"""A plan that asks for too much is refused at once, and what was read before it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from socialplan.source import bounds, read_plan, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.source import Source


def refused(source: Source) -> list[object]:
    return [
        mistake.problem.words["what"] for mistake in source.mistakes if mistake.rule == "too-large"
    ]


def nodes(value: Any) -> int:
    children = value.values() if isinstance(value, dict) else value
    return 1 + sum(map(nodes, children)) if isinstance(value, dict | list) else 1


def test_a_billion_laughs_are_no_fun() -> None:
    laughs = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 20)]
    text = "\n".join(["a0: &a0 [ha, ha, ha]", *laughs, "title: kept"])
    source = read_text(text, "plan.yaml")
    assert refused(source) == ["aliases"]
    assert source.data["title"] == "kept"
    assert nodes(source.data) < 3 * bounds.ALIASED


def test_merges_cannot_grow_without_bound_either() -> None:
    grow = [
        f"a{i}: &a{i} {{<<: *a{i - 1}, k{i}: [*a{i - 1}, *a{i - 1}, *a{i - 1}]}}"
        for i in range(1, 40)
    ]
    source = read_text("\n".join(["a0: &a0 {x: 1}", *grow]), "plan.yaml")
    assert {mistake.rule for mistake in source.mistakes} == {"too-large"}


def test_many_posts_may_share_their_defaults() -> None:
    posts = [f"  - <<: *d\n    id: post-{i}\n    title: 主旨\n" for i in range(5000)]
    text = "d: &d {a: 1, b: 2, c: 3, e: 4}\nposts:\n" + "".join(posts)
    source = read_text(text, "plan.yaml")
    assert source.mistakes == []
    assert source.data["posts"][4999] == {"id": "post-4999", "title": "主旨"} | source.data["d"]


@pytest.mark.parametrize("piece", ["[", "- ", "{a: ", "? ", "[{a: "])
def test_five_thousand_levels_end_quickly(piece: str) -> None:
    source = read_text(f"title: kept\nx:\n  {piece * 5000}", "plan.yaml")
    assert refused(source) == ["depth"]
    assert source.data["title"] == "kept"


def test_aliases_cannot_add_up_to_more_levels() -> None:
    text = f"a: &a {'[' * 60 + ']' * 60}\nb: {'[' * 50}*a{']' * 50}\nc: 1\n"
    source = read_text(text, "plan.yaml")
    assert refused(source) == ["depth"]
    assert source.data["c"] == 1


def test_nodes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "NODES", 100)
    source = read_text("a: 1\n" + "b: [" + "1, " * 200 + "]", "plan.yaml")
    assert refused(source) == ["nodes"]
    assert source.data["a"] == 1


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "BYTES", 50)
    plan = tmp_path / "plan.yaml"
    plan.write_text("title: " + "x" * 60, encoding="utf-8")
    assert refused(read_plan(plan)) == ["file"]
    assert refused(read_text(plan.read_bytes(), "plan.yaml")) == ["file"]
    plan.write_text("include: a.yaml\ntitle: x\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("posts: [a, b, c, d, e, f]\n", encoding="utf-8")
    source = read_plan(plan)
    assert refused(source) == ["file"]
    assert source.data["title"] == "x"


def test_repairs_end() -> None:
    text = "posts:\n" + "  - handle: @x\n" * 2000
    source = read_text(text, "plan.yaml")
    assert len(source.mistakes) <= bounds.REPAIRS + 1
    assert source.data["posts"][: bounds.REPAIRS] == [{"handle": "@x"}] * bounds.REPAIRS


@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 200_000 + "b: c: d",
        "x: " + " " * 200_000 + "@y" + " " * 200_000 + "# z",
        'k: "a' + " " * 200_000 + 'b" c',
        "k: " + "*a " * 50_000,
        "k: " + "'" * 100_001,
        "k: [" + '"' * 100_001,
        "k: " + "- " * 100_000,
        "k: 1\n" + "\t\n" * 100_000 + "\tx: y",
    ],
)
def test_long_lines_take_no_long_time(text: str) -> None:
    source = read_text(text, "plan.yaml")
    for mistake in source.mistakes:
        assert mistake.problem.span is not None
        assert source.place(mistake.problem.span).line >= 1


def test_characters_are_found_in_long_values() -> None:
    source = read_text('k: "\\t' + " " * 100_000 + 'b"', "plan.yaml")
    assert source.text(source.within(("k",), 100_001, 100_002)) == "b"
