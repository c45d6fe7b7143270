"""Comments that allow a finding: `# socialplan: ignore[TXT101] until=2026-12-31 -- reason`.

At the end of a line it covers that line, with the text block that begins there; on a line of its
own, what begins on the next line and all that is indented below it. `file-ignore` covers the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from socialplan.finding import Fix, Mistake, Problem, Related, Rewrite, Safety, Span
from socialplan.linting.covering import block, entry_around, lines_covered
from socialplan.linting.deleting import above, without_comment, without_part
from socialplan.linting.mistyping import mistyped
from socialplan.linting.report import Allowed
from socialplan.linting.selecting import strength
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from socialplan.finding import Finding, Place
    from socialplan.rule import Rule
    from socialplan.source import Comment, Source, SourceFile

WIDE = 200
"""Lines from which on a comment is not looked up line by line."""
MARK = "socialplan"
WHOLE = "file-ignore"


class Handle(NamedTuple):
    """One code, prefix or name in the brackets, and where it stands."""

    text: str
    span: Span


@dataclass
class Suppression:
    """One comment that allows findings."""

    comment: Span
    kind: str
    file: str
    lines: range
    handles: tuple[Handle, ...]
    bare: Handle | None
    """What stands there without its brackets."""
    until: date | None
    until_written: str
    reason: str
    used: set[Handle] = field(default_factory=set)

    def covers(self, place: Place) -> bool:
        return place.file == self.file and place.line in self.lines

    def allows(self, finding: Finding, rules: dict[str, Rule]) -> Handle | None:
        """Give the handle that means a finding's rule, the most exact first."""
        rule = rules.get(finding.code)
        if rule is None:
            return None
        found = max(self.handles, key=lambda one: strength(rule, one.text), default=None)
        return found if found is not None and strength(rule, found.text) else None


class Suppressed(NamedTuple):
    """What is left to say, what is not, and what is wrong with the comments."""

    findings: list[Finding]
    allowed: list[Allowed]
    mistakes: list[Mistake]


def suppress(
    findings: Sequence[Finding],
    source: Source,
    today: date,
    ran: Sequence[Rule],
    every: Sequence[Rule],
) -> Suppressed:
    """Take out what comments allow; a comment that has expired allows nothing any more."""
    marked = [one for one in source.comments() if MARK in one.text.lower()]
    if not marked:
        return Suppressed(list(findings), [], [])
    read = [(one, _suppression(one, source)) for one in marked]
    allowing = [one for _, one in read if one is not None]
    rules = {rule.code: rule for rule in every}
    valid = _ByLine(one for one in allowing if one.until is None or one.until >= today)
    kept, hidden = [], []
    for finding in findings:
        reason = _reason_for(finding, valid.at(finding.place), rules)
        if reason is None:
            reason = _reason_for(finding, valid.at(_end_of(finding, source)), rules)
        if reason is None:
            kept.append(finding)
        else:
            hidden.append(Allowed(finding, reason))
    known = _Known(ran, every)
    missed = _Missed(kept, rules, source)
    mistakes = [said for one in allowing for said in _wrong_with(one, source, today, known, missed)]
    others = [mistyped(comment, known.means_any) for comment, one in read if one is None]
    mistakes += [Mistake("unknown-code", said) for said in others if said is not None]
    return Suppressed(kept, hidden, mistakes)


class _ByLine:
    """The comments that cover a place, in the order of the text."""

    def __init__(self, allowing: Iterable[Suppression]) -> None:
        self.narrow: dict[tuple[str, int], list[Suppression]] = {}
        self.wide: list[Suppression] = []
        for one in allowing:
            if len(one.lines) > WIDE:
                self.wide.append(one)
                continue
            for line in one.lines:
                self.narrow.setdefault((one.file, line), []).append(one)

    def at(self, place: Place | None) -> list[Suppression]:
        if place is None:
            return []
        found = self.narrow.get((place.file, place.line), [])
        wide = [one for one in self.wide if one.covers(place)]
        return sorted(found + wide, key=lambda one: one.comment.start) if wide else found


