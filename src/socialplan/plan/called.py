"""Platforms and formats by the names that people call them, in any of our languages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from socialplan import facts
from socialplan.folding import same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from socialplan.facts.platforms import Platform

_SPOKEN = {
    "bilibili": "B站",
    "discord": "DC",
    "email": "e-mail EDM newsletter 邮件",
    "facebook-group": "FB社團 臉書社團 脸书小组",
    "facebook-page": "Facebook FB 臉書 脸书 粉專 FB粉專 臉書粉專 粉絲專頁 粉絲團 粉丝专页",
    "instagram": "IG Insta",
    "line-oa": "LINE LINE@ LINE官方",
    "line-openchat": "OpenChat",
    "line-voom": "VOOM",
    "linkedin-page": "LinkedIn 領英",
    "mastodon": "長毛象",
    "qq-group": "QQ",
    "telegram": "TG 電報",
    "threads": "脆",
    "wechat-group": "微信社群",
    "wechat-oa": "WeChat Weixin 微信 公众号 微信公众号 服务号 订阅号",
    "weibo": "新浪微博",
    "x": "Twitter 推特",
    "xiaohongshu": "RedNote XHS 小红书",
    "youtube": "YT 油管",
}
"""What people say beside the names of the packs; others may mean something else by it."""

_ELSEWHERE = (
    "douban facebook-marketplace facebook-messenger line-pay line-today line-works linkedin-group "
    "wechat-channel wechat-channels wechat-mini-program wechat-miniprogram wechat-moments "
    "wechat-video wechat-work wecom"
)
"""Places without a pack that are spelled like one of another place, as 视频号 like 公众号."""


def platform_called(name: str) -> str | None:
    """The platform whose name this is."""
    return _platforms().get(_letters(name))


def platform_spoken_of(name: str) -> str | None:
    """The platform that most people mean by a short or spoken name."""
    return _spoken().get(_letters(name))


def is_elsewhere(name: str) -> bool:
    """Whether a place of its own, without a pack, is meant: no slip in the name of another."""
    return _letters(name) in _elsewhere()


def format_called(pack: Platform, name: str) -> str | None:
    """The one format of a platform whose name this is; None where two are called so."""
    written = _letters(name)
    found = [form.id for form in pack.formats.values() if written in _forms(form.names.values())]
    return found[0] if len(found) == 1 else None


@cache
def _platforms() -> Mapping[str, str]:
    packs = filter(None, map(facts.platform, facts.PLATFORMS))
    return {
        written: pack.slug
        for pack in packs
        for written in _forms([pack.slug, *pack.names.values()])
    }


@cache
def _spoken() -> Mapping[str, str]:
    return {_letters(word): slug for slug, words in _SPOKEN.items() for word in words.split()}


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(map(_letters, _ELSEWHERE.split()))


def _forms(names: Iterable[str]) -> set[str]:
    """Each name as it stands, and without what it adds in brackets."""
    return {_letters(form) for name in names for form in (name, re.sub("（.*?）", "", name))}


def _letters(name: str) -> str:
    """LINE 官方账号 and line-官方帳號 are one name; the sign of LINE@ belongs to it."""
    return re.sub(r"[^\w@]|_", "", same(name))
