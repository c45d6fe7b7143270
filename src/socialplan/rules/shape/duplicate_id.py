"""The rule duplicate-id."""

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
    "PLN204",
    Severity.ERROR,
    message="the {kind} “{id}” is defined twice",
    help="Give one of them another id.",
    source="The plan language",
    bad="""
        accounts:
          - {id: main, platform: line-oa}
          - {id: main, platform: instagram}  # <-
    """,
    good="""
        accounts:
          - {id: main, platform: line-oa}
          - {id: insta, platform: instagram}
    """,
)
def duplicate_id(plan: Plan) -> Iterator[Problem]:
    """Where two things share a name, nobody can say which of them a post means."""
    first: dict[tuple[str, str], Related] = {}
    for one in definitions(plan):
        if one.kind == "challenge":  # known by its words too, and two personas may share a pain
            continue
        key = (one.kind, one.id)
        if one.id and key in first:
            words = {"kind": Term(f"kind-{one.kind}"), "id": one.id}
            yield Problem(one.path, words, on_key=one.on_key, related=(first[key],))
        else:
            first[key] = Related("first-here", one.path, on_key=one.on_key)
