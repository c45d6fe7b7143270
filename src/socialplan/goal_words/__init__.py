"""What the text of a goal says: how much of what, from where to where, and by when."""

from socialplan.goal_words.meaning import (
    Aside,
    Deadline,
    GoalText,
    Measure,
    Phrase,
    Quantity,
)
from socialplan.goal_words.reading import read_goal

__all__ = ["Aside", "Deadline", "GoalText", "Measure", "Phrase", "Quantity", "read_goal"]
