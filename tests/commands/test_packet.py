"""The page on which a client approves posts, from the browser to the plan and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from tests.commands.conftest import Run

PLAN = """\
socialplan: 1
title: "<b>Bear</b> Café\\u202e \\x1b"
brand: {name: Bear, market: US}
workflow: {approval: required}
accounts: [{id: x, platform: x}, {id: line, platform: line-oa}]
posts:
  - {id: one, account: x, at: 2026-12-01 09:00, title: First, text: Good morning.}
  - id: two  # the second
    account: line
    at: 2026-12-02 09:00
    title: Second
    text: |
      Come in,
      sit down.
  - id: three
    account: x
    at: 2026-12-03 09:00
    title: <img src=x onerror=alert(1)>
    text: "\\u202edeer"
    status: in_review
"""
DAYS = ("--from", "2026-12-01", "--to", "2026-12-07", "--today", "2026-11-25")


@pytest.fixture
def packet(run: Run, tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """The page of a plan, open from the disk, where nothing may be said on its console."""
    (tmp_path / "socialplan.yaml").write_text(PLAN, "utf-8")
    made = run("render", "--view", "brief", "--format", "html", *DAYS, "-o", "brief.html")
    assert made.returncode == 0, made.stderr
    context = browser.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda one: complaints.append(one.url) if _is_remote(one.url) else None)
    page.goto((tmp_path / "brief.html").as_uri())
    yield page
    assert complaints == []
    context.close()


def _is_remote(url: str) -> bool:
    return not url.startswith(("file:", "blob:", "data:"))


def decide(page: Page, post: str, kind: str, comment: str = "") -> None:
    box = page.locator(f".decision[data-post={post}]")
    box.locator(f"input[value={kind}]").check()
    box.locator("textarea").fill(comment)


def test_a_client_approves_two_posts_and_comments_on_the_third(
    packet: Page, run: Run, tmp_path: Path, barriers: Callable[[Page], list[str]]
) -> None:
    assert barriers(packet) == []
    assert packet.evaluate("document.documentElement.scrollWidth") <= 390
    assert packet.locator("h1").inner_text().startswith("<b>Bear</b> Café")
    packet.get_by_role("button", name="Save").click()
    expect(packet.get_by_role("status").first).to_have_text("Please write your name first.")

    packet.get_by_label("Your name").fill("Ms. Chen")
    decide(packet, "one", "approve")
    decide(packet, "two", "approve")
    decide(packet, "three", "change")
    expect(
        packet.locator("main").get_by_text("Please say what should change.").first
    ).to_be_visible()
    packet.get_by_role("button", name="Save").click()
    expect(packet.get_by_role("status").first).to_have_text("Please say what should change.")
    decide(packet, "three", "change", "Warmer, please.\n=1+1 \x1b[31m")
    expect(packet.get_by_text("3 of 3 decided")).to_be_visible()
    packet.reload()
    expect(packet.get_by_text("3 of 3 decided")).to_be_visible()
    expect(packet.get_by_label("Your name")).to_have_value("Ms. Chen")
    assert barriers(packet) == []

    with packet.expect_download() as download:
        packet.get_by_role("button", name="Save").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name.startswith("approval-b-Bear-b-Café-")
    assert [one["post"] for one in json.loads(saved.read_text("utf-8"))["decisions"]] == [
        "one",
        "two",
        "three",
    ]

    taken = run("approve", "--from", saved.name, "--today", "2026-11-26")
    assert taken.returncode == 0, taken.stderr
    assert "asks for a change" in taken.stdout
    assert "    Warmer, please.\n" in taken.stdout
    assert "\x1b" not in taken.stdout
    plan = (tmp_path / "socialplan.yaml").read_text("utf-8")
    assert plan.count('by: "Ms. Chen"') + plan.count("by: Ms. Chen") == 2
    assert "# the second" in plan
    assert "Warmer, please." in plan
    rules = "approved-text-changed,scheduled-without-approval,dangling-reference,invalid-yaml"
    assert run("lint", "--select", rules).returncode == 0
    status = run("render", "--view", "board", "--format", "json", "--today", "2026-11-26").stdout
    assert status.count('"status": "approved"') >= 2

    (tmp_path / "socialplan.yaml").write_text(plan.replace("sit down.", "sit down!"), "utf-8")
    assert "FLO122" in run("lint", "--select", "FLO122").stdout
    again = run("approve", "--from", saved.name, "--today", "2026-11-26", "--lang", "en")
    assert again.returncode == 1
    assert "its words have changed" in again.stderr


def test_answers_can_be_given_by_keyboard_and_cleared(packet: Page) -> None:
    packet.on("dialog", lambda dialog: dialog.accept())
    packet.get_by_role("button", name="Next open post").press("Enter")
    packet.keyboard.press("Space")
    expect(packet.get_by_text("1 of 3 decided")).to_be_visible()
    packet.get_by_role("button", name="Clear my answers").press("Enter")
    expect(packet.get_by_text("0 of 3 decided")).to_be_visible()
    packet.reload()
    expect(packet.locator("[data-kept]")).to_be_visible()  # what was kept has been read
    expect(packet.get_by_text("0 of 3 decided")).to_be_visible()


def test_two_windows_of_one_brief_hold_the_same_answers(packet: Page) -> None:
    other = packet.context.new_page()
    other.goto(packet.url)
    decide(packet, "one", "approve")
    expect(other.get_by_text("1 of 3 decided")).to_be_visible()
    decide(other, "two", "change", "Shorter, please.")
    expect(packet.locator(".decision[data-post=two] textarea")).to_have_value("Shorter, please.")
    expect(packet.get_by_text("2 of 3 decided")).to_be_visible()
    packet.close()
    other.reload()
    expect(other.get_by_text("2 of 3 decided")).to_be_visible()


SLOW = """
const open = IDBFactory.prototype.open;
let release;
window.answered = new Promise((done) => (release = done));
IDBFactory.prototype.open = function (...how) {
  const real = open.apply(this, how);
  const slow = {};
  real.onsuccess = () => {
    slow.result = real.result;
    release(() => slow.onsuccess());
  };
  return slow;
};
"""


def test_who_answers_before_the_browser_has_looked_up_the_name_keeps_it(packet: Page) -> None:
    packet.get_by_label("Your name").fill("Ms. Chen")
    decide(packet, "one", "approve")
    expect(packet.get_by_text("1 of 3 decided")).to_be_visible()
    packet.add_init_script(SLOW)
    packet.reload()
    decide(packet, "two", "approve")
    packet.evaluate("answered.then((tell) => tell())")
    expect(packet.get_by_text("2 of 3 decided")).to_be_visible()
    expect(packet.get_by_label("Your name")).to_have_value("Ms. Chen")


def test_an_answer_that_could_not_be_kept_is_not_overwritten(packet: Page) -> None:
    full = "IDBObjectStore.prototype.put = () => { throw new Error('no room'); };"
    packet.add_init_script(SLOW + full)
    packet.reload()
    decide(packet, "two", "change", "Shorter, please.")
    packet.evaluate("answered.then((tell) => tell())")
    expect(packet.locator("[data-lost]")).to_be_visible()
    expect(packet.locator(".decision[data-post=two] textarea")).to_have_value("Shorter, please.")
    expect(packet.locator("[data-kept]")).to_be_hidden()
    expect(packet.get_by_text("1 of 3 decided")).to_be_visible()


def test_an_answer_does_not_outlive_the_words_that_it_was_given_to(
    packet: Page, run: Run, tmp_path: Path
) -> None:
    decide(packet, "one", "approve")
    decide(packet, "two", "approve")
    changed = PLAN.replace("Good morning.", "Good evening.")
    (tmp_path / "socialplan.yaml").write_text(changed, "utf-8")
    made = run("render", "--view", "brief", "--format", "html", *DAYS, "-o", "brief.html")
    assert made.returncode == 0, made.stderr
    packet.reload()
    expect(packet.get_by_text("1 of 3 decided")).to_be_visible()


def test_every_post_is_printed_on_pages_of_its_own(packet: Page) -> None:
    packet.emulate_media(media="print")
    assert not packet.locator(".packet").is_visible()
    assert packet.locator(".signature").first.is_visible()
    assert packet.pdf().count(b"/Type /Page\n") >= 3
