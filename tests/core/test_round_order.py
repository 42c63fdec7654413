"""Everyone is reached once: latecomers, leavers, those to come back to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.agendas import DEBRIEF, ONE_ROUND
from support.play import Circle, write

from facilitator.core import intents
from facilitator.core.events import Direction, Hat, Outcome, RoundBegan
from facilitator.core.fold import fold
from facilitator.core.intents import Refusal
from facilitator.core.rounds import first_speaker, order, outcomes, turns, waiting
from facilitator.core.walking import what_next


def in_a_round(*people: str) -> Circle:
    circle = Circle(ONE_ROUND, people)
    circle.do(intents.OpenCircle())
    return circle


def queue(circle: Circle) -> list[str]:
    going = circle.meeting.round
    assert going is not None
    return circle.called(waiting(circle.meeting, going))


def speaker(circle: Circle) -> str | None:
    turn = circle.meeting.turn
    return circle.names[turn.person] if turn is not None else None


def next_thing(circle: Circle, outcome: Outcome = Outcome.HEARD) -> None:
    """Press the key for the next thing; an ending turn ends in a certain way."""
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(intents.EndTurn(wish.turn, outcome) if isinstance(wish, intents.EndTurn) else wish)


def test_the_circle_goes_round_in_seating_order() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë")
    assert queue(circle) == ["Ana", "Chidi", "Zoë"]
    spoke = []
    while what_next(circle.meeting) is not None:
        next_thing(circle)
        spoke.append(speaker(circle))
    assert spoke == ["Ana", "Chidi", "Zoë", None]


def test_those_to_come_back_to_are_last_and_in_the_order_in_which_they_asked() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë", "Li")
    next_thing(circle)
    next_thing(circle, Outcome.LATER)
    next_thing(circle)
    assert queue(circle) == ["Li", "Ana"]
    next_thing(circle, Outcome.LATER)
    assert (speaker(circle), queue(circle)) == ("Li", ["Ana", "Zoë"])
    next_thing(circle)
    next_thing(circle, Outcome.LATER)
    assert (speaker(circle), queue(circle)) == ("Zoë", ["Ana"])


def test_the_circle_goes_on_from_the_seat_of_the_one_who_was_let_speak_first() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë", "Li")
    going = circle.meeting.round
    assert going is not None
    circle.do(intents.BeginTurn(going.id, circle.who("Zoë")))
    assert queue(circle) == ["Li", "Ana", "Chidi"]


def test_someone_who_was_come_back_to_does_not_move_the_place_where_the_circle_is() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë", "Li")
    next_thing(circle)
    next_thing(circle, Outcome.LATER)
    next_thing(circle)
    circle.do(intents.Leave(circle.who("Zoë")))
    going = circle.meeting.round
    assert going is not None
    circle.do(intents.BeginTurn(going.id, circle.who("Ana")))
    circle.do(intents.Welcome("Mo"))
    circle.do(intents.TakeSeat(circle.who("Mo"), circle.who("Zoë")))
    assert queue(circle) == ["Mo", "Li"]


@pytest.mark.parametrize(("after", "expected"), [("Ana", ["Zoë", "Mo"]), ("Chidi", ["Mo", "Zoë"])])
def test_a_latecomer_is_reached_in_this_round_wherever_they_sit_down(
    after: str, expected: list[str]
) -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë")
    next_thing(circle)
    next_thing(circle)
    circle.do(intents.Welcome("Mo"))
    circle.do(intents.TakeSeat(circle.who("Mo"), circle.who(after)))
    assert queue(circle) == expected


def test_someone_who_leaves_is_not_waited_for_and_someone_who_returns_is() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë")
    circle.do(intents.Leave(circle.who("Chidi")))
    assert queue(circle) == ["Ana", "Zoë"]
    circle.do(intents.Welcome("chidi"))
    assert queue(circle) == ["Ana", "Chidi", "Zoë"]


def test_someone_who_leaves_while_speaking_was_heard_and_the_next_one_can_speak() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë")
    next_thing(circle)
    circle.do(intents.Leave(circle.who("Ana")))
    circle.do(intents.Welcome("Ana"))
    assert (speaker(circle), queue(circle)) == (None, ["Chidi", "Zoë"])


def test_a_round_goes_against_the_sun_too() -> None:
    circle = in_a_round("Ana", "Chidi", "Zoë", "Li")
    other_way = RoundBegan("step-1", circle.who("Chidi"), Direction.COUNTER)
    circle.state = fold(
        write([other_way], circle.state, "t1", circle.now, circle.id), onto=circle.state
    )
    assert queue(circle) == ["Chidi", "Ana", "Li", "Zoë"]


_HAPPENS = st.one_of(
    st.tuples(st.just("next"), st.sampled_from(Outcome)),
    st.tuples(st.just("next"), st.sampled_from(Outcome)),
    st.tuples(st.sampled_from(("welcome", "leave")), st.sampled_from("ABCDEFGH")),
    st.tuples(st.just("jump"), st.integers(0, 9)),
    st.tuples(st.just("move"), st.integers(0, 9)),
)


def happen(circle: Circle, what: str, which: object) -> None:
    people, going = circle.meeting.seats, circle.meeting.round
    assert going is not None
    if what == "welcome":
        circle.send(intents.Welcome(str(which)))
    elif what == "leave" and which in circle.names.values():
        circle.send(intents.Leave(circle.who(str(which))))
    elif what == "jump" and isinstance(which, int):
        circle.send(intents.BeginTurn(going.id, people[which % len(people)]))
    elif what == "move" and isinstance(which, int):
        circle.send(intents.TakeSeat(people[which % len(people)], people[0]))
    elif isinstance(which, Outcome) and isinstance(
        wish := what_next(circle.meeting), (intents.EndTurn, intents.BeginTurn)
    ):
        ending = isinstance(wish, intents.EndTurn)
        circle.send(intents.EndTurn(wish.turn, which) if ending else wish)  # type: ignore[union-attr]


@settings(max_examples=120)
@given(st.lists(_HAPPENS, max_size=30))
def test_everyone_in_the_room_is_heard_passed_or_waiting_exactly_once(
    happenings: list[tuple[str, object]],
) -> None:
    circle = in_a_round("A", "B", "C", "D")
    for what, which in happenings:
        happen(circle, what, which)
        meeting, going = circle.meeting, circle.meeting.round
        assert going is not None
        line = waiting(meeting, going)
        said = outcomes(meeting, going)
        done = [person for person, outcome in said.items() if outcome is not Outcome.LATER]
        speaking = [meeting.turn.person] if meeting.turn is not None else []
        assert len(line) == len(set(line))
        assert not set(line) & {*done, *speaking}
        assert set(meeting.present) <= {*line, *done, *speaking}
        assert set(line) <= set(meeting.present)
        asked = [person for person, outcome in said.items() if outcome is Outcome.LATER]
        to_come_back_to = [person for person in asked if person in line]
        assert line[len(line) - len(to_come_back_to) :] == to_come_back_to
        ended = turns(meeting, going)
        heard = [turn.person for turn in ended if turn.outcome is Outcome.HEARD]
        passed = [turn.person for turn in ended if turn.outcome is Outcome.PASSED]
        # Whoever passed may speak after all; nobody is heard twice.
        assert len(heard) == len(set(heard))
        assert {*heard, *passed} == set(done)


@settings(max_examples=60)
@given(st.lists(_HAPPENS, max_size=20))
def test_whatever_happened_the_round_comes_to_an_end_with_everyone_heard(
    happenings: list[tuple[str, object]],
) -> None:
    circle = in_a_round("A", "B", "C", "D")
    for what, which in happenings:
        happen(circle, what, which)
    for _ in range(2 * len(circle.names) + 2):
        if (wish := what_next(circle.meeting)) is not None:
            assert not isinstance(circle.send(wish), Refusal)
    assert what_next(circle.meeting) is None
    going = circle.meeting.round
    assert going is not None
    said = outcomes(circle.meeting, going)
    assert all(said[person] is not Outcome.LATER for person in circle.meeting.present)


@given(st.integers(1, 12), st.integers(0, 11), st.integers(1, 4))
def test_the_facilitator_is_neither_first_nor_last_and_the_start_moves_on(
    number: int, facilitator: int, played: int
) -> None:
    circle = Circle(DEBRIEF, [f"P{place}" for place in range(number)])
    hatted = circle.meeting.seats[facilitator % number]
    circle.do(intents.GiveHat(Hat.FACILITATOR, hatted))
    starts: list[str] = []
    for _ in range(played):
        start = first_speaker(circle.meeting, Direction.SUNWISE)
        began = RoundBegan("step-2", start)
        facts = write([began], circle.state, "t1", circle.now, circle.id)
        circle.state = fold(facts, onto=circle.state)
        places = order(circle.meeting, [*circle.meeting.rounds.values()][-1])
        assert places[0] == start
        assert number < 3 or hatted not in (places[0], places[-1])
        assert number < 4 or not starts or starts[-1] != start
        starts.append(start)


def test_nobody_starts_where_nobody_is() -> None:
    assert first_speaker(Circle().meeting, Direction.SUNWISE) == ""
