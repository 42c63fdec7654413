"""At which circle each terminal is: the seat, the way back and the room's display ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.files import do

from facilitator.cli.circles import at_journal
from facilitator.clock import SystemClock
from facilitator.core import intents
from facilitator.core.intents import Refusal
from facilitator.session import Session

THERE = Refusal("The facilitator's terminal is there. The seat is passed on from it.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.fixture
def first(path: Path) -> Iterator[Session]:
    """The terminal that opened a circle."""
    with at_journal(path, SystemClock()) as found:
        opened(found, "Old")
        yield found


@pytest.fixture
def second(path: Path, first: Session) -> Iterator[Session]:
    """Another terminal, at the same circle."""
    with at_journal(path, SystemClock()) as found:
        found.enter(first.at)
        yield found


def opened(at: Session, title: str) -> str:
    """Call a circle of one, and open it; its identity."""
    do(at, intents.CallMeeting(title, DEBRIEF), intents.Welcome("Ana"), intents.OpenCircle())
    return at.at


def waiting(at: Session) -> list[str]:
    return [each.title for each in at.group.waiting()]


def in_the_room(at: Session) -> str:
    return at.group.for_the_room(at.state, at.at)


def test_the_seat_of_a_terminal_that_is_at_the_circle_is_not_taken(
    first: Session, second: Session
) -> None:
    assert first.alive() == second.alive() == {"t1", "t2"}
    assert second.send(intents.TakeSeatOver()) == THERE


def test_the_seat_of_a_terminal_that_went_back_to_the_first_screen_is_taken_over(
    first: Session, second: Session
) -> None:
    first.leave()
    assert second.alive() == {"t2"}
    assert second.seat_is_silent
    do(second, intents.TakeSeatOver(), intents.GoToStep("step-1", "step-2"))


def test_the_seat_of_a_terminal_that_went_to_another_circle_is_taken_over(
    first: Session, second: Session
) -> None:
    opened(first, "New")
    assert second.seat_is_silent
    do(second, intents.TakeSeatOver())


def test_a_program_that_got_the_number_of_a_gone_one_is_not_at_its_circle(path: Path) -> None:
    with at_journal(path, SystemClock()) as first:
        circle = opened(first, "Old")
        with at_journal(path, SystemClock()) as second:
            second.enter(circle)
            first.leave()
    with at_journal(path, SystemClock()) as other:
        assert other.terminal == "t1"
        with at_journal(path, SystemClock()) as third:
            third.enter(circle)
            assert third.alive() == {"t2"}
            do(third, intents.TakeSeatOver())


def test_whoever_comes_back_to_the_circle_still_has_its_seat(
    first: Session, second: Session
) -> None:
    first.leave()
    first.enter(second.at)
    assert first.has_seat
    assert second.send(intents.TakeSeatOver()) == THERE


def test_the_circle_where_something_happened_last_waits_first(first: Session) -> None:
    old = first.at
    new = opened(first, "New")
    first.leave()
    assert waiting(first) == ["New", "Old"]
    first.enter(old)
    do(first, intents.TakeNote(("late",), "step-1"))
    first.leave()
    assert waiting(first) == ["Old", "New"]
    first.enter(new)
    do(first, intents.CloseCircle())
    assert waiting(first) == ["Old"]


def test_a_circle_that_is_being_gathered_waits_before_an_older_one_that_was_opened(
    first: Session,
) -> None:
    do(first, intents.CallMeeting("Tonight", DEBRIEF))
    first.leave()
    assert waiting(first) == ["Tonight", "Old"]


def test_the_circle_at_which_a_program_is_waits_before_those_where_more_happened(
    path: Path, first: Session
) -> None:
    with at_journal(path, SystemClock()) as second:
        opened(second, "New")
        second.leave()
        assert waiting(second) == ["Old", "New"]
        assert in_the_room(second) == first.at


def test_of_two_circles_that_go_on_the_room_is_shown_the_one_that_was_opened_last(
    path: Path, first: Session
) -> None:
    with at_journal(path, SystemClock()) as second:
        new = opened(second, "New")
        do(first, intents.TakeNote(("still here",), "step-1"))
        with at_journal(path, SystemClock()) as room:
            assert in_the_room(room) == new


def test_a_closed_circle_stays_before_the_room_until_another_one_goes_on(
    path: Path, first: Session
) -> None:
    old = first.at
    new = opened(first, "New")
    with at_journal(path, SystemClock()) as room:
        room.enter(new)
        room.leave()
        do(first, intents.CloseCircle())
        room.catch_up()
        assert waiting(room) == ["Old"]
        assert in_the_room(room) == new
        first.leave()
        assert in_the_room(room) == new
        first.enter(old)
        assert in_the_room(room) == new
        do(first, intents.TakeNote(("it goes on",), "step-1"))
        assert in_the_room(room) == old
        next_one = opened(first, "Next")
        first.leave()
        assert in_the_room(room) == next_one
