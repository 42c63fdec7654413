"""The steps of a meeting with what happened in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from facilitator.core.events import StepId
from facilitator.core.facts import place
from facilitator.core.state import Meeting, Note, State, Turn
from facilitator.core.step import Filing
from facilitator.core.timing import running, step_elapsed, turn_reading
from facilitator.minutes.changes import Changes, changes
from facilitator.minutes.heard import hands_up, unheard, went_round
from facilitator.minutes.model_of_steps import OffRecord, Said, Spoke, Stage, Stopped
from facilitator.minutes.musters import mustering
from facilitator.minutes.outcomes import nothing_came, off_record
from facilitator.minutes.selected import said_in_selections
from facilitator.minutes.stops import stops
from facilitator.minutes.telling import Telling

NO_STEP: StepId = ""
"""The stage of everything that belongs to no step that is known."""

_HAPPENED = TypeVar("_HAPPENED", Note, Turn)


def home(meeting: Meeting, step: StepId) -> StepId:
    """The stage under which something that names a step is shown."""
    known = step in meeting.steps or any(visit.step == step for visit in meeting.visits)
    return step if known else NO_STEP


class _Known(Struct, frozen=True):
    """What is known of the meeting as a whole when a step is told."""

    telling: Telling
    meeting: Meeting
    changes: Changes
    stops: Mapping[StepId | None, list[Stopped]]
    off_record: Mapping[StepId | None, list[OffRecord]]
    state: State


def stages(
    telling: Telling,
    state: State,
    meeting: Meeting,
    written: Iterable[StepId],
) -> tuple[Stage, ...]:
    """The steps that were visited, in order, then those that only something written belongs to.

    Args:
        telling: names and clock.
        state: everything that is known, for when the agenda was changed.
        meeting: the meeting.
        written: the steps of its decisions and commitments, and of the roles claimed in it.
    """
    known = _Known(
        *(telling, meeting, changes(state, meeting), stops(telling, meeting)),
        *(off_record(telling, meeting), state),
    )
    turns = _by_step(meeting, meeting.turns.values())
    said = sorted((*meeting.notes.values(), *said_in_selections(meeting)), key=_place)
    notes = _by_step(meeting, said)
    visited = dict.fromkeys(visit.step for visit in meeting.visits)
    used = {*turns, *notes, *(home(meeting, step) for step in written)}
    candidates = dict.fromkeys((*visited, *meeting.plan, *meeting.steps, NO_STEP))
    return tuple(
        _stage(known, step, turns.get(step, []), notes.get(step, []))
        for step in candidates
        if step in visited or step in used
    )


def _by_step(meeting: Meeting, happened: Iterable[_HAPPENED]) -> dict[StepId, list[_HAPPENED]]:
    result: dict[StepId, list[_HAPPENED]] = {}
    for each in happened:
        result.setdefault(home(meeting, each.step), []).append(each)
    return result


def _place(note: Note) -> tuple[int, str]:
    return place(note.id), note.id


def _stage(known: _Known, step_id: StepId, turns: list[Turn], notes: list[Note]) -> Stage:
    telling, meeting = known.telling, known.meeting
    step = meeting.steps.get(step_id)
    visits = [visit.span for visit in meeting.visits if visit.step == step_id]
    unknown = "Another step" if visits else "Also noted"
    agreed = meeting.agreed_minutes.get(step_id, 0)
    added = known.changes.added.get(step_id)
    told = {turn.round for turn in turns if not turn.off}
    return Stage(
        id=step_id,
        number=meeting.plan.index(step_id) + 1 if step_id in meeting.plan else None,
        kind=step.label if step is not None else "",
        title=telling.words(step.title) if step is not None else unknown,
        question=telling.words(step.question) if step is not None else unknown,
        planned_minutes=step.minutes if step is not None else 0,
        taken_seconds=step_elapsed(meeting, step_id, telling.ends) // 1000 if visits else None,
        turns=tuple(_spoke(telling, meeting, turn) for turn in turns if not turn.off),
        notes=tuple(_said(telling, meeting, note) for note in notes),
        unheard=tuple(unheard(telling, meeting, step_id, turns)),
        agreed_minutes=agreed,
        agreed_at=tuple(
            map(telling.moment, known.changes.agreed.get(step_id, []) if agreed else [])
        ),
        visits=tuple(map(telling.stretch, visits)),
        added=None if added is None else telling.moment(added),
        carried_over=step_id in meeting.taken_up,
        deferred=meeting.dropped.get(step_id, False),
        rounds=tuple(
            each for each in went_round(telling, meeting, step_id, turns) if each.id in told
        ),
        hands_up=tuple(hands_up(telling, meeting, step_id)),
        pauses=tuple(known.stops.get(step_id, [])),
        muster=mustering(telling, meeting, step_id),
        off_record=tuple(known.off_record.get(step_id, [])),
        nothing_came=nothing_came(known.state, meeting, step_id),
    )


def _spoke(telling: Telling, meeting: Meeting, turn: Turn) -> Spoke:
    reading = turn_reading(meeting, turn, telling.ends)
    stood_still = (*turn.pauses, *meeting.pauses, *meeting.off_record)
    hand = meeting.hands.get(turn.hand)
    answered = meeting.turns.get(hand.answers) if hand is not None else None
    off_record = answered is not None and answered.off
    return Spoke(
        id=turn.id,
        person=telling.who(turn.person),
        began=telling.moment(turn.span.began),
        given_seconds=reading.given // 1000,
        taken_seconds=running(turn.span, stood_still, telling.ends) // 1000,
        outcome=turn.outcome,
        round=turn.round if turn.round in meeting.rounds else "",
        wish=hand.wish if hand is not None else None,
        answers=hand.answers if hand is not None and not off_record else "",
    )


MARKED = {
    Filing.BUILD: "Idea",
    Filing.QUESTION: "Open question",
    Filing.LINK: "Link",
    Filing.TOPIC: "Topic",
}
"""What a note is called that was typed as more than that."""


def _said(telling: Telling, meeting: Meeting, note: Note) -> Said:
    step = meeting.steps.get(note.step)
    usual = step.filed_as if step is not None else Filing.NOTE
    return Said(
        id=note.id,
        at=telling.moment(note.at),
        person=telling.anyone(note.person),
        text=telling.words(note.text),
        filing=note.filing,
        marked="" if note.filing is usual else MARKED.get(note.filing, ""),
    )
