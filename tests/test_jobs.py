"""How many processes check many plans."""

from __future__ import annotations

import pytest

from socialplan.linting import jobs


@pytest.mark.parametrize(
    ("plans", "size", "asked", "processors", "wanted"),
    [
        (50, 10_000, None, 8, 1),
        (50, 10_000, 2, 8, 1),
        (2, 800_000, None, 8, 1),
        (4, 800_000, None, 8, 2),
        (50, 800_000, None, 8, 8),
        (50, 800_000, 3, 8, 3),
        (50, 800_000, 16, 2, 2),
        (3, 8_000_000, None, 8, 3),
        (0, 0, None, 8, 1),
    ],
)
def test_as_many_processes_as_are_worth_it_and_no_more_than_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    plans: int,
    size: int,
    asked: int | None,
    processors: int,
    wanted: int,
) -> None:
    monkeypatch.setattr(jobs, "processors", lambda: processors)
    monkeypatch.setattr(jobs, "_bytes", lambda _: plans * size)
    assert jobs.worth(range(plans), asked) == wanted  # type: ignore[arg-type]
