"""What every piece of a plan has in common.

Modules that define parts have no `from __future__ import annotations`: pydantic would have to
evaluate several hundred annotations from text each time the program starts.
"""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A piece of a plan: never changed once read, and without room for unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,  # built at first use: `--help` must not pay for validators
        allow_inf_nan=False,
        protected_namespaces=(),
    )
