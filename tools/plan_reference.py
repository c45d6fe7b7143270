"""Every section and key of the plan language, from its schema: `plan_reference.py LANGUAGE`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from socialplan.escaping import for_markdown
from socialplan.facts import METRICS, PLATFORMS
from socialplan.plan.describing import parts
from socialplan.plan.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {
    "en": {
        "title": "The plan language",
        "about": "A plan is `socialplan.yaml`, or `NAME.socialplan.yaml`. Keys are English, values "
        "are in any language. This is enough to begin with; everything else may be added later:",
        "schema": "`socialplan schema --output plan.schema.json` writes all of this as a JSON "
        "Schema. With `# yaml-language-server: $schema=./plan.schema.json` as the plan's first "
        "line, editors complete, explain and check it while it is written; `socialplan init` "
        "writes both. What no schema can know is left to `socialplan lint`: whether a name is "
        "defined, and whether a day exists.",
        "text": "A text needs quotes only where YAML would read it otherwise, as with `#` or `: `. "
        "“One or a list” takes a value that is alone without brackets.",
        "sections": "Sections",
        "values": "Values",
        "columns": "| key | holds | what for |",
        "value columns": "| value | what it is | written |",
        "required": " (required)",
        "or": " or ",
        "comma": ", ",
        "list": "list of {}",
        "several": "one or a list of {}",
        "mapping": "mapping to {}",
        "default": " ({} when absent)",
        "called": "{} ({})",
        "metrics": "one of the {n} [metrics](metrics.md)",
        "platforms": "one of the {n} platforms that `socialplan platforms` lists, or `other`",
        "string": "text",
        "number": "number",
        "integer": "whole number",
        "boolean": "true or false",
        "object": "mapping",
        "example": """\
socialplan: 1
title: Little Bear Coffee, December
brand: {name: Little Bear Coffee, market: US, timezone: America/New_York}
accounts:
  - id: ig
    platform: instagram
    cadence: [{format: post, days: [wed, fri], at: "20:00"}]
posts:
  - {account: ig, at: 2026-12-02 20:00, title: Anniversary, text: Two years! Come by for a cup.}
""",
    },
    "zh-TW": {
        "title": "計劃語言",
        "about": "計劃是 `socialplan.yaml`，或 `名稱.socialplan.yaml`。"
        "鍵是英文，值用哪種語言都可以。這樣就能開始，其他的以後再加：",
        "schema": "`socialplan schema --output plan.schema.json` 把這一頁的內容寫成 JSON Schema。"
        "計劃的第一行寫上 `# yaml-language-server: $schema=./plan.schema.json`，"
        "編輯器就能一邊寫一邊補完、說明、檢查；`socialplan init` 兩樣都會寫好。"
        "JSON Schema 看不出來的由 `socialplan lint` 檢查：名稱有沒有定義、日期存不存在。",
        "text": "文字平常不用加引號；YAML 會讀成別的意思時才要，例如有 `#` 或 `: `。"
        "「一個或清單」表示只有一個值時可以不寫方括號。",
        "sections": "各段落",
        "values": "值的寫法",
        "columns": "| 鍵 | 內容 | 用途 |",
        "value columns": "| 值 | 是什麼 | 寫法 |",
        "required": "（必填）",
        "or": "，或 ",
        "comma": "、",
        "list": "清單：{}",
        "several": "一個或清單：{}",
        "mapping": "對照表：{}",
        "default": "（不寫就是 {}）",
        "called": "{}（{}）",
        "metrics": "{n} 個[成效指標](metrics.md)之一",
        "platforms": "`socialplan platforms` 列出的 {n} 個平台之一，或 `other`",
        "string": "文字",
        "number": "數字",
        "integer": "整數",
        "boolean": "true 或 false",
        "object": "對照表",
        "example": """\
socialplan: 1
title: 小熊咖啡十二月社群計劃
brand: {name: 小熊咖啡, market: TW}
accounts:
  - id: line
    platform: line-oa
    cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
posts:
  - {account: line, at: 2026-12-02 20:00, title: 兩週年, text: 小熊咖啡兩歲了，週五來喝一杯吧！}
""",
    },
    "zh-CN": {
        "title": "计划语言",
        "about": "计划是 `socialplan.yaml`，或 `名称.socialplan.yaml`。"
        "键是英文，值用哪种语言都可以。这样就能开始，其他的以后再加：",
        "schema": "`socialplan schema --output plan.schema.json` 把这一页的内容写成 JSON Schema。"
        "计划的第一行写上 `# yaml-language-server: $schema=./plan.schema.json`，"
        "编辑器就能一边写一边补全、说明、检查；`socialplan init` 两样都会写好。"
        "JSON Schema 看不出来的由 `socialplan lint` 检查：名称有没有定义、日期存不存在。",
        "text": "文字平时不用加引号；YAML 会读成别的意思时才要，例如有 `#` 或 `: `。"
        "“一个或列表”表示只有一个值时可以不写方括号。",
        "sections": "各部分",
        "values": "值的写法",
        "columns": "| 键 | 内容 | 用途 |",
        "value columns": "| 值 | 是什么 | 写法 |",
        "required": "（必填）",
        "or": "，或 ",
        "comma": "、",
        "list": "列表：{}",
        "several": "一个或列表：{}",
        "mapping": "映射：{}",
        "default": "（不写就是 {}）",
        "called": "{}（{}）",
        "metrics": "{n} 个[指标](metrics.md)之一",
        "platforms": "`socialplan platforms` 列出的 {n} 个平台之一，或 `other`",
        "string": "文字",
        "number": "数字",
        "integer": "整数",
        "boolean": "true 或 false",
        "object": "映射",
        "example": """\
