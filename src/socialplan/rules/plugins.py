"""Rules of installed packages, which a configuration names: `plugins = ["acme"]`."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING

from socialplan.errors import SocialPlanError
from socialplan.finding import Problem
from socialplan.rule import Rule
from socialplan.translating import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from importlib.metadata import EntryPoint

GROUP = "socialplan.rules"


def plugin_rules(names: Sequence[str], taken: Sequence[Rule] = ()) -> tuple[Rule, ...]:
    """Load the rules of plugins; never from a path inside the checked repository."""
    from importlib.metadata import entry_points

    found = {one.name: one for one in entry_points(group=GROUP)}
    by_handle = {one: rule for rule in taken for one in _handles(rule)}
    made: list[Rule] = []
    for name in dict.fromkeys(names):
        if name not in found:
            message = "plugin-missing" if found else "plugin-missing-none"
            raise SocialPlanError(message, name=name, known=sorted(found))
        for rule in _loaded(found[name]):
            for one in _handles(rule):
                if one in by_handle:
                    words = {"rule": str(rule), "value": one, "other": str(by_handle[one])}
                    raise SocialPlanError("plugin-taken", name=name, **words)
                by_handle[one] = rule
            made.append(replace(rule, check=_guarded(rule, name)))
    return tuple(made)


def _handles(rule: Rule) -> tuple[str, ...]:
    return (rule.code, rule.name, *rule.aliases)


def _guarded(rule: Rule, plugin: str) -> Callable[..., Iterator[Problem]]:
    """Tell a bug of other people's code from one of ours."""

    @wraps(rule.check)
    def check(*given: object) -> Iterator[Problem]:
        try:
            for said in rule.check(*given):
                _check_said(rule, said)
                yield said
        except SocialPlanError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            words = {"name": plugin, "rule": str(rule), "reason": reason}
            raise SocialPlanError("plugin-rule-fails", **words) from error

    return check


def _check_said(rule: Rule, said: object) -> None:
    """Refuse what cannot be told to anybody, while it is clear whose rule it is."""
    if not isinstance(said, Problem):
        raise TypeError(f"{said!r} is no Problem")
    for text in (rule.message, rule.help or ""):
        fill(text, said.words, "en")


def _loaded(plugin: EntryPoint) -> Sequence[Rule]:
    try:
        given = plugin.load()
    except Exception as error:  # noqa: BLE001 - other people's code may fail in any way
        reason = f"{type(error).__name__}: {error}"
        raise SocialPlanError("plugin-fails", name=plugin.name, reason=reason) from None
    if not isinstance(given, list | tuple) or not given:
        raise SocialPlanError("plugin-no-rules", name=plugin.name)
    if not all(isinstance(one, Rule) for one in given):
        raise SocialPlanError("plugin-no-rules", name=plugin.name)
    return given
