"""The facilitator's seat: which terminal moves the circle, and how the seat goes to another."""

from __future__ import annotations

import pytest
from support.play import seen, write
from support.scenes import between_two, called, hands_up

from facilitator.core import intents
from facilitator.core.agenda import Break
from facilitator.core.events import Floor, Stop
from facilitator.core.fold import fold
from facilitator.core.intents import Here, Intent, Refusal
from facilitator.core.news import news
from facilitator.core.rules import decide
from facilitator.core.writing import last_done

BOTH = frozenset({"t1", "t2"})

FROM_THE_SEAT: list[Intent] = [
    intents.GoToStep("step-1", "step-2"),
    intents.BeginRound("step-1"),
    intents.GiveFloor("step-1", Floor.ROUND),
    intents.TakeBreak(5),
    intents.DropStep("step-2"),
    intents.MoveStep("step-3", "step-1"),
    intents.ExtendStep("step-1", 5),
    intents.SetClockBack(9_000),
    intents.PassSeat("t2"),
    intents.CloseCircle(),
]

FROM_ANYWHERE: list[Intent] = [
    intents.PauseCircle(stop=Stop.CATCHING_UP),
    intents.Welcome("Late"),
    intents.TakeNote(("Rain",), "step-1"),
    intents.CloseStack("step-1"),
]


@pytest.mark.parametrize("wish", FROM_THE_SEAT)
def test_what_moves_the_circle_is_done_from_the_seat(wish: Intent) -> None:
    circle = between_two()
    assert isinstance(circle.send(wish, "t2"), Refusal)
    circle.do(wish, "t1")


@pytest.mark.parametrize("wish", FROM_ANYWHERE)
def test_what_anybody_may_do_is_done_from_anywhere(wish: Intent) -> None:
    between_two().do(wish, "t2")


def test_whoever_opens_the_circle_has_the_seat() -> None:
    circle = called()
    circle.alive = BOTH
    circle.do(intents.AddStep(Break(title="Tea")), "t1")
    circle.do(intents.OpenCircle(), "t2")
    assert circle.meeting.seat == ("k7f3", "t2")
    circle.refusal(intents.GoToStep("step-1", "step-2"), "t1")


def test_a_seat_that_is_given_before_the_opening_is_kept_for_it() -> None:
    circle = called()
    circle.alive = BOTH
    circle.do(intents.PassSeat("t2"), "t1")
    circle.refusal(intents.OpenCircle(), "t1")
    circle.do(intents.OpenCircle(), "t2")
    assert circle.meeting.seat == ("k7f3", "t2")


def test_the_seat_is_passed_on_and_comes_back() -> None:
    circle = between_two()
    step = intents.GoToStep("step-1", "step-2")
    circle.do(intents.PassSeat("t2"), "t1")
    circle.refusal(step, "t1")
    circle.do(intents.PassSeat("t1"), "t2")
    circle.do(step, "t1")


def test_passing_the_seat_can_be_taken_back_by_whoever_passed_it() -> None:
    circle = between_two()
    before = seen(circle.state)
    circle.do(intents.PassSeat("t2"), "t1")
    circle.do(intents.Undo(circle.state.facts[-1].action), "t1")
    assert seen(circle.state) == before


def test_a_seat_whose_terminal_is_gone_is_taken_over_and_the_circle_goes_on() -> None:
    circle = between_two()
    hands_up(circle, "Ana")
    circle.alive = frozenset({"t2"})
    before = {**seen(circle.state)["meetings"][circle.id], "seat": None}
    circle.do(intents.TakeSeatOver(), "t2")
    assert {**seen(circle.state)["meetings"][circle.id], "seat": None} == before
    circle.do(intents.GoToStep("step-1", "step-2"), "t2")
    circle.alive = BOTH
    circle.refusal(intents.GoToStep("step-2", "step-3"), "t1")


