"""What each view holds, read from its classes: the reference for templates and JSON."""

from __future__ import annotations

import ast
import importlib
import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from socialplan.views import MADE_FOR, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ABOUT = """\
Templates see a view as `view`; `--format json` writes the same names, dates as `2026-12-02` and
times as `2026-12-02T20:00`. What is marked “template only” is worked out, and not in JSON.
How to use them: [templates.md](templates.md); which view comes in which format:
[formats.md](formats.md)."""
IN_HTML = "In HTML a page is more than it shows: what templates see as `view` is this."
_PLAIN = {
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "true or false",
    "date": "date",
    "time": "time",
    "datetime": "date and time",
    "object": "value",
    "Any": "value",
    "None": "nothing",
}


@dataclass
class Class:
    """One class of a view: what it is, and its fields with type and meaning."""

    name: str
    module: str
    about: str
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    holds: dict[str, Class] = field(default_factory=dict)
    """The classes that its fields name, by their name in this module."""


def page() -> str:
    """Write the reference: a table per view, then what they hold."""
    plain = {view: _root(view) for view in VIEWS}
    in_html = {view: _root(MADE_FOR[view, "html"]) for view in VIEWS if (view, "html") in MADE_FOR}
    roots = [*plain.values(), *in_html.values()]
    others = sorted(
        {id(one): one for root in roots for one in _below(root) if one not in roots}.values(),
        key=lambda one: (one.name, one.module),
    )
    titles = dict(_titles(others))
    titles |= {_key(root): view for view, root in plain.items()}
    parts = [
        "# What each view holds",
        ABOUT,
    ]
    for view, root in plain.items():
        parts += [f"## {view}", root.about, _table(root, titles)]
        if view in in_html:
            parts += [f"### {view} in HTML", IN_HTML, _table(in_html[view], titles)]
    parts.append("## What views hold")
    for one in others:
        parts += [f"### {titles[_key(one)]}", one.about, _table(one, titles)]
    return "\n\n".join(parts) + "\n"


def _key(one: Class) -> str:
    return f"<{one.module}.{one.name}>"


def _titles(classes: list[Class]) -> Iterator[tuple[str, str]]:
    """Name each class; two of the same name also by where they are used."""
    names = [one.name for one in classes]
    for one in classes:
        twice = names.count(one.name) > 1
        yield _key(one), f"{one.name} in {one.module.split('.')[2]}" if twice else one.name


def _table(one: Class, titles: Mapping[str, str]) -> str:
    def linked(found: re.Match[str]) -> str:
        title = titles[found[0]]
        return f"[{title}](#{title.lower().replace(' ', '-')})"

    rows = [
        f"| `{name}` | {re.sub('<[^>]+>', linked, kind)} | {about} |"
        for name, kind, about in one.fields
    ]
    return "\n".join(["| name | holds | meaning |", "| --- | --- | --- |", *rows])


def _root(view: str) -> Class:
    module = f"socialplan.views.{view}"
    tree = _tree(module)
    made = next(
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == view.rpartition(".")[2]
    )
    assert made.returns is not None
    return _class(module, ast.unparse(made.returns))


def _below(one: Class, seen: set[int] | None = None) -> Iterator[Class]:
    seen = set() if seen is None else seen
    for other in one.holds.values():
        if id(other) not in seen:
            seen.add(id(other))
            yield other
            yield from _below(other, seen)


@cache
def _class(module: str, name: str) -> Class:
    """Read a class; its fields are those that are annotated, and its properties."""
    node = next(
        node for node in _tree(module).body if isinstance(node, ast.ClassDef) and node.name == name
    )
    found = Class(name, module, _sentence(ast.get_docstring(node)))
    for base in node.bases:
        home = _home(module, ast.unparse(base))
        if home.startswith("socialplan.views"):
            inherited = _class(home, ast.unparse(base))
            found.fields += inherited.fields
            found.holds |= inherited.holds
    for statement, after in pairwise([*node.body, None]):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            written = ast.unparse(statement.annotation)
            about = _docstring(after)
            if written.startswith("ClassVar"):
                written = written.removeprefix("ClassVar[").removesuffix("]")
                about = f"{about} (template only)".strip()
            found.fields.append((statement.target.id, _kind(written, module, found), about))
        elif isinstance(statement, ast.FunctionDef) and statement.returns is not None:
            decorators = {ast.unparse(one) for one in statement.decorator_list}
            if statement.name.startswith("_") or not decorators & {"property", "cached_property"}:
                continue
            about = f"{_sentence(ast.get_docstring(statement))} (template only)".strip()
            kind = _kind(ast.unparse(statement.returns), module, found)
            found.fields.append((statement.name, kind, about))
    return found


def _kind(written: str, module: str, user: Class) -> str:
    """Say a type in words, with a link to each class of ours."""
    optional = written.endswith(" | None")
    written = written.removesuffix(" | None")
    if found := re.fullmatch(r"tuple\[(.+), \.\.\.\]", written):
        said = f"list of {_kind(found[1], module, user)}"
    elif found := re.fullmatch(r"(?:dict|Mapping)\[(\w+), (.+)\]", written):
        said = f"{_kind(found[2], module, user)} by {_kind(found[1], module, user)}"
    elif " | " in written and "[" not in written:
        said = " or ".join(_kind(part, module, user) for part in written.split(" | "))
    elif found := re.fullmatch(r"tuple\[(.+)\]", written):
        said = f"tuple of {', '.join(_kind(part, module, user) for part in found[1].split(', '))}"
    elif found := re.fullmatch(r"Literal\[(.+)\]", written):
        said = " or ".join(f"`{ast.literal_eval(part)}`" for part in found[1].split(", "))
    else:
        said = _PLAIN.get(written) or _linked(written, module, user)
    return f"{said}, or nothing" if optional else said


def _linked(name: str, module: str, user: Class) -> str:
    home = _home(module, name)
    for node in _tree(home).body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            if home.startswith("socialplan.views"):
                user.holds[name] = _class(home, name)
                return _key(user.holds[name])
            return name
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return _kind(ast.unparse(node.value), home, user)
    return name


def _home(module: str, name: str) -> str:
    """Find the module that a name was imported from."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if (alias.asname or alias.name) == name:
                    return node.module
    return module


@cache
def _tree(module: str) -> ast.Module:
    file = importlib.import_module(module).__file__
    assert file is not None
    return ast.parse(Path(file).read_text(encoding="utf-8"))


def _docstring(node: ast.stmt | None) -> str:
    """Read the text that follows a field."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return _sentence(str(node.value.value))
    return ""


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    print(page(), end="")
