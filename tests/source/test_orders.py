"""Places of values are found in large mappings and in small ones alike, and quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplan.source import read_text
from socialplan.source.orders import FEW
from socialplan.source.spots import path_at

if TYPE_CHECKING:
    from socialplan.source import Source


def large(keys: int) -> Source:
    lines = [f"  k{i}: [{i}, {{inner: '{i}'}}]\n" for i in range(keys)]
    return read_text("first: &a {x: 1}\nhashtag_sets:\n" + "".join(lines) + "last: *a\n", "-")


@settings(max_examples=60)
@given(st.integers(0, 4000))
def test_a_large_mapping_is_searched_as_a_small_one(offset: int) -> None:
    source = large(FEW + 40)
    assert source.path_at(offset) == path_at(source.data, source.spots, offset)


@pytest.mark.parametrize("keys", [FEW - 1, FEW, FEW + 1, 500])
def test_every_key_leads_to_its_place_and_back(keys: int) -> None:
    source = large(keys)
    for i in (0, 1, keys - 2, keys - 1):
        path = ("hashtag_sets", f"k{i}", 1, "inner")
        span = source.span(path)
        assert source.text(span) == f"'{i}'"
        assert source.path_at(span.start) == path


def test_thousands_of_mistakes_know_their_paths() -> None:
    posts = "".join(f"  - {{title: a{i}, title: b}}\n" for i in range(3000))
    found = read_text(f"posts:\n{posts}", "-").mistakes
    assert [one.problem.path for one in found] == [("posts", i, "title") for i in range(3000)]
