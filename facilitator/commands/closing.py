"""Every key of the closing."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.memory import SUGGESTED_NEXT
from facilitator.commands.room import OFF_RECORD

MINUTES = Command("minutes", "m", "minutes", "Read the minutes as they stand.")
COMMANDS = (
    Command(
        "close",
        "enter",
        "close and write minutes",
        "Close the circle; the minutes are written at once.",
    ),
    OFF_RECORD,
    Command(
        "back",
        "escape",
        "back",
        "Go back to the circle, or to the first screen once it is closed.",
        more_keys=("q",),
    ),
    Command("when", "d", "next date", "Say when the circle meets again.", at_once=True),
    Command("facilitator", "f", "next facilitator", "Say who facilitates next time."),
    Command("note_taker", "t", "next note-taker", "Say who takes notes next time."),
    SUGGESTED_NEXT,
    Command(
        "commitment", "exclamation_mark", "commitment", "Write down one more promise.", at_once=True
    ),
    Command(
        "undo", "u", "undo", "Take back the last thing done; also the close.", more_keys=("ctrl+z",)
    ),
    Command("redo", "U", "redo", "Do again what was undone last.", in_bar=False),
    Command("scroll(1)", "down", "scroll", "Scroll down.", in_bar=False),
    Command("scroll(-1)", "up", "scroll up", "Scroll up.", in_bar=False),
    Command(
        "balance",
        "b",
        "balance",
        "If everyone agrees, look together at how speaking time was shared.",
        in_bar=False,
    ),
    MINUTES,
)
