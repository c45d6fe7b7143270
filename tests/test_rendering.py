"""Pages in every format: whole, harmless and within the screen, whatever people type."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from datetime import time as clock
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from socialplan.errors import SocialPlanError
from socialplan.facts import PLATFORMS
from socialplan.loading import load_plan
from socialplan.plan import Plan
from socialplan.rendering import render, render_template
from socialplan.rendering.dates import Dates
from socialplan.rendering.page import MARKS, Page
from socialplan.rendering.terminal.wrapping import between_names, breaks
from socialplan.slots import calendar_of
from socialplan.source import read_text
from socialplan.translating import LANGUAGES
from socialplan.views import Asked, comparison, make
from socialplan.views.filtering import STATUSES, Filter
from socialplan.views.window import Window, days_shown

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("week", "month", "agenda", "sheet")
TODAY = date(2026, 11, 25)
NASTY = (
    "a|b *x* <script>alert(1)</script> [x](javascript:alert(1)) ![y](z) `code` [bold]m[/bold] "
    "{{ 7*7 }} {% raw %} \x1b[31mred \x9b2J \u202ebidi\u202c\r\n# head\u2028- list\t1. one ~~no~~ "
    "&lt; https://a.example/<b> 👩‍👩‍👧‍👦 ☺️"
)
HARMLESS = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def plan_of(title: str = "官方週年慶", **post: Any) -> Plan:
    return Plan.model_validate(
        {
            "socialplan": 1,
            "title": title or "x",
            "brand": {"name": "小熊咖啡", "market": "TW"},
            "period": {"start": "2026-11-23", "end": "2026-12-20"},
            "team": [{"id": "an", "name": title or "x"}],
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "name": title or None,
                    "owner": "an",
                    "limits": [title],
                    "cadence": [
                        {
                            "format": "broadcast",
                            "days": ["wed", "fri"],
                            "at": "20:00",
                            "title": title or None,
                        }
                    ],
                }
            ],
            "community": {
                "rituals": [
                    {"kind": "activity", "account": "line", "days": ["sat"], "title": title or None}
                ]
            },
            "posts": [
                {
                    "id": "one",
                    "account": "line",
                    "at": "2026-11-25 20:00",
                    "title": title,
                    "text": title,
                    "note": title,
                    "author": "an",
                    "link": title or "x",
                    **post,
                },
                {"id": "idea", "account": "line", "title": title},
            ],
        }
    )


def page_of(
    view: str, plan: Plan, *, width: int | None = None, color: bool = False, days: Any = None
) -> Page:
    calendar = calendar_of(plan, TODAY)
    window = days or days_shown(view, calendar, TODAY, None, None)
    made = make(view, Asked(plan, calendar, TODAY, window, "zh-TW", Filter()))
    return Page(view, made, "zh-TW", "zh-TW", width, color)


# ── the terminal ──


def test_the_week_of_the_ten_line_plan() -> None:
    plan = Plan.model_validate(
        {
            "socialplan": 1,
            "title": "小熊咖啡社群計劃",
            "brand": {"name": "小熊咖啡", "market": "TW"},
            "accounts": [
                {
                    "id": "line",
                    "platform": "line-oa",
                    "cadence": [{"format": "broadcast", "days": ["wed", "fri"], "at": "20:00"}],
                }
            ],
            "posts": [
                {
                    "account": "line",
                    "at": "2026-11-25 20:00",
                    "title": "官方週年慶",
                    "text": "加入好友享 85 折優惠!",
                }
            ],
        }
    )
    assert (
        render(page_of("week", plan), "terminal")
        == (
            "小熊咖啡社群計劃\n"
            "2026年11月23日至29日 · 2026-W48\n"
            "✎ 草稿 1   ☐ 空時段 1\n"
            "\n"
            "11/23 週一       沒有安排\n"
            "11/24 週二       沒有安排\n"
            "11/25 週三 今天  20:00  ✎ 草稿    LINE 官方帳號 群發  官方週年慶\n"
            "11/26 週四       沒有安排\n"
            "11/27 週五              ✦ 檔期                        黑色星期五\n"
            "                 20:00  ☐ 空時段  LINE 官方帳號 群發\n"
            "11/28 週六       沒有安排\n"
            "11/29 週日       沒有安排\n"
            "\n"
        ).rstrip("\n")
        + "\n"
    )


@pytest.mark.parametrize("view", OURS)
@HARMLESS
@given(title=st.text(max_size=200), width=st.integers(40, 120))
@example(title=NASTY, width=40)
@example(title=NASTY, width=100)
@example(title="字" * 10_000, width=72)
@example(title="x" * 10_000, width=96)
@example(title="（「字" * 50, width=41)
def test_no_line_is_wider_than_the_terminal(view: str, title: str, width: int) -> None:
    text = render(page_of(view, plan_of(title), width=width), "terminal")
    for line in text.split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()
        assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)


@pytest.mark.parametrize("view", ["week", "month", "agenda", "board", "sheet"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("title", ["長" * 10_000, "👨‍👩‍👧‍👦" * 3000, "w" * 10_000, "🇹🇼👍🏽" * 5000])
def test_a_title_of_ten_thousand_characters_is_cut(view: str, title: str, width: int) -> None:
    shown = render(page_of(view, plan_of(title, text="Hi"), width=width), "terminal")
    assert "…" in shown
    assert len(shown.splitlines()) < 260
    assert not re.search("👨‍👩‍👧…|🇹…", shown)  # a family and a flag stay whole


def test_the_time_and_the_remarks_stand_behind_a_title_that_is_cut() -> None:
    shown = render(
        page_of("week", plan_of("長" * 10_000, at="2026-11-26 09:00"), width=80), "terminal"
    )
    assert "不在固定時段" in re.sub(r"\s", "", shown)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("冬天的豆子\n一張圖選好", "冬天的豆子一張圖選好"),
        ("開跑了！\n\n#咖啡", "開跑了！#咖啡"),
        ("Open\nnow", "Open now"),
        ("今天喝咖啡\nLINE 見", "今天喝咖啡 LINE 見"),
        ("好喝 😀\n明天見", "好喝 😀 明天見"),
        ("겨울\n커피", "겨울 커피"),
    ],
)
def test_lines_of_chinese_are_joined_without_a_space(lines: str, joined: str) -> None:
    shown = render(page_of("sheet", plan_of("週年慶", text=lines), width=100), "terminal")
    assert joined in shown


@pytest.mark.parametrize("view", OURS)
def test_colour_is_written_only_where_it_is_wanted(view: str) -> None:
    plan = plan_of("週年慶")
    assert "\x1b[" not in render(page_of(view, plan), "terminal")
    coloured = render(page_of(view, plan, color=True), "terminal")
    plain = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert plain.split() == render(page_of(view, plan), "terminal").split()


@pytest.mark.parametrize("width", [24, 30, 40, 50])
def test_a_count_stays_with_its_mark(width: int) -> None:
    shown = render(page_of("week", plan_of(), width=width), "terminal")
    assert "☐ 空時段 1" in shown
    assert "☐ 空時段 " in render(page_of("month", plan_of(), width=width), "terminal")
    assert "▸ 已排程 1" in render(
        page_of("agenda", plan_of(status="scheduled"), width=width), "terminal"
    )


def test_a_month_is_a_grid_on_a_wide_terminal_and_a_list_on_a_narrow_one() -> None:
    page = page_of("month", plan_of("週年慶"), width=100)
    grid = render(page, "terminal").split("\n")
    assert {cell_len(line) for line in grid if line.startswith(("│", "├", "┌", "└"))} == {99}
    narrow = render(page_of("month", plan_of("週年慶"), width=60), "terminal")
    assert "│" not in narrow
    assert "11/25 週三 今天" in narrow


def test_a_crowded_day_is_counted_where_its_box_is_full() -> None:
    plan = plan_of("週年慶")
    more = plan.model_copy(update={"posts": plan.posts[:1] * 9})
    assert "還有 3 項" in render(page_of("month", more, width=100), "terminal").replace("\n", "")


def test_every_status_has_a_sign_of_one_column() -> None:
    assert set(MARKS) == set(STATUSES)
    assert {cell_len(mark) for mark in MARKS.values()} == {1}


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一杯好咖啡，一個下午。", 10, ["一杯好咖", "啡，一個下", "午。"]),
        ("安靜（不限時）的位子", 6, ["安靜", "（不限", "時）的", "位子"]),
        ("two words", 4, ["two ", "word", "s"]),
        ("買 2 送 1", 20, ["買 2 送 1"]),
        ("標籤 #咖啡", 6, ["標籤 ", "#咖啡"]),
        ("abcdef", 3, ["abc", "def"]),
        ("abcdef gh", 4, ["abcd", "ef ", "gh"]),
    ],
)
def test_lines_break_as_chinese_breaks_them(text: str, width: int, lines: list[str]) -> None:
    places = [0, *breaks(text, width), len(text)]
    assert [text[a:b] for a, b in pairwise(places)] == lines


def test_no_line_of_a_list_of_long_names_begins_with_a_comma() -> None:
    names = "林晓（社群运营）、孙磊（设计）、王"
    for width in range(8, 30):
        ends = [0, *breaks(names, width, between_names), len(names)]
        lines = [names[start:end] for start, end in pairwise(ends)]
        assert not [one for one in lines if one[0] in "、）"]
        assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_stay_whole_in_the_first_column_of_a_table(language: str, width: int) -> None:
    shown = comparison.limits("line-oa", None, language)
    text = render(Page("limits", shown, language, language, width=width), "terminal")
    fields = {limit.field for form in shown.formats for limit in form.limits}
    assert "template.text_with_image" in fields
    assert fields <= {word.partition("（")[0] for word in text.split()}
    platforms = comparison.comparison(PLATFORMS, None, language)
    text = render(Page("comparison", platforms, language, language, width=width), "terminal")
    assert {f"({slug})" for slug in PLATFORMS} <= set(text.split())


# ── Markdown ──


def tables(text: str) -> list[list[int]]:
    """Count the cells of every row of every table."""
    found: list[list[int]] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append(0)
        elif token.type in ("td_open", "th_open"):
            found[-1][-1] += 1
    return found


@pytest.mark.parametrize("view", OURS)
@HARMLESS
@given(title=st.text(max_size=200))
@example(title=NASTY)
@example(title="\\|")
@example(title="字" * 10_000)
def test_what_people_type_stays_in_its_cell(view: str, title: str) -> None:
    usual = tables(render(page_of(view, plan_of("週年慶")), "markdown"))
    assert tables(render(page_of(view, plan_of(title)), "markdown")) == usual


@pytest.mark.parametrize("view", OURS)
def test_what_people_type_is_never_markup(view: str) -> None:
    text = render(page_of(view, plan_of(NASTY)), "markdown")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    inline = [one for token in parser.parse(text) for one in token.children or ()]
    kinds = {one.type for one in inline}
    assert not kinds & {"link_open", "image", "code_inline", "s_open"}
    html = {one.content for one in inline if one.type == "html_inline"}
    assert html <= {"<br>"}
    assert "\x1b" not in text
    assert "49" not in text


def test_only_a_web_address_becomes_a_link() -> None:
    good = render(page_of("sheet", plan_of(link="https://a.example/x_y?z=1&w=2")), "markdown")
    assert "<https://a.example/x_y?z=1&w=2>" in good
    bad = render(page_of("sheet", plan_of(link="javascript:alert(1)")), "markdown")
    assert "<javascript" not in bad


# ── JSON ──


@pytest.mark.parametrize("view", OURS)
@HARMLESS
@given(title=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
@example(title=NASTY)
def test_json_has_what_was_typed_and_nothing_that_a_terminal_obeys(view: str, title: str) -> None:
    text = render(page_of(view, plan_of(title)), "json")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    document = json.loads(text)
    assert (document["version"], document["view"], document["title"]) == (1, view, title)


def test_json_of_a_week() -> None:
    document = json.loads(render(page_of("week", plan_of("週年慶")), "json"))
    (item,) = document["days"][2]["items"]
    assert item["at"] == "2026-11-25T20:00"
    assert item["status"] == "draft"
    assert document["counts"] == {"draft": 1, "open": 1}


@pytest.mark.parametrize(
    ("view", "form"),
    [
        *(
            (view, form)
            for view in ("sheet", "community", "plan")
            for form in ("terminal", "markdown")
        ),
        *(("sheet", "csv"), ("community", "html"), ("plan", "html")),
    ],
)
def test_who_answers_for_an_account_is_said(view: str, form: str) -> None:
    group = {"id": "g", "platform": "line-oa", "owner": "wen", "staff": ["kai", "wen"]}
    plan = Plan.model_validate(
        {
            "socialplan": 1,
            "title": "x",
            "brand": {"name": "x", "market": "TW"},
            "period": {"start": "2026-11-23", "end": "2026-12-20"},
            "team": [{"id": "wen", "name": "雯"}, {"id": "kai", "name": "凱"}],
            "accounts": [group],
            "community": {"groups": ["g"], "rituals": [{"kind": "activity", "account": "g"}]},
        }
    )
    shown = render(page_of(view, plan), form)
    assert isinstance(shown, str)
    assert "雯（負責人）、凱" in re.sub("</?bdi>", "", shown)


# ── dates ──


@pytest.mark.parametrize(
    ("locale", "span", "day", "moment", "weekdays"),
    [
        (
            "zh-TW",
            "2026年12月28日至2027年1月3日",
            "12/2 週三",
            "12月2日（週三）20:00",
            "週一至三、五",
        ),
        (
            "zh-CN",
            "2026年12月28日至2027年1月3日",
            "12/2 周三",
            "12月2日（周三）20:00",
            "周一至三、五",
        ),
        ("en-US", "Dec 28, 2026 – Jan 3, 2027", "Wed, Dec 2", "Wed, Dec 2 20:00", "Mon–Wed, Fri"),
        ("xx", "Dec 28, 2026 – Jan 3, 2027", "Wed, Dec 2", "Wed, Dec 2 20:00", "Mon–Wed, Fri"),
    ],
)
def test_dates_are_written_as_a_locale_does(
    locale: str, span: str, day: str, moment: str, weekdays: str
) -> None:
    dates = Dates(locale)
    assert dates.span(date(2026, 12, 28), date(2027, 1, 3)) == span
    assert dates.brief(date(2026, 12, 2)) == day
    assert dates.moment(datetime(2026, 12, 2, 20)) == moment
    assert dates.moment(date(2026, 12, 2), clock(20)) == moment
    assert dates.weekdays([0, 1, 2, 4]) == weekdays


def test_the_table_says_times_in_words() -> None:
    text = render(page_of("sheet", plan_of("週年慶")), "markdown")
    assert "| 發文頻率 | 群發 2 次/週 |" in text
    assert "| 發文時間 | 群發 週年慶 週三、五 20:00 |" in text


# ── templates of the user's ──


def filled(folder: Path, text: str, **others: str) -> str:
    for name, more in others.items():
        (folder / f"{name}.txt").write_text(more, encoding="utf-8")
    template = folder / "mine.j2"
    template.write_text(text, encoding="utf-8")
    return render_template(page_of("week", plan_of("週年慶")), template)


def refused(folder: Path, text: str, **others: str) -> SocialPlanError:
    with pytest.raises(SocialPlanError) as error:
        filled(folder, text, **others)
    return error.value


def test_a_template_has_the_view_words_dates_and_filters(tmp_path: Path) -> None:
    text = (
        '{% from "parts.md.j2" import counts with context %}'
        "{{ view.title }} {{ t('today') }} {{ dates.brief(view.first) }} {{ counts(view.counts) }}"
        " {{ 'a|b' | md }} {{ mark('open') }} {{ language }}"
    )
    assert (
        " ".join(filled(tmp_path, text).split())
        == "週年慶 今天 11/23 週一 ✎ 草稿 1 · ☐ 空時段 1 a\\|b ☐ zh-TW"
    )


@pytest.mark.parametrize(
    ("text", "place", "nearest"),
    [
        ("{{ veiw }}", "mine.j2:1", "view"),
        ("\n\n{{ view.dais }}", "mine.j2:3", "days"),
        ("{% for day in view.days %}\n{{ day.itmes }}{% endfor %}", "mine.j2:2", "items"),
        ("{{ view.title | uper }}", "mine.j2:1", "upper"),
        ("{{ t('titel') }}", "mine.j2:1", "title"),
        ("{% include 'other.txt' %}", "other.txt:2", "title"),
    ],
)
def test_a_misspelt_name_is_an_error_with_its_place(
    tmp_path: Path, text: str, place: str, nearest: str
) -> None:
    named = refused(tmp_path, text, other="\n{{ view.titel }}").named
    assert str(named["option"]).endswith(place)
    assert named["nearest"] == nearest


@pytest.mark.parametrize(
    "text",
    [
        "{{ view.__class__ }}",
        "{{ t.__func__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'link.txt' %}",
        "{% set view.title = 1 %}",
        "{{ view.counts.update({}) }}",
        "{% if %}",
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ],
)
def test_a_template_reads_what_it_is_given_and_nothing_else(tmp_path: Path, text: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert refused(inside, text).message in ("bad-template", "template-endless")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'x' * 10**9 }}",
        "{{ 10**9 * 'x' }}",
        "{{ [1] * 10**9 }}",
        "{{ 10 ** (10 ** 10) }}",
        "{{ 9 ** (9 ** (9 ** 9)) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%*d' % (10**9, 1) }}",
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{%endfor%}",
        "{% for i in range(10000) %}{% for j in range(10000) %}xxxxxxxxxx{% endfor %}{% endfor %}",
    ],
)
def test_a_template_cannot_make_something_huge(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).message == "template-too-large"


def test_an_endless_template_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialplan.rendering.jinja.SECONDS", 1)
    loops = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    assert refused(tmp_path, loops).message == "template-too-long"


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        """
        {% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}{% endmacro %}
        {{ twice(60) }}
        """,
        """
        {% set n = (n if n is defined else 0) + 1 %}
        {% if n < 60 %}{% include "mine.j2" %}{% include "mine.j2" %}{% endif %}
        """,
    ],
)
def test_an_endless_template_is_given_up_in_a_thread_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr("socialplan.rendering.jinja.SECONDS", 1)
    with ThreadPoolExecutor(1) as threads:
        error = threads.submit(refused, tmp_path, text).result(timeout=60)
    assert error.message == "template-too-long"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% for i in 'ab' %}{{ i }}{{ loop.index }}/{{ loop.length }} {% endfor %}", "a1/2 b2/2 "),
        ("{% for i in 'ab' %}{{ i }}{{ ', ' if not loop.last }}{% endfor %}", "a, b"),
        ("{% for i in [1, 2, 3] if i > 2 %}{{ i }}{% else %}none{% endfor %}", "3"),
        ("{% for i in [] %}{{ i }}{% else %}none{% endfor %}", "none"),
        ("{% for key, value in {'a': 1}.items() %}{{ key }}{{ value }}{% endfor %}", "a1"),
        (
            "{% for i in [1, [2, [3]]] recursive %}{{ i if i is number else loop(i) }}{% endfor %}",
            "123",
        ),
    ],
)
def test_loops_that_are_watched_are_loops(tmp_path: Path, text: str, shown: str) -> None:
    assert filled(tmp_path, text) == shown


def test_ranges_are_bounded(tmp_path: Path) -> None:
    assert "Range too big" in str(refused(tmp_path, "{{ range(10**9) }}").named["reason"])


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00\xff"])
def test_a_template_of_other_bytes_is_refused(tmp_path: Path, content: bytes) -> None:
    template = tmp_path / "mine.j2"
    template.write_bytes(content)
    with pytest.raises(SocialPlanError):
        render_template(page_of("week", plan_of()), template)


def test_a_folder_or_a_missing_file_is_no_template(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.j2"):
        with pytest.raises(SocialPlanError) as error:
            render_template(page_of("week", plan_of()), path)
        assert error.value.message.startswith("unreadable-")


def test_an_empty_page_says_what_to_write(tmp_path: Path) -> None:
    bare = Plan.model_validate({"socialplan": 1, "title": "x", "brand": {"name": "x"}})
    for view in OURS:
        for form in ("terminal", "markdown"):
            assert "cadence" in render(page_of(view, bare), form)
        assert json.loads(render(page_of(view, bare), "json"))["nothing"]["why"] == "bare"


def test_other_days_say_where_the_plan_is() -> None:
    days = Window(date(2027, 6, 1), date(2027, 6, 7))
    text = render(page_of("week", plan_of(), days=days), "terminal")
    assert "2026年11月23日至12月20日" in text


# ── the page on templates ──


def test_the_example_of_the_documentation_prints_what_it_says(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/templates.md").read_text(encoding="utf-8")
    template, shown = re.findall(r"```(?:jinja|text)\n(.*?)```", page, re.DOTALL)
    (plan,) = re.findall(
        r"```yaml\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "mine.j2").write_text(template, encoding="utf-8")
    made = load_plan(read_text(plan, "plan.yaml", None)).plan
    text = render_template(page_of("week", made), tmp_path / "mine.j2")
    assert text == shown


def test_every_name_that_a_template_is_given_is_documented(root: Path) -> None:
    page = (root / "docs/templates.md").read_text(encoding="utf-8")
    given = page_of("week", plan_of()).variables()
    dates = [name for name in vars(Dates) if not name.startswith("_")]
    assert [name for name in [*given, *dates] if not re.search(rf"`[^`]*\b{name}\b", page)] == []
