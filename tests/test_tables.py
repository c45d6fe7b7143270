"""CSV and XLSX: everything that was typed, as what it is, and nothing that runs."""

from __future__ import annotations

import csv
import re
import subprocess
import zipfile
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from socialplan.escaping import for_cell, for_csv
from socialplan.plan import Plan
from socialplan.rendering import render, render_bytes
from socialplan.rendering.csv import written
from socialplan.rendering.page import Page
from socialplan.rendering.tables import tables_of
from socialplan.rendering.tables.table import Column, Table
from socialplan.rendering.xlsx.fitting import LONGEST
from socialplan.rendering.xlsx.naming import sheet_names, units
from socialplan.rendering.xlsx.sheet import is_web
from socialplan.slots import calendar_of
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, make
from socialplan.views.filtering import Filter
from socialplan.views.window import days_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TODAY = date(2026, 11, 25)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    '"=1+1',
    "'=1+1",
    "\u3000=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=HYPERLINK("http://a.example","x")',
    "=cmd|' /C calc'!A0",
]


def plan_of(title: str = "官方週年慶", **post: Any) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": "小熊咖啡 & 朋友",
            "brand": {"name": "小熊咖啡", "market": "TW"},
            "period": {"start": "2026-11-23", "end": "2026-12-06"},
            "team": [{"id": "an", "name": "小安"}],
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "handle": "@bear",
                    "owner": "an",
                    "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
                },
                {"id": "quiet", "platform": "instagram"},
            ],
            "community": {
                "rituals": [
                    {"kind": "activity", "account": "line", "days": ["sat"], "at": "10:00"}
                ],
                "stages": [{"stage": "activate", "within_days": 3, "tasks": ["打招呼"]}],
            },
            "posts": [
                {
                    "id": "one",
                    "account": "line",
                    "at": "2026-11-25 20:00",
                    "format": "broadcast",
                    "title": title,
                    "text": title,
                    "note": title,
                    "status": "approved",
                    "author": "an",
                    "link": "https://a.example/?x=1&y=2#z",
                    **post,
                },
                {"id": "idea", "account": "line", "title": "沒有日期"},
                {"id": "lost", "account": "gone", "at": "2026-11-26 09:30", "title": "帳號沒了"},
            ],
        }
    )


def page_of(view: str, plan: Plan, form: str, language: str = "zh-TW") -> Page:
    calendar = calendar_of(plan, TODAY)
    window = days_shown(view, calendar, TODAY, None, None)
    made = make(view, Asked(plan, calendar, TODAY, window, language, Filter()), form)
    return Page(view, made, language, language)


def rows_of(view: str, plan: Plan, language: str = "zh-TW") -> list[dict[str, str]]:
    text = render(page_of(view, plan, "csv", language), "csv")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def book_of(view: str, plan: Plan, language: str = "zh-TW") -> Workbook:
    return load_workbook(BytesIO(render_bytes(page_of(view, plan, "xlsx", language), "xlsx")))


def column(sheet: Worksheet, heading: str) -> list[Any]:
    (place,) = (cell.column for cell in sheet[1] if cell.value == heading)
    return [row[place - 1].value for row in sheet.iter_rows(min_row=2)]


# ── CSV ──


def test_csv_is_what_excel_and_rfc_4180_want() -> None:
    text = render(page_of("week", plan_of("一,二\n三"), "csv"), "csv")
    assert text.startswith("\ufeff日期,時間,")
    assert text.endswith("\r\n")
    assert re.search("(?<!\r)\n", text.replace('"一,二\n三"', "")) is None


def test_a_week_as_rows_by_time_with_open_slots_ideas_and_rituals() -> None:
    rows = rows_of("week", plan_of())
    assert [(one["日期"], one["時間"], one["狀態"], one["主旨"]) for one in rows] == [
        ("2026-11-25", "20:00", "已核准", "官方週年慶"),
        ("2026-11-26", "09:30", "草稿", "帳號沒了"),
        ("2026-11-27", "20:00", "空時段", ""),
        ("", "", "點子", "沒有日期"),
        ("", "10:00", "", ""),
    ]
    assert [one["帳號名稱"] for one in rows[:2]] == ["'@bear", "gone"]
    assert (rows[4]["發文類型"], rows[4]["日子"]) == ("固定活動", "11/28 週六")


