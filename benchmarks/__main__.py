"""socialplan beside its peers on the same plans, in one run: `make bench`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import table
from benchmarks.generate import START, TODAY
from benchmarks.measuring import Program, measure
from benchmarks.table import Comparison

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TOOL = str(BIN / "socialplan")
WEEK = START.strftime("%G-W%V")
SCHEMA = """
import json
from benchmarks.plain_script import Plan
print(json.dumps(Plan.model_json_schema()))
"""


def write(path: Path, *command: str) -> Path:
    """In a process of its own: this one stays small, for its memory counts in every measurement."""
    with path.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, *command], cwd=ROOT, stdout=file, check=True)
    return path


def plan_of(folder: Path, posts: int) -> Path:
    return write(folder / f"{posts}.socialplan.yaml", "-m", "benchmarks.generate", str(posts))


def starting(folder: Path, plan: Path, rounds: int) -> tuple[list[Program], list[Comparison]]:
    completion = {
        "_SOCIALPLAN_COMPLETE": "complete_bash",
        "COMP_WORDS": "socialplan li",
        "COMP_CWORD": "1",
    }
    yardstick = Program("import typer", [sys.executable, "-c", "import typer"], rounds)
    ours = [
        Program("--version", [TOOL, "--version"], rounds),
        Program("--help", [TOOL, "--help"], rounds),
        Program("shell completion", [TOOL], rounds, completion),
    ]
    kept = {"SOCIALPLAN_CACHE_DIR": str(folder / "kept")}
    command = [TOOL, "lint", str(plan), "--today", TODAY]
    unchanged = Program("lint again, nothing changed", command, rounds, kept)
    return [yardstick, *ours, unchanged], [
        *(Comparison(one, yardstick, 1.15) for one in ours),
        Comparison(unchanged, yardstick, 1.3),
    ]


def lint(plan: Path, posts: str, rounds: int) -> Program:
    command = [TOOL, "lint", str(plan), "--today", TODAY, "--no-cache"]
    return Program(f"lint, {posts} posts", command, rounds)


def year(plan: Path, view: str, form: str, rounds: int) -> Program:
    command = [TOOL, "render", str(plan), "--view", view, "--format", form, "--today", TODAY]
    days = ["--from", str(START), "--to", str(START.replace(year=START.year + 1))]
    return Program(f"render a year, {view} in {form}", [*command, *days], rounds)


def plain(plan: Path, posts: str, rounds: int) -> Program:
    script = str(ROOT / "benchmarks/plain_script.py")
    return Program(f"plain script, {posts}", [sys.executable, script, str(plan)], rounds)


def working(
    folder: Path, plan: Path, larger: Path, rounds: int, slow: int
) -> tuple[list[Program], list[Comparison]]:
    schema = str(write(folder / "schema.json", "-c", SCHEMA))
    linted, script = lint(plan, "2,000", rounds), plain(plan, "2,000", rounds)
    week = [TOOL, "render", str(plan), "--week", WEEK]
    rendered = Program("render a week of 2,000", week, rounds)
    years = [year(plan, "month", "html", rounds), year(plan, "agenda", "ics", rounds)]
    yamllint = Program(
        "yamllint -d relaxed", [str(BIN / "yamllint"), "-d", "relaxed", str(plan)], slow
    )
    check = [str(BIN / "check-jsonschema"), "--disable-formats", "*", "--schemafile", schema]
    checked = Program("check-jsonschema", [*check, str(plan)], slow)
    linted_larger, script_larger = lint(larger, "20,000", slow), plain(larger, "20,000", slow)
    programs = [linted, script, rendered, *years, yamllint, checked, linted_larger, script_larger]
    return programs, [
        Comparison(linted, script, 0.8),
        Comparison(linted, yamllint, 1 / 10),
        Comparison(linted, checked, 1 / 7),
        Comparison(linted_larger, linted, 11),
        Comparison(linted, script, 2, "megabytes"),
        Comparison(linted_larger, script_larger, 2, "megabytes"),
        Comparison(rendered, script, 0.8),
        *(Comparison(one, script, 2) for one in years),
    ]


def many(folder: Path, plans: int, rounds: int) -> tuple[list[Program], list[Comparison]]:
    """Lint many plans of 100 posts: on one processor and on two, again, and with one changed."""
    write(folder / "made", "-m", "benchmarks.generate", "100", str(folder / "plans"), str(plans))
    kept = {"SOCIALPLAN_CACHE_DIR": str(folder / "kept")}
    command = [TOOL, "lint", str(folder / "plans"), "--today", TODAY]

    def change() -> None:
        with next(iter(folder.glob("plans/*/*.yaml"))).open("a", encoding="utf-8") as file:
            file.write("# changed\n")

    what = f"lint, {plans:,} plans"
    one = Program(f"{what}, one process", [*command, "--no-cache", "--jobs", "1"], rounds)
    two = Program(f"{what}, two", [*command, "--no-cache", "--jobs", "2"], rounds)
    again = Program(f"{what}, again", command, rounds, kept)
    changed = Program(f"{what}, one changed", command, rounds, kept, change)
    return [one, two, again, changed], [
        Comparison(two, one, 1 / 1.8),
        Comparison(again, two, 0.05),
        Comparison(changed, two, 0.15),
    ]


def tell(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs: a first look")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    rounds, slow = (3, 1) if options.quick else (9, 3)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan, larger = plan_of(folder, 2000), plan_of(folder, 20000)
        size = plan.stat().st_size / 1e6
        starts, comparisons = starting(folder, plan, rounds * 3)
        works, more = working(folder, plan, larger, rounds, slow)
        crowds, most = many(folder, 100 if options.quick else 1000, slow)
        for programs in (starts, works, crowds):
            measure(programs, tell)
        tell("")
    rows = [one.row() for one in [*comparisons, *more, *most]]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores; 2,000 posts: {size:.1f} MB.\n"
        f"Medians of whole processes: {rounds * 3} runs to start, {rounds} to work, "
        f"{slow} of yamllint, check-jsonschema, 20,000 posts and many plans.\n"
        "A ratio is the median of those of runs side by side; from–to are the least and the most.\n"
    )
    print(table.markdown(rows) if options.markdown else table.plain(rows))


if __name__ == "__main__":
    main()
