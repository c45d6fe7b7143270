"""The package as others get it: wheel, source archive, editable install; not in the checkout."""

from __future__ import annotations

import ast
import os
import re
import shutil
import site
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from socialplan import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.xdist_group("packaging")


def run(
    *command: str | Path, cwd: Path, statuses: tuple[int, ...] = (0,)
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.returncode in statuses, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


class Built(NamedTuple):
    tree: Path
    """A copy of the checkout: building leaves folders behind, and reads what older builds left."""
    archive: Path
    wheel: Path
    wheel_of_archive: Path


def files_of_the_project(root: Path, git: str) -> list[str]:
    listed = run(git, "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=root)
    return [name for name in listed.stdout.split("\0") if name and (root / name).is_file()]


@pytest.fixture(scope="module")
def built(
    root: Path, needs: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Built:
    folder = tmp_path_factory.mktemp("built")
    tree = folder / "tree"
    for name in files_of_the_project(root, needs("git")):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, tree / name)
    for name in ("leftover.cpython-311.pyc", "leftover.json"):
        leftover = tree / "src/socialplan/__pycache__" / name
        leftover.parent.mkdir(exist_ok=True)
        leftover.write_bytes(b"compiled by somebody who ran it")
    build = [sys.executable, "-m", "build", "--no-isolation"]
    run(*build, "--outdir", folder / "twice", tree, cwd=folder)
    run(*build, "--wheel", "--outdir", folder / "once", tree, cwd=folder)
    return Built(
        tree,
        archive=next((folder / "twice").glob("*.tar.gz")),
        wheel=next((folder / "once").glob("*.whl")),
        wheel_of_archive=next((folder / "twice").glob("*.whl")),
    )


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def files_below(folder: Path, called: str) -> set[str]:
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    wanted = (
        path
        for path in paths
        if "__pycache__" not in path.parts and not path.parts[0].endswith(".egg-info")
    )
    return {f"{called}{path.as_posix()}" for path in wanted}


def test_the_wheel_holds_every_file_of_the_package(built: Built) -> None:
    packed = {name for name in contents(built.wheel) if ".dist-info/" not in name}
    compiled = {name for name in packed if "__pycache__" in name}
    packed -= compiled
    tree = files_below(built.tree / "src", "") | files_below(
        built.tree / "templates", "socialplan_templates/"
    )
    assert packed == tree
    assert {"socialplan/py.typed", "socialplan_templates/__init__.py"} < packed
    ours = (Path(name) for name in packed if name.startswith("socialplan/"))
    data = [path for path in ours if path.suffix == ".yaml"]
    assert compiled == {f"{path.parent}/__pycache__/{path.stem}.json" for path in data}


def test_the_archive_makes_the_same_wheel(built: Built) -> None:
    assert contents(built.wheel_of_archive) == contents(built.wheel)


def test_the_archive_brings_tests_and_documents(built: Built) -> None:
    with tarfile.open(built.archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "Makefile", "tests/conftest.py"} <= names
    assert not [name for name in names if "__pycache__" in name]


def test_the_metadata_says_what_it_is(built: Built) -> None:
    told = contents(built.wheel)[f"socialplan-{__version__}.dist-info/METADATA"].decode()
    assert "License-Expression: MIT" in told
    assert "Requires-Python: >=3.11" in told
    assert "Description-Content-Type: text/markdown" in told


@pytest.fixture(scope="module", params=["wheel", "editable"])
def installed(
    request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The `bin` of a new environment with socialplan in it, which borrows its dependencies."""
    home = tmp_path_factory.mktemp(request.param) / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home.parent)
    # A line in a .pth file lends the packages of this environment, but not its editable installs.
    (library,) = home.glob("lib/python*/site-packages")
    (library / "lent.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    wheel = request.param == "wheel"
    what: list[str | Path] = [built.wheel] if wheel else ["--editable", built.tree]
    pip = [sys.executable, "-m", "pip", "--python", str(home / "bin/python"), "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--no-build-isolation", *what, cwd=home.parent)
    return home / "bin"


def test_it_runs_from_where_it_was_installed(installed: Path, built: Built, tmp_path: Path) -> None:
    assert __version__ in run(installed / "socialplan", "--version", cwd=tmp_path).stdout
    where = "import socialplan, socialplan_templates as t; print(socialplan.__file__, t.__file__)"
    for place in run(installed / "python", "-c", where, cwd=tmp_path).stdout.split():
        assert Path(place).is_relative_to(installed.parent) or Path(place).is_relative_to(
            built.tree
        )


def test_it_brings_templates_facts_and_messages(installed: Path, tmp_path: Path) -> None:
    """The story of the README: start a plan in an empty folder, check it, see its week."""
    tool = installed / "socialplan"
    start = ["--template", "line-oa", "--lang", "zh-TW", "--name", "小熊咖啡", "--market", "TW"]
    run(tool, "init", "cafe", *start, "--start", "2026-12-01", cwd=tmp_path)
    linted = run(tool, "lint", "cafe", "--today", "2026-12-01", "--lang", "zh-TW", cwd=tmp_path)
    assert "Traceback" not in linted.stderr
    week = run(tool, "render", "cafe", "--week", "2026-W49", "--format", "markdown", cwd=tmp_path)
    assert "小熊咖啡" in week.stdout
    limits = run(tool, "platforms", "line-oa", cwd=tmp_path)
    assert "LINE" in limits.stdout
    reason = run(tool, "explain", "goal-without-target", "--lang", "zh-TW", cwd=tmp_path)
    assert re.search(r"[一-鿿]", reason.stdout)


def test_what_one_installation_remembers_the_next_one_knows(built: Built, tmp_path: Path) -> None:
    (tmp_path / "socialplan.yaml").write_text("socialplan: 1\ntitle: x\nacounts: []\n", "utf-8")
    memory = tmp_path / "memory"
    said = []
    for name in ("monday", "tuesday"):
        with zipfile.ZipFile(built.wheel) as wheel:
            wheel.extractall(tmp_path / name)  # which makes every file anew
        environ = {"PYTHONPATH": str(tmp_path / name), "SOCIALPLAN_CACHE_DIR": str(memory)}
        lint = [sys.executable, "-m", "socialplan", "lint", "--today=2026-11-21", "--lang=en"]
        done = subprocess.run(
            lint, cwd=tmp_path, capture_output=True, text=True, timeout=60, env=os.environ | environ
        )
        said.append(done.stdout)
        (kept,) = memory.glob("*.json")
        kept.write_text(kept.read_text("utf-8").replace("acounts", "remembered"), "utf-8")
    assert "acounts" in said[0]
    assert said[1] == said[0].replace("acounts", "remembered")


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def canonical(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_every_dependency_has_its_line_and_its_version(root: Path, project: dict[str, Any]) -> None:
    used = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    page = (root / "docs/dependencies.md").read_text(encoding="utf-8")
    explained = [canonical(name) for name in re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE)]
    pins = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {canonical(line) for line in pins if not line.startswith("#")}
    assert sorted(explained) == sorted(canonical(one) for one in used)
    assert {canonical(one) for one in used} <= pinned


def test_what_is_imported_is_what_is_declared(root: Path, project: dict[str, Any]) -> None:
    trees = (ast.parse(file.read_bytes()) for file in (root / "src").rglob("*.py"))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    theirs = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    owners = packages_distributions()
    used = {canonical(owners[name][0]) for name in theirs - {"socialplan", "pydantic_core"}}
    extras = project["project"]["optional-dependencies"].values()
    needed = [*project["project"]["dependencies"], *(one for extra in extras for one in extra)]
    declared = {canonical(one) for one in needed}
    assert used == declared - {"tzdata"}  # which zoneinfo reads where the system has no zones


def test_constraints_are_plain_pins(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    odd = [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)]
    assert odd == []


@pytest.mark.parametrize("kind", ["config", "manifest"])
def test_pre_commit_accepts_its_files(root: Path, kind: str) -> None:
    name = {"config": ".pre-commit-config.yaml", "manifest": ".pre-commit-hooks.yaml"}[kind]
    run(sys.executable, "-m", "pre_commit", f"validate-{kind}", name, cwd=root)
