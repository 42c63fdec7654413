"""Rounds that vary, are repeated, timed, jumped about in, and ended with one more question."""

from __future__ import annotations

import copy
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agendas import ASSEMBLY, ONE_ROUND
from support.play import Circle, seen
from support.scenes import going, hands_up, out, speaking, turn, twice

from facilitator.core import intents
from facilitator.core.events import Direction, Floor, Hat, Outcome
from facilitator.core.rounds import first_speaker, order, outcomes, waiting
from facilitator.core.timing import step_left
from facilitator.core.walking import what_next

NAMES = "ABCDEFGH"


def in_a_round(people: str = NAMES) -> Circle:
    circle = Circle(ONE_ROUND, people)
    circle.do(intents.OpenCircle())
    return circle


def queue(circle: Circle) -> list[str]:
    assert circle.meeting.round is not None
    return circle.called(waiting(circle.meeting, circle.meeting.round))


def speaker(circle: Circle) -> str | None:
    turn = circle.meeting.turn
    return circle.names[turn.person] if turn is not None else None


def next_thing(circle: Circle, outcome: Outcome = Outcome.HEARD) -> intents.Intent:
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(intents.EndTurn(wish.turn, outcome) if isinstance(wish, intents.EndTurn) else wish)
    return wish


@given(st.integers(3, 9), st.integers(0, 8), st.integers(2, 9))
def test_from_round_to_round_the_direction_alternates_and_the_start_moves_on(
    number: int, facilitator: int, rounds: int
) -> None:
    circle = in_a_round("".join(chr(65 + place) for place in range(number)))
    hatted = circle.meeting.seats[facilitator % number]
    circle.do(intents.GiveHat(Hat.FACILITATOR, hatted))
    places = []
    for _ in range(rounds):
        circle.do(intents.BeginRound("step-1", after=going(circle)))
        assert circle.meeting.round is not None
        places.append((circle.meeting.round.direction, order(circle.meeting, circle.meeting.round)))
    directions = [direction for direction, _ in places]
    assert directions == [[Direction.COUNTER, Direction.SUNWISE][at % 2] for at in range(rounds)]
    assert all(hatted not in (people[0], people[-1]) for _, people in places)
    starts = [people[0] for _, people in places]
    assert all(one != other for one, other in pairwise(starts))


@given(st.lists(st.booleans(), min_size=1, max_size=8), st.integers(0, 7))
def test_nobody_starts_who_is_out(is_out: list[bool], hatted: int) -> None:
    circle = in_a_round(NAMES[: len(is_out)])
    seats = list(circle.meeting.seats)
    circle.do(intents.GiveHat(Hat.FACILITATOR, seats[hatted % len(seats)]))
    for person, away in zip(seats, is_out, strict=True):
        if away:
            circle.do(intents.StepOut(person))
    for direction in Direction:
        start = first_speaker(circle.meeting, direction)
        here = [person for person, away in zip(seats, is_out, strict=True) if not away]
        assert start in (here or [""])


def test_two_rounds_on_one_prompt_follow_each_other_and_then_the_step_is_over() -> None:
    circle = twice()
    assert step_left(circle.meeting, circle.now) == 2 * 3 * 60_000
    done = [type(next_thing(circle)) for _ in range(9)]
    a_round = [intents.BeginTurn, *[intents.EndTurn] * 3]
    assert done == [*a_round, intents.BeginRound, *a_round]
    assert len(circle.meeting.rounds_of("step-2")) == 2
    assert isinstance(what_next(circle.meeting), intents.GoToStep)


def test_another_round_than_planned_can_be_had_and_ends_the_turn_that_runs() -> None:
    circle = speaking()
    first = turn(circle)
    circle.do(intents.BeginRound("step-1", circle.who("Zoë"), Direction.SUNWISE, going(circle)))
    assert circle.meeting.turns[first].outcome is Outcome.HEARD
    assert queue(circle) == ["Zoë", "Ana", "Chidi"]


def test_a_round_can_start_with_anybody_and_go_the_other_way() -> None:
    circle = in_a_round("ABCD")
    circle.do(intents.TurnRound(going(circle), circle.who("C")))
    assert queue(circle) == ["C", "D", "A", "B"]
    next_thing(circle)
    circle.do(intents.TurnRound(going(circle), direction=Direction.COUNTER))
    assert queue(circle) == ["B", "A", "D"]


_ROUND_SO_FAR = st.lists(st.sampled_from(Outcome), max_size=7)


