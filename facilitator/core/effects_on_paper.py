"""What is written down: notes, decisions, the next meeting."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.effects import in_meeting
from facilitator.core.facts import Fact
from facilitator.core.state import Decision, Meeting, NextMeeting, Note


@in_meeting(events.NoteTaken)
def _noted(meeting: Meeting, fact: Fact, body: events.NoteTaken) -> None:
    note = Note(fact.id, fact.at, body.step, body.person, body.text, body.filing)
    meeting.notes[fact.id] = note


@in_meeting(events.DecisionRecorded)
def _decided(meeting: Meeting, fact: Fact, body: events.DecisionRecorded) -> None:
    read = meeting.read_before.pop(body.step, ())
    before = tuple(dict.fromkeys(each for each in read if each != body.text))
    meeting.decisions[fact.id] = Decision(fact.id, fact.at, body.step, body.text, before)
    meeting.read_back = None


@in_meeting(events.WordingReadBack)
def _read_back(meeting: Meeting, _fact: Fact, body: events.WordingReadBack) -> None:
    meeting.read_back = body if body.text else None
    if body.text:
        read = meeting.read_before.get(body.step, ())
        meeting.read_before[body.step] = (*read, body.text)


@in_meeting(events.NextMeetingPlanned)
def _planned(meeting: Meeting, _fact: Fact, body: events.NextMeetingPlanned) -> None:
    meeting.next_meeting = NextMeeting(body.when, body.facilitator, body.note_taker, body.on)
