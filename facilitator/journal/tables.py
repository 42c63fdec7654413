"""The tables that can be queried: rows computed from the state, and which fact touches which.

A *slot* is a table and the key of one or several of its rows, always written together. What
an action touched is made anew from the state after it, so an undoing needs no code of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.core.events import FactId
from facilitator.core.state import Meeting, Span, State
from facilitator.core.timing import length
from facilitator.journal.commitment_rows import TABLES_OF_COMMITMENTS
from facilitator.journal.paper_rows import TABLES_OF_PAPER
from facilitator.journal.role_rows import TABLES_OF_ROLES
from facilitator.journal.skill_rows import TABLES_OF_SKILLS
from facilitator.journal.slots import (
    Key,
    Row,
    Slot,
    TableOfRows,
    each,
    each_in_meetings,
    of_meetings,
    stamp,
    stored,
)
from facilitator.journal.step_rows import step_rows

__all__ = ["TABLES", "Slot", "all_slots", "differing", "rows"]


def rows(state: State, slot: Slot) -> list[Row]:
    """The rows that a slot holds in a state; none if what it describes is not there."""
    table, key = slot
    found = TABLES[table].rows(state, key)
    return [{column: _fitting(value) for column, value in row.items()} for row in found]


def _fitting(value: Any) -> Any:
    """A value that a column can hold: a stranger's number may be larger than SQLite's."""
    return max(-(2**63), min(2**63 - 1, value)) if isinstance(value, int) else value


def all_slots(state: State) -> Iterator[Slot]:
    """Every slot that a state fills."""
    for name, table in TABLES.items():
        for key in table.keys(state):
            yield name, key


def differing(one: State, other: State) -> set[Slot]:
    """The slots whose rows are not the same in two states."""
    slots = {*all_slots(one), *all_slots(other)}
    return {slot for slot in slots if rows(one, slot) != rows(other, slot)}


def _span(span: Span) -> Row:
    return {"began": stamp(span.began), "ended": stamp(span.ended)}


def _meeting_row(meeting: Meeting) -> Row:
    return {
        "id": meeting.id,
        "title": meeting.title,
        "agenda": meeting.agenda.title,
        "occasion": meeting.agenda.occasion.value if meeting.agenda.occasion is not None else None,
        "gathered": stamp(meeting.gathered),
        "opened": stamp(meeting.opened),
        "closed": stamp(meeting.closed),
        "abandoned": int(meeting.abandoned),
        "utc_offset": meeting.utc_offset,
        "next_when": meeting.next_meeting.when or None,
        "next_facilitator": meeting.next_meeting.facilitator or None,
        "next_note_taker": meeting.next_meeting.note_taker or None,
    }


def _attendance_keys(state: State) -> Iterator[Key]:
    for meeting in state.meetings.values():
        yield from ((meeting.id, person) for person in meeting.attendance)


def _attendance_rows(state: State, key: Key) -> list[Row]:
    meeting = state.meetings.get(key[0])
    attendance = meeting.attendance.get(key[1]) if meeting is not None else None
    if attendance is None:
        return []
    return [
        {
            "meeting": key[0],
            "person": key[1],
            "visit": visit,
            "arrived": stamp(span.began),
            "left": stamp(span.ended),
            "newcomer": int(attendance.newcomer),
        }
        for visit, span in enumerate(attendance.spans, start=1)
    ]


def _off_record(meeting: Meeting, turn: FactId) -> bool:
    """Whether a turn began off the record: no table says whose it was."""
    found = meeting.turns.get(turn)
    return found is not None and bool(found.off)


def _turn_row(meeting: Meeting, turn: Any) -> Row:
    return {
        "id": turn.id,
        "meeting": meeting.id,
        "step": turn.step,
        "round": turn.round or None,
        "hand": turn.hand or None,
        "person": turn.person,
        **_span(turn.span),
        "seconds": turn.seconds,
        "extended": turn.extended,
        "paused_ms": sum(length(pause, pause.began) for pause in turn.pauses),
        "outcome": turn.outcome.value if turn.outcome is not None else None,
    }


TABLES: dict[str, TableOfRows] = {
    "people": each(
        lambda state: state.people,
        lambda person: {
            "id": person.id,
            "since": stamp(person.since),
            "meeting": person.meeting or None,
        },
    ),
    "meetings": each(lambda state: state.meetings, _meeting_row),
    "attendance": TableOfRows(("meeting", "person"), _attendance_keys, _attendance_rows),
    "hats": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "hat": hat.value, "person": person}
            for hat, person in meeting.wore.items()
        ]
    ),
    "steps": of_meetings(step_rows),
    "let_go": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "from_meeting": earlier, "from_step": step}
            for earlier, step in sorted(meeting.let_go)
        ]
    ),
    "settings": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "setting": setting.value, "chosen": int(on)}
            for setting, on in meeting.settings.items()
        ]
    ),
    "skips": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "hat": hat.value, "person": person}
            for hat, person in sorted(meeting.skipped)
        ]
    ),
    "swaps": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "hat": hat.value, "person": person}
            for hat, person in meeting.swapped.items()
        ]
    ),
    "musters": of_meetings(
        lambda meeting: [
            {"meeting": meeting.id, "step": step, "person": person, "at": stamp(at)}
            for step, people in meeting.mustered.items()
            for person, at in people.items()
        ]
    ),
    "hands": each_in_meetings(
        lambda meeting: meeting.hands,
        lambda meeting, hand: {
            "id": hand.id,
            "meeting": meeting.id,
            "step": hand.step,
            "person": hand.person,
            "at": stamp(hand.at),
            "wish": hand.wish.value,
            "lowered": int(hand.lowered),
            "turn": None if _off_record(meeting, hand.turn) else hand.turn or None,
        },
    ),
    "visits": of_meetings(
        lambda meeting: [
            {"id": visit.id, "meeting": meeting.id, "step": visit.step, **_span(visit.span)}
            for visit in meeting.visits
        ]
    ),
    "rounds": each_in_meetings(
        lambda meeting: meeting.rounds,
        lambda meeting, going: {
            "id": going.id,
            "meeting": meeting.id,
            "step": going.step,
            "start": going.start,
            "direction": going.direction.value,
        },
    ),
    "turns": each_in_meetings(
        lambda meeting: meeting.turns,
        _turn_row,
        lambda meeting, turn: not _off_record(meeting, turn),
    ),
    "notes": each_in_meetings(
        lambda meeting: meeting.notes,
        lambda meeting, note: {
            "id": note.id,
            "meeting": meeting.id,
            "step": note.step,
            "person": note.person or None,
            "at": stamp(note.at),
            "filing": note.filing.value,
            "text": stored(note.text),
        },
    ),
    "decisions": each_in_meetings(
        lambda meeting: meeting.decisions,
        lambda meeting, decision: {
            "id": decision.id,
            "meeting": meeting.id,
            "step": decision.step,
            "at": stamp(decision.at),
            "text": stored(decision.text),
        },
    ),
    **TABLES_OF_COMMITMENTS,
    **TABLES_OF_PAPER,
    **TABLES_OF_ROLES,
    **TABLES_OF_SKILLS,
}
