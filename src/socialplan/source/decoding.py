"""Bytes → text. A plan is UTF-8; what else the bytes may be is guessed only for the message."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LEGACY = {
    "gb18030": "gb18030",
    "big5": "cp950",
    "shift-jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "windows-1252": "cp1252",
}
# Characters that nearly every text of the language holds: a wrong guess yields rare ones instead.
_FREQUENT = frozenset(
    "的一是不了在人有我他這个們中來上大為和國地到以說時要就出會可也你對生能而子那得於着下自之年過發後作里"
    "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實"
    "这们来为国说时会对过发后里种经么学现当没动还进样开从实日月小新社群品牌計劃計畫计划貼文贴文活動活动"
    "優惠优惠主旨帳號账号標題标题內容内容客戶客户店咖啡加入好友訊息信息消息週周年慶庆限免費费名稱称目標标"
    "のにはをたがでてとしれさるいもなこあすまラスイルトンクリグプロ사이다는을를에의가고지하기한로스인도"
)
# Accents and curly quotes stand alone between plain letters, East Asian characters do not.
_PAIR = re.compile(rb"[\x80-\xff]{2}")


class Decoded(NamedTuple):
    """The text, or what is known about bytes that are none: `bad` counts characters before."""

    text: str
    bom: bool = False
    encoding: str = "utf-8"
    bad: int | None = None


def decode(data: bytes) -> Decoded:
    """The text of a file, be it UTF-8 or not."""
    wide = _wide_encoding(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace").removeprefix("\ufeff"), False, wide, 0)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        return Decoded(body.decode("utf-8"), bom)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        encoding = _likely(body)
        rest = body[error.start :].decode(_LEGACY.get(encoding, "utf-8"), "replace")
        return Decoded(before + rest, bom, encoding, len(before))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 and UTF-32, by their mark or by where their NUL bytes fall."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    if head.count(0) * 8 < len(head) or len(head) < 4:
        return None
    nuls = [head[i::4].count(0) * 4 / len(head) for i in range(4)]
    if nuls[1] > 0.8 and nuls[2] > 0.8:
        return "utf-32-le" if nuls[3] > 0.8 else "utf-32-be"
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if even == odd:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _likely(data: bytes) -> str:
    """The encoding under which the text holds the most frequent characters."""
    head = data[: 1 << 16]
    if not _PAIR.search(head):
        return "windows-1252"
    best, share = "unknown", 0.0
    for name, codec in _LEGACY.items():
        try:
            # A character may be cut where the sample ends.
            text = codecs.getincrementaldecoder(codec)().decode(head)
        except UnicodeDecodeError:
            continue
        other = [char for char in text if char > "\x7f"]
        found = (sum(char in _FREQUENT for char in other) + 0.001) / (len(other) + 1)
        if found > share:
            best, share = name, found
    return best
