"""Which posts say the same or nearly the same on accounts of different platforms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.copy.told import SHORT, moment, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from socialplan.plan import Plan
    from socialplan.rules.copy.told import Told

NEARLY = 0.8
"""The share of neighbouring letters that a text keeps when it is pasted and touched up."""

_EDGE = 10
"""Characters at both ends by which short texts are found …"""
_SHORT = 60
"""… and looked at, whatever else they share."""
_LONGEST = 2000
_TAG_OR_LINK = re.compile(r"[#＃]\S+|https?://\S+")
"""What differs from platform to platform in words that are the same."""
_SENTENCE_ENDS = re.compile(r"\n|[。！？!?]|\. ")
_HABIT = 8
"""A sentence in more texts belongs to the brand, not to a post: an address, opening hours."""


class Copied(NamedTuple):
    """A post, and one on another platform that says the same."""

    said: Told
    other: Told
    nearly: bool


def copied(plan: Plan) -> Iterator[Copied]:
    """The later post of each pair; a post to several accounts is its own other."""
    by_text: dict[str, list[Told]] = defaultdict(list)
    for posts in told(plan).values():
        for said in posts:
            if len(said.text) >= SHORT:
                by_text[said.text].append(said)
    for posts in by_text.values():
        if len(posts) > 1:
            yield from _same(posts)
    yield from _nearly_same(by_text)


def _same(posts: list[Told]) -> Iterator[Copied]:
    """Compare each with the latest before it on each platform."""
    latest: dict[str, Told] = {}
    for said in sorted(posts, key=moment):
        platform = said.one.platform
        if platform is not None:
            others = [one for slug, one in latest.items() if slug != platform]
            if others:
                yield Copied(said, max(others, key=moment), nearly=False)
            latest[platform] = said


def _nearly_same(by_text: Mapping[str, Sequence[Told]]) -> Iterator[Copied]:
    said_first = [posts[0] for posts in by_text.values()]
    texts = [_TAG_OR_LINK.sub("", text[:_LONGEST]) for text in by_text]
    for i, j in _candidates(texts):
        other, said = sorted((said_first[i], said_first[j]), key=moment)
        differ = said.one.platform and other.one.platform not in (said.one.platform, None)
        if differ and _share(texts[i], texts[j]) >= NEARLY:
            yield Copied(said, other, nearly=True)


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs that share sentences with half of their words; no text is compared with all others."""
    keys = list(map(_keys, texts))
    counted = Counter(chain.from_iterable(keys))
    with_key: dict[str, list[int]] = {key: [] for key, n in counted.items() if 1 < n <= _HABIT}
    for i, some in enumerate(keys):
        for key in some:
            if key in with_key:
                with_key[key].append(i)
    shared: dict[tuple[int, int], int] = {}
    for key, numbers in with_key.items():
        length = len(key)
        for pair in combinations(numbers, 2):
            shared[pair] = shared.get(pair, 0) + length
    for (i, j), length in shared.items():
        longer = max(len(texts[i]), len(texts[j]))
        if i != j and (length * 2 >= longer or longer <= _SHORT):
            yield i, j


def _keys(text: str) -> list[str]:
    """The sentences of a text; of a short one its ends too."""
    sentences = [one for one in map(str.strip, _SENTENCE_ENDS.split(text)) if len(one) >= _EDGE]
    if len(text) > _SHORT:
        return sentences
    return [*sentences, "^" + text[:_EDGE], "$" + text[-_EDGE:]]


def _share(text: str, other: str) -> float:
    pairs, others = _pairs(text), _pairs(other)
    return len(pairs & others) / (len(pairs | others) or 1)


def _pairs(text: str) -> set[tuple[str, str]]:
    letters = re.sub(r"[\W_]+", "", text).lower()
    return set(pairwise(letters))
