"""Every format says the same of the same findings, and nothing that a plan says can break it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from socialplan.cli import app
from socialplan.errors import Unwritable
from socialplan.finding import (
    Confidence,
    Correction,
    Edit,
    Finding,
    Place,
    RelatedPlace,
    Safety,
    Severity,
)
from socialplan.linting.report import Allowed, Report
from socialplan.reporting import FOR_PEOPLE, FORMATS, write
from socialplan.reporting.fitting import cells, wrapped
from socialplan.reporting.places import uri_in_repository
from socialplan.reporting.screen import Screen, follows_links
from socialplan.rules import all_rules

ROOT = Path(__file__).parents[1]
SNAPSHOTS = ROOT / "tests/reporting"
CONTRACT = ROOT.parent / "shared/contracts/sarif-schema-2.1.0.json"
PLAN = "social plans/#1 計劃.yaml"


def report_of(*findings: Finding, line: str = "- {title: 字字 lime, at: soon}") -> Report:
    places = [place for one in findings for place in (one.place, *(r.place for r in one.related))]
    return Report(
        findings=list(findings),
        plans=1,
        files=1,
        lines={(place.file, place.line): line for place in places},
        files_of={findings[0].place.file: (findings[0].place.file,)} if findings else {},
        rules={rule.code: rule for rule in all_rules()},
    )


def a_finding(
    message: str = "no account “lime”", file: str = PLAN, line: int = 9, mark: str = "f00d"
) -> Finding:
    place = Place(file, line, 13, line, 17)
    return Finding(
        code="PLN203",
        name="dangling-reference",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=message,
        place=place,
        path=("posts", 0, "account"),
        help="Did you mean “line”?",
        related=(RelatedPlace(place._replace(line=3, end_line=3), "defined here"),),
        source="The plan language",
        named_path="posts/opening/account",
        fingerprint=mark,
        fix=Correction("Replace “lime”", Safety.UNSAFE, (Edit(place, "lime", "line"),), ()),
    )


def test_each_format_is_as_it_was_reviewed() -> None:
    tool = [sys.executable, "tools/generate_snapshots.py", "--check"]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("", "")


def test_the_snapshots_show_every_family_and_every_format() -> None:
    found = json.loads((SNAPSHOTS / "json.json").read_text("utf-8"))["findings"]
    assert {one["code"][:3] for one in found} == {rule.family for rule in all_rules()}
    assert {path.name.partition(".")[0] for path in SNAPSHOTS.iterdir()} >= set(FORMATS)


def test_help_lists_every_format(root: Path) -> None:
    command = [sys.executable, "-m", "socialplan", "lint", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8").stdout
    assert set(FORMATS) <= set(re.findall(r"\w+", shown))
    guide = (root / "docs/linting.md").read_text("utf-8")
    assert set(FORMATS) <= set(re.findall(r"`(\w+)`", guide))


def test_one_run_prints_and_writes_every_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "socialplan.yaml").write_text("socialplan: 1\ntitel: x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = [one for form in FORMATS for one in ("--format", f"{form}:{form}.out")]
    ran = CliRunner().invoke(app, ["lint", "--no-cache", "--format", "concise", *asked])
    assert ran.exit_code == 1
    assert ran.stdout == (tmp_path / "concise.out").read_text("utf-8")
    assert all("titel" in (tmp_path / f"{form}.out").read_text("utf-8") for form in FORMATS)


# What a service expects


@pytest.mark.skipif(not CONTRACT.is_file(), reason="SARIF's schema lies beside the checkout only")
def test_sarif_keeps_the_contract() -> None:
    schema = json.loads(CONTRACT.read_text("utf-8"))
    logs = [json.loads((SNAPSHOTS / "sarif.sarif").read_text("utf-8"))]
    logs += [json.loads(write(one, "sarif")) for one in (report_of(), hostile_report())]
    for log in logs:
        jsonschema.Draft4Validator(schema).validate(log)


def test_sarif_says_what_is_suppressed_and_why() -> None:
    log = json.loads((SNAPSHOTS / "sarif.sarif").read_text("utf-8"))
    hidden = [one["suppressions"][0] for one in log["runs"][0]["results"] if "suppressions" in one]
    assert [(one["kind"], one["justification"]) for one in hidden] == [
        ("inSource", "a pair, told as two bubbles"),
        ("external", "both are away until May"),
    ]


def test_sarif_names_files_from_the_root_and_encoded() -> None:
    [result] = json.loads(write(report_of(a_finding()), "sarif"))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {
        "uri": "social%20plans/%231%20%E8%A8%88%E5%8A%83.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert where["region"] == {"startLine": 9, "startColumn": 13, "endLine": 9, "endColumn": 17}
    [replaced] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replaced["insertedContent"] == {"text": "line"}
    assert uri_in_repository("/elsewhere/計.yaml") == ("file:///elsewhere/%E8%A8%88.yaml", False)


def test_files_are_named_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plans/cafe").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "plans/cafe")
    found = report_of(a_finding(file="socialplan.yaml"), a_finding(file="../team.yaml"))
    for form in ("gitlab", "sarif", "rdjson", "azure", "github", "junit", "markdown"):
        text = write(found, form)
        assert "plans/cafe/socialplan.yaml" in text, form
        assert "plans/team.yaml" in text, form
        assert str(tmp_path) not in text, form


def test_json_lines_have_the_published_shape() -> None:
    schema = json.loads((ROOT / "docs/findings.schema.json").read_text("utf-8"))
    shape = {**schema["definitions"]["finding"], "definitions": schema["definitions"]}
    last_shape = {**schema["definitions"]["last_line"], "definitions": schema["definitions"]}
    *findings, last = map(json.loads, write(report_of(a_finding()), "jsonl").splitlines())
    jsonschema.validate(last, last_shape)
    assert findings[0]["fix"]["edits"][0]["text"] == "line"
    for one in findings:
        jsonschema.validate(one, shape)
    jsonschema.validate(json.loads(write(report_of(a_finding()), "json")), schema)


def test_gitlab_gets_a_fingerprint_for_each_finding_that_stays_when_it_moves() -> None:
    def marks(*lines: int) -> list[str]:
        found = report_of(*(a_finding(line=line) for line in lines))
        return [one["fingerprint"] for one in json.loads(write(found, "gitlab"))]

    assert len(set(marks(9, 12, 15))) == 3
    assert marks(9, 12) == marks(10, 13)


def test_reviewdog_counts_bytes_and_is_offered_the_fix() -> None:
    [found] = json.loads(write(report_of(a_finding()), "rdjson"))["diagnostics"]
    place = {"start": {"line": 9, "column": 17}, "end": {"line": 9, "column": 21}}
    assert found["location"]["range"] == place  # two characters before it take three bytes each
    assert found["suggestions"] == [{"range": place, "text": "line"}]


def test_junit_has_a_suite_for_each_plan_and_hints_pass() -> None:
    report = report_of(a_finding(), replace(a_finding(), severity=Severity.INFO))
    report.files_of["fine.yaml"] = ("fine.yaml",)
    suites = Xml.fromstring(write(report, "junit"))
    assert [(one.get("tests"), one.get("failures")) for one in suites] == [("2", "1"), ("1", "0")]
    assert (suites.get("tests"), suites.get("failures")) == ("3", "1")


def test_a_comment_folds_what_is_many_and_stays_within_what_a_comment_holds() -> None:
    few, many = (
        write(report_of(*[a_finding("x" * 60)] * count), "markdown") for count in (20, 5000)
    )
    assert "<details>" not in few
    assert many.count("<details>") == many.count("</details>") == 1
    assert len(many) < 65_536
    assert "more findings do not fit" in many


def test_a_summary_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    with pytest.raises(Unwritable):
        write(report_of(*[a_finding()] * 11), "github")


# What a plan may say

HOSTILE = (
    "a\x1b[31mred\r\n::error::x%0A\x00\x07\x9b2J\u202eevil\u2066 ##vso[task.complete]y ##[group]z "
    "##VSO[a]b ]]> <script> &amp; | `x` \ud800 \ufffe @everyone #12 [go](javascript:x) {{7*7}} "
    "\\ \" '"
)


def hostile_report() -> Report:
    first = a_finding(HOSTILE, file=f"::warning::{HOSTILE}.yaml")
    second = replace(first, help=HOSTILE, severity=Severity.INFO, related=(), fix=None)
    label = (RelatedPlace(first.place, HOSTILE),)
    edits = (Edit(first.place, HOSTILE, HOSTILE),)
    third = replace(first, related=label, fix=Correction(HOSTILE, Safety.SAFE, edits, ()))
    report = report_of(*[first, second, third] * 5, line=HOSTILE.replace("\r\n", " "))
    report.allowed = [Allowed(first, HOSTILE)]
    return report


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("width", [None, 40])
def test_nothing_typed_commands_a_terminal_or_a_runner(
    form: str, width: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    text = write(hostile_report(), form, Screen(width=width))
    text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    for line in text.splitlines():
        command = {"azure": "##vso[task.logissue type=", "github": "::error file="}.get(form)
        said = line.removeprefix(command) if command else line
        assert not re.search(r"##(vso)?\[", said, re.IGNORECASE)
        assert not said.lstrip().startswith("::error"), line
        assert not said.lstrip().startswith("::warning"), line


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "rdjson"])
def test_hostile_words_come_through_json_as_they_were_typed(form: str) -> None:
    text = write(hostile_report(), form)
    data = json.loads(text)
    assert "##vso[task.complete]y" in json.dumps(data)
    assert "\x1b[31mred\r\n" in "".join(strings_in(data))


def test_hostile_words_leave_xml_and_tables_whole() -> None:
    Xml.fromstring(write(hostile_report(), "junit"))
    rows = [one for one in write(hostile_report(), "markdown").splitlines() if one[:1] == "|"]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    assert "<script>" not in "".join(rows)
    assert "@everyone" not in "".join(rows)


def strings_in(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for one in inner for text in strings_in(one)]


# On a terminal


@pytest.mark.parametrize("width", [50, 100])
@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_what_people_read_fits_their_terminal(form: str, width: int) -> None:
    found = report_of(
        replace(a_finding("沒有定義帳號「lime」，" * 9, "plan.yaml"), help="a " * 90),
        a_finding(file="plan.yaml"),
        line="- {title: 字字 lime, at: soon}" + "字" * 90,
    )
    lines = write(found, form, Screen(width=width)).splitlines()
    assert max(map(cells, lines)) <= width


@given(st.text("ab 字。「」“”,é\u3000", max_size=80), st.integers(4, 30), st.integers(1, 30))
def test_breaking_lines_loses_nothing_but_spaces(text: str, room: int, first: int) -> None:
    lines = wrapped(text, room, first)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines[1:])


def test_a_line_begins_with_no_closing_mark() -> None:
    assert wrapped("請加上指標、目標值和期限。", 10) == ["請加上指", "標、目標值", "和期限。"]


@pytest.mark.parametrize(
    ("environ", "follows"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "4999"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7200"}, False),
        ({"TERM": "screen", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"}, True),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "TERM_PROGRAM": "iTerm.app"}, False),
    ],
)
def test_terminals_that_follow_links(environ: dict[str, str], follows: bool) -> None:
    assert follows_links(environ) is follows


def test_places_are_links_on_such_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    plan = tmp_path / "計 劃.socialplan.yaml"
    plan.write_text("socialplan: 1\ntitle: x\nbrand: {name: x, market: TW}\n", encoding="utf-8")
    command = [sys.executable, "-m", "socialplan", "lint", "--no-cache", plan.name]
    environ = {**os.environ, "FORCE_HYPERLINK": "1", "TERM": "xterm", "LANG": "C.UTF-8"}
    environ.pop("NO_COLOR", None)
    master, slave = pty.openpty()
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stdout=slave) as shown:
        os.close(slave)
        text = b""
        while True:
            try:
                text += (part := os.read(master, 65536))
            except OSError:  # the other end is closed
                break
            if not part:
                break
    assert shown.returncode == 0
    assert b"\x1b]8;;file://" in text
    assert b"%20%E5%8A%83.socialplan.yaml\x1b\\" in text
    piped = subprocess.run([*command, "--color=always"], cwd=tmp_path, env=environ, stdout=-1)
    assert b"\x1b[" in piped.stdout
    assert b"\x1b]8" not in piped.stdout
