"""SARIF 2.1.0, for code scanning: rules with their reasons, findings with all that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from socialplan import __version__
from socialplan.finding import Confidence, Safety, Severity
from socialplan.linting.saying import rule_text
from socialplan.reporting import explaining
from socialplan.reporting.identity import fingerprints
from socialplan.reporting.json import written
from socialplan.reporting.places import uri_in_repository

if TYPE_CHECKING:
    from collections.abc import Iterable

    from socialplan.finding import Correction, Finding, Place
    from socialplan.linting.report import Allowed, Report
    from socialplan.rule import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""What GitHub calls the folder of the checkout."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PRECISION = {Confidence.HIGH: "very-high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_GRAVITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def write(report: Report) -> str:
    """Write a log of one run; what is allowed stands in it with the reason."""
    said = [
        *((one, None) for one in report.findings),
        *((one.finding, one) for one in report.allowed),
    ]
    codes = list(dict.fromkeys(finding.code for finding, _ in said))
    marks = fingerprints(finding for finding, _ in said)
    run = {
        "tool": {"driver": _driver(report, codes, [finding for finding, _ in said])},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [
            _result(finding, allowed, codes.index(finding.code), mark)
            for (finding, allowed), mark in zip(said, marks, strict=True)
        ],
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, codes: list[str], findings: Iterable[Finding]) -> dict[str, Any]:
    first = {one.code: one for one in reversed(list(findings))}
    return {
        "name": "socialplan",
        "version": __version__,
        "language": report.language,
        "rules": [
            _rule(report.rules[code], report.language)
            if code in report.rules
            else {"id": code, "name": first[code].name}
            for code in codes
        ],
    }


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    told = explaining.message(rule, language)
    reason = rule_text(rule, "reason", language) or told
    helped, source = explaining.advice(rule, language), rule_text(rule, "source", language)
    described = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _text(told),
        "fullDescription": _text(reason),
        "help": {
            **_text("\n".join(part for part in (reason, helped, source) if part)),
            "markdown": explaining.markdown([rule], language),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {
            "tags": [rule.family],
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _GRAVITY[rule.severity],
            "source": source,
        },
    }
    return {**described, "deprecatedNames": list(rule.aliases)} if rule.aliases else described


def _result(finding: Finding, allowed: Allowed | None, index: int, mark: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _text("\n".join(part for part in (finding.message, finding.help) if part)),
        "locations": [_location(finding.place)],
        "partialFingerprints": {"socialplan/v1": mark},
        "properties": {"confidence": str(finding.confidence), "source": finding.source},
    }
    if finding.named_path:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": finding.named_path}]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(one.place), "message": _text(one.label)}
            for number, one in enumerate(finding.related, 1)
        ]
    if finding.fix is not None and finding.fix.safety is not Safety.DISPLAY:
        result["fixes"] = [_fix(finding.fix)]
    if allowed is not None:
        result["suppressions"] = [_suppression(allowed)]
    return result


def _suppression(allowed: Allowed) -> dict[str, str]:
    kind = "inSource" if allowed.by_comment else "external"
    reason = {"justification": allowed.reason} if allowed.reason else {}
    return {"kind": kind, "status": "accepted", **reason}


def _fix(fix: Correction) -> dict[str, Any]:
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        replaced = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.new}}
        files.setdefault(edit.place.file, []).append(replaced)
    return {
        "description": _text(fix.title),
        "artifactChanges": [
            {"artifactLocation": _artifact(file), "replacements": replaced}
            for file, replaced in files.items()
        ],
        "properties": {"safety": str(fix.safety)},
    }


def _location(place: Place) -> dict[str, Any]:
    where = {"artifactLocation": _artifact(place.file), "region": _region(place)}
    return {"physicalLocation": where}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    uri, relative = uri_in_repository(file)
    return {"uri": uri, "uriBaseId": ROOT} if relative else {"uri": uri}


def _text(text: str) -> dict[str, str]:
    """Write a message; what happens to look like a link of SARIF's own is no link."""
    return {"text": re.sub(r"\[(?=[^\]]*\]\()", r"\\[", text)}
