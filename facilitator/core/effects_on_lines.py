"""Lines that are mended, struck or moved: notes, decisions and commitments."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.effects import in_meeting, on
from facilitator.core.facts import Fact
from facilitator.core.state import Meeting, State


@on(events.LineMended)
def _mended(state: State, fact: Fact, body: events.LineMended) -> None:
    promise = state.commitments.get(body.line)
    if promise is not None:
        told = (*promise.lineage[:-1], replace(promise.lineage[-1], what=body.text))
        state.commitments[body.line] = replace(promise, what=body.text, lineage=told)
    meeting = state.meetings.get(fact.meeting)
    if meeting is None:
        return
    if body.line in meeting.notes:
        meeting.notes[body.line] = replace(meeting.notes[body.line], text=body.text)
    if body.line in meeting.decisions:
        meeting.decisions[body.line] = replace(meeting.decisions[body.line], text=body.text)


@on(events.LineStruck)
def _struck(state: State, fact: Fact, body: events.LineStruck) -> None:
    state.commitments.pop(body.line, None)
    meeting = state.meetings.get(fact.meeting)
    if meeting is not None:
        meeting.notes.pop(body.line, None)
        meeting.decisions.pop(body.line, None)


@in_meeting(events.LineMoved)
def _moved(meeting: Meeting, _fact: Fact, body: events.LineMoved) -> None:
    note = meeting.notes.get(body.line)
    if note is not None:
        meeting.notes[note.id] = replace(note, step=body.step, person=body.person)
