"""`status`: one screen that tells where a plan stands and who is to do what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Run

PLAN = """\
socialplan: 1
title: Bear
period: {start: 2026-11-30, end: 2026-12-31}
brand: {name: Bear, market: US}
team: [{id: amy, name: Amy, roles: [author]}, {id: ben, name: Ben, roles: [publisher]}]
accounts: [{id: ig, platform: instagram, owner: ben, cadence: [{format: post, days: [tue]}]}]
goals:
  - {id: friends, statement: More friends, metric: followers, target: 1000, due: 2026-12-31,
     baseline: {value: 500, date: 2026-11-01}}
posts:
  - {id: one, account: ig, at: 2026-12-08 09:00, title: First, author: amy, status: draft}
  - {id: two, account: ig, at: 2026-12-15 09:00, title: Second, author: amy, reviewer: ben,
     status: in_review}
workflow: {batch: {day: mon, at: "10:00"}, lead_days: {draft: 5, review: 3}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def told(run: Run, today: str, lang: str = "en") -> str:
    done = run("status", "--today", today, "--lang", lang, COLUMNS="140")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def data(run: Run, today: str) -> dict[str, Any]:
    done = run("status", "--today", today, "--format", "json")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_review_of_nobody_is_for_those_who_review(run: Run, tmp_path: Path) -> None:
    team = "{id: cho, name: Cho, roles: [reviewer]}, {id: amy, roles: [author, reviewer]}"
    text = PLAN.replace("{id: amy, name: Amy, roles: [author]}", team)
    text = text.replace("reviewer: ben,\n", "\n")
    (tmp_path / "socialplan.yaml").write_text(text, "utf-8")
    told = data(run, "2026-12-10")
    review = [one for one in (*told["needs"], *told["coming"]) if one["what"] == "check"]
    assert [(one["who"], one["title"]) for one in review] == [("Cho", "Second")]


def test_work_is_due_on_the_day_that_the_checklist_names(run: Run, plan: Path) -> None:
    before, on, after = (data(run, f"2026-12-0{day}") for day in (2, 3, 4))
    write = [("write", "Amy", "First", "2026-12-03")]

    def said(one: dict[str, Any], key: str) -> list[tuple[str, ...]]:
        return [
            (need["what"], need["who"], need["title"], need["by"])
            for need in one[key]
            if need["what"] == "write"
        ]

    assert (said(before, "needs"), said(before, "coming")) == ([], write)
    assert (said(on, "needs"), said(on, "coming")) == (write, [])
    assert [need["is_late"] for need in on["needs"] if need["what"] == "write"] == [False]
    assert [need["is_late"] for need in after["needs"] if need["what"] == "write"] == [True]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ("Coming up:", "Amy: write “First” · by Thu, Dec 3 · goes out Tue, Dec 8")),
        ("zh-TW", ("接下來：", "Amy：撰寫「First」 · 12月3日（週四）前 · 12月8日（週二）發布")),
        ("zh-CN", ("接下来：", "Amy：撰写“First” · 12月3日（周四）前 · 12月8日（周二）发布")),
    ],
)
def test_a_plan_that_has_not_begun_tells_what_begins_next(
    run: Run, plan: Path, lang: str, lines: tuple[str, ...]
) -> None:
    text = told(run, "2026-11-20", lang)
    assert all(line in text for line in lines)


def test_days_before_and_after_the_plan_are_told(run: Run, plan: Path) -> None:
    early, late = told(run, "2026-11-20"), told(run, "2027-02-01")
    assert "begins in 10 days" in early
    assert "Next: Tue, Dec 1" in early
    assert "ended 32 days ago" in late
    assert "No slots are left" in late
    assert "No account has a cadence" not in late
    assert "approved week" not in late
    assert "schedule next week" not in late


def test_what_has_not_been_read_is_not_called_nothing(run: Run, plan: Path) -> None:
    assert "(not read since the start, " in told(run, "2026-12-01")
    for value, share in ((499, "0%"), (500, "0%"), (505, "1%"), (480, "back by 4%")):
        history = f"history: [{{value: {value}, date: 2026-11-15}}], target: 1000"
        plan.write_text(PLAN.replace("target: 1000", history), "utf-8")
        assert f"({share} of the way, " in told(run, "2026-12-01")


