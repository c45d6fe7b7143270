"""Pictures, videos and files, and the right to use them."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.figures import Count, Hours
from socialplan.plan.part import Part
from socialplan.plan.shapes import Several, Short, text_as
from socialplan.plan.times import Day

AssetSource = Literal["own", "commissioned", "licensed", "user", "generated"]
AssetKind = Literal["image", "video", "audio", "gif", "document", "card", "other"]


class License(Part):
    """The permission to use somebody else's work."""

    name: str | None = Field(None, description="The licence, e.g. CC BY 4.0 or the stock library.")
    id: str | None = Field(None, description="Order or licence number that proves it.")
    scope: Several[str] = Field((), description="What it allows, e.g. commercial, instagram.")
    expires: Day | None = Field(None, description="The last day on which it holds.")


class Asset(Part):
    """One picture, video or file of a post."""

    file: str | None = Field(None, description="Path below the plan's folder.")
    url: str | None = Field(None, description="Public address, if it is not a file.")
    kind: AssetKind | None = Field(None, description="What it is; told by the name when absent.")
    source: AssetSource | None = Field(None, description="Where it comes from.")
    license: Annotated[License, text_as("name")] | None = Field(
        None, description="Under which permission it is used."
    )
    credit: str | None = Field(None, description="Whom to name beside it.")
    consent: str | None = Field(
        None, description="How and when its maker, or the people in it, agreed."
    )
    alt: str | None = Field(None, description="What it shows, for those who cannot see it.")
    width: Count | None = Field(None, description="Width in pixels.")
    height: Count | None = Field(None, description="Height in pixels.")
    duration: Hours | None = Field(None, description="Length in seconds.")
    bytes: Count | None = Field(None, description="Size of the file in bytes.")


def _asset_from(value: object) -> object:
    if not isinstance(value, str | int | float):
        return value
    return {"url" if "://" in str(value) else "file": value}


AssetOrName = Annotated[Asset, Short(_asset_from, "file")]
