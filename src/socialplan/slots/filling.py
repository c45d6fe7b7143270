"""Which post fills which slot: the nearest of its account and format on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from socialplan.plan.publications import Publication
    from socialplan.slots.slot import Slot

    Key = tuple[str | None, str | None, date]

CROWDED = 10_000
"""Pairs on one day above which they are matched in order of time, without weighing them all."""


class Pair(NamedTuple):
    """A slot, by its number in the list of slots, and what fills it."""

    slot: int
    publication: Publication


def fill(slots: Sequence[Slot], publications: Iterable[Publication]) -> Iterator[Pair]:
    """Match slots and publications one to one; cancelled ones and ideas fill nothing."""
    places: dict[Key, list[int]] = {}
    for number, slot in enumerate(slots):
        places.setdefault((slot.account, slot.format, slot.at.date()), []).append(number)
    waiting = _by_day(publications)
    rest: dict[Key, list[Publication]] = {}
    for key, some in waiting.items():
        numbers = places.get(key, ())
        if len(numbers) == 1 == len(some):  # as nearly always
            yield Pair(numbers[0], some[0])
            continue
        account, _, day = key
        taken = set()
        for pair in _match(numbers, some, slots):
            taken.add(pair.publication)
            yield pair
        left = [one for one in some if one not in taken]
        if left and (account, None, day) in places:
            rest.setdefault((account, None, day), []).extend(left)
    for key, some in rest.items():  # a cadence without a format takes any
        yield from _match(places[key], some, slots)


def _by_day(publications: Iterable[Publication]) -> dict[Key, list[Publication]]:
    found: dict[Key, list[Publication]] = {}
    for one in publications:
        if one.at is not None and one.status != "cancelled":
            found.setdefault((one.account_id, one.format, one.at.date()), []).append(one)
    return found


def _match(
    numbers: Sequence[int], some: Sequence[Publication], slots: Sequence[Slot]
) -> Iterator[Pair]:
    places = sorted(numbers, key=lambda number: slots[number].at)
    posts = sorted(some, key=_time)
    for place, post in pair_up([slots[n].at for n in places], [_time(one) for one in posts]):
        yield Pair(places[place], posts[post])


def _time(publication: Publication) -> Any:
    return publication.at


def pair_up(slots: Sequence[datetime], posts: Sequence[datetime]) -> list[tuple[int, int]]:
    """Pair sorted times so that the differences are the least in all; of equals, the earlier."""
    if len(slots) < len(posts):
        return [(slot, post) for post, slot in pair_up(posts, slots)]
    if len(slots) * len(posts) > CROWDED:
        return [(i, i) for i in range(len(posts))]
    # least[i][j]: the differences of the first i posts, each in one of the first j slots.
    seconds = [[abs((slot - post).total_seconds()) for slot in slots] for post in posts]
    least = [[0.0] * (len(slots) + 1)]
    for i, row in enumerate(seconds):
        line = [float("inf")]
        for j, apart in enumerate(row):
            line.append(min(line[j], least[i][j] + apart))
        least.append(line)
    return _trace(least, len(slots))


def _trace(least: list[list[float]], end: int) -> list[tuple[int, int]]:
    pairs = []
    for i in range(len(least) - 1, 0, -1):
        while least[i][end - 1] <= least[i][end]:  # as good without this slot: the earlier one
            end -= 1
        end -= 1
        pairs.append((end, i - 1))
    return pairs[::-1]
