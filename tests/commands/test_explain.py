"""`socialplan explain`, `platforms`, `schema` and `status` as a shell sees them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from socialplan.facts import PLATFORMS
from socialplan.rules import all_rules
from socialplan.source import read_plan

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = ["cafe-taiwan", "mother-baby-wechat", "b2b-linkedin-youtube", "shop-line-app"]
LANGUAGES = ["en", "zh-TW", "zh-CN"]


@pytest.mark.parametrize("handle", ["SMT102", "smt102", "goal-without-target"])
def test_a_rule_is_explained_by_code_and_by_name(run: Run, handle: str) -> None:
    shown = run("explain", handle, "--format", "markdown").stdout
    assert "# SMT102 goal-without-target" in shown
    assert "```yaml" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_explained_on_a_narrow_terminal(run: Run, language: str) -> None:
    from rich.cells import cell_len

    result = run("explain", "--all", "--lang", language, COLUMNS="60")
    assert result.returncode == 0
    assert all(rule.name in result.stdout for rule in all_rules())
    assert max(map(cell_len, result.stdout.splitlines())) <= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_shown_with_what_lint_says_of_it(run: Run, language: str) -> None:
    shown = run("explain", "--all", "--format", "markdown", "--lang", language).stdout
    said = {"en": "- Line 1: this ends on 2026-12-01", "zh-TW": "- 第 1 行：這裡在 2026-12-01 結束"}
    assert said.get(language, "- 第 1 行：") in shown
    assert "‹" not in shown
    assert str(Path("/tmp")) not in shown


def test_a_rule_of_ones_own_is_explained_without_examples_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.toml").write_text(
        "[[rules]]\ncode='ACM001'\nname='own'\nmessage='“{value}” is odd'\n"
        "given='title'\nthen={forbidden='a'}\n",
        encoding="utf-8",
    )
    shown = run("explain", "own", "--format", "markdown").stdout
    assert shown.startswith(
        "# ACM001 own\n\nwarning · source: socialplan.toml\n\n> “‹value›” is odd"
    )
    assert "```" not in shown


def test_the_list_has_a_line_for_each_rule(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]


def test_a_message_that_is_only_filled_in_is_not_quoted(run: Run) -> None:
    shown = run("explain", "PLN001", "--lang", "zh-TW").stdout
    assert "‹" not in shown
    (line,) = [one for one in run("explain").stdout.splitlines() if one.startswith("PLN001")]
    assert "‹" not in line


def test_rules_as_json(run: Run) -> None:
    written = json.loads(run("explain", "SMT", "--format", "json").stdout)
    assert {one["code"][:3] for one in written} == {"SMT"}
    assert all(one["reason"] and one["bad"] and one["good"] for one in written)


def test_an_unknown_rule_is_answered_with_the_nearest(run: Run) -> None:
    result = run("explain", "goal-without-targt")
    assert result.returncode == 2
    assert "goal-without-target" in result.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("goal*", "choose one of plan-without-goals, goal-without-metric, "),
        ("xyzzy", "choose one of PLN, SMT, AUD, SCH, TXT, MED, FLO, COM, MEA, WRD, PRO, SUP\n"),
        ("", "there is no “”; choose one of PLN, SMT, "),
    ],
)
def test_a_part_of_a_name_is_answered_with_the_names_that_hold_it(
    run: Run, asked: str, said: str
) -> None:
    result = run("explain", asked)
    assert result.returncode == 2
    assert said in result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_has_every_platform_with_date_and_confidence(
    run: Run, language: str
) -> None:
    shown = run("platforms", "--format", "markdown", "--lang", language).stdout
    assert all(f"`{slug}`" in shown for slug in PLATFORMS)
    assert "（c114.net.cn、2025-10、可信度中）" in shown or "2025-12" in shown


@pytest.mark.parametrize("slug", PLATFORMS)
def test_every_platform_can_be_laid_out(run: Run, slug: str) -> None:
    result = run("platforms", slug)
    assert result.returncode == 0
    assert result.stdout.strip()


def test_line_has_its_price_plans_by_market(run: Run) -> None:
    shown = json.loads(run("platforms", "line-oa", "--market", "TW", "--format", "json").stdout)
    assert [(one["id"], one["fee"], one["messages"]) for one in shown["prices"]] == [
        ("tw-light", 0, 200),
        ("tw-medium", 800, 3000),
        ("tw-high", 1200, 6000),
    ]
    assert all(one["cited"]["as_of"] for one in shown["prices"])


def test_an_unknown_platform_is_answered_with_the_nearest(run: Run) -> None:
    result = run("platforms", "instagramm")
    assert result.returncode == 2
    assert "did you mean “instagram”" in result.stderr


@pytest.mark.parametrize("name", ["IG", "ig", "Instagram", "instagram"])
def test_a_platform_is_asked_for_by_any_of_its_names(run: Run, name: str) -> None:
    assert run("platforms", name).stdout == run("platforms", "instagram").stdout


def test_the_schema_accepts_the_examples_and_is_the_one_in_the_repository(run: Run) -> None:
    text = run("schema").stdout
    assert text == (EXAMPLES.parent / "plan.schema.json").read_text(encoding="utf-8")
    check = jsonschema.Draft7Validator(json.loads(text))
    for case in CASES:
        assert list(check.iter_errors(read_plan(EXAMPLES / case / "socialplan.yaml").data)) == []


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_status_is_one_screen(run: Run, case: str, language: str) -> None:
    result = run("status", str(EXAMPLES / case), "--today", "2026-12-03", "--lang", language)
    assert result.returncode == 0
    assert result.stderr == ""
    assert 15 < len(result.stdout.splitlines()) < 70


def test_status_says_who_is_late_with_what(run: Run, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(
        """