def test_the_plan_table_names_the_account_in_every_row() -> None:
    rows = rows_of("sheet", plan_of())
    assert [one["帳號名稱"] for one in rows] == ["'@bear"] * 5 + ["quiet", "gone"]
    assert {one["發文頻率"] for one in rows[:5]} == {"群發 2 次/週"}
    assert (rows[5]["發文平台"], rows[5]["主旨"]) == ("Instagram", "")


def test_a_list_of_nothing_has_no_row() -> None:
    assert rows_of("goals", plan_of()) == []
    assert rows_of("community", plan_of().model_copy(update={"community": None})) == []


def test_personas_whose_names_have_commas_stay_apart() -> None:
    plan = plan_of().model_dump(mode="json", exclude_unset=True)
    plan["personas"] = [
        {"id": "amy", "name": "Amy, eight rows in"},
        {"id": "deb", "name": "Deb, on the train"},
    ]
    plan["accounts"][0]["personas"] = ["amy", "deb"]
    rows = rows_of("sheet", Plan.model_validate(plan))
    assert "Amy, eight rows in · Deb, on the train" in rows[0].values()


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    (row,) = [one for one in rows_of("week", plan_of(text)) if one["編號"] == "one"]
    assert row["備註"] == f"'{for_cell(text)}"
    assert for_csv("小安 =1") == "小安 =1"


def test_a_number_stays_a_number() -> None:
    rows = [(-5, "-5"), (0.25, None), (0, None)]
    table = Table("x", (Column("數", "number"), Column("字")), rows)
    assert written((table,)) == "\ufeff數,字\r\n-5,'-5\r\n0.25,\r\n0,\r\n"


@FEW
@given(text=st.text(min_size=1, max_size=300))
@example(text="\x00\x1b[31m\u202ertl\ud800\ufffe")
@example(text='"a";b\t,\r\nc')
def test_csv_gives_back_what_was_typed(text: str) -> None:
    table = Table("x", (Column("a"), Column("b")), [(text, "z")])
    made = written((table,))
    made.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", made)
    _, (first, second) = csv.reader(StringIO(made.removeprefix("\ufeff"), newline=""), strict=True)
    assert first in (for_cell(text), f"'{for_cell(text)}")
    assert second == "z"


# ── XLSX ──


def test_values_are_what_they_are() -> None:
    sheet = book_of("week", plan_of()).worksheets[0]
    assert column(sheet, "日期")[:2] == [datetime(2026, 11, 25), datetime(2026, 11, 26)]
    assert column(sheet, "時間") == [time(20, 0), time(9, 30), time(20, 0)]
    assert sheet["A2"].number_format == "[$-404]yyyy/m/d(aaa)"
    assert column(sheet, "狀態") == ["已核准", "草稿", "空時段"]


@pytest.mark.parametrize(
    ("language", "words", "dates"),
    [
        (
            "zh-TW",
            "點子,草稿,待檢查,已核准,已排程,已發布,暫緩,已取消,空時段",
            "[$-404]yyyy/m/d(aaa)",
        ),
        ("zh-CN", "点子,草稿,待审核,已批准,已定时,已发布,暂缓,已取消,空档", "[$-804]yyyy/m/d(aaa)"),
        (
            "en",
            "idea,draft,in review,approved,scheduled,published,on hold,cancelled,open slot",
            "[$-809]ddd, d mmm yyyy",
        ),
    ],
)
def test_a_plan_table_as_people_keep_it(language: str, words: str, dates: str) -> None:
    book = book_of("sheet", plan_of(), language)
    assert len(book.sheetnames) == 4
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert "小熊咖啡 & 朋友" in sheet.oddHeader.left.text.replace("&&", "&")
    line = book.worksheets[1]
    (choice,) = line.data_validations.dataValidation
    assert (choice.formula1, choice.type) == (f'"{words}"', "list")
    assert line["A2"].number_format == dates
    assert line["E2"].alignment.wrap_text
    assert line.conditional_formatting


