"""Fixes: just the characters at fault change, and only where reading again bears them out."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplan.finding import Fix as Wanted
from socialplan.finding import Problem, RenameKey, ReplaceText, Safety, SetValue
from socialplan.fixing import Changed, MeanwhileChanged, Mended, diff, mend, preview, save
from socialplan.fixing.comparing import LineComparison
from socialplan.linting import lint
from socialplan.linting.saying import finding_of
from socialplan.loading import load_plan
from socialplan.rules import all_rules
from socialplan.source import read_plan, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from socialplan.finding import Change, Finding

    Texts = Mapping[str, bytes]

TODAY = date(2026, 11, 21)
RULES = all_rules()
NAMED = {rule.name: rule for rule in RULES}
EVERY = frozenset(Safety)
TOP = "socialplan: 1\ntitle: Example\nbrand: {name: Bear, market: TW}\n"


def mended(path: Path, *names: str, allowed: frozenset[Safety] = EVERY) -> Mended:
    """What the fixes of some rules, or of all, make of a plan."""
    rules = [NAMED[name] for name in names] or RULES

    def find(texts: Texts) -> list[Finding]:
        return lint(load_plan(read_plan(path, texts)), rules, TODAY)

    return mend(lambda texts: read_plan(path, texts), find, allowed)


def fixed(folder: Path, text: str | bytes, *names: str, safe: bool = False) -> str:
    """The plan's text after the fixes."""
    path = folder / "socialplan.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    files = mended(path, *names, allowed=frozenset({Safety.SAFE}) if safe else EVERY).files
    return (files[0].after if files else path.read_bytes()).decode()


def changed(folder: Path, text: str, *changes: Change) -> str:
    """The plan's text after changes as rules ask for them."""
    path = folder / "plan.yaml"
    path.write_bytes(text.encode())
    done: list[int] = []

    def find(texts: Texts) -> list[Finding]:
        if done:
            return []
        done.append(1)
        loaded = load_plan(read_plan(path, texts))
        said = [Problem((), {}, fix=Wanted((change,))) for change in changes]
        return [finding_of(NAMED["reason-missing"], one, loaded, "en") for one in said]

    files = mend(lambda texts: read_plan(path, texts), find, EVERY).files
    return files[0].after.decode() if files else text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text: coffee and cake # why\n", "text: tea and cake # why\n"),
        ("text: 'it''s coffee'\n", "text: 'it''s tea'\n"),
        ('text: "a \\u4e00 coffee\\n"\n', 'text: "a \\u4e00 tea\\n"\n'),
        ("text: |\n  one\n    coffee\n\n  last\n", "text: |\n  one\n    tea\n\n  last\n"),
        ("text: |4-\n      coffee\n", "text: |4-\n      tea\n"),
        ("text: | # why\n  coffee\n", "text: | # why\n  tea\n"),
        ("text: >-\n  one\n  coffee\n\n  last\n", "text: >-\n  one\n  tea\n\n  last\n"),
        ("text: one\n  coffee  # no\n", "text: one\n  tea  # no\n"),
        ('text: "one\n  coffee \\\n  two"\n', 'text: "one\n  tea \\\n  two"\n'),
        ("{text: [coffee], b: coffee}\n", "{text: [tea], b: coffee}\n"),
        ("text: &a !!str coffee\n", "text: &a !!str tea\n"),
        ("text: 喝 coffee 吧 # 註解\n", "text: 喝 tea 吧 # 註解\n"),
        ("text: 🧋🇹🇼 coffee\n", "text: 🧋🇹🇼 tea\n"),
        ("a: 1\r\ntext: |\r\n  one\r\n  coffee\r\n", "a: 1\r\ntext: |\r\n  one\r\n  tea\r\n"),
        ("a: 1  \ntext: coffee", "a: 1  \ntext: tea"),
    ],
)
def test_one_word_changes_and_everything_around_it_stays(
    tmp_path: Path, before: str, after: str
) -> None:
    value = read_text(before, "").value(("text",))
    text, path = (value[0], ("text", 0)) if isinstance(value, list) else (value, ("text",))
    at = text.index("coffee")
    assert changed(tmp_path, before, ReplaceText(path, at, at + 6, "tea", "coffee")) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("k: a # c\n", "b", "k: b # c\n"),
        ("k: a\n", "b: c", 'k: "b: c"\n'),
        ("k: a\n", "#b", 'k: "#b"\n'),
        ("k: a\n", '"b" # c', "k: '\"b\" # c'\n"),
        ("k: a\n", "20:00", 'k: "20:00"\n'),
        ("k: a\n", "on", 'k: "on"\n'),
        ("k: a\n", "12", 'k: "12"\n'),
        ("k: a\n", "", 'k: ""\n'),
        ("k: a\n", " b ", 'k: " b "\n'),
        ("k: a\n", "b\nc", 'k: "b\\nc"\n'),
        ("k: 'a'\n", "b's", "k: 'b''s'\n"),
        ('k: "a"\n', "b\\", 'k: "b\\\\"\n'),
        ("{k: a}\n", "b, c", '{k: "b, c"}\n'),
        ("k: '1,000'\n", 1000, "k: 1000\n"),
        ("k: x\n", True, "k: true\n"),
        ("k: x\n", None, "k: null\n"),
        ("k:\n", "b", "k: b\n"),
        ("k: # c\n", "b", "k: b # c\n"),
    ],
)
def test_a_value_is_written_in_the_style_that_stands_there(
    tmp_path: Path, before: str, value: Any, after: str
) -> None:
    assert changed(tmp_path, before, SetValue(("k",), value)) == after


