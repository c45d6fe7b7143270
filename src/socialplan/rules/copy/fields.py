"""The written fields of a publication, by the names that platform packs have for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socialplan.translating import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socialplan.finding import PlanPath
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
        return self.label if self.label.startswith("options.") else Term(f"field-{self.label}")


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
            yield _bubble(said)


def _bubble(said: Said) -> Written:
    """Words of a bubble; those on coupons and cards have limits of their own."""
    holder, key = said.path[-2], str(said.path[-1])
    if holder == "coupon":
        return Written(said.path, said.text, _IN_A_COUPON[key], "coupon")
    if "card" in said.path:
        return Written(said.path, said.text, _ON_A_CARD.get(key, ""), "card")
    return Written(said.path, said.text, "text", "bubble")


def _hashtags_behind(one: Bounded) -> str:
    """The hashtags of the field of that name, as they are published behind the text."""
    form = one.bounds.platform.hashtag_form
    if not one.hashtags or form == _WITHOUT_SIGN:
        return ""
    end = "#" if form == "paired" else ""
    return "".join(f" #{tag.strip('#＃ ')}{end}" for tag in one.hashtags)


def _options(publication: Publication, bounds: Bounds) -> Iterator[Written]:
    """Settings of the platform that the pack bounds: a digest, a preheader, a list of tags."""
    for field, value in publication.options.items():
        if field not in bounds.limits:
            continue
        text = value if isinstance(value, str) else _joined(value)
        if text:
            path = option_path(publication, field)
            yield Written(path, text, field, f"options.{field}")


def option_path(publication: Publication, field: str) -> PlanPath:
    """Where an option stands: in the variant if that sets it."""
    variant = publication.variant
    if variant is not None and field in variant.options:
        return publication.path("options", field)
    return ("posts", publication.post_index, "options", field)


def _joined(value: object) -> str:
    """A list of tags as one text, in which a tag with a space needs quotes."""
    if not isinstance(value, list | tuple):
        return ""
    tags = [str(tag) for tag in value]
    return ",".join(f'"{tag}"' if " " in tag else tag for tag in tags)


def _label(bounds: Bounds, field: str) -> str:
    return bounds.format.labels.get(field, field)
