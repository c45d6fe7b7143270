"""Where something is written in a TOML file."""

from __future__ import annotations

import tomllib

import pytest

from socialplan.pinpointing import place_in

TEXT = '''\
# ignore = ["TXT"]
ignore = [
  "SMT",  # "TXT" later
  "TXT",
]
note = """
[severity]
fail-on = "x"
"""
fail-on = 'never'
'quoted key' = 1

[severity]
TXT101 = "info"

[per-file-ignores]
"drafts/*" = ["TXT", "MED"]

[[rules]]
code = "ABC001"

[[rules]]  # the second
code = "ABC002"
then = {length = {max = 3}}
'''


@pytest.mark.parametrize(
    ("keys", "value", "place"),
    [
        (("ignore",), None, (2, 1)),
        (("ignore",), "SMT", (3, 3)),
        (("fail-on",), "never", (10, 11)),
        (("fail-on",), 3, (10, 11)),
        (("quoted key",), None, (11, 1)),
        (("severity",), None, (13, 2)),
        (("severity", "TXT101"), "info", (14, 10)),
        (("per-file-ignores", "drafts/*"), "MED", (17, 22)),
        (("rules", 0, "code"), "ABC001", (20, 8)),
        (("rules", 1), None, (22, 3)),
        (("rules", 1, "code"), None, (23, 1)),
        (("rules", 1, "then", "length"), None, (24, 9)),
        (("rules", 1, "missing"), "x", (22, 3)),
        (("nothing",), None, None),
    ],
)
def test_a_place_is_that_of_the_value_else_of_what_is_around(
    keys: tuple[str | int, ...], value: object, place: tuple[int, int] | None
) -> None:
    assert place_in(TEXT, keys, value) == place


def test_what_is_no_toml_has_no_places() -> None:
    assert place_in("ignore = [", ("ignore",)) is None


def test_signs_in_texts_and_comments_begin_nothing() -> None:
    text = '''\
one = "[\\"{"  # [ {
two = \'[\'
three = """[ \\""" # { """"
four = \'\'\'[ " \\\'\'\'
last = [
  ["a", {b = "]"}],  # ]
]
found = 1
'''
    assert tomllib.loads(text)["found"] == 1
    assert place_in(text, ("found",)) == (8, 1)


def test_a_long_list_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read, loads = [], tomllib.loads

    def counted(text: str) -> dict[str, object]:
        read.append(len(text))
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", counted)
    lines = "".join(f'  "brand-{number}/**",\n' for number in range(1000))
    text = f"exclude = [\n{lines}]\nnonsense = 1\n"
    assert place_in(text, ("nonsense",)) == (1003, 1)
    assert sum(read) < 2 * len(text)
