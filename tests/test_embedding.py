"""Pictures on the page that a client approves: what is shown, and what never is."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan import rendering
from socialplan.composing import Composer, Days
from socialplan.loading import load_plan
from socialplan.rendering import embedding
from socialplan.rendering.embedding import Pictures
from socialplan.source import read_plan

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """\
socialplan: 1
title: Bear
brand: {name: Bear, market: TW}
accounts: [{id: ig, platform: instagram}]
posts:
  - id: one
    account: ig
    at: 2026-12-02 20:00
    text: Good morning.
    assets:
      - {file: pictures/red.png, kind: image, alt: Red, source: own}
      - {file: pictures/gone.png, kind: image, alt: Gone, source: own}
      - {file: pictures/page.svg, kind: image, alt: Drawn, source: own}
"""


def png(width: int = 4, height: int = 5) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\0" + b"\xc0\x20\x20" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "plan"
    (home / "pictures").mkdir(parents=True)
    (home / "pictures/red.png").write_bytes(png())
    (home / "pictures/page.svg").write_bytes(SVG)
    (home / "socialplan.yaml").write_text(PLAN, "utf-8")
    return home


def page(folder: Path, view: str) -> str:
    loaded = load_plan(read_plan(folder / "socialplan.yaml"))
    composer = Composer(loaded, date(2026, 12, 1), "en", "en")
    days = Days(None, date(2026, 12, 1), date(2026, 12, 31))
    return rendering.render(
        composer.page(view, "html", composer.window(view, "html", days)), "html"
    )


def test_the_client_sees_the_pictures_that_are_there(folder: Path) -> None:
    shown = page(folder, "brief")
    (found,) = re.findall(r'<img [^>]*src="data:image/png;base64,([^"]*)"', shown)
    assert b64decode(found) == png()
    assert shown.count('class="pv-frame') == 2
    assert "data:image/svg" not in shown
    assert "img-src data:;" in shown


def test_pages_of_many_posts_do_not_carry_pictures_along(folder: Path) -> None:
    assert "<img" not in page(folder, "week")
    assert "red.png" in page(folder, "week")


@pytest.mark.parametrize(
    "data",
    [SVG, b"<!doctype html><script>alert(1)</script>", b"", b"RIFF....WAVE", b"%PDF-1.7"],
    ids=["svg", "html", "empty", "sound", "pdf"],
)
def test_what_only_calls_itself_a_picture_is_none(folder: Path, data: bytes) -> None:
    (folder / "pictures/red.png").write_bytes(data)
    assert Pictures(folder)("pictures/red.png") == ""


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0more", "jpeg"),
        (b"GIF89amore", "gif"),
        (b"RIFF\0\0\0\0WEBPmore", "webp"),
    ],
)
def test_what_is_a_picture_is_one_whatever_it_is_called(
    folder: Path, data: bytes, kind: str
) -> None:
    (folder / "pictures/some.txt").write_bytes(data)
    assert Pictures(folder)("pictures/some.txt").startswith(f"data:image/{kind};base64,")


def test_nothing_outside_the_plan_s_folder_is_shown(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    (folder / "pictures/link.png").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    pictures = Pictures(folder)
    for name in ("../secret.png", str(secret), "pictures/link.png", "up/secret.png", "a\0b", "."):
        assert pictures(name) == ""
    assert Pictures(None)("pictures/red.png") == ""


def test_a_page_has_room_for_only_so_much(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MOST", len(png()) * 2)
    pictures = Pictures(folder)
    assert [bool(pictures("pictures/red.png")) for _ in range(3)] == [True, True, False]
    monkeypatch.setattr(embedding, "LARGEST", len(png()) - 1)
    assert Pictures(folder)("pictures/red.png") == ""
