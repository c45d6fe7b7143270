"""Promotions: what draws, games and gifts must tell, and what markets and platforms forbid."""

from socialplan.rules.promotion.cash_prize import cash_prize
from socialplan.rules.promotion.gift_over_cap import gift_over_cap
from socialplan.rules.promotion.inaccurate_tagging import inaccurate_tagging
from socialplan.rules.promotion.instant_prize_unannounced import instant_prize_unannounced
from socialplan.rules.promotion.licence_needed import licence_needed
from socialplan.rules.promotion.lottery_without_eligibility import lottery_without_eligibility
from socialplan.rules.promotion.lottery_without_end import lottery_without_end
from socialplan.rules.promotion.lottery_without_terms import lottery_without_terms
from socialplan.rules.promotion.minor_without_consent import minor_without_consent
from socialplan.rules.promotion.paid_entry import paid_entry
from socialplan.rules.promotion.platform_release_missing import platform_release_missing
from socialplan.rules.promotion.prize_over_cap import prize_over_cap
from socialplan.rules.promotion.referral_multi_level import referral_multi_level
from socialplan.rules.promotion.share_to_enter import share_to_enter
from socialplan.rules.promotion.tax_text_missing import tax_text_missing
from socialplan.rules.promotion.wheel_without_rules import wheel_without_rules

RULES = (
    lottery_without_terms,
    lottery_without_end,
    lottery_without_eligibility,
    wheel_without_rules,
    prize_over_cap,
    gift_over_cap,
    cash_prize,
    paid_entry,
    instant_prize_unannounced,
    tax_text_missing,
    platform_release_missing,
    licence_needed,
    minor_without_consent,
    share_to_enter,
    inaccurate_tagging,
    referral_multi_level,
)
