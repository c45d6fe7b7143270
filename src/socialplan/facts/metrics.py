"""The metrics a goal may name, their formulas, benchmarks, pitfalls and guards."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from socialplan.facts.fact import facts_of
from socialplan.facts.store import read
from socialplan.finding import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from socialplan.facts.fact import Fact


class Benchmark(NamedTuple):
    """What a study printed: a sanity range, never a pass mark."""

    platform: str
    value: float | str
    stat: str
    year: int | None
    source: str | None
    confidence: Confidence


class Metric(NamedTuple):
    """One definition; numbers with different denominators are never compared."""

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    unit: str
    """count, ratio (0 to 1), score, days or currency"""
    kind: str
    """stock (a level on a date), flow (a sum over a period), ratio or score"""
    direction: str
    """up, down or band"""
    stage: str
    """invite, activate, retain, convert, refer, brand or process"""
    formula: str | None
    inputs: tuple[str, ...]
    example: Mapping[str, float]
    """Inputs and the `result` they make."""
    benchmarks: tuple[Benchmark, ...]
    pitfall: str
    data: str | None
    """Where the number usually comes from."""
    sources: tuple[str, ...]
    traits: frozenset[str]
    """vanity (counts attention only), output (counts effort), volume (needs a guard), sales"""
    guards: tuple[str, ...]
    """Metrics that must not suffer while this one grows."""
    platforms: tuple[str, ...]
    """Those that alone tell it, as far as its sources know; empty where any may."""
    plan_table: int | None
    """Its place in the list of 18 of the plan table."""

    def of(self, inputs: Mapping[str, float | None]) -> float | None:
        """Its value from its inputs; None where one is missing or the denominator is zero."""
        if self.formula is None:
            return inputs.get(self.id)
        from socialplan.facts.formulas import evaluate

        return evaluate(self.formula, inputs)


class Source(NamedTuple):
    """A page or document that a definition or benchmark was taken from."""

    title: str
    url: str | None


@cache
def metric(name: str) -> Metric | None:
    """The metric of that id."""
    entry = _written().get(name)
    return None if entry is None else _metric(name, entry)


def metric_ids() -> tuple[str, ...]:
    """All ids, without typing each metric."""
    return tuple(_written())


def find_metric(name: str) -> Metric | None:
    """The metric that people call so in any language, e.g. 封鎖率 or 涨粉率."""
    found = _names().get(_folded(name))
    return None if found is None else metric(found)


def plan_table_metrics() -> tuple[Metric, ...]:
    """The 18 goal metrics of the plan table in print order."""
    listed = (metric(name) for name, entry in _written().items() if "plan_table" in entry)
    return tuple(
        sorted((m for m in listed if m), key=lambda m: m.plan_table or 0),
    )


@cache
def metric_sets() -> Mapping[str, tuple[str, ...]]:
    """Named sets of ids: the four tracked figures, the three of an app, the six steps' rates."""
    return {name: tuple(ids) for name, ids in read("metrics.yaml")["sets"].items()}


@cache
def steps() -> tuple[Mapping[str, Any], ...]:
    """The six steps of the funnel, each with its rate and that rate's metric."""
    return tuple(read("metrics.yaml")["steps"])


@cache
def stages_for(purpose: str) -> frozenset[str]:
    """The stages whose metrics suit an account of that purpose; all stages where it is unknown."""
    fits: Mapping[str, Any] = read("metrics.yaml")["purposes"]
    stages = fits.get(purpose, {}).get("stages")
    return frozenset(stages if stages is not None else read("metrics.yaml")["stages"])


def fits_purpose(chosen: Metric, purpose: str) -> bool:
    """Whether a goal on that metric suits an account of that purpose."""
    extra = read("metrics.yaml")["purposes"].get(purpose, {}).get("metrics", ())
    return chosen.stage == "process" or chosen.stage in stages_for(purpose) or chosen.id in extra


def source(name: str) -> Source | None:
    """What a source's key stands for."""
    entry = read("metrics.yaml")["sources"].get(name)
    return None if entry is None else Source(entry["title"], entry["url"])


@cache
def _thresholds() -> Mapping[str, Fact]:
    return facts_of({"facts": read("metrics.yaml")["thresholds"]})


def threshold(name: str) -> Fact:
    """A customary bound, e.g. `small_denominator`, below which a rate says nothing."""
    return _thresholds()[name]


@cache
def _written() -> Mapping[str, Any]:
    data = read("metrics.yaml")
    return {**data["metrics"], **data["inputs"]}


@cache
def _names() -> Mapping[str, str]:
    return {_folded(name): metric_id for metric_id, name in metric_names()}


def metric_names() -> Iterator[tuple[str, str]]:
    """Each id with each name: aliases first, so that own names and ids win over nicknames."""
    written = _written().items()
    for metric_id, entry in written:
        yield from ((metric_id, alias) for alias in entry.get("aliases", ()))
    for metric_id, entry in written:
        yield from ((metric_id, name) for name in entry["name"].values())
    for metric_id, _ in written:
        yield metric_id, metric_id


def _folded(name: str) -> str:
    """`Block  Rate`, `block-rate` and `block_rate` are one name; spaces in Chinese do not count."""
    folded = normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter not in " _-\u3000")


def _metric(name: str, entry: Mapping[str, Any]) -> Metric:
    return Metric(
        id=name,
        names=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        unit=entry["unit"],
        kind=entry["kind"],
        direction=entry["direction"],
        stage=entry["stage"],
        formula=entry.get("formula"),
        inputs=tuple(entry.get("inputs", ())),
        example=entry.get("example", {}),
        benchmarks=tuple(_benchmark(written) for written in entry.get("benchmarks", ())),
        pitfall=entry.get("pitfall", ""),
        data=entry.get("data"),
        sources=tuple(entry.get("sources", ())),
        traits=frozenset(entry.get("traits", ())),
        guards=tuple(entry.get("guards", ())),
        platforms=tuple(entry.get("platforms", ())),
        plan_table=entry.get("plan_table"),
    )


def _benchmark(written: Mapping[str, Any]) -> Benchmark:
    return Benchmark(
        written["platform"],
        written["value"],
        written["stat"],
        written["year"],
        written["source"],
        Confidence(written["confidence"]),
    )
