"""The program: `socialplan`, or `python -m socialplan`."""

from __future__ import annotations

import gc
import os


def run() -> None:
    """Start without looking for garbage, of which imports make hardly any."""
    gc.disable()
    try:
        from socialplan.process import program

        program()
    except KeyboardInterrupt:  # before there is an app to say so, or when all has been said
        os._exit(130)


if __name__ == "__main__":
    run()
