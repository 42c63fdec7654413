"""The agenda changes while the circle goes on: added, moved, dropped, deferred, given more time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agendas import ONE_ROUND
from support.play import Circle, seen
from support.scenes import called, mustering, opened, speaking, turn

from facilitator.core import intents
from facilitator.core.agenda import Break, ClockStyle
from facilitator.core.steps import places_to_come
from facilitator.core.timing import projected_end, step_left
from facilitator.core.walking import step_away, what_next

TEA = Break(title="Tea", minutes=10)
MINUTE = 60_000


def titles(circle: Circle) -> list[str]:
    return [circle.meeting.steps[step].title for step in circle.meeting.plan]


def added(circle: Circle, after: str = "") -> str:
    circle.do(intents.AddStep(TEA, after))
    return circle.state.facts[-1].id


def undo(circle: Circle) -> None:
    circle.do(intents.Undo(circle.state.facts[-1].action))


def test_a_step_is_put_behind_another_or_first_and_planned_for() -> None:
    circle = opened()
    ends = projected_end(circle.meeting, circle.now)
    tea = added(circle, "step-1")
    assert titles(circle)[:3] == ["Welcome", "Tea", "Witness"]
    assert what_next(circle.meeting) == intents.GoToStep("step-1", tea)
    assert projected_end(circle.meeting, circle.now) == ends + 10 * MINUTE


def test_a_step_can_be_put_anywhere_until_the_circle_has_been_at_it() -> None:
    circle = called()
    circle.do(intents.MoveStep("step-4", ""))
    assert titles(circle)[:2] == ["Roles", "Welcome"]
    circle.do(intents.OpenCircle())
    assert circle.meeting.step_id == "step-4"
    circle.do(intents.MoveStep("step-1", "step-3"))
    assert titles(circle) == ["Roles", "Witness", "Skill", "Welcome", "Read back", "Close"]


def test_a_step_is_put_behind_the_one_that_goes_on_or_a_later_one() -> None:
    circle = opened()
    circle.do(intents.GoToStep("step-1", "step-3"))
    assert places_to_come(circle.meeting) == ["step-3", "step-4", "step-5", "step-6"]
    circle.do(intents.MoveStep("step-5", "step-3"))
    assert step_away(circle.meeting, 1) == intents.GoToStep("step-3", "step-5")
    assert places_to_come(called().meeting)[:2] == ["", "step-1"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 3)), max_size=12))
def test_whatever_is_done_to_the_agenda_no_step_is_on_it_twice_and_undo_mends_it(
    changes: list[tuple[int, int, int]],
) -> None:
    circle = opened()
    for step, after, what in changes:
        before, known = seen(circle.state), [*circle.meeting.steps]
        one, other = known[step % len(known)], ["", *known][after % (len(known) + 1)]
        wish = [
            intents.MoveStep(one, other),
            intents.DropStep(one),
            intents.DropStep(one, deferred=True),
            intents.AddStep(TEA, other),
        ][what]
        if isinstance(circle.send(wish), list):
            plan, dropped = circle.meeting.plan, circle.meeting.dropped
            assert len(set(plan)) == len(plan)
            assert {*plan, *dropped} == set(circle.meeting.steps)
            assert set(plan) & set(dropped) <= {"step-1"}
            undo(circle)
            assert seen(circle.state) == before
            circle.do(wish)
        assert circle.meeting.step_id in circle.meeting.plan


def test_a_dropped_step_is_not_walked_to_and_takes_no_time() -> None:
    circle = opened()
    ends = projected_end(circle.meeting, circle.now)
    circle.do(intents.DropStep("step-2"))
    assert what_next(circle.meeting) == intents.GoToStep("step-1", "step-3")
    assert circle.meeting.dropped == {"step-2": False}
    assert projected_end(circle.meeting, circle.now) == ends - 10 * MINUTE


def test_a_step_that_was_begun_can_be_for_next_time_too_and_stays_where_it_was() -> None:
    circle = speaking()
    circle.do(intents.DropStep("step-1", deferred=True))
    assert circle.meeting.dropped == {"step-1": True}
    assert circle.meeting.plan == ["step-1"]
    assert circle.meeting.turn is not None


@pytest.mark.parametrize("deferred", [False, True])
def test_a_step_that_was_taken_off_comes_back_when_the_circle_goes_to_it(deferred: bool) -> None:
    circle = opened()
    circle.do(intents.DropStep("step-3", deferred))
    circle.do(intents.GoToStep("step-1", "step-3"))
    assert titles(circle)[:3] == ["Welcome", "Skill", "Witness"]
    assert circle.meeting.dropped == {}
    assert step_away(circle.meeting, 1) == intents.GoToStep("step-3", "step-2")
    undo(circle)
    assert circle.meeting.dropped == {"step-3": deferred}
    assert "step-3" not in circle.meeting.plan


def test_a_step_that_was_taken_off_can_be_put_back_in_its_place() -> None:
    circle = opened()
    before = titles(circle)
    circle.do(intents.DropStep("step-3"))
    circle.do(intents.MoveStep("step-3", "step-2"))
    assert (titles(circle), circle.meeting.dropped) == (before, {})


def test_what_was_not_reached_before_is_taken_up_once_and_again_after_it_was_dropped() -> None:
    circle = opened()
    wish = intents.AddStep(TEA, "step-1", "7@old", "step-3")
    circle.do(wish)
    tea = circle.state.facts[-1].id
    assert circle.meeting.taken_up == {tea: ("7@old", "step-3")}
    assert circle.refusal(wish).already
    circle.do(intents.DropStep(tea))
    circle.do(wish)


def test_the_way_goes_on_from_a_step_that_was_taken_back_under_the_circle() -> None:
    circle = opened()
    tea = added(circle, "step-1")
    action = circle.state.facts[-1].action
    circle.do(intents.GoToStep("step-1", tea))
    circle.do(intents.Undo(action), "t2")
    assert circle.meeting.step is None
    assert step_away(circle.meeting, -1) == intents.GoToStep(tea, "step-1")
    assert what_next(circle.meeting) == intents.GoToStep(tea, "step-2")
    circle.do(intents.GoToStep(tea, "step-2"))


def test_the_way_goes_on_from_a_first_step_that_was_taken_back() -> None:
    circle = Circle(ONE_ROUND, ["Ana"])
    tea = added(circle)
    action = circle.state.facts[-1].action
    circle.do(intents.OpenCircle())
    assert circle.meeting.step_id == tea
    circle.do(intents.Undo(action))
    assert step_away(circle.meeting, -1) is None
    assert what_next(circle.meeting) == intents.GoToStep(tea, "step-1")


def test_leaving_a_step_ends_the_turn_and_going_back_finds_the_rest_of_it() -> None:
    circle = opened()
    circle.do(intents.GoToStep("step-1", "step-2"))
    circle.do(intents.BeginTurn([*circle.meeting.rounds][-1], circle.who("Ana")))
    first = turn(circle)
    circle.do(intents.TakeNote(("Rain",), "step-2"))
    circle.do(intents.GoToStep("step-2", "step-3"))
    circle.do(intents.GoToStep("step-3", "step-2"))
    assert what_next(circle.meeting) == intents.BeginTurn(
        next(iter(circle.meeting.rounds)), circle.who("Chidi")
    )
    assert circle.meeting.turns[first].span.ended is not None
    assert [note.step for note in circle.meeting.notes.values()] == ["step-2"]


def test_the_room_agrees_to_minutes_and_takes_them_back() -> None:
    circle = opened()
    circle.do(intents.ExtendStep("step-1", 5))
    assert circle.meeting.planned_minutes("step-1") == 10
    assert step_left(circle.meeting, circle.now) == 10 * MINUTE
    circle.do(intents.ExtendStep("step-1", -10))
    assert circle.meeting.planned_minutes("step-1") == 0
    undo(circle)
    assert circle.meeting.planned_minutes("step-1") == 10


def test_a_clock_is_chosen_for_a_step_or_for_a_person_and_given_back() -> None:
    circle = opened()
    ana = circle.who("Ana")
    circle.do(intents.ChooseClock(ClockStyle.UP, "step-1"))
    circle.do(intents.ChooseClock(ClockStyle.HIDDEN, "", ana))
    assert circle.meeting.clocks == {"step-1": ClockStyle.UP, ana: ClockStyle.HIDDEN}
    circle.do(intents.ChooseClock(None, "step-1"))
    assert circle.meeting.clocks == {ana: ClockStyle.HIDDEN}


def test_each_arrival_at_a_muster_has_the_time_of_its_own() -> None:
    circle = mustering()
    first = circle.now
    circle.now += 7_000
    circle.do(intents.TickOff("step-3", circle.who("Zoë")))
    arrived = circle.meeting.mustered["step-3"]
    assert arrived == {circle.who("Ana"): first, circle.who("Zoë"): first + 7_000}
    undo(circle)
    assert [*circle.meeting.mustered["step-3"]] == [circle.who("Ana")]
