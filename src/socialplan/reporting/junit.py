"""XML in JUnit's shape, for services that show tests: a suite for each plan, a case a finding."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from socialplan.escaping import for_log, for_terminal
from socialplan.finding import Severity
from socialplan.reporting.places import in_repository

if TYPE_CHECKING:
    from socialplan.finding import Finding
    from socialplan.linting.report import Report


def write(report: Report) -> str:
    """Write one document; a hint is a case that passes and says something."""
    root = Xml.Element("testsuites", name="socialplan")
    for plan, findings in _by_plan(report).items():
        _add_suite(root, plan, findings)
    tests = sum(len(suite) for suite in root)
    root.attrib.update(tests=str(tests), failures=str(len(root.findall(".//failure"))), errors="0")
    Xml.indent(root)
    text = for_log(Xml.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _by_plan(report: Report) -> dict[str, list[Finding]]:
    """Give each plan what was found in its files; settings have what no plan does."""
    plan_of = {file: plan for plan, files in report.files_of.items() for file in files}
    found: dict[str, list[Finding]] = {plan: [] for plan in report.files_of}
    for one in report.findings:
        plan = plan_of.get(one.place.file, one.place.file)
        found.setdefault(plan, []).append(one)
    return found


def _add_suite(root: Xml.Element, plan: str, findings: list[Finding]) -> None:
    name = _legal(in_repository(plan))
    failed = [one for one in findings if one.severity is not Severity.INFO]
    suite = Xml.SubElement(root, "testsuite", name=name)
    suite.attrib.update(
        tests=str(max(len(findings), 1)), failures=str(len(failed)), errors="0", skipped="0"
    )
    suite.set("time", "0")
    for one in findings:
        _add_case(suite, one)
    if not findings:  # a suite without cases is shown as an error, or not at all
        Xml.SubElement(suite, "testcase", name="lint", classname=name, time="0")


def _add_case(suite: Xml.Element, finding: Finding) -> None:
    place = finding.place
    file = _legal(in_repository(place.file))
    case = Xml.SubElement(
        suite, "testcase", name=f"{finding.code} {finding.name} ({place.line}:{place.column})"
    )
    case.attrib.update(classname=file, time="0", file=file, line=str(place.line))
    where = f"{file}:{place.line}:{place.column}"
    said = "\n".join(_legal(part) for part in (where, finding.message, finding.help) if part)
    if finding.severity is Severity.INFO:
        Xml.SubElement(case, "system-out").text = said
        return
    failure = Xml.SubElement(case, "failure", message=_legal(finding.message))
    failure.set("type", str(finding.severity))
    failure.text = said


def _legal(text: str) -> str:
    return _illegal().sub("\ufffd", for_terminal(text))


@cache
def _illegal() -> re.Pattern[str]:
    """Match what XML 1.0 has no way to write, besides the controls that are already named."""
    return re.compile("[\ufffe\uffff]")
