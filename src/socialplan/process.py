"""The program as a process: what it does before the app is imported, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.errors import FAILED, INTERRUPTED, NO_ROOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from socialplan.source.ahead import Ahead


def program() -> None:
    """Answer from memory, or run the app; end once all is written: to free a plan takes time."""
    status: object = FAILED
    begun = None
    _spare_time()
    _fill_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _answer_from_memory(sys.argv[1:])
        if status is None:
            begun = _read_ahead(sys.argv[1:])
            from socialplan.cli import main

            main()
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt:
        status = INTERRUPTED
    if begun is not None:
        begun.end()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            status = _unwritten(error, status)
    os._exit(status if isinstance(status, int) else int(status is not None))


def _fill_closed_streams() -> None:
    """Put into the place of a stream that is closed, as by `>&-`, one that refuses to be written.

    Otherwise the next file that is opened would take its number, and get what it was told.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))


def _spare_time() -> None:
    """Leave out what only a program that runs for long would gain from."""
    gc.disable()  # a command lives for a second: collecting its many small objects costs more
    # How a plan is read must not depend on other packages, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")


def _answer_from_memory(argv: Sequence[str]) -> int | None:
    """Say again what a run of `lint` said, if nothing that it read has changed."""
    if argv[:1] != ["lint"] or "--no-cache" in argv or "--help" in argv:
        return None
    from socialplan import remembering

    run = remembering.recall(remembering.key_of(*argv))
    if run is None:
        return None
    try:
        sys.stdout.write(run.stdout)
    except OSError as error:
        return _unwritten(error, 1)  # as the parser of the command line ends with a closed pipe
    return run.status


def _unwritten(error: OSError, status: object) -> int:
    """Say once that there was no room; of a closed pipe nothing: its reader has seen enough."""
    if error.errno not in NO_ROOM:
        return status if isinstance(status, int) and status else FAILED
    if status != FAILED:
        from socialplan.cli import say_unwritable

        say_unwritable(error)
    return FAILED


def _read_ahead(argv: Sequence[str]) -> Ahead | None:
    """Begin to read what looks like the one plan of a run of `lint`; if it is not, nothing is lost.

    Options are not understood yet, so an argument is a plan by its name only.
    """
    if argv[:1] != ["lint"] or "--help" in argv:
        return None
    from socialplan.locating import PLANS

    plans = [one for one in argv[1:] if one.endswith((".yaml", ".yml"))]
    plans = plans or [name for name in PLANS if os.path.exists(name)]  # noqa: PTH110 - quicker
    if len(plans) != 1:
        return None
    from socialplan.source import ahead, read_plan

    return ahead.begin(Path(plans[0]), read_plan)
