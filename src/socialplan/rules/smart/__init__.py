"""Goals: are they specific, measurable, achievable, relevant and timely, or of value?"""

from socialplan.rules.smart.baseline_disagrees_with_text import baseline_disagrees_with_text
from socialplan.rules.smart.challenge_not_of_persona import challenge_not_of_persona
from socialplan.rules.smart.due_disagrees_with_text import due_disagrees_with_text
from socialplan.rules.smart.due_in_the_past import due_in_the_past
from socialplan.rules.smart.due_outside_period import due_outside_period
from socialplan.rules.smart.effort_exceeds_hours import effort_exceeds_hours
from socialplan.rules.smart.goal_without_baseline import goal_without_baseline
from socialplan.rules.smart.goal_without_challenge import goal_without_challenge
from socialplan.rules.smart.goal_without_data_source import goal_without_data_source
from socialplan.rules.smart.goal_without_due_date import goal_without_due_date
from socialplan.rules.smart.goal_without_metric import goal_without_metric
from socialplan.rules.smart.goal_without_posts import goal_without_posts
from socialplan.rules.smart.goal_without_target import goal_without_target
from socialplan.rules.smart.goal_without_tasks import goal_without_tasks
from socialplan.rules.smart.metric_disagrees_with_text import metric_disagrees_with_text
from socialplan.rules.smart.open_ended_metric_list import open_ended_metric_list
from socialplan.rules.smart.output_goal_without_outcome import output_goal_without_outcome
from socialplan.rules.smart.rate_outside_0_100 import rate_outside_0_100
from socialplan.rules.smart.sandbagged_goal import sandbagged_goal
from socialplan.rules.smart.several_main_goals import several_main_goals
from socialplan.rules.smart.several_metrics_in_one_goal import several_metrics_in_one_goal
from socialplan.rules.smart.stage_mismatch import stage_mismatch
from socialplan.rules.smart.target_behind_baseline import target_behind_baseline
from socialplan.rules.smart.target_disagrees_with_text import target_disagrees_with_text
from socialplan.rules.smart.too_few_readings import too_few_readings
from socialplan.rules.smart.too_little_history import too_little_history
from socialplan.rules.smart.undated_baseline import undated_baseline
from socialplan.rules.smart.unknown_metric import unknown_metric
from socialplan.rules.smart.unsupported_growth import unsupported_growth
from socialplan.rules.smart.vague_goal import vague_goal
from socialplan.rules.smart.value_goal_with_sales_metric import value_goal_with_sales_metric
from socialplan.rules.smart.value_goal_without_review_question import (
    value_goal_without_review_question,
)
from socialplan.rules.smart.value_goal_without_signals import value_goal_without_signals
from socialplan.rules.smart.value_goal_without_touchpoint import value_goal_without_touchpoint
from socialplan.rules.smart.vanity_metric_without_guard import vanity_metric_without_guard

RULES = (
    goal_without_metric,
    goal_without_target,
    unknown_metric,
    several_main_goals,
    vague_goal,
    several_metrics_in_one_goal,
    metric_disagrees_with_text,
    target_disagrees_with_text,
    due_disagrees_with_text,
    open_ended_metric_list,
    goal_without_baseline,
    undated_baseline,
    target_behind_baseline,
    goal_without_data_source,
    rate_outside_0_100,
    vanity_metric_without_guard,
    output_goal_without_outcome,
    baseline_disagrees_with_text,
    unsupported_growth,
    sandbagged_goal,
    too_little_history,
    goal_without_challenge,
    challenge_not_of_persona,
    stage_mismatch,
    goal_without_posts,
    goal_without_tasks,
    goal_without_due_date,
    due_outside_period,
    due_in_the_past,
    too_few_readings,
    effort_exceeds_hours,
    value_goal_without_signals,
    value_goal_without_review_question,
    value_goal_without_touchpoint,
    value_goal_with_sales_metric,
)
