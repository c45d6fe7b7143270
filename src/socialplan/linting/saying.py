"""A rule and its problem become a finding: the place, the sentence, how loudly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from socialplan.finding import Correction, Edit, Finding, Related, RelatedPlace, Severity
from socialplan.linting.naming import named
from socialplan.source.editing import replacement
from socialplan.translating import fill, template, topic_messages

if TYPE_CHECKING:
    from socialplan.finding import Fix, Place, Problem, Span
    from socialplan.loading import Loaded
    from socialplan.rule import Rule
    from socialplan.source import Source

MOST_CHANGES = 100
"""Of one fix; nobody looks through more."""


def finding_of(rule: Rule, said: Problem, loaded: Loaded, language: str) -> Finding:
    """Say a problem to a reader."""
    source = loaded.source
    related = tuple(
        RelatedPlace(
            source.place(_related_span(one, source)), template(language, f"labels.{one.label}")
        )
        for one in said.related
    )
    words = named(said.words, loaded.plan, language)
    finding = finding_at(rule, said, _place(said, source), language, words)
    return replace(finding, related=related, fix=_correction(said.fix, source, language))


def finding_at(
    rule: Rule,
    said: Problem,
    place: Place,
    language: str,
    words: Mapping[str, object] | None = None,
) -> Finding:
    """Say a problem whose place is known; help names what is to be written, so ids stay in it."""
    confidence = said.confidence or rule.confidence
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=loudness(rule, said),
        confidence=confidence,
        message=fill(rule_text(rule, "message", language) or "", words or said.words, language),
        place=place,
        path=said.path,
        help=_help(rule, said, language),
        source=source_text(said.source or rule.source, language),
        url=None,
    )


def loudness(rule: Rule, said: Problem) -> Severity:
    """Cap the severity by how far the fact behind it can be trusted."""
    severity = said.severity or rule.severity
    cap = (said.confidence or rule.confidence).caps
    return min(severity, cap, key=lambda one: one.rank)


def rule_text(rule: Rule, part: str, language: str) -> str | None:
    """Give a rule's message, help, reason or source in a language; else as the rule has it."""
    if part == "source":
        return source_text(rule.source, language)
    own: object = rule.translations.get(language)
    if own is None and language != "en":
        own = topic_messages(language, rule.family).get(rule.code)
    if isinstance(own, Mapping) and isinstance(own.get(part), str):
        return str(own[part])
    value = getattr(rule, part)
    return None if value is None else str(value)


def source_text(source: str, language: str) -> str:
    """Say in a language where a rule comes from; names of documents stay as they are."""
    return str(topic_messages(language, "sources").get(source, source))


def _help(rule: Rule, said: Problem, language: str) -> str | None:
    parts = []
    if said.suggestion is not None:
        parts.append(
            fill(template(language, "labels.did-you-mean"), {"name": said.suggestion}, language)
        )
    elif said.words.get("known") and "{known}" not in str(rule_text(rule, "message", language)):
        parts.append(fill(template(language, "labels.known"), said.words, language))
    text = rule_text(rule, "help", language)
    if text:
        parts.append(fill(text, said.words, language))
    parts = [part for part in parts if part]
    between = " " if language == "en" else ""  # Chinese has none after its punctuation
    return between.join(parts) or None


def _place(said: Problem, source: Source) -> Place:
    if said.span is not None:
        return source.place(said.span)
    if said.within is not None:
        return source.place(source.within(said.path, *said.within))
    return source.place(source.span(said.path, on_key=said.on_key))


def _related_span(one: Related, source: Source) -> Span:
    return one.span if one.span is not None else source.span(one.path, on_key=one.on_key)


def _correction(fix: Fix | None, source: Source, language: str) -> Correction | None:
    """Say what a fix changes in the files; None where a part of it cannot be written."""
    if fix is None or len(fix.changes) > MOST_CHANGES:
        return None
    made = [replacement(source, change) for change in fix.changes]
    whole = [one for one in made if one is not None]
    if len(whole) < len(made) or not whole:
        return None
    edits = tuple(
        Edit(source.place(one.span), source.text(one.span), one.text)
        for one in sorted(whole, key=lambda one: one.span)
    )
    return Correction(
        _title(edits[0], language), fix.safety, edits, tuple(one.change for one in whole)
    )


def _title(edit: Edit, language: str) -> str:
    kind = "replace" if edit.old and edit.new else "delete" if edit.old else "insert"
    words = {"old": edit.old.strip(), "new": edit.new.strip()}
    return fill(template(language, f"labels.fix-{kind}"), words, language)