socialplan: 1
title: 小熊咖啡十二月运营计划
brand: {name: 小熊咖啡, market: CN}
accounts:
  - id: hong
    platform: xiaohongshu
    cadence: [{format: note, days: [wed, fri], at: "20:00"}]
posts:
  - {account: hong, at: 2026-12-02 20:00, title: 两周年, text: 小熊咖啡两岁了，周五来喝一杯吧！}
""",
    },
}


def page(language: str) -> str:
    """Write the sections, each part under the section that holds it, and the kinds of values."""
    say, schema = WORDS[language], json_schema(language=language)
    defined = schema["definitions"]
    lines = [f"# {say['title']}", "", say["about"], "", "```yaml", say["example"] + "```", ""]
    lines += [say["text"], "", say["schema"], "", f"## {say['sections']}", ""]
    lines += _table(schema, say)
    for name in parts():
        if name in defined:
            lines += [f"## {name}", "", defined[name]["description"], ""]
            lines += _table(defined[name], say)
    lines += [f"## {say['values']}", "", say["value columns"], "| --- | --- | --- |"]
    for name, shape in defined.items():
        if name not in parts():
            cells = f'<a id="{name.lower()}"></a>{name}', shape["description"], _written(shape, say)
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _table(part: dict[str, Any], say: dict[str, str]) -> Iterator[str]:
    yield from (say["columns"], "| --- | --- | --- |")
    for key, field in part["properties"].items():
        required = say["required"] if key in part.get("required", ()) else ""
        holds = _holds(field, say)
        if "default" in field:
            holds += say["default"].format(_code(field["default"]))
        yield f"| `{key}`{required} | {holds} | {for_markdown(field['description'])} |"
    yield ""


def _holds(field: dict[str, Any], say: dict[str, str]) -> str:
    """A few words for a schema: `text`, `list of Post`, `draft, approved, …`."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "enum" in field:
        words = field.get("enumDescriptions", field["enum"])
        pairs = zip(field["enum"], words, strict=True)
        return say["comma"].join(_called(value, word, say) for value, word in pairs)
    if "const" in field:
        return _code(field["const"])
    choices = field.get("anyOf") or field.get("allOf") or _types(field)
    choices = [choice for choice in choices if choice.get("type") != "null"]
    for choice in choices:
        if choice.get("type") == "array":
            items = _holds(choice["items"], say)
            return say["list" if len(choices) == 1 else "several"].format(items)
    return say["or"].join(dict.fromkeys(_plain(choice, say) for choice in choices))


def _plain(choice: dict[str, Any], say: dict[str, str]) -> str:
    inner = choice.get("additionalProperties")
    if isinstance(inner, dict):
        return say["mapping"].format(_holds(inner, say))
    if choice.keys() & {"enum", "const"} or not isinstance(choice.get("type"), str):
        return _holds(choice, say)
    return say[choice["type"]]


def _types(field: dict[str, Any]) -> list[dict[str, Any]]:
    """Take types that are named together apart; what may be a text is called one."""
    types = field["type"] if isinstance(field["type"], list) else [field["type"]]
    if "string" in types:
        types = [one for one in types if one not in ("number", "boolean")]
    return [{**field, "type": one} for one in types]


def _written(shape: dict[str, Any], say: dict[str, str]) -> str:
    """How a kind of value is written: its names, its numbers, an example of its texts."""
    if shape["title"] in ("Metric", "Platform"):
        known = METRICS if shape["title"] == "Metric" else PLATFORMS
        return say[f"{shape['title'].lower()}s"].format(n=len(known))
    choices = shape.get("anyOf", [shape])
    said = [_code(name) for choice in choices for name in choice.get("enum", ())]
    said += [_code(one) for choice in choices for one in choice.get("examples", ())]
    if not said and isinstance(shape.get("type"), list):
        return say["string"]
    numbers = (say[one["type"]] for one in choices if one.get("type") in ("number", "integer"))
    kinds = (_holds(one, say) for one in choices if "$ref" in one)
    return say["comma"].join([*numbers, *said, *kinds])


def _called(value: object, word: object, say: dict[str, str]) -> str:
    """Write a value, and what it is called where that is another word."""
    plain = str(word).replace(" ", "").replace("-", "").casefold()
    same = plain == str(value).replace("_", "").replace("-", "").casefold()
    return _code(value) if same else say["called"].format(_code(value), word)


def _code(value: object) -> str:
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")
