"""What part a number has in its sentence: the level to reach, a change, or where it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.goal_words.vocabulary import back, words

if TYPE_CHECKING:
    from socialplan.goal_words.amounts import Amount
    from socialplan.goal_words.meaning import Direction, Role
    from socialplan.goal_words.measures import Named

_CHANGES: dict[str, Role] = {
    "percent": "relative",
    "points": "points",
    "times": "multiple",
}
_JOINTS = frozenset(("", "的", ":", "位", "個", "个", "名", "為", "为", "new", "total"))
"""What may stand between a measure and its number."""


class Part(NamedTuple):
    """The part of a number, and how surely the text says it."""

    role: Role
    direction: Direction | None
    sure: bool
    marked: bool
    """Whether words such as 到, to or by stand right before it."""


def part_of(amount: Amount, text: str, clause: tuple[int, int], measures: list[Named]) -> Part:
    """Judge a number by the words around it."""
    before = _over_approximations(text, amount.start, clause[0])
    level, start, change = (
        _ends_in(entry, text, before, clause) for entry in ("level", "from", "by")
    )
    verb = _last_verb(text, clause[0], before)
    direction = _direction(text, amount.end, verb)
    if start and not level:
        return Part("baseline", None, sure=True, marked=True)
    if level and amount.counted != "points":
        sure = bool(verb) or _is_about(clause, measures)
        placed = amount.is_place and not verb
        role: Role = "multiple" if amount.counted == "times" else "level"
        return Part(role, direction, sure and not placed, marked=True)
    more = words("changes", "more", "less").after(text, amount.end)
    if verb or more or (change and not amount.is_bare) or amount.counted in ("points", "times"):
        role = _CHANGES.get(amount.counted, "absolute")
        if more and verb is None:
            direction = "up" if more.meaning == "more" else "down"
        if amount.counted == "times" and change:  # 多一倍, 增加了一倍: by, not to
            return Part(role, direction or "up", sure=True, marked=False)
        return Part(role, direction, not amount.is_place, marked=bool(change))
    sure = _touches(amount, before, text, clause, measures)
    return Part("level", direction, sure, marked=False)


def _over_approximations(text: str, end: int, start: int) -> int:
    """Step back over 約, at least, more than; but not into 不超過."""
    while end > start:
        met = words("changes", "approximately", "level").before(text, end)
        if met is None or met.meaning == "level" or met.start < start:
            break
        end = met.start
    return end


def _ends_in(entry: str, text: str, end: int, clause: tuple[int, int]) -> bool:
    # A colon after 目標 or “target” changes nothing.
    end = back(text, end)
    end = end - 1 if text[end - 1 : end] == ":" else end
    met = words("changes", entry).before(text, end)
    return met is not None and met.start >= clause[0]


def _last_verb(text: str, start: int, end: int) -> Direction | None:
    found: Direction | None = None
    for met in words("changes", "up", "down").all(text, start, end):
        found = "up" if met.meaning == "up" else "down"
    return found


def _direction(text: str, end: int, verb: Direction | None) -> Direction | None:
    bound = words("changes", "above", "under").after(text, end)
    if bound is None:
        return verb
    return "down" if bound.meaning == "under" else verb or "up"


def _is_about(clause: tuple[int, int], measures: list[Named]) -> bool:
    return any(clause[0] <= one.start < clause[1] for one in measures)


def _touches(
    amount: Amount, before: int, text: str, clause: tuple[int, int], measures: list[Named]
) -> bool:
    """Whether a measure stands right beside the number: 600 friends, 48 人報名, 互動率 5%."""
    for one in measures:
        if one.weak or not clause[0] <= one.start < clause[1]:
            continue
        if one.start >= amount.end and text[amount.end : one.start].strip() in _JOINTS:
            return True
        if one.end <= before and text[one.end : before].strip() in _JOINTS:
            return True
    return False
