"""Finds the packages, so that a new one cannot be forgotten; all else stands in pyproject.toml."""

from setuptools import find_packages, setup

setup(packages=[*find_packages("src"), "socialplan_templates"])
