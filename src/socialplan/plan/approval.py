"""A fingerprint of the words that somebody approved, so that a later change shows."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize

from socialplan.plan.publications import publications_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.plan import Plan
    from socialplan.plan.publications import Publication

DIGITS = 12
"""Enough that no two texts of a plan share one, and short enough to copy."""


def words_hash(plan: Plan, post_index: int) -> str:
    """Give the fingerprint of all that readers of a post see, on each of its accounts.

    Layout is left out: Unicode forms, line ends, spaces at the ends of lines, empty lines at the
    ends of a text. Date, status and notes may change without a new approval; words may not.
    """
    # The same words on two accounts count once, so that a further account needs no new approval.
    versions = dict.fromkeys("\n\n".join(_words(one)) for one in publications_of(plan, post_index))
    return sha256("\f".join(versions).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def same_hash(written: str, current: str) -> bool:
    """Compare fingerprints as people write them: in capitals, or with more of their digits."""
    name = written.strip().casefold().removeprefix("sha256:")
    return name[:DIGITS] == current


def _words(publication: Publication) -> Iterator[str]:
    yield _plain(publication.title or "")
    for said in publication.texts:
        yield _plain(said.text)
    yield _plain(publication.call_to_action or "")
    yield publication.link.url if publication.link else ""
    yield " ".join(_plain(tag) for tag in (*publication.hashtags, *publication.mentions))


def _plain(text: str) -> str:
    lines = normalize("NFC", text).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n")
