"""What the options of a publication say, by the names that platform packs have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan.publications import Publication

_IN_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}


class Setting(NamedTuple):
    """One value below `options`, a group or list of them too."""

    path: PlanPath
    field: str
    """The pack's name: `poll.options` for the list, `poll.option` for each of its items."""
    value: Any
    label: str
    """The keys that lead to it, as a writer knows them."""

    @property
    def number(self) -> float | None:
        """How many a list holds, or what a figure says."""
        if isinstance(self.value, list | tuple):
            return len(self.value)
        is_figure = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        return self.value if is_figure else None


def settings_of(publication: Publication) -> Iterator[Setting]:
    """Every setting of a publication, and what stands inside it."""
    for field, value in publication.options.items():
        yield from _within(Setting(option_path(publication, field), field, value, field))


def option_path(publication: Publication, field: str) -> PlanPath:
    """Where an option stands: in the variant if that sets it."""
    variant = publication.variant
    if variant is not None and field in variant.options:
        return publication.path("options", field)
    return ("posts", publication.post_index, "options", field)


def _within(one: Setting) -> Iterator[Setting]:
    yield one
    if isinstance(one.value, dict):
        for key, value in one.value.items():
            path, label = (*one.path, key), f"{one.label}.{key}"
            yield from _within(Setting(path, f"{one.field}.{key}", value, label))
            if key in _IN_SECONDS and type(value) is int:  # `days: true` is no day
                yield Setting(path, f"{one.field}.seconds", value * _IN_SECONDS[key], label)
    elif isinstance(one.value, list | tuple):
        for i, value in enumerate(one.value):
            yield from _within(Setting((*one.path, i), _one_of(one.field), value, one.label))


def _one_of(field: str) -> str:
    """Name an item as its list, without the sign of several: `tags` holds `tag`."""
    return field.removesuffix("s")
