"""Arithmetic over named inputs: a formula is data, so only + - * / ** are understood."""

from __future__ import annotations

import ast
import operator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = 500


def _power(base: float, exponent: float) -> float:
    """As floats, so that a plan's own formula overflows at once instead of computing for hours."""
    power: float = float(base) ** float(exponent)
    return power


_OPERATORS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: _power,
}


def evaluate(formula: str, inputs: Mapping[str, float | None]) -> float | None:
    """The value of a formula; None where an input is missing or a denominator is zero.

    A formula that is not arithmetic raises ValueError.
    """
    try:
        value = _value(_parsed(formula), inputs)
    except (ZeroDivisionError, OverflowError):
        return None
    # A negative base under a fractional power has no real value.
    return None if isinstance(value, complex) else value


@cache
def _parsed(formula: str) -> ast.expr:
    if len(formula) > _LONGEST:
        raise ValueError("not arithmetic: too long")
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"not arithmetic: {formula}") from None


def names_in(formula: str) -> frozenset[str]:
    """The inputs that a formula needs."""
    return frozenset(node.id for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Name))


def _value(node: ast.expr, inputs: Mapping[str, float | None]) -> float | None:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            return inputs.get(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            value = _value(operand, inputs)
            return None if value is None else -value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            first, second = _value(left, inputs), _value(right, inputs)
            if first is None or second is None:
                return None
            return _OPERATORS[type(op)](first, second)
    raise ValueError(f"not arithmetic: {ast.unparse(node)}")
