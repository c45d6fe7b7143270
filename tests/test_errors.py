"""What stops a run survives the way back from another process."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from socialplan import errors
from socialplan.errors import SocialPlanError

MADE = [
    SocialPlanError("baseline-needed"),
    errors.Unreadable(Path("a.yaml"), "missing"),
    errors.PlanNotFound(Path("plans")),
    errors.Unwritable(Path("out"), "no room"),
    errors.Unwritable(Path("out/page.md"), "no-folder"),
    errors.UnknownName("--format", "jsn", ["json", "full"]),
    errors.UnknownOption("lint", "--fomat", ["--format"]),
]


@pytest.mark.parametrize("error", MADE, ids=lambda one: type(one).__name__)
def test_an_error_comes_back_as_it_was(error: SocialPlanError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert back.__dict__ == error.__dict__
    assert back.exit_status == error.exit_status
    assert str(back) == str(error)
