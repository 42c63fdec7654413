"""Which rows a fact can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from facilitator.core import events
from facilitator.core.events import THE_FACT_ITSELF, Body
from facilitator.core.facts import Fact, Unknown
from facilitator.core.state import State
from facilitator.journal.tables import TABLES, Slot


def touched(fact: Fact, state: State) -> set[Slot]:
    """The slots that a fact, just folded into a state, can have changed; no undoing is asked."""
    touches = None if isinstance(fact.body, Unknown) else _TOUCHES.get(type(fact.body))
    slots = set(touches(fact, fact.body)) if touches is not None else set()
    if isinstance(fact.body, events.PersonArrived) and fact.body.person in state.struck:
        slots.add(("people", (fact.body.person,)))
    return slots


def _meeting_slots(*tables: str) -> Callable[[Fact, Any], Iterable[Slot]]:
    return lambda fact, _: [(table, (fact.meeting,)) for table in tables]


def _own(table: str) -> Callable[[Fact, Any], Iterable[Slot]]:
    """One row of the fact's own identity."""
    return lambda fact, _: [(table, (fact.id, fact.meeting)[: len(TABLES[table].key)])]


def _attendance(fact: Fact, body: Any) -> Iterable[Slot]:
    if body.person == THE_FACT_ITSELF:
        return [("people", (fact.id,)), ("attendance", (fact.meeting, fact.id))]
    return [("attendance", (fact.meeting, body.person))]


def _turn(fact: Fact, body: Any) -> Iterable[Slot]:
    return [("turns", (body.turn, fact.meeting))]


_TOUCHES: dict[type[Body], Callable[[Fact, Any], Iterable[Slot]]] = {
    events.MeetingGathered: _meeting_slots("meetings", "steps"),
    events.MeetingAbandoned: _meeting_slots("meetings"),
    events.MeetingOpened: _meeting_slots("meetings"),
    events.MeetingClosed: _meeting_slots("meetings", "visits"),
    events.NextMeetingPlanned: _meeting_slots("meetings"),
    events.StepBegan: _meeting_slots("visits"),
    events.HatGiven: _meeting_slots("hats"),
    events.PersonArrived: _attendance,
    events.PersonMarked: _attendance,
    events.PersonLeft: _attendance,
    events.RoundBegan: _own("rounds"),
    events.TurnBegan: _own("turns"),
    events.TurnEnded: _turn,
    events.TurnPaused: _turn,
    events.TurnResumed: _turn,
    events.TurnExtended: _turn,
    events.NoteTaken: _own("notes"),
    events.DecisionRecorded: _own("decisions"),
    events.CommitmentMade: _own("commitments"),
    events.RoleOpened: _own("roles"),
    events.RoleClaimed: lambda _, body: [("terms", (body.role,))],
}
