"""YAML text and its includes → plain values, and the file, line and column of every path.

The only package that knows YAML.
"""

from __future__ import annotations

from socialplan.source.assembling import read_plan, read_text
from socialplan.source.comments import Comment
from socialplan.source.text import SourceFile
from socialplan.source.tree import Source

__all__ = ["Comment", "Source", "SourceFile", "read_plan", "read_text"]
