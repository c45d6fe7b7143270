"""The written fields of a publication, by the names that platform packs have for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.rules.copy.settings import settings_of
from socialplan.rules.copy.tags import added_hashtags
from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
    from socialplan.plan.posts import Card
    from socialplan.plan.publications import Publication, Said
    from socialplan.rules.copy.bounds import Bounded, Bounds

_IN_A_COUPON = {"title": "coupon.title", "text": "coupon.description"}
_ON_A_CARD = {"title": "template.title", "text": "template.text"}
_WITHOUT_SIGN = "none"


class Written(NamedTuple):
    """One field's words, and the pack's name for the field."""

    path: PlanPath
    text: str
    field: str
    label: str
    """What readers call it: the key of a term, or the option's own name."""
    tagged: str = ""
    """The hashtags that are published behind the text."""

    @property
    def name(self) -> str:
        """What a message calls it."""
        is_option = self.label.startswith("options.")
        return f"`{self.label}`" if is_option else Term(f"field-{self.label}")


def written(one: Bounded) -> Iterator[Written]:
    """Every field of a publication that its platform bounds or could bound."""
    publication, bounds = one.publication, one.bounds
    yield from _texts(one)
    if "title" in bounds.limits and publication.title:
        path = publication.path("title")
        yield Written(path, publication.title, "title", _label(bounds, "title"))
    if publication.post.options or publication.variant is not None:
        yield from _options(publication, bounds)


def _texts(one: Bounded) -> Iterator[Written]:
    publication, bounds = one.publication, one.bounds
    field = "text"
    if "caption" in bounds.limits and publication.assets:
        field = "caption"
    for said in publication.texts:
        if said.role == "text":
            tagged = _hashtags_behind(one)
            yield Written(said.path, said.text, field, _label(bounds, field), tagged)
        elif said.role == "thread":
            yield Written(said.path, said.text, "text", "thread")
        elif said.role == "message":
            yield _bubble(said, publication)


def _bubble(said: Said, publication: Publication) -> Written:
    """Words of a bubble; those on coupons and cards have limits of their own."""
    holder, key = said.path[-2], str(said.path[-1])
    if holder == "coupon":
        return Written(said.path, said.text, _IN_A_COUPON[key], "coupon")
    if "card" in said.path:
        *_, bubble, card = (number for number in said.path if isinstance(number, int))
        field = _ON_A_CARD.get(key, "")
        if key == "text" and _has_more(publication.messages[bubble].card[card]):
            field = "template.text_with_image"
        return Written(said.path, said.text, field, "card")
    return Written(said.path, said.text, "text", "bubble")


def _has_more(card: Card) -> bool:
    """Say whether a card's text shares its room with a picture or a title."""
    return bool(card.image or card.title)


def _hashtags_behind(one: Bounded) -> str:
    """The hashtags of the field of that name, as they are published behind the text."""
    form = one.bounds.platform.hashtag_form
    if form == _WITHOUT_SIGN:
        return ""
    end = "#" if form == "paired" else ""
    return "".join(f" #{name}{end}" for name in added_hashtags(one))


def _options(publication: Publication, bounds: Bounds) -> Iterator[Written]:
    """Settings of the platform that the pack bounds: a digest, a preheader, a list of tags."""
    for one in settings_of(publication):
        if one.field in bounds.limits:
            text = one.value if isinstance(one.value, str) else _joined(one.value)
            if text:
                yield Written(one.path, text, one.field, f"options.{one.label}")


def address(one: Bounded) -> Iterator[Written]:
    """The address of the post's link, where the platform bounds its length."""
    link = one.publication.link
    if link is not None and "link" in one.bounds.limits:
        yield Written((*one.publication.path("link"), "url"), link.url, "link", "link")


def _joined(value: object) -> str:
    """A list of tags as one text, in which a tag with a space needs quotes."""
    if not isinstance(value, list | tuple) or any(isinstance(tag, dict) for tag in value):
        return ""
    tags = [str(tag) for tag in value]
    return ",".join(f'"{tag}"' if " " in tag else tag for tag in tags)


def _label(bounds: Bounds, field: str) -> str:
    return bounds.format.labels.get(field, field)
