"""The rule id-differs-only-by-case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.plan.references import definitions
from socialplan.rule import Severity, rule
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan


@rule(
    "PLN205",
    Severity.WARNING,
    message="the {kind} “{id}” differs from “{other}” only by upper and lower case",
    help="Choose names that people can tell apart when they say them.",
    source="The plan language",
    bad="""
        accounts:
          - {id: line, platform: line-oa}
          - {id: LINE, platform: line-voom}  # <-
    """,
    good="""
        accounts:
          - {id: line, platform: line-oa}
          - {id: voom, platform: line-voom}
    """,
)
def id_differs_only_by_case(plan: Plan) -> Iterator[Problem]:
    """Sooner or later somebody writes the one and means the other."""
    first: dict[tuple[str, str], tuple[str, Related]] = {}
    for one in definitions(plan):
        if one.kind == "challenge":  # known by its words too, and two personas may share a pain
            continue
        here = Related("first-here", one.path, on_key=one.on_key)
        other, related = first.setdefault((one.kind, one.id.casefold()), (one.id, here))
        if other != one.id:
            words = {"kind": Term(f"kind-{one.kind}"), "id": one.id, "other": other}
            yield Problem(one.path, words, on_key=one.on_key, related=(related,))
