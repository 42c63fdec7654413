"""The steps of a meeting with what happened in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from facilitator.core.events import StepId
from facilitator.core.state import Commitment, Decision, Meeting, Note, Role, Turn
from facilitator.core.timing import step_elapsed, turn_reading
from facilitator.minutes.model import Said, Spoke, Stage, Who
from facilitator.minutes.telling import Telling

NO_STEP: StepId = ""
"""The stage of everything that belongs to no step that is known."""

_HAPPENED = TypeVar("_HAPPENED", Note, Turn)


def home(meeting: Meeting, step: StepId) -> StepId:
    """The stage under which something that names a step is shown."""
    known = step in meeting.steps or any(visit.step == step for visit in meeting.visits)
    return step if known else NO_STEP


def stages(
    telling: Telling, meeting: Meeting, written: Iterable[Decision | Commitment | Role]
) -> tuple[Stage, ...]:
    """The steps that were visited, in order, then those that only something written belongs to.

    Args:
        telling: names and clock.
        meeting: the meeting.
        written: its decisions and commitments, and the roles claimed in it.
    """
    turns = _by_step(meeting, meeting.turns.values())
    notes = _by_step(meeting, meeting.notes.values())
    visited = dict.fromkeys(visit.step for visit in meeting.visits)
    used = {*turns, *notes, *(home(meeting, each.step) for each in written)}
    candidates = dict.fromkeys((*visited, *meeting.plan, *meeting.steps, NO_STEP))
    return tuple(
        _stage(telling, meeting, step, turns.get(step, []), notes.get(step, []))
        for step in candidates
        if step in visited or step in used
    )


def _by_step(meeting: Meeting, happened: Iterable[_HAPPENED]) -> dict[StepId, list[_HAPPENED]]:
    result: dict[StepId, list[_HAPPENED]] = {}
    for each in happened:
        result.setdefault(home(meeting, each.step), []).append(each)
    return result


def _stage(
    telling: Telling, meeting: Meeting, step_id: StepId, turns: list[Turn], notes: list[Note]
) -> Stage:
    step = meeting.steps.get(step_id)
    visits = [visit.span for visit in meeting.visits if visit.step == step_id]
    unknown = "Another step" if visits else "Also noted"
    return Stage(
        id=step_id,
        number=meeting.plan.index(step_id) + 1 if step_id in meeting.plan else None,
        kind=step.label if step is not None else "",
        title=telling.words(step.title) if step is not None else unknown,
        question=telling.words(step.question) if step is not None else unknown,
        planned_minutes=step.minutes if step is not None else 0,
        taken_seconds=step_elapsed(meeting, step_id, telling.ends) // 1000 if visits else None,
        turns=tuple(_spoke(telling, meeting, turn) for turn in turns),
        notes=tuple(_said(telling, note) for note in notes),
        unheard=_unheard(telling, meeting, step_id, turns) if visits else (),
    )


def _unheard(
    telling: Telling, meeting: Meeting, step_id: StepId, turns: list[Turn]
) -> tuple[Who, ...]:
    """Who had no turn in a step with turns, though they were there when the circle left it."""
    step = meeting.steps.get(step_id)
    going_on = meeting.closed is None and step_id == meeting.step_id
    if step is None or step.floor is None or going_on:
        return ()
    left = max(
        telling.ends if visit.span.ended is None else visit.span.ended
        for visit in meeting.visits
        if visit.step == step_id
    )
    spoke = {turn.person for turn in turns}
    return tuple(
        telling.who(person)
        for person in meeting.seats
        if person not in spoke
        and person in meeting.attendance
        and any(
            span.began <= left and (span.ended is None or left <= span.ended)
            for span in meeting.attendance[person].spans
        )
    )


def _spoke(telling: Telling, meeting: Meeting, turn: Turn) -> Spoke:
    reading = turn_reading(meeting, turn, telling.ends)
    return Spoke(
        id=turn.id,
        person=telling.who(turn.person),
        began=telling.moment(turn.span.began),
        given_seconds=reading.given // 1000,
        taken_seconds=reading.elapsed // 1000,
        outcome=turn.outcome,
    )


def _said(telling: Telling, note: Note) -> Said:
    return Said(
        id=note.id,
        at=telling.moment(note.at),
        person=telling.anyone(note.person),
        text=telling.words(note.text),
        filing=note.filing,
    )
