"""What happens in the room: people, seats, hats, steps, rounds, turns, pauses."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting, on
from facilitator.core.events import NOBODY, THE_FACT_ITSELF, FactId
from facilitator.core.facts import Fact
from facilitator.core.state import (
    Attendance,
    Meeting,
    Person,
    Round,
    Span,
    State,
    StepVisit,
    Turn,
)


@on(events.MeetingGathered)
def _gathered(state: State, fact: Fact, body: events.MeetingGathered) -> None:
    steps = {f"step-{place}": step for place, step in enumerate(body.agenda.steps, start=1)}
    state.meetings[fact.id] = Meeting(
        id=fact.id,
        title=body.title,
        agenda=body.agenda,
        utc_offset=body.utc_offset,
        gathered=fact.at,
        plan=list(steps),
        steps=dict(steps),
    )


@in_meeting(events.MeetingAbandoned)
def _abandoned(meeting: Meeting, _fact: Fact, _body: events.MeetingAbandoned) -> None:
    meeting.abandoned = True


@on(events.PersonArrived)
def _arrived(state: State, fact: Fact, body: events.PersonArrived) -> None:
    person = fact.id if body.person == THE_FACT_ITSELF else body.person
    # Someone whose first arrival was taken back is new to the group when they arrive again.
    if body.person == THE_FACT_ITSELF or (person in state.struck and person not in state.people):
        state.people[person] = Person(person, fact.at, fact.meeting)
    meeting = state.meetings.get(fact.meeting)
    if meeting is None:
        return
    before = meeting.attendance.get(person)
    if before is None:
        before = Attendance(person)
        meeting.seats.append(person)
    if not before.here:
        before = replace(before, spans=(*before.spans, Span(fact.at)))
    meeting.attendance[person] = replace(before, newcomer=before.newcomer or body.newcomer)


@in_meeting(events.PersonMarked)
def _marked(meeting: Meeting, _fact: Fact, body: events.PersonMarked) -> None:
    attendance = meeting.attendance.get(body.person)
    if attendance is not None:
        meeting.attendance[body.person] = replace(attendance, newcomer=body.newcomer)


@in_meeting(events.PersonSeated)
def _seated(meeting: Meeting, _fact: Fact, body: events.PersonSeated) -> None:
    if body.person not in meeting.attendance or body.person == body.after:
        return
    if body.after != NOBODY and body.after not in meeting.attendance:
        return
    meeting.seats.remove(body.person)
    place = 0 if body.after == NOBODY else meeting.seats.index(body.after) + 1
    meeting.seats.insert(place, body.person)


@in_meeting(events.PersonLeft)
def _left(meeting: Meeting, fact: Fact, body: events.PersonLeft) -> None:
    attendance = meeting.attendance.get(body.person)
    if attendance is None or not attendance.here:
        return
    if meeting.opened is None:
        # Nothing has been said yet: a name that is taken off the list was never there.
        del meeting.attendance[body.person]
        meeting.seats.remove(body.person)
        meeting.hats = {hat: one for hat, one in meeting.hats.items() if one != body.person}
        return
    meeting.attendance[body.person] = replace(attendance, spans=_ended(attendance.spans, fact.at))


@in_meeting(events.HatGiven)
def _hat(meeting: Meeting, _fact: Fact, body: events.HatGiven) -> None:
    meeting.hats.pop(body.hat, None)
    if body.person != NOBODY:
        meeting.hats[body.hat] = body.person


@in_meeting(events.MeetingOpened)
def _opened(meeting: Meeting, fact: Fact, body: events.MeetingOpened) -> None:
    if meeting.opened is None:
        meeting.opened = fact.at
        meeting.utc_offset = body.utc_offset


@in_meeting(events.MeetingClosed)
def _closed(meeting: Meeting, fact: Fact, _body: events.MeetingClosed) -> None:
    if meeting.closed is None:
        meeting.closed = fact.at
        _leave_step(meeting, fact.at)
        _resumed(meeting, fact, _body)


@in_meeting(events.StepBegan)
def _step_began(meeting: Meeting, fact: Fact, body: events.StepBegan) -> None:
    _leave_step(meeting, fact.at)
    meeting.visits.append(StepVisit(fact.id, body.step, Span(fact.at)))


def _leave_step(meeting: Meeting, at: int) -> None:
    if meeting.visits and meeting.visits[-1].span.ended is None:
        last = meeting.visits[-1]
        meeting.visits[-1] = replace(last, span=Span(last.span.began, at))


@in_meeting(events.RoundBegan)
def _round_began(meeting: Meeting, fact: Fact, body: events.RoundBegan) -> None:
    meeting.rounds[fact.id] = Round(fact.id, body.step, body.start, body.direction)
    meeting.turns_in[fact.id] = []


@in_meeting(events.TurnBegan)
def _turn_began(meeting: Meeting, fact: Fact, body: events.TurnBegan) -> None:
    if meeting.speaking is not None:
        _end_turn(meeting, meeting.speaking, fact.at, events.Outcome.HEARD)
    meeting.turns[fact.id] = Turn(
        id=fact.id,
        person=body.person,
        round=body.round,
        step=body.step,
        span=Span(fact.at),
        seconds=body.seconds,
    )
    meeting.turns_in.setdefault(body.round, []).append(fact.id)
    meeting.speaking = fact.id


@in_meeting(events.TurnEnded)
def _turn_ended(meeting: Meeting, fact: Fact, body: events.TurnEnded) -> None:
    _end_turn(meeting, body.turn, fact.at, body.outcome)


def _end_turn(meeting: Meeting, turn_id: FactId, at: int, outcome: events.Outcome) -> None:
    turn = meeting.turns.get(turn_id)
    if turn is None or turn.outcome is not None:
        return
    pauses = _ended(turn.pauses, at) if turn.paused else turn.pauses
    meeting.turns[turn_id] = replace(
        turn, span=Span(turn.span.began, at), outcome=outcome, pauses=pauses
    )
    if meeting.speaking == turn_id:
        meeting.speaking = None


@in_meeting(events.TurnPaused)
def _turn_paused(meeting: Meeting, fact: Fact, body: events.TurnPaused) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None and turn.outcome is None and not turn.paused:
        meeting.turns[turn.id] = replace(turn, pauses=(*turn.pauses, Span(fact.at)))


@in_meeting(events.TurnResumed)
def _turn_resumed(meeting: Meeting, fact: Fact, body: events.TurnResumed) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None and turn.paused:
        meeting.turns[turn.id] = replace(turn, pauses=_ended(turn.pauses, fact.at))


@in_meeting(events.TurnExtended)
def _turn_extended(meeting: Meeting, _fact: Fact, body: events.TurnExtended) -> None:
    turn = meeting.turns.get(body.turn)
    if turn is not None:
        meeting.turns[turn.id] = replace(turn, extended=turn.extended + body.seconds)


@in_meeting(events.CirclePaused)
def _paused(meeting: Meeting, fact: Fact, _body: events.CirclePaused) -> None:
    if not meeting.paused:
        meeting.pauses.append(Span(fact.at))


@in_meeting(events.CircleResumed)
def _resumed(meeting: Meeting, fact: Fact, _body: object) -> None:
    if meeting.paused:
        meeting.pauses[-1] = Span(meeting.pauses[-1].began, fact.at)


def _ended(spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
    return (*spans[:-1], Span(spans[-1].began, at))