def test_the_overview_leads_to_each_account() -> None:
    book = book_of("sheet", plan_of())
    overview = book.worksheets[0]
    assert book.sheetnames == ["總覽", "LINE 官方帳號 @bear", "Instagram quiet", "gone"]
    assert column(overview, "帳號名稱") == ["@bear", "quiet", "gone"]
    assert column(overview, "貼文") == [2, 0, 1]
    assert column(overview, "空時段") == [3, 0, 0]
    assert [overview.cell(n, 2).hyperlink.location for n in (2, 3)] == [
        "'LINE 官方帳號 @bear'!A1",
        "'Instagram quiet'!A1",
    ]


def test_no_text_is_a_formula_and_none_becomes_one_when_it_is_edited() -> None:
    for text in FORMULAS:
        for sheet in book_of("sheet", plan_of(text, link=text.strip() or "x")):
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f"
                    if isinstance(cell.value, str) and cell.value.lstrip().startswith("="):
                        assert cell.quotePrefix


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("https://a.example/?x=1&y=2#z", True),
        ("http://小熊.example/咖啡", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("internal:Sheet1!A1", False),
        ("https://", False),
        ("https://[", False),
        ("https://a.example/a b", False),
        ("https://a.example/" + "x" * 2000, False),
    ],
)
def test_only_a_web_address_becomes_a_link(text: str, is_link: bool) -> None:
    assert is_web(text) is is_link
    sheet = book_of("week", plan_of(link=text)).worksheets[0]
    (cell,) = (one for one in sheet[2] if one.value == text)
    assert bool(cell.hyperlink) is is_link


def xml_of(made: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        yield from (archive.read(name).decode("utf-8") for name in archive.namelist())


def test_rows_grow_when_somebody_types_more() -> None:
    made = render_bytes(page_of("week", plan_of("長" * 300), "xlsx"), "xlsx")
    rows = re.findall("<row [^>]*>", "".join(xml_of(made)))
    assert any(float(height) > 100 for row in rows for height in re.findall(' ht="([^"]+)"', row))
    assert not any("customHeight" in row for row in rows)


def test_equal_input_gives_equal_bytes() -> None:
    first, second = (render_bytes(page_of("sheet", plan_of(), "xlsx"), "xlsx") for _ in "ab")
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}


@pytest.mark.parametrize("text", ["長" * 70_000, "😀" * 20_000, "a" * LONGEST, "=" + "b" * 40_000])
def test_a_text_too_long_for_a_cell_goes_on_in_the_next_column(text: str) -> None:
    sheet = book_of("week", plan_of(text=text)).worksheets[0]
    parts = [
        cell.value
        for head, cell in zip(sheet[1], sheet[2], strict=True)
        if str(head.value).startswith("發文內容") and cell.value
    ]
    assert "".join(parts) == text
    assert all(units(part) <= LONGEST for part in parts)


@FEW
@given(text=st.text(min_size=1, max_size=200))
@example(text="\x00\x1b[31m\u202ertl\ud800\ufffe\uffff")
@example(text="_x0041_ <b>&amp;</b> ]]>\r\n\ttab")
def test_xlsx_gives_back_what_was_typed(text: str) -> None:
    sheet = book_of("week", plan_of(note=text)).worksheets[0]
    assert (column(sheet, "備註")[0] or "") == for_cell(text)


