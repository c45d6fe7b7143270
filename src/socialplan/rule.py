"""What a rule is: a question asked of a plan, with its reason and its examples."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from inspect import cleandoc
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from socialplan.finding import (
    Confidence,
    Fix,
    Problem,
    RenameKey,
    Safety,
    SetValue,
    Severity,
    problem,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from socialplan.finding import PlanPath

__all__ = ["Confidence", "Problem", "Rule", "Safety", "Severity", "instead", "problem", "rule"]

Check = Any
"""A function from what its arguments name to problems; `linting/running.py` has the names."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule; a check's arguments name what it needs of plan, source, mistakes, today …"""

    code: str
    severity: Severity
    message: str
    source: str
    check: Callable[..., Iterable[Problem]]
    bad_examples: Mapping[str, str]
    good_examples: Mapping[str, str]
    help: str | None = None
    confidence: Confidence = Confidence.HIGH
    default: bool = True
    """Whether the rule runs unasked in the standard profile."""
    edition: str = "2026"
    """The edition in which the rule joined the default ones."""
    aliases: tuple[str, ...] = ()
    fix: Safety | None = None
    """The best that `--fix` may do about its findings; not every one need have a fix."""
    needs: tuple[str, ...] = field(default=())
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Message, help and reason by language, where they do not stand among our own messages."""

    @cached_property
    def name(self) -> str:
        """The defect in kebab case, as in “allow goal-without-target”."""
        return self.check.__name__.replace("_", "-")

    @cached_property
    def reason(self) -> str:
        """Why the rule exists, in English."""
        return cleandoc(self.check.__doc__ or "")

    @property
    def profile(self) -> str:
        """The first of the profiles minimal, standard and strict in which the rule runs."""
        if not self.default:
            return "strict"
        return "minimal" if self.severity is Severity.ERROR else "standard"

    def runs_in(self, profile: str, edition: str) -> bool:
        """Say whether the rule runs unasked."""
        ladder = ("minimal", "standard", "strict")
        return self.edition <= edition and ladder.index(self.profile) <= ladder.index(profile)

    @property
    def family(self) -> str:
        return self.code[:3]

    def bad(self, language: str = "en") -> str:
        """Show a plan that the rule finds fault with; the faulty lines end in `# <-`."""
        return _example(self.bad_examples, language)

    def good(self, language: str = "en") -> str:
        """Show the same plan repaired."""
        return _example(self.good_examples, language)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def rule(
    code: str,
    severity: Severity,
    *,
    message: str,
    source: str,
    bad: str | Mapping[str, str],
    good: str | Mapping[str, str],
    help: str | None = None,  # noqa: A002 - the word that readers see
    confidence: Confidence = Confidence.HIGH,
    default: bool = True,
    edition: str = "2026",
    aliases: tuple[str, ...] = (),
    fix: Safety | None = None,
    translations: Mapping[str, Mapping[str, str]] | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a function: its name is the rule's, its docstring the reason."""

    def made(check: Check) -> Rule:
        named = check.__code__
        return Rule(
            code=code,
            severity=severity,
            message=message,
            source=source,
            check=check,
            bad_examples={"en": bad} if isinstance(bad, str) else bad,
            good_examples={"en": good} if isinstance(good, str) else good,
            help=help,
            confidence=confidence,
            default=default,
            edition=edition,
            aliases=aliases,
            fix=fix,
            needs=named.co_varnames[: named.co_argcount],
            translations=translations or {},
        )

    return made


def instead(path: PlanPath, written: str, meant: str | None, *, on_key: bool = False) -> Fix | None:
    """Write the name that was probably meant; safe where only case, spaces and dashes differ."""
    if meant is None:
        return None
    safety = Safety.SAFE if _letters(written) == _letters(meant) else Safety.UNSAFE
    if on_key:
        return Fix((RenameKey(path, meant),), safety)
    return Fix((SetValue(path, meant, instead_of=written),), safety)


def _letters(name: str) -> str:
    return name.casefold().translate({ord(char): None for char in " -_"})


def _example(examples: Mapping[str, str], language: str) -> str:
    text = examples.get(language) or next(iter(examples.values()))
    return dedent(text).strip("\n") + "\n"
