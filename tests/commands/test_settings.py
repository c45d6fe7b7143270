"""Settings, suppressions, baselines, changes and memory, as a repository meets them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

TODAY = "--today=2026-11-21"
PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
accounts:
  - {id: line, platform: line-oa}
posts:
  - id: opening
    account: lime
    title: Opening day
  - id: second
    account: lemon
    title: Second day
"""
LONG_COMMENT = f"# {'-' * 900}\n" * 300


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def lines(run: Run, *options: str, **more: str) -> list[str]:
    shown = run("lint", "--format", "concise", "--select", "PLN203,SUP", TODAY, *options, **more)
    assert shown.returncode in (0, 1), shown.stderr
    return [line.split(": ", 1)[1].split(":")[0] for line in shown.stdout.splitlines()]


TWO = ["error[PLN203] dangling-reference"] * 2


def test_without_settings_everything_is_found(run: Run, plan: Path) -> None:
    assert lines(run) == TWO


@pytest.mark.parametrize(
    "comment",
    [
        "    account: lime  # socialplan: ignore[PLN203] -- opens in March",
        "    account: lime  # socialplan: ignore[dangling-reference] -- opens in March",
        "    account: lime  # socialplan: ignore[PLN, TXT101] until=2026-12-31 -- opens",
        "    # socialplan: ignore[PLN203] -- opens in March\n    account: lime",
    ],
)
def test_a_comment_allows_what_stands_on_its_line_or_below(
    run: Run, plan: Path, comment: str
) -> None:
    plan.write_text(PLAN.replace("    account: lime", comment), encoding="utf-8")
    found = lines(run)
    assert found[-1:] == TWO[:1]
    assert len([one for one in found if "PLN203" in one]) == 1


def test_a_comment_above_an_item_covers_the_item_and_only_it(run: Run, plan: Path) -> None:
    text = PLAN.replace(
        "  - id: opening", "  # socialplan: ignore[PLN203] -- soon\n  - id: opening"
    )
    plan.write_text(text, encoding="utf-8")
    assert lines(run) == TWO[:1]


def test_a_comment_can_cover_a_text_block(run: Run, plan: Path) -> None:
    block = (
        "text: |  # socialplan: ignore[PLN110] -- quoted as it came\n      a\u200bb\n      c\u200bd"
    )
    plan.write_text(PLAN.replace("title: Opening day", block), encoding="utf-8")
    shown = run("lint", "--select", "PLN110", "--format", "json", TODAY)
    assert json.loads(shown.stdout)["summary"]["suppressed"] == 2


def test_a_file_can_be_allowed_as_a_whole(run: Run, plan: Path) -> None:
    plan.write_text(f"# socialplan: file-ignore[PLN203] -- a draft\n{PLAN}", encoding="utf-8")
    assert lines(run) == []


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("ignore[PLN203]", "warning[SUP103] reason-missing"),
        ("ignore[PLN999] -- x", "error[SUP102] unknown-code"),
        ("ignore -- x", "error[SUP102] unknown-code"),
        ("ignore[PLN203, duplicate-id] -- x", None),
        ("ignore[PLN203, SUP101] -- x", None),
        ("ignore[PLN203] until=2026-11-20 -- x", "warning[SUP104] expired-suppression"),
        ("ignore[PLN203] until=soon -- x", "warning[SUP104] expired-suppression"),
    ],
)
def test_comments_are_held_to_what_they_say(
    run: Run, plan: Path, comment: str, found: str | None
) -> None:
    text = PLAN.replace("account: lime", f"account: lime  # socialplan: {comment}")
    plan.write_text(text, encoding="utf-8")
    said = [one for one in lines(run) if "SUP" in one]
    assert said == ([found] if found else [])


def test_what_a_comment_allows_no_longer_happens(run: Run, plan: Path) -> None:
    text = PLAN.replace("account: lime", "account: line  # socialplan: ignore[PLN203] -- x")
    plan.write_text(text, encoding="utf-8")
    assert lines(run) == ["warning[SUP101] unused-suppression", *TWO[:1]]
    plan.write_text(text.replace(" -- x", ""), encoding="utf-8")  # what goes needs no reason
    assert lines(run) == ["warning[SUP101] unused-suppression", *TWO[:1]]
    assert "SUP101" not in run("lint", "--select", "TXT,SUP", TODAY).stdout


def test_settings_of_the_nearest_file_hold(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "socialplan.toml").write_text('ignore = ["PLN203"]\n', encoding="utf-8")
    assert lines(run) == []
    assert lines(run, "--isolated") == TWO


