"""Who is speaking: the brand, where it sells, how it sounds and looks."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.part import Part
from socialplan.plan.references import MarketRef
from socialplan.plan.shapes import Several, Short
from socialplan.plan.zones import ZoneName

Industry = Literal[
    "general",
    "alcohol",
    "baby",
    "cosmetics",
    "education",
    "entertainment",
    "fashion",
    "finance",
    "fitness",
    "food",
    "home",
    "medical",
    "nonprofit",
    "pets",
    "real-estate",
    "restaurant",
    "retail",
    "services",
    "supplement",
    "technology",
    "tobacco",
    "travel",
    "other",
]


class Utm(Part):
    """The tags that tell web analytics where a visitor came from."""

    source: str | None = Field(None, description="Where the link stands, e.g. line or {platform}.")
    medium: str | None = Field(None, description="The kind of traffic, e.g. social or message.")
    campaign: str | None = Field(None, description="Which campaign the visit counts towards.")
    content: str | None = Field(None, description="Which of several links was followed.")
    term: str | None = Field(None, description="The search term, for paid search only.")


def _utm_from(value: object) -> object:
    """Read `utm_source=line&utm_medium=social`; a lone word is the campaign's name."""
    if not isinstance(value, str | int | float):
        return value
    if "=" not in str(value):
        return {"campaign": value}
    from urllib.parse import parse_qsl

    return {key.removeprefix("utm_"): said for key, said in parse_qsl(str(value).lstrip("?"))}


UtmTags = Annotated[Utm, Short(_utm_from, "campaign")]


class Voice(Part):
    """The verbal identity: how the brand sounds."""

    tone: Several[str] = Field((), description="Words that describe how the brand sounds.")
    avoid: Several[str] = Field((), description="Words and phrases that the brand never uses.")
    register_: str | None = Field(
        None, alias="register", description="How readers are addressed, e.g. 你, 您 or first names."
    )


class Visual(Part):
    """The visual identity: how the brand looks."""

    colors: Several[str] = Field((), description="The brand's colours, as #RRGGBB or by name.")
    style: str | None = Field(None, description="What its pictures have in common.")
    logo: str | None = Field(None, description="File or address of the logo.")


class Alignment(Part):
    """What the plan takes from the strategies around it."""

    brand: str | None = Field(None, description="What the brand strategy asks of social media.")
    pr: str | None = Field(None, description="What public relations asks of social media.")
    product: str | None = Field(None, description="What the product strategy asks of social media.")


class Brand(Part):
    """The brand that the plan is for."""

    name: str = Field(min_length=1, description="The brand's name as its customers know it.")
    market: MarketRef | None = Field(
        None,
        description="Where it sells (TW, CN, HK …): gives locale, zone, holidays, wording law.",
    )
    locale: str | None = Field(
        None,
        pattern="^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$",
        description="Language of its copy, e.g. zh-TW, where the market's own does not fit.",
    )
    timezone: ZoneName | None = Field(
        None, description="IANA time zone of all wall times, where the market's own does not fit."
    )
    industry: Industry | None = Field(
        None, description="What it sells, which decides the wording rules that apply."
    )
    promise: str | None = Field(None, description="The value that it gives its customers.")
    voice: Voice | None = Field(None, description="Its verbal identity.")
    visual: Visual | None = Field(None, description="Its visual identity.")
    alignment: Alignment | None = Field(
        None, description="What brand, public relations and product strategy ask of this plan."
    )
    media_base_url: str | None = Field(
        None, description="Public address below which asset files can be fetched."
    )
    utm: UtmTags | None = Field(
        None, description="Pattern of the tags on every link, e.g. source: '{platform}'."
    )
