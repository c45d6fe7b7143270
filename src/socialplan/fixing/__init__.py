"""Findings → changed text: edits of exactly the characters at fault, believed only once read again.

Comments, layout, line breaks and byte order marks stay as they are, byte for byte.
"""

from __future__ import annotations

from socialplan.fixing.mending import Changed, Mended, mend
from socialplan.fixing.putting import Put, Refusal, put
from socialplan.fixing.saving import MeanwhileChanged, save
from socialplan.fixing.showing import Line, diff, preview

__all__ = [
    "Changed",
    "Line",
    "MeanwhileChanged",
    "Mended",
    "Put",
    "Refusal",
    "diff",
    "mend",
    "preview",
    "put",
    "save",
]
