"""Write what `lint` prints in each format of one plan; with --check, only say what differs."""

from __future__ import annotations

import shutil
import sys
from contextlib import chdir
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

from socialplan import __version__
from socialplan.cli import app

FOLDER = Path(__file__).parents[1] / "tests/reporting"
PLAN = FOLDER / "plan"
TODAY = "2026-11-21"

SNAPSHOTS = {
    "full.txt": "--format full",
    "full.narrow.txt": "--format full COLUMNS=50",
    "full.zh-TW.txt": "--format full --lang zh-TW",
    "full.zh-TW.narrow.txt": "--format full --lang zh-TW COLUMNS=50",
    "full.zh-CN.txt": "--format full --lang zh-CN",
    "grouped.txt": "--format grouped",
    "grouped.zh-TW.narrow.txt": "--format grouped --lang zh-TW COLUMNS=50",
    "concise.txt": "--format concise",
    "statistics.txt": "--statistics",
    "github.txt": "--format github",
    "azure.txt": "--format azure",
    "json.json": "--format json",
    "jsonl.jsonl": "--format jsonl",
    "gitlab.json": "--format gitlab",
    "rdjson.json": "--format rdjson",
    "sarif.sarif": "--format sarif",
    "junit.xml": "--format junit",
    "markdown.md": "--format markdown",
    "markdown.zh-CN.md": "--format markdown --lang zh-CN",
}
"""Each file, with the options, and the width of the terminal where it is not 100."""


def main() -> int:
    """Write the files, or compare them; 1 if any differs."""
    check = sys.argv[1:] == ["--check"]
    differs = [line for name in SNAPSHOTS for line in _settle(name, write=not check)]
    print("\n".join(differs), end="\n" if differs else "")
    return 1 if differs and check else 0


def _settle(name: str, *, write: bool) -> list[str]:
    path = FOLDER / name
    made, held = printed(name), path.read_text("utf-8") if path.exists() else ""
    if made == held:
        return []
    if write:
        path.write_text(made, "utf-8", newline="\n")
        return [f"wrote {path.relative_to(FOLDER.parents[1])}"]
    return list(unified_diff(held.splitlines(), made.splitlines(), name, "now", lineterm=""))


def printed(name: str) -> str:
    """What a command prints, in a folder that belongs to no repository."""
    options, _, columns = SNAPSHOTS[name].partition(" COLUMNS=")
    environ = {"COLUMNS": columns or "100", "SOCIALPLAN_LANG": "en", "GITHUB_STEP_SUMMARY": None}
    arguments = ["lint", "--today", TODAY, "--no-cache", "--exit-zero", *options.split()]
    with TemporaryDirectory() as folder:
        shutil.copytree(PLAN, folder, dirs_exist_ok=True)
        with chdir(folder):
            result = CliRunner(env=environ).invoke(app, arguments)
    if result.exit_code:
        raise SystemExit(f"{name}: {result.output}")
    return result.stdout.replace(
        f'"name": "socialplan",\n          "version": "{__version__}"',
        '"name": "socialplan",\n          "version": "VERSION"',
    )


if __name__ == "__main__":
    sys.exit(main())
