"""The rule message-quota-exceeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialplan.budget import Budget, budgets, most_a_week
from socialplan.finding import Problem, Related
from socialplan.folding import simplified
from socialplan.rule import Severity, rule
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from socialplan.budget import Bill, Month
    from socialplan.facts import PricePlan
    from socialplan.readings import Readings
    from socialplan.slots import Calendar


@rule(
    "MEA131",
    Severity.WARNING,
    message="“{account}” sends {sends} times in {month} ({planned} planned, {open} open slots) to "
    "{friends} friends: {messages} messages. {paid} includes {included}; {outcome}{others}",
    help="{fitting} The same month on each price plan: {bills}.",
    source="The platform's price plans: friends × sends a month, however many bubbles",
    bad="""
        period: {start: 2026-12-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            followers: 347
            subscription: tw-medium  # <-
            cadence:
              - {format: broadcast, days: [wed, fri], at: "20:00"}
    """,
    good="""
        period: {start: 2026-12-01, end: 2026-12-31}
        accounts:
          - id: line
            platform: line-oa
            followers: 347
            subscription: tw-medium
            cadence:
              - {format: broadcast, days: [fri], at: "20:00"}
    """,
)
def message_quota_exceeded(
    calendar: Calendar, readings: Readings, today: date
) -> Iterator[Problem]:
    """When the paid messages are used up, the month's last offers reach nobody, or cost more."""
    for budget in budgets(calendar, readings, today):
        plan = budget.plan or _free(budget)
        over = [month for month in budget.months if plan and not month.billed(plan).fits]
        if plan is None or not over:
            continue
        key = "subscription" if budget.plan else "followers"
        yield Problem(
            ("accounts", budget.index, key),
            _words(budget, plan, over),
            related=_read_at(budget),
            severity=None if budget.plan else Severity.INFO,
            confidence=plan.fact.confidence,
            source=plan.fact.source,
        )


def _read_at(budget: Budget) -> tuple[Related, ...]:
    """Show where the friends were counted, if not beside the finding."""
    friends = budget.friends
    label = "friends-without-blocks" if friends.without_blocks else "friends-read"
    return () if friends.path[0] == "accounts" else (Related(label, friends.path),)


def _free(budget: Budget) -> PricePlan | None:
    """What an account has that names no price plan; a wrong name is another rule's subject."""
    if budget.account.subscription is not None:
        return None
    return next((plan for plan in budget.plans.values() if not plan.fee), None)


def _words(budget: Budget, plan: PricePlan, over: list[Month]) -> dict[str, object]:
    worst = max(over, key=lambda month: month.messages)
    in_order = sorted(over, key=lambda month: month.name)
    others = [_line(month) for month in in_order if month is not worst]
    return {
        "account": budget.account.id,
        "friends": f"{budget.friends.number:,}",
        "month": worst.name,
        "sends": len(worst.sends),
        "planned": worst.planned,
        "open": worst.open,
        "messages": f"{worst.messages:,}",
        "paid": Phrase("quota-paid" if budget.plan else "quota-assumed", _called(plan)),
        "included": f"{plan.messages:,}",
        "outcome": _outcome(worst.billed(plan)),
        "others": Phrase("quota-others", {"months": others}) if others else "",
        "fitting": _fitting(budget, plan),
        "bills": [_bill(worst.billed(one)) for one in budget.plans.values()],
    }


def _line(month: Month) -> Phrase:
    messages = f"{month.messages:,}"
    words = {"month": month.name, "sends": len(month.sends), "messages": messages}
    return Phrase("quota-month", words)


def _outcome(bill: Bill) -> Phrase:
    """Say what happens when the included messages are used up."""
    words: dict[str, object] = {"over": f"{bill.over:,}"}
    words["day"] = f"{bill.first_over.at:%Y-%m-%d}" if bill.first_over else ""
    if bill.stops:
        return Phrase("quota-stops", words)
    if bill.most is None:
        return Phrase("quota-costs", words)
    return Phrase("quota-costs-up-to", words | {"cost": _money(bill.most, bill.plan)})


def _bill(bill: Bill) -> Phrase:
    words = _called(bill.plan) | {"fee": _money(bill.plan.fee, bill.plan)}
    if bill.fits:
        return Phrase("bill-fits", words)
    if bill.stops:
        day = f"{bill.first_over.at:%Y-%m-%d}" if bill.first_over else ""
        return Phrase("bill-stops", words | {"day": day})
    if bill.most is None:
        return Phrase("bill-costs", words)
    return Phrase("bill-costs-up-to", words | {"cost": _amount(bill.most, bill.plan)})


def _fitting(budget: Budget, plan: PricePlan) -> Phrase:
    """Say which cadence to all friends never exceeds what is included."""
    friends = budget.friends.number
    sends = plan.messages // friends if friends else 0
    days = most_a_week(sends)
    words = _called(plan) | {"sends": sends, "days": days}
    if days:
        return Phrase("fitting-week", words)
    if sends >= 3:  # every other week comes three times in a long month
        return Phrase("fitting-fortnight", words)
    if sends:
        return Phrase("fitting-month", words)
    return Phrase("fitting-segment", _called(plan) | {"most": f"{plan.messages:,}"})


def _called(plan: PricePlan) -> dict[str, object]:
    """What readers call it, and its other name: as it is sold, and what `subscription:` takes."""
    in_simplified = plan.name if plan.name.isascii() else simplified(plan.name)
    return {
        "plan": {"en": plan.id, "zh-TW": plan.name, "zh-CN": in_simplified},
        "other": {"en": plan.name, "zh-TW": plan.id, "zh-CN": plan.id},
    }


def _money(amount: float, plan: PricePlan) -> object:
    written = _amount(amount, plan)
    return Phrase("before-tax", {"amount": written}) if plan.before_tax else written


def _amount(amount: float, plan: PricePlan) -> str:
    return f"{plan.currency} {amount:,.2f}".removesuffix(".00")