class _Missed:
    """Findings that stay, by their lines: a comment may have been meant for one further down."""

    def __init__(self, kept: Iterable[Finding], rules: dict[str, Rule], source: Source) -> None:
        self.rules = rules
        self.files = {file.name: file for file in source.files}
        self.by_line: dict[tuple[str, int], list[Finding]] = {}
        for finding in kept:
            place = finding.place
            self.by_line.setdefault((place.file, place.line), []).append(finding)

    def nearby(self, one: Suppression, handle: Handle) -> tuple[Finding, int] | None:
        """Find the first that a comment would allow if it stood above.

        Above the line that it covers, else above the entry of a list that this line, or the
        comment itself, is a part of; gives the line, too.
        """
        if one.kind.lower() == WHOLE:
            return None
        file, line = self.files[one.file], one.lines.start
        own = file.place(one.comment).line
        for first in (line, entry_around(file, line), entry_around(file, own)):
            finding = None if first is None else self._first_in(file, block(file, first), handle)
            if finding is not None and first is not None:
                return finding, first
        return None

    def _first_in(self, file: SourceFile, lines: range, handle: Handle) -> Finding | None:
        for line in lines:
            for finding in self.by_line.get((file.name, line), ()):
                rule = self.rules.get(finding.code)
                if rule is not None and strength(rule, handle.text):
                    return finding
        return None


class _Known:
    """What handles mean; many comments name the same few."""

    def __init__(self, ran: Sequence[Rule], every: Sequence[Rule]) -> None:
        self.ran = ran
        self.every = every
        self.means_any = cache(self._means_any)
        self.means_one_that_ran = cache(self._means_one_that_ran)
        self.nearest = cache(self._nearest)

    def _means_any(self, handle: str) -> bool:
        return any(strength(rule, handle) for rule in self.every)

    def _means_one_that_ran(self, handle: str) -> bool:
        return any(strength(rule, handle) for rule in self.ran)

    def _nearest(self, handle: str) -> str | None:
        """The name that was probably meant; of codes a near one is just another rule."""
        lowered = {rule.name.lower(): rule.name for rule in self.every}
        near = get_close_matches(handle.lower(), lowered, n=1)
        return lowered[near[0]] if near else None


def _reason_for(
    finding: Finding, allowing: Iterable[Suppression], rules: dict[str, Rule]
) -> str | None:
    """Give the reason of the comments that allow a finding, perhaps empty; None if none does."""
    reason = None
    for one in allowing:
        handle = one.allows(finding, rules)
        if handle is not None:
            one.used.add(handle)
            reason = reason or one.reason
    return reason


def _end_of(finding: Finding, source: Source) -> Place | None:
    """Give the last line of a quoted or plain text of several: only there can a comment stand."""
    if source.raw(finding.path) is None:
        return None
    span = source.span(finding.path)
    return source.place(span._replace(start=span.end))


@cache
def _pattern() -> re.Pattern[str]:
    """Match a comment as it is meant, full-width signs of an input method among them."""
    return re.compile(
        r"#\s*socialplan\s*[:：]\s*(?P<kind>file-ignore|ignore)\b(?!-(?:file|line|next))"
        r"\s*(?:[\[［【](?P<rules>[^\]］】]*)[\]］】]|(?P<bare>[a-z][\w-]*)(?=\s|$))?"
        r"\s*(?:until\s*[=＝:：]?\s*(?P<until>[^\s—–]+))?"
        r"\s*(?:(?:-+|[—–―]+)\s*(?P<reason>.*))?",
        re.IGNORECASE,
    )


def _suppression(comment: Comment, source: Source) -> Suppression | None:
    found = _pattern().search(comment.text)
    if found is None:
        return None
    file = source.file_of(comment.span.start)
    start = comment.span.start
    return Suppression(
        comment=comment.span._replace(start=start + found.start()),
        kind=found["kind"],
        file=file.name,
        lines=lines_covered(file, comment, whole=found["kind"].lower() == WHOLE),
        handles=tuple(_handles(found, start)),
        bare=_handle(found["bare"], start + found.start("bare")) if found["bare"] else None,
        until=_day(found["until"]),
        until_written=found["until"] or "",
        reason=(found["reason"] or "").strip(),
    )


