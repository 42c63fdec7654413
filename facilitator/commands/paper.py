"""The agenda, what is written down, and the screen itself."""

from __future__ import annotations

from facilitator.commands.command import Command

AGENDA = "Agenda"
PAPER = "Writing"
SCREEN = "This screen"

NEXT_STEP = Command(
    "next_step",
    "right_square_bracket",
    "step",
    "Go to the next step.",
    "f8",
    group=AGENDA,
    word="step",
    takes="[N]",
)
PREVIOUS_STEP = Command(
    "previous_step",
    "left_square_bracket",
    "back",
    "Go back to the step before.",
    "f7",
    in_bar=False,
    group=AGENDA,
    word="back",
)
PLAN = Command(
    "agenda",
    "A",
    "agenda",
    "The agenda with its times: go to a step, add, move, drop or defer one.",
    at_once=True,
    group=AGENDA,
    word="agenda",
    takes="[go N|add TITLE|move N AFTER|drop N|defer N]",
)
CLAIM = Command(
    "claim",
    "c",
    "claim role",
    "Someone claims a role for its term.",
    at_once=True,
    group=PAPER,
    word="claim",
    takes="NAME: ROLE",
)
OFFER = Command(
    "offer",
    "o",
    "offer role",
    "Offer a role: a new one, or one from what people want to build.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="offer",
    takes="ROLE[, LENGTH]",
)
TAKE_ON = Command(
    "take_on",
    "percent_sign",
    "take on",
    "Write down who takes on a role, for two weeks if it is new: % role: name.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="%",
    takes="ROLE[: NAME]",
)
BOARD = Command(
    "board",
    "G",
    "roles board",
    "The roles of the group: who has what until when, who is next, what is open.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="board",
    takes="[ROLE]",
)
NOTE = Command(
    "note",
    "slash",
    "note",
    "Write a note under this step and this speaker; Esc leaves the line.",
    at_once=True,
    group=PAPER,
    word="note",
    takes="WORDS",
)
COMMIT = Command(
    "commitment",
    "exclamation_mark",
    "commitment",
    "Write down a promise: ! @name what by when.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="!",
    takes="[@NAME] WHAT [by WHEN]",
)
FOLLOW_UP = Command(
    "follow_up",
    "F",
    "what was due",
    "Ask about each commitment that is due: kept, a new date, released, carried, or left as it is.",
    at_once=True,
    group=PAPER,
    word="due",
)
COMMITMENTS = Command(
    "commitments",
    "V",
    "commitments",
    "All commitments of the group: whose, what, by when, and what became of each.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="promises",
    takes="[all]",
)
DECISION = Command(
    "decision",
    "equals_sign",
    "decision",
    "Write down what was agreed: = wording. It is read back first; Enter again records it.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="=",
    takes="WORDING",
)
UNDO = Command(
    "undo",
    "u",
    "undo",
    "Take back the last thing done at this terminal; again for the one before.",
    "f9",
    more_keys=("ctrl+z",),
    group=PAPER,
    word="undo",
    takes="[N]",
)
REDO = Command(
    "redo",
    "U",
    "redo",
    "Do again what was undone last.",
    "f10",
    in_bar=False,
    group=PAPER,
    word="redo",
)
HISTORY = Command(
    "history",
    "H",
    "history",
    "Show what happened, and take any of it back.",
    in_bar=False,
    at_once=True,
    group=PAPER,
    word="history",
    takes="[N]",
)
SEAT = Command(
    "seat",
    "T",
    "seat",
    "The facilitator's seat: pass it to another terminal, or take it over from a silent one.",
    in_bar=False,
    at_once=True,
    group=SCREEN,
    word="seat",
    takes="[TERMINAL]",
)
SETTINGS = Command(
    "settings",
    "O",
    "options",
    "Options of the group: the bell, stillness, what the room may see.",
    in_bar=False,
    at_once=True,
    group=SCREEN,
    word="options",
    takes="[OPTION on|off]",
)
CLOSE = Command(
    "close",
    "C",
    "close",
    "Read back what was promised and close the circle.",
    group=SCREEN,
    word="close",
)
DROP = Command(
    "drop",
    "D",
    "drop",
    "Drop this circle, as long as nothing was said in it.",
    in_bar=False,
    at_once=True,
    group=SCREEN,
    word="drop",
)
QUIT = Command(
    "leave",
    "q",
    "leave",
    "Leave the circle; it can be resumed any time.",
    group=SCREEN,
    word="quit",
)
LEAVE_LINE = Command(
    "leave_line",
    "escape",
    "leave line",
    "Leave the line that is typed in; letters are keys again.",
    "escape",
    at_once=True,
    group=SCREEN,
)
SCROLL_DOWN = Command(
    "scroll(1)",
    "down",
    "scroll",
    "Scroll down what stands in the middle.",
    in_bar=False,
    group=SCREEN,
)
SCROLL_UP = Command("scroll(-1)", "up", "scroll up", "Scroll it up.", in_bar=False, group=SCREEN)
