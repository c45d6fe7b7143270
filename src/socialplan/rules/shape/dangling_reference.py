"""The rule dangling-reference."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from socialplan.finding import Fix, Problem, Related, RenameKey, SetValue
from socialplan.folding import simplified
from socialplan.loading.meaning import several
from socialplan.plan.called import platform_called, platform_spoken_of
from socialplan.plan.references import DEFINING, definitions, references, section_of
from socialplan.rule import Safety, Severity, instead, rule
from socialplan.rules.nearest import Nearest
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.references import Reference
    from socialplan.source import Source

OUTSIDER = ("approved", "by")
"""Where a client's name may stand, who is not of the team; only a slip of a known name is told."""
ALIKE = 0.8
"""How alike a client's name is to a known one that is meant: `ammy` to amy, but not `Amy Lin`."""
MOST_SHOWN = 12
"""Ids that are listed where none is alike; of more, nobody reads the end."""
_NAMES = ("name", "title", "statement")
KNOWN_OUTSIDE = frozenset(("format", "market", "metric", "platform", "subscription", "tier"))
"""Kinds of names that facts define, not the plan; other rules look them up."""


@rule(
    "PLN203",
    Severity.ERROR,
    message="no {kind} “{id}” is defined in this plan",
    help="{advice}",
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
def dangling_reference(plan: Plan, source: Source) -> Iterator[Problem]:
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
        meant = _there(named, plan)
        meant = meant or next((name for name, lower in ids.items() if lower == near), None)
        words: dict[str, object] = {
            "kind": Term(f"kind-{named.kind}"),
            "id": named.id,
            "advice": "",
            "known": list(ids) if len(ids) <= MOST_SHOWN else [],
        }
        fix = instead(named.path, named.id, meant, on_key=named.on_key)
        names = {} if outside else plan.once(_shown_names).get(named.kind, {})
        if (called := _written(named.id)) in names:
            meant, fix = names[called], _by_id(named, names[called])
        elif meant is None and (like := nearest.to(called, names, of=(named.kind, "name"))):
            meant = names[like]
            fix = instead(named.path, named.id, meant, on_key=named.on_key)
        if listed := _listed(named, ids, source):
            meant, fix = f"[{', '.join(listed)}]", Fix((SetValue(named.path, listed, named.id),))
        related: tuple[Related, ...] = ()
        if meant is None and (place := plan.once(_without_ids).get((named.kind, called))):
            words |= {"advice": Phrase("give-id", {"id": named.id}), "known": []}
            related = (Related("compared-with", place),)
        elif meant is None:
            words["advice"] = Phrase("define-in", {"section": section_of(named.kind)})
        yield Problem(
            named.path, words, on_key=named.on_key, suggestion=meant, related=related, fix=fix
        )


def _there(named: Reference, plan: Plan) -> str | None:
    """The account on the platform that is named in its place, if it is the only one there."""
    slug = _slug(named.id) if named.kind == "account" else None
    if slug is None:
        return None
    found = [one.id for one in plan.accounts if one.platform and _slug(one.platform) == slug]
    return found[0] if len(found) == 1 else None


def _slug(platform: str) -> str | None:
    return platform_called(platform) or platform_spoken_of(platform)


def _listed(named: Reference, ids: Mapping[str, str], source: Source) -> tuple[str, ...]:
    """Take `amy, bob` apart where it stands in place of a list and both are known."""
    parts = several(named.id)
    if len(parts) < 2 or not isinstance(named.path[-1], int) or not ids.keys() >= {*parts}:
        return ()
    return tuple(parts) if isinstance(source.value(named.path[:-1]), str) else ()


def _by_id(named: Reference, meant: str) -> Fix:
    """Write the id of the one part that is called so: nobody else can be meant."""
    path, written = named.path, named.id
    change = RenameKey(path, meant) if named.on_key else SetValue(path, meant, instead_of=written)
    return Fix((change,), Safety.SAFE)


def _shown_names(plan: Plan) -> Mapping[str, Mapping[str, str]]:
    """The ids of what people call by a name of its own, by kind; not where two are called so."""
    called: dict[str, dict[str, str]] = defaultdict(dict)
    twice: set[tuple[str, str]] = set()
    for one in definitions(plan):
        section, number = str(one.path[0]), one.path[1]
        part = getattr(plan, section)[number] if one.path[2:] == ("id",) else None
        name = next(filter(None, (getattr(part, field, None) for field in _NAMES)), None)
        if name and _written(name) in called[one.kind]:
            twice.add((one.kind, _written(name)))
        if name:
            called[one.kind][_written(name)] = one.id
    for kind, name in twice:
        del called[kind][name]
    return called


def _without_ids(plan: Plan) -> Mapping[tuple[str, str], PlanPath]:
    """Where somebody or something stands that is called so and has no id, by kind and name."""
    found: dict[tuple[str, str], PlanPath] = {}
    twice: set[tuple[str, str]] = set()
    for section, kind in DEFINING.items():
        for number, part in enumerate(getattr(plan, section)):
            name = next(filter(None, (getattr(part, field, None) for field in _NAMES)), None)
            if not name or getattr(part, "id", None):
                continue
            called = (kind, _written(name))
            if called in found:
                twice.add(called)
            found[called] = (section, number)
    return {called: place for called, place in found.items() if called not in twice}


def _written(name: str) -> str:
    """小寶 and 小宝 are one name, and so are Amy and amy."""
    return simplified(" ".join(name.casefold().split()))
