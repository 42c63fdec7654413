"""The way through the agenda: opening, steps, what becomes of them, the close."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting
from facilitator.core.events import StepId
from facilitator.core.facts import Fact
from facilitator.core.spans import ended
from facilitator.core.state import Meeting, Span, StepVisit


@in_meeting(events.MeetingOpened)
def _opened(meeting: Meeting, fact: Fact, body: events.MeetingOpened) -> None:
    if meeting.opened is None:
        meeting.opened = fact.at
        meeting.announced_minutes = sum(map(meeting.planned_minutes, meeting.plan))
        meeting.utc_offset = body.utc_offset
        if meeting.seat is None:
            meeting.seat = (fact.replica, fact.terminal)


@in_meeting(events.MeetingClosed)
def _closed(meeting: Meeting, fact: Fact, _body: events.MeetingClosed) -> None:
    if meeting.closed is None:
        meeting.closed = fact.at
        _leave_step(meeting, fact.at)
        if meeting.paused:
            meeting.pauses[-1:] = ended((meeting.pauses[-1],), fact.at)
        if meeting.off is not None:
            meeting.off_record[-1:] = ended((meeting.off,), fact.at)


@in_meeting(events.StepBegan)
def _began(meeting: Meeting, fact: Fact, body: events.StepBegan) -> None:
    _leave_step(meeting, fact.at)
    meeting.visits.append(StepVisit(fact.id, body.step, Span(fact.at)))
    meeting.read_back = None


def _leave_step(meeting: Meeting, at: int) -> None:
    if meeting.visits and meeting.visits[-1].span.ended is None:
        last = meeting.visits[-1]
        meeting.visits[-1] = replace(last, span=Span(last.span.began, at))


@in_meeting(events.StepAdded)
def _added(meeting: Meeting, fact: Fact, body: events.StepAdded) -> None:
    meeting.steps[fact.id] = body.step
    _put(meeting, fact.id, body.after)
    if body.from_meeting:
        meeting.taken_up[fact.id] = (body.from_meeting, body.from_step)


@in_meeting(events.StepMoved)
def _moved(meeting: Meeting, _fact: Fact, body: events.StepMoved) -> None:
    known = body.step in meeting.plan or body.step in meeting.dropped
    if known and body.step in meeting.steps and body.step != body.after:
        _put(meeting, body.step, body.after)


def _put(meeting: Meeting, step: StepId, after: StepId) -> None:
    """Put a step behind another; behind nothing it is the first, behind a stranger the last."""
    if step in meeting.plan:
        meeting.plan.remove(step)
    place = len(meeting.plan)
    if not after:
        place = 0
    elif after in meeting.plan:
        place = meeting.plan.index(after) + 1
    meeting.plan.insert(place, step)
    meeting.dropped.pop(step, None)


@in_meeting(events.StepDropped)
def _dropped(meeting: Meeting, _fact: Fact, body: events.StepDropped) -> None:
    if body.step in meeting.plan:
        meeting.dropped[body.step] = body.deferred
        # Where the circle has been stays on the agenda; the rest of it can be for next time.
        if all(visit.step != body.step for visit in meeting.visits):
            meeting.plan.remove(body.step)


@in_meeting(events.LeftoverDropped)
def _let_go(meeting: Meeting, _fact: Fact, body: events.LeftoverDropped) -> None:
    meeting.let_go.add((body.from_meeting, body.from_step))


@in_meeting(events.StepExtended)
def _extended(meeting: Meeting, _fact: Fact, body: events.StepExtended) -> None:
    if body.step in meeting.steps:
        before = meeting.agreed_minutes.get(body.step, 0)
        meeting.agreed_minutes[body.step] = before + body.minutes


@in_meeting(events.ClockChosen)
def _clock(meeting: Meeting, _fact: Fact, body: events.ClockChosen) -> None:
    whose = body.step or body.person
    meeting.clocks.pop(whose, None)
    if body.style is not None:
        meeting.clocks[whose] = body.style


@in_meeting(events.Mustered)
def _mustered(meeting: Meeting, fact: Fact, body: events.Mustered) -> None:
    if body.person in meeting.attendance:
        meeting.mustered.setdefault(body.step, {}).setdefault(body.person, fact.at)
