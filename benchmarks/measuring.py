"""What a whole process costs: wall time and peak memory, medians over several runs."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Users run compiled modules; where this variable forbids writing them, every run would compile.
ENVIRONMENT = {key: was for key, was in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    seconds: float
    megabytes: float


@dataclass
class Program:
    """A command line to be measured, and what it cost so far."""

    name: str
    command: list[str]
    rounds: int
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] = dict
    """What happens before each run and is not measured."""
    costs: list[Cost] = field(default_factory=list)

    @property
    def cost(self) -> Cost:
        return Cost(
            median(cost.seconds for cost in self.costs),
            median(cost.megabytes for cost in self.costs),
        )


def run(program: Program) -> Cost:
    """One run. The peak includes the memory of this process when it forked: keep it small."""
    program.before()
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            program.command,
            env=ENVIRONMENT | program.environment,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:  # unhappy with the plan, or broken: nothing to compare
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
            raise SystemExit(f"{program.name} ended with {process.returncode}: {words}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def measure(programs: Iterable[Program], tell: Callable[[str], None]) -> None:
    """Run all in turn, again and again, so that a busy moment of the machine meets each alike."""
    programs = list(programs)
    for program in programs:
        tell(f"{program.name}, once to warm up")
        run(program)
    for i in range(max(program.rounds for program in programs)):
        for program in programs:
            if i < program.rounds:
                tell(f"{program.name}, {i + 1} of {program.rounds}")
                program.costs.append(run(program))
