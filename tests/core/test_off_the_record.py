"""Off the record: from a key until a key, whatever else happens meanwhile."""

from __future__ import annotations

import pytest
from support.play import Circle, seen
from support.scenes import opened, speaking, turn

from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.core.off_record import turned
from facilitator.core.telling import told
from facilitator.core.timing import length

MINUTE = 60_000


def off(circle: Circle, terminal: str = "t1") -> None:
    circle.do(turned(circle.meeting), terminal)


def is_off(circle: Circle) -> bool:
    return circle.meeting.off is not None


def test_one_key_begins_it_and_ends_it_and_the_clocks_go_on() -> None:
    circle = speaking()
    off(circle)
    assert is_off(circle)
    circle.now += 3 * MINUTE
    assert not circle.meeting.paused
    off(circle)
    assert not is_off(circle)
    assert [length(each, circle.now) for each in circle.meeting.off_record] == [3 * MINUTE]


def test_it_is_begun_and_ended_at_a_terminal_without_the_seat() -> None:
    circle = speaking()
    circle.alive = frozenset({"t1", "t2"})
    off(circle, "t2")
    assert is_off(circle)
    off(circle, "t2")
    assert not is_off(circle)


def test_two_who_press_at_once_begin_one_stretch_and_end_one() -> None:
    circle = speaking()
    begin = turned(circle.meeting)
    circle.do(begin, "t1")
    assert circle.refusal(begin, "t2").already
    end = turned(circle.meeting)
    circle.do(end, "t2")
    assert circle.refusal(end, "t1").already
    assert circle.refusal(begin, "t2").already
    assert len(circle.meeting.off_record) == 1


def test_who_ends_one_stretch_does_not_end_the_next() -> None:
    circle = speaking()
    off(circle)
    end = turned(circle.meeting)
    off(circle)
    off(circle)
    assert circle.refusal(end).already
    assert is_off(circle)


def test_it_stays_off_from_step_to_step_and_through_a_break() -> None:
    circle = opened()
    off(circle)
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.TakeBreak(5))
    circle.do(intents.ResumeCircle(Stop.BREAK))
    circle.do(intents.PauseCircle(stop=Stop.LEFT))
    assert is_off(circle)
    assert circle.meeting.stop is Stop.LEFT


def test_the_close_ends_it_and_undoing_the_close_goes_on_with_it() -> None:
    circle = opened()
    off(circle)
    before = seen(circle.state)
    circle.now += MINUTE
    circle.do(intents.CloseCircle())
    assert not is_off(circle)
    assert length(circle.meeting.off_record[0], circle.now) == MINUTE
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert seen(circle.state) == before


@pytest.mark.parametrize("times", [1, 2])
def test_what_was_begun_or_ended_by_mistake_is_taken_back_as_if_it_had_never_been(
    times: int,
) -> None:
    circle = speaking()
    for _ in range(times - 1):
        off(circle)
    before = seen(circle.state)
    off(circle)
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert seen(circle.state) == before


def test_a_turn_that_begins_in_it_is_off_the_record_and_one_from_before_is_not() -> None:
    circle = speaking()
    first = turn(circle)
    off(circle)
    circle.do(intents.EndTurn(first))
    second = turn(circle)
    off(circle)
    circle.do(intents.EndTurn(second))
    turns = circle.meeting.turns
    assert not turns[first].off
    assert turns[second].off == circle.meeting.off_record[0].id
    assert not turns[turn(circle)].off


def test_it_moves_with_a_clock_that_was_set_back() -> None:
    circle = opened()
    off(circle)
    circle.now += MINUTE
    off(circle)
    circle.now -= 60 * MINUTE
    circle.do(intents.SetClockBack(60 * MINUTE))
    (stretch,) = circle.meeting.off_record
    assert (stretch.ended, length(stretch, circle.now)) == (circle.now, MINUTE)


def test_it_is_told_in_a_few_words() -> None:
    circle = opened()
    off(circle)
    off(circle)
    actions = [fact.action for fact in circle.state.facts[-2:]]
    words = [told(action, circle.state, circle.names) for action in actions]
    assert words == ["off the record", "on the record again"]
