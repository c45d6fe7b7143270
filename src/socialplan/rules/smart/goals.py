"""Goals as this family's rules see them: which there are, what each is called and measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from socialplan.facts import Metric, find_metric, metric
from socialplan.readings import joined
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.goals import Goal
    from socialplan.readings import Readings

_NUMBER = re.compile("[a-z_]{2,}")


def smart_goals(plan: Plan) -> Iterator[tuple[int, Goal]]:
    """Those judged by a number."""
    return ((i, goal) for i, goal in enumerate(plan.goals) if goal.kind == "smart")


def read_goals(plan: Plan, readings: Readings) -> Iterator[tuple[int, Goal]]:
    """The same; the history of each holds what the plan's file of readings says of it, too."""
    return ((i, joined(goal, readings)) for i, goal in smart_goals(plan))


def beginning_of(plan: Plan, goal: Goal) -> date | None:
    """The day from which a goal is worked for."""
    if goal.baseline is not None and goal.baseline.date is not None:
        return goal.baseline.date
    return plan.period.start if plan.period else None


def history_of(plan: Plan, index: int) -> PlanPath:
    """Where a goal's readings stand: in the plan, else in its file of readings."""
    return ("goals", index, "history") if plan.goals[index].history else ("metrics", "file")


def value_goals(plan: Plan) -> Iterator[tuple[int, Goal]]:
    """Those judged by signals and a question."""
    return ((i, goal) for i, goal in enumerate(plan.goals) if goal.kind == "value")


def called(goal: Goal, index: int) -> str:
    """What a message calls a goal: its statement, its id, what it measures, or its number."""
    if goal.statement:
        return " ".join(goal.statement.split())
    return goal.id or (goal.metric.name if goal.metric else "") or f"#{index + 1}"


def metric_of(goal: Goal) -> Metric | None:
    """The catalogue's entry for what a goal measures; None for a custom or unknown metric."""
    return metric_named(goal.metric.id) if goal.metric and goal.metric.id else None


def metric_named(name: str) -> Metric | None:
    """The metric of that id, or of that name in the plan table, e.g. 粉絲與好友數."""
    known = metric(name) or find_metric(name)
    return known if known and (known.id == name or known.plan_table) else None


def in_words(formula: str) -> dict[str, str]:
    """A formula with the names of its numbers, by language."""

    def said(language: str) -> str:
        return _NUMBER.sub(lambda met: _name(met[0], language), formula)

    return {language: said(language) for language in LANGUAGES}


def _name(id_: str, language: str) -> str:
    known = metric(id_)
    return known.names.get(language, id_) if known else id_


def figure(value: float, measure: Metric | None) -> str:
    """Write a number of a goal as its metric is read: a rate in percent."""
    if measure is not None and measure.unit == "ratio":
        return f"{value * 100:,.4g}%"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def aim(target: float, measure: Metric | None) -> str:
    """Write a target; 20% of what is counted or paid is no 0.2 of it, but was written so."""
    is_share = measure is not None and measure.unit in ("count", "currency") and 0 < target < 1
    return f"{target * 100:,.4g}%" if is_share else figure(target, measure)
