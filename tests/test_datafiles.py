"""Data files are compiled when first read, and what is compiled never outlives its YAML."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

import socialplan
from socialplan import datafiles
from socialplan.datafiles import read_data

PACKAGE = Path(socialplan.__file__).parent
FILES = sorted(PACKAGE.rglob("*.yaml"))


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def compiled(path: Path) -> Path:
    return path.parent / "__pycache__" / f"{path.stem}.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_data_file_is_read_the_same_from_what_was_compiled(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    first = read_data(copy)
    assert first == yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    monkeypatch.setattr(datafiles, "_parsed", lambda data: pytest.fail("it was not compiled"))
    assert read_data(copy) == first


def test_an_edited_file_takes_effect_at_once(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("limit: 500\n", encoding="utf-8")
    assert read_data(path) == {"limit": 500}
    path.write_text("limit: 501\n", encoding="utf-8")
    assert read_data(path) == {"limit": 501}


@pytest.mark.parametrize("damage", [b"", b"\xff", b"1 2 3\n{}"])
def test_what_was_damaged_is_compiled_again(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("limit: 500\n", encoding="utf-8")
    read_data(path)
    whole = compiled(path).read_bytes()
    compiled(path).write_bytes(damage or whole[:-1])
    assert read_data(path) == {"limit": 500}
    assert compiled(path).read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("limit: 500\n", encoding="utf-8")
    (tmp_path / "__pycache__").write_text("in the way", encoding="utf-8")
    assert read_data(path) == {"limit": 500}


def test_what_json_cannot_hold_is_read_from_its_yaml(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("day: 2026-11-21\n", encoding="utf-8")
    assert read_data(path) == read_data(path)
    assert not compiled(path).exists()
