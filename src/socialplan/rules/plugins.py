"""Rules of installed packages, which a configuration names: `plugins = ["acme"]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

GROUP = "socialplan.rules"


class BadPlugin(SocialPlanError):
    """A plugin that is not installed, or gives no rules."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__("bad-plugin", name=name, reason=reason)


def plugin_rules(names: Sequence[str]) -> tuple[Rule, ...]:
    """Load the rules of plugins; never from a path inside the checked repository."""
    from importlib.metadata import entry_points

    found = {one.name: one for one in entry_points(group=GROUP)}
    made: list[Rule] = []
    for name in names:
        if name not in found:
            known = ", ".join(sorted(found)) or "none"
            raise BadPlugin(name, f"not installed; there are: {known}")
        try:
            given = found[name].load()
        except Exception as error:  # noqa: BLE001 - other people's code may fail in any way
            raise BadPlugin(name, f"{type(error).__name__}: {error}") from None
        rules = tuple(given) if isinstance(given, list | tuple) else ()
        if not rules or not all(isinstance(one, Rule) for one in rules):
            raise BadPlugin(name, "it is no list of rules")
        made += rules
    return tuple(made)
