"""The JSON Schema says what the linter says, and is pleasant to read in an editor.

Where a schema cannot say what the linter knows, it lets pass what the linter refuses; it never
refuses what the linter takes. `BEYOND` lists all such cases.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socialplan.finding import Severity
from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.plan import Heading
from socialplan.plan.cadence import Schedule
from socialplan.plan.describing import parts
from socialplan.plan.part import Part
from socialplan.plan.posts import Copy
from socialplan.plan.schema import json_schema, schema_text
from socialplan.plan.shapes import Parsed
from socialplan.rules import all_rules
from socialplan.rules.shape.unknown_market import unknown_market
from socialplan.rules.shape.unknown_platform import unknown_platform
from socialplan.source import read_text
from socialplan.translating import topic_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo

Field = tuple[str, str]
"""The names of a part and of one of its keys."""

HEADING = {"socialplan": 1, "title": "Plan", "brand": {"name": "Bear"}}
REQUIRED: dict[str, Any] = {
    **HEADING,
    "from": "2026-11-25",
    "score": 1,
    "stage": "invite",
    "target": 5,
    "value": 5,
}
"""What the minimal parts below hold under the keys that they must have; the others hold a text."""

TIMES = [
    *("2026-11-25", "2026-1-5", " 2026-11-25 ", "2026/11/25", "11/25", "tomorrow", "1899-01-01"),
    *(
        "9000-01-01",
        "2026-13-01",
        "2026-11-32",
        "2026-02-30",
        "2026-11-25 20:00",
        "2026-11-25 9:05",
    ),
    *("2026-11-25T20:00", "2026-11-25 20:00:30", "2026-11-25 24:00", "2026-11-25 20:00Z"),
    *("2026-11-25T20:00+08:00", "2026-11-25 20:00 +0800", "2026-11-25 20:00+99:99"),
    *("2026-11-25  20:00", "2026-11-25 20:00 ", "20:00", "8:00", " 20:00 ", "24:00", "20:60"),
    *("20:00:59", "8pm", "22:00-08:00", "22:00–08:00", "22:00 - 08:00", "10:00~21:00"),
    *("10:00～21:00", "22:00-24:00", "22:00-24:30", "22:00", "22:00-"),
]
NUMBERS: list[Any] = [
    *(0, 1, 2, 3, -1, 31, 32, 999, 1000, 10**15, 10**15 + 1, -(10**16)),
    *(0.0, 1.0, 1.5, 0.12, 1.4, -0.1, 25.0),
    *("0", "1", "12", "-5", "+5", "007", "1.5", "3.0", " 5 ", "1,000", "1.5 萬", "10k", "１２"),
    *("1e3", ".5", "5.", "1_000", "12345678901234567", "1234567890123456", "140%", "22%", "22 %"),
    *("12.5%", "-3%", "+3%", "100%", "101%", "100.0%", "22% ", "%", "TWD 3000", "3000 twd", "¥30"),
    *("NT$3,000", "us$ 30", "3,000 元", "5.8 萬元", "1.23456 TWD", "-30 TWD", "25-34", "18+"),
    *("25～34", "34-25", "25 to 34", " 25-34 ", "+18"),
]
WORDS = [
    *("", " ", "text", "true", "#tag", "https://bear.tw", "utm_source=line&utm_medium=x", "a=b"),
    *("mon", "Monday", " MON ", "thurs", "週一", "禮拜天", "週八", "daily", "Funday", "week"),
    *("2 weeks", "Every 2  Weeks", "0 weeks", "1 quarter", "1000 days", "everyweek", "fortnight"),
    *("FREQ=WEEKLY;BYDAY=WE,FR", "RRULE:freq=weekly;", " FREQ=DAILY ", "BYDAY=MO", "FREQ="),
    *("Asia/Taipei", "Asia/Taipe", "UTC", "GMT+8", "zh-TW", "zh_Hant_TW", "english", "content"),
    *("required", "invite", "draft", "Draft", "in review", "food", "lottery", "sponsored", "image"),
    *("smart", "author", "promote", "followers", "reel"),
]
OTHERS: list[Any] = [
    *(None, True, False, [], {}, [None], [[]], [{}], ["text"], ["mon"], [1], [True], [30, "60"]),
    *(["2026-11-25"], ["text", None], ["invite", "refer"], ["draft"], ["sponsored"], ["author"]),
    *({"a": "b"}, {"a": None}, {"a": 1}, {"a": ["x", True]}, {"a": {}}, {"a": "5%"}, {"text": "x"}),
    *({"url": "x"}, {"id": "x"}, {"name": "x"}, {"title": "x"}, {"date": "2026-11-25"}),
    *({"value": "5%"}, {"score": 1}, {"score": True}, {"from": "2026-11-25"}, {"start": None}),
    *([{"text": "x"}], [{"value": 5}], [{"url": 618}], ["content", "campaign"]),
]
VALUES = [*TIMES, *NUMBERS, *WORDS, *OTHERS]

BEYOND: dict[str, Callable[[str, Any, set[str]], bool]] = {
    "a month of fewer than 31 days": lambda _, value, said: (
        "impossible-date" in said and re.search(r"-(29|30|31)\b", str(value)) is not None
    ),
    "1.0, which is a whole number in JSON": lambda _, value, __: (
        isinstance(value, float) and value.is_integer()
    ),
    "a number beyond 10 to the 15th, as a text": lambda _, value, __: (
        isinstance(value, str) and len(re.sub(r"\D", "", value.partition(".")[0])) == 16
    ),
    "ages that end before they begin": lambda key, _, __: key == "age",
    "a time zone that is none": lambda key, _, __: key == "timezone",
    "tags in one text, of which one has no known name": lambda key, value, _: (
        key == "utm" and "=" in str(value)
    ),
}
"""What no JSON Schema can refuse: key, value and the rules that refuse it."""
ELSEWHERE = {"include", "market", "platform"}
"""What it takes more than the plan's shape to judge: files, and what is known of the world."""


