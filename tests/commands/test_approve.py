"""`approve`: what is written, what is refused, and what a file from outside may do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplan.finding import PutEntry
from socialplan.fixing import put
from socialplan.loading import load_plan
from socialplan.plan.approval import words_hash
from socialplan.source import read_plan, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.commands.conftest import Run

    from socialplan.source import Source

PLAN = """\
# A plan with remarks.
socialplan: 1
title: Bear
brand: {name: Bear, market: US}
team: [{id: amy, name: Amy Lin, roles: [reviewer]}, {id: ben}]
accounts: [{id: x, platform: x}, {id: line, platform: line-oa}]
posts:
  - id: one        # the first
    account: x
    text: Good morning.   # keep

  # about the second
  - {id: two, account: x, at: 2026-12-02 09:00, text: Hello, status: in_review}
  - id: three
    account: line
    at: 2026-12-03 09:00
    note: Call Ben.
    status: approved
    text: |
      Come in.
"""
TODAY = ("--today", "2026-11-26", "--lang", "en")
APPROVAL = "approved: {{by: amy, date: 2026-11-26, hash: {}}}"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def hash_of(path: Path, index: int) -> str:
    return words_hash(load_plan(read_plan(path)).plan, index)


def packet(path: Path, *decisions: object, **more: object) -> str:
    """Write the file that a page saves, beside the plan."""
    document = {"socialplan_approval": 1, "plan": "Bear", "decisions": decisions, **more}
    (path.parent / "answers.json").write_text(json.dumps(document), "utf-8")
    return "answers.json"


def decision(post: str, digits: str, kind: str = "approve", **more: Any) -> dict[str, Any]:
    return {"post": post, "hash": digits, "decision": kind, "by": "Ms. Chen", **more}


def test_an_approval_is_bound_to_the_words_and_nothing_else_changes(run: Run, plan: Path) -> None:
    done = run("approve", "two", "--by", "amy lin", *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    approval = APPROVAL.format(hash_of(plan, 1))
    line = f"text: Hello, status: approved, {approval}}}"
    assert plan.read_text("utf-8") == PLAN.replace("text: Hello, status: in_review}", line)
    assert run("lint", "--select", "FLO122", "--today", "2026-11-26").returncode == 0
    plan.write_text(plan.read_text("utf-8").replace("text: Hello", "text: Hello!"), "utf-8")
    assert run("lint", "--select", "FLO122", "--today", "2026-11-26").returncode == 1


def test_an_idea_stays_an_idea_and_keeps_its_remarks(run: Run, plan: Path) -> None:
    assert run("approve", "one", "--by", "amy", *TODAY).returncode == 0
    new = f"    text: Good morning.   # keep\n    {APPROVAL.format(hash_of(plan, 0))}\n"
    assert plan.read_text("utf-8") == PLAN.replace("    text: Good morning.   # keep\n", new)


def test_the_only_checker_need_not_be_named(run: Run, plan: Path) -> None:
    assert "by amy" in run("approve", "one", *TODAY).stdout
    plan.write_text(PLAN.replace(", roles: [reviewer]", ""), "utf-8")
    asked = run("approve", "one", *TODAY)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert "--by amy, ben" in asked.stderr


def test_a_diff_writes_nothing(run: Run, plan: Path) -> None:
    shown = run("approve", "three", "--by", "amy", "--diff", *TODAY)
    assert shown.returncode == 0
    assert "would be approved by amy" in shown.stderr
    assert f"+    {APPROVAL.format(hash_of(plan, 2))}\n" in shown.stdout
    assert plan.read_text("utf-8") == PLAN


def test_the_same_again_changes_nothing(run: Run, plan: Path) -> None:
    run("approve", "one", "two", "--by", "amy", *TODAY)
    before = plan.read_text("utf-8")
    later = run("approve", "one", "two", "--by", "amy", "--today", "2026-12-24", "--lang", "en")
    assert later.stdout.count("already") == 2
    assert plan.read_text("utf-8") == before


def test_a_misspelt_id_stops_the_run(run: Run, plan: Path) -> None:
    done = run("approve", "one", "twoo", "--by", "amy", *TODAY)
    assert done.returncode == 2
    assert "did you mean “two”" in done.stderr
    assert plan.read_text("utf-8") == PLAN


def test_a_slip_in_a_name_of_the_team_is_refused_and_a_client_is_told(run: Run, plan: Path) -> None:
    for slip in ("may", "am", "any", "amyy", "Amy Ln"):
        done = run("approve", "two", "--by", slip, *TODAY)
        assert (done.returncode, done.stdout) == (2, "")
        assert "did you mean “" in done.stderr
    assert plan.read_text("utf-8") == PLAN
    client = run("approve", "two", "--by", "Ms. Chen", *TODAY)
    assert client.returncode == 0
    assert "“Ms. Chen” is nobody of the plan's team" in client.stderr
    plan.write_text(PLAN.replace("team:", "x-team:"), "utf-8")
    assert run("approve", "two", "--by", "may", *TODAY).stderr == "", "no team, no slip"
    plan.write_text(PLAN.replace("Amy Lin", "Lin（店長）"), "utf-8")
    assert "by amy" in run("approve", "two", "--by", "lin", *TODAY).stdout


def test_what_somebody_else_has_approved_stays_theirs_while_the_words_do(
    run: Run, plan: Path
) -> None:
    run("approve", "two", "--by", "Amy Lin", *TODAY)
    before = plan.read_text("utf-8")
    done = run("approve", "two", "--by", "ben", *TODAY)
    assert (done.returncode, done.stdout) == (1, "")
    assert "amy has approved these words already" in done.stderr
    assert plan.read_text("utf-8") == before
    plan.write_text(before.replace("text: Hello", "text: Hello!"), "utf-8")
    assert run("approve", "two", "--by", "ben", *TODAY).returncode == 0
    assert "by: ben" in plan.read_text("utf-8")


def test_without_posts_those_that_wait_are_named(run: Run, plan: Path) -> None:
    done = run("approve", "--by", "amy", *TODAY)
    assert done.returncode == 2
    assert "these wait for it: two" in done.stderr
    plan.write_text(PLAN.replace("status: in_review", "status: draft"), "utf-8")
    assert "these wait for it: two" in run("approve", *TODAY).stderr
    plan.write_text(PLAN.replace("status: in_review", "status: on_hold"), "utf-8")
    assert "no draft waits" in run("approve", *TODAY).stderr


def test_a_post_is_meant_by_its_title_too(run: Run, plan: Path) -> None:
    titled = PLAN.replace("text: Hello", "title: A greeting, text: Hello")
    plan.write_text(titled, "utf-8")
    assert "“A greeting” is approved" in run("approve", "a greeting", *TODAY).stdout
    plan.write_text(titled.replace("account: x\n", "account: x\n    title: A greeting\n"), "utf-8")
    assert "several posts are called" in run("approve", "A greeting", *TODAY).stderr


def test_a_post_in_an_included_file_is_approved_there(run: Run, tmp_path: Path) -> None:
    head, _, posts = PLAN.partition("posts:\n")
    (tmp_path / "socialplan.yaml").write_text(f"{head}include: [p/*.yaml]\n", "utf-8")
    (tmp_path / "p").mkdir()
    part = tmp_path / "p" / "a.yaml"
    part.write_bytes(b"\xef\xbb\xbf" + f"posts:\n{posts}".replace("\n", "\r\n").encode())
    assert run("approve", "three", "--by", "amy", *TODAY).returncode == 0
    written = part.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfposts:\r\n")
    assert b"      Come in.\r\n    approved: {by: amy, date: 2026-11-26, hash: " in written
    assert written.count(b"\n") == written.count(b"\r\n")
    assert (tmp_path / "socialplan.yaml").read_text("utf-8") == f"{head}include: [p/*.yaml]\n"


CLAIMS = """\
socialplan: 1
title: Bear
brand: {name: Bear, market: TW, industry: food}
team: [{id: amy}]
accounts: [{id: line, platform: line-oa}]
posts:
  - {id: fine, account: line, at: 2026-12-02 20:00, text: 今天有新的豆子。, status: in_review}
  - id: cure
    account: line
    at: 2026-12-03 20:00
    title: 養生茶
    text: 喝了可以治療糖尿病。
    status: in_review
    assets: [{file: missing.png, kind: image, alt: 茶}]
