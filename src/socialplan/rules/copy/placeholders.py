"""What holds the place of words that nobody has written yet."""

from __future__ import annotations

import re
from functools import cache

_BLANKS = (
    "name|your name|date|time|link|url|price|city|brand|product|insert[^\\]]*|"
    "名字|姓名|稱呼|称呼|暱稱|昵称|店名|品牌|品名|產品|产品|日期|時間|时间|地點|地点|"
    "連結|链接|主題|主题|網址|网址|價格|价格|金額|金额|數字|数字"
)
_TO_DO = "待定|待填|待補[上充]?|待补[上充]?|待確認|待确认"

# TODO is also a word, as in “our TODO list app”, and TBC also a company. They hold a place where
# they stand alone, begin a line, or take or are what stands behind a colon.
_WORD = r"(?:TODO|FIXME)(?![A-Za-z0-9]|\.[A-Za-z])"
_NO_LIST = (
    r"(?![ \t-]*(?i:lists?|apps?|items?|tasks?|boards?|comments?|is|are|or|and|vs)(?![A-Za-z]))"
    r"(?![ \t]*(?:清單|清单|列表|事項|事项|應用|应用|軟體|软件|管理|[是和與与跟、，,/]))"
)
_COLON = r"[ \t]*[:：]"
_CODE_BEFORE = r"(?<![A-Za-z0-9#@/.`“”「『'\"-])(?<!// )(?<!# )(?<!-- )"
_UNWRITTEN = (
    rf"(?m:^){_WORD}{_NO_LIST}"
    rf"|{_CODE_BEFORE}{_WORD}(?={_COLON})"
    rf"|(?:(?<=[:：])|(?<=[:：] )){_WORD}{_NO_LIST}"
    rf"|[\[【［<＜]{_WORD}{_NO_LIST}[^\]】］>＞\n]{{0,60}}[\]】］>＞]"
    r"|[（(](?:TODO|FIXME)[)）]"
    rf"|{_CODE_BEFORE}(?:TBD|TBC)(?![^)）\]】］>＞。，,.;；!！?？\n]|[.-][A-Za-z0-9])"
    r"|(?<![A-Za-z0-9])X{3,}(?![A-Za-z0-9]|-[A-Za-z])"
    rf"|[\[【［（(](?:{_TO_DO})[\]】］）)]"
    r"|(?i:lorem ipsum)"
    r"|#\s*(?i:socialplan)\s*[:：]\s*(?i:file-)?(?i:ignore)"  # a comment that has become copy
)
_ASKED_FOR = "(?<![填寫写明覆复言])"  # 回覆【姓名】 asks readers for theirs
_BRACKETED = rf"{_ASKED_FOR}[\[【［{{｛](?i:{_BLANKS}|{_TO_DO})[\]】］}}｝]|[（(](?:{_TO_DO})[）)]"

TO_BE_TOLD = ("TBD", "TBC")
"""Some tell their readers so: “Venue TBC”."""

SIGNS = ("{{", "TODO", "FIXME", "TBD", "TBC", "XXX", "○○", "〇〇", "◯◯", "orem ipsum", "ignore")
"""One of these is in every placeholder that is not in single brackets."""


@cache
def unwritten() -> re.Pattern[str]:
    """What is not written yet, in a template too."""
    return re.compile(_UNWRITTEN)


@cache
def bracketed() -> re.Pattern[str]:
    """What a template leaves to be filled in."""
    return re.compile(_BRACKETED)


@cache
def placeholder() -> re.Pattern[str]:
    """Everything that copy must not hold once it goes out."""
    return re.compile(rf"\{{\{{[^{{}}\n]{{0,80}}\}}\}}|{_BRACKETED}|[○〇◯]{{2,}}|{_UNWRITTEN}")
