"""`socialplan schema` as a shell sees it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Run


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Who answers for it."), ("zh-TW", "誰負責這個帳號。"), ("zh-CN", "谁负责这个账号。")],
)
def test_an_editor_explains_keys_in_the_language_asked_for(
    run: Run, language: str, said: str
) -> None:
    schema = json.loads(run("schema", "--lang", language).stdout)
    assert schema["definitions"]["Account"]["properties"]["owner"]["description"] == said


def test_an_included_file_has_a_schema_of_its_own(run: Run) -> None:
    schema = json.loads(run("schema", "--included", "--lang", "zh-TW").stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["description"] == "計劃引入的檔案：裡面的清單會接到計劃的清單後面。"
    assert "title" not in schema["properties"]
