"""Write beside each example plan what it must produce; with --check, only say what differs."""

from __future__ import annotations

import argparse
import sys
from contextlib import chdir
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from typer.testing import CliRunner

from socialplan.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[1] / "examples"
TODAY = "2026-11-21"


class Example(NamedTuple):
    """A plan, the language of its readers, and the week and month worth showing."""

    name: str
    lang: str
    week: str
    first: str
    last: str

    @property
    def folder(self) -> Path:
        return EXAMPLES / self.name


ALL = (
    Example("cafe-taiwan", "zh-TW", "2026-W49", "2026-12-01", "2026-12-31"),
    Example("mother-baby-wechat", "zh-CN", "2026-W50", "2026-12-01", "2026-12-31"),
    Example("b2b-linkedin-youtube", "en", "2026-W49", "2026-12-01", "2026-12-31"),
    Example("shop-line-app", "zh-TW", "2026-W48", "2026-11-01", "2026-11-30"),
)

PROMISES = {
    "lint.txt": "lint . --exit-zero",
    "status.txt": "status .",
    "week.md": "render . --view week --week {week} --format markdown",
    "month.md": "render . --view month --from {first} --to {last} --format markdown",
    "sheet.md": "render . --view sheet --format markdown",
    "checklist.md": "render . --view checklist --week {week} --format markdown",
    "calendar.ics": "render . --view week --week {week} --format ics",
    "plan.md": "render . --view plan --format markdown",
}
"""The files beside a plan, and the commands that print them when run in its folder."""


def main() -> int:
    """Write the files, or compare them; 1 if any differs."""
    options = _options()
    chosen = [one for one in ALL if not options.names or one.name in options.names]
    differences = [line for one in chosen for line in _settle(one, write=not options.check)]
    print("\n".join(differences), end="\n" if differences else "")
    return 1 if differences and options.check else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="examples; all when none is named")
    parser.add_argument("--check", action="store_true", help="write nothing, show differences")
    return parser.parse_args()


def _settle(example: Example, *, write: bool) -> Iterator[str]:
    """Bring the files of an example up to date, or show how they differ."""
    for name, command in PROMISES.items():
        path = example.folder / name
        made = printed(example, command)
        held = path.read_bytes().decode("utf-8") if path.exists() else ""
        if made == held:
            continue
        if write:
            path.write_bytes(made.encode("utf-8"))
            yield f"wrote {path.relative_to(EXAMPLES.parent)}"
        else:
            old, new = held.splitlines(), made.splitlines()
            yield from unified_diff(old, new, f"{example.name}/{name}", "now", lineterm="")


def printed(example: Example, command: str) -> str:
    """What a command prints in the example's folder, on the day that all outputs are from."""
    arguments = [*command.format(**example._asdict()).split(), "--today", TODAY]
    with chdir(example.folder):
        result = CliRunner(env={"COLUMNS": "100"}).invoke(app, [*arguments, "--lang", example.lang])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    if result.exit_code:
        raise SystemExit(f"{example.name}: {command}: {result.output}")
    return result.stdout_bytes.decode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
