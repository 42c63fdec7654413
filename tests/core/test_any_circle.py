"""Laws of a circle in which people press anything that they may."""

from __future__ import annotations

import inspect

from hypothesis import given, settings
from support.evenings import BEGINNINGS, Beginning, pressed, sensible
from support.laws import everyone_once_a_round, time_adds_up
from support.play import Circle, Move
from support.scenes import mustering, stacked, twice
from support.strategies import moves
from support.wishes import wishes

from facilitator.core import intents
from facilitator.core.intents import Intent
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


@settings(max_examples=100)
@given(BEGINNINGS, moves(40, least=15))
def test_everyone_is_heard_once_and_no_more_is_charged_than_went_by(
    begun: Beginning, played: list[Move]
) -> None:
    circle = begun()
    for move in played:
        play(circle, [move])
        everyone_once_a_round(circle.meeting)
        time_adds_up(circle.meeting, circle.now)
