"""What is on paper besides lines, as rows: what was off the record, what did not come of a step."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.state import Meeting, State
from facilitator.core.timing import step_at
from facilitator.journal.slots import Key, Row, TableOfRows, of_meetings, stamp, stored


def _off_record(meeting: Meeting) -> list[Row]:
    return [
        {
            "id": each.id,
            "meeting": meeting.id,
            "step": step_at(meeting, each.began),
            "began": stamp(each.began),
            "ended": stamp(each.ended),
        }
        for each in meeting.off_record
    ]


def _nothing_came(meeting: Meeting) -> list[Row]:
    return [
        {
            "meeting": meeting.id,
            "place": place,
            "step": each.step,
            "visit": each.visit,
            "lacking": each.lacking.value,
        }
        for place, each in enumerate(meeting.nothing_came, start=1)
    ]


def _keys(state: State) -> Iterator[Key]:
    for meeting in state.meetings.values():
        yield from ((each.id, meeting.id) for each in meeting.decisions.values() if each.before)


def _wordings(state: State, key: Key) -> list[Row]:
    """The wordings that were read back before a decision, in order; without the one agreed on."""
    meeting = state.meetings.get(key[1])
    decision = meeting.decisions.get(key[0]) if meeting is not None else None
    return [
        {"decision": key[0], "meeting": key[1], "place": place, "text": stored(text)}
        for place, text in enumerate(decision.before if decision is not None else (), start=1)
    ]


TABLES_OF_PAPER: dict[str, TableOfRows] = {
    "off_record": of_meetings(_off_record),
    "nothing_came": of_meetings(_nothing_came),
    "wordings": TableOfRows(("decision", "meeting"), _keys, _wordings),
}
