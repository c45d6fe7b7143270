"""Plans of any size that look like a brand's own: `python -m benchmarks.generate 2000`.

With a folder and a number behind the number of posts, that many plans in the folder.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import words

if TYPE_CHECKING:
    from collections.abc import Iterator

START = date(2027, 1, 4)
TODAY = START.isoformat()
"""What the tool is told, so that a run does not depend on the day."""


class Channel(NamedTuple):
    platform: str
    format: str
    at: str
    purpose: str


CHANNELS = [
    Channel("line-oa", "broadcast", "20:00", "serve"),
    Channel("facebook-page", "post", "12:30", "promote"),
    Channel("instagram", "post", "19:00", "prospect"),
    Channel("threads", "post", "21:30", "prospect"),
    Channel("line-voom", "post", "18:00", "serve"),
    Channel("facebook-group", "post", "10:00", "serve"),
    Channel("linkedin-page", "post", "09:00", "promote"),
    Channel("weibo", "post", "17:00", "promote"),
]
PILLARS = ["story", "recipe", "offer", "people"]


def plan_text(posts: int, seed: int = 1) -> str:
    """A valid plan: 2,000 posts on eight accounts in a year, 20,000 on three times of each."""
    wide = max(1, round((posts / 2000) ** 0.5))
    channels = CHANNELS * wide
    days = list(islice(workdays(), -(-posts // len(channels))))
    accounts = (account(i, channel) for i, channel in enumerate(channels))
    slots = ((day, i) for day in days for i in range(len(channels)))
    random = Random(seed)
    written = (
        post(random, number, day, i, channels[i])
        for number, (day, i) in enumerate(islice(slots, posts))
    )
    return "".join([head(days[-1]), *accounts, "posts:\n", *written])


def workdays() -> Iterator[date]:
    days = (START + timedelta(days=i) for i in count())
    return (day for day in days if day.weekday() < 5)


def head(end: date) -> str:
    people = enumerate(words.PEOPLE.items())
    return words.HEAD.format(
        start=START,
        end=end,
        people="".join(words.PERSON.format(i=i, name=who, roles=do) for i, (who, do) in people),
        personas="".join(
            words.PERSONA.format(id=id_, name=name, challenge=challenge)
            for id_, name, challenge in words.PERSONAS
        ),
        goals="".join(
            words.GOAL.format(
                id=id_, statement=says, metric=metric, baseline=baseline, target=target, end=end
            )
            for id_, says, metric, baseline, target in words.GOALS
        ),
        pillars="".join(words.PILLAR.format(id=id_) for id_ in PILLARS),
    )


def account(i: int, channel: Channel) -> str:
    return words.ACCOUNT.format(
        i=i,
        **channel._asdict(),
        owner=i % len(words.PEOPLE),
        staff=(i + 1) % len(words.PEOPLE),
        shop=words.SHOPS[i % len(words.SHOPS)],
        persona=words.PERSONAS[i % len(words.PERSONAS)][0],
    )


def post(random: Random, number: int, day: date, i: int, channel: Channel) -> str:
    chosen = {
        "drink": random.choice(words.DRINKS),
        "cake": random.choice(words.CAKES),
        "place": random.choice(words.PLACES),
        "guest": random.choice(words.GUESTS),
        "farm": random.choice(words.FARMS),
        "shop": random.choice(words.SHOPS),
        "n": random.randint(2, 48),
        "hour": random.randint(7, 19),
    }
    lines = [*random.sample(words.SENTENCES, 2), random.choice(words.INVITATIONS)]
    return words.POST.format(
        number=number,
        i=i,
        day=day,
        **channel._asdict(),
        **chosen,
        topic=random.choice(words.TOPICS),
        text="\n".join(f"      {line.format(**chosen)}" for line in lines),
        hashtags="小熊咖啡" if channel.platform == "threads" else f"小熊咖啡, {chosen['cake']}",
        persona=random.choice(words.PERSONAS)[0],
        pillar=PILLARS[(day.toordinal() + i) % len(PILLARS)],
        goal=random.choice(words.GOALS)[0],
        author=number % len(words.PEOPLE),
        reviewer=(number + 3) % len(words.PEOPLE),
        status="in_review" if number < 100 else "draft",
    )


def many(folder: Path, plans: int, posts: int) -> None:
    """Write plans that differ, each in a folder of its own."""
    for number in range(plans):
        place = folder / f"{number:04}"
        place.mkdir(parents=True)
        text = plan_text(posts, seed=number + 1)
        (place / "socialplan.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        many(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[1]))
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(plan_text(int(sys.argv[1])))
