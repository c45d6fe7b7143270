"""Where a report goes: each format to standard output, or `FORMAT:PATH` to a file."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from socialplan.config.values import STDOUT
from socialplan.errors import SocialPlanError, UnknownName
from socialplan.reporting import FORMATS, write
from socialplan.reporting import statistics as counting
from socialplan.reporting.pieces import Pieces
from socialplan.writing import make_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from socialplan.linting.report import Report
    from socialplan.reporting.screen import Screen


class Written(NamedTuple):
    """What goes to standard output, and whether that was all a run did."""

    stdout: str
    repeatable: bool
    pieces: Sequence[tuple[str, int]]
    """What it begins with, plan by plan: a mark for each piece, and its length."""


def write_all(
    report: Report,
    formats: Sequence[str],
    *,
    statistics: bool,
    screen: Screen,
    known: Mapping[str, str] | None = None,
) -> Written:
    """Write every format that was asked for; pieces that are `known` are not written again."""
    wanted = [_parsed(one) for one in formats]
    for form, path in wanted:
        if path is not None:
            make_folder(path.parent)
            write_file(path, write(report, form))
    here = [form for form, path in wanted if path is None]
    pieces = Pieces(known)
    if statistics:
        parts = list(dict.fromkeys(counting.write(report, form) for form in here or ["full"]))
    else:
        parts = [write(report, form, screen, pieces if len(here) == 1 else None) for form in here]
    to_runner = "GITHUB_STEP_SUMMARY" in os.environ and any(form == "github" for form, _ in wanted)
    repeatable = not to_runner and all(path is None for _, path in wanted)
    return Written("".join(parts), repeatable, pieces.lengths)


def refuse_unfit(formats: Sequence[str], *, statistics: bool) -> None:
    """Refuse, before anything is checked, formats that cannot be written as they are asked for."""
    wanted = [_parsed(one) for one in formats]
    files = Counter(path.resolve() for _, path in wanted if path is not None)
    for form, path in wanted:
        if path is not None and files[path.resolve()] > 1:
            raise SocialPlanError("same-output", path=str(path))
        if statistics and path is None:
            counting.refuse_unfit(form)


def refuse_inputs(formats: Sequence[str], files: Callable[[], Iterable[str]]) -> None:
    """Refuse to write a report over a file that the run has read."""
    wanted = {path.resolve(): path for _, path in map(_parsed, formats) if path is not None}
    for name in files() if wanted else ():
        if Path(name).resolve() in wanted:
            raise SocialPlanError("output-is-input", path=name)


def _parsed(asked: str) -> tuple[str, Path | None]:
    form, _, path = asked.partition(":")
    if form not in FORMATS:
        raise UnknownName("--format", form, FORMATS)
    if not path or path in STDOUT:
        return form, None
    if path.endswith(("/", os.sep)) or os.path.isdir(path):  # noqa: PTH112 - a name too long is none
        example = f"{form}:{(Path(path) / 'report').as_posix()}"
        raise SocialPlanError("output-is-folder", path=path, example=example)
    return form, Path(path)
