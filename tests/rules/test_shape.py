"""What the examples of the rules of shape cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from socialplan.rules import nearest

if TYPE_CHECKING:
    from tests.rules.conftest import Said


def test_many_slips_are_told_of_quickly(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "ENOUGH", 4)
    plan = """
        personas: [{id: amelie}, {id: benedict}]
        posts:
          - {title: A, persona: amelia}
          - {title: B, persona: amelia}
          - {title: C, persona: benedikt}
          - {title: D, persona: ameli}
    """
    found = said("dangling-reference", plan)
    offered = [one.fix.edits[0].new if one.fix else None for one in found]
    assert offered == ["amelie", "amelie", "benedict", None]


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
@pytest.mark.parametrize(
    "line",
    [
        "community: {scripts: [{kind: welcome, ready: 也許}]}",
        "community: {referral: {levels: 一級}}",
        "pillars: [{id: a, share: 一半}]",
    ],
)
def test_what_is_expected_reads_as_one_sentence(said: Said, line: str, language: str) -> None:
    (found,) = said("wrong-type", f"        {line}\n", language=language)
    expected = found.message.partition("不是")[2]
    assert not (expected[0].isascii() and expected[0].isalnum())
