"""The CSV of readings beside a plan: on which day which number was read.

One line per reading (`date, account, metric, value`), or a column for each metric. Whatever the
bytes are, reading them ends: in numbers, or in words about what cannot be read.
"""

from socialplan.readings.accounts import Read, last_read
from socialplan.readings.files import read_readings, readings_of
from socialplan.readings.goals import joined, measured, recorded
from socialplan.readings.records import Readings, Record, Trouble

__all__ = [
    "Read",
    "Readings",
    "Record",
    "Trouble",
    "joined",
    "last_read",
    "measured",
    "read_readings",
    "readings_of",
    "recorded",
]
