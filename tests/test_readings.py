"""The CSV of readings: its shapes, what cannot be read, and where it may lie."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplan.loading import load_plan
from socialplan.readings import Readings, Trouble, read_readings, readings_of
from socialplan.readings.table import CELLS
from socialplan.source import read_plan, read_text

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
accounts:
  - {id: line, platform: line-oa, handle: "@bear", name: 小熊}
  - {id: ig, platform: instagram}
goals:
  - {id: bind, metric: {custom: {name: 綁定率, unit: "%"}}}
metrics: {file: numbers.csv}
"""
TYPED = load_plan(read_text(PLAN, "socialplan.yaml", None)).plan
NOVEMBER = date(2026, 11, 1)


def read(folder: Path, data: str | bytes, name: str = "numbers.csv") -> Readings:
    content = data.encode() if isinstance(data, str) else data
    (folder / name).write_bytes(content)
    return read_readings(TYPED, folder, name)


def troubles(found: Readings) -> list[tuple[str, int, str]]:
    return [(one.why, one.line, one.text) for one in found.troubles]


def test_one_line_per_reading(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "date,account,metric,value\n"
        "2026-11-01,line,followers,310\n"
        "2026-11-01,line,block_rate,12%\n"
        '2026/11/8,@bear,粉絲與好友數,"1,320"\n'
        "2026-11-08 09:00,小熊,封鎖率,0.11\n"
        "2026年11月9日,line,封鎖率,0.1\n",
    )
    assert not found.troubles
    assert found.is_read
    assert found.of("followers", ("line",)) == [(NOVEMBER, 310), (date(2026, 11, 8), 1320)]
    assert found.of("block_rate", ("line",)) == [
        (NOVEMBER, 0.12),
        (date(2026, 11, 8), 0.11),
        (date(2026, 11, 9), 0.1),
    ]
    assert found.of("followers", ("ig",)) == []


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_column_for_each_metric(tmp_path: Path, mark: str, end: str) -> None:
    lines = ["日期 帳號 followers 封鎖率 綁定率 備註", "2026-11-01 line 310 １２％ - 連假", "     "]
    text = "\ufeff" + end.join(line.replace(" ", mark) for line in lines)
    found = read(tmp_path, text)
    assert not found.troubles
    assert found.metrics == {"followers", "block_rate", "綁定率"}
    assert found.of("followers") == [(NOVEMBER, 310)]
    assert found.of("block_rate") == [(NOVEMBER, 0.12)]
    assert found.of("綁定率") == []


def test_a_rate_is_worked_out_from_what_it_divides(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "date,account,followers,blocks\n2026-11-01,line,400,40\n2026-11-08,line,400,n/a\n",
    )
    assert found.has("block_rate")
    assert found.has("effective_friends")
    assert not found.has("open_rate")
    assert found.of("block_rate", ("line",)) == [(NOVEMBER, 0.1)]


def test_counts_of_several_accounts_are_added_and_rates_are_not(tmp_path: Path) -> None:
    text = (
        "date,account,followers,block_rate\n"
        "2026-11-01,line,300,10%\n2026-11-01,ig,200,20%\n"
        "2026-11-08,line,310,10%\n"
        "2026-11-15,,520,15%\n2026-11-15,line,1,1%\n"
    )
    found = read(tmp_path, text)
    both = ("line", "ig")
    assert found.of("followers", both) == [(NOVEMBER, 500), (date(2026, 11, 15), 520)]
    assert found.of("block_rate", both) == [(date(2026, 11, 15), 0.15)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty", 0, "")),
        ("\n\n", ("empty", 0, "")),
        ("account,followers\nline,3\n", ("no-date-column", 1, "")),
        ("date,mood\n2026-11-01,3\n", ("unknown-metric", 1, "mood")),
        ("date,metric,value\n2026-11-01,mood,3\n", ("unknown-metric", 2, "mood")),
        ("date,followers\n1.11.2026,3\n", ("bad-date", 2, "1.11.2026")),
        ("date,followers\n2026-02-30,3\n", ("bad-date", 2, "2026-02-30")),
        ("date,followers\n2026-11-01,many\n", ("bad-number", 2, "many")),
        ("date,followers\n2026-11-01,1e400\n", ("bad-number", 2, "1e400")),
        ("date,followers\n2026-11-01,nan\n", ("bad-number", 2, "nan")),
        ("date,block_rate\n2026-11-01,12\n", ("not-a-rate", 2, "12")),
        ("date,block_rate\n2026-11-01,1.6萬\n", ("not-a-rate", 2, "1.6萬")),
        ("date,followers\n2026-11-01,10萬+\n", ("bad-number", 2, "10萬+")),
        ("date,followers\n2026-11-01,16.5kk\n", ("bad-number", 2, "16.5kk")),
        ("date,綁定率\n2026-11-01,5m\n", ("bad-number", 2, "5m")),
        ("date,followers\n2026-11-01,12,345\n", ("cut-number", 2, "12,345")),
        ("date,account,followers\n2026-11-01,fb,3\n", ("unknown-account", 2, "fb")),
        ('date,followers\n2026-11-01,"' + "3" * 200_000, ("broken", 0, "")),
    ],
)
def test_what_cannot_be_read_is_said(
    tmp_path: Path, text: str, expected: tuple[str, int, str]
) -> None:
    assert expected in troubles(read(tmp_path, text))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.6万", 16_000),
        ("1.6萬", 16_000),
        ("1.6 萬", 16_000),
        ("4.35w", 43_500),
        ("16.5k", 16_500),
        ("16.5K", 16_500),
        ("1.2M", 1_200_000),
        ("1.05亿", 105_000_000),
        ('"12,345"', 12_345),
    ],
)
def test_numbers_are_read_as_platforms_show_them(
    tmp_path: Path, written: str, value: float
) -> None:
    found = read(tmp_path, f"date,followers\n2026-11-01,{written}\n")
    assert not found.troubles
    assert found.of("followers") == [(NOVEMBER, value)]


