"""Lines that are mended, struck, moved or turned: notes, decisions and commitments."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from facilitator.core import events
from facilitator.core.commitment import Change, Commitment, Fate
from facilitator.core.effects import in_meeting, on
from facilitator.core.facts import Fact, place
from facilitator.core.forms import Kind
from facilitator.core.state import Decision, Meeting, Note, State
from facilitator.core.vocabulary import FactId

_Written = TypeVar("_Written")
_LINES = {Kind.NOTE, Kind.DECISION, Kind.COMMITMENT}


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


@on(events.LineTurned)
def _turned(state: State, fact: Fact, body: events.LineTurned) -> None:
    if body.origin in state.struck or body.into not in _LINES:
        return
    if body.into is not Kind.COMMITMENT:
        state.commitments.pop(body.line, None)
    else:
        promised = _promised(state.commitments.get(body.line), fact, body)
        _put_in_place(state.commitments, promised.id, promised)
    meeting = state.meetings.get(fact.meeting)
    if meeting is None:
        return
    if body.into is not Kind.NOTE:
        meeting.notes.pop(body.line, None)
    else:
        note = Note(body.line, body.at, body.step, body.person, body.text, body.filing)
        _put_in_place(meeting.notes, note.id, note)
    if body.into is not Kind.DECISION:
        meeting.decisions.pop(body.line, None)
    else:
        decided = meeting.decisions.get(body.line)
        if decided is None:
            decided = Decision(body.line, body.at, body.step, body.text)
        decided = replace(decided, step=body.step, text=body.text)
        _put_in_place(meeting.decisions, decided.id, decided)


def _promised(was: Commitment | None, fact: Fact, body: events.LineTurned) -> Commitment:
    """The commitment that a line is; of one that was one, all that became of it is kept."""
    what, due, due_on = body.text, body.due, body.due_on
    if was is not None:
        latest = replace(was.lineage[-1], what=what, due=due, due_on=due_on)
        lineage = (*was.lineage[:-1], latest)
    else:
        made = Change(body.line, Fate.OPEN, body.on, fact.meeting, what, due, due_on)
        was = Commitment(
            body.line, fact.meeting, body.at, body.step, body.person, what, due, on=body.on
        )
        lineage = (made,)
    return replace(
        was,
        step=body.step,
        owner=body.person,
        what=what,
        due=due,
        due_on=due_on,
        lineage=lineage,
    )


def _put_in_place(lines: dict[FactId, _Written], line: FactId, written: _Written) -> None:
    """Put a line among those that were written down before it and after it."""
    if line in lines:
        lines[line] = written
        return
    later = []
    for each in reversed(lines):
        if place(each) < place(line):
            break
        later.append(each)
    lines[line] = written
    for each in reversed(later):
        lines[each] = lines.pop(each)
