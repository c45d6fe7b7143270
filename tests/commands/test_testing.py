"""What `explain --test` says of rules whose examples do not keep their word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from socialplan.commands.testing import failures_of
from socialplan.finding import Fix, Problem, Safety, SetValue, Severity, Span
from socialplan.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.rule import Rule

BAD, GOOD = "title: loud  # <-", "title: calm"
TO_CALM = Fix((SetValue(("title",), "calm"),))


def made(**given: Any) -> Rule:
    """A rule that finds titles that are `loud`, with examples that are right unless given."""
    fix, span = given.pop("does", None), given.pop("span", None)
    given = {"bad": BAD, "good": GOOD, **given}

    @rule("ACM001", Severity.INFO, message="it is loud", source="us", **given)
    def loud_title(plan: Plan) -> Iterator[Problem]:
        """Loud titles are not read."""
        if plan.title == "loud":
            yield Problem(("title",), {}, fix=fix, span=span)

    return loud_title


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, []),
        (
            {"bad": {"en": BAD, "zh-TW": "title: loud\n"}},
            ["no line of the “bad”", "finds lines 1; marked are lines –"],
        ),
        ({"bad": "title: soft  # <-"}, ["“bad” example it finds lines –; marked are lines 1"]),
        ({"good": "title: loud"}, ["“good” example it finds lines 1; marked are lines –"]),
        ({"good": "title: loud  # <-"}, ["a line of the “good” example ends in # <-"]),
        ({"good": ""}, ["there is no “good” example"]),
        ({"good": "title: calm\npurpose: 'Live coding: Python'"}, []),
        ({"span": Span(0, 0)}, ["line 1 of the “bad” example covers no characters"]),
        ({"fix": Safety.SAFE, "does": TO_CALM}, []),
        ({"fix": Safety.SAFE}, ["says that it can fix"]),
        ({"does": TO_CALM}, ["does not say that it can fix"]),
        (
            {"fix": Safety.SAFE, "does": TO_CALM, "good": "title: soft"},
            ["these lines differ: 1"],
        ),
    ],
)
def test_a_rule_is_held_to_its_examples(given: dict[str, Any], said: list[str]) -> None:
    one = made(**given)
    failures = list(failures_of(one, [one]))
    assert len(failures) == len(said)
    assert all(part in failure for part, failure in zip(said, failures, strict=True))
