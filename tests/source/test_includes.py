"""Plans of several files: what is joined, what is refused, and where everything stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from socialplan.errors import Unreadable
from socialplan.source import Source, read_plan, read_text


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder / "plan.yaml"


def said(source: Source) -> list[tuple[str, object]]:
    return [
        (mistake.rule, mistake.problem.words.get("why", mistake.problem.words.get("key", "")))
        for mistake in source.mistakes
    ]


def test_lists_are_joined_in_file_order(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "title: x\ninclude: ['posts/**/*.yaml', team.yaml]\nposts: [{id: m}]\n",
            "posts/b.yaml": "posts:\n  - id: b1\n  - id: 20:00\n",
            "posts/a.yaml": "\ufeff# comment\nposts:\n  - id: a1\ngoals: [g]\n",
            "posts/deep/c.yaml": "posts: [{id: c1}]",
            "team.yaml": "team: [{id: amy}]\nhashtag_sets: {a: [b]}\nposts:\n",
            "posts/notes.txt": "posts: [{id: no}]",
        },
    )
    source = read_plan(plan)
    assert [post["id"] for post in source.data["posts"]] == ["m", "a1", "b1", "20:00", "c1"]
    assert source.data["goals"] == ["g"]
    assert source.data["hashtag_sets"] == {"a": ["b"]}
    assert source.data["include"] == ["posts/**/*.yaml", "team.yaml"]
    names = [Path(file.name).relative_to(tmp_path).as_posix() for file in source.files]
    assert names == ["plan.yaml", "posts/a.yaml", "posts/b.yaml", "posts/deep/c.yaml", "team.yaml"]
    place = source.place(source.span(("posts", 2, "id")))
    assert (Path(place.file).name, place.line, place.column) == ("b.yaml", 2, 9)
    assert source.text(source.span(("hashtag_sets", "a", 0))) == "b"
    assert source.text(source.span(("team",), on_key=True)) == "team"
    (trap,) = source.mistakes
    assert trap.problem.path == ("posts", 3, "id")
    (comment,) = source.comments()
    assert Path(source.place(comment.span).file).name == "a.yaml"
    assert source.line_text(place, 3) == "  - id: 20:00"


def test_other_sections_stand_in_one_file(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "title: x\ninclude: b.yaml\nposts: []\nteam: &t [a]\nother: *t\n",
            "b.yaml": "title: z\nposts: {a: 1}\nteam: [b]\n",
        },
    )
    source = read_plan(plan)
    assert said(source) == [("duplicate-key", "title"), ("duplicate-key", "posts")]
    related = source.mistakes[0].problem.related[0].span
    assert related is not None
    assert source.text(related) == "title"
    assert source.place(related).file == str(plan)
    assert source.data["title"] == "x"
    assert (source.data["team"], source.data["other"]) == (["a", "b"], ["a"])


def test_broken_includes_hide_nothing_else(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "include: '*.yml'\nposts: [m]\n",
            "a.yml": "posts:\n  - x: @a\n",
            "b.yml": "- a",
            "c.yml": "",
            "d.yml": "posts: [d]",
        },
    )
    (tmp_path / "e.yml").write_bytes("posts: [小熊的咖啡]".encode("big5"))
    source = read_plan(plan)
    assert source.data["posts"] == ["m", {"x": "@a"}, "d"]
    assert [m.rule for m in source.mistakes] == ["unquoted-hash-or-at", "not-a-plan", "not-utf-8"]
    files = [
        Path(source.place(m.problem.span).file).name
        for m in source.mistakes
        if m.problem.span is not None
    ]
    assert files == ["a.yml", "b.yml", "e.yml"]


def test_a_path_as_windows_writes_it_is_told_with_slashes(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "include: ['posts\\12月\\*.yaml']\n",
            "posts/12月/a.yaml": "posts: [a]",
            "posts/12月/b.yaml": "posts: [b]",
        },
    )
    (mistake,) = read_plan(plan).mistakes
    assert mistake.problem.suggestion == "posts/12月/*.yaml"


def test_a_pattern_without_files_names_the_nearest(tmp_path: Path) -> None:
    plan = write(
        tmp_path, {"plan.yaml": "include: [post/july.yaml]", "posts/july.yaml": "posts: []"}
    )
    (mistake,) = read_plan(plan).mistakes
    assert mistake.rule == "include-not-found"
    assert mistake.problem.suggestion == "posts/july.yaml"
    assert mistake.problem.path == ("include", 0)


@pytest.mark.parametrize(
    ("pattern", "rule", "why"),
    [
        ("../x.yaml", "include-outside-folder", ""),
        ("a/../../x.yaml", "include-outside-folder", ""),
        ("/etc/passwd", "include-outside-folder", ""),
        ("C:\\x.yaml", "include-outside-folder", ""),
        ("12", "include-not-found", "not-a-glob"),
        ("{a: b}", "include-not-found", "not-a-glob"),
        ("missing.yaml", "include-not-found", "missing"),
        ("[", "include-not-found", "missing"),
        ("folder", "include-not-found", "folder"),
        ("plan.yaml", "include-loop", ""),
        ("'*.yaml'", "include-loop", ""),
    ],
)
def test_what_cannot_be_included(tmp_path: Path, pattern: str, rule: str, why: str) -> None:
    quoted = pattern if pattern[0] in "'{1" else f"'{pattern}'"
    plan = write(tmp_path, {"plan.yaml": f"include: {quoted}\nz: 1\n", "folder/x.yaml": "a: []"})
    source = read_plan(plan)
    assert said(source) == [(rule, why)]
    assert source.mistakes[0].problem.path == ("include",)
    assert source.data["z"] == 1


def test_links_may_not_leave_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "plan"
    plan = write(
        inside, {"plan.yaml": "include: ['*.yml', 'way/*.yml']\n", "real/a.yml": "posts: [a]"}
    )
    write(tmp_path, {"secret/s.yml": "posts: [s]"})
    (inside / "good.yml").symlink_to(inside / "real" / "a.yml")
    (inside / "bad.yml").symlink_to(tmp_path / "secret" / "s.yml")
    (inside / "way").symlink_to(tmp_path / "secret")
    (inside / "broken.yml").symlink_to(inside / "nowhere.yml")
    (inside / "round.yml").symlink_to(inside / "round.yml")
    source = read_plan(plan)
    assert source.data["posts"] == ["a"]
    assert sorted(said(source)) == [
        ("include-not-found", "broken-link"),
        ("include-not-found", "broken-link"),
        ("include-outside-folder", ""),
        ("include-outside-folder", ""),
    ]


def test_included_files_include_further_files_from_the_same_folder(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "include: [a/one.yaml, b.yaml]\nposts: [m]\n",
            "a/one.yaml": "include: b.yaml\nposts: [one]",
            "b.yaml": "posts: [b]",
        },
    )
    source = read_plan(plan)
    assert source.data["posts"] == ["m", "one", "b"]
    assert source.mistakes == []


def test_files_that_include_each_other_are_a_loop(tmp_path: Path) -> None:
    plan = write(
        tmp_path,
        {
            "plan.yaml": "include: a.yaml\n",
            "a.yaml": "include: b.yaml\nposts: [a]",
            "b.yaml": "posts: [b]\ninclude: [a.yaml, plan.yaml]",
        },
    )
    source = read_plan(plan)
    assert source.data["posts"] == ["a", "b"]
    assert said(source) == [("include-loop", "")] * 2
    assert source.mistakes[0].problem.span is not None
    assert source.place(source.mistakes[0].problem.span)[1:3] == (2, 11)


def test_text_from_standard_input_includes_from_a_folder_it_is_given(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "posts: [a]"})
    assert read_text("include: a.yaml", "-", tmp_path).data["posts"] == ["a"]
    assert said(read_text("include: a.yaml", "-")) == [("include-not-found", "no-folder")]


def test_names_are_found_composed_or_not(tmp_path: Path) -> None:
    plan = write(tmp_path, {"plan.yaml": "include: ['cafe\u0301*.yaml', 'th\u00e9.yaml']\n"})
    write(tmp_path, {"caf\u00e9.yaml": "posts: [a]", "the\u0301.yaml": "posts: [b]"})
    assert read_plan(plan).data["posts"] == ["a", "b"]


def test_hidden_files_are_not_matched_by_chance(tmp_path: Path) -> None:
    plan = write(tmp_path, {"plan.yaml": "include: '**/*.yml'", "a.yml": "posts: [a]"})
    write(tmp_path, {".b.yml": "posts: [b]", ".git/c.yml": "posts: [c]"})
    assert read_plan(plan).data["posts"] == ["a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no named pipes")
def test_pipes_and_folders_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, reason in {
        tmp_path / "pipe.yaml": "not-a-file",
        tmp_path: "folder",
        tmp_path / "missing.yaml": "missing",
    }.items():
        with pytest.raises(Unreadable) as caught:
            read_plan(path)
        assert (caught.value.path, caught.value.reason) == (path, reason)
    plan = write(tmp_path, {"plan.yaml": "include: pipe.yaml\n"})
    assert said(read_plan(plan)) == [("include-not-found", "not-a-file")]


def test_broken_links_and_locked_files_are_unreadable(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Unreadable, match="broken-link"):
        read_plan(link)
    locked = write(tmp_path, {"plan.yaml": "title: x"})
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        return  # the superuser reads everything
    with pytest.raises(Unreadable, match="denied"):
        read_plan(locked)
