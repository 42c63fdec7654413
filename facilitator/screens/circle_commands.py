"""Every key of the circle."""

from __future__ import annotations

from facilitator.ui.commands import Command

NEXT = Command(
    "next",
    "n",
    "next",
    "Next: end this turn and let the next person speak; after the last, go to the next step.",
    "f2",
    more_keys=("ctrl+n",),
)
PASS = Command("pass", "p", "pass", "The speaker passes. That is always fine.", "f3")
LATER = Command("later", "l", "later", "Come back to the speaker at the end of the round.", "f4")
PAUSE = Command(
    "pause", "space", "pause", "Stop the clock and let it go on; nobody is charged.", "f5"
)
MORE = Command(
    "more_time",
    "plus",
    "30 s",
    "Give the speaker 30 seconds more.",
    "f6",
)
UNDO = Command(
    "undo",
    "u",
    "undo",
    "Take back the last thing done at this terminal; again for the one before.",
    "f9",
    more_keys=("ctrl+z",),
)
REDO = Command("redo", "U", "redo", "Do again what was undone last.", "f10", in_bar=False)
NOTE = Command(
    "note",
    "slash",
    "note",
    "Write a note under this step and this speaker; Esc leaves the line.",
    at_once=True,
)
COMMIT = Command(
    "commitment",
    "exclamation_mark",
    "commitment",
    "Write down a promise: ! @name what by when.",
    in_bar=False,
    at_once=True,
)
DECISION = Command(
    "decision",
    "equals_sign",
    "decision",
    "Write down what was agreed: = wording.",
    in_bar=False,
    at_once=True,
)
NEXT_STEP = Command("next_step", "right_square_bracket", "step", "Go to the next step.", "f8")
PREVIOUS_STEP = Command(
    "previous_step",
    "left_square_bracket",
    "back",
    "Go back to the step before.",
    "f7",
    in_bar=False,
)
CLAIM = Command("claim", "c", "claim role", "Someone claims a role for its term.", at_once=True)
OFFER = Command(
    "offer",
    "o",
    "offer role",
    "Offer a role that is not on the agenda.",
    in_bar=False,
    at_once=True,
)
ARRIVE = Command(
    "arrive", "a", "arrival", "Someone arrives: one line, and they have a seat.", at_once=True
)
LEAVE = Command(
    "depart", "x", "leaving", "Someone leaves; their seat is kept.", in_bar=False, at_once=True
)
HAT = Command(
    "hat",
    "t",
    "hats",
    "Give a hat: facilitator, note-taker, timekeeper and others.",
    in_bar=False,
    at_once=True,
)
AGENDA = Command(
    "agenda", "g", "agenda", "Show the agenda with its times, and go to any step.", at_once=True
)
HISTORY = Command(
    "history",
    "H",
    "history",
    "Show what happened, and take any of it back.",
    in_bar=False,
    at_once=True,
)
CLOSE = Command("close", "C", "close", "Read back what was promised and close the circle.")
QUIT = Command("leave", "q", "leave", "Leave the circle; it can be resumed any time.")
LEAVE_LINE = Command(
    "leave_line",
    "escape",
    "leave line",
    "Leave the line that is typed in; letters are keys again.",
    "escape",
    at_once=True,
)

SCROLL_DOWN = Command(
    "scroll(1)", "down", "scroll", "Scroll down what stands in the middle.", in_bar=False
)
SCROLL_UP = Command("scroll(-1)", "up", "scroll up", "Scroll it up.", in_bar=False)

COMMANDS = (
    NEXT,
    PASS,
    LATER,
    PAUSE,
    LEAVE_LINE,
    MORE,
    UNDO,
    NOTE,
    NEXT_STEP,
    CLAIM,
    ARRIVE,
    AGENDA,
    CLOSE,
    COMMIT,
    DECISION,
    PREVIOUS_STEP,
    OFFER,
    LEAVE,
    HAT,
    REDO,
    HISTORY,
    SCROLL_DOWN,
    SCROLL_UP,
    QUIT,
)