def played(outcomes: list[Outcome], people: str = NAMES) -> Circle:
    circle = in_a_round(people)
    play(circle, outcomes)
    return circle


def play(circle: Circle, outcomes: list[Outcome]) -> None:
    """Turns that end so."""
    for outcome in outcomes:
        if circle.meeting.turn is None:
            next_thing(circle)
        if queue(circle):
            next_thing(circle, outcome)


@given(_ROUND_SO_FAR, st.integers(0, 7))
def test_a_jump_to_any_person_leaves_the_order_of_the_others_as_it_was(
    outcomes: list[Outcome], pick: int
) -> None:
    circle = played(outcomes)
    before = queue(circle)
    if not before:
        return
    called = before[pick % len(before)]
    circle.do(intents.CallOn(circle.who(called), circle.meeting.speaking or ""))
    assert speaker(circle) == called
    assert queue(circle) == [name for name in before if name != called]
    circle.do(intents.EndTurn(turn(circle)))
    assert ([speaker(circle)] if circle.meeting.turn else []) + queue(circle) == [
        name for name in before if name != called
    ]


@given(_ROUND_SO_FAR, st.integers(0, 7), st.integers(0, 7))
def test_swapping_twice_is_nothing_and_once_moves_only_these_two(
    outcomes: list[Outcome], one: int, other: int
) -> None:
    circle = played(outcomes)
    seats, before = list(circle.meeting.seats), seen(circle.state)
    if one == other:
        return
    circle.do(intents.SwapSeats(seats[one], seats[other]))
    moved = list(circle.meeting.seats)
    assert (moved[one], moved[other]) == (seats[other], seats[one])
    assert all(moved[at] == seats[at] for at in range(8) if at not in (one, other))
    circle.do(intents.SwapSeats(seats[one], seats[other]))
    assert seen(circle.state) == before


@given(_ROUND_SO_FAR.filter(bool), st.integers(0, 7), st.integers(0, 7), st.booleans())
def test_those_who_stay_where_they_are_are_heard_in_the_order_in_which_they_were(
    outcomes: list[Outcome], one: int, other: int, counter: bool
) -> None:
    circle = in_a_round()
    if counter:
        circle.do(intents.TurnRound(going(circle), circle.who("H"), Direction.COUNTER))
    play(circle, outcomes)
    before = queue(circle)
    swapped, moved = copy.deepcopy(circle), copy.deepcopy(circle)
    swapped.send(intents.SwapSeats(circle.meeting.seats[one], circle.meeting.seats[other]))
    moved.send(intents.TakeSeat(circle.meeting.seats[one], circle.meeting.seats[other]))
    for after, movers in ((swapped, {NAMES[one], NAMES[other]}), (moved, {NAMES[one]})):
        stayed = [name for name in before if name not in movers]
        assert [name for name in queue(after) if name not in movers] == stayed
        assert set(queue(after)) == set(before)


def test_whoever_sits_down_where_the_round_has_been_is_heard_when_it_has_come_round() -> None:
    circle = in_a_round("ABCD")
    next_thing(circle)
    circle.do(intents.SwapSeats(circle.who("A"), circle.who("C")))
    assert queue(circle) == ["B", "D", "C"]


@given(st.integers(1, 7), st.integers(0, 7))
def test_a_latecomer_is_reached_where_they_sit_or_when_the_circle_has_come_round(
    heard: int, seat: int
) -> None:
    circle = played([Outcome.HEARD] * (heard - 1))
    if circle.meeting.turn is None:
        next_thing(circle)
    circle.do(intents.Welcome("Late"))
    if seat < 7:
        circle.do(intents.TakeSeat(circle.who("Late"), circle.who(NAMES[seat])))
    here = NAMES.index(speaker(circle) or "")
    after = list(NAMES[here + 1 :])
    place = seat - here if seat >= here else len(after)
    assert queue(circle) == [*after[:place], "Late", *after[place:]]


def test_someone_out_when_their_turn_would_come_is_skipped_and_fitted_in_when_back() -> None:
    circle = in_a_round("ABCD")
    circle.do(intents.StepOut(circle.who("B")))
    next_thing(circle)
    next_thing(circle)
    assert (speaker(circle), queue(circle)) == ("C", ["D"])
    circle.do(intents.ComeBack(circle.who("B")))
    assert queue(circle) == ["D", "B"]


def test_someone_who_goes_out_in_mid_turn_is_come_back_to() -> None:
    circle = in_a_round("ABC")
    next_thing(circle)
    circle.do(intents.StepOut(circle.who("A")))
    assert (speaker(circle), queue(circle)) == (None, ["B", "C"])
    circle.do(intents.Welcome("A"))
    assert queue(circle) == ["B", "C", "A"]


