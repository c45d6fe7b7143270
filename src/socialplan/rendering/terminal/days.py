"""Days on the terminal: a table with a row per post, or two lines per post where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Group as RichGroup
from rich.table import Table
from rich.text import Text

from socialplan.rendering.terminal import (
    LONGEST_NAME,
    LONGEST_TITLE,
    STYLES,
    SUBJECT_STYLES,
    WIDTH,
    names,
    plain,
)
from socialplan.rendering.terminal.wrapping import Counted
from socialplan.views.rituals import Ritual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from socialplan.rendering.page import Page
    from socialplan.rendering.terminal.wrapping import Prose
    from socialplan.views.days import Day, Nothing
    from socialplan.views.item import Item
    from socialplan.views.occasions import Occasion
    from socialplan.views.rituals import Habit

OCCASION = "✦"
"""Stands before festivals and days off; one column wide everywhere."""
NARROW = 72
"""Below so many columns a post takes two lines."""
MOST_LINES = 4_000
"""Posts, open slots and rituals that are laid out; nobody reads more, and rich takes its time."""
CLOCK = 5
"""Columns of a time of day."""
LONGEST_LABEL = 22
WIDEST_NAME = 16
GAP = 2
ROOMY = 96
"""From so many columns on, people have a column of their own."""


def width_of(page: Page) -> int:
    """Say how many columns there are."""
    return page.width or WIDTH


def heading(view: Any) -> list[RenderableType]:
    """Head a page with the plan's title; a plan that could hardly be read may have none."""
    return [plain(view.title, "bold", LONGEST_TITLE)] if view.title else []


def counts(page: Page, counted: dict[str, int]) -> Prose:
    """Count up, each status with its mark, so that the line is the legend too."""
    line = Counted()
    for status, count in counted.items():
        line.append("   " if line.plain else "").append(f"{page.mark(status)} ", STYLES[status])
        line.append(f"{page.word(f'status-{status}')} ").append(page.dates.number(count), "bold")
    return line


def nothing(page: Page, found: Nothing) -> Prose:
    """Say why there is nothing, and what to do."""
    span = page.dates.span(found.first, found.last)
    return plain(page.word(f"nothing-{found.why}", span=span))


def days(page: Page, shown: Iterable[Day], habits: Iterable[Habit] = ()) -> RenderableType:
    """Lay days out below each other, in columns that all of them share; habits come first."""
    narrow = width_of(page) < NARROW
    groups = [_habit(page, one) for one in habits]
    groups += [
        _group(
            page,
            page.dates.brief(day.date),
            page.word("today") if day.is_today else "",
            day.entries,
            day.occasions,
        )
        for day in shown
    ]
    return _narrow(groups) if narrow else _wide(page, groups)


def readable(shown: Iterable[Day]) -> tuple[list[Day], int]:
    """Keep as many days as there is room for, and count what stands on the others."""
    kept: list[Day] = []
    lines = more = 0
    for day in shown:
        lines += max(1, len(day.entries) + len(day.occasions))
        if lines > MOST_LINES and kept:
            more += len(day.entries)
        else:
            kept.append(day)
    return kept, more


def and_more(page: Page, count: int) -> list[RenderableType]:
    """Say how much is left out."""
    return [plain(page.word("and-more", count=page.dates.number(count)), "yellow")] if count else []


def habits(page: Page, shown: Iterable[Habit]) -> list[RenderableType]:
    """List what recurs in groups, each once, under a heading."""
    return [plain(page.word("rituals"), "bold"), days(page, (), shown)]


def items(page: Page, shown: Iterable[Item]) -> RenderableType:
    """Lay out posts that have no day."""
    narrow = width_of(page) < NARROW
    groups = [_group(page, "", "", shown)]
    return _narrow(groups) if narrow else _wide(page, groups)


class Line(NamedTuple):
    """A post, an open slot or a ritual, in pieces."""

    time: str
    state: Prose
    where: Prose
    what: Prose
    people: Prose


class Group(NamedTuple):
    """A day, or some days, and its lines."""

    label: Prose
    lines: list[Line]


def _group(
    page: Page,
    label: str,
    today: str,
    entries: Iterable[Item | Ritual],
    occasions: Iterable[Occasion] = (),
) -> Group:
    heading = plain(label, "bold")
    if today:
        heading.append(f" {today}", "magenta")
    lines = [_occasion(page, one) for one in occasions]
    return Group(heading, lines + [_line(page, one) for one in entries])


def _habit(page: Page, one: Habit) -> Group:
    found = _group(page, page.habit_days(one), "", [one.ritual])
    if one.is_weekly and not one.is_throughout:
        span = f"{page.dates.short(one.days[0])}–{page.dates.short(one.days[-1])}"
        what = found.lines[0].what
        what.append(f"  {span}" if what.plain else span, "dim")
    return found


def _line(page: Page, entry: Item | Ritual) -> Line:
    return _ritual(page, entry) if isinstance(entry, Ritual) else _post(page, entry)


def _post(page: Page, item: Item) -> Line:
    where = plain(item.account_name, most=LONGEST_NAME)
    form = page.format_name(item.format)
    if form and form != item.account_name:  # 電子報 on the account 電子報
        where.append_text(plain(f" {form}", "dim"))
    return Line(
        item.time,
        plain(
            f"{page.mark(item.status)} {page.word(f'status-{item.status}')}", STYLES[item.status]
        ),
        where,
        title(page, item),
        names(page, item.people),
    )


