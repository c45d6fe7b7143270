"""The linter itself: do exceptions still say what is true?"""

from socialplan.rules.suppression.dead_glob import dead_glob
from socialplan.rules.suppression.expired_suppression import expired_suppression
from socialplan.rules.suppression.misplaced_suppression import misplaced_suppression
from socialplan.rules.suppression.reason_missing import reason_missing
from socialplan.rules.suppression.stale_baseline_entry import stale_baseline_entry
from socialplan.rules.suppression.unknown_code import unknown_code
from socialplan.rules.suppression.unused_suppression import unused_suppression

RULES = (
    unused_suppression,
    unknown_code,
    reason_missing,
    expired_suppression,
    dead_glob,
    stale_baseline_entry,
    misplaced_suppression,
)
