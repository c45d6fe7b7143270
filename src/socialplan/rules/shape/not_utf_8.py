"""The rule not-utf-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socialplan.finding import Problem


@rule(
    "PLN002",
    Severity.ERROR,
    message="this file is not UTF-8 (it looks like {encoding}), so nothing of it can be read",
    help="Save it again as UTF-8; in most editors: Save with encoding.",
    source="YAML 1.2.2 §5.2; one encoding for every tool",
    bad="""
        # -*- coding: big5 -*-
        title: 小熊咖啡  # <-
    """,
    good="""
        # -*- coding: utf-8 -*-
        title: 小熊咖啡
    """,
)
def not_utf_8(mistakes: Callable[[str], Iterable[Problem]]) -> Iterable[Problem]:
    """Two programs that guess an encoding differently show two different plans."""
    return mistakes("not-utf-8")
