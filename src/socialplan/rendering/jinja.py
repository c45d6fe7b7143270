"""Jinja, known by this file alone: our templates, and the user's own in a sandbox."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from socialplan.errors import SocialPlanError
from socialplan.escaping import for_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2 import Environment

TOO_LONG = 10_000
"""Repetitions that a user's template may ask of `range`."""


class BadTemplate(SocialPlanError):  # noqa: N818 - like its sisters in errors.py
    """A template of the user's that cannot be filled; `line` is 0 where none is known."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__("bad-template", path=str(path), line=line, reason=reason)


def fill(name: str, variables: Mapping[str, Any]) -> str:
    """Fill one of our own templates, e.g. `week.md.j2`."""
    return _ours().get_template(name).render(variables)


def fill_file(path: Path, variables: Mapping[str, Any]) -> str:
    """Fill a template of the user's; it can read what it is given and nothing else."""
    try:
        text = path.read_text(encoding="utf-8")
        return _environment(None).from_string(text).render(variables)
    except TemplateSyntaxError as error:
        raise BadTemplate(path, error.lineno, error.message or "") from None
    except UnicodeDecodeError as error:
        raise BadTemplate(path, 0, str(error)) from None
    except OSError as error:
        raise BadTemplate(path, 0, error.strerror or str(error)) from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        RecursionError,
        AttributeError,
        OverflowError,
        MemoryError,
    ) as error:
        raise BadTemplate(path, _line_of(error), str(error)) from None


def _line_of(error: BaseException) -> int:
    """Find the template's line in a traceback; Jinja names its frames `<template>`."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


@cache
def _ours() -> Environment:
    from importlib.resources import files

    return _environment(FileSystemLoader(str(files("socialplan_templates").joinpath("views"))))


def _environment(loader: FileSystemLoader | None) -> Environment:
    # A sandbox for ours too: one set of filters and one behaviour to know.
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Markdown and text; `md` escapes what people typed
    )
    made.filters["md"] = lambda value: "" if value is None else for_markdown(str(value))
    return made
