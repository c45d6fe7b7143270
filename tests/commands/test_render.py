"""`socialplan render` as a shell sees it: which days, which posts, which format, where to."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run

PLAN = """\
socialplan: 1
title: 小熊咖啡
brand: {name: 小熊咖啡, market: TW}
team: [{id: an, name: 小安}]
accounts:
  - id: line
    platform: line-oa
    cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
posts:
  - {account: line, at: 2026-11-25 20:00, title: 官方週年慶, text: 加入好友享 85 折!, author: an}
"""
VIEWS = ("week", "month", "agenda", "sheet", "checklist", "plan")
TODAY = ("--today", "2026-11-23")


@pytest.fixture(autouse=True)
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_week_is_what_one_gets_without_asking(run: Run) -> None:
    done = run("render", *TODAY)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "2026-W48" in done.stdout
    assert "官方週年慶" in done.stdout
    assert "空時段" in done.stdout


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_every_format(run: Run, view: str, form: str) -> None:
    done = run("render", "--view", view, "--format", form, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "官方週年慶" in done.stdout
    if form == "json":
        assert json.loads(done.stdout)["view"] == view


def test_the_page_is_in_the_language_of_the_plan_unless_one_asks(run: Run) -> None:
    assert "open slot" in run("render", *TODAY, "--lang", "en").stdout
    assert "空档" in run("render", *TODAY, "--lang", "zh-CN").stdout


def test_a_plan_without_language_is_shown_in_that_of_its_reader(run: Run, plan: Path) -> None:
    plan.write_text("socialplan: 1\ntitle: Bear\n", encoding="utf-8")
    assert "計劃裡還沒有貼文" in run("render", *TODAY, LANG="zh_TW.UTF-8").stdout
    assert "The plan has no posts" in run("render", *TODAY).stdout


def test_a_week_or_days_can_be_asked_for(run: Run) -> None:
    week = json.loads(run("render", "--week", "2026-W49", "--format", "json").stdout)
    assert (week["first"], week["last"]) == ("2026-11-30", "2026-12-06")
    days = run("render", "--from", "2026-11-24", "--to", "2026-11-25", "--format", "json").stdout
    assert [day["date"] for day in json.loads(days)["days"]] == ["2026-11-24", "2026-11-25"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--week", "2026-W60"], "2026-W48"),
        (["--week", "soon"], "2026-W48"),
        (["--from", "2026-13-01"], "2026-12-01"),
        (["--today", "9999-12-31"], "2026-12-01"),
        (["--from", "2026-12-02", "--to", "2026-12-01"], "before --from"),
        (["--week", "2026-W48", "--from", "2026-12-02"], "leave out --from"),
        (["--view", "weeks"], "did you mean “week”?"),
        (["--format", "jsn"], "did you mean “json”?"),
        (["--account", "lien"], "did you mean “line”?"),
        (["--account", "line,lien"], "did you mean “line”?"),
        (["--assignee", "ann"], "did you mean “an”?"),
        (["--status", "aproved"], "did you mean “approved”?"),
        (["--template", "missing.j2"], "there is no file missing.j2"),
        (
            ["--output", "missing/page.md"],
            "cannot write missing/page.md: there is no folder missing",
        ),
        (["--output", "page.pdf"], "print it to a PDF"),
        (["--output", "page.PDF", "--view", "brief"], "print it to a PDF"),
        (["--output", "page.docx"], "no format ends in .docx; choose one of .txt, .md, .html"),
        (["--month", "12"], "did you mean --view month --from 2026-12-01?"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, options: list[str], words: str
) -> None:
    done = run("render", *options)
    assert done.returncode == 2
    assert done.stdout == ""
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_days_that_no_page_can_hold_are_cut_and_that_is_said(run: Run) -> None:
    done = run("render", "--from", "2026-01-01", "--to", "8999-12-31", "--view", "agenda")
    assert done.returncode == 0
    assert "3660" in done.stderr


def test_filters_are_comma_separated_or_repeated(run: Run) -> None:
    one = run("render", *TODAY, "--status", "open").stdout
    both = run("render", *TODAY, "--status", "open,draft").stdout
    assert "官方週年慶" not in one
    assert both == run("render", *TODAY, "--status", "open", "--status", "draft").stdout
    assert "官方週年慶" in both


@pytest.mark.parametrize(
    ("option", "typed", "found"),
    [
        ("--assignee", "小安", True),
        ("--account", "LINE 官方帳號", True),
        ("--account", "LINE", True),
        ("--status", "草稿", True),
        ("--status", "已核准", False),
    ],
)
def test_filters_take_names_as_pages_show_them(
    run: Run, option: str, typed: str, *, found: bool
) -> None:
    done = run("render", *TODAY, option, typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("官方週年慶" in done.stdout) is found


def test_the_plan_may_come_from_standard_input(run: Run) -> None:
    assert "官方週年慶" in run("render", "-", *TODAY, given=PLAN).stdout


def test_a_file_is_written_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.md"
    page.write_text("before", encoding="utf-8")
    failed = run("render", "--output", "week.md", "--week", "never")
    assert failed.returncode == 2
    assert page.read_text(encoding="utf-8") == "before"
    done = run("render", *TODAY, "--format", "markdown", "--output", "week.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert page.read_text(encoding="utf-8") == run("render", *TODAY, "--format", "markdown").stdout
    assert sorted(one.name for one in tmp_path.iterdir()) == ["socialplan.yaml", "week.md"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("week.html", b"<!doctype html>"),
        ("week.MD", "# 小熊咖啡".encode()),
        ("week.csv", b"\xef\xbb\xbf"),
        ("week.xlsx", b"PK"),
        ("week.json", b"{"),
        ("week.ics", b"BEGIN:VCALENDAR"),
        ("week.txt", "小熊咖啡".encode()),
        ("week", "小熊咖啡".encode()),
    ],
)
def test_the_ending_of_a_file_says_its_format(
    run: Run, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert run("render", *TODAY, "-o", name).returncode == 0
    assert (tmp_path / name).read_bytes().lower().startswith(begins.lower())


def test_a_format_that_is_asked_for_outweighs_the_ending(run: Run, tmp_path: Path) -> None:
    run("render", *TODAY, "--format", "json", "-o", "week.txt")
    assert (tmp_path / "week.txt").read_text(encoding="utf-8").startswith("{")
    refused = run("render", "--view", "brief", "-o", "brief.xlsx")
    assert refused.returncode == 2
    assert not (tmp_path / "brief.xlsx").exists()


def test_a_file_may_be_called_anything_once_its_format_is_said(run: Run, tmp_path: Path) -> None:
    for name in ("page.htm", "page", "page.v2", "第1.2版"):
        assert run("render", *TODAY, "--output", name).returncode == 0
    assert run("render", *TODAY, "--format", "html", "--output", "page.pdf").returncode == 0
    assert "<html" in (tmp_path / "page.htm").read_text("utf-8")


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "is a folder"), ("zh-TW", "是資料夾"), ("zh-CN", "是文件夹")]
)
def test_a_folder_is_no_file_and_the_sentence_names_one(
    run: Run, tmp_path: Path, lang: str, words: str
) -> None:
    (tmp_path / "out").mkdir()
    for folder in ("out", "out/", "new/", "new.d/"):
        for made in (["week.txt"], ["week.html", "--format", "html"], ["week.html", "--open"]):
            name, *options = made
            done = run("render", *TODAY, *options, "-o", folder, "--lang", lang)
            assert (done.returncode, done.stdout) == (2, "")
            assert words in done.stderr
            assert f"{folder.rstrip('/')}/{name}" in done.stderr
    for command in (
        ["platforms", "line-oa"],
        ["schema"],
        ["render", "--print-template", "week.md.j2"],
    ):
        assert words in run(*command, "-o", "new/", "--lang", lang).stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out", "socialplan.yaml"]


def test_a_dash_is_standard_output(run: Run) -> None:
    assert "官方週年慶" in run("render", *TODAY, "--output", "-").stdout


def test_a_template_of_ones_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.j2").write_text(
        "{% for day in view.days %}{{ day.date.day }}{{ '!' if day.items }} {% endfor %}",
        encoding="utf-8",
    )
    done = run("render", *TODAY, "--template", "mine.j2")
    assert done.stdout == "23 24 25! 26 27! 28 29 "


def test_a_template_that_fails_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.j2").write_text("\n{{ view.dais }}", encoding="utf-8")
    done = run("render", *TODAY, "--template", "mine.j2", LANG="en")
    assert done.returncode == 2
    assert done.stderr == "socialplan: mine.j2:2: there is no “dais”; did you mean “days”?\n"


def test_a_plan_with_mistakes_still_renders(run: Run, plan: Path) -> None:
    plan.write_text(f"{PLAN}  - {{account: line, at: someday, title: 壞掉的}}\n", encoding="utf-8")
    done = run("render", *TODAY)
    assert done.returncode == 0
    assert "官方週年慶" in done.stdout
    assert "socialplan.yaml:11:" in done.stderr


def test_mistakes_are_told_in_the_language_of_the_reader(run: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("2026-11-25 20:00", "someday"), encoding="utf-8")
    assert "錯誤[PLN10" in run("render", LANG="zh_TW.UTF-8").stderr
    assert "error[PLN10" in run("render").stderr


@pytest.mark.parametrize("view", ["week", "sheet", "plan"])
@pytest.mark.parametrize("text", ["", "socialplan: 1\n", "title: x\n", "\x00", "- a\n", "{"])
def test_a_plan_that_says_nothing_has_a_page_all_the_same(
    run: Run, plan: Path, view: str, text: str
) -> None:
    plan.write_text(text, encoding="utf-8")
    done = run("render", "--view", view)
    assert done.returncode == 0
    assert done.stdout.strip()


def test_colour_is_for_terminals(run: Run) -> None:
    assert "\x1b[" not in run("render", *TODAY).stdout
    assert "\x1b[" in run("render", *TODAY, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("render", *TODAY, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in run("render", *TODAY, "--format", "markdown", "--color", "always").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_nothing_that_people_type_reaches_a_terminal_unescaped(plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN.replace("官方週年慶", '"a\\e[2Jb"'), encoding="utf-8")
    (tmp_path / "mine.j2").write_text("{{ view.days[2].items[0].title }}", encoding="utf-8")
    shown = on_a_terminal(tmp_path, "render", *TODAY, "--template", "mine.j2")
    assert "a<U+001B>[2Jb" in shown
    assert "\x1b[2J" not in shown


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """Run the program on a terminal of its own, and read what it shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "socialplan", *arguments], cwd=folder, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # how Linux says that nobody holds the other end any more
        pass
    finally:
        os.close(ours)
        process.wait(timeout=60)
    return shown.decode()


def test_all_is_written_into_a_folder(run: Run, tmp_path: Path, plan: Path) -> None:
    from socialplan.rendering import suiting
    from socialplan.views import VIEWS

    result = run("render", *TODAY, "--all", "--output", "pages/")
    assert (result.returncode, result.stdout) == (0, "pages\n")
    written = {path.name for path in (tmp_path / "pages").iterdir()}
    assert len(written) == sum(len(suiting.formats_of(view)) for view in VIEWS)
    assert {"week.html", "week.txt", "week.ics", "sheet.xlsx", "plan.md"} <= written
    assert run("render", "--all", "--view", "week", "-o", "week").returncode == 0
    assert {path.stem for path in (tmp_path / "week").iterdir()} == {"week"}
    assert run("render", "--all", "--format", "ics", "-o", "ics").returncode == 0
    assert {path.suffix for path in (tmp_path / "ics").iterdir()} == {".ics"}
    for wrong in (["--all"], ["--all", "-o", "-"], ["--all", "-o", str(plan)]):
        assert run("render", *wrong).returncode == 2
    assert run("render", "--all", "--view", "brief", "--format", "ics", "-o", "x").returncode == 2
    assert not (tmp_path / "x").exists()
