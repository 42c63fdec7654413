"""Time and people: clocks, pauses, arrivals, hats."""

from __future__ import annotations

from facilitator.commands.command import Command
from facilitator.commands.memory import SWAPS

TIME = "Time"
PEOPLE = "People"

PAUSE = Command(
    "pause",
    "space",
    "pause",
    "Stop the clock and let it go on; nobody is charged.",
    "f5",
    group=TIME,
    word="pause",
)
MORE = Command(
    "more_time",
    "plus",
    "30 s",
    "Give the speaker 30 seconds more.",
    "f6",
    group=TIME,
    word="more",
    takes="[SECONDS]",
)
LESS = Command(
    "less_time",
    "minus",
    "30 s less",
    "Take 30 seconds off the turn.",
    in_bar=False,
    group=TIME,
    word="less",
    takes="[SECONDS]",
)
SILENCE = Command(
    "silence",
    "g",
    "silence",
    "The guardian calls for silence: every clock stops, nobody is charged. Again ends it.",
    "ctrl+g",
    group=TIME,
    word="silence",
    takes="[REASON]",
)
WAIT = Command(
    "wait",
    "w",
    "wait",
    "The note-taker is catching up: the circle waits. Again, it goes on.",
    "ctrl+o",
    in_bar=False,
    group=TIME,
    word="wait",
)
OFF_RECORD = Command(
    "off_record",
    "z",
    "off the record",
    "Off the record: nothing is written down, at any terminal. Again ends it.",
    "ctrl+r",
    in_bar=False,
    group=TIME,
    word="off",
)
BREAK = Command(
    "break",
    "b",
    "break",
    "A break after this turn, with the time at which it is over. Again ends it.",
    in_bar=False,
    at_once=True,
    group=TIME,
    word="break",
    takes="[MINUTES]",
)
CLOCK = Command(
    "time",
    "m",
    "time",
    "Time: what the room agreed to, typed amounts, clocks that count up or are hidden.",
    in_bar=False,
    at_once=True,
    group=TIME,
    word="time",
    takes="[step MINUTES|turn SECONDS|clock down|up|hidden|planned [NAME]]",
)
ARRIVE = Command(
    "arrive",
    "a",
    "arrival",
    "Someone arrives: one line, and they have a seat.",
    at_once=True,
    group=PEOPLE,
    word="arrive",
    takes="NAME[*]",
)
LEAVE = Command(
    "depart",
    "x",
    "leaving",
    "Someone leaves; their seat is kept.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="leave",
    takes="NAME",
)
OUT = Command(
    "out",
    "e",
    "out and back",
    "Someone is out for a moment, or back: skipped, and not forgotten.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="out",
    takes="NAME",
)
SWAP = Command(
    "swap",
    "S",
    "swap seats",
    "Two people change places.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="swap",
    takes=SWAPS,
)
MOVE_SEAT = Command(
    "move_seat",
    "M",
    "move seat",
    "Someone sits elsewhere, behind another person.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="move",
    takes="NAME [after NAME]",
)
RENAME = Command(
    "rename",
    "R",
    "rename",
    "Mend somebody's name.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="rename",
    takes="NAME: NEW NAME",
)
NEWCOMER = Command(
    "newcomer",
    "asterisk",
    "newcomer",
    "Mark somebody as a newcomer, or no longer.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="newcomer",
    takes="NAME",
)
HAT = Command(
    "hat",
    "t",
    "hats",
    "Give a hat: facilitator, note-taker, timekeeper, guardian, greeter.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="hat",
    takes="HAT [NAME]",
)
BALANCE = Command(
    "balance",
    "B",
    "balance",
    "How speaking time is shared so far; for the facilitator's eyes.",
    in_bar=False,
    at_once=True,
    group=PEOPLE,
    word="balance",
    takes="[step|NAME WORD]",
)
TICK = Command(
    "tick",
    "y",
    "tick off",
    "Tick somebody off at the muster; the stopwatch says when.",
    at_once=True,
    group=PEOPLE,
    word="tick",
    takes="[NAME]",
)
