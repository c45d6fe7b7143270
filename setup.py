"""Finds the packages, so that a new one cannot be forgotten; all else stands in pyproject.toml."""

import sys
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py


class Build(build_py):
    """Compiles the data files as well, for where the installed package cannot be written."""

    def run(self) -> None:
        super().run()
        sys.path.insert(0, str(Path(__file__).parent / "src"))
        sys.dont_write_bytecode = False
        from socialplan.datafiles import read_data

        for path in Path(self.build_lib, "socialplan").rglob("*.yaml"):
            read_data(path)


setup(
    packages=[*find_packages("src"), "socialplan_templates"],
    cmdclass={"build_py": Build},
)
