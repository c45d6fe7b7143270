"""The whole plan as one document, from discovering to revising."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.views.charts import Charts, charts_of
from socialplan.views.community.groups import PLATFORMS
from socialplan.views.document.define import Define, define
from socialplan.views.document.deploy import Deploy, deploy
from socialplan.views.document.design import Design, design
from socialplan.views.document.discover import Discover, discover
from socialplan.views.document.group import GroupChapter, group_chapter
from socialplan.views.document.work import Work, work
from socialplan.views.names import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.views import Asked


@dataclass(frozen=True)
class Alignment:
    """What the strategies around the plan ask of it."""

    brand: str
    pr: str
    product: str


@dataclass(frozen=True)
class PlanView:
    """The document; a chapter without content is empty, and `not_yet` names what could grow."""

    title: str
    brand: str
    market: str
    industry: str
    kinds: tuple[str, ...]
    first: date
    last: date
    purpose: str
    promise: str
    alignment: Alignment | None
    discover: Discover
    define: Define
    design: Design
    deploy: Deploy
    community: GroupChapter | None
    work: Work
    not_yet: tuple[str, ...]
    """Sections that the plan does not have, by their keys."""
    charts: Charts
    """The numbers of the charts in its HTML page."""


def plan(asked: Asked) -> PlanView:
    """Write the document."""
    whole = asked.plan
    brand, first_and_last = whole.brand, asked.calendar.period
    aligned = brand.alignment
    return PlanView(
        title=whole.title,
        brand=brand.name,
        market=_market(brand.market, asked.language),
        industry=brand.industry or "",
        kinds=whole.kind,
        first=first_and_last[0],
        last=first_and_last[1],
        purpose=paragraph(whole.purpose),
        promise=brand.promise or "",
        alignment=Alignment(aligned.brand or "", aligned.pr or "", aligned.product or "")
        if aligned
        else None,
        discover=discover(asked),
        define=define(asked),
        design=design(asked),
        deploy=deploy(asked),
        community=group_chapter(asked),
        work=work(asked),
        not_yet=tuple(_not_yet(whole)),
        charts=charts_of(asked),
    )


def _market(code: str | None, language: str) -> str:
    known = facts.market(code) if code else None
    if known is None:
        return code or ""
    return known.names.get(language) or known.names["en"]


def _not_yet(whole: Plan) -> Iterator[str]:
    """Name what the plan lacks; a community only where it has groups."""
    brand = whole.brand
    sections: dict[str, object] = {
        "purpose": whole.purpose,
        "promise": brand.promise,
        "insights": whole.insights,
        "assumptions": whole.assumptions,
        "goals": whole.goals,
        "peers": whole.competitors,
        "personas": whole.personas,
        "segments": whole.segments,
        "pillars": whole.pillars,
        "voice": brand.voice,
        "visual": brand.visual,
        "hashtag-sets": whole.hashtag_sets,
        "library": whole.library,
        "accounts": whole.accounts,
        "flows": any(one.leads_to for one in whole.accounts),
        "campaigns": whole.campaigns,
        "funnel": whole.funnel,
        "posts": whole.posts,
        "community": whole.community or not _has_groups(whole),
        "team": whole.team,
        "workflow": whole.workflow,
        "metrics": whole.metrics,
        "reviews": whole.reviews,
    }
    return (name for name, there in sections.items() if not there)


def _has_groups(whole: Plan) -> bool:
    return "community" in whole.kind or any(one.platform in PLATFORMS for one in whole.accounts)
