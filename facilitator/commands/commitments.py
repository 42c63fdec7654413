"""Every key of the commitments screen; what is said of one commitment has its word in line mode."""

from __future__ import annotations

from facilitator.commands.command import Command

ONE = "What became of it"
HERE = "This screen"

KEPT = Command("kept", "k", "kept", "What was promised is done.", group=ONE, word="kept", takes="N")
NEW_DATE = Command(
    "new_date",
    "d",
    "new date",
    "Agree on a new date; behind a semicolon why, if you like: in two weeks; the van broke.",
    at_once=True,
    group=ONE,
    word="renegotiate",
    takes="N: WHEN[; WHY]",
)
CARRY = Command(
    "carry",
    "c",
    "carry",
    "It goes on to the next meeting, which asks for it.",
    group=ONE,
    word="carried",
    takes="N",
)
LET_GO = Command(
    "let_go",
    "x",
    "release",
    "Whoever promised it need not do it any more; say why.",
    at_once=True,
    group=ONE,
    word="letgo",
    takes="N: WHY",
)

ABOUT_ONE = (KEPT, NEW_DATE, CARRY, LET_GO)
"""What is said of one commitment."""

LOOK = Command("look", "enter", "look", "Read all of it, each change with its day.", group=HERE)
PROMISE = Command(
    "commitment",
    "exclamation_mark",
    "commitment",
    "Write down one more promise: @name what by when.",
    at_once=True,
    group=HERE,
)
FILTER = Command(
    "filter",
    "slash",
    "filter",
    "Show only the commitments that some words fit: words, a person, overdue, kept.",
    at_once=True,
    group=HERE,
)
BACK = Command("back", "escape", "back", "Go back; a filter is left first.", "escape", group=HERE)
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

COMMANDS = (LOOK, *ABOUT_ONE, PROMISE, FILTER, BACK, UNDO, REDO, HISTORY, DOWN, UP)
"""The screen of all commitments."""
