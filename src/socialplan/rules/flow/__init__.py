"""People and workflow: does everybody know what to do by when, and does somebody check it?"""

from socialplan.rules.flow.agency_without_agreement import agency_without_agreement
from socialplan.rules.flow.approved_text_changed import approved_text_changed
from socialplan.rules.flow.author_reviews_own import author_reviews_own
from socialplan.rules.flow.no_backup_publisher import no_backup_publisher
from socialplan.rules.flow.no_review_cadence import no_review_cadence
from socialplan.rules.flow.overdue_asset import overdue_asset
from socialplan.rules.flow.overdue_draft import overdue_draft
from socialplan.rules.flow.overdue_review import overdue_review
from socialplan.rules.flow.overloaded_person import overloaded_person
from socialplan.rules.flow.plan_without_team import plan_without_team
from socialplan.rules.flow.post_without_author import post_without_author
from socialplan.rules.flow.post_without_reviewer import post_without_reviewer
from socialplan.rules.flow.review_overdue import review_overdue
from socialplan.rules.flow.role_missing import role_missing
from socialplan.rules.flow.scheduled_without_approval import scheduled_without_approval

RULES = (
    plan_without_team,
    role_missing,
    no_backup_publisher,
    agency_without_agreement,
    overloaded_person,
    post_without_author,
    post_without_reviewer,
    author_reviews_own,
    scheduled_without_approval,
    approved_text_changed,
    overdue_draft,
    overdue_asset,
    overdue_review,
    no_review_cadence,
    review_overdue,
)
