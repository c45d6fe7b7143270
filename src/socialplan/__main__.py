"""The program: `socialplan`, or `python -m socialplan`."""

from __future__ import annotations

import gc


def run() -> None:
    """Start without looking for garbage, of which imports make hardly any."""
    gc.disable()
    from socialplan.process import program

    program()


if __name__ == "__main__":
    run()