def written_key(name: str, field: FieldInfo) -> str:
    return field.alias or name


def minimal(part: type[Part]) -> dict[str, Any]:
    """A part with nothing but the keys that it must have."""
    required = [written_key(*one) for one in part.model_fields.items() if one[1].is_required()]
    return {key: REQUIRED.get(key, "text") for key in required}


@cache
def homes() -> dict[str, tuple[str, str, str]]:
    """By the name of each part: the part that holds it, under which key, and how."""
    found: dict[str, tuple[str, str, str]] = {}
    for name, part in parts().items():
        for attribute, field in part.model_fields.items():
            for held, how in held_by(field.annotation):
                found.setdefault(held, (name, written_key(attribute, field), how))
    return found


def held_by(annotation: Any, how: str = "one") -> Iterator[tuple[str, str]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation.__name__, how
    how = {tuple: "list", dict: "map"}.get(get_origin(annotation), how)
    for argument in get_args(annotation):
        yield from held_by(argument, how)


def plan_with(field: Field, value: Any) -> dict[str, Any]:
    """The smallest plan in which a key of a part has a value."""
    name, key = field
    part = {**minimal(parts()[name]), key: value}
    while name != "Plan":
        name, key, how = homes()[name]
        inner = {"list": [part], "map": {"text": part}}.get(how, part)
        part = {**minimal(parts()[name]), key: inner}
    return part


def fields() -> list[Field]:
    """One key of each kind: those whose schema and place are alike are alike to both."""
    alike: dict[str, Field] = {}
    for name, part in parts().items():
        for attribute, field in part.model_fields.items():
            kind = f"{field.annotation} {field.metadata} {field.is_required()}"
            kind = re.sub(r"RefersTo\(kind='(?!metric|format|tier)\w+'\)", "", kind)
            if written_key(attribute, field) not in ELSEWHERE:
                alike.setdefault(kind, (name, written_key(attribute, field)))
    return list(alike.values())


@cache
def checker() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema())


def refused_by_lint(plan: dict[str, Any]) -> set[str]:
    loaded = load_plan(read_text(json.dumps(plan, ensure_ascii=False), "plan", None))
    return {mistake.rule for mistake in loaded.mistakes}


def disagreement(field: Field, value: Any) -> str | None:
    """How schema and linter differ on a value, beyond what has to be."""
    plan = plan_with(field, value)
    said, takes = refused_by_lint(plan), checker().is_valid(plan)
    if not said and not takes:
        return "the schema refuses what the linter takes"
    if said and takes and not any(why(field[1], value, said) for why in BEYOND.values()):
        return "the schema takes what the linter refuses"
    return None


@pytest.mark.parametrize("field", fields(), ids=".".join)
def test_schema_and_linter_agree(field: Field) -> None:
    found = [(value, disagreement(field, value)) for value in VALUES]
    assert [one for one in found if one[1]] == []


def test_what_no_schema_can_say_is_still_so() -> None:
    """An exception that nothing needs any more would hide a mistake."""
    needed = set()
    for field in fields():
        if field[1] in ("age", "due", "day", "followers", "timezone", "utm", "start", "target"):
            for value in VALUES:
                plan = plan_with(field, value)
                said = refused_by_lint(plan)
                if said and checker().is_valid(plan):
                    needed |= {name for name, why in BEYOND.items() if why(field[1], value, said)}
    assert needed == set(BEYOND)


