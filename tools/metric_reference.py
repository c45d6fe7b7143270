"""Every metric that a goal may name: `metric_reference.py LANGUAGE`."""

from __future__ import annotations

import sys

from socialplan import facts
from socialplan.escaping import for_markdown
from socialplan.translating import words

WORDS = {
    "en": {
        "title": "Metrics",
        "about": "What `metric:` of a goal may name; anything else is "
        "`metric: {custom: {name: …}}`.",
        "readings": """\
Readings stand under `history:` of a goal, or in the CSV that `metrics: {file: …}` names: one line
per reading (`date, account, metric, value`), or a column for each metric. Both count wherever a
goal is measured. Of a day that both tell, what the plan says counts. Lines that cannot be read are
left out of pages; `socialplan lint` names them.""",
        "head": "id | English | 繁體中文 | 简体中文 | unit | stage | worked out from",
    },
    "zh-TW": {
        "title": "成效指標",
        "about": "目標的 `metric:` 可以寫的代號；其他的寫成 `metric: {custom: {name: …}}`。",
        "readings": "讀數記在目標的 `history:`，或記在 `metrics: {file: …}` 指定的 CSV："
        "一行一筆讀數（`date, account, metric, value`），或一個指標一欄。"
        "衡量目標時兩邊都算；同一天兩邊都有的，以計劃裡寫的為準。"
        "讀不出來的行不會出現在頁面上，`socialplan lint` 會一一指出。",
        "head": "代號 | 繁體中文 | 简体中文 | English | 單位 | 階段 | 怎麼算",
        "count": "數量",
        "ratio": "比率",
        "score": "分數",
        "days": "天數",
        "currency": "金額",
        "process": "流程",
    },
    "zh-CN": {
        "title": "指标",
        "about": "目标的 `metric:` 可以写的代号；其他的写成 `metric: {custom: {name: …}}`。",
        "readings": "读数记在目标的 `history:`，或记在 `metrics: {file: …}` 指定的 CSV："
        "一行一条读数（`date, account, metric, value`），或一个指标一列。"
        "衡量目标时两边都算；同一天两边都有的，以计划里写的为准。"
        "读不出来的行不会出现在页面上，`socialplan lint` 会逐一指出。",
        "head": "代号 | 简体中文 | 繁體中文 | English | 单位 | 阶段 | 怎么算",
        "count": "数量",
        "ratio": "比率",
        "score": "分数",
        "days": "天数",
        "currency": "金额",
        "process": "流程",
    },
}
NAMES = {
    "en": ("en", "zh-TW", "zh-CN"),
    "zh-TW": ("zh-TW", "zh-CN", "en"),
    "zh-CN": ("zh-CN", "zh-TW", "en"),
}
"""In which order a page names a metric."""


def page(language: str) -> str:
    """Write what is said of all, and a row for each."""
    own = WORDS[language]
    head = f"| {own['head']} |\n{'| --- ' * 7}|"
    rows = [_row(one, language) for one in map(facts.metric, facts.metric_ids()) if one]
    table = "\n".join([head, *rows])
    return f"# {own['title']}\n\n{own['about']}\n\n{own['readings']}\n\n{table}\n"


def _row(one: facts.Metric, language: str) -> str:
    names = [for_markdown(one.names.get(tag, "")) for tag in NAMES[language]]
    formula = f"`{one.formula}`" if one.formula else ""
    unit = WORDS[language].get(one.unit, one.unit)
    cells = (f"`{one.id}`", *names, unit, _stage(one.stage, language), formula)
    return f"| {' | '.join(cells)} |"


def _stage(stage: str, language: str) -> str:
    """Name a stage as pages do; in English by what plans write."""
    if language == "en" or not stage:
        return stage or ""
    return WORDS[language].get(stage) or words(language)(f"views.stage-{stage}")


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")
