"""What the parser of the command line objects to, as errors of ours; and the language asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from socialplan.errors import SocialPlanError, UnknownOption
from socialplan.translating import UnknownLanguageError, known_language, language_of_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_LANGUAGE = "socialplan.language"
_UsageError: Any = typer.BadParameter.__base__
"""What the parser raises; only this child of it has a public name."""

_SAME = {"--month": "--view month --from 2026-12-01"}
"""Options that people look for, and what to type for them."""


def remember_language(ctx: Any, args: Sequence[str]) -> None:
    """Settle the language of help and errors, wherever on the line `--lang` stands."""
    ctx.meta[_LANGUAGE] = language_of_run(language_typed(args))


def language_in(ctx: Any) -> str:
    """Give the language that was settled."""
    return str(ctx.meta.get(_LANGUAGE, "en"))


def language_typed(args: Sequence[str]) -> str | None:
    """Give the language after `--lang`, also where the run ended before it was read."""
    for option, value in zip(args, [*args[1:], ""], strict=False):
        typed = value if option == "--lang" else option.removeprefix("--lang=")
        if option == "--lang" or option.startswith("--lang="):
            try:
                return known_language(typed)
            except UnknownLanguageError:
                return None
    return None


def refuse_nul(args: Sequence[str]) -> None:
    """Refuse what no shell passes on, but a program that runs us may: no file can be named so."""
    for one in args:
        if "\0" in one:
            raise SocialPlanError("nul", value=one.replace("\0", "\\u0000"))


def explained(parse: Callable[[Any, list[str]], Any], ctx: Any, args: list[str]) -> Any:
    """Parse, and say in our words what is wrong with the line."""
    try:
        return parse(ctx, args)
    except _UsageError as error:
        raise _explained(error, ctx) from None


def without_extras(parse: Callable[[Any, list[str]], Any], ctx: Any, args: list[str]) -> Any:
    """Do the same for a command that takes no more than it says."""
    ctx.allow_extra_args = True  # so that it is us who object to them
    rest = explained(parse, ctx, args)
    if rest and not ctx.resilient_parsing:
        raise SocialPlanError("too-many-arguments", value=rest[0], command=ctx.command_path)
    return rest


def spare_validator(param: Any) -> None:
    """Keep typer from building a validator with pydantic for each option that was not typed."""
    if param.required or param.callback is not None:
        return
    validated = param.process_value

    def as_it_is(ctx: Any, value: Any) -> Any:
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        return value if value == param.default else validated(ctx, value)

    param.process_value = as_it_is


def label(param: Any) -> str:
    """Name an option as it is typed, an argument as the usage line shows it."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name).strip("[].").upper()


def _explained(error: Any, ctx: Any) -> Exception:
    """Find our words for an error of the parser; one that has none stays as it is."""
    params = ctx.command.get_params(ctx)
    option = getattr(error, "option_name", None)
    if hasattr(error, "possibilities"):
        return _unknown(ctx.command_path, str(option), _ways(params))
    if option is not None:
        flag = option in _ways(one for one in params if getattr(one, "is_flag", False))
        return SocialPlanError("value-for-flag" if flag else "value-missing", option=option)
    if getattr(error, "param", None) is not None:
        return _about_value(error, ctx)
    return error  # type: ignore[no-any-return]


def _unknown(command: str, option: str, known: Sequence[str]) -> SocialPlanError:
    """Say which option is meant: by its spelling, or what does the same here."""
    way = _SAME.get(option)
    if way is not None and way.split()[0] in known:
        return SocialPlanError("unknown-option-near", command=command, option=option, nearest=way)
    return UnknownOption(command, option, known)


def _ways(params: Iterable[Any]) -> list[str]:
    """List all ways to type some options."""
    return [name for one in params for name in (*one.opts, *one.secondary_opts)]


def _about_value(error: Any, ctx: Any) -> Exception:
    """Tell a value that is missing from one that is no number."""
    name = label(error.param)
    if not error.message:
        return SocialPlanError("argument-missing", name=name, command=ctx.command_path)
    if not hasattr(error.__cause__, "errors"):
        return error  # type: ignore[no-any-return]
    wrong = error.__cause__.errors()[0]
    told = "not-a-number" if wrong["type"].startswith("int") else "out-of-range"
    return SocialPlanError(told, option=name, value=str(wrong.get("input")))
