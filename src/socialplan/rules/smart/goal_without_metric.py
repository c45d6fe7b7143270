"""The rule goal-without-metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.facts import find_metric, metric_ids
from socialplan.finding import Problem
from socialplan.loading.habits import by_habit
from socialplan.rule import Severity, problem, rule
from socialplan.rules.smart.goals import called, smart_goals
from socialplan.rules.smart.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.goal_words import GoalText
    from socialplan.plan import Plan


@rule(
    "SMT101",
    Severity.ERROR,
    message="“{goal}” does not say what is measured",
    help="Add `metric:` with an id of docs/metrics.md, or `custom:` with a name of your own.",
    source="Doran (1981), There's a S.M.A.R.T. way to write management's goals and objectives",
    bad="""
        goals:
          - statement: 600 friends on LINE by Christmas  # <-
            target: 600
    """,
    good="""
        goals:
          - statement: 600 friends on LINE by Christmas
            metric: followers
            target: 600
    """,
)
def goal_without_metric(plan: Plan) -> Iterator[Problem]:
    """A wish that nothing measures is never reached and never missed."""
    for i, goal in smart_goals(plan):
        if goal.metric is None:
            said = statements(plan).get(i)
            id_ = _metric(said.text) if said else None
            meant = f"metric: {id_}" if id_ else None
            yield Problem(("goals", i), {"goal": called(goal, i)}, suggestion=meant)
        elif not goal.metric.name:
            yield problem("goals", i, "metric", goal=called(goal, i))


def _metric(text: GoalText) -> str | None:
    """What the words call by a metric's name, if they name one thing and where it is to stand."""
    heads = {one.text: one for one in text.measures if one.metrics and not one.modifies}
    number = text.number
    if len(heads) != 1 or (number is not None and number.role == "absolute"):
        return None  # 50 more friends a month are new friends, by Christmas they are friends
    (measure,) = heads.values()
    known = find_metric(measure.text)
    id_ = known.id if known else by_habit(measure.text, metric_ids())
    return id_ if id_ in measure.metrics else None
