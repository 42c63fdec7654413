"""Clocks computed from recorded spans: pauses are charged to nobody, whatever the clock did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agendas import ONE_ROUND
from support.play import Circle
from support.strategies import LONG

from facilitator.core import intents, timing, words
from facilitator.core.events import Outcome
from facilitator.core.state import Span
from facilitator.core.timing import Phase, running
from facilitator.core.walking import what_next

MOMENTS = st.integers(0, 60)
SPANS = st.builds(Span, MOMENTS, st.one_of(st.none(), MOMENTS))
SECOND = 1000


def charged(span: Span, pauses: list[Span], now: int) -> int:
    """The naive way: every millisecond of the span that is in no pause."""
    every = set(range(span.began, now if span.ended is None else span.ended))
    for pause in pauses:
        every -= set(range(pause.began, now if pause.ended is None else pause.ended))
    return len(every)


@given(SPANS, st.lists(SPANS, max_size=6), MOMENTS)
def test_what_is_charged_is_every_millisecond_outside_of_pauses(
    span: Span, pauses: list[Span], now: int
) -> None:
    assert running(span, pauses, now) == charged(span, pauses, now)


@given(
    st.builds(Span, LONG, st.one_of(st.none(), LONG)),
    st.lists(st.builds(Span, LONG, st.one_of(st.none(), LONG)), max_size=4),
    LONG,
)
def test_what_is_charged_is_between_nothing_and_the_time_on_the_wall(
    span: Span, pauses: list[Span], now: int
) -> None:
    assert 0 <= running(span, pauses, now) <= timing.length(span, now)


def speaking() -> Circle:
    circle = Circle(ONE_ROUND, ["Ana", "Chidi", "Zoë"])
    circle.do(intents.OpenCircle())
    next_thing(circle)
    return circle


def next_thing(circle: Circle) -> None:
    wish = what_next(circle.meeting)
    assert wish is not None
    circle.do(wish)


def reading(circle: Circle) -> timing.Reading:
    turn = circle.meeting.turn
    assert turn is not None
    return timing.turn_reading(circle.meeting, turn, circle.now)


def turn_of(circle: Circle) -> str:
    assert circle.meeting.speaking is not None
    return circle.meeting.speaking


def test_a_pause_of_the_turn_in_a_pause_of_the_circle_is_taken_off_once() -> None:
    circle = speaking()
    for intent, seconds in (
        (intents.PauseTurn(turn_of(circle)), 5),
        (intents.PauseCircle("silence"), 10),
        (intents.ResumeTurn(turn_of(circle)), 20),
    ):
        circle.now += seconds * SECOND
        circle.do(intent)
    circle.now += 3 * SECOND
    assert (reading(circle).elapsed, circle.meeting.paused) == (8 * SECOND, False)


def test_the_end_of_a_turn_ends_its_pause_and_the_pause_of_the_circle() -> None:
    circle = speaking()
    first = turn_of(circle)
    circle.now += 4 * SECOND
    circle.do(intents.PauseTurn(first))
    circle.do(intents.PauseCircle())
    circle.now += 60 * SECOND
    next_thing(circle)
    circle.now += 2 * SECOND
    ended = circle.meeting.turns[first]
    assert timing.turn_reading(circle.meeting, ended, circle.now).elapsed == 4 * SECOND
    pause = Span(ended.span.began + 4 * SECOND, ended.span.began + 64 * SECOND)
    stood = [(each.began, each.ended) for each in (*ended.pauses, *circle.meeting.pauses)]
    assert stood == [(pause.began, pause.ended)] * 2
    assert reading(circle).elapsed == 2 * SECOND


@pytest.mark.parametrize(
    "wish", [intents.GoToStep("step-2", "step-4"), intents.CloseCircle()], ids=["step", "close"]
)
def test_whoever_speaks_when_the_circle_goes_on_was_heard_and_every_clock_ends(
    wish: intents.Intent,
) -> None:
    circle = Circle(people=["Ana", "Chidi"])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-2"))
    next_thing(circle)
    first = turn_of(circle)
    circle.do(intents.PauseCircle())
    circle.now += 9 * SECOND
    circle.do(wish)
    turn = circle.meeting.turns[first]
    assert (turn.outcome, turn.span.ended) == (Outcome.HEARD, circle.now)
    assert (circle.meeting.turn, circle.meeting.paused) == (None, False)
    visits = [visit.span.ended for visit in circle.meeting.visits if visit.step == "step-2"]
    assert visits == [circle.now]


@pytest.mark.parametrize(
    ("seconds", "left", "phase", "shown"),
    [
        (0, 60, Phase.CALM, "1:00"),
        (47, 13, Phase.CALM, "0:13"),
        (48, 12, Phase.WARNING, "0:12"),
        (60, 0, Phase.OVER, "+0:00"),
        (105, -45, Phase.OVER, "+0:45"),
        (3729, -3669, Phase.OVER, "+1:01:09"),
    ],
)
def test_a_clock_runs_down_warns_and_counts_on(
    seconds: int, left: int, phase: Phase, shown: str
) -> None:
    circle = speaking()
    circle.now += seconds * SECOND
    read = reading(circle)
    assert (read.left, read.phase) == (left * SECOND, phase)
    assert words.span(read.left) == shown


def test_time_that_was_added_is_time_that_was_given() -> None:
    circle = speaking()
    circle.now += 70 * SECOND
    circle.do(intents.ExtendTurn(turn_of(circle)))
    assert (reading(circle).given, reading(circle).left) == (90 * SECOND, 20 * SECOND)


def test_a_clock_that_was_set_back_charges_nothing_rather_than_less() -> None:
    circle = speaking()
    circle.now -= 3600 * SECOND
    assert reading(circle).elapsed == 0
    assert timing.step_elapsed(circle.meeting, "step-1", circle.now) == 0


@given(st.lists(st.integers(-90_000, 90_000), min_size=12, max_size=12))
def test_a_turn_is_never_charged_more_than_passed_whatever_was_pressed(jumps: list[int]) -> None:
    circle = speaking()
    turn = turn_of(circle)
    began = circle.now
    for place, jump in enumerate(jumps):
        circle.now += jump
        wanted: tuple[intents.Intent, ...] = (
            intents.PauseTurn(turn),
            intents.PauseCircle(),
            intents.ResumeTurn(turn),
            intents.ResumeCircle(),
        )
        circle.send(wanted[(place + jump) % 4])
        assert 0 <= reading(circle).elapsed <= max(0, circle.now - began)


def test_the_end_is_what_is_left_here_and_what_is_planned_after() -> None:
    circle = Circle(people=["Ana", "Chidi", "Zoë"])
    minute, now = 60 * SECOND, circle.now
    assert timing.projected_end(circle.meeting, now) == now + 35 * minute
    assert timing.planned_end(circle.meeting, now) == now + 35 * minute
    circle.do(intents.OpenCircle())
    circle.now += 2 * minute
    assert timing.projected_end(circle.meeting, circle.now) == now + 35 * minute
    circle.do(intents.GoToStep("step-1", "step-2"))
    three_turns_and_the_rest = 3 * 90 * SECOND + 20 * minute
    assert timing.projected_end(circle.meeting, circle.now) == circle.now + three_turns_and_the_rest
    next_thing(circle)
    circle.now += 100 * SECOND
    two_turns_and_the_rest = 2 * 90 * SECOND + 20 * minute
    assert timing.projected_end(circle.meeting, circle.now) == circle.now + two_turns_and_the_rest
    assert timing.planned_end(circle.meeting, circle.now) == now + 35 * minute
    circle.do(intents.CloseCircle())
    closed = circle.now
    assert timing.projected_end(circle.meeting, closed + minute) == closed


def test_steps_that_were_gone_back_from_are_not_planned_for_again() -> None:
    circle = Circle(people=["Ana"])
    circle.do(intents.OpenCircle())
    circle.do(intents.GoToStep("step-1", "step-4"))
    circle.do(intents.GoToStep("step-4", "step-1"))
    left = timing.projected_end(circle.meeting, circle.now) - circle.now
    assert left == (5 + 10 + 8 + 3 + 2) * 60 * SECOND


def test_two_visits_to_a_step_add_up() -> None:
    circle = Circle(people=["Ana"])
    circle.do(intents.OpenCircle())
    for leaving, going in (("step-1", "step-4"), ("step-4", "step-1")):
        circle.now += 30 * SECOND
        circle.do(intents.GoToStep(leaving, going))
    circle.now += 15 * SECOND
    assert timing.step_elapsed(circle.meeting, "step-1", circle.now) == 45 * SECOND
    assert timing.step_elapsed(circle.meeting, "step-4", circle.now) == 30 * SECOND


def test_a_turn_that_is_come_back_to_is_charged_on_its_own() -> None:
    circle = speaking()
    circle.now += 20 * SECOND
    circle.do(intents.EndTurn(turn_of(circle), Outcome.LATER))
    for _ in range(2):
        next_thing(circle)
    circle.now += 7 * SECOND
    assert reading(circle) == timing.Reading(7 * SECOND, 60 * SECOND)
