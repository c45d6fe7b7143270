"""The rule missing-key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.finding import Fix, PutEntry
from socialplan.loading.explaining import nearest
from socialplan.plan import LANGUAGE_VERSION, Plan, describing
from socialplan.plan.references import references
from socialplan.rule import Safety, Severity, rule
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from socialplan.finding import Problem


@rule(
    "PLN104",
    Severity.ERROR,
    message="“{key}” is missing",
    help="`{key}`: {about}",
    source="The plan language",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - platform: line-oa  # <-
    """,
    good="""
        accounts:
          - id: line-oa
            platform: line-oa
    """,
)
def missing_key(mistakes: Callable[[str], Iterable[Problem]], plan: Plan) -> Iterator[Problem]:
    """The few required keys are those without which nothing else makes sense."""
    for said in mistakes("missing-key"):
        key = str(said.words["key"])
        meant = _meant(said, key, plan)
        entry = None if meant is None else PutEntry((*said.path, key), meant)
        fix = None if entry is None else Fix((entry,), Safety.UNSAFE)
        words = {"key": key, "about": _about(str(said.words["part"]), key)}
        yield replace(said, words=words, fix=fix)


def _about(part: str, key: str) -> object:
    """Describe a key in every language, as the guide to plans and editors do."""
    model = describing.parts().get(part, Plan)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    english = fields[key].description or ""
    return {one: describing.told(f"{model.__name__}.{key}", english, one) for one in LANGUAGES}


def _meant(said: Problem, key: str, plan: Plan) -> str | int | None:
    """Give the value that follows from the rest of the plan."""
    if (said.path, key) == ((), "socialplan"):
        return LANGUAGE_VERSION
    if said.path[:1] == ("accounts",) and key == "id":
        return _id_meant(plan, int(said.path[1]))
    return None


def _id_meant(plan: Plan, index: int) -> str | None:
    """Give an account the name that the plan calls it by, else that of its platform."""
    platform = plan.accounts[index].platform
    nameless = [one.platform for one in plan.accounts if not one.id]
    known = {one.id for one in plan.accounts if one.id}
    asked = {one.id for one in references(plan) if one.kind == "account"} - known - {""}
    if asked:
        name = asked.pop()
        alone = len(nameless) == 1 and not asked and nearest(name, known) is None
        return name if alone else None
    if platform in facts.PLATFORMS and platform not in known and nameless.count(platform) == 1:
        return platform
    return None
