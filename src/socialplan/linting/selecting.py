"""Which rules run: chosen by code, prefix of a code, or name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from socialplan.rule import Rule

ALL = "ALL"
UNREADABLE = ("invalid-yaml", "not-utf-8", "too-large", "not-a-plan")
"""Told whatever is asked for, unless ignored by name: of what cannot be read, no rule that was
asked for can say that all is well."""
EXACTLY = 100


class Selection(NamedTuple):
    """What a person asks for; an empty `select` means the rules that run by default."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str = "standard"
    edition: str = "2026"


def choose(rules: Sequence[Rule], selection: Selection) -> list[Rule]:
    """Keep the rules that a selection asks for; the more exact of two wishes wins."""
    asked = {"--select": selection.select, "--extend-select": selection.extend}
    for option, handles in {**asked, "--ignore": selection.ignore}.items():
        for handle in handles:
            if not means_any(handle, rules):
                raise UnknownName(option, handle, handles_of(rules))
    return [rule for rule in rules if is_wanted(rule, selection) or _must_be_told(rule, selection)]


def means_any(handle: str, rules: Iterable[Rule]) -> bool:
    """Say whether a handle means any of the rules."""
    return any(strength(rule, handle) for rule in rules)


def strength(rule: Rule, handle: str) -> int:
    """Say how exactly a handle means a rule: 0 not at all, else the longer the more exact."""
    if handle == ALL:
        return 1
    if handle.lower() in (rule.name, rule.code.lower(), *rule.aliases):
        return EXACTLY
    return len(handle) + 1 if rule.code.startswith(handle.upper()) else 0


def handles_of(rules: Iterable[Rule]) -> list[str]:
    """List every family, code and name by which a rule can be asked for."""
    told = list(rules)
    families = {rule.family for rule in told}
    return sorted(families) + sorted({one for rule in told for one in (rule.name, rule.code)})


def is_wanted(rule: Rule, selection: Selection) -> bool:
    """Say whether a rule is asked for, so that its fixes may be made."""
    for_it = max((strength(rule, handle) for handle in selection.extend), default=0)
    if selection.select:
        for_it = max(for_it, *(strength(rule, handle) for handle in selection.select))
    elif rule.runs_in(selection.profile, selection.edition):
        for_it = max(for_it, 1)
    return for_it > _against(rule, selection)


def _against(rule: Rule, selection: Selection) -> int:
    return max((strength(rule, handle) for handle in selection.ignore), default=0)


def _must_be_told(rule: Rule, selection: Selection) -> bool:
    return rule.name in UNREADABLE and _against(rule, selection) < EXACTLY