def test_whoever_had_the_seat_does_not_pull_the_circle_from_under_whoever_has_it() -> None:
    circle, here, there = between_two(), ("k7f3", "t1"), ("k7f3", "t2")
    circle.do(intents.GoToStep("step-1", "step-2"), "t1")
    circle.do(intents.PassSeat("t2"), "t1")
    passed = circle.state.facts[-1].action
    assert last_done(circle.state, here) == passed
    circle.do(intents.GoToStep("step-2", "step-3"), "t2")
    assert last_done(circle.state, here) is None
    circle.do(intents.TakeNote(("Rain",), "step-3"), "t1")
    noted = circle.state.facts[-1].action
    assert last_done(circle.state, here) == noted
    assert last_done(circle.state, there) is not None
    circle.do(intents.PassSeat("t1"), "t2")
    circle.do(intents.Undo(noted), "t1")
    assert last_done(circle.state, here) == passed


def test_a_note_taker_takes_back_a_line_though_the_circle_moved_on() -> None:
    circle = between_two()
    circle.do(intents.TakeNote(("Rain",), "step-1"), "t2")
    noted = circle.state.facts[-1].action
    circle.do(intents.GoToStep("step-1", "step-2"), "t1")
    assert last_done(circle.state, ("k7f3", "t2")) == noted


def test_a_seat_of_another_copy_of_the_journal_is_taken_over_there_at_once() -> None:
    """A copy has no name of its own before it has written: the seat is given under its new one."""
    circle = between_two()
    there = Here(circle.now, "t1", circle.id, 60, circle.names, "", frozenset({"t1"}))
    refused = decide(circle.state, intents.GoToStep("step-1", "step-2"), there)
    words = "The facilitator's terminal has gone silent. Take the seat over first."
    assert refused == Refusal(words)
    taken = decide(circle.state, intents.TakeSeatOver(), there)
    assert isinstance(taken, list)
    circle.state = fold(write(taken, circle.state, "t1", circle.now, circle.id), circle.state)
    assert circle.meeting.seat == ("k7f3", "t1")


def test_where_nothing_is_known_of_other_terminals_none_is_in_the_way() -> None:
    circle = between_two()
    circle.alive = frozenset()
    circle.do(intents.GoToStep("step-1", "step-2"), "t2")


def test_what_moved_the_circle_is_not_taken_back_at_another_terminal() -> None:
    circle = between_two()
    opened = circle.state.facts[-1].action
    circle.do(intents.GoToStep("step-1", "step-2"), "t1")
    moved = circle.state.facts[-1].action
    words = "That moved the circle: it is taken back where the seat is."
    assert circle.refusal(intents.Undo(moved), "t2") == Refusal(words)
    assert circle.refusal(intents.Undo(opened), "t2") == Refusal(words)
    circle.do(intents.TakeNote(("Rain",), "step-2"), "t1")
    circle.do(intents.Undo(circle.state.facts[-1].action), "t2")
    circle.do(intents.Undo(moved), "t1")
    undone = circle.state.facts[-1].action
    assert circle.refusal(intents.Undo(undone), "t2") == Refusal(words)
    circle.do(intents.CloseCircle(), "t1")
    closed = circle.state.facts[-1].action
    assert circle.refusal(intents.Undo(closed), "t2") == Refusal(words)
    circle.alive = frozenset({"t2"})
    circle.do(intents.Undo(closed), "t2")


def test_whose_action_was_taken_back_elsewhere_is_told() -> None:
    circle, here = between_two(), ("k7f3", "t1")
    circle.do(intents.TakeNote(("Rain",), "step-1"), "t1")
    noted = circle.state.facts[-1].action
    circle.do(intents.TakeNote(("Snow",), "step-1"), "t2")
    before = len(circle.state.facts)
    circle.do(intents.Undo(circle.state.facts[-1].action), "t2")
    circle.do(intents.Undo(noted), "t2")
    facts = circle.state.facts[before:]
    assert news(facts, circle.state, circle.names, here) == ["t2 took back: note “Rain”"]
    assert news(facts, circle.state, circle.names, ("k7f3", "t2")) == []


def test_whoever_is_passed_the_seat_is_told() -> None:
    circle = between_two()
    circle.do(intents.PassSeat("t2"), "t1")
    words = "This terminal has the facilitator's seat now: t1 passed it on."
    facts = circle.state.facts[-1:]
    assert news(facts, circle.state, circle.names, ("k7f3", "t2")) == [words]
    assert news(facts, circle.state, circle.names, ("k7f3", "t1")) == []
