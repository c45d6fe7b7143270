"""Which view comes in which format, and why not the others: `format_table.py LANGUAGE`."""

from __future__ import annotations

import sys

from socialplan.rendering import FORMATS
from socialplan.rendering.suiting import WHY_NOT
from socialplan.translating import words
from socialplan.views import VIEWS

WORDS = {
    "en": {
        "title": "Views and formats",
        "about": "`socialplan render --view VIEW --format FORMAT`. What is not there says why.",
        "view": "view",
        "format": "format",
        "formats": "Formats",
        "for": "for",
        "why": "Why not",
        **FORMATS,
    },
    "zh-TW": {
        "title": "頁面與格式",
        "about": "`socialplan render --view 頁面 --format 格式`。沒有的組合，下面說明原因。",
        "view": "頁面",
        "format": "格式",
        "formats": "各種格式",
        "for": "用途",
        "why": "為什麼沒有",
        "terminal": "馬上看",
        "markdown": "放進 git、合併請求和 wiki",
        "html": "在瀏覽器看，也能列印",
        "ics": "加進行事曆",
        "csv": "給試算表和資料庫",
        "xlsx": "給 Excel 和 LibreOffice",
        "json": "給程式",
    },
    "zh-CN": {
        "title": "页面与格式",
        "about": "`socialplan render --view 页面 --format 格式`。没有的组合，下面说明原因。",
        "view": "页面",
        "format": "格式",
        "formats": "各种格式",
        "for": "用途",
        "why": "为什么没有",
        "terminal": "马上看",
        "markdown": "放进 git、合并请求和 wiki",
        "html": "在浏览器看，也能打印",
        "ics": "加进日历",
        "csv": "给电子表格和数据库",
        "xlsx": "给 Excel 和 LibreOffice",
        "json": "给程序",
    },
}


def page(language: str) -> str:
    """Write the table, the reasons, and what each format is for."""
    own = WORDS[language]
    say = words(language)
    lines = [f"# {own['title']}", "", own["about"], ""]
    lines += row(own["view"], *FORMATS), row("---", *(":-:" for _ in FORMATS))
    for view in VIEWS:
        marks = (" " if (view, form) in WHY_NOT else "✓" for form in FORMATS)
        lines.append(row(f"`{view}` {say(f'html.view-{view}')}", *marks))
    lines += ["", f"## {own['why']}", "", row(own["view"], own["format"], own["why"])]
    lines.append(row("---", "---", "---"))
    for (view, form), reason in WHY_NOT.items():
        if view in VIEWS:
            lines.append(row(f"`{view}`", form, say(f"terms.why-not-{reason}")))
    lines += ["", f"## {own['formats']}", "", row(own["format"], own["for"]), row("---", "---")]
    lines += (row(f"`{form}`", own[form]) for form in FORMATS)
    return "\n".join(lines) + "\n"


def row(*cells: str) -> str:
    """Write a line of a table."""
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")
