"""What people type, shown on a terminal."""

from __future__ import annotations

import pytest

from socialplan.escaping import lines_for_terminal, page_for_terminal


@pytest.mark.parametrize(
    ("typed", "lines", "page"),
    [
        ("a\nb", "a\nb", "a\nb"),
        ("a\n", "a", "a\n"),
        ("a\r\nb", "a\nb", "a \nb"),
        ("| a\rb | c\u2028d |", "| a\nb | c\nd |", "| a b | c d |"),
        ("a\x1b[2Jb\x0bc", "a<U+001B>[2Jb\nc", "a<U+001B>[2Jb<U+000B>c"),
        ("", "", ""),
    ],
)
def test_a_row_of_a_page_stays_one_line(typed: str, lines: str, page: str) -> None:
    assert lines_for_terminal(typed) == lines
    assert page_for_terminal(typed) == page
