"""A break that stands on the agenda begins by itself, and is had once."""

from __future__ import annotations

from support.play import Circle, seen
from support.scenes import hands_up

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, Closing, Discussion
from facilitator.core.events import Stop
from facilitator.core.timing import projected_end, step_elapsed
from facilitator.core.walking import what_next

MINUTE = 60_000
EVENING = Agenda(
    title="Evening",
    steps=(
        Discussion(title="Talk", prompt="What now?", minutes=20),
        Break(title="Tea", minutes=10),
        Closing(title="Close", minutes=5),
    ),
)


def talking(agenda: Agenda = EVENING) -> Circle:
    circle = Circle(agenda, ["Ana", "Bo"])
    circle.do(intents.OpenCircle())
    return circle


def next_thing(circle: Circle) -> None:
    onward = what_next(circle.meeting)
    assert onward is not None
    circle.do(onward)


def at_tea() -> Circle:
    circle = talking()
    circle.now += 20 * MINUTE
    next_thing(circle)
    assert circle.meeting.step_id == "step-2"
    return circle


def until(circle: Circle) -> int:
    """In how many minutes people are to be back."""
    assert circle.meeting.stop is Stop.BREAK
    return (circle.meeting.pauses[-1].until - circle.now) // MINUTE


def test_the_break_begins_with_the_step_for_the_minutes_planned() -> None:
    circle = at_tea()
    assert until(circle) == 10
    assert projected_end(circle.meeting, circle.now) == circle.now + 15 * MINUTE


def test_the_next_thing_ends_the_break_and_goes_on_in_one_press() -> None:
    circle = at_tea()
    circle.now += 12 * MINUTE
    next_thing(circle)
    assert (circle.meeting.stop, circle.meeting.step_id) == (None, "step-3")
    assert step_elapsed(circle.meeting, "step-2", circle.now) == 12 * MINUTE


def test_undo_takes_step_and_break_back_together() -> None:
    circle = talking()
    before = seen(circle.state)
    next_thing(circle)
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert seen(circle.state) == before


def test_a_circle_can_begin_with_a_break() -> None:
    circle = talking(Agenda(title="Tea first", steps=(Break(title="Tea", minutes=5),)))
    assert until(circle) == 5


def test_a_break_without_minutes_has_no_time_of_return_and_stops_nothing() -> None:
    circle = talking(Agenda(title="Tea first", steps=(Break(title="Tea"),)))
    assert circle.meeting.stop is None


def test_a_break_agreed_on_just_before_is_the_same_one_and_the_longer_counts() -> None:
    for agreed, lasts in ((5, 10), (15, 15)):
        circle = talking()
        hands_up(circle, "Ana")
        next_thing(circle)
        circle.do(intents.TakeBreak(agreed))
        circle.do(intents.GoToStep("step-1", "step-2"))
        assert until(circle) == lasts
        assert len(circle.meeting.pauses) == 1
        assert circle.meeting.break_planned == 0


def test_going_back_to_a_break_has_what_was_left_of_it_and_none_that_was_had() -> None:
    circle = at_tea()
    circle.now += 3 * MINUTE
    next_thing(circle)
    circle.do(intents.GoToStep("step-3", "step-2"))
    assert until(circle) == 7
    circle.now += 7 * MINUTE
    next_thing(circle)
    circle.do(intents.GoToStep("step-3", "step-2"))
    assert circle.meeting.stop is None


def test_minutes_that_the_room_agrees_to_during_the_break_are_the_breaks() -> None:
    circle = at_tea()
    circle.now += 2 * MINUTE
    circle.do(intents.ExtendStep("step-2", 5))
    assert until(circle) == 13
    circle.do(intents.ExtendStep("step-2", -14))
    assert until(circle) == 0
    circle.do(intents.ExtendStep("step-3", 5))
    assert until(circle) == 0


def test_minutes_agreed_to_while_the_break_is_not_had_begin_none() -> None:
    circle = at_tea()
    circle.do(intents.ResumeCircle(Stop.BREAK))
    circle.do(intents.ExtendStep("step-2", 5))
    assert circle.meeting.stop is None
