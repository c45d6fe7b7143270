"""The accounts beside each other: what each is for, who uses its platform, what it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.rendering.tables.table import Column, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from socialplan.rendering.page import Page
    from socialplan.rendering.tables.table import Cell, Table
    from socialplan.views.comparison import Ages, Cited
    from socialplan.views.platforms import PlatformAccount, PlatformsView

    Says = tuple[Column, Callable[[PlatformAccount], Cell]]


def tables(page: Page) -> Iterator[Table]:
    """Lay out the accounts, a row each."""
    view: PlatformsView = page.view
    columns = (*_role(page), *_rhythm(page), *_users(page), *_known(page, view))
    yield table_of(page.word("platforms-title"), view.accounts, columns)


def _role(page: Page) -> Iterator[Says]:
    word, comma = page.word, page.word("comma")
    yield Column(word("account"), width=22), lambda one: one.account.name
    yield Column(word("platform"), width=16), lambda one: one.account.platform
    yield Column(word("positioning"), width=32), lambda one: one.account.positioning
    yield (
        Column(word("what-for"), width=16),
        lambda one: word(f"purpose-{one.account.purpose}") if one.account.purpose else "",
    )
    yield (
        Column(word("platforms.role"), width=18),
        lambda one: word(f"touchpoint-{one.account.touchpoint}") if one.account.touchpoint else "",
    )
    yield (
        Column(word("stages-served"), width=18),
        lambda one: comma.join(word(f"stage-{it}") for it in one.account.stages),
    )
    yield Column(word("platforms.audience"), width=20), lambda one: " · ".join(one.account.personas)
    yield Column(word("followers"), "number", 10), lambda one: one.account.followers


def _rhythm(page: Page) -> Iterator[Says]:
    word, comma, semicolon = page.word, page.word("comma"), page.word("semicolon")
    yield (
        Column(word("platforms.frequency"), width=18),
        lambda one: comma.join(page.frequency(it) for it in one.frequency),
    )
    yield (
        Column(word("cadence"), width=24),
        lambda one: semicolon.join(page.promise(it) for it in one.account.cadence),
    )
    yield Column(word("posts"), "number", 8), lambda one: one.posts
    yield Column(word("open-slots"), "number", 8), lambda one: one.open
    yield Column(word("platforms.goals"), width=28), lambda one: semicolon.join(one.goals)


def _users(page: Page) -> Iterator[Says]:
    """Say who uses the platform, each figure with its source."""
    word = page.word
    yield (
        Column(word("tables.users"), "number", 13),
        lambda one: one.platform.users.count if one.platform and one.platform.users else None,
    )
    yield Column(word("tables.users-of"), width=10), lambda one: _users_of(page, one)
    yield (
        Column(word("tables.users-from"), width=18),
        lambda one: (
            _cited(page, one.platform.users.cited) if one.platform and one.platform.users else ""
        ),
    )
    yield (
        Column(word("ages"), width=26),
        lambda one: _all_ages(page, one.platform.ages) if one.platform else "",
    )
    yield (
        Column(word("tables.ages-from"), width=18),
        lambda one: (
            _cited(page, one.platform.ages[0].cited) if one.platform and one.platform.ages else ""
        ),
    )


def _known(page: Page, view: PlatformsView) -> Iterator[Says]:
    """Say what the platform suits and allows, and what the brand knows of it."""
    word, comma, semicolon = page.word, page.word("comma"), page.word("semicolon")
    ways = {way.origin: comma.join(place.name for place in way.goals) for way in view.ways}
    yield (
        Column(word("suits"), width=28),
        lambda one: semicolon.join(one.platform.suits) if one.platform else "",
    )
    yield (
        Column(word("tables.blocked"), width=12, is_optional=True),
        lambda one: (
            comma.join(map(page.market_name, one.platform.blocked_in)) if one.platform else ""
        ),
    )
    yield (
        Column(word("platforms.limits"), width=40),
        lambda one: semicolon.join(page.bounds(one.bounds)),
    )
    yield Column(word("house-rules"), width=28), lambda one: semicolon.join(one.account.limits)
    yield Column(word("experience"), width=28), lambda one: one.account.experience
    yield Column(word("trend"), width=28), lambda one: one.account.trend
    yield Column(word("tables.leads-to"), width=20), lambda one: ways.get(one.account.name, "")


def _users_of(page: Page, one: PlatformAccount) -> str:
    users = one.platform.users if one.platform else None
    return page.market_name(users.market) if users else ""


def _all_ages(page: Page, some: Sequence[Ages]) -> str:
    """List the ages; of another market than the plan's, with its name."""
    said = page.word("comma").join(_ages(page, one) for one in some)
    if not some or some[0].market == page.view.market:
        return said
    return f"{page.market_name(some[0].market)} {said}"


def _ages(page: Page, one: Ages) -> str:
    if one.share is None or not one.share_of:
        return one.ages
    share = page.dates.percent(one.share)
    return page.word(f"ages-of-{one.share_of}", ages=one.ages, share=share)


def _cited(page: Page, one: Cited) -> str:
    sure = "" if one.confidence == "high" else page.word(f"confidence-{one.confidence}")
    return page.word("comma").join(filter(None, (one.source, one.as_of, sure)))
