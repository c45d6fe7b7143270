"""A rule explained: the reason, the source, a bad and a good example; the documentation's pages."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from socialplan.escaping import for_json, for_markdown
from socialplan.linting.examples import found_in
from socialplan.linting.saying import rule_text
from socialplan.translating import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from socialplan.finding import Finding
    from socialplan.rule import Rule

_FIELDS = re.compile(r"\{(\w+)\}")
_ONLY_FIELD = re.compile("‹[^›]*›")


def markdown(rules: Sequence[Rule], language: str, every: Sequence[Rule] = ()) -> str:
    """Write a page for each rule; with `every` rule there is, it shows what examples are told."""
    return "\n".join(_page(rule, language, every) for rule in rules)


def as_json(rules: Sequence[Rule], language: str) -> str:
    """Write the rules as data."""
    data = [_data(rule, language) for rule in rules]
    return for_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def listed(rules: Sequence[Rule], language: str) -> str:
    """Write a line for each rule: code, severity, name and message."""
    return "".join(
        f"{rule.code}  {rule.severity!s:7}  {rule.name}: {_told(rule, language)}\n"
        for rule in rules
    )


def message(rule: Rule, language: str) -> str:
    """Give a rule's message with its words as placeholders: `“‹goal›” names no number`."""
    return _FIELDS.sub(r"‹\1›", rule_text(rule, "message", language) or "")


def _page(rule: Rule, language: str, every: Sequence[Rule]) -> str:
    say = words(language)
    severity = say(f"lint.{rule.severity}") + _asked(rule, language)
    bad, good = rule.bad(language), rule.good(language)
    found = found_in(bad, rule, every, language) if every and bad.strip() else []
    parts = [
        f"# {rule.code} {rule.name}",
        f"{severity} · {say('explain.source')}{rule_text(rule, 'source', language)}",
        rule_text(rule, "reason", language),
        *((_quoted(rule, language), advice(rule, language)) if not found else ()),
        _example(say("explain.bad"), bad),
        *_findings(found, say),
        _example(say("explain.good"), good),
        say("explain.select", code=rule.code, name=rule.name),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _findings(found: Sequence[Finding], say: Callable[..., str]) -> Iterator[str]:
    """Write what lint says of the bad example, and once each how that is mended."""
    lines = {(one.place.line, for_markdown(" ".join(one.message.split()))) for one in found}
    told = sorted(lines)
    yield "\n".join(f"- {say('explain.line', line=line)}{message}" for line, message in told)
    yield from dict.fromkeys(one.help for one in found if one.help)


def _quoted(rule: Rule, language: str) -> str | None:
    """Quote the message, unless it says nothing before it is filled."""
    text = message(rule, language)
    return None if _ONLY_FIELD.fullmatch(text) else f"> {text}"


def _told(rule: Rule, language: str) -> str:
    if _quoted(rule, language) is None:
        return " ".join((rule_text(rule, "reason", language) or "").split())
    return message(rule, language)


def _asked(rule: Rule, language: str) -> str:
    say = words(language)
    told = "" if rule.default else f" · {say('explain.off')}"
    return told if rule.fix is None else f"{told} · {say(f'explain.fix-{rule.fix}')}"


def advice(rule: Rule, language: str) -> str | None:
    """Give a rule's help, with marks for what differs by finding; None where all of it does."""
    text = rule_text(rule, "help", language)
    shown = _FIELDS.sub(r"‹\1›", text) if text else ""
    return None if _ONLY_FIELD.fullmatch(shown) else shown or None


def _example(title: str, text: str) -> str | None:
    return f"## {title}\n\n```yaml\n{text}```" if text.strip() else None


def _data(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "aliases": list(rule.aliases),
        "severity": str(rule.severity),
        "confidence": str(rule.confidence),
        "default": rule.default,
        "profile": rule.profile,
        "edition": rule.edition,
        "fix": str(rule.fix) if rule.fix is not None else None,
        "message": rule_text(rule, "message", language),
        "help": rule_text(rule, "help", language),
        "reason": rule_text(rule, "reason", language),
        "source": rule_text(rule, "source", language),
        "bad": rule.bad(language),
        "good": rule.good(language),
    }
