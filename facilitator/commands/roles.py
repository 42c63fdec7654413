"""Every key of the roles board, and of the page of one role."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.lists import DOWN, HERE, HISTORY, REDO, UNDO, UP

TERM = "Who has it"
HANDOFF = "Handing over"
ROLE = "What it is"

LOOK = Command(
    "look",
    "enter",
    "look",
    "Show one role: what it is, what its handoff lacks, everyone who had it.",
    group=HERE,
)
FILTER = Command(
    "filter",
    "slash",
    "filter",
    "Show only the roles that some words fit: a role, a person, overdue, vacant.",
    at_once=True,
    group=HERE,
)
TIME_LINE = Command(
    "time_line",
    "t",
    "time line",
    "Show the terms as bars around today, or who has what in words.",
    group=HERE,
)
BACK = Command(
    "back",
    "escape",
    "back",
    "Go back; a filter is left first.",
    "escape",
    group=HERE,
)
CLAIM = Command(
    "claim",
    "c",
    "claim",
    "Someone takes the role on for its term; whoever has it can go on for another one.",
    at_once=True,
    group=TERM,
)
SETTLE = Command(
    "settle",
    "d",
    "decide",
    "Several claim it: write down for whom the circle decided.",
    at_once=True,
    group=TERM,
)
RELEASE = Command(
    "release",
    "x",
    "release",
    "Step down. A stewardship is handed over first; an emergency needs a reason.",
    at_once=True,
    group=TERM,
)
SUCCESSOR = Command(
    "successor",
    "s",
    "successor",
    "Name who is to have the role next. Somebody else begins the training anew.",
    at_once=True,
    group=HANDOFF,
)
SHADOW = Command(
    "shadow",
    "w",
    "shadow",
    "The successor goes along with the holder from today on.",
    group=HANDOFF,
)
LED = Command(
    "led", "l", "led once", "The successor did it once, the holder beside them.", group=HANDOFF
)
TICK = Command(
    "tick",
    "k",
    "tick",
    "The successor says that they can do one thing of the list.",
    at_once=True,
    group=HANDOFF,
)
CONFIRM = Command(
    "confirm_skill",
    "K",
    "confirm",
    "The holder agrees that the successor can do it.",
    at_once=True,
    group=HANDOFF,
)
TELL = Command(
    "tell",
    "h",
    "handoff in words",
    "Write down what was done, what is left, what to know.",
    in_bar=False,
    at_once=True,
    group=HANDOFF,
)
SIGN = Command(
    "sign",
    "S",
    "sign",
    "The holder or the successor signs; with the second signature the role changes hands.",
    at_once=True,
    group=HANDOFF,
)
OPEN = Command(
    "open_role",
    "o",
    "open",
    "Open a role: its name, and how long a term is.",
    at_once=True,
    group=ROLE,
)
DESCRIBE = Command(
    "describe",
    "e",
    "describe",
    "Say what it is: name, purpose, what is done week by week, skills, length.",
    at_once=True,
    group=ROLE,
)
MERGE = Command(
    "merge",
    "m",
    "merge",
    "Make it part of another role, with its history.",
    in_bar=False,
    at_once=True,
    group=ROLE,
)
DROP = Command(
    "drop",
    "D",
    "drop",
    "The group does not need the role any more.",
    in_bar=False,
    at_once=True,
    group=ROLE,
)
BOUNDS = Command(
    "bounds",
    "B",
    "bounds",
    "Choose how long terms can be in this group.",
    in_bar=False,
    at_once=True,
    group=ROLE,
)

TO_A_ROLE = (
    SETTLE,
    CLAIM,
    SUCCESSOR,
    SHADOW,
    LED,
    TICK,
    CONFIRM,
    SIGN,
    TELL,
    RELEASE,
    DESCRIBE,
    MERGE,
    DROP,
)
"""What is done to one role, in the order of a bar."""

AROUND = (BOUNDS, UNDO, REDO, HISTORY, DOWN, UP)

COMMANDS = (LOOK, *TO_A_ROLE[:8], TIME_LINE, OPEN, FILTER, *TO_A_ROLE[8:], BACK, *AROUND)
"""The board."""

COMMANDS_OF_ONE = (*TO_A_ROLE, BACK, *AROUND)
"""The page of one role."""
