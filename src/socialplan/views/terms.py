"""The rules of a draw or game, as its readers must be told them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from socialplan.plan.figures import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan.publications import Publication


@dataclass(frozen=True)
class Term:
    """One of the rules of a draw or game; a truth value, a date or words."""

    name: str
    kind: Literal["text", "date", "yes"]
    value: Any


def terms_of(one: Publication) -> Iterator[Term]:
    """List what the plan says of a draw or game, in the order of the plan language."""
    terms = one.post.interaction.terms if one.post.interaction else None
    for name in type(terms).model_fields if terms else ():
        value = getattr(terms, name)
        if value is None or value == ():
            continue
        if isinstance(value, bool):
            yield Term(name, "yes", value)
        elif isinstance(value, date):
            yield Term(name, "date", value)
        else:
            yield Term(name, "text", _said(value))


def _said(value: Any) -> str:
    """Write an amount, a count or prizes as words."""
    if isinstance(value, Money):
        return f"{value.currency or ''} {value.amount:,}".strip()
    if isinstance(value, tuple):
        return " · ".join(_said(one) for one in value)
    name = getattr(value, "name", None)
    if name is None:
        return str(value)
    quantity = f" × {value.quantity}" if value.quantity else ""
    worth = f" ({_said(value.value)})" if value.value else ""
    return f"{name}{quantity}{worth}"
