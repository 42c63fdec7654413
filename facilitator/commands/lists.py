"""What every screen has that is a list of the group's: roles, skills, commitments."""

from __future__ import annotations

from facilitator.commands.command import Command

HERE = "This screen"

UNDO = Command(
    "undo",
    "u",
    "undo",
    "Take back the last thing done at this terminal; again for the one before.",
    more_keys=("ctrl+z",),
    group=HERE,
)
REDO = Command("redo", "U", "redo", "Do again what was undone last.", in_bar=False, group=HERE)
HISTORY = Command(
    "history",
    "H",
    "history",
    "Show what happened, and take any of it back.",
    in_bar=False,
    at_once=True,
    group=HERE,
)
DOWN = Command("move(1)", "down", "down", "Go down.", in_bar=False, group=HERE)
UP = Command("move(-1)", "up", "up", "Go up.", in_bar=False, group=HERE)
