"""Files of settings: what is wrong in one, and how one builds on another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from socialplan.cli import main
from socialplan.config import settings_for
from socialplan.linting.checking import matches

if TYPE_CHECKING:
    from tests.commands.conftest import Run

TODAY = "--today=2026-11-21"
PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
accounts:
  - {id: line, platform: line-oa}
posts:
  - {id: opening, account: lime, title: Opening day}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("profile = 'strictt'", "1:11: profile cannot be “strictt”; did you mean “strict”? There"),
        ("edition = '1999'", "1:11: edition cannot be “1999”; choose one of 2026"),
        ("fail-on = 'eror'", "1:11: fail-on cannot be “eror”; did you mean “error”? There are"),
        ('format = [\n  "full",\n  "jsn:a.json"]', "3:3: format cannot be “jsn”; did you mean"),
        ("format = []", "1:1: format is written as"),
        ("lang = 'fr'", "1:8: lang cannot be “fr”"),
        ("ignore = ['']", "1:1: ignore is written as"),
        ("baseline = ''", "1:1: baseline is written as"),
        ("select = ['TXT', 'TXX']", "1:18: select: there is no “TXX”; did you mean “TXT”?"),
        ("extend-ignore = ['TXX']", "1:18: extend-ignore: there is no “TXX”"),
        ("[severity]\nTXT101 = 'warn'", "2:10: severity.TXT101 cannot be “warn”; did you mean"),
        ("[severity]\nTXX101 = 'info'", "2:1: severity: there is no “TXX101”; did you mean"),
        ("[per-file-ignores]\n'a/*' = 'TXX'", "2:9: per-file-ignores: there is no “TXX”"),
        ("[per-file-ignores]\n'a/*' = 1", "2:1: per-file-ignores.a/* is written as"),
        ("\n\nignroe = []", "3:1: there is no setting “ignroe”; did you mean “ignore”?"),
        ('format = ["full:/x\\u0000"]', "1:1: format holds a character that cannot be typed, "),
        ('baseline = "\\u0000"', "1:1: baseline holds a character that cannot be typed"),
        ('extends = ["a\\u0000"]', "1:1: extends holds a character that cannot be typed"),
        ('templates = "\\u0000"', "1:1: templates holds a character that cannot be typed"),
        ("[per-file-ignores]\n'a/*' = [\"\\u0000\"]", "2:1: per-file-ignores.a/* holds a"),
        ('[per-file-ignores]\n"a\\u0000" = "TXT"', "1:2: per-file-ignores holds a character"),
        ("a = 1\nignore = [x]", "2:11: this is no value"),
        ("extends = ['a.toml']", "1:12: extends: there is no file a.toml"),
        ("[[rules]]\ncode = 'x'", "1:3: rule 1: “name” is missing"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_before_anything_is_checked(
    run: Run, plan: Path, settings: str, said: str
) -> None:
    plan.with_name("socialplan.toml").write_text(settings, encoding="utf-8")
    shown, where = run("lint", TODAY), "socialplan: socialplan.toml:"
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.replace(" is not", ": is not").startswith(where + said)


@pytest.mark.parametrize(
    "typed",
    [
        ["lint", "--format", "json:a\0"],
        ["lint", "--baseline=\0"],
        ["lint", "--config", "a\0.toml"],
        ["lint", "a\0b"],
        ["render", "-o", "\0"],
    ],
)
def test_a_name_that_no_file_can_have_is_told_in_one_sentence(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(typed)
    assert left.value.code == 2
    [said] = capsys.readouterr().err.splitlines()
    assert said.endswith("” holds a character that cannot be typed, \\u0000; take it out")


def test_a_mistake_in_pyproject_has_its_place_too(run: Run, plan: Path) -> None:
    text = "[project]\nname = 'x'\n\n[tool.socialplan]\nformat = 'jsom'\n"
    plan.with_name("pyproject.toml").write_text(text, encoding="utf-8")
    assert "pyproject.toml:5:10: format cannot be “jsom”" in run("lint").stderr


def test_every_format_of_findings_can_be_set() -> None:
    from socialplan.config.values import REPORTS
    from socialplan.reporting import FORMATS

    assert tuple(FORMATS) == REPORTS


def test_an_edition_may_be_a_number(run: Run, plan: Path) -> None:
    plan.with_name("socialplan.toml").write_text("edition = 2026\n", encoding="utf-8")
    assert run("lint", "--select", "PLN203", TODAY).returncode == 1


AGENCY = """\
ignore = ["SMT"]
exclude = ["old/*"]
extend-select = ["cjk-latin-spacing"]
[severity]
dangling-reference = "warning"
[per-file-ignores]
"*.yaml" = ["AUD"]
[[rules]]
code = "AGY001"
name = "agency-title"
message = "“{value}” shouts"
given = "posts[*].title"
then = {pattern = "^[^!]*$"}
"""
BRAND = """\
extends = "agency.toml"
extend-ignore = ["TXT"]
extend-exclude = ["drafts/*"]
extend-select = ["link-without-utm"]
[extend-severity]
SMT101 = "info"
[extend-per-file-ignores]
"*.yaml" = ["SCH"]
"*.yml" = ["MED"]
[[extend-rules]]
code = "BEA001"
name = "bear-title"
message = "“{value}” shouts"
given = "posts[*].title"
then = {pattern = "^[^?]*$"}
"""


def shown_settings(run: Run, *options: str) -> dict[str, str]:
    lines = run("lint", "--show-settings", *options).stdout.splitlines()[1:]
    return dict(line.split(" = ", 1) for line in lines)


def test_a_brand_adds_to_what_its_agency_says(run: Run, plan: Path) -> None:
    agency, brand = plan.with_name("agency.toml"), plan.with_name("socialplan.toml")
    agency.write_text(AGENCY, encoding="utf-8")
    brand.write_text(BRAND, encoding="utf-8")
    found, both = shown_settings(run), f"  # {agency} + {brand}"
    assert found["ignore"] == f'["SMT", "TXT"]{both}'
    assert found["exclude"] == f'["old/*", "drafts/*"]{both}'
    assert found["extend-select"] == f'["cjk-latin-spacing", "link-without-utm"]{both}'
    assert found["severity"] == f'{{"dangling-reference": "warning", "SMT101": "info"}}{both}'
    assert found["per-file-ignores"] == f'{{"*.yaml": ["AUD", "SCH"], "*.yml": ["MED"]}}{both}'
    assert "AGY001" in found["rules"]
    assert "BEA001" in found["rules"]
    assert found["profile"] == '"standard"  # default'


def test_what_a_brand_says_without_extend_stands_alone(run: Run, plan: Path) -> None:
    plan.with_name("agency.toml").write_text(AGENCY, encoding="utf-8")
    brand = plan.with_name("socialplan.toml")
    brand.write_text('extends = "agency.toml"\nselect = ["TXT"]\nignore = []\n', encoding="utf-8")
    found = shown_settings(run)
    assert found["ignore"] == f"[]  # {brand}"
    assert found["extend-select"] == "[]  # default"


def test_options_add_to_settings_as_settings_add_to_each_other(run: Run, plan: Path) -> None:
    file = plan.with_name("socialplan.toml")
    file.write_text('ignore = ["SMT"]\nextend-select = ["WRD"]\n', encoding="utf-8")
    found = shown_settings(run, "--extend-ignore", "TXT", "--extend-select", "MED")
    assert found["ignore"] == f'["SMT", "TXT"]  # {file} + command line'
    assert found["extend-select"] == f'["WRD", "MED"]  # {file} + command line'
    found = shown_settings(run, "--ignore", "TXT", "--select", "PLN")
    assert found["ignore"] == '["TXT"]  # command line'
    assert found["extend-select"] == "[]  # default"
    wrong = run("lint", "--extend-ignore", "TXX")
    assert wrong.stderr.startswith("socialplan: --extend-ignore: there is no “TXX”")


def test_a_mistake_in_an_added_rule_is_told_where_it_is(run: Run, plan: Path) -> None:
    plan.with_name("agency.toml").write_text(AGENCY, encoding="utf-8")
    brand = BRAND.replace("bear-title", "Bear Title")
    plan.with_name("socialplan.toml").write_text(brand, encoding="utf-8")
    said = run("lint", TODAY).stderr
    assert said.startswith("socialplan: socialplan.toml:1")
    assert ": rule 1: " in said


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("drafts", 1),
        ("drafts/", 1),
        ("drafts/*", 1),
        ("./drafts/*", 1),
        ("/drafts/*", 1),
        ("**/drafts/**", 1),
        ("**/*.yaml", 0),
        ("*.yaml", 0),
        ("drafts/*/*", 2),
        ("草*", 1),
        ("DRAFTS", 2),
        ("!drafts", 2),
        ("drafts\\", 2),
    ],
)
def test_patterns_of_files_are_those_of_gitignore(
    run: Run, plan: Path, glob: str, found: int
) -> None:
    draft = plan.parent / "drafts" / "草稿.socialplan.yaml"
    draft.parent.mkdir()
    draft.write_text(PLAN, encoding="utf-8")
    chosen = ("lint", ".", "--select", "PLN203", "--format", "concise", TODAY)
    settings = plan.with_name("socialplan.toml")
    settings.write_text(f"[per-file-ignores]\n'{glob}' = ['PLN203']\n", encoding="utf-8")
    assert run(*chosen).stdout.count("PLN203") == found
    settings.write_text(f"exclude = ['{glob}']\n", encoding="utf-8")
    shown = run("lint", ".", "--show-files").stdout.splitlines()
    assert len(shown) == found


@pytest.mark.parametrize("glob", ["!drafts", "./!drafts", "./#drafts"])
def test_a_sign_of_gitignore_is_a_letter_like_any_other(tmp_path: Path, glob: str) -> None:
    assert matches(tmp_path / glob.removeprefix("./") / "a.socialplan.yaml", glob, tmp_path)
    assert not matches(tmp_path / "drafts" / "a.socialplan.yaml", glob, tmp_path)


@pytest.mark.parametrize(("glob", "dead"), [("/new", False), ("new/", False), ("!new", True)])
def test_a_pattern_for_a_file_that_is_there_is_not_dead(
    run: Run, plan: Path, glob: str, dead: bool
) -> None:
    (plan.parent / "new").mkdir()
    settings = plan.with_name("socialplan.toml")
    settings.write_text(f"[per-file-ignores]\n'{glob}' = ['PLN']\n", encoding="utf-8")
    assert ("SUP105" in run("lint", "--select", "SUP", TODAY).stdout) is dead


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_without_a_writer_is_not_waited_for(run: Run, plan: Path) -> None:
    pipe = plan.with_name("pipe.toml")
    os.mkfifo(pipe)
    answer = run("lint", "--config", str(pipe))
    assert answer.returncode == 2
    assert "pipe.toml" in answer.stderr


def test_settings_that_brands_share_are_named_without_the_way_there(run: Run, plan: Path) -> None:
    (plan.parent / "agency").mkdir()
    (plan.parent / "agency" / "socialplan.toml").write_text(
        '[[rules]]\ncode = "AGY001"\nname = "loud"\ngiven = "posts[*].title"\n'
        'then = {forbidden = "day"}\nmessage = "m"\n',
        encoding="utf-8",
    )
    brand = plan.parent / "brands" / "bear"
    brand.mkdir(parents=True)
    plan.rename(brand / plan.name)
    settings = 'extends = "../../agency/socialplan.toml"\n'
    (brand / "socialplan.toml").write_text(settings, encoding="utf-8")
    shown = run("lint", ".", "--select", "AGY", "--format", "json", TODAY).stdout
    assert json.loads(shown)["findings"][0]["source"] == "agency/socialplan.toml"
    assert (
        f"  # {plan.parent}/agency/socialplan.toml\n" in run("lint", ".", "--show-settings").stdout
    )


def test_nothing_lies_around_a_working_folder_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", gone)
    assert settings_for(Path("socialplan.yaml")).files == ()


def test_a_folder_below_the_plan_has_no_say_in_it(plan: Path) -> None:
    (plan.parent / "drafts").mkdir()
    for file, text in {
        "socialplan.toml": "[per-file-ignores]\n'drafts/*' = ['ALL']\n",
        "drafts/socialplan.toml": "ignore = ['ALL']\n",
    }.items():
        (plan.parent / file).write_text(text, encoding="utf-8")
        shown = subprocess.run(
            [sys.executable, "-m", "socialplan", "lint", "--select", "PLN203", "--no-cache"],
            cwd=plan.parent / "drafts",
            capture_output=True,
            text=True,
        )
        assert shown.returncode == 1
        (plan.parent / file).unlink()
