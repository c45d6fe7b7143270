"""A team's own templates and styles: found, escaped, bounded, and clear about their mistakes."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.test_rendering import TODAY, plan_of

from socialplan.config import BadConfig, settings_for
from socialplan.errors import SocialPlanError, UnknownName
from socialplan.rendering import jinja, overriding, render, render_template
from socialplan.rendering.page import Page
from socialplan.slots import calendar_of
from socialplan.views import Asked, make
from socialplan.views.window import days_shown

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '"><script>alert(1)</script>'


def page(
    folder: Path | None = None, view: str = "week", title: str = "週年慶", form: str = "markdown"
) -> Page:
    plan = plan_of(title)
    calendar = calendar_of(plan, TODAY)
    days = days_shown(view, calendar, TODAY, None, None)
    made = make(view, Asked(plan, calendar, TODAY, days, "zh-TW"), form)
    return Page(view, made, "zh-TW", "zh-TW", own=folder)


def shown(folder: Path | None, form: str, **asked: str) -> str:
    return render(page(folder, form=form, **asked), form)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, form: str = "markdown") -> SocialPlanError:
    with pytest.raises(SocialPlanError) as caught:
        shown(folder, form)
    return caught.value


# ── where they are found ──


def test_the_settings_name_the_folder_and_it_lies_beside_the_file_that_does(tmp_path: Path) -> None:
    plan = write(tmp_path, "cafe/socialplan.yaml", "")
    own = write(tmp_path, "brand/templates/week.md.j2", "").parent
    write(tmp_path, "brand/socialplan.toml", 'templates = "templates"')
    write(tmp_path, "cafe/socialplan.toml", 'extends = "../brand/socialplan.toml"')
    found = overriding.folder_for(plan)
    assert found is not None
    assert found.resolve() == own.resolve()
    assert settings_for(plan).origins["templates"].endswith("brand/socialplan.toml")
    write(tmp_path, "cafe/own/x", "")
    write(
        tmp_path, "cafe/socialplan.toml", 'extends = "../brand/socialplan.toml"\ntemplates = "own"'
    )
    assert overriding.folder_for(plan) == tmp_path / "cafe/own"


def test_a_folder_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    plan = write(tmp_path, "socialplan.yaml", "")
    assert overriding.folder_for(plan) is None
    write(tmp_path, "socialplan.toml", 'templates = "away"')
    with pytest.raises(BadConfig) as caught:
        overriding.folder_for(plan)
    assert caught.value.message == "config-no-folder"
    assert str(caught.value.named["path"]).endswith("socialplan.toml:1:13")
    write(tmp_path, "socialplan.toml", "templates = 1")
    with pytest.raises(BadConfig):
        overriding.folder_for(plan)
    write(tmp_path, "socialplan.toml", 'template = "x"')
    with pytest.raises(BadConfig) as caught:
        overriding.folder_for(plan)
    assert caught.value.named["nearest"] == "templates"


# ── what they replace ──


def test_a_template_of_our_name_replaces_ours_and_may_use_the_parts_of_ours(tmp_path: Path) -> None:
    write(
        tmp_path,
        "week.md.j2",
        '{% from "parts.md.j2" import counts with context %}# {{ view.title | md }}!\n'
        "{{ counts(view.counts) }}",
    )
    assert shown(tmp_path, "markdown").startswith("# 週年慶!\n✎ 草稿 1 · ☐")
    assert shown(tmp_path, "markdown", view="month") == shown(None, "markdown", view="month")


def test_a_part_of_ours_is_replaced_wherever_it_is_used(tmp_path: Path) -> None:
    ours = overriding.source_of("parts.md.j2")
    write(tmp_path, "parts.md.j2", ours.replace("mark(status)", "'#'"))
    assert "#" in shown(tmp_path, "markdown").splitlines()[4]


def test_the_frame_of_html_pages_is_replaced_and_still_allows_no_other_script(
    tmp_path: Path,
) -> None:
    ours = overriding.source_of("page.html.j2")
    write(tmp_path, "page.html.j2", ours.replace("<main", "<p>{{ view.title }}</p><main"))
    made = shown(tmp_path, "html", title=HOSTILE)
    assert "<p>&#34;&gt;&lt;script&gt;" in made
    assert HOSTILE not in made
    assert hashes(made, "script") == allowed(made, "script-src")


def test_styles_replace_ours_by_name_and_the_brand_comes_last(tmp_path: Path) -> None:
    write(tmp_path, "base.css", "body { color: red }")
    write(tmp_path, "brand.css", "h1 { color: green }\n/* </style><script>alert(1)</script> */")
    made = shown(tmp_path, "html")
    assert "<style>body { color: red }" in made
    style = re.findall("<style>(.*?)</style>", made, re.DOTALL)[0]
    assert style.rstrip().endswith(
        "h1 { color: green }\n/* <\\/style><script>alert(1)<\\/script> */"
    )
    assert hashes(made, "style") == allowed(made, "style-src")
    assert "color: green" not in shown(None, "html")


def hashes(made: str, element: str) -> set[str]:
    bodies = re.findall(rf"<{element}>(.*?)</{element}>", made, re.DOTALL)
    return {b64encode(sha256(body.encode()).digest()).decode() for body in bodies}


def allowed(made: str, directive: str) -> set[str]:
    policy = unescape(re.findall('Content-Security-Policy" content="(.*?)"', made)[0])
    return set(re.findall(rf"{directive} 'sha256-(.*?)'", policy))


def test_a_name_that_was_probably_meant_for_ours_is_noticed(tmp_path: Path) -> None:
    weeks = write(tmp_path, "weeks.md.j2", "")
    write(tmp_path, "month.md.j2", "")
    write(tmp_path, "_week.md.j2", "")
    assert overriding.misspelt(tmp_path, "week.md.j2") == weeks
    assert overriding.misspelt(tmp_path, "agenda.md.j2") is None
    write(tmp_path, "week.md.j2", "")
    assert overriding.misspelt(tmp_path, "week.md.j2") is None


def test_ours_can_be_had_to_start_from() -> None:
    assert "{% extends" in overriding.source_of("week.html.j2")
    assert "--" in overriding.source_of("base.css")
    with pytest.raises(UnknownName) as caught:
        overriding.source_of("week.j2")
    assert caught.value.named["nearest"] == "week.md.j2"
    with pytest.raises(UnknownName):
        overriding.source_of("../__init__.py")


@pytest.mark.parametrize("name", ["week.md.j2", "sheet.md.j2", "week.html.j2", "plan.html.j2"])
def test_a_copy_of_ours_makes_the_same_page(tmp_path: Path, name: str) -> None:
    view, ending, _ = name.split(".")
    form = {"md": "markdown", "html": "html"}[ending]
    write(tmp_path, name, overriding.source_of(name))
    assert shown(tmp_path, form, view=view) == shown(None, form, view=view)


# ── what is escaped ──


@pytest.mark.parametrize(
    "name", ["mine.html.j2", "mine.html", "MINE.HTM", "mine.svg", "mine.xml.j2"]
)
def test_a_template_of_markup_escapes_what_people_typed(tmp_path: Path, name: str) -> None:
    write(tmp_path, "title.txt", "{{ view.title }}")
    path = write(tmp_path, name, '<p title="{{ view.title }}">{% include "title.txt" %}</p>')
    made = render_template(page(title=HOSTILE), path)
    assert "<script>" not in made
    assert made.count("&lt;script&gt;") == 2


def test_a_template_of_text_escapes_nothing_by_itself(tmp_path: Path) -> None:
    path = write(tmp_path, "mine.txt", "{{ view.title }}")
    assert render_template(page(title="a & b"), path) == "a & b"


def test_a_page_of_ones_own_can_stand_in_our_frame(tmp_path: Path) -> None:
    text = (
        '{% extends "page.html.j2" %}{% block main %}<p>{{ view.days | length }}</p>{% endblock %}'
    )
    made = render_template(page(), write(tmp_path, "mine.html.j2", text))
    assert "<p>7</p>" in made
    assert hashes(made, "style") == allowed(made, "style-src") != set()


# ── what goes wrong ──


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\n{{ view.dais }}", 2, "did you mean “days”?"),
        ("{{ vew.days }}", 1, "did you mean “view”?"),
        ("\n\n{{ t('open-slto') }}", 3, "did you mean “open-slot”?"),
        ("{{ view.title | mdd }}", 1, "did you mean “md”?"),
        ("{% for day in view.days %}\n", 1, "endfor"),
        ('\n{% include "footer.md" %}', 2, "no template footer.md"),
        ("{{ view.__class__ }}", 1, "unsafe"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ dates.locale.__init__.__globals__ }}", 1, "unsafe"),
        ("{{ t.__func__.__globals__ }}", 1, "unsafe"),
        ("{% include 'week.md.j2' %}", 1, "includes or calls itself"),
        ('{% import "../../secret.j2" as x %}', 1, "no template ../../secret.j2"),
        ("{{ view.days.append(1) }}", 1, "append"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    from socialplan.translating import words

    write(tmp_path.parent, "secret.j2", "secret")
    path = write(tmp_path / "own", "week.md.j2", text)
    error = refused(tmp_path / "own")
    said = words("en")(f"errors.{error.message}", **error.named)
    assert said.startswith(f"{path}:{line}: ")
    assert reason in said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "long"),
        ("{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}", "large"),
        ("{{ 'x' * 99999999 }}", "large"),
        ("{{ '%99999999s' % 'x' }}", "large"),
    ],
)
def test_a_template_that_never_ends_or_makes_too_much_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.setattr(jinja, "SECONDS", 1)
    write(tmp_path, "week.md.j2", text)
    assert refused(tmp_path).message == f"template-too-{message}"


def test_no_link_leads_out_of_the_folder_and_loops_of_links_are_no_template(tmp_path: Path) -> None:
    own = tmp_path / "own"
    secret = write(tmp_path, "secret.css", "p { content: 'secret' }")
    write(own, "month.md.j2", "")
    (own / "brand.css").symlink_to(secret)
    (own / "week.md.j2").symlink_to(own / "week.md.j2")
    (own / "page.html.j2").symlink_to(tmp_path / "other.j2")
    assert shown(own, "markdown") == shown(None, "markdown")
    assert "secret" not in shown(own, "html")


def test_a_style_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brand.css").write_bytes(b"\xff\xfe")
    assert refused(tmp_path, "html").message == "bad-template"
    (tmp_path / "brand.css").write_bytes(b" " * (overriding.LARGEST_FILE + 1))
    assert refused(tmp_path, "html").message == "template-too-large"
