"""Measurement: are the numbers written down, on track, comparable, and paid for?"""

from socialplan.rules.measurement.block_rate_rising import block_rate_rising
from socialplan.rules.measurement.denominator_too_small import denominator_too_small
from socialplan.rules.measurement.goal_metric_not_recorded import goal_metric_not_recorded
from socialplan.rules.measurement.goal_off_track import goal_off_track
from socialplan.rules.measurement.incomparable_rates import incomparable_rates
from socialplan.rules.measurement.message_quota_exceeded import message_quota_exceeded
from socialplan.rules.measurement.review_without_change import review_without_change
from socialplan.rules.measurement.stale_numbers import stale_numbers
from socialplan.rules.measurement.unreadable_metrics_file import unreadable_metrics_file

RULES = (
    unreadable_metrics_file,
    goal_metric_not_recorded,
    stale_numbers,
    goal_off_track,
    block_rate_rising,
    denominator_too_small,
    incomparable_rates,
    message_quota_exceeded,
    review_without_change,
)
