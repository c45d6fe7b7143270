"""The rule repeated-topic."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.earlier import Earlier, Titles
from socialplan.rules.copy.evergreen import evergreens, run_of
from socialplan.rules.copy.likeness import ALIKE, shared_pieces
from socialplan.rules.copy.told import (
    SHORT,
    about_path,
    can_change,
    moment,
    text_path,
    told,
    topic_path,
)
from socialplan.translating import Phrase

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.rules.copy.earlier import Match
    from socialplan.rules.copy.told import Told

WINDOW = timedelta(days=30)
AT_ONCE = timedelta(days=7)
"""Within a week all accounts may well tell the same: that is a campaign."""


@rule(
    "TXT172",
    Severity.WARNING,
    message="“{title}” repeats “{other}” of {day}: {why}",
    help="Tell something new, move it, or give each post a `topic:` of its own where they differ.",
    source="Measured on 40 pairs of titles, one half the same topic in other words, 2026-11",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, at: 2026-12-02 12:00, title: Five tips for better sleep}
              - {account: page, at: 2026-12-20 12:00, title: 5 tips for better sleep tonight}  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, at: 2026-12-02 12:00, title: 中秋禮盒早鳥優惠}
              - {account: page, at: 2026-12-20 12:00, title: 早鳥優惠！中秋禮盒}  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, at: 2026-12-02 12:00, title: 三分钟学会冷萃咖啡}
              - {account: wb, at: 2026-12-20 12:00, title: 冷萃咖啡，3 分钟就学会}  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, at: 2026-12-02 12:00, title: Five tips for better sleep}
              - {account: page, at: 2026-12-20 12:00, title: What our night guard drinks at four}
        """,
        "zh-TW": """
            accounts:
              - {id: page, platform: facebook-page}
            posts:
              - {account: page, at: 2026-12-02 12:00, title: 中秋禮盒早鳥優惠}
              - {account: page, at: 2026-12-20 12:00, title: 柚子怎麼挑才甜}
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
            posts:
              - {account: wb, at: 2026-12-02 12:00, title: 三分钟学会冷萃咖啡}
              - {account: wb, at: 2026-12-20 12:00, title: 烘豆师的一天}
        """,
    },
)
def repeated_topic(plan: Plan, today: date) -> Iterator[Problem]:
    """Who has read it already scrolls on, and thinks that the brand has nothing else to say."""
    found: dict[int, Problem] = {}
    known, titles = evergreens(plan), plan.once(_titles)
    for posts in told(plan).values():
        once = posts
        if known:
            runs = [(run_of(said, known), said) for said in posts]
            _keep(found, _too_soon(runs, known, today))
            once = [said for run, said in runs if run is None]
        _keep(found, _same_topics(once, today))
        _keep(found, _same_texts(once, today))
        _keep(found, _alike(once, today, titles, found))
    _keep(found, _alike_elsewhere(plan, today, titles, found))
    return iter([found[post] for post in sorted(found)])


def _keep(found: dict[int, Problem], problems: Iterable[Problem]) -> None:
    """A post is told once that it repeats something, for the plainest reason."""
    for one in problems:
        found.setdefault(int(one.path[1]), one)


def _too_soon(
    runs: Iterable[tuple[str | None, Told]], known: Mapping[str, timedelta], today: date
) -> Iterator[Problem]:
    """Runs of one post of the library that do not wait as long as it asks for."""
    last: dict[str, Told] = {}
    for run, said in runs:
        if run is not None:
            other = last.get(run)
            if other and said.day - other.day < known[run] and can_change(said, today):
                wait = Phrase("repeat-evergreen", {"days": known[run].days})
                yield _say(said, other, wait)
            last[run] = said


def _same_topics(posts: Iterable[Told], today: date) -> Iterator[Problem]:
    """Posts to which the plan gives one topic; a row of them is said once."""
    by_topic: dict[str, list[Told]] = defaultdict(list)
    for said in posts:
        if said.topic:
            by_topic[said.topic].append(said)
    for group in by_topic.values():
        for row in _rows(group):
            again = next((i for i in range(1, len(row)) if can_change(row[i], today)), None)
            if again is not None:
                words = {"topic": row[again].one.post.topic, "count": len(row)}
                why = Phrase("repeat-topic" if len(row) == 2 else "repeat-topics", words)
                yield _say(row[again], row[again - 1], why, Severity.INFO)


