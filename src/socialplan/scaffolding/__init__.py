"""A new plan: which starter, filled in for whom, written where."""

from __future__ import annotations

from socialplan.scaffolding.choosing import (
    TEMPLATES,
    first_monday,
    usual_market,
    usual_template,
)
from socialplan.scaffolding.filling import Starter, plan_text
from socialplan.scaffolding.files import CI, PRE_COMMIT, Written, repository_of, write_files

__all__ = [
    "CI",
    "PRE_COMMIT",
    "TEMPLATES",
    "Starter",
    "Written",
    "first_monday",
    "plan_text",
    "repository_of",
    "usual_market",
    "usual_template",
    "write_files",
]
