"""The text of a goal, read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan.goal_words.amounts import Amount, amounts_in, not_counted
from socialplan.goal_words.asides import asides_in, names_in
from socialplan.goal_words.deadlines import deadlines_in
from socialplan.goal_words.meaning import Aside, Deadline, GoalText, Phrase, Quantity
from socialplan.goal_words.measures import measure, measures_in, open_list_in, several_in
from socialplan.goal_words.multiples import as_multiple, multiples_in, parts_in
from socialplan.goal_words.roles import Part, part_of
from socialplan.goal_words.statement import Statement
from socialplan.goal_words.times import Seen
from socialplan.goal_words.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from socialplan.goal_words.measures import Named

_DAY_FIRST = frozenset(("gb", "au", "nz", "ie", "in", "sg", "my", "hk", "za"))
_BETWEEN = 16
"""Characters at most between a number and the level that it is to rise to."""


def read_goal(
    statement: str, start: date | None = None, language: str = "en", own: Sequence[str] = ()
) -> GoalText:
    """Read a goal in zh-TW, zh-CN or en.

    Days are seen from the plan's `start`; the `language` decides what 3/4 means; `own` are names
    of measures that only this plan has.
    """
    if not statement.strip():
        return GoalText()
    text = Statement(statement)
    asides: list[Aside] = names_in(text)
    times = deadlines_in(text, Seen(start, language[-2:].lower() in _DAY_FIRST))
    asides += asides_in(text)
    named = measures_in(text, own)
    numbers = [*_numbers(text, named, asides), *multiples_in(text)]
    numbers.sort(key=lambda one: one[0].start)
    numbers = _with_baselines(text.text, numbers, named)
    spots = [(one.start, one.end) for one, part in numbers if part.sure and part.role != "baseline"]
    asides += [one for one in times if isinstance(one, Aside)]
    return GoalText(
        measures=tuple(measure(text, one) for one in named),
        quantities=tuple(_quantity(text, one, part) for one, part in numbers),
        asides=tuple(sorted(asides, key=lambda one: one.start)),
        deadlines=tuple(one for one in times if isinstance(one, Deadline)),
        vague=tuple(_vague_in(text, named, numbers)),
        several=tuple(measure(text, one) for one in several_in(text.text, named, spots)),
        open_list=open_list_in(text, named),
    )


def _numbers(text: Statement, named: list[Named], asides: list[Aside]) -> list[tuple[Amount, Part]]:
    kept = []
    for amount in (*amounts_in(text, named), *parts_in(text)):
        part = part_of(amount, text.text, text.clause(amount.start), named)
        spot = not_counted(amount, text, part, named)
        if spot is None:
            kept.append(as_multiple(text.text, amount, part))
        elif spot.why:
            phrase = text.phrase(spot.start, spot.end)
            asides.append(Aside(phrase.start, phrase.end, phrase.text, spot.why))
    return kept


def _with_baselines(
    text: str, numbers: list[tuple[Amount, Part]], named: list[Named]
) -> list[tuple[Amount, Part]]:
    """In 540 人增加到 830 人 the first number is where it starts, with no word to say so."""
    changed = list(numbers)
    for i, ((one, part), (other, next_part)) in enumerate(pairwise(numbers)):
        if part.marked or not next_part.marked or next_part.role != "level":
            continue
        between = range(one.end, other.start)
        near = len(between) <= _BETWEEN and not any(found.start in between for found in named)
        alike = one.unit == other.unit or not (one.unit and other.unit)
        if (
            near
            and alike
            and part.role in ("level", "absolute")
            and "," not in text[one.end : other.start]
        ):
            changed[i] = one, Part("baseline", None, sure=True, marked=False)
            changed[i + 1] = other, next_part._replace(sure=True)
    return changed


def _quantity(text: Statement, amount: Amount, part: Part) -> Quantity:
    phrase = text.phrase(amount.start, amount.end)
    return Quantity(
        phrase.start,
        phrase.end,
        phrase.text,
        _plain(amount.value),
        None if amount.upper is None else _plain(amount.upper),
        amount.unit,
        amount.counted,
        part.role,
        part.direction,
        part.sure,
    )


def _plain(value: float) -> float:
    return int(value) if value.is_integer() else value


def _vague_in(
    text: Statement, named: list[Named], numbers: list[tuple[Amount, Part]]
) -> list[Phrase]:
    """Vague words in clauses without a number."""
    found = []
    for start, end in text.clauses():
        if any(start <= amount.start < end for amount, _ in numbers):
            continue
        for met in words("vague", "words", "not").all(text.text, start, end):
            inside = any(one.start < met.end and met.start < one.end for one in named)
            if met.meaning == "words" and not inside:
                found.append(text.phrase(met.start, met.end))
    return found
