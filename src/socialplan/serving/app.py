"""What the preview answers: pages and news of changes, to this computer's own browser alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, RedirectResponse, StreamingResponse
from starlette.routing import Route

from socialplan.errors import SocialPlanError
from socialplan.serving.pages import check_view

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from socialplan.serving.pages import Pages

NAMES = ["127.0.0.1", "localhost"]
"""The host names it answers to: a page elsewhere that calls itself ours is refused."""
PAUSE = 0.2
"""Seconds between two looks at the files."""
SILENCE = 60
"""Looks after which a listener is told that all is well, so that a lost one is noticed."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def app_of(pages: Pages, is_ending: Callable[[], bool]) -> Starlette:
    """Make the application; it can only be read from."""

    async def home(_: Request) -> Response:
        return RedirectResponse("/week", headers=HEADERS)

    async def page(request: Request) -> Response:
        view = request.path_params["view"]
        query = {key: request.query_params.getlist(key) for key in request.query_params}
        status, text = await run_in_threadpool(answer, pages, view, query)
        return HTMLResponse(text, status, HEADERS)

    async def changes(request: Request) -> Response:
        return StreamingResponse(news(pages, request, is_ending), 200, HEADERS, "text/event-stream")

    return Starlette(
        routes=[Route("/", home), Route("/changes", changes), Route("/{view}", page)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=NAMES, www_redirect=False)],
    )


def answer(pages: Pages, view: str, query: dict[str, list[str]]) -> tuple[int, str]:
    """Give status and text of a page; what keeps it from being made is told on one."""
    try:
        check_view(view)
    except SocialPlanError as error:
        return 404, pages.trouble(error, view)
    try:
        return 200, pages.page(view, query)
    except SocialPlanError as error:
        return 400, pages.trouble(error, view)


async def news(pages: Pages, request: Request, is_ending: Callable[[], bool]) -> AsyncIterator[str]:
    """Say each new version of the plan to a page that listens, which never leaves first."""
    said, silent = 0, 0
    while not is_ending() and not await request.is_disconnected():
        version = await run_in_threadpool(lambda: pages.watched.version)
        if version != said:
            said, silent = version, 0
            yield f"data: {version}\n\n"
        elif silent >= SILENCE:
            silent = 0
            yield ": still here\n\n"
        silent += 1
        await asyncio.sleep(PAUSE)
