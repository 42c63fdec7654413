"""Everything that can be done at a note-taker's terminal, in the order in which a bar shows it."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.paper import (
    BOARD,
    COMMIT,
    COMMITMENTS,
    DECISION,
    HISTORY,
    LEAVE_LINE,
    NOTE,
    QUIT,
    REDO,
    SCREEN,
    SEAT,
    TAKE_ON,
    UNDO,
)
from facilitator.commands.room import (
    ARRIVE,
    LEAVE,
    NEWCOMER,
    OFF_RECORD,
    OUT,
    RENAME,
    SILENCE,
    TICK,
    WAIT,
)
from facilitator.commands.skills import SKILLS, USED, WISHED
from facilitator.commands.speaking import HAND
from facilitator.commands.written import EARLIER_LINE, LATER_LINE, LINES, UNDATED

EARLIER = Command(
    "page(1)",
    "pageup",
    "earlier",
    "Read the notes before; what is typed stays.",
    "pageup",
    more_keys=("up",),
    in_bar=False,
    group=SCREEN,
)
LATER = Command(
    "page(-1)",
    "pagedown",
    "later",
    "Read the notes after.",
    "pagedown",
    more_keys=("down",),
    in_bar=False,
    group=SCREEN,
)
LATEST = Command(
    "latest",
    "end",
    "latest",
    "Go to the end of the notes.",
    "ctrl+end",
    in_bar=False,
    group=SCREEN,
)
COMMANDS = (
    LEAVE_LINE,
    UNDATED,
    NOTE,
    COMMIT,
    DECISION,
    USED,
    WISHED,
    TAKE_ON,
    UNDO,
    WAIT,
    OFF_RECORD,
    ARRIVE,
    HAND,
    SILENCE,
    TICK,
    LEAVE,
    OUT,
    RENAME,
    NEWCOMER,
    COMMITMENTS,
    BOARD,
    SKILLS,
    REDO,
    HISTORY,
    LINES,
    EARLIER_LINE,
    LATER_LINE,
    SEAT,
    EARLIER,
    LATER,
    LATEST,
    QUIT,
)

IN_BAR = (COMMIT, DECISION, WAIT)
"""What the bar has here and not at the circle: it is what a note-taker needs most."""
