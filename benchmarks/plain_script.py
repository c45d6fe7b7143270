"""What a user would write instead: libyaml, models of the same data, two checks."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Account(Part):
    id: str
    platform: str
    handle: str
    owner: str
    staff: list[str]
    positioning: str
    purpose: str
    personas: list[str]
    followers: int
    cadence: list[dict[str, Any]]


class Post(Part):
    id: str
    account: str
    at: datetime
    format: str
    topic: str
    title: str
    text: str
    persona: str
    pillar: str
    goal: str
    hook: dict[str, str]
    call_to_action: str
    link: dict[str, Any]
    hashtags: list[str]
    assets: list[dict[str, Any]]
    author: str
    reviewer: str
    status: str


class Plan(Part):
    socialplan: int
    title: str
    purpose: str
    period: dict[str, date]
    brand: dict[str, Any]
    team: list[dict[str, Any]]
    personas: list[dict[str, Any]]
    goals: list[dict[str, Any]]
    pillars: list[dict[str, Any]]
    workflow: dict[str, Any]
    reviews: dict[str, Any]
    accounts: list[Account]
    posts: list[Post]


def main(path: str) -> int:
    text = Path(path).read_text(encoding="utf-8")
    plan = Plan.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))
    accounts = {account.id for account in plan.accounts}
    found = 0
    for post in plan.posts:
        if post.account not in accounts:
            print(f"{post.id}: no account {post.account}")
            found += 1
        if len(post.text) > 500:
            print(f"{post.id}: text too long")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