CLOCKS = {
    "accounts: [{id: a, cadence: [{days: wed, at: 20.30}]}]": 'at: "20:30"}',
    "accounts: [{id: a, cadence: [{days: wed, at: '20.00'}]}]": "at: '20:00'}",
    "posts: [{title: A, at: 2026/12/1 8.30}]": "at: 2026-12-01 08:30}",
    "goals: [{statement: A, due: 2026.12.01}]": "due: 2026-12-01}",
}


@pytest.mark.parametrize("text", CLOCKS)
def test_a_time_with_a_dot_gets_its_colon(tmp_path: Path, text: str) -> None:
    assert CLOCKS[text] in fixed(tmp_path, TOP + text + "\n", "wrong-type", safe=True)


@pytest.mark.parametrize(
    "text",
    [
        "accounts: [{id: a, cadence: [{days: wed, at: 20.5}]}]",
        "accounts: [{id: a, cadence: [{days: wed, at: 24:00}]}]",
        "accounts: [{id: a, cadence: [{days: wed, at: 25.30}]}]",
        "goals: [{statement: A, due: 2026-12-01 24:00}]",
        "workflow: {approval: yes}",
        "incluude: posts.yaml",
    ],
)
def test_no_fix_is_offered_that_would_not_help(tmp_path: Path, text: str) -> None:
    source = read_text(TOP + text, "plan.yaml", tmp_path)
    assert [one.fix for one in lint(load_plan(source), RULES, TODAY) if one.fix] == []


LISTS = {
    "accounts: [{id: a, cadence: [{days: 'wed, fri'}]}]": "days: ['wed', 'fri']",
    "accounts: [{id: a, cadence: [{days: wed fri}]}]": "days: [wed, fri]",
    "team: [{id: amy}, {id: bob}]\naccounts: [{id: a, staff: amy、bob}]  # both": (
        "staff: [amy, bob]}]  # both"
    ),
    "posts:\n  - account: a\n    hashtags: '#a #b'\naccounts: [{id: a, platform: threads}]": (
        "hashtags: ['a', 'b']\n"
    ),
}


@pytest.mark.parametrize("text", LISTS)
def test_one_text_in_place_of_a_list_becomes_the_list(tmp_path: Path, text: str) -> None:
    assert LISTS[text] in fixed(tmp_path, TOP + text + "\n", safe=True)


@pytest.mark.parametrize(
    "text",
    [
        "accounts: [{id: a, cadence: [{days: 週一三五}]}]",
        "accounts: [{id: a, platform: threads}]\nposts: [{account: a, hashtags: '#小 熊 #b'}]",
    ],
)
def test_a_list_that_is_a_guess_waits_for_a_look(tmp_path: Path, text: str) -> None:
    names = "wrong-type", "hashtag-shape"
    assert fixed(tmp_path, TOP + text, *names, safe=True) == TOP + text
    assert fixed(tmp_path, TOP + text, *names) != TOP + text


