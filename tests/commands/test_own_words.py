"""What the program says of itself, in the language of the run: installing, and its own failure."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from typer import completion

from socialplan import cli, translating
from socialplan.translating import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INSTALLED = {
    "en": "Completion for bash is installed in ",
    "zh-TW": "bash 的自動補完裝在 ",
    "zh-CN": "bash 的自动补全装在 ",
}
UNKNOWN = {
    "en": "there is no completion for the shell “tcsh”",
    "zh-TW": "shell「tcsh」沒有自動補完",
    "zh-CN": "shell“tcsh”没有自动补全",
}
BROKEN = {"en": "internal error", "zh-TW": "內部錯誤", "zh-CN": "内部错误"}


def answer(
    capsys: pytest.CaptureFixture[str], *options: str, shell: str | None, patch: pytest.MonkeyPatch
) -> tuple[object, str, str]:
    patch.setattr(completion, "_get_shell_name", lambda: shell)
    patch.setattr(sys, "argv", ["socialplan", *options])
    with pytest.raises(SystemExit) as end:
        cli.main(options)
    out, err = capsys.readouterr()
    return end.value.code, out, err


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_installing_completion_is_told_in_the_language_of_the_run(
    tmp_path: Path, language: str
) -> None:
    command = f"'{sys.executable}' -m socialplan --lang {language} --install-completion; exit $?"
    done = subprocess.run(
        ["bash", "-c", command],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    (line,) = done.stdout.splitlines()
    assert line.startswith(INSTALLED[language])
    (script,) = (tmp_path / ".bash_completions").iterdir()
    assert str(script) in line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_cannot_complete_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, option: str, language: str
) -> None:
    status, out, err = answer(capsys, "--lang", language, option, shell="tcsh", patch=monkeypatch)
    assert (status, out) == (2, "")
    assert err.startswith(f"socialplan: {UNKNOWN[language]}")
    assert len(err.splitlines()) == 1


def test_a_shell_that_cannot_be_told_is_refused_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = answer(capsys, "--install-completion", shell=None, patch=monkeypatch)
    assert status == 2
    assert err.startswith("socialplan: cannot tell which shell this is")
    assert "bash, zsh, fish, powershell" in err


def test_a_home_that_cannot_be_written_is_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    status, _, err = answer(capsys, "--install-completion", shell="bash", patch=monkeypatch)
    assert status == 2
    assert err.startswith("socialplan: cannot write")


def test_the_script_is_printed_for_who_wants_to_look_at_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, _ = answer(capsys, "--show-completion", shell="zsh", patch=monkeypatch)
    assert status == 0
    assert out.startswith("#compdef socialplan")


def fail() -> None:
    raise ValueError("\x1b[31mred" + "x" * 200)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_of_ours_is_told_in_the_language_of_the_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.delenv("SOCIALPLAN_DEBUG", raising=False)
    monkeypatch.setattr(sys, "argv", ["socialplan", "--lang", language])
    assert cli.status_of(fail) == 2
    err = capsys.readouterr().err
    assert BROKEN[language] in err
    assert "SOCIALPLAN_DEBUG=1" in err
    assert "ValueError" in err
    assert "x" * 200 in err
    assert "\x1b" not in err


def test_a_failure_is_told_even_where_no_messages_can_be_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(language: str, topic: str) -> Mapping[str, Any]:
        raise OSError(f"{language} {topic}")

    monkeypatch.delenv("SOCIALPLAN_DEBUG", raising=False)
    monkeypatch.setattr(sys, "argv", ["socialplan", "--lang", "zh-TW"])
    monkeypatch.setattr(translating, "topic_messages", unreadable)
    assert cli.status_of(fail) == 2
    err = capsys.readouterr().err
    assert "internal error: ValueError" in err
    assert "This is a bug of socialplan" in err


def test_a_folder_of_somebody_else_is_no_failure_of_ours(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed() -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/home/amy/plan.yaml")

    monkeypatch.setattr(sys, "argv", ["socialplan", "--lang", "en"])
    assert cli.status_of(closed) == 2
    told = "socialplan: /home/amy/plan.yaml may not be read: permission denied\n"
    assert capsys.readouterr().err == told
