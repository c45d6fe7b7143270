"""A live, read-only preview in the browser, on this computer alone, while a plan is edited."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError

if TYPE_CHECKING:
    from collections.abc import Callable

    from socialplan.serving.pages import Pages

HOST = "127.0.0.1"
PORTS = range(65536)


def serve(pages: Pages, port: int, tell: Callable[[str], None]) -> None:
    """Answer until somebody interrupts; `tell` hears the address, port 0 takes a free one."""
    try:
        import uvicorn

        from socialplan.serving.app import app_of
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("starlette", "uvicorn"):
            raise
        raise SocialPlanError("serve-not-installed", package=error.name) from None
    with _bound(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}/"
        server = uvicorn.Server(
            uvicorn.Config(
                app_of(pages, lambda: server.should_exit),
                log_level="critical",
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=2,
            )
        )
        tell(address)
        server.run(sockets=[listening])


def _bound(port: int) -> socket.socket:
    """Take the port, on the loopback address only."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # before the address is told
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise SocialPlanError("port-taken", port=port) from None
        raise SocialPlanError("port-refused", port=port, reason=error.strerror) from None
    return listening