@FEW
@given(names=st.lists(st.text(max_size=40), max_size=8))
@example(names=["History", "history", "A", "a", "Ａ", "'x'", "[]:*?/\\", "", "😀" * 20, "\ud800"])
def test_every_sheet_has_a_name_of_its_own(names: list[str]) -> None:
    made = sheet_names(names)
    assert len(made) == len(names)
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert 0 < units(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
        assert name.casefold() != "history"
        name.encode("utf-8")


def test_accounts_of_one_name_have_sheets_of_their_own() -> None:
    plan = Plan.model_validate(
        {
            "socialplan": 1,
            "title": "x",
            "brand": {"name": "x"},
            "accounts": [
                {"id": f"a{n}", "platform": "line-oa", "name": "好長的名字" * 8} for n in range(3)
            ],
        }
    )
    names = book_of("sheet", plan).sheetnames[1:]
    assert [name[-2:] for name in names] == [names[0][-2:], " 2", " 3"]


@pytest.mark.parametrize("view", ["week", "month", "agenda", "sheet", "checklist"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_plan_is_a_head_without_rows(view: str, language: str) -> None:
    plan = Plan.model_validate({"socialplan": 1, "title": "x", "brand": {"name": "x"}})
    assert render(page_of(view, plan, "csv", language), "csv").endswith("\r\n")
    for sheet in book_of(view, plan, language):
        assert sheet["A1"].value


@pytest.mark.parametrize("view", ["week", "sheet", "checklist", "community"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_columns_of_a_table_have_one_heading(view: str, language: str) -> None:
    for table in tables_of(page_of(view, plan_of(), "xlsx", language)):
        headings = [one.heading for one in (*table.columns, *dict(table.about))]
        assert len({one.heading for one in table.columns}) == len(table.columns), headings
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_checklist_says_what_is_done_and_what_is_not() -> None:
    rows = rows_of("checklist", plan_of())
    assert {one["清單"] for one in rows} >= {"發文前檢查", "每週排程日", "檢討", "準備好了嗎？"}
    assert {one["狀態"] for one in rows} == {"完成", "待處理", "請確認"}
    assert all(one["事項"] for one in rows)


# ── in LibreOffice ──


@pytest.fixture(scope="session")
def convert(
    needs: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path, str], Path]:
    office = needs("soffice")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def run(path: Path, form: str) -> Path:
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
        command += ["--infilter=CSV:44,34,76"] if path.suffix == ".csv" else []
        subprocess.run(
            [*command, "--outdir", str(path.parent / "out"), str(path)],
            check=True,
            capture_output=True,
            timeout=200,
        )
        return path.parent / "out" / f"{path.stem}.{form.partition(':')[0]}"

    return run


@pytest.mark.xdist_group("office")
def test_libreoffice_runs_nothing_of_a_csv(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    table = Table("x", (Column("n", "number"), Column("t")), list(enumerate(FORMULAS)))
    path = tmp_path / "hostile.csv"
    path.write_text(written((table,)), encoding="utf-8", newline="")
    sheet = load_workbook(convert(path, "xlsx")).worksheets[0]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(FORMULAS)
    assert [cell.value for cell in cells] == [f"'{for_cell(text)}" for text in FORMULAS]


@pytest.mark.xdist_group("office")
def test_libreoffice_reads_the_workbook_as_it_was_meant(
    convert: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "week.xlsx"
    path.write_bytes(render_bytes(page_of("week", plan_of("=1+1\n第二行"), "xlsx"), "xlsx"))
    text = convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1").read_text("utf-8")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert rows[0]["主旨"] == rows[0]["發文內容"] == rows[0]["備註"] == "=1+1\n第二行"
    assert [one["狀態"] for one in rows] == ["已核准", "草稿", "空時段"]
    assert rows[0]["日期"].startswith("2026/11/25")
    assert rows[0]["時間"] == "20:00"


@pytest.mark.xdist_group("office")
def test_a_sheet_is_printed_across_on_pages_with_heads(
    convert: Callable[[Path, str], Path], tmp_path: Path, needs: Callable[[str], str]
) -> None:
    reads = needs("pdftotext")
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(render_bytes(page_of("sheet", plan_of(), "xlsx"), "xlsx"))
    pdf = convert(path, "pdf")
    text = subprocess.run([reads, str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"第 {number} 頁，共 4 頁" in page
        assert "小熊咖啡 & 朋友 · 計劃表" in page
    assert "官方週年慶" in pages[1]
    assert "空時段" in pages[1]
