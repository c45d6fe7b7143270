"""The rule unknown-format."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from socialplan.facts import platform
from socialplan.finding import Problem
from socialplan.loading.habits import by_habit
from socialplan.plan.called import format_called
from socialplan.rule import Safety, Severity, instead, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan


@rule(
    "PLN202",
    Severity.ERROR,
    message="{platform} has no format “{format}”",
    source="The platform packs",
    fix=Safety.UNSAFE,
    bad="""
        accounts:
          - id: ig
            platform: instagram
            cadence: [{format: reels, days: [wed], at: "20:00"}]  # <-
    """,
    good="""
        accounts:
          - id: ig
            platform: instagram
            cadence: [{format: reel, days: [wed], at: "20:00"}]
    """,
)
def unknown_format(plan: Plan) -> Iterator[Problem]:
    """Posts fill slots of their own format, and limits differ by it; an unknown one has neither."""
    platforms = {account.id: account.platform for account in plan.accounts}
    for i, account in enumerate(plan.accounts):
        for j, cadence in enumerate(account.cadence):
            path: PlanPath = ("accounts", i, "cadence", j, "format")
            yield from _unknown(account.platform, cadence.format, path)
    for i, post in enumerate(plan.posts):
        if post.format is not None:
            # An account whose variant names a format of its own does not use the post's.
            for name in post.account_ids:
                if name in post.variants and post.variants[name].format:
                    continue
                yield from _unknown(platforms.get(name), post.format, ("posts", i, "format"))
        for name, variant in post.variants.items():
            path = ("posts", i, "variants", name, "format")
            yield from _unknown(platforms.get(name), variant.format, path)


def _unknown(slug: str | None, written: str | None, path: PlanPath) -> Iterator[Problem]:
    pack = platform(slug) if slug else None
    if pack is None or not written or written in pack.formats:
        return
    known = list(pack.formats)
    near = get_close_matches(written, known, n=1)
    meant = format_called(pack, written) or by_habit(written, known) or next(iter(near), None)
    words = {"platform": slug, "format": written, "known": known}
    yield Problem(path, words, suggestion=meant, fix=instead(path, written, meant))