def _titles(plan: Plan) -> Titles:
    """Those that are compared at all: on accounts where not every topic is named."""
    accounts = (posts for posts in told(plan).values() if not all(said.topic for said in posts))
    return Titles(said.about for posts in accounts for said in posts)


def _rows(group: Sequence[Told]) -> Iterator[Sequence[Told]]:
    """Those that follow each other within the window."""
    ends = [i for i, (one, other) in enumerate(pairwise(group), 1) if other.day - one.day > WINDOW]
    for start, end in pairwise((0, *ends, len(group))):
        yield group[start:end]


def _same_texts(posts: Iterable[Told], today: date) -> Iterator[Problem]:
    """Posts under different titles whose words are the same."""
    last: dict[str, Told] = {}
    for said in posts:
        if len(said.text) >= SHORT:
            other = last.get(said.text)
            if other and said.day - other.day <= WINDOW and can_change(said, today):
                yield _say(said, other, Phrase("repeat-text", {}))
            last[said.text] = said


def _alike(
    posts: Sequence[Told], today: date, titles: Titles, found: Container[int]
) -> Iterator[Problem]:
    """Posts whose titles are alike, unless the plan says that their topics differ."""
    if all(said.topic for said in posts):
        return
    earlier = Earlier(titles, _may_repeat)
    for said in posts:
        if said.one.post_index not in found and can_change(said, today):
            match = earlier.likest(said)
            if match is not None:
                severity = None if match.score >= ALIKE else Severity.INFO
                yield _say_alike(said, match, "repeat-alike", severity)
        earlier.add(said)


def _alike_elsewhere(
    plan: Plan, today: date, titles: Titles, found: Container[int]
) -> Iterator[Problem]:
    """The same on two accounts, where one came some time after the other."""
    accounts = [[said for said in posts if not said.topic] for posts in told(plan).values()]
    if sum(map(bool, accounts)) < 2:
        return
    earlier = Earlier(titles, _may_repeat_elsewhere)
    for said in merge(*accounts, key=moment):
        if said.one.post_index not in found and can_change(said, today):
            match = earlier.likest(said, ALIKE)
            if match is not None:
                yield _say_alike(said, match, "repeat-elsewhere", Severity.INFO)
        earlier.add(said)


def _may_repeat(said: Told, other: Told) -> bool:
    """Say whether both could be one topic: two posts, not long apart, not of two named topics."""
    if said.one.post_index == other.one.post_index or (said.topic and other.topic):
        return False
    return said.day - other.day <= WINDOW


def _may_repeat_elsewhere(said: Told, other: Told) -> bool:
    """Say whether an account could repeat what another told: not at once, nor in one campaign."""
    campaign = said.one.post.campaign
    if said.one.account_id == other.one.account_id:
        return False
    if campaign and campaign == other.one.post.campaign:
        return False
    return said.day - other.day > AT_ONCE and _may_repeat(said, other)


def _say_alike(said: Told, match: Match, key: str, severity: Severity | None) -> Problem:
    why = {
        "pieces": shared_pieces(said.about, match.other.about),
        "likeness": f"{match.score:.2f}",
        "account": match.other.one.account_id,
    }
    return _say(said, match.other, Phrase(key, why), severity)


def _say(said: Told, other: Told, why: Phrase, severity: Severity | None = None) -> Problem:
    """Point at what both share: the topic, the words, or what they are about."""
    places = {"repeat-topic": topic_path, "repeat-topics": topic_path, "repeat-text": text_path}
    place = places.get(why.key, about_path)
    words = {"title": said.about, "other": other.about, "day": other.day, "why": why}
    related = (Related("compared-with", place(other)),)
    return Problem(place(said), words, severity=severity, related=related)
