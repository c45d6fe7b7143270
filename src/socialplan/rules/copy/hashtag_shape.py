"""The rule hashtag-shape."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

from socialplan.counting import hashtags
from socialplan.finding import Fix, Problem, ReplaceText, SetValue
from socialplan.rule import Confidence, Safety, Severity, rule
from socialplan.rules.copy.bounds import bounded
from socialplan.rules.copy.tags import published_words
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication
    from socialplan.rules.copy.bounds import Bounded

    Faults = Iterator[tuple[PlanPath, tuple[int, int] | None, str, str]]

# As their own code or documentation says; Instagram, for one, takes digits alone.
_READS_FULL_WIDTH = ("x", "bluesky")
_NEEDS_A_LETTER = ("x", "bluesky", "mastodon")
_TAKES_PHRASES = ("threads",)
_WITHIN_WORDS = "_·・"
_WORD = re.compile(r"#?\w+\Z")
_BETWEEN = re.compile(r"[#＃、，,;；|｜]+")
_OR_SPACE = re.compile(r"[#＃、，,;；|｜\s]+")
_WORDS_OF_CHINESE = re.compile(r"[^\x00-\x7f]\s+[^\x00-\x7f]")


@rule(
    "TXT112",
    Severity.WARNING,
    message="“{tag}” will not work as a hashtag on {platform}: {why}",
    help="A hashtag is one word of letters and digits.{form}",
    source="twitter-text 3, docs.joinmastodon.org, atproto's rich text; the platform packs",
    confidence=Confidence.MEDIUM,
    fix=Safety.UNSAFE,
    bad={
        "en": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                hashtags:
                  - littlebear
                  - little bear coffee  # <-
                  - bear&honey  # <-
                  - "2026"  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: 週年慶開跑 ＃小熊咖啡  # <-
                hashtags:
                  - 週年慶！  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - account: wb
                text: "周年庆开始了 #小熊咖啡"  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: masto, platform: mastodon}
            posts:
              - account: masto
                hashtags:
                  - littlebear
                  - littlebearcoffee
                  - bearhoney
                  - bear2026
        """,
        "zh-TW": """
            accounts:
              - {id: ig, platform: instagram}
            posts:
              - account: ig
                text: "週年慶開跑 #小熊咖啡"
                hashtags:
                  - 週年慶
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - account: wb
                text: "周年庆开始了 #小熊咖啡#"
        """,
    },
)
def hashtag_shape(plan: Plan) -> Iterator[Problem]:
    """A tag that ends too early links to another topic, or to none, and nobody notices."""
    seen = set()
    for one in bounded(plan):
        pack = one.bounds.platform
        if pack.hashtag_form == "none":
            continue
        for path, within, tag, why in _faults(one, pack.hashtag_form, pack.slug):
            if (path, tag) not in seen:
                seen.add((path, tag))
                words = {
                    "tag": tag,
                    "platform": pack.slug,
                    "why": _because(why, tag, one, pack.hashtag_form),
                    "form": Term("hashtag-form-paired") if pack.hashtag_form == "paired" else "",
                }
                new = _mended(tag, why)
                works = not fault_of(new, pack.hashtag_form, pack.slug)
                fix = _fix(path, within, tag, new) if works else None
                if why == "several" and within is None:
                    fix = _as_list(path, tag, pack.hashtag_form)
                yield Problem(path, words, within=within, fix=fix)


def _because(why: str, tag: str, one: Bounded, form: str) -> Term | Phrase:
    """Write several tags in one text as the list that they are."""
    if why != "several":
        return Term(f"hashtag-{why}")
    alone = len(one.hashtags) == 1
    listed = ", ".join(_names_in(tag, form))
    return Phrase("hashtag-several", {"tags": f"[{listed}]" if alone else listed})


def _names_in(tag: str, form: str) -> list[str]:
    """Take apart what was written as one tag; between two # a name may hold spaces."""
    parts = (_BETWEEN if form == "paired" else _OR_SPACE).split(tag)
    return [part.strip() for part in parts if part.strip()]


def _as_list(path: PlanPath, tag: str, form: str) -> Fix:
    """List what stands alone where a list is wanted; a space may also be part of one name."""
    names = _names_in(tag, form)
    safety = Safety.SAFE if names == _names_in(tag, "paired") else Safety.UNSAFE
    return Fix((SetValue(path, tuple(names), instead_of=tag),), safety)


def _fix(path: PlanPath, within: tuple[int, int] | None, tag: str, new: str) -> Fix | None:
    if new == tag or not new.strip("#"):
        return None
    if within is None:
        return Fix((SetValue(path, new, instead_of=tag),), Safety.UNSAFE)
    return Fix((ReplaceText(path, *within, new, tag),), Safety.UNSAFE)


def _mended(tag: str, why: str) -> str:
    """Write a tag as it would work, where nothing must be thought up for that."""
    if why == "full-width":
        return tag.replace("＃", "#")
    if why == "closed":
        return tag.rstrip("#＃")
    if why == "unclosed":
        return f"{tag}#"
    if why == "space" and not _WORDS_OF_CHINESE.search(tag):  # those may be two tags
        return "".join(tag.split())
    if why == "punctuation":
        return "".join(one for one in tag if one == "#" or not _ends_a_tag(one))
    return tag


def _faults(one: Bounded, form: str, slug: str) -> Faults:
    for i, tag in enumerate(one.hashtags):
        if why := fault_of(tag, form, slug):
            yield _place_of(one.publication, i), None, tag, why
    for said in published_words(one.publication):
        if "#" in said.text or "＃" in said.text:
            for start, end, why in _in_text(said.text, form, slug):
                yield said.path, (start, end), said.text[start:end], why


def _place_of(one: Publication, index: int) -> PlanPath:
    """Where a hashtag stands: in the field, or in one of the sets that are named."""
    own = (one.variant and one.variant.hashtags) or one.post.hashtags
    return one.path("hashtags", index) if index < len(own) else one.path("hashtag_sets")


@cache
def fault_of(tag: str, form: str, slug: str) -> str | None:
    """What keeps a listed tag from being one: the end of a key of the terms."""
    if _WORD.match(tag) and not tag.strip("#").isdigit():
        return None
    if "＃" in tag and slug not in _READS_FULL_WIDTH:
        return "full-width"
    name = tag.strip("#＃") if form == "paired" else tag.lstrip("#＃")
    if not name.strip():
        return "empty"
    if "#" in name or "＃" in name:
        return "several" if {"#", "＃"} & set(name.rstrip("#＃")) else "closed"
    if form == "paired" or slug in _TAKES_PHRASES:
        return None
    if len(_names_in(_BETWEEN.sub("#", name), "paired")) > 1:
        return "several"
    if any(map(str.isspace, name)):
        return "space"
    if any(map(_ends_a_tag, name)):
        return "punctuation"
    return "digits" if name.isdigit() and slug in _NEEDS_A_LETTER else None


def _ends_a_tag(letter: str) -> bool:
    """Say so of punctuation and of ASCII signs; emoji may be part of a tag."""
    if letter in _WITHIN_WORDS:
        return False
    return category(letter)[0] == "P" or (letter.isascii() and not letter.isalnum())


def _in_text(text: str, form: str, slug: str) -> Iterator[tuple[int, int, str]]:
    paired = [(start, end) for start, end, _ in hashtags(text, "paired")]
    for start, end, _ in hashtags(text, "plain"):
        if form == "paired":
            if not any(first <= start < last for first, last in paired):
                yield start, end, "unclosed"
        elif text[start] == "＃" and slug not in _READS_FULL_WIDTH:
            yield start, end, "full-width"
