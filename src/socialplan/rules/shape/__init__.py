"""Source and shape: can the plan be read, and does it say what it means to say?"""

from socialplan.rules.shape.account_without_platform import account_without_platform
from socialplan.rules.shape.dangling_reference import dangling_reference
from socialplan.rules.shape.duplicate_id import duplicate_id
from socialplan.rules.shape.duplicate_key import duplicate_key
from socialplan.rules.shape.id_differs_only_by_case import id_differs_only_by_case
from socialplan.rules.shape.impossible_date import impossible_date
from socialplan.rules.shape.include_loop import include_loop
from socialplan.rules.shape.include_not_found import include_not_found
from socialplan.rules.shape.include_outside_folder import include_outside_folder
from socialplan.rules.shape.invalid_yaml import invalid_yaml
from socialplan.rules.shape.invisible_characters import invisible_characters
from socialplan.rules.shape.missing_key import missing_key
from socialplan.rules.shape.not_a_plan import not_a_plan
from socialplan.rules.shape.not_utf_8 import not_utf_8
from socialplan.rules.shape.plan_without_accounts import plan_without_accounts
from socialplan.rules.shape.plan_without_goals import plan_without_goals
from socialplan.rules.shape.plan_without_posts import plan_without_posts
from socialplan.rules.shape.skipped_wall_time import skipped_wall_time
from socialplan.rules.shape.too_large import too_large
from socialplan.rules.shape.unknown_format import unknown_format
from socialplan.rules.shape.unknown_key import unknown_key
from socialplan.rules.shape.unknown_market import unknown_market
from socialplan.rules.shape.unknown_platform import unknown_platform
from socialplan.rules.shape.unknown_tag import unknown_tag
from socialplan.rules.shape.unknown_value import unknown_value
from socialplan.rules.shape.unquoted_hash_or_at import unquoted_hash_or_at
from socialplan.rules.shape.unused_definition import unused_definition
from socialplan.rules.shape.wrong_type import wrong_type
from socialplan.rules.shape.yaml_1_1_trap import yaml_1_1_trap

RULES = (
    invalid_yaml,
    not_utf_8,
    too_large,
    not_a_plan,
    unknown_tag,
    duplicate_key,
    unknown_key,
    wrong_type,
    missing_key,
    unknown_value,
    impossible_date,
    skipped_wall_time,
    yaml_1_1_trap,
    unquoted_hash_or_at,
    invisible_characters,
    unknown_platform,
    unknown_format,
    dangling_reference,
    duplicate_id,
    id_differs_only_by_case,
    unused_definition,
    account_without_platform,
    unknown_market,
    include_not_found,
    include_outside_folder,
    include_loop,
    plan_without_accounts,
    plan_without_goals,
    plan_without_posts,
)
