"""Where X sees a link: the rules of twitter-text 3, which no scheme and no space are needed for.

A host is a chain of labels whose last one begins with a known top-level domain. Chinese text glued
to a host is not part of it, because without a scheme only Latin letters make the host.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path

_LATIN = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263"
    "\u0268\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_SPACES = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MARKS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
_NONCHARACTERS = "\ufffe\ufeff\uffff"
_NO_LABEL = rf"!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~${_SPACES}{_MARKS}{_NONCHARACTERS}"
_RUN = re.compile(f"[^{_NO_LABEL}]+")
_LABEL = f"[^.{_NO_LABEL}]+"
_CHAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_LATIN_LABELS = re.compile(rf"(?:[A-Za-z0-9{_LATIN}-]+\.)+")
_PUNYCODE = re.compile(r"xn--[-0-9a-z]+", re.IGNORECASE)

_PATH = rf"A-Za-z0-9\u0400-\u04ff!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}"
_PATH_END = rf"A-Za-z0-9\u0400-\u04ff=_#/+\-{_LATIN}"
_PARENTHESES = rf"\((?:[{_PATH}]|\([{_PATH}]+\))+\)"
_QUERY = r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/]"
_TAIL = re.compile(
    rf"(?::[0-9]+)?(?P<path>/(?:(?:[{_PATH}]|{_PARENTHESES})*(?:[{_PATH_END}]|{_PARENTHESES}))?)?"
    rf"(?:{_QUERY})?"
)
_SHORTENED = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)
_NO_LINK_AFTER = re.compile(rf"[A-Za-z0-9@＠$#＃{_NONCHARACTERS}]")
_LONGEST_LABEL = 63
_LONGEST_LINK = 4096
_LONGEST_SLUG = 40


_Links = Generator[tuple[int, int], None, int]
"""The links found, and in the end where to look on."""


@cache
def _top_level_domains() -> tuple[frozenset[str], int]:
    names = Path(__file__).with_name("top_level_domains.txt").read_text("utf-8").split()
    return frozenset(names), max(map(len, names))


def x_links(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every link that X shortens to t.co."""
    if "." not in text:
        return
    at = 0
    while run := _RUN.search(text, at):
        at = run.end()
        if "." in run.group() and (chain := _CHAIN.search(text, run.start(), run.end())):
            at = yield from _links_in(text, chain)


def _links_in(text: str, chain: re.Match[str]) -> _Links:
    """The links of one chain of labels."""
    scheme = _scheme_before(text, chain.start())
    if scheme is not None:
        host_end = _host_end(chain.group())
        if host_end is not None:
            return (yield from _with_scheme(text, scheme, chain.start(), host_end))
    for start in _starts(text, chain):
        host_end = _host_end(text[start : chain.end()])
        if host_end is not None:
            return (yield from _without_scheme(text, start, start + host_end))
    return chain.end()


def _scheme_before(text: str, at: int) -> int | None:
    for scheme in ("https://", "http://"):
        start = at - len(scheme)
        if start >= 0 and text[start:at].lower() == scheme and _may_start(text, start):
            return start
    return None


def _may_start(text: str, at: int) -> bool:
    return at == 0 or not _NO_LINK_AFTER.match(text[at - 1])


def _starts(text: str, chain: re.Match[str]) -> Iterator[int]:
    """Where in a chain a host without a scheme could begin."""
    last_dot = text.rindex(".", chain.start(), chain.end())
    for at in range(chain.start(), last_dot):
        if _may_start(text, at) and text[at] not in "-_.":
            yield at


def _host_end(chain: str) -> int | None:
    """Where the host ends that begins with the chain, at the last label that can end one."""
    dots = [at for at, letter in enumerate(chain) if letter == "."]
    labels = chain.split(".")
    for number in range(len(dots), 0, -1):
        end = _top_level_end(chain, dots[number - 1] + 1)
        if end is None or not _is_domain(labels[number - 1]):
            continue
        if all(map(_is_subdomain, labels[: number - 1])):
            return end
    return None


def _top_level_end(text: str, at: int) -> int | None:
    if punycode := _PUNYCODE.match(text, at):
        return punycode.end()
    names, longest = _top_level_domains()
    for end in range(min(len(text), at + longest), at, -1):
        if text[at:end].lower() in names and not _goes_on(text, end):
            return end
    return None


def _goes_on(text: str, at: int) -> bool:
    following = text[at : at + 1]
    return following in ("@", "+", "-") or (following.isascii() and following.isalnum())


def _is_domain(label: str) -> bool:
    return "_" not in label and label[0] != "-" and label[-1] != "-"


def _is_subdomain(label: str) -> bool:
    return label[0] not in "-_" and label[-1] not in "-_"


def _with_scheme(text: str, start: int, host: int, host_end: int) -> _Links:
    end = host + host_end
    end = _tail(text, end).end()
    if not _is_short_enough(text[host : host + host_end], text[start:end]):
        return end
    if shortened := _SHORTENED.match(text, start, end):
        if len(shortened.group(1)) > _LONGEST_SLUG:
            return end
        end = shortened.end()
    yield start, end
    return end


def _without_scheme(text: str, start: int, host_end: int) -> _Links:
    tail = _tail(text, host_end)
    if (start and text[start - 1] in "-_./") or not _is_short_enough(
        text[start:host_end], text[start : tail.end()]
    ):
        return tail.end()
    found = list(_latin_hosts(text[start:host_end]))
    for number, (first, last) in enumerate(found, 1):
        takes_path = number == len(found) and tail["path"]
        yield start + first, tail.end() if takes_path else start + last
    return tail.end()


def _latin_hosts(host: str) -> Iterator[tuple[int, int]]:
    at = 0
    while labels := _LATIN_LABELS.search(host, at):
        at = labels.end()
        for dot in range(labels.end(), labels.start(), -1):
            if host[dot - 1] == "." and (end := _top_level_end(host, dot)) is not None:
                yield labels.start(), end
                at = end
                break


def _tail(text: str, at: int) -> re.Match[str]:
    tail = _TAIL.match(text, at)
    assert tail is not None, "every part of a tail is optional"
    return tail


def _is_short_enough(host: str, link: str) -> bool:
    """Labels are measured as the DNS writes them, so that Chinese ones grow."""
    written = [
        label if label.isascii() else "xn--" + label.lower().encode("punycode").decode("ascii")
        for label in host.split(".")
    ]
    grown = sum(map(len, written)) + host.count(".") - len(host)
    longest = max(map(len, written))
    return longest <= _LONGEST_LABEL and len("https://") + len(link) + grown <= _LONGEST_LINK