SCRAPS = st.text("0123456789-–~:. %+TZ/", max_size=12)
DAYS = st.dates().map(str) | st.datetimes().map(lambda at: f"{at:%Y-%m-%d %H:%M}")
NAMES = st.sampled_from([*WORDS, "W", "週", "元", "TWD", "$", "day", "every", "FREQ=", ";", "="])
ANY = st.one_of(
    SCRAPS,
    DAYS,
    st.integers(-(10**16), 10**16),
    st.decimals(-1000, 1000, places=2).map(float),
    st.lists(NAMES | SCRAPS, min_size=1, max_size=3).map("".join),
    st.lists(NAMES | DAYS, max_size=2),
)


@given(field=st.sampled_from(fields()), value=ANY)
def test_schema_and_linter_agree_on_anything(field: Field, value: Any) -> None:
    assume("-0" not in str(value) or re.match(r"\d{4}-", str(value)))  # nobody writes minus zero
    assert disagreement(field, value) is None


@pytest.mark.parametrize("market", ["TW", "tw", "CN", "DE", "Taiwan", "台灣", "zh-TW", "", 5, True])
def test_a_market_is_a_country(market: Any) -> None:
    plan = {**HEADING, "brand": {"name": "Bear", "market": market}}
    loaded = load_plan(read_text(json.dumps(plan), "plan", None))
    assert checker().is_valid(plan) == (not list(unknown_market.check(plan=loaded.plan)))


@pytest.mark.parametrize("platform", ["line-oa", "other", "LINE-OA", "line", "Instagram", 5, True])
def test_a_platform_is_one_that_is_known(platform: Any) -> None:
    plan = {**HEADING, "accounts": [{"id": "a", "platform": platform}]}
    loaded = load_plan(read_text(json.dumps(plan), "plan", None))
    assert checker().is_valid(plan) == (not list(unknown_platform.check(plan=loaded.plan)))


# What an editor shows

ENUMERATIONS = re.compile(
    r'"enum": (\[[^]]*\])(?:,\s*"type": "\w+")?,\s*"enumDescriptions": (\[[^]]*\])'
)
PATTERNS = re.compile(r'"pattern": "((?:[^"\\]|\\.)*)"')


