"""How cells look: fonts that people have, dates as their country writes them, tones of statuses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from socialplan.rendering.tables.table import Share

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from socialplan.rendering.tables.table import Kind

FONTS = {"zh-TW": "Microsoft JhengHei", "zh-CN": "Microsoft YaHei"}
"""Of Windows and of Office for Mac; LibreOffice knows what stands in for them elsewhere."""
_LATIN = "Calibri"
_SIZE = 11
_LINE, _STRONG_LINE, _HEAD = "#DDE3E8", "#8FA3B5", "#24405C"

# The weekday in the page's words whatever the reader's system: [$-404] is Taiwan's Chinese.
_CHINESE = {
    "TW": "[$-404]yyyy/m/d(aaa)",
    "HK": "[$-C04]yyyy/m/d(aaa)",
    "MO": "[$-1404]yyyy/m/d(aaa)",
}
_DATES = {
    "zh": "[$-804]yyyy/m/d(aaa)",
    "ja": "[$-411]yyyy/m/d(aaa)",
    "en-US": "[$-409]ddd, mmm d, yyyy",
}
_ELSEWHERE = "[$-809]ddd, d mmm yyyy"
_TIME = "hh:mm"


class Tone(NamedTuple):
    """Colours of a status, dark on light so that paper shows them too."""

    ground: str
    ink: str
    is_struck: bool = False


TONES = {
    "idea": Tone("#EEF1F4", "#4A5560"),
    "draft": Tone("#FFF3CC", "#6B5300"),
    "in_review": Tone("#DCEBFF", "#0B4A9E"),
    "approved": Tone("#DDF5E1", "#116329"),
    "scheduled": Tone("#D2F0F2", "#0B5A63"),
    "published": Tone("#BFE5C8", "#0B4A1F"),
    "on_hold": Tone("#EFE5FB", "#5A34A0"),
    "cancelled": Tone("#F1F1F1", "#767676", is_struck=True),
    "open": Tone("#FFE1DC", "#9A1B12"),
}
WHOLE_ROW = {"open": Tone("#FFF5F3", "#9A1B12"), "cancelled": Tone("#FAFAFA", "#767676", True)}
"""What is to be seen from afar: what nobody has filled, and what is off."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, locale: str, font: dict[str, Any]) -> None:
        self._book = book
        self._font = font
        self._date = date_format(locale)
        self.cell = cache(self._cell)
        self.tone = cache(self._tone)

    @staticmethod
    def font_of(language: str) -> dict[str, Any]:
        """Choose the font of a page."""
        name = FONTS.get(language, _LATIN)
        return {"font_name": name, "font_size": _SIZE, "font_scheme": False}

    def head(self, kind: Kind) -> Format:
        """Give the look of headings; those of numbers stand as their numbers do."""
        return self._made(
            align="center" if kind == "number" else "left",
            bold=True,
            bg_color=_HEAD,
            font_color="#FFFFFF",
            valign="vcenter",
            text_wrap=True,
            border=1,
            border_color=_HEAD,
        )

    def _cell(self, kind: Kind, *, quoted: bool = False, number: str = "") -> Format:
        """Give the look of a kind; `quoted` keeps a text a text when somebody edits it."""
        more: dict[str, Any] = {}
        if kind in ("date", "time"):
            more = {"num_format": self._date if kind == "date" else _TIME, "align": "left"}
        if number:
            more = {"num_format": number, "align": "center"}
        if kind == "link":
            more |= {"font_color": "#0550AE", "underline": 1}
        if quoted:
            more["quote_prefix"] = True
        return self._made(valign="top", text_wrap=True, border=1, border_color=_LINE, **more)

    def _tone(self, tone: str, *, whole_row: bool = False) -> Format:
        ground, ink, is_struck = (WHOLE_ROW if whole_row else TONES)[tone]
        return self._book.add_format(
            {"bg_color": ground, "font_color": ink, "font_strikeout": is_struck}
        )

    def new_part(self) -> Format:
        """Give the line above a new part; LibreOffice wants the other three said again."""
        return self._book.add_format(
            {"border": 1, "border_color": _LINE, "top": 1, "top_color": _STRONG_LINE}
        )

    def _made(self, **properties: Any) -> Format:
        return self._book.add_format({**self._font, **properties})


def number_format(value: float) -> str:
    """Choose the format of a number: no more places than it has, three at most."""
    if isinstance(value, Share):
        return "0%" if round(value * 100, 1).is_integer() else "0.0%"
    return "#,##0" if round(value, 3) == int(value) else "#,##0.0##"


def date_format(locale: str) -> str:
    """Choose the format of dates: real dates, with their weekday."""
    language, *others = locale.replace("_", "-").split("-")
    country = others[-1] if others else ""
    if language == "zh":
        return _CHINESE.get(country, _CHINESE["TW"] if "Hant" in others else _DATES["zh"])
    return _DATES.get(locale.replace("_", "-")) or _DATES.get(language) or _ELSEWHERE