def test_those_not_yet_heard_are_asked_once_more_before_the_round_ends() -> None:
    circle = played([Outcome.PASSED], "ABC")
    next_thing(circle)
    circle.do(intents.StepOut(circle.who("C")))
    assert queue(circle) == []
    assert next_thing(circle) == intents.AskAgain(going(circle))
    assert what_next(circle.meeting) is None
    circle.do(intents.ComeBack(circle.who("C")))
    assert queue(circle) == ["C"]


def test_whoever_passed_may_speak_when_asked_again_and_counts_as_heard() -> None:
    circle = played([Outcome.PASSED] * 3, "ABC")
    next_thing(circle, Outcome.PASSED)
    assert isinstance(next_thing(circle), intents.AskAgain)
    circle.do(intents.BeginTurn(going(circle), circle.who("B")))
    next_thing(circle)
    assert circle.meeting.round is not None
    assert outcomes(circle.meeting, circle.meeting.round)[circle.who("B")] is Outcome.HEARD
    assert what_next(circle.meeting) is None


def test_asking_again_can_be_taken_back() -> None:
    circle = played([Outcome.PASSED] * 2, "AB")
    next_thing(circle, Outcome.PASSED)
    asked = next_thing(circle)
    circle.do(intents.Undo(circle.state.facts[-1].action))
    assert what_next(circle.meeting) == asked


@given(st.integers(1, 8), st.integers(0, 7), st.integers(1, 60))
def test_minutes_are_shared_among_those_who_are_left_and_never_more_than_there_are(
    number: int, heard: int, minutes: int
) -> None:
    circle = played([Outcome.HEARD] * min(heard, number - 1), NAMES[:number])
    left = len(queue(circle))
    if not left:
        return
    circle.do(intents.TimeRound(going(circle), share_minutes=minutes))
    next_thing(circle)
    assert circle.meeting.turn is not None
    each = circle.meeting.turn.seconds
    assert each % 5 == 0
    assert minutes * 60 - 5 * left < each * left <= minutes * 60


def test_time_for_each_comes_from_the_step_until_it_is_agreed_otherwise() -> None:
    circle = twice()
    next_thing(circle)
    circle.do(intents.TimeRound(going(circle), 45))
    assert circle.meeting.turn is not None
    assert circle.meeting.turn.seconds == 60
    next_thing(circle)
    assert circle.meeting.turn.seconds == 45
    circle.do(intents.BeginRound("step-2", after=going(circle)))
    next_thing(circle)
    assert circle.meeting.turn.seconds == 60


@pytest.mark.parametrize("how", ["stack first", "round first"])
def test_next_on_an_empty_stack_goes_back_to_what_the_round_still_asks(how: str) -> None:
    circle = twice()
    if how == "stack first":
        circle.do(intents.GiveFloor("step-2", Floor.STACK))
    else:
        for _ in range(4):
            next_thing(circle, Outcome.PASSED)
        circle.do(intents.GiveFloor("step-2", Floor.STACK))
    hands_up(circle, "Ana")
    next_thing(circle)
    next_thing(circle)
    assert next_thing(circle) == intents.GiveFloor("step-2", Floor.ROUND)
    expected = intents.BeginTurn if how == "stack first" else intents.AskAgain
    assert isinstance(next_thing(circle), expected)


def test_a_round_is_there_as_it_was_when_its_step_is_opened_again() -> None:
    circle = twice()
    next_thing(circle)
    next_thing(circle)
    circle.do(intents.GoToStep("step-2", "step-4"))
    circle.do(intents.GoToStep("step-4", "step-2"))
    assert len(circle.meeting.rounds_of("step-2")) == 1
    assert queue(circle) == ["Zoë"]


def test_a_round_can_be_had_at_a_step_that_has_a_stack() -> None:
    circle = Circle(ASSEMBLY, ["Ana", "Chidi"])
    circle.do(intents.OpenCircle())
    circle.do(intents.GiveFloor("step-1", Floor.ROUND))
    assert queue(circle) == ["Ana", "Chidi"]
    assert step_left(circle.meeting, circle.now) == 2 * 120_000


def test_a_person_who_is_out_takes_part_and_is_not_waited_for() -> None:
    circle = out()
    assert circle.called(circle.meeting.present) == ["Ana", "Chidi", "Zoë"]
    assert queue(circle) == ["Ana", "Chidi"]