@pytest.mark.parametrize(
    "text",
    [
        "team: [{id: amy}]\naccounts: [{id: a, staff: 'amy, bob'}]",
        "team: [{id: amy}, {id: bob}]\nposts: [{account: a, author: 'amy, bob'}]",
        "team: [{id: amy}, {id: bob}]\naccounts: [{id: a, staff: ['amy, bob']}]",
        "reviews: {every: month, day: 'wed, fri'}",
    ],
)
def test_no_list_is_made_where_none_is_wanted_or_a_name_is_unknown(
    tmp_path: Path, text: str
) -> None:
    assert fixed(tmp_path, TOP + text, "wrong-type", "dangling-reference") == TOP + text


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("old: a # c\n", "new", "new: a # c\n"),
        ("'old' : a\n", "new", "'new' : a\n"),
        ("old: a\n", "#on", '"#on": a\n'),
        ("{old: a}\n", "a,b", '{"a,b": a}\n'),
        ("old: a\nnew: b\n", "new", "old: a\nnew: b\n"),
    ],
)
def test_a_key_gets_another_name(tmp_path: Path, before: str, key: str, after: str) -> None:
    assert changed(tmp_path, before, RenameKey(("old",), key)) == after


def test_a_value_that_an_alias_repeats_elsewhere_is_left_alone(tmp_path: Path) -> None:
    text = "a: &here one\nb: *here\n"
    assert changed(tmp_path, text, SetValue(("a",), "two")) == text
    assert changed(tmp_path, text, SetValue(("b",), "two")) == "a: &here one\nb: two\n"


def test_a_value_that_an_alias_repeats_changes_where_both_are_to_change(tmp_path: Path) -> None:
    both = SetValue(("a",), "two"), SetValue(("b", "k"), "two")
    assert changed(tmp_path, "a: &here one\nb: {k: *here}\n", both[0]) == (
        "a: &here one\nb: {k: *here}\n"
    )
    slips = TOP + "accounts:\n  - &a {id: x, platfrom: instagram}\n  - {<<: *a, id: y}\n"
    assert fixed(tmp_path, slips, "unknown-key") == slips.replace("platfrom", "platform")


def test_of_two_fixes_that_contradict_each_other_the_first_is_made(tmp_path: Path) -> None:
    changes = SetValue(("k",), "b"), SetValue(("k",), "c")
    assert changed(tmp_path, "k: a\n", *changes) == "k: b\n"


def test_two_keys_that_would_become_one_do_not(tmp_path: Path) -> None:
    text = TOP + "posts:\n  - {titel: A, tittle: B, account: x}\n"
    after = fixed(tmp_path, text, "unknown-key")
    assert after == text.replace("titel", "title")


def test_a_fix_that_spoils_the_plan_does_not_keep_back_the_others(tmp_path: Path) -> None:
    text = "a: one\nb: &x two\nc: *x\nd: four\n"
    wanted = [SetValue((key,), "new") for key in "abd"]
    assert changed(tmp_path, text, *wanted) == "a: new\nb: &x two\nc: *x\nd: new\n"


def test_what_one_fix_of_every_post_spoils_keeps_back_no_other(tmp_path: Path) -> None:
    lines = (
        "  - titel: A # a title",
        "    at: 2026/11/2 20:00",
        "    assets: [{file: a.jpg, width: &w0 '1,200'}]",
        "    note: *w0",
        "    staus: idea\n",
    )
    posts = ("\n".join(lines).replace("w0", f"w{number}") for number in range(300))
    text = TOP + "posts:\n" + "".join(posts)
    after = text.replace("titel", "title").replace("2026/11/2 ", "2026-11-02 ")
    assert fixed(tmp_path, text, "unknown-key", "wrong-type") == after.replace("staus", "status")


def test_pairs_of_keys_that_would_become_one_keep_back_no_other(tmp_path: Path) -> None:
    text = TOP + "posts:\n" + "  - {titel: A, tittle: B, staus: idea}\n" * 300
    after = text.replace("titel", "title").replace("staus", "status")
    assert fixed(tmp_path, text, "unknown-key") == after


