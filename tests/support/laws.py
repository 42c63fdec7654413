"""What holds of a meeting at every moment."""

from __future__ import annotations

from facilitator.core.agenda import Break
from facilitator.core.events import Outcome
from facilitator.core.rounds import outcomes, turns, waiting
from facilitator.core.state import Meeting, Pause, Round
from facilitator.core.timing import length, running, step_elapsed, turn_reading


def everyone_once_a_round(meeting: Meeting) -> None:
    """Everyone in the room was heard, passed, speaks or waits in each round, and nobody twice."""
    for going in meeting.rounds.values():
        _everyone_once(meeting, going)


def _everyone_once(meeting: Meeting, going: Round) -> None:
    line, said = waiting(meeting, going), outcomes(meeting, going)
    turn = meeting.turn
    speaks = [turn.person] if turn is not None and turn.round == going.id else []
    done = [person for person, outcome in said.items() if outcome is not Outcome.LATER]
    assert len({*line, *speaks}) == len(line) + len(speaks)
    assert not set(line) & set(done)
    room = {person for person in meeting.present if meeting.attendance[person].in_room}
    assert set(line) <= room <= {*line, *speaks, *done}
    heard = [turn.person for turn in turns(meeting, going) if turn.outcome is Outcome.HEARD]
    assert len({*heard, *speaks}) == len(heard) + len(speaks)


def each_turn_within_its_span(meeting: Meeting, now: int) -> None:
    """No turn is charged more than went by while it ran."""
    for turn in meeting.turns.values():
        assert 0 <= turn_reading(meeting, turn, now).elapsed <= length(turn.span, now)


def time_adds_up(meeting: Meeting, now: int) -> None:
    """The turns get no more, and the steps exactly, what went by while the circle was going on."""
    each_turn_within_its_span(meeting, now)
    if meeting.opened is None:
        return
    end = now if meeting.closed is None else meeting.closed
    pauses = meeting.pauses
    stood = sum(running(pause, _before(pauses, pause), end) for pause in pauses)
    went_by = end - meeting.opened
    charged = [turn_reading(meeting, turn, now).elapsed for turn in meeting.turns.values()]
    assert sum(charged) <= went_by - stood
    been = {visit.step for visit in meeting.visits}
    walked = sum(step_elapsed(meeting, step, now) for step in been)
    assert went_by - stood <= walked <= went_by
    if not any(isinstance(meeting.steps.get(step), Break) for step in been):
        assert walked == went_by - stood, "a break is a pause, but at its own step"


def _before(pauses: list[Pause], pause: Pause) -> list[Pause]:
    """The pauses in front of one, so that what two share is counted once."""
    return pauses[: next(place for place, each in enumerate(pauses) if each is pause)]
