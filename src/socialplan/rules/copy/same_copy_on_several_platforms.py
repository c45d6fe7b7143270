"""The rule same-copy-on-several-platforms."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from socialplan.finding import Problem, Related
from socialplan.rule import Confidence, Severity, rule
from socialplan.rules.copy.copies import copied
from socialplan.rules.copy.told import can_change, text_path
from socialplan.translating import Phrase, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from socialplan.plan import Plan
    from socialplan.rules.copy.copies import Copied

WINDOW = timedelta(days=30)


@rule(
    "TXT171",
    Severity.INFO,
    message="{alike} go out on {platforms}{where}",
    help="Say it as people there do, with `variants:` where one post goes to several accounts.",
    source="General knowledge of the trade: each platform is read for something else",
    confidence=Confidence.MEDIUM,
    bad={
        "en": """
            accounts:
              - {id: fb, platform: facebook-page}
              - {id: ig, platform: instagram}
            posts:
              - accounts: [fb, ig]
                at: 2026-12-02 12:00
                text: The pumpkin soup is back, every day from eleven.  # <-
        """,
        "zh-TW": """
            accounts:
              - {id: fb, platform: facebook-page}
              - {id: line, platform: line-oa}
            posts:
              - account: fb
                at: 2026-12-02 12:00
                text: 南瓜湯回來了，每天十一點開始供應，賣完為止。
              - account: line
                at: 2026-12-03 20:00
                text: 南瓜湯回來了！每天十一點開始供應，賣完為止。  # <-
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
              - {id: oa, platform: wechat-oa}
            posts:
              - accounts: [wb, oa]
                at: 2026-12-02 12:00
                text: 南瓜汤回来了，每天十一点开始供应，卖完为止。  # <-
        """,
    },
    good={
        "en": """
            accounts:
              - {id: fb, platform: facebook-page}
              - {id: ig, platform: instagram}
            posts:
              - accounts: [fb, ig]
                at: 2026-12-02 12:00
                text: The pumpkin soup is back, every day from eleven.
                variants: {ig: {text: "Steam on the window: pumpkin soup is back."}}
        """,
        "zh-TW": """
            accounts:
              - {id: fb, platform: facebook-page}
              - {id: line, platform: line-oa}
            posts:
              - account: fb
                at: 2026-12-02 12:00
                text: 南瓜湯回來了，每天十一點開始供應，賣完為止。
              - account: line
                at: 2026-12-03 20:00
                text: 明天中午想喝熱的嗎？回覆「湯」，幫你留一碗南瓜湯。
        """,
        "zh-CN": """
            accounts:
              - {id: wb, platform: weibo}
              - {id: oa, platform: wechat-oa}
            posts:
              - accounts: [wb, oa]
                at: 2026-12-02 12:00
                text: 南瓜汤回来了，每天十一点开始供应，卖完为止。
                variants: {oa: {text: 天冷了，店里熬了一锅南瓜汤，配方写在文末。}}
        """,
    },
)
def same_copy_on_several_platforms(plan: Plan, today: date) -> Iterator[Problem]:
    """People go to each platform for something else, and who follows both reads it twice."""
    pairs: dict[int, list[Copied]] = {}
    for pair in copied(plan):
        if can_change(pair.said, today) and pair.said.day - pair.other.day <= WINDOW:
            pairs.setdefault(pair.said.one.post_index, []).append(pair)
    for post in sorted(pairs):
        yield _say(pairs[post])


def _say(pairs: Sequence[Copied]) -> Problem:
    """Name all platforms of one post; or the other post."""
    said = pairs[0].said
    own = [pair for pair in pairs if pair.other.one.post_index == said.one.post_index]
    other = pairs[0].other if not own else None
    platforms = dict.fromkeys(
        told.one.platform for pair in own or pairs[:1] for told in (pair.other, pair.said)
    )
    words = {
        "alike": Term("copy-nearly" if pairs[0].nearly and not own else "copy-same"),
        "platforms": tuple(platforms),
        "where": Phrase("copy-of", {"other": other.about, "day": other.day}) if other else "",
    }
    place = text_path(other) if other else ("posts", said.one.post_index, "accounts")
    return Problem(text_path(said), words, related=(Related("compared-with", place),))
