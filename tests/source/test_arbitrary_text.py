"""Whatever a file holds, reading ends, says where it struggled, and never raises."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialplan.source import Source, read_text

SEED = """\
socialplan: 1
title: "小熊 \\u1234 咖啡" # c
brand: {name: '小''熊', market: TW, x: [a, b, {c: d}]}
defaults: &d
  format: post
  at: 20:00
posts:
  - <<: *d
    id: a
    text: |
      第一行 #tag
        more
    title: a #b
  - id: b
    text: >-
      folded
      text
    tags: [ '#x', "y" ]
  - !!str foo
  - - nested
    - "multi
      line"
? k
: v
"""
ODD = st.sampled_from(
    [
        *"@#:-[]{}\"'\t\n\r |>&*!%?,`\\\x00\x1f\x7f\x85\u2028\ufeff中é~.",
        "\ud83c",
        "<<: ",
        "- ",
        "---\n",
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The seed with some of its characters replaced, removed, added or repeated."""
    text = SEED
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 1, 3, 20]))
        text = text[:at] + draw(ODD | st.just(text[at : at + 15])) + text[at + cut :]
    return text


@settings(max_examples=250)
@given(mutated())
@example("a: [x, :\n")
@example("%")
@example("a: !%ff x\nb: 1")
@example("? a\n? [b]\n: <<: *c")
@example("'")
def test_mutated_plans_are_read(text: str) -> None:
    check(read_text(text, "plan.yaml"))


@settings(max_examples=150)
@given(st.lists(ODD | st.characters(), max_size=60).map("".join))
def test_any_text_is_read(text: str) -> None:
    check(read_text(text, "plan.yaml"))


@settings(max_examples=150)
@given(st.binary(max_size=80) | mutated().map(lambda text: text.encode("utf-16", "replace")))
def test_any_bytes_are_read(content: bytes) -> None:
    check(read_text(content, "plan.yaml"))


@settings(max_examples=100)
@given(st.integers(0, len(SEED.encode()) - 1), st.binary(max_size=3))
def test_damaged_bytes_are_read(at: int, other: bytes) -> None:
    content = SEED.encode()
    check(read_text(content[:at] + other + content[at + len(other) :], "plan.yaml"))


def check(source: Source) -> None:
    """Everything that can be asked has an answer inside the text."""
    size = len(source.files[0].text)
    for mistake in source.mistakes:
        span = mistake.problem.span
        assert span is not None
        assert 0 <= span.start <= span.end <= size
        assert source.place(span).line >= 1
    for comment in source.comments():
        assert comment.text.startswith("#")
    check_value(source, source.data, (), size)


def check_value(source: Source, value: Any, path: tuple[str | int, ...], size: int) -> None:
    span = source.span(path)
    assert 0 <= span.start <= span.end <= size
    source.raw(path)
    if isinstance(value, str):
        assert value.encode() is not None  # no half of an emoji
        for i in range(len(value)):
            part = source.within(path, i, i + 1)
            assert span.start <= part.start <= part.end <= span.end
    if not isinstance(value, dict | list):
        return
    for step, child in value.items() if isinstance(value, dict) else enumerate(value):
        source.span((*path, step), on_key=True)
        check_value(source, child, (*path, step), size)
