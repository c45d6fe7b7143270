"""How large a plan may be before it is refused."""

from __future__ import annotations

BYTES = 64 * 1024 * 1024
"""Of all files of a plan together."""
DEPTH = 100
NODES = 5_000_000
FILES = 1_000
ALIASED = 50_000
"""Nodes that aliases may add, beside one for every character of the file."""
REPAIRS = 50
REPAIRED_CHARACTERS = 20_000_000
"""Characters parsed again because of syntax errors: under two seconds of work."""
