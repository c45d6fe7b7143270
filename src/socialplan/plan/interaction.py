"""What readers are invited to do, and the terms of draws and games."""

from typing import Annotated, Literal

from pydantic import Field

from socialplan.plan.figures import Amount, Count
from socialplan.plan.part import Part
from socialplan.plan.shapes import Several, text_as
from socialplan.plan.times import Day, Moment

Mechanic = Literal[
    "lottery",
    "quiz",
    "personality-test",
    "wheel",
    "grid",
    "filter",
    "colour-test",
    "poll",
    "question",
    "contest",
    "game",
    "check-in",
    "coupon",
    "like",
    "comment",
    "share",
    "hashtag",
    "tag-friends",
    "other",
]


class Prize(Part):
    """One prize of a draw with several."""

    name: str = Field(description="What is won.")
    kind: str | None = Field(None, description="Goods, voucher, cash or a right of use.")
    value: Amount | None = Field(None, description="What one of them is worth.")
    quantity: Count | None = Field(None, description="How many there are.")
    odds: str | None = Field(None, description="The chance of winning, where it is known.")


class Terms(Part):
    """What entrants must be told; which of it is required depends on the market."""

    start: Moment | None = Field(None, description="When entering begins.")
    end: Moment | None = Field(None, description="When entering ends.")
    how_to_enter: str | None = Field(None, description="What an entrant does.")
    who_may_enter: str | None = Field(None, description="Who may take part, and who may not.")
    prize_name: str | None = Field(None, description="What is won.")
    prize_kind: str | None = Field(None, description="Goods, voucher, cash or a right of use.")
    prize_value: Amount | None = Field(None, description="What the highest prize is worth.")
    prize_quantity: Count | None = Field(None, description="How many prizes there are.")
    prize_quantity_or_odds: str | None = Field(
        None, description="Number of prizes, or the chance of winning one."
    )
    prizes: Several[Prize] = Field((), description="The prizes one by one, where they differ.")
    award_levels: str | None = Field(None, description="First, second, third prize and so on.")
    annual_total: Amount | None = Field(
        None, description="Worth of all prizes that the brand gives in a year."
    )
    annual_sales: Amount | None = Field(
        None, description="The brand's sales in a year, where a cap depends on them."
    )
    purchase_required: bool | None = Field(
        None, strict=True, description="Whether one must buy to enter."
    )
    product_value: Amount | None = Field(None, description="Price of what must be bought.")
    gift_value: Amount | None = Field(
        None, description="Worth of a gift that goes with a purchase."
    )
    entry_conditions: str | None = Field(None, description="What an entrant must fulfil.")
    entry_method: str | None = Field(None, description="By which way an entry is handed in.")
    draw_date: Moment | None = Field(None, description="When winners are drawn.")
    draw_time: str | None = Field(None, description="When winners are drawn, in words.")
    draw_method: str | None = Field(None, description="How winners are drawn, and who watches.")
    announce_where: str | None = Field(None, description="Where winners are announced.")
    claim_deadline: Moment | None = Field(None, description="The last day to claim a prize.")
    redeem_time: str | None = Field(None, description="When a prize can be redeemed.")
    redeem_conditions: str | None = Field(None, description="What redeeming depends on.")
    redeem_method: str | None = Field(None, description="How a prize is redeemed.")
    delivery_method: str | None = Field(None, description="How a prize reaches the winner.")
    forfeiture_rule: str | None = Field(None, description="What happens to an unclaimed prize.")
    tax_note: str | None = Field(None, description="Who pays which tax on the prize.")
    organiser: str | None = Field(None, description="Who holds the promotion, by legal name.")
    contact: str | None = Field(None, description="How to reach the organiser.")
    privacy_note: str | None = Field(
        None, description="What is collected of entrants, what for, and for how long."
    )
    collects_data: bool | None = Field(
        None, strict=True, description="Whether entrants give personal data."
    )
    min_age: Count | None = Field(None, description="The youngest age that may enter.")
    guardian_consent: str | None = Field(
        None, description="How a guardian agrees for entrants under age."
    )
    licence_no_in_post: str | None = Field(
        None, description="The licence number as it is printed in the post."
    )
    no_cash_prize: bool | None = Field(None, strict=True, description="True if no prize is money.")
    no_entry_fee: bool | None = Field(
        None, strict=True, description="True if entering costs nothing."
    )
    result_publication_within_10_days: bool | None = Field(
        None, strict=True, description="True if results are published within ten days."
    )
    notice_date: Day | None = Field(
        None, description="The day on which the authority was told beforehand."
    )
    platform_release: str | None = Field(
        None, description="The sentence that the platform has no part in the promotion."
    )
    url: str | None = Field(None, description="Where the full rules can be read.")


class Interaction(Part):
    """What readers are invited to do."""

    kind: Mechanic | None = Field(None, description="The game or action that readers take part in.")
    name: str | None = Field(None, description="What it is called in the post.")
    terms: Terms | None = Field(None, description="The rules of a draw or game with prizes.")


InteractionOrKind = Annotated[Interaction, text_as("kind")]
