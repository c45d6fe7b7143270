"""Schedule: does the plan keep to its own days, and to those of the platforms?"""

from socialplan.rules.schedule.backward_period import backward_period
from socialplan.rules.schedule.beyond_scheduling_horizon import beyond_scheduling_horizon
from socialplan.rules.schedule.blackout import blackout
from socialplan.rules.schedule.cadence_promise_broken import cadence_promise_broken
from socialplan.rules.schedule.cadence_without_slots import cadence_without_slots
from socialplan.rules.schedule.cadence_without_time import cadence_without_time
from socialplan.rules.schedule.campaign_outside_period import campaign_outside_period
from socialplan.rules.schedule.festival_date_wrong import festival_date_wrong
from socialplan.rules.schedule.future_post_published import future_post_published
from socialplan.rules.schedule.gap import gap
from socialplan.rules.schedule.holiday_changes_slot import holiday_changes_slot
from socialplan.rules.schedule.holidays_unknown import holidays_unknown
from socialplan.rules.schedule.lead_time_over_holiday import lead_time_over_holiday
from socialplan.rules.schedule.no_batch_day import no_batch_day
from socialplan.rules.schedule.off_cadence import off_cadence
from socialplan.rules.schedule.open_slot_soon import open_slot_soon
from socialplan.rules.schedule.over_platform_rate import over_platform_rate
from socialplan.rules.schedule.past_post_unpublished import past_post_unpublished
from socialplan.rules.schedule.post_outside_campaign import post_outside_campaign
from socialplan.rules.schedule.post_outside_period import post_outside_period
from socialplan.rules.schedule.quiet_hours import quiet_hours
from socialplan.rules.schedule.sober_day_promotion import sober_day_promotion
from socialplan.rules.schedule.too_little_lead_time import too_little_lead_time
from socialplan.rules.schedule.too_many_slots import too_many_slots
from socialplan.rules.schedule.two_posts_at_once import two_posts_at_once
from socialplan.rules.schedule.unreadable_rrule import unreadable_rrule
from socialplan.rules.schedule.week_not_ready_on_batch_day import week_not_ready_on_batch_day

RULES = (
    backward_period,
    post_outside_period,
    campaign_outside_period,
    post_outside_campaign,
    unreadable_rrule,
    cadence_without_slots,
    cadence_without_time,
    too_many_slots,
    past_post_unpublished,
    off_cadence,
    two_posts_at_once,
    future_post_published,
    open_slot_soon,
    cadence_promise_broken,
    gap,
    over_platform_rate,
    beyond_scheduling_horizon,
    too_little_lead_time,
    quiet_hours,
    blackout,
    no_batch_day,
    week_not_ready_on_batch_day,
    sober_day_promotion,
    holiday_changes_slot,
    festival_date_wrong,
    lead_time_over_holiday,
    holidays_unknown,
)