def _handles(found: re.Match[str], base: int) -> Iterator[Handle]:
    if found["rules"] is None:
        return
    start = base + found.start("rules")
    for one in re.finditer(r"[^,，、;；\s]+", found["rules"]):
        yield _handle(one[0], start + one.start())


def _handle(text: str, start: int) -> Handle:
    return Handle(text, Span(start, start + len(text)))


def _day(text: str | None) -> date | None:
    """Read `until`, also as 2026/12/31 or 115年12月31日; no day at all has always gone by."""
    if text is None:
        return None
    written = re.split("[-/.年月]", text.removeprefix("民國").removesuffix("日"))
    try:
        year, month, day = map(int, written)
        if year < 1000:  # counted as in Taiwan, where 100 was 2011; of 26 nobody knows what it is
            year = year + 1911 if year >= 100 else 0
        return date(year, month, day)
    except ValueError:
        return date.min


def _wrong_with(
    one: Suppression, source: Source, today: date, known: _Known, missed: _Missed
) -> Iterator[Mistake]:
    ran = any(known.means_one_that_ran(handle.text) for handle in one.handles)
    if not one.reason and (one.used or not ran):
        yield Mistake("reason-missing", Problem((), {}, span=one.comment))
    if one.until is not None and one.until < today:
        no_day = Phrase("no-such-day", {"written": one.until_written})
        words = {"until": no_day if one.until == date.min else one.until}
        # Deleting it deletes the reason, too: whether it still holds is for a person to say.
        gone = without_comment(source, one.comment)._replace(safety=Safety.UNSAFE)
        fix = None if one.until == date.min else gone
        yield Mistake("expired-suppression", Problem((), words, span=one.comment, fix=fix))
        return
    if not one.handles:
        yield Mistake("unknown-code", _nothing_named(one, known))
    for place, handle in enumerate(one.handles):
        if not known.means_any(handle.text):
            meant = known.nearest(handle.text)
            fix = Fix((Rewrite(handle.span, meant),), Safety.UNSAFE) if meant else None
            unknown = {"code": handle.text, "why": Phrase("waiver-unknown", {})}
            said = Problem((), unknown, handle.span, suggestion=meant, fix=fix)
            yield Mistake("unknown-code", said)
        elif handle not in one.used and known.means_one_that_ran(handle.text):
            nearby = missed.nearby(one, handle)
            if nearby is not None:
                said = _to_be_above(one, handle, source, *nearby)
                yield Mistake("misplaced-suppression", said)
                continue
            spans = [other.span for other in one.handles]
            fix = without_part(source, one.comment, spans, place)
            said = Problem((), {"code": handle.text}, handle.span, fix=fix)
            yield Mistake("unused-suppression", said)


def _to_be_above(
    one: Suppression, handle: Handle, source: Source, meant: Finding, first: int
) -> Problem:
    """Say that a comment stands inside of what it is meant for, which begins on the first line."""
    words = {"code": handle.text, "line": meant.place.line, "first": first}
    related = (Related("found-here", meant.path),)
    fix = above(source, one.comment, first) if len(one.handles) == 1 else None
    return Problem((), words, handle.span, related=related, fix=fix)


def _nothing_named(one: Suppression, known: _Known) -> Problem:
    """Say that a comment names no rule in brackets; a name without them is as good as meant."""
    bare = one.bare
    if bare is None:
        words = {"code": one.kind, "why": Phrase("waiver-of-nothing", {})}
        return Problem((), words, span=one.comment)
    words = {"code": bare.text, "why": Phrase("waiver-without-brackets", {})}
    if not known.means_any(bare.text):
        return Problem((), words | {"why": Phrase("waiver-unknown", {})}, span=bare.span)
    meant = f"[{bare.text}]"
    fix = Fix((Rewrite(bare.span, meant),), Safety.UNSAFE)
    return Problem((), words, span=bare.span, suggestion=meant, fix=fix)