def title(page: Page, item: Item) -> Prose:
    """Show the subject; of an open slot, what it is for."""
    if item.is_open:
        return plain(item.title or item.pillar, "dim italic", LONGEST_TITLE)
    text = plain(item.title, SUBJECT_STYLES.get(item.status, ""), LONGEST_TITLE)
    if item.is_misdated:
        text.append(page.in_brackets(page.word("misdated")), "yellow")
    if item.off_cadence:
        text.append(page.in_brackets(page.word("off-cadence")), "yellow")
    return text


def _occasion(page: Page, one: Occasion) -> Line:
    style = "red" if one.off else "magenta" if one.is_sober else "cyan"
    state = plain(f"{OCCASION} {page.word(f'occasion-{one.mark}')}", style)
    what = plain(page.occasion_name(one), style, LONGEST_TITLE)
    return Line("", state, plain(""), what, plain(""))


def around(page: Page, view: Any) -> list[RenderableType]:
    """Name the spans of days that the page lies in, and the time zones, each on a line."""
    lines = [f"{OCCASION} {page.windows(view.windows)}"] if view.windows else []
    return [plain(one, "dim") for one in lines] + clocks(page, view)


def clocks(page: Page, view: Any) -> list[RenderableType]:
    """Say by whose clocks the page goes, where there are several."""
    lines = []
    if view.clocks:
        comma, colon = page.word("comma"), page.word("colon")
        said = (f"{one.zone}{colon}{comma.join(one.accounts)}" for one in view.clocks)
        lines.append(page.word("clocks.own") + page.word("semicolon").join(said))
    return [plain(one, "dim") for one in lines]


def unknown(page: Page, view: Any) -> list[RenderableType]:
    """Say what is not known of the days off, at the end."""
    return [part for one in view.unknown for part in (Text(), plain(page.unknown(one), "dim"))]


def _ritual(page: Page, ritual: Ritual) -> Line:
    return Line(
        ritual.time,
        plain(f"↻ {page.ritual_name(ritual.kind)}", "dim"),
        plain(names(page, ritual.accounts).plain, "dim"),
        plain(ritual.title, "dim", LONGEST_TITLE),
        plain(""),
    )


def _wide(page: Page, groups: list[Group]) -> RichGroup:
    widths = _widths(page, groups)
    parts: list[RenderableType] = []
    table: Table | None = None
    for group in groups:
        label: Text = group.label
        if not group.lines:
            label.pad_right(widths[0] - label.cell_len + GAP)
            parts.append(label.append(page.word("nothing-on-day"), "not bold dim"))
            table = None
            continue
        if table is None:
            table = _table(widths)
            parts.append(table)
        for line in group.lines:
            cells = _cells(label, line, with_people=widths[-1] > 0)
            table.add_row(*(cell for cell, width in zip(cells, widths, strict=True) if width))
            label = Text("")
    return RichGroup(*parts)


def _table(widths: Iterable[int]) -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0))
    for width in widths:
        if width:
            table.add_column(width=width)
    return table


def _cells(label: Text, line: Line, *, with_people: bool) -> list[Text]:
    what: Text = line.what
    if not with_people and line.people.plain:
        what = plain("").append_text(what).append("\n").append_text(line.people)
    return [label, Text(line.time), line.state, line.where, what, line.people]


def _widths(page: Page, groups: list[Group]) -> list[int]:
    """Share the columns out: the subject has the larger part of what day, time and status leave."""
    lines = [line for group in groups for line in group.lines]

    def widest(texts: Iterable[Text], most: int) -> int:
        return min(max((text.cell_len for text in texts), default=0), most)

    width = width_of(page)
    label = widest((group.label for group in groups), LONGEST_LABEL)
    clock = CLOCK if any(line.time for line in lines) else 0
    state = widest((line.state for line in lines), WIDEST_NAME)
    people = widest((line.people for line in lines), WIDEST_NAME) if width >= ROOMY else 0
    rest = width - sum(each + GAP for each in (label, clock, state, people) if each) - GAP
    what = widest((line.what for line in lines), width)
    where = widest((line.where for line in lines), max(min(26, rest // 2), rest - what))
    return [label, clock, state, where, max(1, rest - where), people]


def _narrow(groups: Sequence[Group]) -> RichGroup:
    parts: list[RenderableType] = []
    clock = CLOCK if any(line.time for group in groups for line in group.lines) else 0
    for group in groups:
        if not group.lines:
            continue
        parts += [Text()] if parts else []
        if group.label.plain:
            parts.append(group.label)
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(no_wrap=True, min_width=clock)
        table.add_column()
        for line in group.lines:
            if not (line.time or line.where.plain):
                table.add_row("", plain("").append_text(line.state).append("  ").append(line.what))
                continue
            below = plain("")
            if line.what.plain:
                below.append_text(line.state).append("  ")
            table.add_row(line.time, line.what if line.what.plain else line.state)
            table.add_row("", below.append_text(line.where))
        parts.append(table)
    return RichGroup(*parts)