def test_settings_may_stand_in_pyproject_and_extend_a_shared_file(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "shared.toml").write_text(
        'ignore = ["PLN203"]\nfail-on = "never"\n', encoding="utf-8"
    )
    (tmp_path / "pyproject.toml").write_text(
        '[tool.socialplan]\nextends = "shared.toml"\nignore = []\n', encoding="utf-8"
    )
    shown = run("lint", "--select", "PLN203", TODAY)
    assert shown.returncode == 0
    assert shown.stdout.count("PLN203") == 2
    settings = run("lint", "--show-settings").stdout
    assert 'fail-on = "never"' in settings
    assert "shared.toml" in settings
    assert 'profile = "standard"  # default' in settings


def test_severity_and_files_can_be_set(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "socialplan.toml").write_text(
        '[severity]\ndangling-reference = "info"\n[per-file-ignores]\n"*.yml" = ["TXT"]\n',
        encoding="utf-8",
    )
    assert lines(run) == ["warning[SUP105] dead-glob"] * 0 + [
        "info[PLN203] dangling-reference",
        "info[PLN203] dangling-reference",
        "warning[SUP105] dead-glob",
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("ignroe = []", "did you mean “ignore”"),
        ("ignore = 7", "ignore is written as"),
        ("profile = 'hard'", "profile cannot be “hard”"),
        ("edition = '1999'", "edition cannot be “1999”"),
        ("ignore = [", "is not TOML"),
        ("\xff", "is not TOML"),
        ("extends = 'socialplan.toml'", "extends itself"),
        ("extends = 'nowhere.toml'", "there is no file"),
        ("plugins = ['nobody']", "not installed"),
        ("[[rules]]\ncode = 'X'", "is missing"),
        ("[[rules]]\ncode='ACM001'\nname='a'\nmessage='m'\ngiven='title'\nthen={pattern='('}",
         "no regular expression"),
        ("[[rules]]\ncode='PLN203'\nname='a'\nmessage='m'\ngiven='title'\nthen={required=true}",
         "is taken"),
    ],
)  # fmt: skip
def test_bad_settings_end_in_one_sentence(
    run: Run, plan: Path, tmp_path: Path, settings: str, said: str
) -> None:
    (tmp_path / "socialplan.toml").write_bytes(settings.encode("latin-1"))
    shown = run("lint", TODAY)
    assert shown.returncode == 2
    assert said in shown.stderr
    assert len(shown.stderr.strip().splitlines()) == 1


def test_profiles_are_a_ladder(run: Run, plan: Path) -> None:
    counts = [
        len(run("lint", "--profile", name, "--format", "concise", TODAY).stdout.splitlines())
        for name in ("minimal", "standard", "strict")
    ]
    assert counts == sorted(counts)
    assert counts[0] < counts[1]