def test_byte_order_mark_line_ends_and_a_missing_last_one_stay(tmp_path: Path) -> None:
    text = TOP + "posts:\n  - titel: A   \n    account: x"
    marked = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    path = tmp_path / "socialplan.yaml"
    path.write_bytes(marked)
    [file] = mended(path, "unknown-key").files
    assert file.after == marked.replace(b"titel", b"title")


def test_what_is_no_utf_8_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "socialplan.yaml"
    path.write_bytes((TOP + "titel: 小熊\n").encode("big5"))
    assert mended(path).files == []


def test_fixes_reach_included_files(tmp_path: Path) -> None:
    path = tmp_path / "socialplan.yaml"
    path.write_text(TOP + "include: [posts/*.yaml]\n")
    (tmp_path / "posts").mkdir()
    for name in "ab":
        (tmp_path / "posts" / f"{name}.yaml").write_text(f"posts:\n  - titel: {name} # here\n")
    files = mended(path, "unknown-key").files
    assert [(Path(one.name).name, one.after) for one in files] == [
        ("a.yaml", b"posts:\n  - title: a # here\n"),
        ("b.yaml", b"posts:\n  - title: b # here\n"),
    ]


def test_only_what_is_allowed_is_fixed_and_the_rest_is_counted(tmp_path: Path) -> None:
    text = TOP + "posts:\n  - {titel: A, account: x, status: aproved}\n"
    assert fixed(tmp_path, text, safe=True) == text.replace("titel", "title")
    path = tmp_path / "socialplan.yaml"
    assert mended(path, "unknown-value", allowed=frozenset({Safety.SAFE})).unsafe == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: a # socialplan: ignore[TXT101] -- x\n", "title: a\n"),
        ("# socialplan: ignore[TXT101, SCH101] -- x\ntitle: a\n", "title: a\n"),
        (
            "title: a\r\n  # socialplan: ignore[TXT101] -- x  \r\nposts:\r\n",
            "title: a\r\nposts:\r\n",
        ),
        ("title: a # socialplan: ignore[TXT101] -- x", "title: a"),
    ],
)
def test_comments_that_allow_nothing_go(tmp_path: Path, before: str, after: str) -> None:
    rest = "socialplan: 1\nbrand: {name: Bear, market: TW}\n"
    assert fixed(tmp_path, rest + before).startswith(rest + after)


def test_a_comment_keeps_what_it_still_allows(tmp_path: Path) -> None:
    text = TOP + "posts:\n  # socialplan: ignore[TXT101, PLN203, SCH101] -- later\n  - account: x\n"
    after = fixed(tmp_path, text, safe=True)
    assert after == text.replace("TXT101, PLN203, SCH101", "PLN203")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: New: latte\n", 'title: "New: latte"\n'),
        ("title: *bold* words\n", 'title: "*bold* words"\n'),
        ("title: @bear\n", 'title: "@bear"\n'),
        ("title: [new] latte # c\n", 'title: "[new] latte" # c\n'),
    ],
)
def test_what_is_no_yaml_is_put_in_quotes(tmp_path: Path, before: str, after: str) -> None:
    rest = "socialplan: 1\nbrand: {name: Bear, market: TW}\n"
    assert fixed(tmp_path, rest + before, "invalid-yaml", "unquoted-hash-or-at") == rest + after


def test_a_fix_that_would_bring_back_what_could_not_be_read_is_not_made(tmp_path: Path) -> None:
    text = TOP + 'posts:\n  - text: |\n      小 :"\n    account: a\n  - title: New: latte\n'
    assert fixed(tmp_path, text, "invalid-yaml") == text


def test_invisible_characters_go_from_values_keys_and_comments(tmp_path: Path) -> None:
    text = TOP + 'posts:\n  - ti\u200btle: "a\u200b\u200bb" # \ufeffc\n    account: x\n'
    after = fixed(tmp_path, text, "invisible-characters", safe=True)
    assert after == text.replace("\u200b", "").replace("\ufeff", "")


def test_a_repeated_key_goes_with_its_whole_block(tmp_path: Path) -> None:
    text = TOP + "posts:\n  - title: A\n    hashtags:\n    - a\n    hashtags:\n    - a\n\n    # c\n"
    after = fixed(tmp_path, text, "duplicate-key", safe=True)
    assert after == text.replace("    hashtags:\n    - a\n", "", 1)


