"""The rule unknown-platform."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import PLATFORMS
from socialplan.finding import Fix, Problem, SetValue
from socialplan.plan.called import is_elsewhere, platform_called, platform_spoken_of
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

OTHER = "other"


@rule(
    "PLN201",
    Severity.ERROR,
    message="there is no platform “{platform}”",
    help="`socialplan platforms` lists them; any other place is `platform: other` with a `name`.",
    source="The platform packs",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - id: ig
            platform: instagramm  # <-
    """,
    good="""
        accounts:
          - id: ig
            platform: instagram
    """,
)
def unknown_platform(plan: Plan) -> Iterator[Problem]:
    """Limits and formats are known by platform; without one an account cannot be checked."""
    for section in ("accounts", "competitors"):
        for i, one in enumerate(getattr(plan, section)):
            name = one.platform
            if name and name not in PLATFORMS and name != OTHER:
                yield _problem((section, i, "platform"), name)


def _problem(path: PlanPath, name: str) -> Problem:
    meant = platform_called(name)
    if meant:
        fix: Fix | None = Fix((SetValue(path, meant, instead_of=name),), Safety.SAFE)
    else:
        meant = platform_spoken_of(name) or _near(name)
        fix = instead(path, name, meant)
    return Problem(path, {"platform": name}, suggestion=meant, fix=fix)


def _near(name: str) -> str | None:
    if is_elsewhere(name):
        return None
    return next(iter(get_close_matches(name.strip().lower(), PLATFORMS, n=1)), None)
