"""What `lint --watch` notices besides a file that is saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.commands.test_settings import PLAN, watching

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
