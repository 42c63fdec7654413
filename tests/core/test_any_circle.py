"""Laws of a circle in which people press anything that they may."""

from __future__ import annotations

import inspect

from hypothesis import given, settings
from support.evenings import BEGINNINGS, Beginning, pressed, sensible
from support.play import Circle, Move
from support.scenes import mustering, stacked, twice
from support.strategies import moves
from support.wishes import wishes

from facilitator.core import intents
from facilitator.core.agenda import Break
from facilitator.core.events import Outcome
from facilitator.core.intents import Intent
from facilitator.core.rounds import outcomes, turns, waiting
from facilitator.core.state import Meeting, Pause, Round
from facilitator.core.timing import length, running, step_elapsed, turn_reading
from facilitator.core.walking import what_next

NEXT_AT_MOST = 400
"""More than any circle of these tests has turns, hands, rounds and steps."""


def play(circle: Circle, played: list[Move]) -> None:
    """Mostly what is allowed, at times anything at all, undo among it."""
    for move in played:
        if move[1] % 4 == 3:
            wish, terminal = pressed(circle, move)
            if not isinstance(wish, intents.CloseCircle | intents.AbandonMeeting):
                circle.send(wish, terminal)
        else:
            sensible(circle, move)


def test_every_intent_that_there_is_is_wished_for() -> None:
    every = {
        kind
        for name in intents.__all__
        if inspect.isclass(kind := getattr(intents, name))
        and issubclass(kind, Intent)
        and kind not in (Intent, intents.CallMeeting)
    }
    wished = {
        type(wish)
        for scene in (stacked, twice, mustering)
        for wish in wishes(scene().state, scene().meeting, "t1")
    }
    assert wished == every


@settings(max_examples=120)
@given(BEGINNINGS, moves(40, least=15))
def test_next_always_leads_to_the_end_of_the_agenda(begun: Beginning, played: list[Move]) -> None:
    circle = begun()
    play(circle, played)
    circle.send(intents.OpenCircle())
    for _ in range(NEXT_AT_MOST):
        if not circle.meeting.live or (wish := what_next(circle.meeting)) is None:
            break
        circle.now += 1_000
        circle.do(wish)
    else:
        raise AssertionError(wish)
    meeting = circle.meeting
    assert not meeting.live or (meeting.turn, meeting.step_id) == (None, meeting.plan[-1])


def check_round(meeting: Meeting, going: Round) -> None:
    """Everyone in the room was heard, passed, speaks or waits, and nobody twice."""
    line, said = waiting(meeting, going), outcomes(meeting, going)
    running = meeting.turn
    speaks = [running.person] if running is not None and running.round == going.id else []
    done = [person for person, outcome in said.items() if outcome is not Outcome.LATER]
    line_and_speaker = [*line, *speaks]
    assert len(line_and_speaker) == len(set(line_and_speaker))
    assert not set(line) & set(done)
    room = {person for person in meeting.present if meeting.attendance[person].in_room}
    assert room <= {*line_and_speaker, *done}
    assert set(line) <= room
    heard = [turn.person for turn in turns(meeting, going) if turn.outcome is Outcome.HEARD]
    assert len(heard) == len(set(heard))
    if speaks:
        assert speaks[0] not in heard


@settings(max_examples=100)
@given(BEGINNINGS, moves(40, least=15))
def test_no_more_is_charged_than_went_by_and_nothing_of_it_while_the_circle_stood_still(
    begun: Beginning, played: list[Move]
) -> None:
    circle = begun()
    for place in range(len(played)):
        play(circle, played[place : place + 1])
        meeting, now = circle.meeting, circle.now
        if meeting.opened is None:
            continue
        end = now if meeting.closed is None else meeting.closed
        stood = sum(running(pause, _before(meeting.pauses, pause), end) for pause in meeting.pauses)
        charged = [turn_reading(meeting, turn, now).elapsed for turn in meeting.turns.values()]
        spans = [length(turn.span, now) for turn in meeting.turns.values()]
        assert all(0 <= read <= span for read, span in zip(charged, spans, strict=True))
        assert sum(charged) <= end - meeting.opened - stood
        walked = sum(step_elapsed(meeting, visit, now) for visit in _visited(meeting))
        assert end - meeting.opened - stood <= walked <= end - meeting.opened
        if not any(isinstance(meeting.steps.get(step), Break) for step in _visited(meeting)):
            assert walked == end - meeting.opened - stood, "a break is a pause, but at its own step"


def _before(pauses: list[Pause], pause: Pause) -> list[Pause]:
    """The pauses in front of one, so that what two share is counted once."""
    return pauses[: next(place for place, each in enumerate(pauses) if each is pause)]


def _visited(meeting: Meeting) -> set[str]:
    return {visit.step for visit in meeting.visits}


@settings(max_examples=120)
@given(BEGINNINGS, moves(40, least=15))
def test_everyone_is_heard_passed_or_waiting_exactly_once_a_round(
    begun: Beginning, played: list[Move]
) -> None:
    circle = begun()
    for place in range(len(played)):
        play(circle, played[place : place + 1])
        for going in circle.meeting.rounds.values():
            check_round(circle.meeting, going)
