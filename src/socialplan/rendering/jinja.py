"""Jinja, known by this file alone: our templates, and the user's own in a sandbox."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
    pass_eval_context,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from socialplan.errors import SocialPlanError, UnknownName
from socialplan.escaping import for_markdown, for_markdown_code, for_terminal, within_itself
from socialplan.rendering.bounding import Deadline, TakesTooLong, bounded, size_of_result
from socialplan.rendering.breaking import on_one_line
from socialplan.rendering.overriding import LARGEST_FILE, text_below
from socialplan.source.opening import read_bytes
from socialplan.translating import topic_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2 import Template
    from jinja2.nodes import EvalContext
    from jinja2.runtime import Context

SECONDS = 10
MEGABYTES = 512
LONGEST = 10_000_000
"""Characters, or items, that one operation of a user's template may make."""
SHORT = 24
"""Characters of a subject in a calendar's box."""

_ADDRESS = re.compile(r"https?://[^\s<>|`\\]+")
_NO_SUCH = re.compile(r"No (filter|test) named '(.*)'\.")


def fill(name: str, variables: Mapping[str, Any], own: Path | None = None) -> str:
    """Fill one of our templates, e.g. `week.md.j2`, or the user's own of that name.

    Those of HTML escape what people typed.
    """
    if own is None or not any(own.glob("*.j2")):
        return _ours().get_template(name).render(variables)
    return _fill(own / name, variables, [own])


def fill_file(path: Path, variables: Mapping[str, Any], own: Path | None = None) -> str:
    """Fill a template of the user's; it can read what it is given and its own folder."""
    read_bytes(path, LARGEST_FILE)  # what cannot be read is said of the file, not of a template
    return _fill(path, variables, [path.parent] if own is None else [path.parent, own])


def is_markup(name: str) -> bool:
    """Say by its name whether what a template writes must be escaped."""
    return name.lower().removesuffix(".j2").endswith((".html", ".htm", ".xhtml", ".xml", ".svg"))


def _fill(path: Path, variables: Mapping[str, Any], folders: list[Path]) -> str:
    loaders = [*map(_OwnFolder, folders), _our_loader()]
    how = {**_SETTINGS, "autoescape": True} if is_markup(path.name) else _SETTINGS
    environment = _with_filters(_Sandbox(loader=ChoiceLoader(loaders), **how))
    try:
        with bounded(SECONDS, MEGABYTES):
            return _written(environment.get_template(path.name), variables)
    except Exception as error:  # noqa: BLE001 - whatever it does wrong is said of the template
        raise _explained(error, path, variables, environment) from None


def _written(template: Template, variables: Mapping[str, Any]) -> str:
    parts: list[str] = []
    size = 0
    for part in template.generate(variables):
        size += len(part)
        if size > LONGEST:
            raise MemoryError
        parts.append(part)
    return "".join(parts)


class _OwnFolder(BaseLoader):
    """Templates below a folder; no way leads out of it, not even a link."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja gives it
        template: str,
    ) -> tuple[str, str, Callable[[], bool] | None]:
        text = text_below(self._folder, template)
        if text is None:
            raise TemplateNotFound(template)
        return text, str(self._folder / template), None


class _Misspelt(StrictUndefined):
    """A name that does not exist; its error remembers of what, so that a near one can be found."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        remembering: Any = partial(_UnknownError, of=obj, name=name)
        super().__init__(hint, obj, name, remembering if exc is UndefinedError else exc)


class _UnknownError(UndefinedError):
    def __init__(self, message: str | None, *, of: Any, name: str | None) -> None:
        super().__init__(message)
        self.of = of
        self.name = name


@pass_eval_context
def _finished(context: EvalContext, value: Any) -> Any:
    """Keep marks of direction in the text that has them, on pages whose readers obey them."""
    return within_itself(value) if type(value) is str and context.autoescape else value


_SETTINGS: dict[str, Any] = {
    "finalize": _finished,
    "undefined": _Misspelt,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "autoescape": lambda name: is_markup(str(name)),  # Markdown has `md`
}


