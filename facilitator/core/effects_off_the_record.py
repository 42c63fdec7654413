"""What is kept off the record, and what did not come of a topic."""

from __future__ import annotations

from facilitator.core import events
from facilitator.core.effects import in_meeting
from facilitator.core.entities import OffRecord
from facilitator.core.facts import Fact
from facilitator.core.meeting import Meeting
from facilitator.core.spans import ended


@in_meeting(events.RecordStopped)
def _stopped(meeting: Meeting, fact: Fact, _body: events.RecordStopped) -> None:
    if meeting.off is None and meeting.closed is None:
        meeting.off_record.append(OffRecord(fact.at, id=fact.id))


@in_meeting(events.RecordResumed)
def _resumed(meeting: Meeting, fact: Fact, _body: events.RecordResumed) -> None:
    if meeting.off is not None:
        meeting.off_record[-1:] = ended((meeting.off,), fact.at)


@in_meeting(events.NothingCame)
def _nothing_came(meeting: Meeting, _fact: Fact, body: events.NothingCame) -> None:
    meeting.nothing_came.append(body)
