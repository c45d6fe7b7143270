"""Accounts and audience: where the brand speaks, who answers for it, and to whom it speaks."""

from socialplan.rules.audience.account_without_cadence import account_without_cadence
from socialplan.rules.audience.account_without_owner import account_without_owner
from socialplan.rules.audience.account_without_persona import account_without_persona
from socialplan.rules.audience.account_without_positioning import account_without_positioning
from socialplan.rules.audience.account_without_purpose import account_without_purpose
from socialplan.rules.audience.blocked_in_market import blocked_in_market
from socialplan.rules.audience.everyone_as_audience import everyone_as_audience
from socialplan.rules.audience.expired_assumption import expired_assumption
from socialplan.rules.audience.goal_does_not_fit_purpose import goal_does_not_fit_purpose
from socialplan.rules.audience.handle_shape import handle_shape
from socialplan.rules.audience.incomplete_persona import incomplete_persona
from socialplan.rules.audience.insight_without_evidence import insight_without_evidence
from socialplan.rules.audience.persona_age_unlike_platform import persona_age_unlike_platform
from socialplan.rules.audience.persona_without_evidence import persona_without_evidence
from socialplan.rules.audience.same_positioning_twice import same_positioning_twice
from socialplan.rules.audience.single_person_account import single_person_account
from socialplan.rules.audience.stale_fact import stale_fact
from socialplan.rules.audience.too_many_personas import too_many_personas
from socialplan.rules.audience.unknown_subscription import unknown_subscription
from socialplan.rules.audience.unknown_tier import unknown_tier

RULES = (
    account_without_owner,
    single_person_account,
    account_without_positioning,
    same_positioning_twice,
    account_without_purpose,
    goal_does_not_fit_purpose,
    account_without_cadence,
    handle_shape,
    unknown_tier,
    unknown_subscription,
    account_without_persona,
    too_many_personas,
    everyone_as_audience,
    incomplete_persona,
    persona_without_evidence,
    persona_age_unlike_platform,
    blocked_in_market,
    stale_fact,
    expired_assumption,
    insight_without_evidence,
)
