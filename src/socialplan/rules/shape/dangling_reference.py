"""The rule dangling-reference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from socialplan.finding import Problem
from socialplan.plan.references import definitions, references
from socialplan.rule import Safety, Severity, instead, rule
from socialplan.rules.nearest import Nearest
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan

OUTSIDER = ("approved", "by")
"""Where a client's name may stand, who is not of the team; only a slip of a known name is told."""
ALIKE = 0.8
"""How alike a client's name is to a known one that is meant: `ammy` to amy, but not `Amy Lin`."""
KNOWN_OUTSIDE = frozenset(("format", "market", "metric", "platform", "subscription", "tier"))
"""Kinds of names that facts define, not the plan; other rules look them up."""


@rule(
    "PLN203",
    Severity.ERROR,
    message="no {kind} “{id}” is defined in this plan",
    source="The plan language",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - id: line
            platform: line-oa
        posts:
          - title: Opening day
            account: lime  # <-
    """,
    good="""
        accounts:
          - id: line
            platform: line-oa
        posts:
          - title: Opening day
            account: line
    """,
)
def dangling_reference(plan: Plan) -> Iterator[Problem]:
    """A name that leads nowhere leaves a post without an account, or a goal without its people."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for one in definitions(plan):
        known[one.kind][one.id] = one.id.lower()
    nearest = Nearest()
    for named in references(plan):
        ids = known[named.kind]
        if not named.id or named.id in ids or named.kind in KNOWN_OUTSIDE:
            continue
        outside = named.path[-2:] == OUTSIDER
        close = ALIKE if outside else 0.6
        slip, kind = named.id.lower(), (named.kind, outside)
        near = nearest.to(slip, ids.values(), of=kind, cutoff=close)
        if outside and near is None:
            continue
        meant = next((name for name, lower in ids.items() if lower == near), None)
        words = {"kind": Term(f"kind-{named.kind}"), "id": named.id}
        fix = instead(named.path, named.id, meant, on_key=named.on_key)
        yield Problem(named.path, words, on_key=named.on_key, suggestion=meant, fix=fix)
