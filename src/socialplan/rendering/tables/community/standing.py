"""What a group has and has agreed on."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Column, list_name, table_of

if TYPE_CHECKING:
    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Table
    from socialplan.views.community import CommunityView


def scripts(page: Page) -> Table:
    """List the words that are prepared, those for staff too."""
    view: CommunityView = page.view
    word, name = page.word, page.word("scripts")
    return table_of(
        name,
        [*view.scripts, *view.cue_cards],
        (
            (
                Column(word("tables.kind"), width=12),
                lambda one: word(f"script-{one.kind}") if one.kind else "",
            ),
            (Column(word("title"), width=28), lambda one: one.title),
            (
                Column(word("status"), width=14),
                lambda one: word("tables.scripts-ready" if one.is_ready else "not-ready"),
            ),
            (Column(word("scene"), width=24, is_optional=True), lambda one: one.scene),
            (Column(word("attention"), width=28, is_optional=True), lambda one: one.attention),
            (Column(word("benefit"), width=28, is_optional=True), lambda one: one.benefit),
            (Column(word("offer"), width=24, is_optional=True), lambda one: one.offer),
            (Column(word("incentive"), width=24, is_optional=True), lambda one: one.incentive),
            (Column(word("tables.words"), width=54), lambda one: one.text or "\n".join(one.lines)),
        ),
        about=list_name(page, name),
        frozen=2,
    )


def groups(page: Page) -> Table:
    """List the groups and who looks after them."""
    word, name = page.word, page.word("groups")
    return table_of(
        name,
        page.view.groups,
        (
            (Column(word("account"), width=26), lambda one: one.name),
            (Column(word("platform"), width=16), lambda one: one.platform),
            (Column(word("tables.members"), "number", 10), lambda one: one.members),
            (Column(word("owner"), width=16), lambda one: one.owner),
            (Column(word("sheet-staff"), width=24), lambda one: word("comma").join(one.staff)),
            (Column(word("positioning"), width=44), lambda one: one.positioning),
            (Column(word("tables.reply"), width=22), lambda one: one.hours),
            (Column(word("tables.answers-within"), width=16), lambda one: one.reply_within),
        ),
        about=list_name(page, name),
    )


def rules(page: Page) -> Table:
    """List the rules of the group."""
    word, name = page.word, page.word("rules")
    return table_of(
        name,
        page.view.rules,
        (
            (Column(name, width=60), lambda one: one.text),
            (Column(word("tables.breach"), width=50), lambda one: one.breach),
        ),
        about=list_name(page, name),
    )


def events(page: Page) -> Table:
    """List what is special."""
    word, name = page.word, page.word("events")
    return table_of(
        name,
        page.view.events,
        (
            (Column(word("date"), "date", 15), lambda one: one.day),
            (
                Column(word("time"), "time", 7),
                lambda one: time.fromisoformat(one.time) if one.time else None,
            ),
            (Column(word("title"), width=40), lambda one: one.title),
            (Column(word("account"), width=24), lambda one: one.account_name),
            (Column(word("owner"), width=16), lambda one: one.owner),
            (Column(word("value-for-customers"), width=44), lambda one: one.value),
        ),
        about=list_name(page, name),
    )


def segments(page: Page) -> Table:
    """List the parts of the audience."""
    word, name = page.word, page.word("segments")
    return table_of(
        name,
        page.view.segments,
        (
            (Column(word("segment"), width=28), lambda one: one.name),
            (Column(word("segment-rule"), width=44), lambda one: one.rule),
            (Column(word("segment-size"), "number", 10), lambda one: one.size),
            (
                Column(word("relationship"), width=14),
                lambda one: word(f"relationship-{one.relationship}") if one.relationship else "",
            ),
            (Column(word("personas"), width=28), lambda one: " · ".join(one.personas)),
        ),
        about=list_name(page, name),
    )


def fit(page: Page) -> Table:
    """List how well the product suits a community."""
    view: CommunityView = page.view
    word, name = page.word, page.word("fit")
    return table_of(
        name,
        view.fit.scores if view.fit else (),
        (
            (Column(word("fit"), width=36), lambda one: word(f"fit-{one.aspect}")),
            (Column(word("tables.score"), "number", 8), lambda one: one.score),
            (Column(word("tables.why"), width=60), lambda one: one.why),
        ),
        about=list_name(page, name),
    )


def word_of_mouth(page: Page) -> Table:
    """List who carries the group, and what a recommendation earns."""
    view: CommunityView = page.view
    word, name = page.word, page.word("word-of-mouth")
    said = [(word("key-members"), one) for one in view.key_members]
    if view.referral:
        levels = view.referral.levels
        said += [
            (word("reward"), view.referral.reward),
            (word("reward-limit"), view.referral.limit),
            (word("reward-levels"), "" if levels is None else str(levels)),
        ]
    return table_of(
        name,
        [one for one in said if one[1]],
        (
            (Column(word("tables.kind"), width=24), lambda one: one[0]),
            (Column(word("tables.detail"), width=80), lambda one: one[1]),
        ),
        about=list_name(page, name),
    )
