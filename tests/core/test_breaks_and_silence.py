"""Every clock stands still: breaks, silence, the scribe's brake, sleep, clocks set back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.agendas import ONE_ROUND
from support.play import Circle, seen
from support.scenes import (
    discussing,
    going,
    having_the_word,
    last_speaking,
    opened,
    speaking,
    turn,
)

from facilitator.core import intents
from facilitator.core.events import Outcome, Stop
from facilitator.core.state import Pause
from facilitator.core.timing import length, step_elapsed, turn_reading
from facilitator.core.walking import what_next

SECOND, MINUTE = 1_000, 60_000


def on_a_break(circle: Circle) -> bool:
    return circle.meeting.paused and circle.meeting.pauses[-1].stop is Stop.BREAK


def next_thing(circle: Circle) -> None:
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(wish)


def speaker(circle: Circle) -> str | None:
    turn = circle.meeting.turn
    return circle.names[turn.person] if turn is not None else None


def elapsed(circle: Circle) -> int:
    assert circle.meeting.turn is not None
    return turn_reading(circle.meeting, circle.meeting.turn, circle.now).elapsed


ENDS: dict[str, intents.Intent] = {
    "heard": intents.EndTurn(""),
    "passed": intents.EndTurn("", Outcome.PASSED),
    "later": intents.EndTurn("", Outcome.LATER),
    "left": intents.Leave(""),
    "went out": intents.StepOut(""),
    "another step": intents.GoToStep("step-1", "step-2"),
    "another round": intents.BeginRound("step-1"),
}


@pytest.mark.parametrize("how", ENDS)
def test_a_break_that_was_agreed_begins_when_the_turn_ends_however_it_ends(how: str) -> None:
    circle = having_the_word()
    circle.do(intents.TakeBreak(10))
    assert (circle.meeting.paused, circle.meeting.break_planned) == (False, 10)
    circle.now += 20 * SECOND
    wish = ENDS[how]
    if isinstance(wish, intents.EndTurn):
        wish = intents.EndTurn(turn(circle), wish.outcome)
    elif isinstance(wish, intents.Leave | intents.StepOut):
        wish = type(wish)(circle.who("Ana"))
    circle.do(wish)
    assert (speaker(circle), on_a_break(circle)) == (None, True)
    assert circle.meeting.pauses[-1].until == circle.now + 10 * MINUTE
    assert circle.meeting.break_planned == 0
    circle.now += 12 * MINUTE
    next_thing(circle)
    assert (circle.meeting.paused, circle.meeting.turn is not None) == (False, True)


def test_a_break_after_the_last_speaker_of_a_round_comes_before_what_is_next() -> None:
    circle = last_speaking()
    circle.do(intents.TakeBreak(5))
    next_thing(circle)
    assert on_a_break(circle)
    assert what_next(circle.meeting) is None
    circle.do(intents.ResumeCircle())
    assert not circle.meeting.paused


def test_a_break_comes_after_the_person_who_was_let_speak_before_it() -> None:
    circle = speaking()
    circle.do(intents.TakeBreak(5))
    circle.do(intents.CallOn(circle.who("Zoë"), turn(circle)))
    assert (speaker(circle), circle.meeting.paused) == ("Zoë", False)
    next_thing(circle)
    assert on_a_break(circle)


def test_a_break_is_taken_back_or_given_another_length_while_the_turn_runs() -> None:
    circle = speaking()
    for minutes in (5, 10, 0):
        circle.do(intents.TakeBreak(minutes))
        assert circle.meeting.break_planned == minutes
    next_thing(circle)
    assert (speaker(circle), circle.meeting.paused) == ("Chidi", False)


def test_a_break_whose_turn_was_taken_back_can_be_taken_back_too() -> None:
    circle = Circle(ONE_ROUND, ["Ana", "Chidi"])
    circle.do(intents.OpenCircle())
    circle.do(intents.BeginTurn(going(circle), circle.who("Ana")))
    began = circle.state.facts[-1].action
    circle.do(intents.TakeBreak(5))
    circle.do(intents.Undo(began))
    circle.do(intents.TakeBreak(0))
    assert circle.meeting.break_planned == 0
    assert circle.refusal(intents.TakeBreak(0)).already


def test_a_break_can_be_made_longer_while_it_lasts() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    began = circle.now
    circle.now += 9 * MINUTE
    circle.do(intents.TakeBreak(5))
    assert circle.meeting.pauses[-1].until == began + 14 * MINUTE
    assert sum(length(pause, circle.now) for pause in circle.meeting.pauses) == 9 * MINUTE


@pytest.mark.parametrize("stop", [Stop.PAUSE, Stop.SILENCE, Stop.CATCHING_UP])
def test_a_stop_is_charged_to_nobody_and_says_why(stop: Stop) -> None:
    circle = speaking()
    circle.now += 5 * SECOND
    circle.do(intents.PauseCircle(" a siren ", stop), "t2")
    circle.now += 40 * SECOND
    circle.do(intents.ResumeCircle(), "t2")
    circle.now += 2 * SECOND
    assert elapsed(circle) == step_elapsed(circle.meeting, "step-1", circle.now) == 7 * SECOND
    assert circle.meeting.pauses == [
        Pause(circle.now - 42 * SECOND, circle.now - 2 * SECOND, stop=stop, reason="a siren")
    ]


def test_sleep_is_left_out_of_the_turn_it_fell_into_and_told_once() -> None:
    circle = speaking()
    circle.now += 10 * SECOND
    slept = circle.now
    circle.now += 43 * MINUTE
    circle.do(intents.LeaveOut(slept, circle.now))
    circle.now += 5 * SECOND
    assert elapsed(circle) == 15 * SECOND
    assert circle.refusal(intents.LeaveOut(slept, slept + MINUTE)).already
    assert [pause.stop for pause in circle.meeting.pauses] == [Stop.ASLEEP]


def test_a_stop_that_goes_on_goes_on_after_the_sleep_in_it_is_left_out() -> None:
    circle = speaking()
    circle.do(intents.PauseCircle())
    slept = circle.now
    circle.now += MINUTE
    circle.do(intents.LeaveOut(slept, circle.now))
    assert circle.meeting.paused
    circle.now += MINUTE
    circle.do(intents.ResumeCircle())
    assert (elapsed(circle), circle.meeting.paused) == (0, False)


def test_after_the_clock_was_set_back_every_span_is_as_long_as_before() -> None:
    circle = speaking()
    circle.now += 10 * SECOND
    circle.do(intents.PauseCircle())
    circle.now += 30 * SECOND
    circle.do(intents.ResumeCircle())
    next_thing(circle)
    circle.now += 20 * SECOND
    turns = [*circle.meeting.turns.values()]
    before = [turn_reading(circle.meeting, turn, circle.now).elapsed for turn in turns]
    stepped = step_elapsed(circle.meeting, "step-1", circle.now)
    circle.now -= 3600 * SECOND
    circle.do(intents.SetClockBack(3600 * SECOND))
    turns = [*circle.meeting.turns.values()]
    after = [turn_reading(circle.meeting, turn, circle.now).elapsed for turn in turns]
    assert after == before == [10 * SECOND, 20 * SECOND]
    assert step_elapsed(circle.meeting, "step-1", circle.now) == stepped == 30 * SECOND
    assert circle.meeting.opened is not None
    assert circle.meeting.gathered <= circle.meeting.opened < circle.now


def test_a_break_that_lasts_ends_as_long_from_now_when_the_clock_was_set_back() -> None:
    circle = opened()
    circle.do(intents.TakeBreak(10))
    circle.now += MINUTE - 3600 * SECOND
    circle.do(intents.SetClockBack(3600 * SECOND))
    assert circle.meeting.pauses[-1].until - circle.now == 9 * MINUTE


_MOVES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 60_000), st.integers(0, 5)), max_size=30
)


@settings(max_examples=100)
@given(_MOVES)
def test_every_millisecond_is_charged_to_whoever_had_it_and_pauses_to_nobody(
    moves: list[tuple[int, int, int]],
) -> None:
    """Compared with somebody who looks at a watch that is never set, and writes it down."""
    circle = discussing()
    circle.do(intents.GoToStep("step-1", "step-2"))
    charged: dict[str, int] = {}
    watch = 0
    for pick, passes, leap in moves:
        speaks = circle.meeting.turn
        if speaks is not None and not (speaks.paused or circle.meeting.paused):
            charged[speaks.id] = charged.get(speaks.id, 0) + passes
        watch += passes
        circle.now += passes
        if leap == 1:
            circle.now += 600_000
            circle.send(intents.LeaveOut(circle.now - 600_000, circle.now))
        elif leap == 2:
            circle.now -= 600_000
            circle.send(intents.SetClockBack(600_000))
        speaking = circle.meeting.speaking or ""
        onward = what_next(circle.meeting)
        circle.send(
            [
                intents.PauseTurn(speaking),
                intents.ResumeTurn(speaking),
                intents.PauseCircle(),
                intents.PauseCircle(stop=Stop.SILENCE),
                intents.ResumeCircle(),
                intents.TakeBreak(3),
                intents.EndTurn(speaking, Outcome.LATER),
                intents.StepOut(circle.meeting.seats[0]),
                *[onward or intents.ResumeCircle()] * 2,
            ][pick]
        )
        readings = {
            turn.id: turn_reading(circle.meeting, turn, circle.now).elapsed
            for turn in circle.meeting.turns.values()
        }
        assert readings == {turn: charged.get(turn, 0) for turn in readings}
        assert sum(readings.values()) <= watch


@pytest.mark.parametrize(
    "wish",
    [
        intents.TakeBreak(10),
        intents.PauseCircle(stop=Stop.CATCHING_UP),
        intents.LeaveOut(0, 2**60),
        intents.SetClockBack(MINUTE),
    ],
)
def test_each_of_it_can_be_taken_back(wish: intents.Intent) -> None:
    circle = speaking()
    circle.now += MINUTE
    before = seen(circle.state)
    circle.do(wish)
    assert seen(circle.state) != before
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert seen(circle.state) == before
