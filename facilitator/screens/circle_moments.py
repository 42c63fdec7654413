"""When each key of the circle does something, and at which terminal."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.commands.circle import COMMANDS
from facilitator.core.events import Floor
from facilitator.core.gathering import untouched
from facilitator.core.selection import Asking, asking, selection_here
from facilitator.core.stack import suggestion
from facilitator.core.state import Meeting, State
from facilitator.core.walking import step_away

BETWEEN_KEYS_AND_WORDS = {"note", "commitment", "decision", "take_on"}
BETWEEN_KEYS_AND_WORDS |= {"used", "wished", "leave_line"}
"""What goes from keys to words or back; the next key already belongs to the other side."""


def _speaks(_: State, meeting: Meeting) -> bool:
    return meeting.turn is not None


def _musters(_: State, meeting: Meeting) -> bool:
    return meeting.step is not None and meeting.step.musters


def _on_a_step(_: State, meeting: Meeting) -> bool:
    return meeting.live and meeting.step_id is not None


def _stacked(_: State, meeting: Meeting) -> bool:
    return meeting.floor is Floor.STACK


def _selects(_: State, meeting: Meeting) -> bool:
    return meeting.live and selection_here(meeting) is not None


def _not_chosen_yet(_: State, meeting: Meeting) -> bool:
    step = meeting.step_id
    return _selects(_, meeting) and step is not None and asking(meeting, step) is not Asking.CHOSEN


APPLIES: dict[str, Callable[[State, Meeting], bool]] = {
    "pass": _speaks,
    "later": _speaks,
    "more_time": _speaks,
    "less_time": _speaks,
    "hand": _on_a_step,
    "suggested": lambda _, meeting: suggestion(meeting) is not None,
    "shut": _stacked,
    "floor": lambda _, meeting: meeting.floor is not None,
    "round": lambda _, meeting: meeting.floor is not None,
    "call_on": lambda _, meeting: meeting.floor is not None,
    "off_record": lambda _, meeting: meeting.live,
    "tick": _musters,
    "voice": _not_chosen_yet,
    "propose": _selects,
    "handoff": _on_a_step,
    "drop": untouched,
    "pause": lambda _, meeting: meeting.live,
    "next_step": lambda _, meeting: step_away(meeting, 1) is not None,
    "previous_step": lambda _, meeting: step_away(meeting, -1) is not None,
}

FROM_THE_SEAT = {
    "next",
    "pass",
    "later",
    "call_on",
    "round",
    "suggested",
    "floor",
    "propose",
    "more_time",
    "less_time",
    "break",
    "next_step",
    "previous_step",
    "close",
    "balance",
    "drop",
}
"""What only the terminal with the facilitator's seat does."""

KEYS_OF_THE_SEAT = {
    key
    for command in COMMANDS
    if command.name in FROM_THE_SEAT
    for key in (command.key, command.typing_key, *command.more_keys)
}