def test_a_comma_in_a_note_cuts_no_number(tmp_path: Path) -> None:
    found = read(tmp_path, "date,followers,note\n2026-11-01,310,sale, 20 days\n")
    assert not found.troubles
    assert found.of("followers") == [(NOVEMBER, 310)]


def test_the_rest_of_a_file_is_read_all_the_same(tmp_path: Path) -> None:
    found = read(tmp_path, "date,followers,mood\nsoon,3,4\n2026-11-01,300,5\n")
    assert found.of("followers") == [(NOVEMBER, 300)]
    assert len(found.troubles) == 2


def test_growth_may_be_more_than_the_whole(tmp_path: Path) -> None:
    assert not read(tmp_path, "date,follower_growth_rate\n2026-11-01,250%\n").troubles


@pytest.mark.parametrize("name", ["../numbers.csv", "/etc/passwd", "C:\\numbers.csv", "a/../../b"])
def test_nothing_outside_the_folder_is_opened(tmp_path: Path, name: str) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    (tmp_path / "numbers.csv").write_text("date,followers\n2026-11-01,3\n")
    assert read_readings(TYPED, plan, name) == Readings(troubles=(Trouble("outside"),))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    (tmp_path / "secret.csv").write_text("date,followers\n2026-11-01,3\n")
    (plan / "numbers.csv").symlink_to(tmp_path / "secret.csv")
    (plan / "lost.csv").symlink_to(plan / "nowhere.csv")
    assert read_readings(TYPED, plan, "numbers.csv").troubles == (Trouble("outside"),)
    assert read_readings(TYPED, plan, "lost.csv").troubles == (Trouble("broken-link"),)


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert read_readings(TYPED, tmp_path, "folder.csv").troubles == (Trouble("folder"),)
    assert read_readings(TYPED, tmp_path, "gone.csv").troubles == (Trouble("missing"),)
    assert read_readings(TYPED, tmp_path, "nul\0.csv").troubles[0].why in ("outside", "other")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert read_readings(TYPED, tmp_path, "pipe.csv").troubles == (Trouble("not-a-file"),)


def test_other_encodings_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, "日期,好友數\n2026-11-01,310 我們的社群\n".encode("cp950"))
    assert troubles(found) == [("not-utf-8", 0, "big5")]
    assert troubles(read(tmp_path, "日期,好友數".encode("utf-16")))[0][:1] == ("not-utf-8",)


def test_large_files_are_left_alone(tmp_path: Path) -> None:
    found = read(tmp_path, b"date,followers\n" + b"2026-11-01,3\n" * 700_000)
    assert troubles(found) == [("too-large", 0, "8 MB")]
    long = "date" + ",followers" * 99 + "\n" + ("2026-11-01" + ",3" * 99 + "\n") * 4_000
    found = read(tmp_path, long)
    assert troubles(found)[-1] == ("too-long", 0, "")
    assert len(found.records) <= CELLS + 200


def test_a_table_of_nonsense_ends_soon(tmp_path: Path) -> None:
    found = read(tmp_path, "date,followers\n" + "soon,3\n" * 1_000)
    assert troubles(found)[-1] == ("too-many", 0, "")
    assert len(found.troubles) < 110


def test_a_plan_from_standard_input_has_no_folder(tmp_path: Path) -> None:
    source = read_text(PLAN, "<stdin>", None)
    assert readings_of(load_plan(source).plan, source) == Readings()
    (tmp_path / "socialplan.yaml").write_text(PLAN, "utf-8")
    (tmp_path / "numbers.csv").write_text("date,followers\n2026-11-01,3\n", "utf-8")
    source = read_plan(tmp_path / "socialplan.yaml")
    assert readings_of(load_plan(source).plan, source).of("followers") == [(NOVEMBER, 3)]


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8")))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for head in (b"", b"date,account,followers,block_rate\n", b"date,metric,value\n"):
        found = read(folder, head + data, "any.csv")
        assert found.troubles or found.is_read
