"""What `lint --watch` notices besides a file that is saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.commands.test_settings import PLAN, watching

from socialplan.commands import watching as subject

if TYPE_CHECKING:
    from pathlib import Path


def test_a_plan_that_comes_into_a_watched_folder_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.socialplan.yaml").write_text(PLAN, encoding="utf-8")
    with watching(tmp_path, ".") as process:
        assert process.stdout is not None
        for _ in range(2):
            assert process.stdout.readline().startswith("a.socialplan.yaml")
        time.sleep(1)
        (tmp_path / "b.socialplan.yaml").write_text(PLAN, encoding="utf-8")
        said = [process.stdout.readline().split(":")[0] for _ in range(4)]
        assert said == ["a.socialplan.yaml"] * 2 + ["b.socialplan.yaml"] * 2


def test_a_folder_whose_last_plan_goes_is_watched_on(tmp_path: Path) -> None:
    plan = tmp_path / "a.socialplan.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    with watching(tmp_path, ".") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(2):
            process.stdout.readline()
        time.sleep(1)
        plan.unlink()
        assert "no plan found" in process.stderr.readline()
        plan.write_text(PLAN, encoding="utf-8")
        assert "lime" in process.stdout.readline()


@pytest.mark.parametrize(("took", "waited"), [(0.001, subject.PAUSE), (0.2, 2.0), (60.0, 5)])
def test_however_slow_a_look_is_the_next_one_is_soon(
    monkeypatch: pytest.MonkeyPatch, took: float, waited: float
) -> None:
    now = 0.0
    slept: list[float] = []

    def slow_look(watched: subject.Watched) -> dict[object, object]:
        nonlocal now
        now += took
        return {}

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        raise KeyboardInterrupt

    monkeypatch.setattr(subject, "_look", slow_look)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        subject.watch(lambda: subject.Watched(frozenset(), frozenset()), lambda _: None)
    assert slept == [pytest.approx(waited)]


def test_a_run_that_finds_nothing_says_so(tmp_path: Path) -> None:
    plan = tmp_path / "a.socialplan.yaml"
    clean = PLAN.replace("lime", "line").replace("lemon", "line")
    plan.write_text(clean, encoding="utf-8")
    with watching(tmp_path, ".") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stderr.readline() == "Nothing to report: 1 plan checked.\n"
        time.sleep(1)
        plan.write_text(PLAN, encoding="utf-8")
        assert "lime" in process.stdout.readline()
