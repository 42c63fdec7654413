"""Every key of the gathering."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.memory import LEFTOVERS, SKIP, SUGGESTED, SWAP_TURNS

SEATS = "Gathering"

BEGIN = Command(
    "begin",
    "n",
    "begin the circle",
    "Begin with the first step of the agenda; a name in the line has a seat first. People can "
    "still arrive later.",
    "f2",
    more_keys=("ctrl+n",),
    group=SEATS,
    word="begin",
)
COMMANDS = (
    BEGIN,
    Command(
        "name",
        "slash",
        "add names",
        "Type names, with commas between; a * behind one marks a newcomer. In a list that is "
        "pasted each has a line of its own.",
        at_once=True,
        word="arrive",
        takes="NAME[*]",
    ),
    Command(
        "to_seats",
        "escape",
        "seats",
        "Leave the line of names for the seats.",
        "escape",
        at_once=True,
    ),
    Command(
        "undo",
        "u",
        "undo",
        "Take back the last thing done.",
        "f9",
        more_keys=("ctrl+z",),
        word="undo",
        takes="[N]",
    ),
    Command(
        "leave",
        "q",
        "leave",
        "Go back to the first screen; the circle waits there.",
        word="quit",
    ),
    SUGGESTED,
    LEFTOVERS,
    Command(
        "hat('facilitator')",
        "f",
        "facilitator",
        "The person under the cursor facilitates.",
        word="hat",
        takes="HAT [NAME]",
    ),
    Command(
        "hat('note-taker')",
        "t",
        "note-taker",
        "The person under the cursor takes notes.",
        word="hat",
        takes="HAT [NAME]",
    ),
    Command(
        "newcomer",
        "m",
        "newcomer",
        "Mark the person as a newcomer, or no longer.",
        group=SEATS,
        word="newcomer",
        takes="NAME",
    ),
    SKIP,
    SWAP_TURNS,
    Command(
        "move(-1)",
        "K",
        "seat up",
        "Move the person one seat up; shift ↑ does it too.",
        more_keys=("shift+up",),
        group=SEATS,
        word="move",
        takes="NAME [after NAME]",
    ),
    Command(
        "move(1)",
        "J",
        "seat down",
        "Move the person one seat down; shift ↓ does it too.",
        more_keys=("shift+down",),
        group=SEATS,
        word="move",
        takes="NAME [after NAME]",
    ),
    Command(
        "rename",
        "r",
        "rename",
        "Mend the person's name.",
        at_once=True,
        group=SEATS,
        word="rename",
        takes="NAME: NEW NAME",
    ),
    Command(
        "depart",
        "x",
        "remove",
        "Take the person off the list.",
        more_keys=("delete",),
        word="leave",
        takes="NAME",
    ),
    Command(
        "redo", "U", "redo", "Do again what was undone last.", "f10", in_bar=False, word="redo"
    ),
    Command(
        "title",
        "T",
        "title",
        "Give this circle a title of its own, to tell it from others on the same agenda.",
        at_once=True,
        group=SEATS,
        word="title",
        takes="[WORDS]",
    ),
    Command(
        "drop",
        "D",
        "drop",
        "Drop this circle; it was never held.",
        in_bar=False,
        group=SEATS,
        word="drop",
    ),
)
