"""`socialplan init`: what is written, what is asked, what is left alone."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from socialplan.plan.schema import json_schema

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = ("--template", "line-oa", "--name", "小熊咖啡", "--market", "TW", "--start", "2026-12-01")


def socialplan(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "socialplan", *options],
        cwd=folder,
        env=os.environ | {"SOCIALPLAN_LANG": "en", "SOCIALPLAN_DEBUG": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def init(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return socialplan(folder, "init", *options)


def tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(("folder", "typed"), [("小熊", "小熊"), ("my shop", "'my shop'")])
def test_the_next_step_names_the_folder_as_one_types_it(
    tmp_path: Path, folder: str, typed: str
) -> None:
    assert f"socialplan lint {typed}\n" in init(tmp_path, folder, *GIVEN).stdout


def test_a_plan_and_its_schema_are_written(tmp_path: Path) -> None:
    done = init(tmp_path, "cafe", "--lang", "zh-TW", *GIVEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "socialplan lint cafe\n" in done.stdout
    assert "socialplan render cafe --week 2026-W49\n" in done.stdout
    files = tree(tmp_path)
    assert set(files) == {"cafe/plan.schema.json", "cafe/socialplan.yaml"}
    text = files["cafe/socialplan.yaml"]
    assert text.startswith("# yaml-language-server: $schema=./plan.schema.json\n")
    assert yaml.safe_load(text)["brand"]["name"] == "小熊咖啡"
    assert json.loads(files["cafe/plan.schema.json"]) == json_schema(language="zh-TW")


def test_what_is_written_lints_and_renders(tmp_path: Path) -> None:
    init(tmp_path, "--lang", "zh-TW", *GIVEN)
    linted = socialplan(tmp_path, "lint", "--today", "2026-11-21")
    assert linted.returncode == 0, linted.stdout + linted.stderr
    rendered = socialplan(tmp_path, "render", "--week", "2026-W49")
    assert rendered.returncode == 0, rendered.stderr
    assert "好友見面禮" in rendered.stdout


@pytest.mark.parametrize("typed", ["line-oa", "LINE", "1"])
def test_a_template_is_named_as_it_may_be_answered(tmp_path: Path, typed: str) -> None:
    assert init(tmp_path, "--template", typed, "--lang", "zh-TW").returncode == 0
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["accounts"][0]["platform"] == "line-oa"


def test_off_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    folder = tmp_path / "Little Bear"
    done = init(tmp_path, "Little Bear")
    assert (done.returncode, done.stderr) == (0, "")
    plan = yaml.safe_load((folder / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["name"] == "Little Bear"
    assert plan["brand"]["market"] == "US"
    assert "socialplan lint 'Little Bear'\n" in done.stdout


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("zh", "zh-TW"),
        ("zh_TW", "zh-TW"),
        ("tw", "zh-TW"),
        ("zh-Hant", "zh-TW"),
        ("cn", "zh-CN"),
        ("zh-Hans", "zh-CN"),
        ("EN", "en"),
    ],
)
def test_languages_have_other_names(tmp_path: Path, tag: str, locale: str) -> None:
    assert init(tmp_path, "--template", "minimal", "--lang", tag).returncode == 0
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["locale"] == locale


@pytest.mark.parametrize(
    ("typed", "market"),
    [("tw", "TW"), ("台湾", "TW"), ("臺灣", "TW"), ("台灣", "TW"), ("Japan", "JP"), ("sg", "SG")],
)
def test_markets_have_names(tmp_path: Path, typed: str, market: str) -> None:
    assert init(tmp_path, "--template", "minimal", "--market", typed).returncode == 0
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["market"] == market


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--template", "lineoa"], "did you mean “line-oa”?"),
        (["--template", ""], "--template: there is no “”"),
        (["--lang", "klingon"], "--lang: there is no “klingon”"),
        (["--market", "Atlantis"], "--market: there is no “Atlantis”"),
        (["--market", "ZZ"], "--market: there is no “ZZ”"),
        (["--ci", "gihub"], "did you mean “github”?"),
        (["--start", "12/1"], "--start: cannot read “12/1”; write it as 2026-12-01"),
        (["--start", "20261201"], "write it as 2026-12-01"),
        (["--start", "2026-02-30"], "write it as 2026-12-01"),
        (["--start", "0001-01-01"], "write it as 2026-12-01"),
        (["--name", " \n "], "--name: cannot read"),
        (["--name", "x" * 101], "101 characters are too many; use at most 100"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    tmp_path: Path, options: list[str], said: str
) -> None:
    done = init(tmp_path, "cafe", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["a: b # c", 'say "hi"\\n', "{{7*7}}", "🍎 👨‍👩‍👧‍👦", "two\nlines\x07", "-"]
)
def test_any_name_is_taken(tmp_path: Path, name: str) -> None:
    assert init(tmp_path, "--template", "line-oa", "--name", name).returncode == 0
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["name"] == " ".join(name.replace("\x07", "").split())


@pytest.mark.parametrize("name", ["socialplan.yaml", "socialplan.yml"])
def test_a_plan_is_never_overwritten_unasked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine too", encoding="utf-8")
    done = init(tmp_path, *GIVEN)
    assert done.returncode == 2
    assert f"{name} is already there" in done.stderr
    assert tree(tmp_path) == {"notes.txt": "mine too", name: "mine"}


def test_a_link_that_leads_nowhere_is_something_too(tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").symlink_to("elsewhere.yaml")
    assert init(tmp_path, *GIVEN).returncode == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize("name", ["socialplan.yaml", "socialplan.yml"])
def test_force_replaces_a_plan_and_leaves_the_rest(tmp_path: Path, name: str) -> None:
    names = {name, "plan.schema.json", "notes.txt"}
    for mine in names:
        (tmp_path / mine).write_text("mine", encoding="utf-8")
    assert init(tmp_path, "--force", *GIVEN).returncode == 0
    files = tree(tmp_path)
    assert set(files) == names
    assert [name for name, text in files.items() if text == "mine"] == ["notes.txt"]


def test_an_older_schema_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.schema.json").write_text("{}", encoding="utf-8")
    done = init(tmp_path, *GIVEN)
    assert done.returncode == 0
    assert "plan.schema.json was there already" in done.stderr
    assert tree(tmp_path)["plan.schema.json"] == "{}"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "cafe").write_text("mine", encoding="utf-8")
    done = init(tmp_path, "cafe", *GIVEN)
    assert done.returncode == 2
    assert "cannot write cafe" in done.stderr
    assert tree(tmp_path) == {"cafe": "mine"}


def test_if_one_file_fails_none_is_written(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("not a folder", encoding="utf-8")
    done = init(tmp_path, "deep/cafe", "--force", "--ci", "github", *GIVEN)
    assert done.returncode == 0  # CI files go into the plan's folder where there is no repository
    (tmp_path / ".git").mkdir()
    done = init(tmp_path, "other/cafe", "--ci", "github", *GIVEN)
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert not (tmp_path / "other").exists()


def test_a_failure_puts_back_what_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_bytes(b"mine \xff")
    (tmp_path / "plan.schema.json").mkdir()
    done = init(tmp_path, "--force", *GIVEN)
    assert done.returncode == 2
    assert (tmp_path / "socialplan.yaml").read_bytes() == b"mine \xff"


def test_ci_files_go_to_the_root_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for job in ("github", "gitlab"):
        assert (
            init(tmp_path, "cafe", "--force", "--ci", job, "--pre-commit", *GIVEN).returncode == 0
        )
    files = tree(tmp_path)
    workflow = yaml.safe_load(files[".github/workflows/socialplan.yml"])
    assert workflow["jobs"]["lint"]["steps"][-1]["run"] == "socialplan lint --format github ."
    assert "socialplan lint ." in yaml.safe_load(files[".gitlab-ci.yml"])["socialplan"]["script"]
    hook = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]
    assert (hook["entry"], hook["pass_filenames"]) == ("socialplan lint .", False)
    assert re.search(hook["files"], "cafe/posts/week-1.yaml")


@pytest.mark.parametrize("plan", ["socialplan.yaml", "brands/bear/bear.socialplan.yaml"])
def test_where_plans_are_there_only_the_check_is_added(tmp_path: Path, plan: str) -> None:
    """Nobody should have to replace a plan, or to take one more, for the sake of a CI job."""
    (tmp_path / plan).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / plan).write_text("mine", encoding="utf-8")
    done = init(tmp_path, "--ci", "gitlab", "--pre-commit")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "made .gitlab-ci.yml\nmade .pre-commit-config.yaml\n"
    files = tree(tmp_path)
    assert set(files) == {plan, ".gitlab-ci.yml", ".pre-commit-config.yaml"}
    assert files[plan] == "mine"


def test_ci_files_of_others_stay_and_the_addition_is_shown(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("mine: {}\n", encoding="utf-8")
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    done = init(tmp_path, "--force", "--ci", "gitlab", "--pre-commit", *GIVEN)
    assert done.returncode == 0
    assert "    - socialplan lint .\n" in done.stderr
    assert "      - id: socialplan\n" in done.stderr
    files = tree(tmp_path)
    assert files[".gitlab-ci.yml"] == "mine: {}\n"
    assert files[".pre-commit-config.yaml"] == "repos: []\n"


def on_a_terminal(folder: Path, answers: list[bytes | None], *options: str) -> tuple[int, str]:
    """Run `init` with a terminal and answer each question, or interrupt where the answer is None.

    Gives the exit status and all that was shown.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "socialplan", "init", *options],
        cwd=folder,
        env=os.environ | {"SOCIALPLAN_LANG": "en"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = asked = b""
    while piece := _read(ours):
        shown, asked = shown + piece, asked + piece
        if asked.endswith(b"]: ") and answers:
            asked, answer = b"", answers.pop(0)
            if answer is None:
                _interrupt(process)
            else:
                os.write(ours, answer)
    os.close(ours)
    return process.wait(60), shown.decode()


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C until it is noticed: a signal may come just before the program listens."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1)


def _read(terminal: int) -> bytes:
    assert select.select([terminal], [], [], 60)[0], "nothing is shown any more"
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other side has closed
        return b""


def test_on_a_terminal_what_is_missing_is_asked(tmp_path: Path) -> None:
    answers = ["zh-TW\n", "5\n", "綠手指植栽\n", "\n", "2026-12-07\n"]
    status, shown = on_a_terminal(tmp_path, [answer.encode() for answer in answers])
    assert status == 0, shown
    assert "LINE 社群加官方帳號" in shown
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["name"] == "綠手指植栽"
    assert plan["brand"]["market"] == "TW"
    assert str(plan["period"]["start"]) == "2026-12-07"
    assert plan["accounts"][0]["platform"] == "line-openchat"


def test_an_answer_that_fits_nothing_is_asked_again(tmp_path: Path) -> None:
    answers: list[bytes | None] = [b"maximal\n", b"mini\n", b"Atlantis\n", b"HK\n"]
    options = ["--lang=en", "--name=Little Bear", "--start=2026-12-07"]
    status, shown = on_a_terminal(tmp_path, answers, *options)
    assert status == 0, shown
    assert "there is no “maximal”; did you mean “minimal”?" in shown
    assert "there is no “Atlantis”" in shown
    plan = yaml.safe_load((tmp_path / "socialplan.yaml").read_text(encoding="utf-8"))
    assert plan["brand"]["market"] == "HK"


@pytest.mark.parametrize("key", [b"\x04", None], ids=["end of input", "interrupt"])
def test_whoever_leaves_leaves_nothing_behind(tmp_path: Path, key: bytes | None) -> None:
    status, shown = on_a_terminal(tmp_path, [b"en\n", key])
    assert status == 130, shown
    assert "Traceback" not in shown
    assert not list(tmp_path.iterdir())
