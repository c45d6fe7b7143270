"""`--changed` in the repositories of teams: renamed plans, links, branches that never met."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
posts:
  - {id: opening, account: lime, title: Opening day}
"""
ASKED = ("--select", "PLN203", "--format", "concise", "--today=2026-11-21")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "socialplan.yaml").write_text(PLAN, encoding="utf-8")
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "start")
    git(tmp_path, "checkout", "-b", "topic")
    return folder


def test_a_renamed_plan_brings_nothing_new(run: Run, plans: Path, tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    git(tmp_path, "mv", "plans/socialplan.yaml", "2026/小熊.socialplan.yaml")
    assert run("lint", "2026", "--changed", "main", *ASKED).stdout == ""
    git(tmp_path, "commit", "-am", "rename")
    assert run("lint", "2026", "--changed", "main", *ASKED).stdout == ""
    plan = tmp_path / "2026" / "小熊.socialplan.yaml"
    plan.write_text(PLAN + "  - {id: new, account: lemon, title: New}\n", encoding="utf-8")
    assert "lemon" in run("lint", "2026", "--changed", "main", *ASKED).stdout


def test_a_link_that_leads_out_of_the_folder_is_no_obstacle(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    (plans / "assets").symlink_to("/somewhere/else")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "link")
    shown = run("lint", "plans", "--changed", "HEAD", *ASKED)
    assert (shown.returncode, shown.stdout) == (0, "")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cannot compare with main: it has no commit in common"),
        ("zh-TW", "無法和 main 比較：它和這個分支沒有共同的提交"),
        ("zh-CN", "无法和 main 比较：它和当前分支没有共同的提交"),
    ],
)
def test_branches_that_never_met_are_told(
    run: Run, plans: Path, tmp_path: Path, language: str, said: str
) -> None:
    for name in ("more", "most"):  # long, so that a second process is worth it
        text = PLAN + f"# {'-' * 900}\n" * 1700
        (plans / f"{name}.socialplan.yaml").write_text(text, encoding="utf-8")
    git(tmp_path, "checkout", "--orphan", "other")
    git(tmp_path, "commit", "-m", "anew")
    for jobs in ("1", "2"):
        asked = ("--changed", "main", "--lang", language, "--jobs", jobs, *ASKED)
        shown = run("lint", "plans", *asked)
        assert shown.returncode == 2
        assert said in shown.stderr


def test_what_settings_ignored_of_a_draft_is_new_where_it_goes_live(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    (tmp_path / "socialplan.toml").write_text('[per-file-ignores]\n"/plans/*" = ["PLN203"]\n')
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "settings")
    assert run("lint", ".", "--changed", "HEAD", *ASKED).stdout == ""
    (tmp_path / "live").mkdir()
    git(tmp_path, "mv", "plans/socialplan.yaml", "live/socialplan.yaml")
    assert "lime" in run("lint", ".", "--changed", "HEAD", *ASKED).stdout


@pytest.mark.parametrize("told", [".git", "{root}/.git"])
def test_in_a_hook_that_is_told_the_repository_plans_are_found_in_it(
    run: Run, plans: Path, tmp_path: Path, told: str
) -> None:
    variables = {"GIT_DIR": told.format(root=tmp_path), "GIT_INDEX_FILE": ".git/index"}
    shown = run("lint", "plans", "--changed", "main", *ASKED, **variables)
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, "", "")


def test_a_plan_from_standard_input_is_compared_with_its_file(run: Run, plans: Path) -> None:
    asked = ("lint", "-", "--stdin-filename", "plans/socialplan.yaml", "--changed", "main", *ASKED)
    assert run(*asked, given=PLAN).stdout == ""
    given = PLAN + "  - {id: new, account: lemon, title: New}\n"
    assert run(*asked, given=given).stdout.count("\n") == 1


def test_a_revision_that_a_clone_does_not_have_is_told(run: Run, plans: Path) -> None:
    shown = run("lint", "plans", "--changed", "nosuch", *ASKED, SOCIALPLAN_LANG="zh-TW")
    assert shown.returncode == 2
    assert "無法和 nosuch 比較" in shown.stderr
    assert "fetch-depth: 0" in shown.stderr


def test_a_revision_is_no_option_of_git(run: Run, plans: Path) -> None:
    shown = run("lint", "plans", "--changed=--octopus", *ASKED)
    assert shown.returncode == 2
    assert "cannot compare with --octopus: this clone has no such revision" in shown.stderr


def test_a_repository_without_a_commit_is_told(run: Run, plans: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    git(new, "init", "-b", "main")
    (new / "socialplan.yaml").write_text(PLAN, encoding="utf-8")
    shown = run("lint", "new", "--changed", *ASKED)
    assert shown.returncode == 2
    assert "cannot compare with HEAD: this repository has no commit yet" in shown.stderr


def test_a_machine_without_git_and_a_folder_without_a_repository_are_told(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    shown = run("lint", "plans", "--changed", "main", *ASKED, PATH="", LANG="zh_TW.UTF-8")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == "socialplan: 無法和 main 比較：這裡沒有安裝 git\n"
    (tmp_path / ".git").rename(tmp_path / "gone")
    shown = run("lint", "plans", "--changed", "main", *ASKED, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (shown.returncode, shown.stdout) == (2, "")
    assert (
        shown.stderr == "socialplan: cannot compare with main: the plan lies in no git repository\n"
    )
