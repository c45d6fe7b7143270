"""The starters: each reads, lints and fills its slots, for any brand and from any day on."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
import yaml

from socialplan.cli import app
from socialplan.finding import Severity
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.plan.publications import publications
from socialplan.plan.times import WEEKDAYS
from socialplan.rules import all_rules
from socialplan.scaffolding import TEMPLATES, Starter, first_monday, plan_text, usual_market
from socialplan.slots import calendar_of
from socialplan.source import read_text
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from socialplan.finding import Finding
    from socialplan.plan import Plan

STARTERS = [(template, language) for template in TEMPLATES for language in LANGUAGES]
MARKETS = ("TW", "CN", "HK", "US", "JP", "SG", "CA")
MONDAY = date(2026, 11, 30)
NAMES = {"zh-TW": "小熊咖啡", "zh-CN": "小熊咖啡", "en": "Little Bear"}


def starter(template: str, language: str, market: str = "", start: date = MONDAY) -> Starter:
    market = market or usual_market(template, language)
    return Starter(template, language, NAMES[language], market, start)


def plan_of(chosen: Starter) -> Plan:
    return load_plan(read_text(plan_text(chosen), "socialplan.yaml", None)).plan


def findings_of(chosen: Starter, days_ahead: int = 5) -> list[Finding]:
    source = read_text(plan_text(chosen), "socialplan.yaml", None)
    return lint(load_plan(source), all_rules(), chosen.start - timedelta(days_ahead))


@pytest.mark.parametrize(("template", "language"), STARTERS)
def test_a_starter_has_nothing_to_complain_about(template: str, language: str) -> None:
    found = findings_of(starter(template, language))
    if template == "minimal":  # is asked to grow
        found = [one for one in found if one.severity is not Severity.INFO]
    # That a government has not announced its make-up days yet is no fault of the starter.
    assert not [one.message for one in found if one.name != "holidays-unknown"]


@pytest.mark.parametrize(("template", "language"), STARTERS)
@pytest.mark.parametrize("weekday", range(7), ids=WEEKDAYS)
def test_a_starter_may_begin_on_any_day_in_any_market(
    template: str, language: str, weekday: int
) -> None:
    start = MONDAY + timedelta(days=weekday, weeks=11 * weekday)
    for market in (MARKETS[weekday], MARKETS[weekday - 3]):
        found = findings_of(starter(template, language, market, start))
        assert not [f.message for f in found if f.severity is Severity.ERROR]


@pytest.mark.parametrize(("template", "language"), STARTERS)
@pytest.mark.parametrize("weekday", range(7), ids=WEEKDAYS)
def test_every_post_stands_on_a_slot_within_the_period(
    template: str, language: str, weekday: int
) -> None:
    start = MONDAY + timedelta(weekday)
    plan = plan_of(starter(template, language, start=start))
    calendar = calendar_of(plan, start)
    assert not calendar.off_cadence
    assert plan.period is not None
    dated = [one for one in publications(plan) if one.at is not None]
    assert dated
    for one in dated:
        assert one.at is not None
        assert calendar.slot_of(one) is not None
        assert one.at.date() in plan.period


@pytest.mark.parametrize(("template", "language"), [s for s in STARTERS if s[0] != "minimal"])
def test_a_starter_shows_each_section_that_matters(template: str, language: str) -> None:
    plan = plan_of(starter(template, language))
    assert sum(goal.main for goal in plan.goals) == 1
    assert sum(pillar.share or 0 for pillar in plan.pillars) == pytest.approx(1)
    assert all(persona.evidence and persona.challenges for persona in plan.personas)
    assert all(account.owner and account.staff and account.cadence for account in plan.accounts)
    assert sum("publisher" in person.roles for person in plan.team) > 1
    written = [post for post in plan.posts if post.state != "idea"]
    assert len(written) >= 4
    for post in written:
        assert post.title
        assert post.text
        assert post.hook
        assert post.call_to_action
        assert post.author != post.reviewer
    assert Counter(post.state for post in plan.posts)["idea"] == 1


@pytest.mark.parametrize(("template", "language"), STARTERS)
def test_a_starter_renders_at_once(
    template: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = starter(template, language)
    path = tmp_path / "socialplan.yaml"
    path.write_text(plan_text(chosen), encoding="utf-8")
    first = next(post.title for post in plan_of(chosen).posts)
    for view in ("week", "sheet", "checklist"):
        options = ["--view", view, "--format", "json", "--week", "2026-W49"]
        app(args=["render", str(path), *options], standalone_mode=False)
        shown = capsys.readouterr()
        assert shown.err == ""
        assert json.dumps(first, ensure_ascii=False) in shown.out


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_reader_of_yaml_reads_the_same(template: str) -> None:
    for language in LANGUAGES:
        text = plan_text(starter(template, language))
        ours = read_text(text, "socialplan.yaml", None).data
        theirs = yaml.load(text, yaml.BaseLoader)
        assert _as_text(ours) == _as_text(theirs)


def _as_text(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_copy_is_used_twice(template: str) -> None:
    for language in LANGUAGES:
        texts = [
            said.text
            for p in publications(plan_of(starter(template, language)))
            for said in p.texts
        ]
        assert len(texts) == len(set(texts))


def test_minimal_is_about_ten_lines() -> None:
    for language in LANGUAGES:
        assert len(plan_text(starter("minimal", language)).splitlines()) <= 12


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "name",
    [
        "a: b # c",
        "\"quoted\" 'and' \\back\\",
        "👨‍👩‍👧‍👦 🍎",
        "{{7*7}}{% if %}",
        "- [x] {y}, &z *w !v |> @ % `",
        "null",
        "618",
        "é中文한글",
    ],
)
def test_any_name_comes_back_as_it_was_typed(template: str, name: str) -> None:
    for language in LANGUAGES:
        chosen = starter(template, language)._replace(name=name)
        loaded = load_plan(read_text(plan_text(chosen), "socialplan.yaml", None))
        assert not loaded.mistakes
        assert loaded.plan.brand.name == name
        assert name in loaded.plan.title


def test_the_first_monday_leaves_some_days() -> None:
    for number in range(14):
        today = date(2026, 11, 21) + timedelta(number)
        monday = first_monday(today)
        assert monday.weekday() == 0
        assert 5 <= (monday - today).days < 12
