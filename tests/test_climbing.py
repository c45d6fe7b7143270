"""How far upwards is looked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from socialplan.climbing import upwards

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_repository_ends_the_way(tmp_path: Path) -> None:
    inside = tmp_path / "repository" / "plans"
    inside.mkdir(parents=True)
    (tmp_path / "repository" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert list(upwards(inside)) == [inside, inside.parent]


def test_so_does_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "amy"))
    inside = tmp_path / "amy" / "plans"
    inside.mkdir(parents=True)
    assert list(upwards(inside)) == [inside, inside.parent]


def test_a_folder_that_all_share_is_left_alone_unless_one_starts_there(tmp_path: Path) -> None:
    inside = tmp_path / "shared" / "mine" / "plans"
    inside.mkdir(parents=True)
    (tmp_path / "shared").chmod(0o1777)
    assert list(upwards(inside)) == [inside, inside.parent]
    assert next(upwards(tmp_path / "shared")) == tmp_path / "shared"


def test_else_the_root_of_the_file_system_does(tmp_path: Path) -> None:
    (tmp_path / "writable").mkdir()
    (tmp_path / "writable").chmod(0o777)  # as folders of CI are, whose owner is another
    assert tmp_path in upwards(tmp_path / "writable")


def test_where_nobody_may_look_is_no_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: object, **_: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "lstat", denied)
    monkeypatch.setattr(os, "stat", denied)
    assert tmp_path.parent in upwards(tmp_path)