def test_a_repeated_key_with_another_value_only_goes_when_somebody_has_looked(
    tmp_path: Path,
) -> None:
    text = TOP + "market: a\nmarket: b\n"
    assert fixed(tmp_path, text, "duplicate-key", safe=True) == text
    assert fixed(tmp_path, text, "duplicate-key") == TOP + "market: a\n"


def test_a_wrong_shape_is_only_mended_safely_where_no_word_is_lost(tmp_path: Path) -> None:
    text = (
        TOP
        + "goals:\n  - {id: a, due: 2027/3/31, target: １２}\n  - {id: b, due: 2027/3/31 or so}\n"
    )
    after = fixed(tmp_path, text, "wrong-type", safe=True)
    assert after == text.replace("2027/3/31,", "2027-03-31,").replace("１２", "12")


def test_a_fix_that_does_not_help_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("k: a\n")

    def find(texts: Texts) -> list[Finding]:
        said = Problem(("k",), {}, fix=Wanted((SetValue(("k",), "b"),)))
        return [finding_of(NAMED["reason-missing"], said, load_plan(read_plan(path, texts)), "en")]

    assert mend(lambda texts: read_plan(path, texts), find, EVERY).fixes == 1


def test_many_slips_at_one_place_are_mended_round_by_round(tmp_path: Path) -> None:
    text = TOP + "posts:\n  - title: a" + "\u200b" * 1200 + "b\n    account: x\n"
    assert fixed(tmp_path, text, "invisible-characters") == text.replace("\u200b", "")


def test_fixes_that_undo_each_other_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("k: 0\n")

    def find(texts: Texts) -> list[Finding]:
        source = read_plan(path, texts)
        value = source.value(("k",)) + 1
        said = Problem(("k",), {}, fix=Wanted((SetValue(("k",), value),)))
        return [finding_of(NAMED["reason-missing"], said, load_plan(source), "en")]

    assert mend(lambda texts: read_plan(path, texts), find, EVERY).fixes == 20


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"somebody else's\n")
    with pytest.raises(MeanwhileChanged):
        save([Changed("plan.yaml", path, b"old\n", b"new\n")])
    assert path.read_bytes() == b"somebody else's\n"


def test_the_preview_shows_the_lines_that_change() -> None:
    source = read_text(TOP + "market: a\nmarket: a\nposts: []\n", "plan.yaml")
    found = lint(load_plan(source), [NAMED["duplicate-key"]], TODAY)
    assert found[0].fix is not None
    assert found[0].fix.title == "Delete “market: a”"
    lines = preview(found[0].fix, source.line_text)
    assert [tuple(line) for line in lines] == [("-", 5, "market: a")]


