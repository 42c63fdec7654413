"""Where rules are registered, what they are told, and when in a meeting's life each holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import Any, TypeAlias

from msgspec import Struct

from facilitator.core.events import Body, PersonId
from facilitator.core.intents import Here, Intent, Refusal
from facilitator.core.state import Meeting, State
from facilitator.core.timing import local_date

Decision: TypeAlias = list[Body] | Refusal

OFF_RECORD = Refusal("Off the record: nothing is written down. z ends it.")
NO_CIRCLE = Refusal("There is no circle here. Start one first.")


class Stage(Enum):
    """When in a meeting's life something can be done."""

    CALLED = auto()
    """from the call until it is opened"""
    LIVE = auto()
    """while the circle is going on"""
    UNTIL_CLOSED = auto()
    """from the call until it is closed"""
    HELD = auto()
    """from the opening on, also after it is closed: corrections"""


class Case(Struct, frozen=True):
    """What a rule about a meeting looks at."""

    state: State
    meeting: Meeting
    here: Here

    def name(self, person: PersonId) -> str:
        """What a person is called."""
        return self.here.names.get(person, "That person")

    def is_here(self, person: PersonId) -> bool:
        """Whether a person takes part, be it that they are out for a moment."""
        attendance = self.meeting.attendance.get(person)
        return attendance is not None and attendance.here

    def in_room(self, person: PersonId) -> bool:
        """Whether a person is in the room just now."""
        attendance = self.meeting.attendance.get(person)
        return attendance is not None and attendance.in_room

    @property
    def has_seat(self) -> bool:
        """Whether this terminal may move the circle: it has the seat, or nobody's has it."""
        return self.meeting.seat in (None, (self.here.replica, self.here.terminal))

    @property
    def seat_is_silent(self) -> bool:
        """Whether the terminal that has the seat is gone, or is one of another copy."""
        seat = self.meeting.seat
        return seat is None or seat[0] != self.here.replica or seat[1] not in self.here.alive


class GroupCase(Struct, frozen=True):
    """What a rule looks at that is about the group: at a meeting, or between meetings.

    Attributes:
        meeting: the meeting that it is asked for in, if in one.
    """

    state: State
    here: Here
    meeting: Meeting | None = None

    @property
    def today(self) -> date:
        """The day in the room, or where the program runs."""
        offset = self.here.utc_offset if self.meeting is None else self.meeting.utc_offset
        return local_date(self.here.now, offset)

    def name(self, person: PersonId) -> str:
        """What a person is called."""
        return self.here.names.get(person, "That person")

    def absent(self, person: PersonId) -> Refusal | None:
        """Why a person can't take something on: at a meeting they must be there."""
        if person not in self.here.names:
            return Refusal("That person is not known to the group.")
        if self.meeting is not None:
            attendance = self.meeting.attendance.get(person)
            if attendance is None or not attendance.here:
                name = self.name(person)
                return Refusal(f"{name} is not in the room. A role is claimed by someone who is.")
        if person in self.state.departed:
            return Refusal(f"{self.name(person)} has left the group.")
        return None


Rule = Callable[[Case, Any], Decision]
GroupRule = Callable[[GroupCase, Any], Decision]
RULES: dict[type[Intent], Callable[[State, Any, Here], Decision]] = {}


def rule(intent: type[Intent], stage: Stage, *, seat: bool = False) -> Callable[[Rule], Rule]:
    """Register the rule for an intent about a meeting.

    Args:
        intent: what is asked for.
        stage: when in the meeting's life it can be.
        seat: whether only the terminal with the facilitator's seat can ask for it.
    """

    def register(rule: Rule) -> Rule:
        def guarded(state: State, wanted: Any, here: Here) -> Decision:
            meeting = state.meetings.get(here.meeting)
            if meeting is None:
                return NO_CIRCLE
            case = Case(state, meeting, here)
            refusal = _out_of_stage(meeting, stage) or (_seat_is_elsewhere(case) if seat else None)
            off = meeting.off is not None and wanted.writes_down
            return refusal or (OFF_RECORD if off else rule(case, wanted))

        RULES[intent] = guarded
        return rule

    return register


def group_rule(intent: type[Intent]) -> Callable[[GroupRule], GroupRule]:
    """Register the rule for an intent about what outlasts meetings.

    It can be sent at a meeting that was opened, and with no meeting at all. Whatever it is, it is
    written down, and so not while the meeting is off the record.
    """

    def register(rule: GroupRule) -> GroupRule:
        def guarded(state: State, wanted: Any, here: Here) -> Decision:
            meeting = state.meetings.get(here.meeting)
            if here.meeting and meeting is None:
                return NO_CIRCLE
            refusal = _out_of_stage(meeting, Stage.HELD) if meeting is not None else None
            off = meeting is not None and meeting.off is not None
            case = GroupCase(state, here, meeting)
            return refusal or (OFF_RECORD if off else rule(case, wanted))

        RULES[intent] = guarded
        return rule

    return register


def _out_of_stage(meeting: Meeting, stage: Stage) -> Refusal | None:
    if meeting.abandoned:
        return Refusal("This circle was dropped before it began.")
    if meeting.closed is not None and stage is not Stage.HELD:
        return Refusal("The circle is closed. Undo reopens it.")
    if meeting.opened is None and stage in (Stage.LIVE, Stage.HELD):
        return Refusal("The circle has not begun yet.")
    if meeting.opened is not None and stage is Stage.CALLED:
        return Refusal("The circle has begun already.", already=True)
    return None


def _seat_is_elsewhere(case: Case) -> Refusal | None:
    # Where nothing is known of other terminals, as in a test, none is in the way.
    if case.has_seat or not case.here.alive:
        return None
    if case.seat_is_silent:
        return Refusal("The facilitator's terminal has gone silent. Take the seat over first.")
    return Refusal("Another terminal has the facilitator's seat. It can pass it on.")
