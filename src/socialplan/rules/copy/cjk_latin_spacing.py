"""The rule cjk-latin-spacing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from socialplan.finding import Fix, Problem, ReplaceText
from socialplan.rule import Confidence, Safety, Severity, rule
from socialplan.rules.copy.due import unpublished
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan

_HAN = "[\u3400-\u9fff\uf900-\ufaff]"
_LATIN = "[A-Za-z0-9]"
# What must not change: addresses, tags and names of accounts; and what is one word to readers,
# a number with its measure (85折) or as the name of a day (双11).
_MEASURES = (
    "折元块塊角毛个個位名人份杯瓶盒包袋罐支枝条條件双雙套组組张張页頁本册冊次回场場天日号號月年"
    "周週岁歲点點分秒时時小刻度级級层層楼樓室斤公克升吨噸米里寸尺倍成期集季堂节節课課步种種款只隻"
    "颗顆粒片碗盘盤桌席间間家届屆晚万萬千百亿億"
)
_FIXED = (
    r"(?:https?://|www\.|[#＃@＠])\S*|[双雙]\s?[0-9]{1,2}(?![0-9])"
    r"|(?<![0-9A-Za-z.,])(?:(?:618|818|520|1111|1212)(?![0-9A-Za-z.,])"
    rf"|[0-9][0-9.,:：~～–-]{{0,9}}\s?[{_MEASURES}])"
)
_SEAM = f"(?<={_HAN}) ?(?={_LATIN})|(?<={_LATIN}) ?(?={_HAN})"

MOST_SEAMS = 100
"""Of one text, mended at a time."""


@rule(
    "TXT163",
    Severity.INFO,
    message="here stands {here} between Chinese and Latin, and elsewhere on {account} {usual}",
    help="Choose one way for the account.",
    source="W3C Requirements for Chinese Text Layout, 3.2.2",
    confidence=Confidence.MEDIUM,
    default=False,
    fix=Safety.UNSAFE,
    bad={
        "en": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, text: 買 2 送 1}
              - {account: page, text: 用LINE訂位}  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, text: 買 2 送 1}
              - {account: page, text: 用LINE訂位}  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, text: 买2送1}
              - {account: wb, text: 用 App 下单}  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, text: 買 2 送 1}
              - {account: page, text: 用 LINE 訂位}
        """,
        "zh-TW": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, text: 買 2 送 1}
              - {account: page, text: 用 LINE 訂位}
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, text: 买2送1}
              - {account: wb, text: 用App下单}
        """,
    },
)
def cjk_latin_spacing(plan: Plan) -> Iterator[Problem]:
    """Both ways are right; readers only notice when an account changes between them."""
    for account, texts in _by_account(plan).items():
        seams = [(path, seam) for path, text in texts.items() for seam in _seams(text)]
        counted = Counter(spaced for _, (_, spaced) in seams)
        usual = counted[True] >= counted[False]
        words = {
            "account": account,
            "here": Term(_way(spaced=not usual)),
            "usual": Term(_way(spaced=usual)),
        }
        odd: dict[PlanPath, list[tuple[int, int]]] = defaultdict(list)
        for path, (at, spaced) in seams:
            if spaced is not usual:
                odd[path].append(at)
        for path, places in odd.items():
            fix = _fix(path, places, spaced=usual)
            yield Problem(path, words, within=places[0], fix=fix)


def _fix(path: PlanPath, seams: list[tuple[int, int]], *, spaced: bool) -> Fix:
    """Set every seam of the text as the account usually does."""
    old, new = ("", " ") if spaced else (" ", "")
    return Fix(
        tuple(ReplaceText(path, start + 1, end - 1, new, old) for start, end in seams[:MOST_SEAMS]),
        Safety.UNSAFE,
    )


def _way(*, spaced: bool) -> str:
    return "a-space" if spaced else "no-space"


def _by_account(plan: Plan) -> dict[str, dict[PlanPath, str]]:
    found: dict[str, dict[PlanPath, str]] = defaultdict(dict)
    for one in unpublished(plan):
        if one.account_id is not None:
            found[one.account_id].update({said.path: said.text for said in one.texts})
    return found


def _seams(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where Chinese meets Latin, and whether a space stands between."""
    plain = re.sub(_FIXED, lambda fixed: "\0" * len(fixed.group()), text)
    for seam in re.finditer(_SEAM, plain):
        start, end = seam.span()
        yield (start - 1, end + 1), start != end
