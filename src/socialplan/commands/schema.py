"""`socialplan schema`: the JSON Schema of the plan language."""

from __future__ import annotations

from typing import Annotated

import typer

from socialplan.commands import options


def schema(
    included: Annotated[
        bool, typer.Option("--included", help="For a file that a plan includes.")
    ] = False,
    output: options.Output = None,
    lang: options.Lang = None,
) -> None:
    """Print the JSON Schema (draft-07) of the plan language, for editors and other checkers.

    Name it in a plan's first line: # yaml-language-server: $schema=./plan.schema.json

    What it says of each key is in the language of `--lang`.

    Example: socialplan schema --output plan.schema.json
    """
    from socialplan.plan.schema import schema_text

    language = options.language(lang)
    file = options.file_at(output, "plan.schema.json")
    options.write_result(schema_text(included=included, language=language), file)
