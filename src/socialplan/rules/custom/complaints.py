"""What keeps a declaration from being a rule."""

from __future__ import annotations


class WrongRuleError(ValueError):
    """A key of messages, the keys of the declaration that it is about, and words."""

    def __init__(self, message: str, /, *at: str, **words: object) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.words = words