"""


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(CLAIMS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "is not approved"), ("zh-TW", "沒有核准"), ("zh-CN", "没有批准")],
)
def test_words_with_errors_are_not_approved_by_the_way(
    run: Run, claims: Path, language: str, said: str
) -> None:
    done = run("approve", "fine", "cure", "--today", "2026-11-26", "--lang", language)
    assert done.returncode == 1
    *errors, verdict = done.stderr.splitlines()
    assert errors
    assert all(line.startswith("socialplan.yaml:12:") for line in errors)
    assert any("[WRD" in line for line in errors)
    assert said in verdict
    assert "--despite-errors" in verdict
    kept = claims.read_text("utf-8")
    assert kept.count("approved:") == 1
    assert kept.endswith(CLAIMS[CLAIMS.index("  - id: cure") :])


def test_errors_do_not_stop_who_has_seen_them(run: Run, claims: Path) -> None:
    done = run("approve", "cure", "--despite-errors", "--diff", *TODAY)
    assert "[WRD" in done.stderr
    done = run("approve", "cure", "--despite-errors", *TODAY)
    assert done.returncode == 0
    assert "approved all the same" in done.stderr
    assert "status: approved" in claims.read_text("utf-8")
    again = run("approve", "cure", *TODAY)
    assert (again.returncode, again.stderr) == (0, "")


def test_errors_that_are_allowed_with_a_reason_are_none(run: Run, claims: Path) -> None:
    codes = ", ".join(
        sorted({line.split("[")[1][:6] for line in errors_of(run)} | {"WRD"}),
    )
    text = "    text: 喝了可以治療糖尿病。"
    allowed = f"    # socialplan: ignore[{codes}] -- counsel has read it\n{text}"
    claims.write_text(CLAIMS.replace(text, allowed), "utf-8")
    done = run("approve", "cure", *TODAY)
    assert (done.returncode, done.stderr) == (0, "")


def errors_of(run: Run) -> list[str]:
    done = run("approve", "cure", *TODAY)
    return [line for line in done.stderr.splitlines() if line.startswith("socialplan.yaml:")]


def test_a_client_has_seen_the_errors_on_the_page(run: Run, claims: Path) -> None:
    answers = packet(claims, decision("cure", hash_of(claims, 1)))
    done = run("approve", "--from", answers, *TODAY)
    assert done.returncode == 0
    assert "[WRD" in done.stderr
    assert "by: Ms. Chen" in claims.read_text("utf-8")


def test_words_that_cannot_be_read_are_not_approved(run: Run, claims: Path) -> None:
    claims.write_text(CLAIMS.replace("text: 今天有新的豆子。", "text: [a, {b: c}]"), "utf-8")
    done = run("approve", "fine", *TODAY)
    assert done.returncode == 1
    assert "PLN103" in done.stderr


def test_a_packet_is_taken_as_far_as_it_holds(run: Run, plan: Path) -> None:
    name = packet(
        plan,
        decision("one", hash_of(plan, 0), date="2026-11-25"),
        decision("two", "000000000000", comment="Shorter?\nPlease."),
        decision("three", hash_of(plan, 2), "change", comment="Too cold: #1"),
        decision("gone", "111111111111", comment="Where is it?"),
        "nonsense",
        decision("three", "0" * 300),
    )
    done = run("approve", "--from", name, *TODAY)
    assert done.returncode == 1
    assert "“two” is not approved: its words have changed" in done.stderr
    assert "“gone” is no post of this plan" in done.stderr
    assert "entry 5" in done.stderr
    assert "entry 6" in done.stderr
    assert "    Where is it?\n" in done.stdout
    data = read_plan(plan).data["posts"]
    assert data[0]["approved"] == {
        "by": "Ms. Chen",
        "date": "2026-11-25",
        "hash": hash_of(plan, 0),
    }
    assert "approved" not in data[1]
    assert data[1]["status"] == "in_review"
    assert data[1]["note"] == "2026-11-26 Ms. Chen: Shorter?\nPlease."
    assert data[2]["status"] == "draft"
    assert data[2]["note"] == "Call Ben.\n2026-11-26 Ms. Chen: Too cold: #1"
    before = plan.read_text("utf-8")
    run("approve", "--from", name, *TODAY)
    assert plan.read_text("utf-8") == before, "a comment is noted once"


def test_a_post_is_found_by_its_words_when_its_day_has_moved(run: Run, plan: Path) -> None:
    dated = PLAN.replace("{id: two, ", "{")
    plan.write_text(dated.replace("2026-12-02 09:00", "2026-12-09 09:00"), "utf-8")
    name = packet(plan, decision("2026-12-02-x", hash_of(plan, 1)))
    assert run("approve", "--from", name, *TODAY).returncode == 0
    assert read_plan(plan).data["posts"][1]["status"] == "approved"


def test_two_answers_on_one_post_cancel_each_other(run: Run, plan: Path) -> None:
    one = decision("one", hash_of(plan, 0))
    assert run("approve", "--from", packet(plan, one, one), *TODAY).returncode == 0
    plan.write_text(PLAN, "utf-8")
    name = packet(plan, one, {**one, "decision": "change", "comment": "No!"})
    done = run("approve", "--from", name, *TODAY)
    assert done.returncode == 1
    assert "more than once" in done.stderr
    assert "No!" in done.stdout
    assert plan.read_text("utf-8") == PLAN


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b"{}", "no file that a page of briefs has saved"),
        (b"[]", "no file that a page of briefs has saved"),
        (b'{"socialplan_approval": true, "decisions": []}', "no file that a page"),
        (b'{"socialplan_approval": 2, "decisions": []}', "newer"),
        (b'{"socialplan_approval": 1, "decisions": {}}', "no file that a page"),
        (b'{"socialplan_approval": 1, "plan": "Fox", "decisions": []}', "another plan: “Fox”"),
        (b" " * 5_000_001, "larger than any file"),
    ],
)
def test_a_file_that_is_no_packet_is_told_in_a_sentence(
    run: Run, plan: Path, content: bytes, said: str
) -> None:
    (plan.parent / "answers.json").write_bytes(content)
    done = run("approve", "--from", "answers.json", *TODAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert plan.read_text("utf-8") == PLAN


def test_a_hostile_packet_only_ever_writes_text(run: Run, plan: Path) -> None:
    evil = 'x"}\n- {id: evil}\n\x1b[31m\u202e\ud800 # no'
    name = packet(
        plan,
        decision("one", hash_of(plan, 0), by="'}, status: published", comment=evil, date="9999-1"),
    )
    done = run("approve", "--from", name, *TODAY)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    posts = read_plan(plan).data["posts"]
    assert len(posts) == 3
    assert posts[0]["approved"]["by"] == "'}, status: published"
    assert posts[0]["approved"]["date"] == "2026-11-26"
    assert "\x1b[31m\u202e\ufffd # no" in posts[0]["note"]


SHARED = """\
socialplan: 1
title: Bear
brand: {name: Bear, market: US}
team: [{id: amy}]
accounts: [{id: x, platform: x}]
posts:
  - &base
    id: one
    account: x
    text: Hello
    status: draft
  - <<: *base
    id: two
    text: Other
  - {id: three, <<: *base, note: hm, text: Third}
