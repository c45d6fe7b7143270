"""`socialplan serve` as a browser and as a stranger meet it."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from socialplan.serving.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PLAN = """\
socialplan: 1
title: 小熊咖啡社群計劃
brand: {name: 小熊咖啡, market: TW}
accounts:
  - id: line
    platform: line-oa
    cadence: [{format: broadcast, days: [wed, fri], at: "20:00"}]
  - {id: fb, platform: facebook-page}
posts:
  - {account: line, at: 2026-11-25 20:00, title: 官方週年慶, text: 全台第一的咖啡!}
  - {account: fb, at: 2026-11-26 12:00, title: 門市消息, text: 週四休息}
"""
TODAY = "2026-11-23"
READ = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "socialplan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@contextmanager
def serving(plan: Path, *options: str) -> Iterator[int]:
    """Serve a plan on a free port, which is given."""
    command = [sys.executable, "-m", "socialplan", "serve", str(plan), "--port", "0"]
    with subprocess.Popen(
        [*command, "--today", TODAY, *options], stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = READ.search(said)
            assert found, said
            yield int(found[1])
        finally:
            process.send_signal(signal.SIGINT)
            _, rest = process.communicate(timeout=20)
    assert rest == ""
    assert process.returncode == 130


def ask(port: int, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str]:
    """Send a request as it stands, without tidying the path."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        headers = {"Host": host or f"127.0.0.1:{port}"}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8")
    finally:
        connection.close()


def test_it_answers_its_own_browser_alone_and_can_only_be_read(plan: Path) -> None:
    (plan.parent.parent / "secret.txt").write_text("secret", encoding="utf-8")
    with serving(plan) as port:
        status, text = ask(port, "/week")
        assert status == 200
        assert "官方週年慶" in text
        assert ask(port, "/week", host="localhost")[0] == 200
        for stranger in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example"):
            status, text = ask(port, "/week", host=stranger)
            assert status == 400
            assert "官方週年慶" not in text
        for method in ("POST", "PUT", "DELETE"):
            assert ask(port, "/week", method)[0] == 405
        for outside in (
            "/../secret.txt",
            "/%2e%2e%2fsecret.txt",
            "//etc/passwd",
            "/socialplan.yaml",
        ):
            status, text = ask(port, outside)
            assert status == 404
            assert "secret" not in text.replace("secret.txt", "")
        with pytest.raises(OSError, match="refused"):  # nobody else's network sees it
            socket.create_connection((_own_address(), port), timeout=5).close()


def _own_address() -> str:
    """An address of this machine that is not the one for itself, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # sends nothing
        except OSError:
            return "127.0.0.2"
        return str(asking.getsockname()[0])


def test_every_view_is_there_in_the_days_asked_for(plan: Path) -> None:
    from socialplan.views import VIEWS

    with serving(plan, "--lang", "en") as port:
        for view in VIEWS:
            status, text = ask(port, f"/{view}")
            assert status == 200, view
            assert 'aria-current="page"' in text
        assert ask(port, "/")[0] == 307
        assert "官方週年慶" not in ask(port, "/week?week=2026-W49")[1]
        assert 'href="/week?week=2026-W50"' in ask(port, "/week?week=2026-W49")[1]
        assert "官方週年慶" not in ask(port, "/week?account=fb")[1]
        status, text = ask(port, "/week?week=never")
        assert status == 400
        assert "cannot read “never”" in text
        status, text = ask(port, "/weak")
        assert status == 404
        assert "did you mean “week”?" in text
        assert "no “nobody”" in ask(port, "/week?account=nobody")[1]


def test_a_plan_that_is_not_there_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "socialplan", "serve", str(tmp_path / "nope"), "--port", "0"]
    result = subprocess.run(
        [*command, "--lang", "en"], capture_output=True, encoding="utf-8", timeout=60
    )
    assert result.returncode == 2
    assert result.stderr.startswith("socialplan: there is no file ")


def test_a_port_that_no_computer_has_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "socialplan", "serve", "--port", "80000", "--lang", "en"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert result.returncode == 2
    assert result.stderr == "socialplan: --port: 80000 is too small or too large\n"


def test_a_taken_port_is_told(plan: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "socialplan", "serve", str(plan), "--port", port]
        result = subprocess.run(
            [*command, "--lang", "en"], capture_output=True, encoding="utf-8", timeout=60
        )
    assert result.returncode == 2
    assert result.stderr.startswith(f"socialplan: port {port} is taken")


def test_an_edit_appears_by_itself_and_nothing_chosen_is_lost(
    plan: Path, browser: Browser, barriers: Callable[[Page], list[str]]
) -> None:
    page = browser.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    with serving(plan, "--lang", "en") as port:
        page.goto(f"http://127.0.0.1:{port}/week?week=2026-W48")
        page.get_by_text("官方週年慶").first.wait_for()
        assert page.locator("details.findings li", has_text="全台第一").count() == 1
        assert barriers(page) == []
        page.get_by_role("searchbox").fill("週年慶")
        page.wait_for_function("location.hash.length > 1")
        chosen = page.evaluate("location.hash")
        plan.write_text(PLAN.replace("官方週年慶", "週年慶倒數"), encoding="utf-8")
        page.get_by_text("週年慶倒數").first.wait_for()
        assert page.evaluate("location.hash") == chosen
        assert page.evaluate("location.search") == "?week=2026-W48"
        page.get_by_role("link", name="Agenda").click()
        page.wait_for_url("**/agenda*")
        assert page.evaluate("location.hash") == chosen
        plan.unlink()  # as some editors do before they write
        page.get_by_text("there is no file").wait_for()
        plan.write_text(PLAN.replace("門市消息", "門市公告"), encoding="utf-8")
        page.get_by_text("官方週年慶").first.wait_for()
        plan.write_text(PLAN + "  - {account: [", encoding="utf-8")
        page.locator("details.findings li", has_text="invalid-yaml").first.wait_for(
            state="attached"
        )
        assert [one for one in troubles if "400" not in one] == []
    page.get_by_text("The preview has stopped").wait_for()
    page.close()


def test_files_that_included_files_include_are_watched_and_nothing_outside(plan: Path) -> None:
    folder = plan.parent
    before = plan.read_text(encoding="utf-8")
    plan.write_text(f'include: [more/a.yaml, "../**"]\n{before}', encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "a.yaml").write_text("include: [more/b*.yaml]\n", encoding="utf-8")
    watched = Watched(plan)
    watched.load()
    seen = watched.version
    folder.with_name("outside.yaml").write_text("posts: []\n", encoding="utf-8")
    assert watched.version == seen
    (folder / "more" / "b1.yaml").write_text("segments: [{id: new}]\n", encoding="utf-8")
    assert watched.version == seen + 1
    assert [one.id for one in watched.load().plan.segments] == ["new"]