def test_a_baseline_accepts_what_was_there_follows_what_moves_and_may_only_shrink(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    options = ("--select", "PLN203,SUP", "--baseline", "old.json", TODAY, "--format", "concise")
    assert run("lint", *options, "--write-baseline", "--reason", "before us").returncode == 0
    kept = json.loads((tmp_path / "old.json").read_text(encoding="utf-8"))
    assert [(one["path"], one["reason"]) for one in kept["findings"]] == [
        ("posts/opening/account", "before us"),
        ("posts/second/account", "before us"),
    ]
    assert run("lint", *options).stdout == ""
    first, second = PLAN.index("  - id: opening"), PLAN.index("  - id: second")
    moved = PLAN[:first] + PLAN[second:] + PLAN[first:second]
    plan.write_text(moved + "  - {id: new, account: lima}\n", encoding="utf-8")
    [new] = run("lint", *options).stdout.splitlines()
    assert new.startswith("socialplan.yaml:13:24: error[PLN203]")
    plan.write_text(PLAN.replace("lime", "line"), encoding="utf-8")
    stale = run("lint", *options)
    assert stale.returncode == 1
    assert "stale-baseline-entry" in stale.stdout
    assert run("lint", *options, "--prune-baseline").returncode == 0
    assert run("lint", *options).stdout == ""


def test_a_damaged_baseline_ends_in_one_sentence_and_is_left_as_it_is(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    for damaged in ("{", "[]", '{"version": 1, "findings": [1]}', "\0", '{"version": 2}'):
        (tmp_path / "b.json").write_text(damaged, encoding="utf-8")
        shown = run("lint", "--baseline", "b.json", TODAY)
        assert shown.returncode == 2
        assert len(shown.stderr.strip().splitlines()) == 1
        assert (tmp_path / "b.json").read_text(encoding="utf-8") == damaged


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_what_a_branch_brings(run: Run, plan: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "start")
    git(tmp_path, "checkout", "-b", "topic")
    first, second = PLAN.index("  - id: opening"), PLAN.index("  - id: second")
    moved = PLAN[:first] + PLAN[second:] + PLAN[first:second].replace("Opening", "Grand opening")
    plan.write_text(moved, encoding="utf-8")
    assert lines(run, "--changed", "main") == []
    plan.write_text(moved + "  - {id: new, account: lima}\n", encoding="utf-8")
    assert lines(run, "--changed", "main") == TWO[:1]
    assert len(lines(run)) == 3


def test_a_comparison_that_cannot_be_made_is_one_sentence(run: Run, plan: Path) -> None:
    shown = run("lint", "--changed", "main", TODAY)
    assert shown.returncode == 2
    assert "cannot compare with main" in shown.stderr


OWN = """\
[[rules]]
code = "ACM001"
name = "shouting-title"
message = "“{found}” shouts"
given = "posts[*].title"
then = {forbidden = "!{2,}"}
bad = '''
posts:
  - title: Sale!!!  # <-
'''
good = '''
posts:
  - title: Sale
'''
"""


def test_rules_of_ones_own_need_no_code(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "socialplan.toml").write_text(OWN, encoding="utf-8")
    plan.write_text(PLAN.replace("Opening day", "Opening!!!"), encoding="utf-8")
    shown = run("lint", "--select", "ACM", "--format", "concise", TODAY)
    assert shown.stdout == ("socialplan.yaml:9:19: warning[ACM001] shouting-title: “!!!” shouts\n")
    assert "Rules tested: 1, failures: 0." in run("explain", "--test").stdout
    assert "shouting-title" in run("explain", "ACM001").stdout
    (tmp_path / "socialplan.toml").write_text(OWN.replace("Sale!!!", "Sale!"), encoding="utf-8")
    assert run("explain", "--test").returncode == 1


def test_a_slow_pattern_is_stopped(run: Run, plan: Path, tmp_path: Path) -> None:
    slow = OWN.replace("!{2,}", "(a|aa)+$")
    (tmp_path / "socialplan.toml").write_text(slow, encoding="utf-8")
    plan.write_text(PLAN.replace("Opening day", "a" * 200 + "!"), encoding="utf-8")
    shown = run("lint", "--select", "ACM", TODAY)
    assert shown.returncode == 2
    assert "takes too long" in shown.stderr


def test_an_unchanged_run_is_remembered_and_a_changed_one_is_not(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    memory = {"SOCIALPLAN_CACHE_DIR": str(tmp_path / "memory")}
    first = run("lint", "--format", "concise", TODAY, **memory)
    [entry] = (tmp_path / "memory").glob("*.json")
    assert run("lint", "--format", "concise", TODAY, **memory).stdout == first.stdout
    kept = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps({**kept, "stdout": "remembered\n"}), encoding="utf-8")
    assert run("lint", "--format", "concise", TODAY, **memory).stdout == "remembered\n"
    assert run("lint", "--format", "concise", TODAY, "--no-cache", **memory).stdout == first.stdout
    entry.write_text("{damaged", encoding="utf-8")
    assert run("lint", "--format", "concise", TODAY, **memory).stdout == first.stdout
    plan.write_text(PLAN.replace("lime", "line"), encoding="utf-8")
    assert run("lint", "--format", "concise", TODAY, **memory).stdout != first.stdout
    (tmp_path / "socialplan.toml").write_text('ignore = ["ALL"]\n', encoding="utf-8")
    assert run("lint", "--format", "concise", TODAY, **memory).stdout == ""


def test_a_new_plan_or_include_is_noticed(run: Run, plan: Path, tmp_path: Path) -> None:
    memory = {"SOCIALPLAN_CACHE_DIR": str(tmp_path / ".memory")}
    plan.write_text("include: [posts/*.yaml]\n" + PLAN, encoding="utf-8")
    (tmp_path / "posts").mkdir()
    options = ("lint", ".", "--select", "PLN203", "--format", "concise", TODAY)
    assert len(run(*options, **memory).stdout.splitlines()) == 2
    (tmp_path / "posts" / "a.yaml").write_text("posts: [{account: x}]\n", encoding="utf-8")
    assert len(run(*options, **memory).stdout.splitlines()) == 3
    (tmp_path / "b.socialplan.yaml").write_text(PLAN, encoding="utf-8")
    assert len(run(*options, **memory).stdout.splitlines()) == 5


def test_many_plans_on_two_processes_say_the_same(run: Run, plan: Path, tmp_path: Path) -> None:
    for number in range(12):
        text = PLAN + LONG_COMMENT  # so that a second process is worth it
        (tmp_path / f"{number:02}.socialplan.yaml").write_text(text, encoding="utf-8")
    options = ("lint", ".", "--format", "concise", "--select", "PLN203", TODAY)
    assert run(*options, "--jobs", "2").stdout == run(*options, "--jobs", "1").stdout


@pytest.mark.parametrize("count", ["0", "-3"])
def test_no_process_at_all_does_no_work(run: Run, plan: Path, count: str) -> None:
    shown = run("lint", "--jobs", count)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert f"--jobs: {count} is too few" in shown.stderr


def test_several_formats_in_one_run_and_statistics(run: Run, plan: Path, tmp_path: Path) -> None:
    shown = run(
        "lint", "--select", "PLN203", "--format", "concise", "--format", "json:out.json", TODAY
    )
    assert len(shown.stdout.splitlines()) == 2
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert run("lint", "--select", "PLN203", "--statistics", TODAY).stdout == (
        "2  PLN203  dangling-reference\n"
    )


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "socialplan", "lint", "--watch", "--select", "PLN203"]
    process = subprocess.Popen(
        [*command, "--format", "concise", TODAY, *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    finally:
        process.kill()
        process.communicate()


def test_watching_checks_again_after_a_save(plan: Path, tmp_path: Path) -> None:
    with watching(tmp_path) as process:
        assert process.stdout is not None
        assert "lime" in process.stdout.readline()
        assert "lemon" in process.stdout.readline()
        plan.write_text(PLAN.replace("lime", "lima"), encoding="utf-8")
        assert "lima" in process.stdout.readline()


def test_watching_goes_on_after_half_a_line_of_settings(plan: Path, tmp_path: Path) -> None:
    with watching(tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "lime" in process.stdout.readline()
        assert "lemon" in process.stdout.readline()
        settings = tmp_path / "socialplan.toml"
        settings.write_text("ignore = [", encoding="utf-8")
        assert "is not TOML" in process.stderr.readline()
        settings.write_text('severity = {PLN203 = "info"}', encoding="utf-8")
        assert "info[PLN203]" in process.stdout.readline()


def test_watching_can_mend_what_is_saved(plan: Path, tmp_path: Path) -> None:
    spoiled = PLAN.replace("Opening", "Open\u200bing")
    with watching(tmp_path, "--fix", "--extend-select", "PLN110") as process:
        assert process.stderr is not None
        assert "Fixed 0" in process.stderr.readline()
        plan.write_text(spoiled, encoding="utf-8")
        assert "Fixed 1" in process.stderr.readline()
        assert plan.read_text(encoding="utf-8") == PLAN


def test_changed_alone_means_since_the_last_commit(run: Run, plan: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "start")
    plan.write_text(PLAN + "  - {id: new, account: lima}\n", encoding="utf-8")
    assert lines(run, "--changed") == TWO[:1]


@pytest.mark.parametrize(
    ("language", "settings", "said"),
    [
        ("en", 'lang = "fr"', "lang cannot be “fr”; choose one of en, zh-TW, zh-CN"),
        ("zh-TW", '[severity]\ndanglin-reference = "info"', "severity：沒有「danglin-reference」"),
        ("zh-CN", '[per-file-ignores]\n"*" = ["PNL203"]', "per-file-ignores：没有“PNL203”"),
    ],
)
def test_a_rule_or_language_that_settings_misspell_is_told(
    run: Run, plan: Path, language: str, settings: str, said: str
) -> None:
    plan.with_name("socialplan.toml").write_text(settings, encoding="utf-8")
    shown = run("lint", TODAY, SOCIALPLAN_LANG=language)
    assert shown.returncode == 2
    assert "socialplan.toml" in shown.stderr
    assert said in shown.stderr


def test_two_files_may_extend_the_same_third(run: Run, plan: Path, tmp_path: Path) -> None:
    for name, written in {
        "base.toml": 'ignore = ["PLN203"]',
        "left.toml": 'extends = "base.toml"\nignore = ["AUD"]',
        "right.toml": 'extends = "base.toml"',
        "socialplan.toml": 'extends = ["left.toml", "right.toml"]',
    }.items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    assert lines(run) == TWO


def test_a_plan_that_settings_exclude_is_no_error(run: Run, plan: Path, tmp_path: Path) -> None:
    """A hook before a commit names every file that changed, those in the archive too."""
    (tmp_path / "socialplan.toml").write_text('exclude = ["social*"]', encoding="utf-8")
    shown = run("lint", plan.name, TODAY)
    assert (shown.returncode, shown.stdout) == (0, "Nothing to report: 0 plans checked.\n")


def test_a_pattern_for_files_that_were_not_checked_is_not_dead(run: Run, plan: Path) -> None:
    other = plan.with_name("other.socialplan.yaml")
    other.write_text(PLAN, encoding="utf-8")
    settings = plan.with_name("socialplan.toml")
    settings.write_text('[per-file-ignores]\n"other.*" = ["TXT"]\n', encoding="utf-8")
    assert lines(run, plan.name) == TWO
    other.unlink()
    assert lines(run, plan.name) == [*TWO, "warning[SUP105] dead-glob"]
    assert lines(run, plan.name, "--ignore", "SUP105") == TWO


def test_a_pattern_of_settings_that_brands_share_need_not_mean_a_file_of_each(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    """The agency writes `drafts/*` once; a brand without drafts can neither mend nor allow that."""
    shared = '[per-file-ignores]\n"drafts/*" = ["TXT"]\n'
    (tmp_path / "agency.toml").write_text(shared, encoding="utf-8")
    settings = plan.with_name("socialplan.toml")
    settings.write_text('extends = "agency.toml"\n', encoding="utf-8")
    assert lines(run) == TWO
    own = '[extend-per-file-ignores]\n"drafts/*" = ["MED"]\n"old/*" = ["MED"]\n'
    settings.write_text(f'extends = "agency.toml"\n{own}', encoding="utf-8")
    assert lines(run) == [*TWO, "warning[SUP105] dead-glob", "warning[SUP105] dead-glob"]


@pytest.mark.parametrize("name", ["socialplan.yaml", "./more.yaml", "socialplan.toml"])
def test_no_report_is_written_over_what_the_run_reads(
    run: Run, plan: Path, tmp_path: Path, name: str
) -> None:
    written = {
        "socialplan.yaml": PLAN + "include: more.yaml\n",
        "more.yaml": "",
        "socialplan.toml": "",
    }
    for file, text in written.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    shown = run("lint", TODAY, "--format", f"json:{name}", SOCIALPLAN_LANG="zh-TW")
    assert shown.returncode == 2
    assert "報告請寫到別的檔案" in shown.stderr
    assert {file: (tmp_path / file).read_text(encoding="utf-8") for file in written} == written


def test_a_rule_of_ones_own_knows_no_names_unless_it_lists_them(run: Run, plan: Path) -> None:
    plan.with_name("socialplan.toml").write_text(
        '[[rules]]\ncode = "ACM001"\nname = "no-days"\nmessage = "m"\n'
        'given = "posts[*].title"\nthen = {forbidden = "day"}\n',
        encoding="utf-8",
    )
    assert "Known" not in run("lint", TODAY, "--select", "ACM").stdout


@pytest.mark.parametrize(
    ("language", "declared", "said"),
    [
        ("zh-TW", "code = 'ACM001'", "第 1 條規則：少了「name」"),
        ("zh-CN", "nmae = 'a'", "第 1 条规则：没有“nmae”；您是不是想写“name”？"),
        ("zh-TW", "then = {pattern = '('}", "「(」不是正規表示式"),
        ("zh-CN", "then = {pattern = 7}", "“pattern”要写成一段文本或文本列表"),
        ("en", "then = {length = 7}", "“length” is written as {min = 1, max = 60}"),
    ],
)
def test_what_is_wrong_with_a_rule_of_ones_own_is_said_in_the_readers_language(
    run: Run, plan: Path, language: str, declared: str, said: str
) -> None:
    whole = "code = 'ACM001'\nname = 'a'\nmessage = 'm'\ngiven = 'title'\n"
    settings = f"[[rules]]\n{whole if 'then' in declared else ''}{declared}\n"
    plan.with_name("socialplan.toml").write_text(settings, encoding="utf-8")
    shown = run("lint", TODAY, "--lang", language)
    assert shown.returncode == 2
    assert said in shown.stderr


def test_a_pattern_that_comes_to_life_is_noticed(run: Run, plan: Path, tmp_path: Path) -> None:
    settings = tmp_path / "socialplan.toml"
    settings.write_text('[per-file-ignores]\n"draft.*" = ["TXT"]\n', encoding="utf-8")
    memory = {"SOCIALPLAN_CACHE_DIR": str(tmp_path / "cache")}
    assert lines(run, **memory) == [*TWO, "warning[SUP105] dead-glob"]
    (tmp_path / "draft.yaml").write_text("", encoding="utf-8")
    assert lines(run, **memory) == TWO
