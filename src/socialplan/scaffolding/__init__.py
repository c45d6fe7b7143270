"""A new plan: which starter, filled in for whom, written where."""

from __future__ import annotations

from socialplan.scaffolding.choosing import (
    TEMPLATES,
    brand_name,
    first_day,
    first_monday,
    known_market,
    known_template,
    meant_template,
    usual_market,
    usual_template,
)
from socialplan.scaffolding.files import (
    JOBS,
    Written,
    has_plans,
    refuse_what_is_there,
    write_jobs,
    write_plan,
)
from socialplan.scaffolding.filling import Starter, plan_text

__all__ = [
    "JOBS",
    "TEMPLATES",
    "Starter",
    "Written",
    "brand_name",
    "first_day",
    "first_monday",
    "has_plans",
    "known_market",
    "known_template",
    "meant_template",
    "plan_text",
    "refuse_what_is_there",
    "usual_market",
    "usual_template",
    "write_jobs",
    "write_plan",
]
