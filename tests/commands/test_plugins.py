"""Rules of installed packages: found by entry point, held to their examples, kept apart."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run

PLAN = "socialplan: 1\ntitle: Plan\nbrand: {name: Bear, market: US}\n"
RULE = """
from socialplan.rule import Severity, problem, rule

@rule("{code}", Severity.INFO, message="m", source="us", bad="title: a  # <-", good="title: b")
def {name}(plan):
    yield {what}

RULES = [{name}]
"""
SOUND = RULE.format(code="ACM001", name="own_rule", what="problem('title')")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of packages, with one that has an entry point; there is a plan that names it."""
    info = tmp_path / "site" / "acme-1.dist-info"
    info.mkdir(parents=True)
    entry = "[socialplan.rules]\nacme = acme:RULES\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    (tmp_path / "socialplan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "socialplan.toml").write_text('plugins = ["acme"]\n', encoding="utf-8")
    return info.parent


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("import nothing_of_the_kind", "plugin “acme” cannot be loaded: ModuleNotFoundError"),
        ("", "cannot be loaded: AttributeError"),
        ("RULES = []", "gives no list of rules"),
        ("RULES = ['ACM001']", "gives no list of rules"),
        (SOUND.replace("ACM001", "PLN101"), "“PLN101” of PLN101 own-rule is taken by PLN101"),
        (SOUND.replace("own_rule", "unknown_key"), "“unknown-key” of ACM001 unknown-key is taken"),
        (SOUND.replace("[own_rule]", "[own_rule, own_rule]"), "is taken by ACM001 own-rule"),
        (SOUND.replace("problem('title')", "1 / 0"), "its rule ACM001 own-rule fails: ZeroDiv"),
        (SOUND.replace("problem('title')", "'title'"), "own-rule fails: TypeError: 'title' is no"),
        (SOUND.replace('"m"', '"{what}"'), "own-rule fails: KeyError: 'what'"),
    ],
)
def test_what_is_wrong_with_a_plugin_is_one_sentence(
    run: Run, site: Path, module: str, said: str
) -> None:
    (site / "acme.py").write_text(module, encoding="utf-8")
    shown = run("lint", PYTHONPATH=str(site))
    assert shown.returncode == 2
    assert said in shown.stderr
    assert shown.stderr.count("\n") == 1


def test_a_plugin_that_is_missing_is_answered_with_those_that_are_there(
    run: Run, site: Path, tmp_path: Path
) -> None:
    (tmp_path / "socialplan.toml").write_text('plugins = ["amce"]\n', encoding="utf-8")
    shown = run("lint", "--lang", "zh-TW", PYTHONPATH=str(site))
    assert "沒有安裝外掛「amce」" in shown.stderr
    assert "已安裝的有 acme" in shown.stderr


def test_the_example_is_installed_named_in_the_settings_and_tested(
    run: Run, tmp_path: Path, root: Path
) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    example = str(root / "tests/plugin_example")
    subprocess.run([*pip, "--target", str(site), example], check=True)
    (tmp_path / "socialplan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "socialplan.toml").write_text('plugins = ["example"]\n', encoding="utf-8")
    asked = ("lint", "--select", "EXA", "--format", "concise", "--lang", "zh-TW")
    assert "info[EXA001] brand-without-promise: 品牌「Bear」沒有寫承諾" in (
        run(*asked, PYTHONPATH=str(site)).stdout
    )
    tested = run("explain", "--test", PYTHONPATH=str(site))
    assert tested.stdout == "Rules tested: 1, failures: 0.\n"
