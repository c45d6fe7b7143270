"""Lines for `lint` of which a part would be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- other.yaml", "- is read alone; leave out other.yaml"),
        ("--stdin-filename x.yaml", "--stdin-filename names a plan from standard input; add -"),
        ("- --watch", "--watch and - do not go together"),
        ("--watch --diff", "--diff and --watch do not go together"),
        ("--show-files --show-settings", "--show-settings and --show-files do not go together"),
        ("--write-baseline --prune-baseline", "--write-baseline and --prune-baseline do not go"),
        ("--write-baseline --fix", "--write-baseline and --fix do not go together"),
        ("--isolated --config x.toml", "--config and --isolated do not go together"),
    ],
)
def test_a_line_of_which_a_part_would_be_left_out_is_refused(
    run: Run, line: str, said: str
) -> None:
    shown = run("lint", *line.split(), given="socialplan: 1\n")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert said in shown.stderr