class _Watching(CodeGenerator):
    """Code whose loops look at the clock each time round: the alarm rings in no thread."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        watched = nodes.EnvironmentAttribute("watched")
        node.iter = nodes.Call(watched, [node.iter], [], None, None)
        super().visit_For(node, frame)


class _Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which no single step makes something huge, and that closes in time."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = _Watching

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self._deadline = Deadline(SECONDS)
        self.watched = self._deadline.watched

    def call(self, *given: Any, **named: Any) -> Any:
        self._deadline.check()
        return super().call(*given, **named)

    def get_template(self, *given: Any, **named: Any) -> Template:
        self._deadline.check()
        return super().get_template(*given, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if size_of_result(operator, left, right) > LONGEST:
            raise MemoryError
        return super().call_binop(context, operator, left, right)


def _explained(
    error: Exception, path: Path, variables: Mapping[str, Any], environment: Environment
) -> SocialPlanError:
    """Turn what went wrong in a template into words for the one who wrote it."""
    if isinstance(error, SocialPlanError):
        return error
    if isinstance(error, TakesTooLong):
        return SocialPlanError("template-too-long", path=str(path), seconds=SECONDS)
    if isinstance(error, MemoryError):
        return SocialPlanError("template-too-large", path=str(path))
    file, line = _place_of(error, path)
    place = f"{file}:{line}" if line else file
    if isinstance(error, RecursionError) and line:
        return SocialPlanError("template-endless", place=place)
    if isinstance(error, _UnknownError) and error.name is not None:
        known = {**environment.globals, **variables} if error.of is missing else _parts(error.of)
        return UnknownName(place, str(error.name), known)
    if isinstance(error, KeyError) and str(error.args[0]).startswith("views."):
        return UnknownName(place, str(error.args[0])[6:], topic_messages("en", "views"))
    if found := _NO_SUCH.match(str(error)):
        known = environment.filters if found[1] == "filter" else environment.tests
        return UnknownName(place, found[2], known)
    return SocialPlanError("bad-template", place=place, reason=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"no template {error.name}"
    return str(error) or type(error).__name__


def _parts(thing: Any) -> list[str]:
    """Name what a template could have asked a thing for."""
    if isinstance(thing, dict):
        return [str(key) for key in thing]
    return [name for name in dir(thing) if not name.startswith("_")]


def _place_of(error: Exception, path: Path) -> tuple[str, int]:
    """Find file and line in the traceback, in which Jinja has a frame for each template."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or str(path), error.lineno
    ours = tuple(_our_loader().searchpath)
    known = path if path.is_file() else path.parent  # ours may fail for want of a part of theirs
    file, line, trace = str(known), 0, error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not name.endswith(".py") and not name.startswith(("<", *ours)):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return file, line


@cache
def _our_loader() -> FileSystemLoader:
    from importlib.resources import files

    return FileSystemLoader(str(files("socialplan_templates").joinpath("views")))


@cache
def _ours() -> Environment:
    # No sandbox: it would double the time of a page of thousands of posts, and ours is trusted.
    return _with_filters(Environment(loader=_our_loader(), **_SETTINGS))  # noqa: S701 - by file


def _with_filters(made: Environment) -> Environment:
    made.filters["md"] = lambda value: "" if value is None else for_markdown(str(value))
    made.filters["lines"] = _lines
    made.filters["code"] = for_markdown_code
    made.filters["link"] = _link
    made.filters["short"] = _shortened
    return made


def _lines(texts: Any) -> str:
    """Write texts of several lines in one cell of a Markdown table."""
    whole = [texts] if isinstance(texts, str) else texts
    return "<br>".join(for_markdown(line) for text in whole for line in str(text).splitlines())


def _link(url: str | None) -> str:
    """Make a web address clickable in Markdown; anything else stays text."""
    if url and _ADDRESS.fullmatch(url) and for_terminal(url) == url:
        return f"<{url}>"
    return for_markdown(url or "")


def _shortened(text: str | None, length: int = SHORT) -> str:
    """Cut a text that is too long for its place."""
    whole = on_one_line(text or "")
    return whole if len(whole) <= length else whole[: length - 1] + "…"
