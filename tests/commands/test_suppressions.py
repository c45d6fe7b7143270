"""Comments that allow findings, as people with input methods and habits write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

ASKED = ("--select", "PLN203,PLN205,TXT162,SUP", "--today=2026-11-21", "--isolated")
HEAD = """\
socialplan: 1
title: Example
brand: {name: Little Bear, market: TW}
accounts: [{id: line, platform: line-oa}]
posts:
"""


def codes(run: Run, folder: Path, posts: str, *options: str) -> list[str]:
    (folder / "socialplan.yaml").write_text(HEAD + posts, encoding="utf-8")
    shown = run("lint", "--format", "concise", *ASKED, *options)
    return [line.split("[")[1][:6] for line in shown.stdout.splitlines()]


@pytest.mark.parametrize(
    "comment",
    [
        "# 備註 # socialplan: ignore[PLN203, TXT162] -- 客戶堅持",
        "# socialplan：ignore【PLN203，TXT162】 -- 客戶堅持",
        "# socialplan: ignore[PLN203、TXT162] —— 客戶堅持",
        "# SocialPlan: Ignore[pln203; TXT162] - the client insists",
        "# socialplan: ignore[PLN203, TXT162] until=2026/12/31 -- 客戶堅持",
        "# socialplan: ignore[PLN203, TXT162] until=2026年12月31日 -- 客戶堅持",
        "# socialplan: ignore[PLN203, TXT162] until 2026-12-31 — 客戶堅持",
        "# socialplan: ignore[PLN203, TXT162] until=115/12/31 -- 客戶堅持",
        "# socialplan: ignore[PLN203, TXT162] until=民國115年12月31日 -- 客戶堅持",
    ],
)
def test_comments_are_read_as_they_are_meant(run: Run, tmp_path: Path, comment: str) -> None:
    post = f"  - {{account: lime, at: 2026-12-01 20:00, title: TODO}}  {comment}\n"
    assert codes(run, tmp_path, post) == []
    expired = re.sub("(2026|115)(.)12(.)31", r"\g<1>\g<2>10\g<3>31", post)
    if expired != post:
        assert sorted(codes(run, tmp_path, expired)) == ["PLN203", "SUP104", "TXT162"]


def test_what_stands_before_the_mark_in_a_comment_stays_when_it_goes(
    run: Run, tmp_path: Path
) -> None:
    post = "  - {account: line, at: 2026-12-01 20:00, title: a}  # 備註"
    codes(run, tmp_path, f"{post} # socialplan: ignore[PLN203] -- why\n", "--fix")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == f"{HEAD}{post}\n"


def test_brackets_that_are_missing_are_proposed(run: Run, tmp_path: Path) -> None:
    post = "  - {account: lime, title: a}  # socialplan: ignore PLN203 -- why\n"
    assert codes(run, tmp_path, post) == ["PLN203", "SUP102"]
    assert "id you mean “[PLN203]”?" in run("lint", *ASKED).stdout
    assert codes(run, tmp_path, post, "--unsafe-fixes") == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (" PLN203", "“PLN203” allows nothing: its square brackets are missing"),
        (" everything", "“everything” allows nothing: there is no such rule"),
        ("[PLN999]", "“PLN999” allows nothing: there is no such rule"),
        ("[]", "“ignore” allows nothing: it names no rule, as in ignore[PLN203]"),
        ("", "“ignore” allows nothing: it names no rule, as in ignore[PLN203]"),
    ],
)
def test_it_is_told_why_a_comment_allows_nothing(
    run: Run, tmp_path: Path, names: str, said: str
) -> None:
    codes(run, tmp_path, f"  - {{account: lime, title: a}}  # socialplan: ignore{names} -- why\n")
    assert said in run("lint", *ASKED).stdout


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("socialplan: ignroe[PLN203]", "socialplan: ignore[PLN203]"),
        ("SocialPlan：忽略【PLN203】", "socialplan: ignore[PLN203]"),
        ("socialplan: noqa[dangling-reference]", "socialplan: ignore[dangling-reference]"),
        ("socialplan: waive[PLN203, TXT162]", "socialplan: ignore[PLN203, TXT162]"),
        ("socialplan ignore[PLN203]", "socialplan: ignore[PLN203]"),
        ("socialplan-ignore[PLN203]", "socialplan: ignore[PLN203]"),
        ("socialplan: 略過 PLN203", "socialplan: ignore[PLN203]"),
        ("socialplan ignore PLN203", "socialplan: ignore[PLN203]"),
        ("socialplan: disable-next-line PLN203, TXT162", "socialplan: ignore[PLN203, TXT162]"),
        ("socialplan: ignore-file[PLN203]", "socialplan: file-ignore[PLN203]"),
        ("socialplan: file ignore[PLN203]", "socialplan: file-ignore[PLN203]"),
        ("socialplan: noqa: PLN203", "socialplan: ignore[PLN203]"),
        ("socialplan: disable=PLN203", "socialplan: ignore[PLN203]"),
        ("socialplan: [PLN203]", "socialplan: ignore[PLN203]"),
    ],
)
def test_a_comment_that_was_meant_to_allow_something_is_proposed_as_it_is_written(
    run: Run, tmp_path: Path, written: str, meant: str
) -> None:
    post = f"  - {{account: nowhere, title: a}}  # 備註 # {written} -- why\n"
    assert sorted(codes(run, tmp_path, post)) == ["PLN203", "SUP102"]
    assert f"id you mean “{meant}”?" in run("lint", *ASKED).stdout
    run("lint", *ASKED, "--unsafe-fixes")
    mended = (tmp_path / "socialplan.yaml").read_text(encoding="utf-8")
    assert f"# 備註 # {meant.partition(',')[0]}" in mended  # a name that allows nothing goes


@pytest.mark.parametrize("behind", ["", " until=2026-12-31 -- why", " — why"])
def test_what_stands_behind_the_names_of_a_mistyped_comment_stays(
    run: Run, tmp_path: Path, behind: str
) -> None:
    post = f"  - {{account: nowhere, title: a}}  # socialplan: 忽略 PLN203{behind}\n"
    codes(run, tmp_path, post, "--unsafe-fixes")
    mended = (tmp_path / "socialplan.yaml").read_text(encoding="utf-8")
    assert mended == HEAD + post.replace("忽略 PLN203", "ignore[PLN203]")


def test_it_is_told_in_every_language_how_a_comment_that_allows_something_is_written(
    run: Run, tmp_path: Path
) -> None:
    codes(run, tmp_path, "  - {account: lime, title: a}  # socialplan: ignroe[PLN203] -- why\n")
    begun = "socialplan: ignore[…]"
    said = run("lint", *ASKED).stdout
    assert f"“socialplan: ignroe[PLN203]” allows nothing: it does not begin with {begun}" in said
    said = run("lint", *ASKED, "--lang", "zh-TW").stdout
    assert f"「socialplan: ignroe[PLN203]」什麼都沒放行：開頭不是 {begun}" in said
    said = run("lint", *ASKED, "--lang", "zh-CN").stdout
    assert f"“socialplan: ignroe[PLN203]”什么都没放行：开头不是 {begun}" in said


ABOUT = (
    "socialplan: see docs",
    "socialplan: see PLN203",
    "socialplan: see [the docs]",
    "socialplan: see rules [PLN203]",
    "socialplan says [PLN203] here, which is right",
    "socialplan: PLN203 is about this",
    "socialplan ignores PLN203 here, since it is listed",
    "socialplan 說 PLN203 不行",
    "socialplan: 這裡先放著 [PLN203] 之後再補",
    "socialplan ignore list: see the wiki",
    "socialplan lint --ignore PLN203",
    "socialplan lint [PLAN] --select PLN203",
    "https://socialplan.example/ignore[PLN203]",
    "written with socialplan",
    "socialplan: see: PLN203",
    "socialplan: 這裡(PLN203)",
    "socialplan" + " " * 20_000 + "!",
    "socialplan: skip" + " " * 20_000 + "!",
)


def test_a_comment_that_only_speaks_of_socialplan_is_left_alone(run: Run, tmp_path: Path) -> None:
    posts = "".join(f"  - {{account: line, title: a}}  # {comment}\n" for comment in ABOUT)
    assert codes(run, tmp_path, posts) == []


@pytest.mark.parametrize("quote", ['"', "'", ""])
@pytest.mark.parametrize("text", ["TODO first\n      and more", "first\n      and [TODO]"])
def test_a_comment_after_a_text_of_several_lines_covers_all_of_it(
    run: Run, tmp_path: Path, quote: str, text: str
) -> None:
    post = (
        "  - account: line\n    at: 2026-12-01 20:00\n"
        f"    title: {quote}{text}{quote}  # socialplan: ignore[TXT162] -- later\n"
    )
    assert codes(run, tmp_path, post) == []


def test_a_comment_after_a_post_covers_only_its_last_line(run: Run, tmp_path: Path) -> None:
    post = (
        "  - account: lime\n    text: |\n      TODO\n"
        "    at: 2026-12-01 20:00\n"
        "    title: a  # socialplan: ignore[PLN203, TXT162] -- why\n"
    )
    assert sorted(codes(run, tmp_path, post)) == ["PLN203", "SUP107", "SUP107", "TXT162"]


def test_a_day_that_does_not_exist_is_shown_as_it_is_written(run: Run, tmp_path: Path) -> None:
    post = "  - {account: lime, title: a}  # socialplan: ignore[PLN203] until=2026-13-31 -- why\n"
    assert codes(run, tmp_path, post) == ["PLN203", "SUP104"]
    assert "until 2026-13-31, which is no date" in run("lint", *ASKED).stdout
    said = run("lint", *ASKED, "--lang", "zh-CN").stdout
    assert "2026-13-31，而这不是像 2026-12-31 这样的日期" in said


POST = "  - id: a{comment}\n    account: nowhere\n    title: Opening day\n"


def test_a_comment_on_the_first_line_of_a_post_is_moved_where_it_covers_it(
    run: Run, tmp_path: Path
) -> None:
    comment = "# socialplan: ignore[PLN203] -- it opens in March"
    post = POST.format(comment=f"  # 備註 {comment}")
    assert codes(run, tmp_path, post) == ["SUP107", "PLN203"]
    run("lint", *ASKED, "--fix")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + post
    assert codes(run, tmp_path, post, "--unsafe-fixes") == []
    moved = f"  {comment}\n" + POST.format(comment="  # 備註")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + moved


def test_a_comment_beside_the_title_for_what_is_in_the_text_is_moved_above_the_post(
    run: Run, tmp_path: Path
) -> None:
    comment = "# socialplan: ignore[TXT162] -- the price comes on Friday"
    post = "  - account: line\n    at: 2026-12-01 20:00\n    title: a{}\n    text: TODO\n"
    other = "  - account: line\n    at: 2026-12-02 20:00\n    title: b\n    text: TODO\n"
    posts = post.format(f"  {comment}") + other
    assert sorted(codes(run, tmp_path, posts)) == ["SUP107", "TXT162", "TXT162"]
    assert "“TXT162” is found on line 9" in run("lint", *ASKED).stdout
    run("lint", *ASKED, "--fix")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + posts
    assert codes(run, tmp_path, posts, "--unsafe-fixes") == ["TXT162"]
    moved = f"  {comment}\n" + post.format("") + other
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + moved


@pytest.mark.parametrize(
    "post",
    [
        "  - account: line\n{}    title: a\n    text: TODO\n",
        "  - title: a\n    text: |\n      TODO\n{}    account: line\n",
        "  -\n{}    account: line\n    title: a\n    text: TODO\n",
        "  - account: line\n    text: TODO\n    link:\n{}      url: https://bear.example\n",
        "  - title: a\n    account: line\n    text: TODO\n{}  - title: b\n",
        "  - title: a\n    account: line\n    text: TODO\n{}",
        "  - account: line\n    # 標題\n{}\n    title: a\n    text: TODO\n",
    ],
)
def test_a_comment_above_one_key_for_what_is_in_another_is_moved_above_the_post(
    run: Run, tmp_path: Path, post: str
) -> None:
    comment = "# socialplan: ignore[TXT162] -- the price comes on Friday\n"
    post = post.replace("account: line\n", "account: line\n    at: 2026-12-01 20:00\n")
    before = post.format(f"    {comment}")
    assert sorted(codes(run, tmp_path, before)) == ["SUP107", "TXT162"]
    said = run("lint", *ASKED, "--lang", "zh-TW").stdout
    assert "移到第 6 行上面" in said
    run("lint", *ASKED, "--fix")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + before
    assert codes(run, tmp_path, before, "--unsafe-fixes") == []
    after = f"  {comment}" + post.format("")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + after


def test_a_comment_further_left_inside_a_post_does_not_end_what_one_above_covers(
    run: Run, tmp_path: Path
) -> None:
    waiver = "# socialplan: ignore[TXT162] -- the price comes on Friday\n"
    post = "  - account: line\n    at: 2026-12-01 20:00\n{}    title: a\n    text: TODO\n"
    assert codes(run, tmp_path, f"  {waiver}" + post.format("# the client's words\n")) == []
    assert sorted(codes(run, tmp_path, post.format(waiver))) == ["SUP107", "TXT162"]
    assert codes(run, tmp_path, post.format(waiver), "--unsafe-fixes") == []
    other = "# the next one\n  - {account: line, at: 2026-12-02 20:00, title: TODO}\n"
    assert codes(run, tmp_path, f"  {waiver}" + post.format("") + other) == ["TXT162"]


def test_a_comment_for_what_only_another_post_has_is_just_unused(run: Run, tmp_path: Path) -> None:
    posts = (
        "  - account: line\n    at: 2026-12-01 20:00\n"
        "    title: a  # socialplan: ignore[TXT162] -- why\n"
        "  - account: line\n    at: 2026-12-02 20:00\n    title: TODO\n"
    )
    assert sorted(codes(run, tmp_path, posts)) == ["SUP101", "TXT162"]


def test_a_comment_that_would_allow_nothing_above_either_is_just_unused(
    run: Run, tmp_path: Path
) -> None:
    post = POST.format(comment="  # socialplan: ignore[TXT162] -- why")
    assert codes(run, tmp_path, post) == ["SUP101", "PLN203"]


def test_of_several_names_only_those_that_are_missed_below_are_misplaced(
    run: Run, tmp_path: Path
) -> None:
    post = POST.format(comment="  # socialplan: ignore[PLN203, TXT162] -- why")
    assert codes(run, tmp_path, post) == ["SUP107", "SUP101", "PLN203"]


def test_a_comment_inside_a_text_is_copy_and_told(run: Run, tmp_path: Path) -> None:
    post = (
        "  - account: line\n    at: 2026-11-25 20:00\n    text: |\n"
        "      # socialplan: ignore[WRD101] -- why\n      Coffee\n"
    )
    assert codes(run, tmp_path, post) == ["TXT162"]
    assert "would be published" in run("lint", *ASKED).stdout


def test_for_a_code_that_does_not_exist_no_other_rule_and_no_family_is_proposed(
    run: Run, tmp_path: Path
) -> None:
    post = "  - account: lime  # socialplan: ignore[PLN999] -- theirs\n"
    (tmp_path / "socialplan.yaml").write_text(HEAD + post, encoding="utf-8")
    run("lint", "--fix", "--unsafe-fixes", *ASKED, "--ignore", "PLN203")
    assert (tmp_path / "socialplan.yaml").read_text(encoding="utf-8") == HEAD + post
