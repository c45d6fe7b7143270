"""`python -m socialplan`."""

from socialplan.cli import program

program()