def test_many_late_posts_leave_room_for_what_is_due_today(run: Run, plan: Path) -> None:
    late = "".join(
        f"  - {{id: l{day}, account: ig, at: 2026-12-{day:02} 09:00, title: Late {day}}}\n"
        for day in range(1, 10)
    )
    plan.write_text(PLAN.replace("posts:\n", f"posts:\n{late}"), "utf-8")
    text = told(run, "2026-12-12")
    due = [line.strip() for line in text.splitlines() if line.startswith(" • Ben: check")]
    assert due == ["• Ben: check “Second” · by Sat, Dec 12 · goes out Tue, Dec 15 · Instagram"]
    assert "… and 5 more" in text


def test_late_work_on_the_next_post_is_told_before_what_has_long_been_late(
    run: Run, plan: Path
) -> None:
    tasks = "".join(f"{{what: Task {n}, due: 2026-12-01}}, " for n in range(9))
    group = f"community: {{stages: [{{stage: invite, tasks: [{tasks}]}}]}}\n"
    plan.write_text(PLAN + group, "utf-8")
    late = [one["title"] for one in data(run, "2026-12-14")["needs"] if one["is_late"]]
    assert late[:2] == ["Second", "Task 0"]
    assert len(late) == 5


def test_a_batch_day_is_told_once_with_who_publishes(run: Run, plan: Path) -> None:
    plan.write_text(PLAN.replace("status: in_review", "status: approved"), "utf-8")
    text = told(run, "2026-12-07")
    assert "Ben: schedule next week · Mon, Dec 7" in text
    assert "schedule “Second”" not in text
    assert "late: Ben: schedule “Second” · by Mon, Dec 7" in told(run, "2026-12-08")


def test_what_nobody_is_named_for_is_scheduled_by_those_who_publish(run: Run, plan: Path) -> None:
    text = PLAN.replace("status: in_review", "status: approved").replace(" owner: ben,", "")
    plan.write_text(text, "utf-8")
    assert "late: Ben: schedule “Second” · by Mon, Dec 7" in told(run, "2026-12-08")


def test_a_review_that_is_due_needs_somebody(run: Run, plan: Path) -> None:
    plan.write_text(PLAN + "reviews: {every: month, day: 5}\n", "utf-8")
    assert "hold the review · by Sat, Dec 5" in told(run, "2026-12-05")
    assert "late: somebody: hold the review" in told(run, "2026-12-06")
    log = "log: [{date: 2026-12-05, found: Mornings work}]"
    plan.write_text(PLAN + f"reviews: {{every: month, day: 5, {log}}}\n", "utf-8")
    assert "late: somebody: hold the review" not in told(run, "2026-12-06")


def test_a_full_week_stays_on_one_screen(run: Run, plan: Path) -> None:
    more = "".join(
        f"  - {{id: p{n}, account: ig, at: 2026-12-05 {n:02}:00, title: Post {n}}}\n"
        for n in range(24)
    )
    plan.write_text(PLAN.replace("posts:\n", f"posts:\n{more}"), "utf-8")
    assert len(told(run, "2026-12-01").splitlines()) < 50
    assert data(run, "2026-12-01")["next_count"] == 25


def test_long_titles_are_cut_on_the_screen_and_whole_elsewhere(run: Run, plan: Path) -> None:
    long = "超長的標題" * 60
    text = PLAN.replace("title: Bear", f"title: {long}").replace("More friends", long)
    plan.write_text(text.replace("First", long), "utf-8")
    done = run("status", "--today", "2026-12-03", "--lang", "zh-TW", COLUMNS="60")
    assert len(done.stdout.splitlines()) < 50
    assert "…" in done.stdout
    whole = run("status", "--today", "2026-12-03", "--format", "markdown").stdout
    assert whole.count(long) == 3


def test_a_bare_plan_makes_no_claims_on_its_days(run: Run, plan: Path) -> None:
    plan.write_text("socialplan: 1\ntitle: Bare\nbrand: {name: Bear}\n", "utf-8")
    text = told(run, "2026-12-01")
    assert "days left" not in text
    assert "Nothing needs anybody today." in text