"""


def test_what_others_repeat_is_left_alone_and_what_repeats_gets_its_own(
    run: Run, plan: Path
) -> None:
    dated = SHARED.replace("status: draft", "at: 2026-12-01 09:00")
    plan.write_text(dated, "utf-8")
    done = run("approve", "one", "three", *TODAY)
    assert done.returncode == 1
    assert "“one” cannot be written without changing other parts of the plan" in done.stderr
    posts = read_plan(plan).data["posts"]
    assert [one.get("status") for one in posts] == [None, None, "approved"]
    assert posts[2]["approved"]["hash"] == hash_of(plan, 2)
    assert run("approve", "one", "two", *TODAY).returncode == 0, "each has its own then"
    assert {one["status"] for one in read_plan(plan).data["posts"]} == {"approved"}


KEYS = ("id", "account", "text", "note", "status", "title")
WORDS = st.text(
    st.sampled_from("ab :#-{}[],&*!|>'\"%@`\n\t é字😀\u202e\u2028"), min_size=1, max_size=12
)


def _written(value: str, flow: bool, style: int) -> str:
    from socialplan.source.spelling import double_quoted

    plain = "".join(char for char in value if char.isalnum()) or "x"
    if flow or style == 0:
        return f'"{double_quoted(value)}"'
    return {
        1: plain,
        2: f"'{plain}'",
        3: f"|\n      {plain}\n      more",
        4: f">-\n      {plain}\n      more\n",
        5: f"|+\n      {plain}\n\n",
        6: f"{plain}   # remark",
    }[style]


@st.composite
def posts(draw: st.DrawFn) -> str:
    """Write a list of posts in all sorts of layouts."""
    lines = ["posts:"]
    for _ in range(draw(st.integers(1, 3))):
        keys = draw(st.permutations(KEYS))[: draw(st.integers(1, len(KEYS)))]
        flow = draw(st.booleans())
        entries = [f"{key}: {_written(draw(WORDS), flow, draw(st.integers(0, 6)))}" for key in keys]
        if flow:
            between = draw(st.sampled_from([", ", ",\n    ", ", # remark\n    "]))
            end = draw(st.sampled_from(["", ",", ", # end\n  ", "\n  "]))
            lines.append(f"  - {{{between.join(entries)}{end}}}")
        else:
            lines.append("  -" + " " * draw(st.integers(1, 1)) + "\n    ".join(entries))
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(["# remark", "    # remark", ""])))
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n", "\n# end"]))


@given(posts(), WORDS, WORDS, st.sampled_from(["\n", "\r\n"]))
def test_entries_are_put_into_any_layout(text: str, by: str, said: str, newline: str) -> None:
    given_text = text.replace("\n", newline)

    def read(texts: Mapping[str, bytes]) -> Source:
        return read_text(texts.get("x", given_text.encode()), "x", None)

    source = read({})
    before = source.data["posts"]
    entries = {
        i: [
            PutEntry(("posts", i, "approved"), (("by", by), ("hash", "123456789012"))),
            PutEntry(("posts", i, "status"), "approved"),
            PutEntry(("posts", i, "note"), f"{post.get('note', '')}\n{said}"),
        ]
        for i, post in enumerate(before)
    }
    done = put(read, entries)
    after = read({file.name: file.after for file in done.files})
    assert not done.refused
    assert [one.text for one in after.comments()] == [one.text for one in source.comments()]
    for old, new in zip(before, after.data["posts"], strict=True):
        assert new == {
            **old,
            "approved": {"by": by, "hash": "123456789012"},
            "status": "approved",
            "note": f"{old.get('note', '')}\n{said}",
        }
