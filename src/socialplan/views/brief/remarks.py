"""What lint says of one post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from socialplan.finding import Finding


@dataclass(frozen=True)
class Remark:
    """One finding, as its reader sees it."""

    code: str
    name: str
    severity: str
    message: str
    help: str
    field: str
    """The key of the post that it is about, e.g. `text`; empty where it is the post itself."""
    file: str
    line: int
    url: str


def remarks_by_post(findings: Iterable[Finding]) -> Mapping[int, tuple[Remark, ...]]:
    """Sort findings by the post that they stand in, the gravest first."""
    found: dict[int, list[Finding]] = {}
    for one in findings:
        if len(one.path) > 1 and one.path[0] == "posts" and isinstance(one.path[1], int):
            found.setdefault(one.path[1], []).append(one)
    return {
        index: tuple(_once(map(_remark, sorted(some, key=lambda one: -one.severity.rank))))
        for index, some in found.items()
    }


def _once(some: Iterable[Remark]) -> Iterator[Remark]:
    """Leave out what has been said in the same words, e.g. of each picture."""
    said = set()
    for one in some:
        if (one.code, one.message) not in said:
            said.add((one.code, one.message))
            yield one


def _remark(one: Finding) -> Remark:
    return Remark(
        code=one.code,
        name=one.name,
        severity=str(one.severity),
        message=one.message,
        help=one.help or "",
        field=str(one.path[2]) if len(one.path) > 2 else "",
        file=one.place.file,
        line=one.place.line,
        url=one.url or "",
    )
