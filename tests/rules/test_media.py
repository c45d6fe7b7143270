"""What the examples of the rules on assets cannot show."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.linting import lint
from socialplan.loading import load_plan
from socialplan.rules.media import RULES
from socialplan.rules.media.asset_missing import asset_missing
from socialplan.source import read_plan
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rules.conftest import Said

    from socialplan.finding import Finding

NAMES = [rule.name for rule in RULES]
SOON = "at: 2026-11-25 20:00"
ACCOUNTS = """
    accounts:
      - {id: bsky, platform: bluesky}
      - {id: ig, platform: instagram}
      - {id: igapi, platform: instagram, surface: api}
      - {id: line, platform: line-oa}
      - {id: page, platform: facebook-page}
      - {id: tiktok, platform: tiktok}
      - {id: x, platform: x}
      - {id: xp, platform: x, tier: premium}
      - {id: yt, platform: youtube}
"""


def plan(*posts: str) -> str:
    """Posts in flow style under the accounts that all these tests share."""
    return ACCOUNTS + "    posts:\n" + "".join(f"      - {{{post}}}\n" for post in posts)


def severities(found: list[Finding]) -> list[str]:
    return [str(one.severity) for one in found]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rest", [f"{SOON}, status: cancelled", "status: idea"])
def test_nothing_is_asked_of_what_is_cancelled_or_an_idea(said: Said, name: str, rest: str) -> None:
    assets = "[{file: a.heic, source: generated}, {file: b.jpg, source: user}]"
    found = said(name, plan(f"account: x, assets: {assets}, {rest}"))
    assert not found or (name == "image-format" and "idea" in rest)


def test_ten_lines_are_asked_one_gentle_question(said: Said) -> None:
    found = [
        one for name in NAMES for one in said(name, plan(f"account: line, {SOON}, text: 早安"))
    ]
    assert [(one.name, str(one.severity)) for one in found] == [
        ("no-image-in-visual-platform", "info")
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "assets: [{kind: image}]",
        "messages: [早安, {image: a.jpg}]",
        "messages: [{coupon: 買一送一}]",
        "messages: [{card: 菜單}]",
    ],
)
def test_cards_and_coupons_are_pictures_too(said: Said, rest: str) -> None:
    assert not said("no-image-in-visual-platform", plan(f"account: line, {SOON}, {rest}"))


@pytest.mark.parametrize(
    ("rest", "what"),
    [
        ("account: ig, format: post", "a picture or video"),
        ("account: ig, format: reel", "a video"),
        ("account: ig, format: reel, assets: [cover.jpg]", "a video"),
        ("account: ig, format: carousel, assets: [a.jpg]", "at least 2 pictures or videos"),
        ("account: yt, format: short", "a video"),
        ("account: tiktok, format: photo, assets: [{file: a.jpg}]", None),
        ("account: ig, format: reel, assets: [{source: own}]", None),
        ("account: page, format: post", None),
    ],
)
def test_what_a_format_needs_is_named(said: Said, rest: str, what: str | None) -> None:
    found = said("media-required", plan(f"{rest}, {SOON}"))
    assert [one.message.partition(" still needs ")[2] for one in found] == ([what] if what else [])


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "this post for YouTube (video) still needs a video"),
        ("zh-TW", "這則 YouTube 貼文（影片）必須附上影片"),
        ("zh-CN", "这条 YouTube 帖子（视频）必须附上视频"),
    ],
)
def test_a_video_without_a_video_is_asked_for_in_a_natural_sentence(
    said: Said, language: str, message: str
) -> None:
    (found,) = said("media-required", plan(f"account: yt, {SOON}, title: a"), language=language)
    assert found.message == message


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("訂位 https://bear.example/book", True),
        ("訂位請看 bear.com/book", True),
        ("訂位請私訊", False),
        ("訂位請私訊, first_comment: https://bear.example/book", False),
    ],
)
def test_facebook_shows_a_preview_of_a_link_in_the_text_too(
    said: Said, text: str, is_shown: bool
) -> None:
    found = said("no-image-in-visual-platform", plan(f"account: page, {SOON}, text: {text}"))
    assert (not found) is is_shown


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (f"{SOON}", ["warning"]),
        (f"{SOON}, status: approved", ["error"]),
        ("at: 2027-03-01 20:00", []),
        ("at: 2027-03-01 20:00, status: scheduled", ["error"]),
    ],
)
def test_missing_pictures_matter_more_once_a_post_is_handed_on(
    said: Said, rest: str, expected: list[str]
) -> None:
    assert (
        severities(said("media-required", plan(f"account: ig, format: reel, {rest}"))) == expected
    )


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("account: ig, format: post, assets: [a.jpg, b.jpg]", ["error"]),
        ("account: ig, assets: [a.jpg, b.jpg]", ["warning"]),
        ("account: ig, format: reel, assets: [a.mp4, cover.jpg]", []),
        ("account: ig, format: reel, assets: [a.mp4, b.mp4]", ["error"]),
        (
            (
                "account: x, format: post, thread: [{text: a, assets: [1.jpg, 2.jpg, 3.jpg]},"
                " {text: b, assets: [4.jpg, 5.jpg]}]"
            ),
            [],
        ),
        (
            "account: x, format: post, thread: [{assets: [a.jpg, b.jpg, c.jpg, d.jpg, e.jpg]}]",
            ["error"],
        ),
        (
            (
                "account: igapi, format: carousel, assets: [a.jpg, b.jpg, c.jpg, d.jpg, e.jpg,"
                " f.jpg, g.jpg, h.jpg, i.jpg, j.jpg, k.jpg]"
            ),
            ["error"],
        ),
    ],
)
def test_pictures_are_counted_where_they_are_shown(
    said: Said, rest: str, expected: list[str]
) -> None:
    assert severities(said("too-many-images", plan(rest))) == expected


@pytest.mark.parametrize(
    ("name", "asset", "account", "message"),
    [
        (
            "video-length",
            "a.mp4, duration: 2",
            "ig, format: reel",
            "length: 2 seconds, and Instagram takes at least 3 (",
        ),
        (
            "video-length",
            "a.mp4, duration: 200",
            "x",
            "length: 200 seconds, and X takes at most 140 (",
        ),
        ("video-length", "a.mp4, duration: 200", "xp", None),
        ("video-length", "a.mp4, duration: 30", "tiktok, format: video", None),
        (
            "video-size",
            "a.mp4, bytes: 512000001",
            "x",
            "file size: 512.000001 MB, and X takes at most 512 (",
        ),
        (
            "image-size",
            "a.jpg, width: 300, height: 300",
            "ig, format: post",
            "width: 300 pixels, and Instagram takes at least 320 (",
        ),
        ("image-size", "a.gif, bytes: 6000000", "x", None),
        ("image-size", "a.jpg, bytes: 6000000", "x", "file size: 6 MB, and X takes at most 5 ("),
        ("image-ratio", "a.jpg, width: 1080, height: 1350", "ig, format: post", None),
        (
            "image-ratio",
            "a.jpg, width: 2000, height: 1000",
            "ig, format: post",
            "2000×1000 is 2:1, and Instagram takes 0.75:1 to 1.91:1 (",
        ),
        (
            "video-ratio",
            "a.mp4, width: 1920, height: 1080",
            "yt, format: short",
            "1920×1080 is 1.78:1, and YouTube takes 1:1 or taller (",
        ),
        ("image-format", "a.JPEG, bytes: 1", "x", None),
        (
            "image-format",
            "a.tiff, bytes: 1",
            "x",
            "X takes no tiff pictures, only jpg, png, gif, webp (",
        ),
    ],
)
def test_measures_are_printed_with_the_limit(
    said: Said, name: str, asset: str, account: str, message: str | None
) -> None:
    found = said(name, plan(f"account: {account}, assets: [{{file: {asset}}}]"))
    hard = [one.message for one in found if "recommends" not in one.message]
    assert [one.startswith(message or "?") for one in hard] == ([True] if message else [])


def test_a_small_picture_is_a_hint_where_a_size_is_recommended(said: Said) -> None:
    post = "account: ig, format: post, assets: [{file: a.jpg, width: 800, height: 1000}]"
    (found,) = said("image-size", plan(post))
    assert severities([found]) == ["info"]
    assert "recommends at least 1080" in found.message


def test_pictures_on_several_accounts_are_asked_about_once(said: Said) -> None:
    asset = "{file: a.jpg, source: licensed}"
    posts = plan(f"accounts: [ig, igapi, x], {SOON}, assets: [{asset}]")
    for name in ("asset-without-source", "licence-missing", "alt-text-missing"):
        assert len(said(name, posts)) == (name != "asset-without-source")


def test_rights_are_asked_about_after_publishing_too(said: Said) -> None:
    post = plan(f"account: x, {SOON}, status: published, assets: [{{file: a.jpg, source: user}}]")
    assert said("user-content-without-consent", post)


def test_in_mainland_china_an_unlabelled_picture_is_an_error(said: Said) -> None:
    post = plan(f"account: x, {SOON}, assets: [{{file: a.jpg, source: generated}}]")
    brand = "\nbrand: {name: B, market: CN}\n"
    assert severities(said("ai-image-unlabelled", post)) == ["warning"]
    assert severities(said("ai-image-unlabelled", post.replace("\n    ", "\n") + brand)) == [
        "error"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said(said: Said, language: str) -> None:
    assets = "[{file: a.tiff, width: 10, height: 100, source: licensed, bytes: 99000000}, b.jpg]"
    for account in ("ig, format: post", "ig, format: reel", "x", "line"):
        for name in NAMES:
            for found in said(
                name, plan(f"account: {account}, {SOON}, assets: {assets}"), language=language
            ):
                assert "{" not in found.message


def missing(folder: Path, *files: str, brand: str = "{name: B}") -> dict[str, str | None]:
    """The files that are missed, and what is said of each."""
    listed = ", ".join(f"'{file}'" for file in files)
    (folder / "socialplan.yaml").write_text(
        f"socialplan: 1\ntitle: T\nbrand: {brand}\n"
        f"posts: [{{title: A, {SOON}, assets: [{listed}]}}]\n",
        encoding="utf-8",
    )
    found = lint(
        load_plan(read_plan(folder / "socialplan.yaml")), [asset_missing], date(2026, 11, 21)
    )
    return {files[int(one.path[3])]: one.help for one in found}


def test_files_are_looked_for_below_the_plan(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    (folder / "images").mkdir(parents=True)
    (tmp_path / "outside.jpg").touch()
    (folder / "images" / "stove.jpg").touch()
    (folder / "images" / "link.jpg").symlink_to(folder / "images" / "stove.jpg")
    (folder / "images" / "out.jpg").symlink_to(tmp_path / "outside.jpg")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.jpg")
    here = ["images/stove.jpg", "images/link.jpg", "./images/stove.jpg"]
    gone = [
        "images", "pipe.jpg", "loop/a.jpg", "up/outside.jpg", "images/out.jpg", "../outside.jpg",
        "/etc/passwd", "images/stave.jpg", "a" * 300 + ".jpg", "nothing/here.jpg",
    ]  # fmt: skip
    found = missing(folder, *here, *gone)
    assert set(found) == set(gone)
    assert "“images/stove.jpg”" in (found["images/stave.jpg"] or "")


def test_a_name_stored_decomposed_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.jpg").touch()
    assert not missing(tmp_path, "caf\u00e9.jpg")


def test_files_kept_elsewhere_are_not_missed(tmp_path: Path) -> None:
    brand = "{name: B, media_base_url: 'https://media.example/'}"
    assert not missing(tmp_path, "2026/a.jpg", brand=brand)
    (tmp_path / "2026").mkdir()
    assert missing(tmp_path, "2026/a.jpg", brand=brand)


def test_a_plan_from_standard_input_has_no_folder(said: Said) -> None:
    assert not said("asset-missing", plan(f"account: x, {SOON}, assets: [a.jpg]"))