def test_a_diff_can_be_patched_in(tmp_path: Path, needs: Callable[[str], str]) -> None:
    path = tmp_path / "socialplan.yaml"
    text = "\ufeff" + TOP + "posts:\n  - titel: 小熊   \n    status: Idea"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    [file] = mended(path).files
    shown = diff([file._replace(name="socialplan.yaml")])
    subprocess.run(
        [needs("patch"), "--binary", "-p0"],
        input=shown.encode(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert path.read_bytes() == file.after


@settings(max_examples=200)
@given(st.lists(st.sampled_from("abcde\n"), max_size=15), st.lists(st.sampled_from("abcd\n")))
def test_lines_are_told_apart(old: list[str], new: list[str]) -> None:
    compared = LineComparison(old, new).get_opcodes()
    made = [line for _, _, _, start, end in compared for line in new[start:end]]
    kept = [(old[a:b], new[c:d]) for tag, a, b, c, d in compared if tag == "equal"]
    assert made == new
    assert all(some == others for some, others in kept)


# What follows makes up plans.

WORDS = st.text(
    st.sampled_from("ab 小熊，。🧋#:'\"\\-?&*!|>%@`{}[],1"), min_size=1, max_size=12
).filter(lambda text: text == text.strip())
SLIPS = st.sampled_from(
    [
        ("titel: Open", "title: Open"),
        ("'hashtag' : [a]", "'hashtags' : [a]"),
        ("at: 2026/11/25 20:00 # 時間", "at: 2026-11-25 20:00 # 時間"),
        ("status: Idea", "status: idea"),
        ("title: Opening\u200b day", "title: Opening day"),
        ("title: a # socialplan: ignore[TXT101] -- why", "title: a"),
    ]
)


def quiet(words: str, style: str) -> list[str]:
    """Lines of a post that say some words in a style, and with which nothing is wrong."""
    if style == "block":
        return ["text: |", "  " + words, "", "    小 " + words]
    written = json.dumps(words, ensure_ascii=False) if style == '"' else words.replace("'", "''")
    return [f"text: {written}" if style == '"' else f"text: '{written}'"]


POSTS = st.lists(
    st.tuples(SLIPS, WORDS, st.sampled_from(["'", '"', "block"]), st.booleans(), st.booleans()),
    min_size=1,
    max_size=5,
)


@settings(max_examples=150)
@given(POSTS, st.booleans(), st.booleans(), st.booleans())
def test_of_any_plan_only_the_slips_change(
    tmp_path_factory: pytest.TempPathFactory,
    posts: list[tuple[tuple[str, str], str, str, bool, bool]],
    crlf: bool,
    bom: bool,
    ends: bool,
) -> None:
    before, after = TOP + "posts:\n", TOP + "posts:\n"
    for (bad, good), words, style, first, remarked in posts:
        lines = quiet(words, style)
        for slip, where in ((bad, "before"), (good, "after")):
            told = [slip, *lines] if first else [*lines, slip]
            text = "  - " + "\n    ".join([*told, "account: a  # 帳號"]) + "\n"
            text = text.replace("\n    \n", "\n\n")
            if remarked:
                text = "  # 說明: 'x' \n\n" + text
            if where == "before":
                before += text
            else:
                after += text

    def stored(text: str) -> bytes:
        text = text if ends else text.rstrip("\n")
        text = text.replace("\n", "\r\n") if crlf else text
        return b"\xef\xbb\xbf" * bom + text.encode()

    path = tmp_path_factory.mktemp("plan") / "socialplan.yaml"
    path.write_bytes(stored(before))
    names = ("unknown-key", "wrong-type", "unknown-value", "invisible-characters", "text-too-long")
    [file] = mended(path, *names, "unused-suppression").files
    assert file.after == stored(after)


@settings(max_examples=300)
@given(WORDS, st.sampled_from(["'", '"', "block"]), st.data())
def test_of_any_text_any_part_can_change_alone(
    tmp_path_factory: pytest.TempPathFactory, words: str, style: str, data: st.DataObject
) -> None:
    lines = ["# 說明", "a: &x [1, two]  # b", *quiet(words, style), "z: *x"]
    text = "\n".join(lines) + "\n"
    source = read_text(text, "")
    old = source.value(("text",))
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = data.draw(WORDS | st.just("") | st.just("\n"))
    folder = tmp_path_factory.mktemp("plan")
    after = changed(folder, text, ReplaceText(("text",), start, end, new))
    wanted = old[:start] + new + old[end:]
    if after == text:
        assert style == "block" or wanted == old
        return
    read = read_text(after, "")
    assert read.data == {**source.data, "text": wanted}
    assert after.splitlines()[:2] == lines[:2]
    assert after.splitlines()[-1] == lines[-1]


def test_data_is_compared_by_type() -> None:
    from socialplan.fixing.expecting import same

    assert not same([1], [True])
    assert not same({"a": 1}, {"a": 1.0})
    assert same([float("nan")], [float("nan")])


@pytest.mark.parametrize(
    "text",
    [
        "brand: {name: 甜甜, market:TW, industry:food}\n",
        "posts:\n  - {account:line, at:2026-11-25 20:00, text:開放預購}\n",
        "posts:\n  - {account: line，at: 2026-12-01 20:00，title: 聖誕}\n",
        "posts: [{title: one}]\nposts: [{title: two}]\n",
        "posts: [{account: x, date: 2026-12-07, time: '09:00'}]\n",
        "posts: [{alt_text: A red sky, gallery: [a.png], airing: 2026-12-01 20:00}]\n",
    ],
)
@pytest.mark.parametrize("rule", ["unknown-key", "invalid-yaml", "duplicate-key"])
def test_no_fix_drops_what_a_person_wrote(tmp_path: Path, text: str, rule: str) -> None:
    assert fixed(tmp_path, TOP + text, rule) == TOP + text
