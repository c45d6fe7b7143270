"""`socialplan lint --fix` as a shell sees it: what is written, printed and left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

TODAY = "--today=2026-11-21"
BEFORE = """\
socialplan: 1
# 小熊咖啡的計劃 — don't touch
title: 小熊咖啡
brand:
  name: &name 小熊咖啡   # an anchor
  market: TW
accounts:
  - id: line
    platform: LINE-OA      # 官方帳號
    handel: "@bear"
    cadence: [{format: broadcast, days: [wed, fri], at: 20:00}]
goals:
  - &goal
    id: friends
    metric: target_friends
    baseline: 1,000        # 目前
    target: '1,500'
    due: 2027/3/31
posts:
  - account: line
    at: 2026-11-25 20:00
    title: *name
    texts: |
      週年慶\u200b開跑
        85 折 # no comment

      見面聊
  - {account: lime, title: New: latte, status: Idea}
"""
AFTER = BEFORE
for _old, _new in {
    "LINE-OA": "line-oa",
    "handel": "handle",
    "at: 20:00}": 'at: "20:00"}',
    "1,000": "1000",
    "'1,500'": "1500",
    "2027/3/31": "2027-03-31",
    "texts": "text",
    "\u200b": "",
    "New: latte": '"New: latte"',
    "Idea": "idea",
}.items():
    AFTER = AFTER.replace(_old, _new)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_bytes(BEFORE.encode())
    return path


def test_fix_changes_just_the_faulty_characters_and_reports_the_rest(run: Run, plan: Path) -> None:
    result = run("lint", "--fix", TODAY, "--format", "json")
    assert plan.read_bytes().decode() == AFTER
    assert result.returncode == 1
    found = json.loads(result.stdout)["findings"]
    assert "dangling-reference" in {one["name"] for one in found}
    assert not [one for one in found if (one["fix"] or {}).get("safety") == "safe"]
    assert result.stderr == (
        "Fixed 10 problems in 1 file. 1 more fix needs a look first: --unsafe-fixes.\n"
    )


@pytest.mark.usefixtures("plan")
def test_the_count_of_fixes_is_two_sentences_of_the_language(run: Run) -> None:
    result = run("lint", "--fix", TODAY, "--lang", "zh-TW")
    assert result.stderr.startswith("修好 1 個檔案裡的 10 項。另有 1 項修正，")


def test_unsafe_fixes_are_made_when_they_are_asked_for(run: Run, plan: Path) -> None:
    result = run("lint", "--fix", "--unsafe-fixes", TODAY, "--select", "PLN203")
    assert plan.read_bytes().decode() == BEFORE.replace("lime", "line")
    assert result.stderr == "Fixed 1 problem in 1 file.\n"
    assert "PLN001" in result.stdout  # told though not asked for, and left as it is
    assert result.returncode == 1


def test_diff_shows_only_the_intended_lines_and_changes_nothing(run: Run, plan: Path) -> None:
    for options in (("--diff",), ("--fix", "--diff")):
        result = run("lint", *options, TODAY)
        assert result.returncode == 1
        assert plan.read_bytes() == BEFORE.encode()
        lines = result.stdout.splitlines()
        assert lines[:2] == ["--- socialplan.yaml", "+++ socialplan.yaml"]
        was, becomes = BEFORE.split("\n"), AFTER.split("\n")
        changed = [one for one in zip(was, becomes, strict=True) if one[0] != one[1]]
        assert [line[1:] for line in lines[2:] if line[0] == "-"] == [old for old, _ in changed]
        assert [line[1:] for line in lines[2:] if line[0] == "+"] == [new for _, new in changed]
        assert result.stderr.startswith("Would fix 10 problems in 1 file.")


@pytest.mark.parametrize(
    ("runner", "command", "shown"),
    [
        ("GITHUB_ACTIONS", "::error::taken over", "./::error::taken over"),
        ("GITHUB_ACTIONS", "\u3000::error::taken over", "\u3000./::error::taken over"),
        ("TF_BUILD", "a ##vso[task.complete]", "a # #vso[task.complete]"),
    ],
)
def test_a_diff_in_the_log_of_a_runner_holds_no_commands(
    run: Run, tmp_path: Path, runner: str, command: str, shown: str
) -> None:
    written = f"socialplan: 1\nposts:\n  - text: |\n      {command}\n    acount: m\n"
    (tmp_path / "socialplan.yaml").write_text(written, encoding="utf-8")
    assert f"\n       {command}\n" in run("lint", "--diff").stdout
    assert f"\n       {shown}\n" in run("lint", "--diff", **{runner: "true"}).stdout


def test_where_there_is_nothing_to_fix_diff_prints_nothing(run: Run, plan: Path) -> None:
    plan.write_bytes(AFTER.encode())
    result = run("lint", "--diff", TODAY)
    assert (result.returncode, result.stdout) == (0, "")
    written = plan.stat().st_mtime_ns
    assert run("lint", "--fix", TODAY, "--exit-zero").returncode == 0
    assert plan.stat().st_mtime_ns == written


def test_a_plan_from_standard_input_goes_to_standard_output(run: Run) -> None:
    marked = b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode()
    result = run("lint", "--fix", "-", TODAY, given=marked)
    assert result.stdout.encode() == b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()
    assert result.returncode == 1
    assert "dangling-reference" in result.stderr
    assert run("lint", "--diff", "-", TODAY, given=BEFORE).stdout.startswith("--- <stdin>")


def test_what_is_allowed_in_a_comment_or_a_baseline_is_not_fixed(run: Run, plan: Path) -> None:
    text = BEFORE.replace("    handel", "    # socialplan: ignore[PLN102] -- theirs\n    handel")
    plan.write_text(text, encoding="utf-8")
    run("lint", TODAY, "--select", "PLN103", "--baseline", "known.json", "--write-baseline")
    run("lint", TODAY, "--fix", "--baseline", "known.json")
    left = plan.read_text(encoding="utf-8")
    assert "handel" in left
    assert "1,000" in left
    assert "line-oa" in left


def test_a_file_that_two_plans_include_is_fixed_once(run: Run, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(
            f"socialplan: 1\ntitle: {name}\nbrand: {{name: Bear}}\ninclude: shared.yaml\n"
        )
    (tmp_path / "shared.yaml").write_text("posts:\n  - {titel: A, account: x}\n")
    shown = run("lint", "a.yaml", "b.yaml", "--diff", "--select", "PLN102", TODAY)
    assert shown.stdout.count("+++ shared.yaml") == 1
    run("lint", "a.yaml", "b.yaml", "--fix", "--select", "PLN102", TODAY)
    assert (tmp_path / "shared.yaml").read_text() == "posts:\n  - {title: A, account: x}\n"


def test_links_and_modes_of_files_stay(run: Run, plan: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    plan.rename(real)
    plan.symlink_to(real)
    real.chmod(0o640)
    run("lint", "--fix", TODAY, str(plan))
    assert plan.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert real.read_bytes().decode() == AFTER


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_must_not_be_written_is_one_sentence(run: Run, plan: Path) -> None:
    plan.chmod(0o444)
    result = run("lint", "--fix", TODAY)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert plan.read_bytes() == BEFORE.encode()


@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_at_any_point_every_file_is_old_or_new(tmp_path: Path, after: int) -> None:
    before, wanted = BEFORE.encode(), AFTER.encode()
    plans = [tmp_path / f"{number:02}.yaml" for number in range(40)]
    for path in plans:
        path.write_bytes(before)
    process = subprocess.Popen(
        [sys.executable, "-m", "socialplan", "lint", "--fix", TODAY, *map(str, plans)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if plans[after - 1].stat().st_size != len(before):
            process.kill()
            break
    process.wait()
    states = [path.read_bytes() for path in plans]
    assert set(states) <= {before, wanted}
    assert wanted in states
    assert {path for path in tmp_path.iterdir() if path.suffix == ".yaml"} == set(plans)


def test_thousands_of_fixes_are_made_at_once(run: Run, plan: Path) -> None:
    posts = "".join(
        f"  - id: p{n}  # socialplan: ignore[PLN203] -- w\n    account: line\n"
        f"    title: Day\u200b {n}  # a remark\n"
        for n in range(2000)
    )
    head = "socialplan: 1\ntitle: a\nbrand: {name: b}\naccounts: [{id: line, platform: line-oa}]\n"
    plan.write_text(f"{head}posts:\n{posts}", encoding="utf-8")
    shown = run("lint", "--fix", "--select", "PLN110,PLN203,SUP101", "--isolated", TODAY)
    assert "Fixed 4000 problems in 1 file." in shown.stderr
    assert plan.read_text(encoding="utf-8").count("# a remark") == 2000


def test_what_cannot_be_mended_does_not_hold_up_the_rest_for_minutes(run: Run, plan: Path) -> None:
    """More slips than are read past at once: each that is mended uncovers another."""
    posts = "".join(
        f"  - {{id: p{n}, account: line, title: Day\u200b {n}, hashtags: [#tag]}}\n"
        for n in range(150)
    )
    head = "socialplan: 1\ntitle: a\nbrand: {name: b}\naccounts: [{id: line, platform: line-oa}]\n"
    plan.write_text(f"{head}posts:\n{posts}", encoding="utf-8")
    shown = run("lint", "--fix", "--isolated", TODAY)
    assert "Fixed" in shown.stderr  # and that before the test is given up


KEYLESS = "brand: {name: 熊}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  - platform: line-oa  # 主\n    # 下\n",
            "  - id: line-oa\n    platform: line-oa  # 主\n    # 下\n",
        ),
        ("  -\n    # 主\n    platform: x\n", "  -\n    # 主\n    id: x\n    platform: x\n"),
        ("  - &a {platform: x}\n", "  - &a {id: x, platform: x}\n"),
        ("  - &a\n    platform: x\n", "  - &a\n    id: x\n    platform: x\n"),
        ("  - {\n\tplatform: x, # 主\n    }\n", "  - {\n\tid: x,\n\tplatform: x, # 主\n    }\n"),
        ("  - platform: x\r\n", "  - id: x\r\n    platform: x\r\n"),
        (
            "  - platform: x\nposts: [{account: 官方}]\n",
            "  - id: 官方\n    platform: x\nposts: [{account: 官方}]\n",
        ),
    ],
)
def test_keys_that_follow_from_the_plan_are_put_first(
    run: Run, tmp_path: Path, before: str, after: str
) -> None:
    plan = tmp_path / "socialplan.yaml"
    newline = "\r\n" if "\r" in before else "\n"
    lines = ["\ufeff# 計劃", "socialplan: 1", "title: 小熊", KEYLESS, "accounts:", ""]
    text = newline.join(lines[:1] + lines[2:]) + before
    plan.write_bytes(text.encode())
    asked = ("lint", "--select", "PLN104", TODAY, "--isolated")
    assert run(*asked, "--fix").returncode == 1
    assert plan.read_bytes() == text.encode()
    assert run(*asked, "--unsafe-fixes").returncode == 0
    assert plan.read_bytes() == (newline.join(lines) + after).encode()


@pytest.mark.parametrize(
    "accounts",
    [
        "[{platform: x}, {platform: x}]",
        "[{platform: nowhere}]",
        "[{id: x, platform: line-oa}, {platform: x}]",
        "[{id: a, platform: x}, {platform: line-oa}]\nposts: [{account: elsewhere}, {account: b}]",
        "[{id: line, platform: x}, {platform: line-oa}]\nposts: [{account: lien}]",
    ],
)
def test_an_id_that_nobody_can_tell_is_only_asked_for(
    run: Run, tmp_path: Path, accounts: str
) -> None:
    text = f"socialplan: 1\ntitle: a\n{KEYLESS}\naccounts: {accounts}\n"
    (tmp_path / "socialplan.yaml").write_text(text, encoding="utf-8")
    asked = ("lint", "--select", "PLN104", TODAY, "--isolated", "--unsafe-fixes", "--lang=zh-TW")
    assert "`id`：簡短的代號，貼文用它指到這個帳號。" in run(*asked).stdout
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == text
