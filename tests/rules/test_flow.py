"""What the examples of the workflow's rules cannot show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.loading import load_plan
from socialplan.plan.approval import same_hash, words_hash
from socialplan.rules.flow import RULES
from socialplan.source import read_text

if TYPE_CHECKING:
    from tests.rules.conftest import Said

NAMES = [rule.name for rule in RULES]


def test_ten_lines_are_asked_for_a_team_and_a_review(said: Said) -> None:
    plan = """
        accounts: [{id: line, platform: line-oa}]
        posts:
          - {account: line, at: 2026-11-25 20:00, title: A, text: B}
          - {account: line, at: 2026-11-26 20:00, title: A, text: B}
    """
    found = [one for name in NAMES for one in said(name, plan)]
    assert [one.name for one in found] == ["plan-without-team", "no-review-cadence"]
    assert {str(one.severity) for one in found} == {"info"}


@pytest.mark.parametrize("name", NAMES)
def test_what_could_not_be_read_is_not_blamed_for_what_is_missing(said: Said, name: str) -> None:
    plan = """
        team: [3, {roles: [king]}, {id: [x]}]
        community: {stages: [{stage: invite, tasks: [{what: x, due: soon, hours: many}]}]}
        workflow: {lead_days: some, approval: maybe}
        reviews: {every: never, log: [{date: once}]}
        posts: [{at: 2026-11-25 20:00, approved: {hash: [1]}}, 7]
    """
    assert not [one for one in said(name, plan) if "“”" in one.message]


ALONE = "    team: [{id: amy}]\n"
POST = "    posts: [{title: A, at: 2026-11-25 20:00, text: B, author: amy, reviewer: amy}]\n"


@pytest.mark.parametrize(
    "name", ["role-missing", "author-reviews-own", "no-backup-publisher", "post-without-reviewer"]
)
def test_who_works_alone_is_not_asked_for_colleagues(said: Said, name: str) -> None:
    assert not said(name, ALONE + POST)


def test_a_team_that_never_names_authors_is_asked_once(said: Said) -> None:
    plan = """
        team: [{id: amy}, {id: ben}]
        posts:
          - {title: A, at: 2026-11-25 20:00}
          - {title: B, at: 2026-11-26 20:00}
          - {title: C}
    """
    assert len(said("post-without-author", plan)) == 1


def test_the_only_author_need_not_be_named(said: Said) -> None:
    plan = """
        team: [{id: amy, roles: [author]}, {id: ben, roles: [reviewer]}]
        posts: [{title: A, at: 2026-11-25 20:00}]
    """
    assert not said("post-without-author", plan)
    assert not said("post-without-reviewer", plan)


def test_who_approves_must_not_be_the_author_either(said: Said) -> None:
    plan = """
        team: [{id: amy}, {id: ben}]
        posts:
          - {title: A, at: 2026-11-25 20:00, author: amy, reviewer: ben, approved: {by: amy}}
    """
    (found,) = said("author-reviews-own", plan)
    assert found.path == ("posts", 0, "approved", "by")


def test_a_line_that_posts_take_over_is_told_of_once(said: Said) -> None:
    plan = """
        team: [{id: amy}, {id: ben}]
        posts:
          - {title: A, at: 2026-11-25 20:00, <<: &crew {author: amy, reviewer: amy}}
          - {title: B, at: 2026-11-26 20:00, <<: *crew}
          - {title: C, at: 2026-11-27 20:00, author: ben, reviewer: ben}
    """
    found = said("author-reviews-own", plan)
    assert [one.path[1] for one in found] == [0, 2]


def test_what_went_out_is_over(said: Said) -> None:
    plan = """
        team: [{id: amy}, {id: ben}]
        workflow: {lead_days: 7}
        posts:
          - {title: A, at: 2026-11-25 20:00, author: amy, reviewer: amy, status: cancelled}
          - {title: A, at: 2026-11-22 20:00, status: published}
    """
    for name in ("author-reviews-own", "overdue-draft", "overdue-review", "post-without-author"):
        assert not said(name, plan), name


def fingerprint(post: str) -> str:
    plan = f"accounts: [{{id: a}}, {{id: b}}]\nposts:\n  - {post}\n"
    return words_hash(load_plan(read_text(plan, "plan.yaml", None)).plan, 0)


def test_a_fingerprint_is_of_the_words_and_not_of_their_layout() -> None:
    first = fingerprint('{account: a, title: T, text: "Caf\\u00e9  \\nopen\\n"}')
    assert first == fingerprint('{account: a, title: T, text: "Cafe\\u0301\\r\\nopen"}')
    assert first == fingerprint(
        '{accounts: [a, b], title: T, text: "Café\\nopen", status: approved, at: 2026-12-01 9:00}'
    )
    assert len(first) == 12


@pytest.mark.parametrize(
    "other",
    [
        "{account: a, title: T, text: 86 折}",
        "{account: a, title: U, text: 85 折}",
        "{account: a, title: T, text: 85 折, hashtags: [sale]}",
        "{account: a, title: T, text: 85 折, link: https://example.com}",
        "{account: a, title: T, text: 85 折, first_comment: more}",
        "{accounts: [a, b], title: T, text: 85 折, variants: {b: {text: other}}}",
    ],
)
def test_other_words_have_another_fingerprint(other: str) -> None:
    assert fingerprint(other) != fingerprint("{account: a, title: T, text: 85 折}")


def test_a_fingerprint_is_read_as_people_write_it() -> None:
    assert same_hash("SHA256:75AD1BA0E5B5ffff", "75ad1ba0e5b5")
    assert not same_hash("75ad1ba", "75ad1ba0e5b5")


@pytest.mark.parametrize(
    ("reviews", "due"),
    [
        ("{every: month, log: [{date: 2026-10-31}]}", None),
        ("{every: month, day: 5, log: [{date: 2026-10-05}]}", "2026-11-05"),
        ("{every: 2 weeks, log: [{date: 2026-11-02}]}", "2026-11-16"),
        ("{every: 2 weeks, day: fri, log: [{date: 2026-11-02}]}", "2026-11-20"),
        ("{every: quarter, log: [{date: 2026-08-31}]}", None),
        ("{every: quarter, log: [{date: 2026-08-20}]}", "2026-11-20"),
        ("{every: year, log: [{date: 2024-02-29}]}", "2025-02-28"),
        ("{every: week}", "2026-11-08"),
    ],
)
def test_when_a_review_is_due(said: Said, reviews: str, due: str | None) -> None:
    plan = f"    period: {{start: 2026-11-01, end: 2026-12-31}}\n    reviews: {reviews}\n"
    found = said("review-overdue", plan, date(2026, 11, 21))
    assert len(found) == (due is not None)
    assert all(str(due) in one.message for one in found)


def test_an_agency_is_told_of_once(said: Said) -> None:
    plan = """
        team:
          - {id: a, org: Big Sky}
          - {id: b, org: Big Sky}
          - {id: c, org: 自有}
          - {id: d, org: Little Bear}
    """
    assert len(said("agency-without-agreement", plan)) == 1


def test_what_is_asked_for_is_shown_and_the_command_can_be_typed(said: Said) -> None:
    plan = """
        workflow: {approval: required}
        posts: [{id: xmas, title: 聖誕禮盒, at: 2026-11-27 20:00, status: scheduled}]
    """
    (found,) = said("scheduled-without-approval", plan, language="zh-TW")
    assert "`socialplan approve xmas`" in (found.help or "")
    assert [one.label for one in found.related] == ["因為這裡規定"]
