"""`render --open` as a shell sees it, with a browser that only writes down what it is given."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Run

PLAN = "socialplan: 1\ntitle: 小熊咖啡\nbrand: {name: 小熊咖啡, market: TW}\n"
TODAY = ("--today", "2026-11-23")
WRITES_DOWN = "import sys; open('given.txt', 'w', encoding='utf-8').write(sys.argv[1])"


@pytest.fixture(autouse=True)
def _plan(tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text(PLAN, encoding="utf-8")


@pytest.fixture
def with_browser(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "made").mkdir()
    browser = f"{shlex.quote(sys.executable)} -c {shlex.quote(WRITES_DOWN)} %s"
    return {"BROWSER": browser, "TMPDIR": str(tmp_path / "made")}


def opened(folder: Path) -> Path:
    address = urlsplit((folder / "given.txt").read_text(encoding="utf-8"))
    assert address.scheme == "file"
    return Path(unquote(address.path))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files by itself")
def test_a_page_is_opened_in_the_browser_from_a_file_of_its_own(
    run: Run, tmp_path: Path, with_browser: dict[str, str]
) -> None:
    done = run("render", *TODAY, "--open", **with_browser)
    assert (done.returncode, done.stdout) == (0, "")
    page = opened(tmp_path)
    assert page.name == "week.html"
    assert page.is_relative_to(tmp_path / "made")
    assert page.stat().st_mode & 0o077 == 0 or page.parent.stat().st_mode & 0o077 == 0
    assert "小熊咖啡" in page.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files by itself")
def test_the_file_that_was_asked_for_is_the_one_that_opens(
    run: Run, tmp_path: Path, with_browser: dict[str, str]
) -> None:
    run("render", *TODAY, "--open", "--output", "月 %s.html", **with_browser)
    assert opened(tmp_path) == tmp_path / "月 %s.html"
    (tmp_path / "mine.html.j2").write_text("<p>{{ view.title }}</p>", encoding="utf-8")
    run("render", *TODAY, "--open", "--template", "mine.html.j2", **with_browser)
    assert opened(tmp_path).read_text(encoding="utf-8") == "<p>小熊咖啡</p>"


@pytest.mark.skipif(sys.platform != "linux", reason="only here is xdg-open what opens files")
def test_other_files_are_opened_by_what_the_system_has_for_them(
    run: Run, tmp_path: Path, with_browser: dict[str, str]
) -> None:
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/given.txt"\n', encoding="utf-8")
    program.chmod(0o755)
    variables = {**with_browser, "PATH": f"{program.parent}:/usr/bin:/bin"}
    assert run("render", *TODAY, "--open", "--format", "csv", **variables).returncode == 0
    given = Path((tmp_path / "given.txt").read_text(encoding="utf-8").strip())
    assert (given.name, given.is_file()) == ("week.csv", True)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system opens files by itself")
@pytest.mark.parametrize("form", ["html", "csv"])
def test_where_nothing_opens_it_the_page_is_there_and_that_is_said(
    run: Run, tmp_path: Path, form: str
) -> None:
    nothing = {"PATH": str(tmp_path), "BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run("render", *TODAY, "--open", "--format", form, "--output", f"x.{form}", **nothing)
    assert done.returncode == 2
    assert done.stderr.startswith(f"socialplan: x.{form} is written, but ")
    assert (tmp_path / f"x.{form}").stat().st_size > 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "terminal"], "leave out --format terminal"),
        (["--output", "-"], "leave out --output -"),
        (["--view", "plan", "--format", "csv"], "plan has no csv"),
    ],
)
def test_what_cannot_be_opened_is_said(
    run: Run, with_browser: dict[str, str], tmp_path: Path, options: list[str], words: str
) -> None:
    done = run("render", *TODAY, "--open", *options, **with_browser)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (tmp_path / "given.txt").exists()
    assert list((tmp_path / "made").iterdir()) == []


def test_nothing_opens_unasked(run: Run, with_browser: dict[str, str], tmp_path: Path) -> None:
    run("render", *TODAY, "--format", "html", "--output", "x.html", **with_browser)
    assert not (tmp_path / "given.txt").exists()


def test_a_folder_of_templates_in_the_settings_is_used_and_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "socialplan.toml").write_text('templates = "own"\n', encoding="utf-8")
    ours = run("render", "--print-template", "week.md.j2", "--output", "own/week.md.j2")
    assert (ours.returncode, ours.stdout) == (0, "")
    path = tmp_path / "own" / "week.md.j2"
    path.write_text(f"Ours.\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert run("render", *TODAY, "--format", "markdown").stdout.startswith("Ours.\n# 小熊咖啡")
    assert f'templates = "{tmp_path}/own"' in run("lint", "--show-settings").stdout
    path.rename(tmp_path / "own" / "weeks.md.j2")
    done = run("render", *TODAY, "--format", "markdown")
    assert done.stdout.startswith("# 小熊咖啡")
    assert "weeks.md.j2 is not used; did you mean week.md.j2?" in done.stderr
