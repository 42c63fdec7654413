"""Sleep and clocks that are set are noticed once and told in words; nothing else is."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.clock import EVENING, HandClock

from facilitator.clock import APART, SystemClock, wall_and_steady
from facilitator.waking import BACK, DRIFT, FORWARD, Gap, Jump, SetBack, Waking, words_of

SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
QUARTER = 250

PASSING = st.integers(0, 10 * HOUR)
ANYTHING = st.integers(-(10**20), 10**20)


@st.composite
def leaps(draw: st.DrawFn) -> int:
    """How far a clock is set, or how long the machine sleeps: enough to be told, or not at all."""
    return draw(
        st.one_of(
            st.just(0),
            st.integers(FORWARD + 10 * HOUR // DRIFT + 1, 400 * DAY),
            st.integers(-400 * DAY, -BACK - 10 * HOUR // DRIFT - 1),
        )
    )


def looks(steps: list[tuple[int, int]], wall: int = EVENING, steady: int = 5) -> list[Jump | None]:
    """What is told at each look, when so much time goes by before it and the wall clock leaps."""
    waking = Waking()
    told = [waking.look(wall, steady)]
    for passed, leap in steps:
        steady += passed
        wall += passed + leap
        told.append(waking.look(wall, steady))
    return told


@given(st.lists(PASSING, max_size=20), st.integers(), st.integers())
def test_time_that_goes_by_is_no_jump_however_late_the_ticks_come(
    steps: list[int], wall: int, steady: int
) -> None:
    told = looks([(passed, 0) for passed in steps], wall, steady)
    assert told == [None] * (len(steps) + 1)


@given(st.lists(st.tuples(PASSING, leaps()), max_size=20))
@example([(QUARTER, 43 * MINUTE), (QUARTER, 0), (QUARTER, -HOUR), (0, HOUR)])
def test_each_jump_is_told_once_at_its_place_and_with_its_size(
    steps: list[tuple[int, int]],
) -> None:
    expected: list[Jump | None] = [None]
    wall = EVENING
    for passed, leap in steps:
        if leap > 0:
            expected.append(Gap(wall, wall + leap))
        else:
            expected.append(SetBack(-leap) if leap else None)
        wall += passed + leap
    assert looks(steps) == expected


@given(st.lists(st.tuples(PASSING, st.integers(-1_000_000, 1_000_000)), max_size=20))
@example([(10 * HOUR, 1_000_000), (10 * HOUR, -1_000_000)])
def test_a_clock_that_drifts_a_little_is_never_told_of_however_far_it_gets(
    steps: list[tuple[int, int]],
) -> None:
    drifting = [(passed, passed * share // (1_000_000 * DRIFT)) for passed, share in steps]
    assert set(looks(drifting)) == {None}


@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=20))
def test_whatever_the_clocks_say_the_answer_can_be_told(readings: list[tuple[int, int]]) -> None:
    waking = Waking()
    for wall, steady in readings:
        jump = waking.look(wall, steady)
        if isinstance(jump, Gap):
            assert jump.ended - jump.began > FORWARD
        elif jump is not None:
            assert jump.by > BACK
        assert jump is None or words_of(jump, 60).endswith(".")


@pytest.mark.parametrize(
    ("leap", "told"),
    [
        (FORWARD, None),
        (FORWARD + 1, Gap(EVENING, EVENING + FORWARD + 1)),
        (-BACK, None),
        (-BACK - 1, SetBack(BACK + 1)),
        (-SECOND, None),
    ],
)
def test_a_leap_second_or_a_nap_of_seconds_is_not_worth_a_word(
    leap: int, told: Jump | None
) -> None:
    assert looks([(QUARTER, leap)]) == [None, told]


def test_a_steady_clock_that_goes_back_makes_no_jump() -> None:
    waking = Waking()
    assert waking.look(EVENING, HOUR) is None
    assert waking.look(EVENING + QUARTER, 0) is None
    assert waking.look(EVENING + 2 * QUARTER, QUARTER) is None


def test_the_hand_clock_sleeps_and_jumps_as_a_computer_does() -> None:
    clock, waking = HandClock(), Waking()

    def look() -> Jump | None:
        return waking.look(*wall_and_steady(clock))

    assert look() is None
    clock.move(HOUR)
    assert look() is None
    slept_at = clock.now()
    clock.sleep(43 * MINUTE)
    assert look() == Gap(slept_at, slept_at + 43 * MINUTE)
    clock.jump(-HOUR)
    assert look() == SetBack(HOUR)
    clock.jump(HOUR)
    assert look() == Gap(clock.now() - HOUR, clock.now())
    clock.move(-MINUTE)
    assert look() == SetBack(MINUTE)
    assert look() is None


class HeldUp(HandClock):
    """A clock whose reader is stopped between two readings, so many times."""

    def __init__(self, times: int, stopped: int) -> None:
        super().__init__()
        self.times = times
        self.stopped = stopped

    def now(self) -> int:
        seen = self.at
        if self.times:
            self.times -= 1
            self.move(self.stopped)
        return seen


def test_a_program_stopped_between_the_two_clocks_takes_that_for_no_jump() -> None:
    clock, waking = HeldUp(0, MINUTE), Waking()
    assert waking.look(*wall_and_steady(clock)) is None
    clock.times = 2
    assert waking.look(*wall_and_steady(clock)) is None
    assert waking.look(*wall_and_steady(clock)) is None


def test_clocks_that_never_stand_together_are_read_all_the_same() -> None:
    clock = HeldUp(10**6, APART + 1)
    wall, steady = wall_and_steady(clock)
    assert (wall, steady) == (clock.at - APART - 1, clock.steady())


def test_the_machines_steady_clock_counts_milliseconds_and_never_goes_back() -> None:
    clock = SystemClock()
    readings = [time.monotonic() * 1000 - 1, *(clock.steady() for _ in range(1000))]
    readings.append(time.monotonic() * 1000)
    assert readings == sorted(readings)


@pytest.mark.parametrize(
    ("lasted", "words"),
    [
        (12_400, "for 12 s (20:00–20:00)"),
        (89_000, "for 89 s (20:00–20:01)"),
        (43 * MINUTE, "for 43 min (20:00–20:43)"),
        (10 * HOUR + 3 * MINUTE, "for 10 h 03 min (20:00–06:03)"),
        (DAY, "for 24 h 00 min (Sun 23 Nov, 20:00 to Mon 24 Nov, 20:00)"),
        (3 * DAY, "for 3 days (Sun 23 Nov, 20:00 to Wed 26 Nov, 20:00)"),
    ],
)
def test_a_gap_says_how_long_and_when_by_the_clock_in_the_room(lasted: int, words: str) -> None:
    told = words_of(Gap(EVENING, EVENING + lasted), 60)
    assert told == f"The computer slept {words}, or its clock was set forward."


@pytest.mark.parametrize(
    ("by", "words"), [(2_400, "2 s"), (HOUR, "1 h 00 min"), (20_784 * DAY, "20784 days")]
)
def test_a_clock_that_was_set_back_says_by_how_much(by: int, words: str) -> None:
    assert words_of(SetBack(by), 60) == f"The computer's clock was set back by {words}."
