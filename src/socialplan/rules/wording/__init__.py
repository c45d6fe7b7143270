"""Wording: what laws and platforms ask to look twice at, by market, industry and platform."""

from socialplan.rules.wording.absolute_term import absolute_term
from socialplan.rules.wording.ai_label_missing import ai_label_missing
from socialplan.rules.wording.ambiguous_disclosure import ambiguous_disclosure
from socialplan.rules.wording.banned_by_platform import banned_by_platform
from socialplan.rules.wording.banned_goods import banned_goods
from socialplan.rules.wording.borrowed_image import borrowed_image
from socialplan.rules.wording.disclosure_missing import disclosure_missing
from socialplan.rules.wording.engagement_bait import engagement_bait
from socialplan.rules.wording.exaggerated_claim import exaggerated_claim
from socialplan.rules.wording.fake_review import fake_review
from socialplan.rules.wording.false_urgency import false_urgency
from socialplan.rules.wording.forced_follow import forced_follow
from socialplan.rules.wording.guaranteed_pass import guaranteed_pass
from socialplan.rules.wording.guaranteed_return import guaranteed_return
from socialplan.rules.wording.health_food_claim import health_food_claim
from socialplan.rules.wording.induced_sharing import induced_sharing
from socialplan.rules.wording.medical_advertising import medical_advertising
from socialplan.rules.wording.medical_claim import medical_claim
from socialplan.rules.wording.off_platform_diversion import off_platform_diversion
from socialplan.rules.wording.profanity import profanity
from socialplan.rules.wording.rank_claim import rank_claim
from socialplan.rules.wording.reference_price import reference_price
from socialplan.rules.wording.state_symbol import state_symbol
from socialplan.rules.wording.unsourced_statistic import unsourced_statistic
from socialplan.rules.wording.warning_text_missing import warning_text_missing

RULES = (
    absolute_term,
    rank_claim,
    unsourced_statistic,
    reference_price,
    false_urgency,
    medical_claim,
    exaggerated_claim,
    health_food_claim,
    medical_advertising,
    guaranteed_return,
    guaranteed_pass,
    warning_text_missing,
    induced_sharing,
    forced_follow,
    engagement_bait,
    off_platform_diversion,
    banned_goods,
    banned_by_platform,
    fake_review,
    state_symbol,
    borrowed_image,
    profanity,
    disclosure_missing,
    ambiguous_disclosure,
    ai_label_missing,
)
