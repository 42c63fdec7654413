"""A stop that another one interrupts goes on when that is over: a wait, a silence, a break."""

from __future__ import annotations

import pytest
from support.play import Circle, seen
from support.scenes import opened, speaking

from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.core.timing import length
from facilitator.core.walking import what_next

MINUTE = 60_000
SILENCE = intents.PauseCircle("a siren", Stop.SILENCE)
WAIT = intents.PauseCircle(stop=Stop.CATCHING_UP)


def resumes(circle: Circle) -> Stop | None:
    """What stands still when whatever stands still now has been ended."""
    circle.do(intents.ResumeCircle(circle.meeting.stop))
    return circle.meeting.stop


@pytest.mark.parametrize("interruption", [SILENCE, WAIT])
def test_what_interrupts_a_break_gives_it_back_with_its_time_of_return(
    interruption: intents.PauseCircle,
) -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    until = circle.now + 10 * MINUTE
    circle.now += MINUTE
    circle.do(interruption)
    circle.now += 2 * MINUTE
    assert resumes(circle) is Stop.BREAK
    assert circle.meeting.pauses[-1].until == until
    circle.now += 3 * MINUTE
    assert resumes(circle) is None
    lasted = [length(pause, circle.now) for pause in circle.meeting.pauses]
    assert lasted == [MINUTE, 2 * MINUTE, 3 * MINUTE]


def test_a_break_whose_time_is_over_meanwhile_is_not_come_back_to() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(1))
    circle.do(SILENCE)
    circle.now += MINUTE
    assert resumes(circle) is None


def test_a_silence_that_interrupts_a_wait_comes_back_to_the_wait() -> None:
    circle = speaking()
    circle.do(WAIT)
    circle.do(SILENCE)
    assert resumes(circle) is Stop.CATCHING_UP
    assert resumes(circle) is None


def test_a_wait_that_interrupts_a_silence_comes_back_to_it_and_to_its_reason() -> None:
    circle = speaking()
    circle.do(SILENCE)
    circle.do(WAIT)
    assert resumes(circle) is Stop.SILENCE
    assert circle.meeting.pauses[-1].reason == "a siren"


def test_what_was_interrupted_twice_is_come_back_to_once() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    for interruption in (WAIT, SILENCE, WAIT):
        circle.do(interruption)
    assert [resumes(circle) for _ in range(2)] == [Stop.BREAK, None]


def test_two_who_end_one_silence_end_one() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    circle.do(SILENCE)
    circle.do(intents.ResumeCircle(Stop.SILENCE))
    assert circle.refusal(intents.ResumeCircle(Stop.SILENCE), "t2").already
    assert circle.meeting.stop is Stop.BREAK


def test_the_next_thing_ends_every_stop_at_once() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    circle.do(SILENCE)
    onward = what_next(circle.meeting)
    assert onward is not None
    circle.do(onward)
    assert (circle.meeting.stop, circle.meeting.step_id) == (None, "step-2")
    circle.do(SILENCE)
    assert resumes(circle) is None


def test_a_break_comes_in_place_of_what_it_interrupts() -> None:
    circle = opened()
    circle.do(SILENCE)
    circle.do(intents.TakeBreak(10))
    assert circle.meeting.stop is Stop.BREAK
    assert resumes(circle) is None


def test_a_circle_that_was_left_is_not_left_again_after_a_silence() -> None:
    circle = opened()
    circle.do(intents.PauseCircle(stop=Stop.LEFT))
    circle.do(SILENCE)
    assert resumes(circle) is None


def test_a_break_that_was_interrupted_ends_as_long_from_now_when_the_clock_was_set_back() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    circle.do(SILENCE)
    circle.now -= 3600 * 1000
    circle.do(intents.SetClockBack(3600 * 1000))
    assert resumes(circle) is Stop.BREAK
    assert circle.meeting.pauses[-1].until == circle.now + 10 * MINUTE


def test_the_end_of_an_interruption_is_taken_back_like_anything_else() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    circle.do(SILENCE)
    before = seen(circle.state)
    circle.do(intents.ResumeCircle(Stop.SILENCE))
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert seen(circle.state) == before
