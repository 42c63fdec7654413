"""What is done with lines that were written down, and with the date at the end of one."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.paper import PAPER

EARLIER_LINE = Command(
    "recall(1)",
    "",
    "edit",
    "Take up an earlier line to mend it: by the arrow while words are typed, or by its number.",
    "up",
    in_bar=False,
    group=PAPER,
    word="edit",
    takes="N NEW WORDS",
)
LATER_LINE = Command(
    "recall(-1)",
    "",
    "edit later",
    "Take up the line after; behind the last one is what was being typed.",
    "down",
    in_bar=False,
    group=PAPER,
)
LINES = Command(
    "lines",
    "E",
    "lines",
    "Everything that is written down: mend, strike or move a line, turn it into another kind, "
    "see its history.",
    "ctrl+l",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="lines",
    takes="[all|struck]",
)
UNDATED = Command(
    "undated",
    "ctrl+y",
    "no date",
    "Write down a promise whose last words are no date, though they look like one.",
    "ctrl+y",
    group=PAPER,
    word="undated",
    takes="[@NAME] WHAT",
)
COMMANDS = (LINES, EARLIER_LINE, LATER_LINE, UNDATED)
"""In the order in which help has them."""

IN_THE_LINE = (EARLIER_LINE, LATER_LINE, UNDATED)
"""What the line itself asks the screen for, in the order of what is typed in it."""