socialplan: 1
title: Plan
brand: {name: Bear, market: US}
team: [{id: amy, name: Amy}, {id: ben, name: Ben}]
accounts: [{id: ig, platform: instagram, owner: ben}]
goals:
  - id: reach
    statement: More friends
    metric: followers
    baseline: {value: 100, date: 2026-11-01}
    history: [{value: 150, date: 2026-11-15}, {value: 400, date: 2026-12-15}]
    target: 200
    due: 2026-12-01
posts:
  - {account: ig, at: 2026-11-20 10:00, title: Missed, author: amy, status: scheduled}
  - {account: ig, at: 2026-11-23 10:00, title: Near, author: amy}
  - {account: ig, at: 2026-12-30 10:00, title: Far, author: amy}
""",
        encoding="utf-8",
    )
    shown = json.loads(run("status", "--today", "2026-11-21", "--format", "json").stdout)
    assert [(one["what"], one["who"], one["title"], one["is_late"]) for one in shown["needs"]] == [
        ("publish", "Ben", "Missed", True),
        ("write", "Amy", "Near", False),
        ("asset", "Ben", "Near", False),
    ]
    [goal] = shown["goals"]
    assert goal["now"] == 150
    assert goal["share"] == 0.5
    assert goal["share_of_time"] == pytest.approx(20 / 30)


@pytest.mark.parametrize(
    ("language", "examples", "said"),
    [
        ("en", "bad = 'title: a  # <-'", "ACM001 a: there is no “good” example"),
        ("zh-TW", "bad = 'title: a'\ngood = 'title: b'", "「bad」例子裡沒有一行以 # <- 結尾"),
        ("zh-CN", "bad = 'title: a  # <-'\ngood = 'title: a'", "“good”示例里找到第 1 行"),
    ],
)
def test_rules_of_ones_own_are_held_to_their_examples(
    run: Run, tmp_path: Path, language: str, examples: str, said: str
) -> None:
    rule = "code='ACM001'\nname='a'\nmessage='m'\ngiven='title'\nthen={forbidden='a'}"
    (tmp_path / "socialplan.toml").write_text(f"[[rules]]\n{rule}\n{examples}\n", encoding="utf-8")
    shown = run("explain", "--test", "--lang", language)
    assert shown.returncode == 1
    assert said in shown.stdout


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["SCH101", "SCH102"], "Rules tested: 2, failures: 0."),
        (["--all"], f"Rules tested: {len(all_rules())}"),
        ([], "these settings have no rules of their own"),
    ],
)
def test_rules_of_ours_are_held_to_their_examples_when_they_are_named(
    run: Run, asked: list[str], said: str
) -> None:
    shown = run("explain", "--test", *asked)
    assert said in shown.stdout
    assert shown.returncode == 0


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
@pytest.mark.parametrize("asked", [(), ("ACM001",)])
def test_no_rule_moves_the_cursor(
    run: Run, tmp_path: Path, form: str, asked: tuple[str, ...]
) -> None:
    said = "".join(f'{key} = "red\\u001b[31m\\u009b"\n' for key in ("message", "help", "reason"))
    rule = f'[[rules]]\ncode = "ACM001"\nname = "loud"\ngiven = "title"\n{said}'
    settings = f"{rule}then = {{required = true}}\nbad = 'goal: x  # <-'\ngood = 'title: x'\n"
    (tmp_path / "socialplan.toml").write_text(settings, encoding="utf-8")
    shown = run("explain", *asked, "--format", form).stdout
    assert "red" in shown
    assert not {"\x1b", "\x9b"}.intersection(shown)