def described(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that an editor explains: the parts, their keys, and the kinds of values."""
    for name, part in {"Plan": schema, **schema["definitions"]}.items():
        yield name, part
        for key, field in part.get("properties", {}).items():
            yield f"{name}.{key}", field


def unexplained(schema: Any) -> Any:
    """What is checked, without what is said."""
    if isinstance(schema, list):
        return [unexplained(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    said = ("description", "patternErrorMessage", "enumDescriptions")
    return {
        key: unexplained(one)
        for key, one in schema.items()
        if key not in said or isinstance(one, dict)  # a key of the language may be called so too
    }


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


def test_the_schema_is_one_and_always_the_same(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)
    assert json.dumps(schema) == json.dumps(json_schema())
    assert json.loads(schema_text()) == schema


def test_editors_find_all_of_it_in_one_file(schema: dict[str, Any]) -> None:
    """The language server of YAML resolves references against `$id`, where nothing would be."""
    assert "$id" not in schema
    assert all(
        ref.startswith("#/definitions/") for ref in re.findall('"\\$ref": "(.*)"', schema_text())
    )


def test_every_part_key_and_value_is_described(schema: dict[str, Any]) -> None:
    bare = [
        name
        for name, one in described(schema)
        if not one.get("description", "").endswith((".", "?"))
    ]
    assert bare == []


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_an_editor_explains_a_plan_in_the_language_of_its_writer(
    schema: dict[str, Any], language: str
) -> None:
    translated = json_schema(language=language)
    for included in (False, True):
        for name, one in described(json_schema(included=included, language=language)):
            assert re.search("[\u3400-\u9fff].*[。？]$", one["description"]), name
    assert unexplained(translated) == unexplained(schema)
    used = {name for name, _ in described(translated)} | {"included", "Platform.other"}
    shared = {f"{one.__name__}" for one in (Heading, Schedule, Copy)}
    left = {key for key in topic_messages(language, "plan") if key not in used}
    assert {key.partition(".")[0] for key in left} <= shared


def test_no_key_is_taken_that_the_language_does_not_have(schema: dict[str, Any]) -> None:
    parts_of_it = [part for _, part in described(schema) if "properties" in part]
    assert len(parts_of_it) == len(parts())
    assert all(part["additionalProperties"] is False for part in parts_of_it)


def test_what_is_used_often_is_defined_once(schema: dict[str, Any]) -> None:
    """A pattern or a long list that stands at each key makes a file that nobody can read."""
    text = schema_text()
    assert len(text) < 140_000
    for one in PATTERNS.findall(text):
        assert text.count(one) == 1 or len(one) < 60, one
    used = set(re.findall("#/definitions/([A-Za-z]+)", text))
    assert used == set(schema["definitions"])


def test_patterns_mean_the_same_to_editors_and_to_us() -> None:
    """Editors know no named groups, no inline flags and none of Python's own anchors."""
    for pattern in PATTERNS.findall(schema_text()):
        assert not re.search(r"\(\?P|\(\?[ims]|\\[AZ]|\(\?<|\+\+", json.loads(f'"{pattern}"')), (
            pattern
        )


def test_a_refused_text_is_explained_by_an_example_and_not_by_a_pattern() -> None:
    for _, one in described(json_schema()):
        for choice in (one, *one.get("anyOf", ())):
            if "examples" in choice:
                assert choice["patternErrorMessage"] == one["description"]
                for example in choice["examples"]:
                    assert re.search(choice["pattern"], example)


def test_an_editor_offers_the_names_that_are_known(schema: dict[str, Any]) -> None:
    offered = {
        name: one["anyOf"][0]["enum"]
        for name, one in schema["definitions"].items()
        if "enum" in one.get("anyOf", [{}])[0]
    }
    assert {"Format", "Market", "Metric", "PricePlan", "Tier", "Weekday"} <= set(offered)
    assert "followers" in offered["Metric"]
    assert "carousel" in offered["Format"]
    assert "tw-light" in offered["PricePlan"]
    assert schema["definitions"]["Goal"]["properties"]["kind"]["default"] == "smart"


@pytest.mark.parametrize(
    ("language", "draft", "page", "friends"),
    [
        ("en", "draft", "Facebook Page", "effective friends"),
        ("zh-TW", "草稿", "Facebook 粉絲專頁", "有效好友數"),
        ("zh-CN", "草稿", "Facebook 主页", "有效好友数"),
    ],
)
def test_an_editor_says_what_our_words_are_called_on_pages(
    language: str, draft: str, page: str, friends: str
) -> None:
    text = schema_text(language=language)
    told: dict[str, str] = {}
    for enum, words in ENUMERATIONS.findall(text):
        known, said = json.loads(enum), json.loads(words)
        assert len(known) == len(said)
        told |= dict(zip(known, said, strict=True))
    assert told["draft"] == draft
    assert told["facebook-page"] == page
    assert told["effective_friends"] == friends
    assert {"invite", "lottery", "lead", "sponsored", "attract", "welcome"} <= set(told)


def test_an_editor_says_what_a_name_refers_to(schema: dict[str, Any]) -> None:
    """Nobody can guess from “text” that an owner is somebody of the team."""
    for name, part in parts().items():
        held = (schema if name == "Plan" else schema["definitions"][name])["properties"]
        for attribute, field in part.model_fields.items():
            if "RefersTo(" in f"{field.annotation} {field.metadata}" and "dict" not in str(
                field.annotation
            ):
                assert "#/definitions/" in json.dumps(held[written_key(attribute, field)])
    owner = schema["definitions"]["Account"]["properties"]["owner"]
    assert owner["anyOf"][0] == {"$ref": "#/definitions/PersonId"}


def test_an_included_file_holds_lists_and_needs_no_heading() -> None:
    part = json_schema(included=True)
    check = jsonschema.Draft7Validator(part)
    assert check.is_valid({"posts": [{"title": "An idea"}], "goals": None})
    assert not check.is_valid({"posts": [], "title": "a second one"})
    assert "Workflow" not in part["definitions"]


# docs/plan.md


def literals(annotation: Any) -> set[object]:
    """The words and numbers that a key may hold; those of a kind of value stand with it."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    if any(isinstance(one, Parsed) for one in get_args(annotation)):
        return set()
    return {word for inner in get_args(annotation) for word in literals(inner)}


@pytest.mark.parametrize("folder", ["docs", "docs/zh-TW", "docs/zh-CN"])
def test_the_reference_has_every_key_and_its_plans_are_without_errors(
    root: Path, folder: str
) -> None:
    text = (root / folder / "plan.md").read_text(encoding="utf-8")
    for name, part in parts().items():
        section = text.partition(f"\n## {name}\n" if name != "Plan" else "\n## ")[2]
        lines = section.partition("\n## ")[0].splitlines()
        rows = {row.split("`")[1]: row for row in lines if row.startswith("| `")}
        assert list(rows) == [written_key(*one) for one in part.model_fields.items()], name
        for attribute, field in part.model_fields.items():
            for value in literals(field.annotation):
                assert f"`{value}`" in rows[written_key(attribute, field)], (name, attribute)
    plans = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert plans
    for plan in plans:
        found = lint(load_plan(read_text(plan, "plan", None)), all_rules(), date(2026, 11, 21))
        assert [one for one in found if one.severity is Severity.ERROR] == []
