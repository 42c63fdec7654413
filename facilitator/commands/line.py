"""What line mode has and the circle's screen has not: what stands on screens, asked for by word."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.commitments import ABOUT_ONE
from facilitator.commands.paper import PAPER, SCREEN
from facilitator.commands.room import PEOPLE
from facilitator.commands.skills import TEACHES

STATE = Command(
    "state",
    "",
    "state",
    "Say how things stand, in a line; Enter alone does it too.",
    group=SCREEN,
    word="state",
)
WHO = Command("who", "", "who", "List everyone in speaking order.", group=PEOPLE, word="who")
SAY = Command(
    "say",
    "",
    "say",
    "Print the words of this step to read aloud.",
    group=SCREEN,
    word="say",
)
NOTES = Command(
    "notes",
    "",
    "notes",
    "List what was written down at this step; notes all is everything.",
    group=PAPER,
    word="notes",
    takes="[all]",
)
WRITE = Command(
    "write",
    "",
    "write",
    "Write down a line that says by its beginning what it is: * idea, ?? question, #action, "
    "TOPIC:, https://; s/old/new/ mends. But for the *, each does so without this word.",
    group=PAPER,
    word="write",
    takes="LINE",
)
YES = Command(
    "yes",
    "",
    "yes",
    "Answer a question with yes; agreed records the wording that was read back.",
    group=SCREEN,
    word="yes",
)
NO = Command("no", "", "no", "Answer a question with no: nothing changes.", group=SCREEN, word="no")
MEET = Command(
    "meet",
    "",
    "meet",
    "Say when the circle meets again, and who has which hat then.",
    group=PAPER,
    word="meet",
    takes="[WHEN|facilitator NAME|note-taker NAME|suggested]",
)
RELEASE = Command(
    "release",
    "",
    "release",
    "Give a role back; behind a colon why, for a stewardship in an emergency.",
    group=PAPER,
    word="release",
    takes="ROLE[: WHY]",
)
NOTHING = Command(
    "nothing",
    "",
    "nothing",
    "On leaving a topic: nothing came of it, or nothing more; it is written down, and goes on.",
    group=PAPER,
    word="nothing",
)
WHOSE = Command(
    "whose",
    "",
    "whose",
    "Say whose the commitment of this step is that is nobody's yet.",
    group=PAPER,
    word="whose",
    takes="NAME",
)
BY = Command(
    "by",
    "",
    "by",
    "Say by when the commitment of this step will be done that has no date yet.",
    group=PAPER,
    word="by",
    takes="WHEN",
)
STRIKE = Command(
    "strike",
    "",
    "strike",
    "Take a line out of the minutes; lines gives the numbers, undo brings it back.",
    group=PAPER,
    word="strike",
    takes="N",
)
MOVE_LINE = Command(
    "moveline",
    "",
    "move line",
    "A line is somebody else's, or nobody's, or was said at the step of that number.",
    group=PAPER,
    word="moveline",
    takes="N to NAME|STEP",
)
TURN = Command(
    "turn",
    "",
    "turn line",
    "Turn a line into a note, a commitment, a decision, an idea or a question left open.",
    group=PAPER,
    word="turn",
    takes="N KIND",
)
WORDING = Command(
    "wording",
    "",
    "wordings",
    "Say every wording that a line had: when, and at which terminal.",
    group=PAPER,
    word="wording",
    takes="N",
)
MINUTES = Command(
    "minutes",
    "",
    "minutes",
    "Print the minutes as they stand.",
    group=PAPER,
    word="minutes",
)

COMMANDS = (
    *(STATE, WHO, SAY, NOTES, WRITE, TEACHES, YES, NO, MEET, RELEASE, NOTHING, WHOSE, BY, MINUTES),
    *(STRIKE, MOVE_LINE, TURN, WORDING),
    *ABOUT_ONE,
)
