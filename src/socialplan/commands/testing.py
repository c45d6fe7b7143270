"""A rule held to its own examples: what it finds, what it does not find, what its fixes make."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from socialplan.finding import Safety
from socialplan.linting.examples import TODAY, completed, found_in, marked_lines, plan_of, together
from socialplan.translating import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from socialplan.finding import Finding
    from socialplan.rule import Rule

    Say = Callable[..., str]


def failures_of(rule: Rule, every: Sequence[Rule], language: str = "en") -> Iterator[str]:
    """Say where a rule and its examples, in whichever languages there are some, disagree."""
    say = words(language)
    whole = True
    for which, examples in (("bad", rule.bad_examples), ("good", rule.good_examples)):
        for spoken, text in examples.items():
            if text.strip():
                yield from _misses(rule, every, which, spoken, say)
            else:
                whole = False
                yield say("explain.no-example", rule=str(rule), which=which)
    if whole:
        yield from _unmended(rule, every, say)


def _misses(rule: Rule, every: Sequence[Rule], which: str, spoken: str, say: Say) -> Iterator[str]:
    """Hold the lines found to the lines marked: some in the bad example, none in the good one."""
    example = rule.bad(spoken) if which == "bad" else rule.good(spoken)
    found, marked = found_in(example, rule, every), marked_lines(example)
    if bool(marked) is not (which == "bad"):
        yield say(f"explain.marks-{which}", rule=str(rule))
    lines = {one.place.line for one in found}
    if lines != marked:
        told = {"found": _lines(lines), "wanted": _lines(marked)}
        yield say("explain.disagrees", rule=str(rule), which=which, **told)
    for place in (one.place for one in found):
        if (place.line, place.column) >= (place.end_line, place.end_column):
            yield say("explain.no-characters", rule=str(rule), which=which, line=place.line)


def _unmended(rule: Rule, every: Sequence[Rule], say: Say) -> Iterator[str]:
    """Hold a rule that can fix to making its good example of its bad one."""
    mended = {spoken: _mended(rule, every, rule.bad(spoken)) for spoken in rule.bad_examples}
    if any(safeties for _, safeties in mended.values()) is (rule.fix is None):
        yield say("explain.fix-missing" if rule.fix else "explain.fix-undeclared", rule=str(rule))
    if rule.fix is None:
        return
    for spoken, (after, _) in mended.items():
        is_now, wanted = after.splitlines(), completed(rule.good(spoken)).splitlines()
        pairs = enumerate(zip_longest(is_now, wanted), 1)
        other = {number for number, (now, good) in pairs if now != good}
        # What no rule can think up is left as it was; all else is as it should be.
        left = {one.place.line for one in found_in(after, rule, every)} if other else set()
        if other - left:
            yield say("explain.fix-differs", rule=str(rule), lines=_lines(other - left))


def _mended(rule: Rule, every: Sequence[Rule], example: str) -> tuple[str, set[Safety]]:
    """Make all fixes of a rule in an example; give the text and how safe they are."""
    from socialplan.fixing import mend
    from socialplan.linting import lint
    from socialplan.loading import load_plan
    from socialplan.source import read_plan

    safeties: set[Safety] = set()
    with TemporaryDirectory() as folder:
        plan = plan_of(example, Path(folder))

        def find(texts: Mapping[str, bytes]) -> list[Finding]:
            found = lint(load_plan(read_plan(plan, texts)), together(rule, every), TODAY)
            own = [one for one in found if one.code == rule.code]
            safeties.update(one.fix.safety for one in own if one.fix is not None)
            return own

        mended = mend(lambda texts: read_plan(plan, texts), find, set(Safety))
        after = mended.files[0].after if mended.files else plan.read_bytes()
    return after.decode(errors="replace"), safeties


def _lines(numbers: set[int]) -> str:
    return ", ".join(map(str, sorted(numbers))) or "–"
