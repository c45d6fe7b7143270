"""Previews: what is read at once, what hides behind “more”, what fits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from socialplan.loading import load_plan
from socialplan.plan.publications import publications
from socialplan.source import read_text
from socialplan.views.pictures import ratio_said, ratio_written
from socialplan.views.preview import preview_of

if TYPE_CHECKING:
    from socialplan.views.counters import Counter
    from socialplan.views.preview import Preview

ACCOUNTS = """
socialplan: 1
title: Bear
brand: {name: Bear, market: TW}
accounts:
  - {id: ig, platform: instagram, handle: "@bear"}
  - {id: x, platform: x}
  - {id: line, platform: line-oa}
  - {id: mail, platform: email}
  - {id: weibo, platform: weibo}
  - {id: forum, platform: other, name: Forum}
  - {id: oc, platform: line-openchat}
  - {id: tube, platform: youtube}
posts:
"""


def preview(post: str) -> Preview:
    plan = load_plan(read_text(f"{ACCOUNTS}  - {post}\n", "plan.yaml", None)).plan
    return preview_of(plan, publications(plan)[0], "en")


def counted(one: Preview) -> dict[str, Counter]:
    texts = (counter for piece in one.pieces for counter in piece.counters)
    return {counter.field: counter for counter in (*texts, *one.counters)}


def test_what_stands_after_the_fold_is_hidden() -> None:
    one = preview(f"{{account: ig, text: {'a' * 125}bcd}}")
    assert one.fold is not None
    assert (one.fold.after, one.fold.unit) == (125, "code_points")
    assert (one.pieces[0].text, one.pieces[0].hidden) == ("a" * 125, "bcd")
    assert one.look == "picture"
    assert one.lacks_media


def test_where_no_fold_is_known_nothing_is_hidden() -> None:
    one = preview(f"{{account: x, text: {'a' * 1000}}}")
    assert one.fold is None
    assert one.pieces[0].hidden == ""


def test_a_platform_that_nobody_knows_has_no_limits() -> None:
    one = preview("{account: forum, title: Hello, text: 大家好, hashtags: [a], link: https://a.tw}")
    assert one.title == "Hello"
    counter = counted(one)["text"]
    assert (counter.used, counter.limit, counter.state) == (3, None, "unknown")
    assert counted(one)["hashtags"].state == "unknown"
    assert one.link_works is None
    assert one.hashtags_work is None


@pytest.mark.parametrize(
    ("text", "used", "state"),
    [
        ("a" * 100, 100, "ok"),
        ("字" * 126, 252, "near"),
        ("字" * 140, 280, "near"),
        ("字" * 141, 282, "over"),
    ],
)
def test_texts_are_counted_as_the_platform_does(text: str, used: int, state: str) -> None:
    counter = counted(preview(f"{{account: x, text: {text}}}"))["text"]
    assert (counter.used, counter.limit, counter.unit, counter.state) == (
        used,
        280,
        "x_weighted",
        state,
    )


def test_hashtags_count_with_the_text_and_have_the_form_of_the_platform() -> None:
    one = preview("{account: weibo, text: 早安, hashtags: [咖啡, '#早餐']}")
    assert one.hashtags == ("#咖啡#", "#早餐#")
    assert counted(one)["text"].used == len("早安 #咖啡# #早餐#")
    assert preview("{account: line, text: 早安, hashtags: [咖啡]}").hashtags_work is False


def test_a_hard_limit_is_told_before_advice_only_when_it_is_broken() -> None:
    tags = ", ".join(f"t{n}" for n in range(31))
    broken = counted(preview(f"{{account: ig, text: a, hashtags: [{tags}]}}"))["hashtags"]
    assert (broken.limit, broken.advice, broken.state) == (30, False, "over")
    advised = counted(preview("{account: ig, text: a, hashtags: [a, b, c, d, e, f]}"))["hashtags"]
    assert (advised.limit, advised.advice, advised.state) == (5, True, "over")


def test_bubbles_come_in_the_order_in_which_they_are_sent() -> None:
    one = preview("""
    account: line
    messages:
      - Hello
      - image: {file: a.jpg, width: 1040, height: 1040, alt: a cup}
        link: https://a.tw
      - coupon: {title: 85 折, code: BEAR, until: 2026-12-31}
      - card: [{title: One, image: one.png, label: Buy, url: https://b.tw}, {title: Two}]
      - sticker: "11537"
""")
    assert [piece.kind for piece in one.pieces] == [
        "bubble",
        "media",
        "coupon",
        "card",
        "card",
        "sticker",
    ]
    assert one.pieces[1].link == "https://a.tw"
    assert one.pieces[1].media[0].ratio == "1:1"
    assert one.pieces[2].until == date(2026, 12, 31)
    assert one.pieces[3].media[0].lacks_alt
    assert counted(one)["bubbles"].state == "over"
    assert [counter.field for counter in one.over] == ["bubbles"]


def test_each_part_of_a_thread_is_counted_by_itself() -> None:
    one = preview(f"{{account: x, thread: [one, {{text: two, assets: [t.jpg]}}, {'a' * 281}]}}")
    assert [piece.counters[0].state for piece in one.pieces] == ["ok", "ok", "over"]
    assert one.pieces[1].media[0].name == "t.jpg"
    assert one.media == ()


def test_a_headline_is_shown_only_where_readers_see_one() -> None:
    assert preview("{account: ig, title: For the team, text: a}").title == ""
    mail = preview(f"{{account: mail, title: {'a' * 45}, text: Hello}}")
    assert (mail.title, mail.title_hidden) == ("a" * 40, "a" * 5)
    assert mail.look == "mail"
    assert counted(mail)["subject"].used == 45


def test_terms_are_told_one_by_one() -> None:
    one = preview("""
    account: ig
    text: a
    interaction:
      kind: lottery
      name: Xmas
      terms:
        start: 2026-12-01 10:00
        prize_value: TWD 3000
        no_entry_fee: true
        prizes: [{name: Mug, quantity: 3, value: 300}]
""")
    assert (one.interaction, one.interaction_name) == ("lottery", "Xmas")
    assert {term.name: (term.kind, str(term.value)) for term in one.terms} == {
        "start": ("date", "2026-12-01 10:00:00"),
        "prize_value": ("text", "TWD 3,000"),
        "prizes": ("text", "Mug × 3 (300)"),
        "no_entry_fee": ("yes", "True"),
    }


def test_a_post_without_an_account_or_words_has_a_preview_too() -> None:
    one = preview("{title: Someday}")
    assert (one.account_name, one.pieces, one.media) == ("", (), ())


def test_a_cover_is_no_picture_of_the_post() -> None:
    one = preview("{account: tube, title: a, text: b, assets: [v.mp4, cover.jpg]}")
    assert counted(one)["videos"].used == 1
    assert "images" not in counted(one)


@pytest.mark.parametrize(
    ("width", "height", "said"),
    [
        (1080, 1350, "4:5"),
        (1920, 1080, "16:9"),
        (1200, 628, "1.91:1"),
        (628, 1200, "1:1.91"),
        (1, 1000, "1:1000"),
        (0, 5, ""),
        (None, 5, ""),
    ],
)
def test_shapes_are_said_as_designers_say_them(
    width: int | None, height: int | None, said: str
) -> None:
    assert ratio_said(width, height) == said


@pytest.mark.parametrize(("ratio", "said"), [(0.75, "3:4"), (1.91, "1.91:1"), (0.01, "0.01:1")])
def test_bounds_of_shapes_are_said_in_small_numbers(ratio: float, said: str) -> None:
    assert ratio_written(ratio) == said
