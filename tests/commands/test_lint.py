"""`socialplan lint` as a shell sees it: status, standard output, standard error."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

GOOD = """\
socialplan: 1
title: Little Bear
brand: {name: Little Bear, market: TW}
accounts:
  - id: line
    platform: line-oa
    cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
posts:
  - {account: line, at: 2026-11-25 20:00, title: 官方週年慶, text: 加入好友享 85 折優惠!}
"""
BAD = GOOD.replace("account: line,", "account: lime,")
TODAY = "--today=2026-11-21"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_the_ten_line_plan_has_prompts_to_grow_and_no_errors(run: Run, plan: Path) -> None:
    result = run("lint", TODAY)
    assert result.returncode == 0
    assert "Found 0 errors, 0 warnings" in result.stdout
    assert "plan-without-goals" in result.stdout
    assert result.stderr == ""


def test_a_file_that_a_plan_includes_is_led_back_to_its_plan(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    part = tmp_path / "posts" / "12月" / "a.yaml"
    part.parent.mkdir(parents=True)
    part.write_text("accounts: [{id: ig, platform: instagram}]\n", encoding="utf-8")
    one = ("lint", "posts/12月/a.yaml", TODAY, "--format", "concise")
    assert run(*one).stderr == ""
    text = GOOD.replace("title: Little", "include: posts/**/*.yaml\ntitle: Little")
    plan.write_text(text, encoding="utf-8")
    said = "posts/12月/a.yaml is a part of socialplan.yaml; check that plan: socialplan lint "
    for _ in range(2):  # what is remembered of a run leaves nothing out
        assert run(*one).stderr == f"{said}socialplan.yaml\n"
    assert run("lint", TODAY).stderr == ""


def test_an_error_is_status_1_with_a_frame_and_the_name_that_was_meant(
    run: Run, plan: Path
) -> None:
    plan.write_text(BAD, encoding="utf-8")
    result = run("lint", TODAY, "--select", "dangling-reference")
    assert result.returncode == 1
    assert result.stdout.splitlines()[:6] == [
        "error[PLN203] dangling-reference: no account “lime” is defined in this plan",
        " --> socialplan.yaml:9:15",
        "  |",
        "9 | " + BAD.splitlines()[-1],
        "  |               ^^^^",
        "  = help: Did you mean “line”?",
    ]


def test_what_cannot_be_read_is_told_whatever_is_asked_for(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "socialplan.yaml"
    plan.write_text("title: [\n", encoding="utf-8")
    for options in (("--select", "TXT"), ("--ignore", "PLN"), ("--select", "TXT", "--ignore", "P")):
        result = run("lint", *options, TODAY)
        assert (result.returncode, "PLN001" in result.stdout) == (1, True)
    assert run("lint", "--ignore", "PLN001,PLN004", TODAY, "--select", "TXT").returncode == 0


def test_carets_stand_under_chinese_characters(run: Run, plan: Path) -> None:
    text = GOOD.replace("title: 官方週年慶", "主旨: 官方週年慶")
    plan.write_text(text, encoding="utf-8")
    lines = run("lint", TODAY, "--select", "unknown-key").stdout.splitlines()
    assert lines[4] == "  | " + " " * len("  - {account: line, at: 2026-11-25 20:00, ") + "^^^^"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "no account “lime” is defined in this plan"),
        ("zh-TW", "這份計劃沒有定義帳號「lime」"),
        ("zh_CN.UTF-8", "这份计划没有定义账号“lime”"),
    ],
)
def test_findings_speak_three_languages(run: Run, plan: Path, language: str, sentence: str) -> None:
    plan.write_text(BAD, encoding="utf-8")
    assert sentence in run("lint", TODAY, "--lang", language).stdout
    assert sentence in run("lint", TODAY, SOCIALPLAN_LANG=language).stdout


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 0),
        (["--fail-on", "info"], 1),
        (["--fail-on", "info", "--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--select", "PLN101"], 0),
        (["--select", "NOPE"], 2),
        (["--format", "fulll"], 2),
        (["--today", "tomorrow"], 2),
        (["--lang", "fr"], 2),
        (["--no-such-option"], 2),
        (["nowhere.yaml"], 2),
    ],
)
def test_exit_status(run: Run, plan: Path, options: list[str], status: int) -> None:
    arguments = options if "--today" in options else [*options, TODAY]
    for form in ("full", "concise", "json", "github"):
        given = arguments if "--format" in options else [*arguments, "--format", form]
        assert run("lint", *given).returncode == status


@pytest.mark.parametrize("name", ["plan.yaml", "socialplan.yaml.txt", "咖啡.yml"])
def test_a_plan_by_another_name_is_told(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.yaml").write_text("other: 1\n", encoding="utf-8")
    (tmp_path / name).write_text("# 小熊\nsocialplan: 1\n", encoding="utf-8")
    for command in (("lint",), ("lint", "."), ("render",)):
        result = run(*command)
        assert result.returncode == 3
        assert f"{name} in {tmp_path} " in result.stderr or f"{name} in . " in result.stderr
        assert "rename it to socialplan.yaml" in result.stderr


def test_no_plan_is_status_3_and_says_how_to_start_one(run: Run) -> None:
    result = run("lint")
    assert result.returncode == 3
    assert "socialplan init" in result.stderr


def test_a_misspelt_name_is_answered_with_the_nearest(run: Run, plan: Path) -> None:
    assert "did you mean “json”" in run("lint", "--format", "jsn").stderr
    assert (
        "did you mean “dangling-reference”" in run("lint", "--select", "dangling-referense").stderr
    )
    assert "did you mean “lint”" in run("lnt").stderr


def test_the_plan_is_found_upwards(run: Run, plan: Path, tmp_path: Path) -> None:
    below = tmp_path / "posts" / "deep"
    below.mkdir(parents=True)
    result = subprocess.run(
        [sys.executable, "-m", "socialplan", "lint", "--show-files"],
        cwd=below,
        capture_output=True,
        text=True,
    )
    assert result.stdout.strip() == "../../socialplan.yaml"


def test_a_folder_is_searched_and_gitignore_honoured(run: Run, tmp_path: Path) -> None:
    for name in ("a/socialplan.yaml", "b/two.socialplan.yaml", "old/socialplan.yaml", "c/x.yaml"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(GOOD, encoding="utf-8")
    (tmp_path / ".gitignore").write_text("old/\n", encoding="utf-8")
    result = run("lint", ".", "--show-files")
    assert result.stdout.split() == ["a/socialplan.yaml", "b/two.socialplan.yaml"]


def test_standard_input(run: Run) -> None:
    result = run(
        "lint", "-", "--stdin-filename", "cafe.yaml", "--format", "concise", TODAY, given=BAD
    )
    assert result.returncode == 1
    assert "cafe.yaml:9:15: error[PLN203]" in result.stdout


def test_json_has_the_published_shape(run: Run, plan: Path, root: Path) -> None:
    import jsonschema

    plan.write_text(BAD, encoding="utf-8")
    written = json.loads(run("lint", "--format", "json", TODAY).stdout)
    schema = json.loads((root / "docs/findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(written, schema)
    assert written["version"] == 1
    assert written["summary"]["error"] == 1
    assert written["summary"]["files"] == 1
    [error] = [one for one in written["findings"] if one["severity"] == "error"]
    assert error["path"] == ["posts", 0, "account"]
    assert (error["line"], error["column"], error["end_line"], error["end_column"]) == (
        9,
        15,
        9,
        19,
    )


def test_github_shows_ten_annotations_gravest_first(run: Run, plan: Path, tmp_path: Path) -> None:
    posts = "".join(f"  - {{account: nobody{n}, title: post {n}}}\n" for n in range(15))
    plan.write_text(GOOD + posts, encoding="utf-8")
    summary = tmp_path / "summary.md"
    result = run("lint", "--format", "github", TODAY, GITHUB_STEP_SUMMARY=str(summary))
    lines = result.stdout.splitlines()
    assert len(lines) == 10
    assert all(line.startswith("::error file=socialplan.yaml,line=") for line in lines)
    assert "PLN203" in summary.read_text(encoding="utf-8")


def test_nothing_typed_reaches_the_terminal_or_the_runner_unescaped(run: Run, plan: Path) -> None:
    hostile = '"a\\e[31mred\\r\\n::error::x%0A [bold]b[/bold] {{7*7}} \\u202e"'
    plan.write_text(GOOD.replace("account: line,", f"account: {hostile},"), encoding="utf-8")
    for form in ("full", "concise"):
        shown = run("lint", "--format", form, TODAY).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "{{7*7}}" in shown
    lines = run("lint", "--format", "github", TODAY).stdout.splitlines()
    assert not any(line.startswith("::error::x") for line in lines)


def test_long_lines_are_cut_to_the_terminal_around_the_carets(run: Run, plan: Path) -> None:
    from rich.cells import cell_len

    plan.write_text(GOOD.replace("title: 官方", "text: " + "字" * 400 + ", titel: 官方"))
    frames = run("lint", "--select", "unknown-key", TODAY, COLUMNS="60").stdout.split("\n")
    shown = [line for line in frames if line.startswith(("9 |", "  |"))]
    assert all(cell_len(line) <= 60 for line in shown)
    assert any("titel" in line for line in shown)
    assert any("^^^^^" in line for line in shown)


def test_colour_only_when_wanted(run: Run, plan: Path) -> None:
    assert "\x1b[" not in run("lint", TODAY).stdout
    assert "\x1b[" in run("lint", TODAY, FORCE_COLOR="1").stdout
    assert "\x1b[" in run("lint", TODAY, "--color", "always", NO_COLOR="1").stdout
    assert "\x1b[" not in run("lint", TODAY, FORCE_COLOR="1", NO_COLOR="1").stdout


HOSTILE = {
    "alias bomb": b"a: &a [x,x]\n"
    + b"".join(
        b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (n, n, *[n - 1] * 8)
        for n in range(98, 120)
    ),
    "deep lists": b"posts: " + b"[" * 5000 + b"]" * 5000,
    "deep blocks": b"posts:\n" + b"".join(b" " * n + b"-\n" for n in range(5000)),
    "deep dashes": b"posts: \n " + b"- " * 5000 + b"x",
    "utf-16": GOOD.encode("utf-16"),
    "big5": "title: 小熊咖啡\n".encode("big5"),
    "gb18030": "title: 小熊咖啡\n".encode("gb18030"),
    "nul": b"title: a\0b\nsocialplan: 1\n",
    "only nul": b"\0" * 1000,
    "random": bytes(range(256)) * 40,
    "empty": b"",
    "spaces": b" \n\t\n",
    "list": b"- 1\n",
    "scalar": b"hello",
    "lone surrogate": b'title: "\\ud83c"\nsocialplan: 1\n',
    "escapes": b'socialplan: 1\ntitle: "\\e]0;pwned\\a\\e[2J"\nbrand: {name: x}\n',
    "long line": b"title: " + b"x" * 2_000_000,
    "huge number": b"goals: [{target: " + b"9" * 20_000 + b"}]",
    "recursive alias": b"posts: &a [*a]\n",
    "bad merge": b"posts: [{<<: 1}]\n",
    "tags": b"posts: !!python/object/apply:os.system ['true']\n",
    "far year": b"period: {start: 0001-01-01, end: 9999-12-31}\naccounts: [{id: a, platform: x, "
    b"cadence: [{rrule: 'FREQ=SECONDLY'}]}]\nposts: [{account: a, at: 8999-12-31 23:59}]\n",
    "never": b"period: {start: 2026-01-01, end: 8998-12-31}\naccounts: [{id: a, platform: x, "
    b"cadence: [{rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31'}]}]\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_any_bytes_end_in_findings_or_one_sentence(run: Run, plan: Path, name: str) -> None:
    plan.write_bytes(HOSTILE[name])
    linted = run("lint", TODAY)
    rendered = run("render", TODAY)
    assert linted.returncode in (0, 1)
    assert rendered.returncode == 0
    for result in (linted, rendered):
        assert "internal error" not in result.stderr
        assert "\x1b" not in result.stdout + result.stderr


def test_what_is_no_file_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "link.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.socialplan.yaml").mkdir()
    for name in ("link.yaml", "pipe.yaml", "missing.yaml"):
        for command in ("lint", "render", "status"):
            result = run(command, name)
            assert result.returncode == 2
            assert len(result.stderr.strip().splitlines()) == 1
    assert run("lint", "folder.socialplan.yaml").returncode == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_refused_in_one_sentence(run: Run, plan: Path) -> None:
    plan.chmod(0)
    result = run("lint", str(plan))
    assert result.returncode == 2
    assert "permission" in result.stderr


def test_an_interrupted_run_is_status_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "socialplan", "lint", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130
        assert b"Traceback" not in err


def test_a_closed_pipe_is_no_crash(run: Run, plan: Path, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m socialplan explain --all | head -1"
    result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert "Traceback" not in result.stderr
    assert "internal error" not in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream by a shell of POSIX")
@pytest.mark.parametrize(("closed", "status"), [(">&-", 2), ("2>&-", 0), ("<&-", 0)])
def test_a_closed_stream_is_no_crash(tmp_path: Path, closed: str, status: int) -> None:
    command = f"exec '{sys.executable}' -m socialplan explain SMT102 --lang en {closed}"
    result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert (result.returncode, "SMT102" in result.stdout) == (status, status == 0)
    told = "socialplan: cannot write <stdout>: Bad file descriptor\n"
    assert result.stderr == (told if status else "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
def test_a_full_disk_is_told(plan: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "socialplan", "explain", "SMT102", "--lang", "en"]
        result = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=-1, text=True)
    assert result.returncode == 2
    assert result.stderr == "socialplan: cannot write <stdout>: No space left on device\n"


def test_a_stray_plan_in_a_folder_that_all_share_is_nobodys(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "socialplan.toml").write_text('ignore = ["ALL"]\n', encoding="utf-8")
    tmp_path.chmod(0o1777)
    (tmp_path / "mine").mkdir()
    shown = subprocess.run(
        [sys.executable, "-m", "socialplan", "lint", "--no-cache"],
        cwd=tmp_path / "mine",
        capture_output=True,
        text=True,
    )
    assert shown.returncode == 3


def test_a_folder_without_plans_is_told_how_they_are_called(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.yaml").write_text("title: Example\n", encoding="utf-8")
    shown = run("lint", "plans")
    assert shown.returncode == 3
    assert "no plan found in plans or below it; a plan is called socialplan.yaml" in shown.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_the_folder_that_may_not_be_read_is_the_one_that_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plans" / "secret").mkdir(parents=True)
    (tmp_path / "plans" / "secret").chmod(0)
    shown = run("lint", "plans")
    assert shown.returncode == 2
    assert "plans/secret may not be read" in shown.stderr


def test_a_plan_is_checked_once_however_often_it_is_named(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    shown = run("lint", ".", str(plan), "./socialplan.yaml", "../" + tmp_path.name, "--show-files")
    assert shown.stdout == "socialplan.yaml\n"


def test_a_plan_that_gitignore_leaves_out_is_told(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("social*\n", encoding="utf-8")
    shown = run("lint", ".")
    assert shown.returncode == 3
    assert "socialplan.yaml is left out by a .gitignore; name it" in shown.stderr
    assert run("lint", "socialplan.yaml", TODAY).returncode == 0
