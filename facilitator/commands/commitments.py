"""Every key of the commitments screen; what is said of one commitment has its word in line mode."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.lists import DOWN, HERE, HISTORY, REDO, UNDO, UP

ONE = "What became of it"

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

COMMANDS = (LOOK, *ABOUT_ONE, PROMISE, FILTER, BACK, UNDO, REDO, HISTORY, DOWN, UP)
"""The screen of all commitments."""
