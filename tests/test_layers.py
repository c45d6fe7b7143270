"""What a quick answer may cost: `--version`, help, completion, memory import nothing heavy."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from socialplan.datafiles import read_data
from socialplan.translating import MESSAGES

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"babel", "dateutil", "jinja2", "pydantic", "regex", "rich", "yaml"}

SAY_WHAT_WAS_IMPORTED = """
import sys
from socialplan.cli import main
try:
    main()
except SystemExit:
    pass
print("imported:", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""

SAY_WHAT_WAS_IMPORTED_AT_THE_END = """
import os, sys
from socialplan.__main__ import run
leave = os._exit
def say_and_leave(status):
    print("imported:", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
    sys.stderr.flush()
    leave(status)
os._exit = say_and_leave
run()
"""

CHINESE = {"SOCIALPLAN_LANG": "zh-TW"}
COMPLETION = {
    "_SOCIALPLAN_COMPLETE": "complete_bash",
    "COMP_WORDS": "socialplan li",
    "COMP_CWORD": "1",
}
WITH_HELP = {"_SOCIALPLAN_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "socialplan li"}


def run(
    *options: str, say: str = SAY_WHAT_WAS_IMPORTED, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the tool as its console script does, under the script's own name."""
    program = f"import sys; sys.argv[0] = 'socialplan'\n{say}"
    return subprocess.run(
        [sys.executable, "-c", program, *options],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the words of help compiled, as an installed package has them."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    for path in (*MESSAGES.glob("*/usage.yaml"), *MESSAGES.glob("*/help.yaml")):
        read_data(path)


@pytest.mark.parametrize(
    ("options", "variables", "answer"),
    [
        (["--version"], {}, "socialplan "),
        (["--help"], {}, "lint"),
        (["lint", "--help"], {}, "--format"),
        (["--help"], CHINESE, "檢查計劃"),
        (["lint", "--help"], CHINESE, "--format"),
        (["render", "--help"], CHINESE, "checklist"),
        (["init", "--help"], CHINESE, "line-oa"),
        ([], COMPLETION, "lint"),
        ([], {**WITH_HELP, **CHINESE}, "檢查計劃"),
    ],
)
def test_quick_answers_import_nothing_heavy(
    options: list[str], variables: dict[str, str], answer: str
) -> None:
    done = run(*options, **variables)
    imported = set(done.stderr.rpartition("imported:")[2].split())
    assert answer in done.stdout, done.stderr
    assert "typer" in imported
    assert not HEAVY & imported


def test_an_answer_from_memory_imports_hardly_anything(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    plan = tmp_path / "socialplan.yaml"
    plan.write_text("socialplan: 1\ninclude: posts/*.yaml\n", encoding="utf-8")
    options = ("lint", str(tmp_path), "--format", "concise", "--today", "2026-11-21")
    made, answered = (
        run(
            *options,
            say=SAY_WHAT_WAS_IMPORTED_AT_THE_END,
            SOCIALPLAN_CACHE_DIR=str(tmp_path / ".memory"),
        )
        for _ in range(2)
    )
    imported = [set(one.stderr.rpartition("imported:")[2].split()) for one in (made, answered)]
    assert (answered.stdout, answered.returncode) == (made.stdout, made.returncode)
    assert "typer" in imported[0]
    assert not {"typer", "dataclasses", *HEAVY} & imported[1]
