"""Communities: is there a reason to join, something to do, and honest company?"""

from socialplan.rules.community.activation_window_missing import activation_window_missing
from socialplan.rules.community.community_without_purpose import community_without_purpose
from socialplan.rules.community.community_without_rules import community_without_rules
from socialplan.rules.community.funnel_step_missing import funnel_step_missing
from socialplan.rules.community.group_over_capacity import group_over_capacity
from socialplan.rules.community.no_introduction_ritual import no_introduction_ritual
from socialplan.rules.community.no_regular_ritual import no_regular_ritual
from socialplan.rules.community.rate_out_of_order import rate_out_of_order
from socialplan.rules.community.referral_without_limit import referral_without_limit
from socialplan.rules.community.ritual_fatigue import ritual_fatigue
from socialplan.rules.community.script_not_ready import script_not_ready
from socialplan.rules.community.sock_puppet import sock_puppet
from socialplan.rules.community.stage_without_tasks import stage_without_tasks
from socialplan.rules.community.unfit_product import unfit_product

RULES = (
    community_without_purpose,
    community_without_rules,
    unfit_product,
    group_over_capacity,
    stage_without_tasks,
    activation_window_missing,
    no_introduction_ritual,
    no_regular_ritual,
    ritual_fatigue,
    script_not_ready,
    sock_puppet,
    referral_without_limit,
    funnel_step_missing,
    rate_out_of_order,
)
