"""Time that passed unseen: the machine slept, its clock was set, the program was gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.prepared import Prepare, all_of, in_round, resumed, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.core import intents
from facilitator.session import Session

MINUTE = 60 * SECOND
SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def last_seen(at: int) -> Prepare:
    """When the program was last alive."""

    def prepare(session: Session) -> None:
        session.last_seen = at

    return prepare


@pytest.mark.parametrize("size", SIZES)
async def test_after_sleep_it_is_asked_whether_that_time_counts(path: Path, size: Size) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        assert at.at == "UnseenScreen"
        shown = " ".join(at.shown().replace("│", " ").split())
        assert "Was that time part of the circle?" in shown
        assert "slept for 20 min" in shown
        assert "It is not counted: nobody is charged for it." in shown
        assert "Enter or Esc leave it so" in shown
        assert "y count it: the circle went on meanwhile" in shown


async def test_nobody_is_charged_for_sleep_before_anybody_answers(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        assert at.kinds()[-1] == "time-left-out"


@pytest.mark.parametrize("key", ["enter", "escape", "n"])
async def test_the_keys_that_say_no_leave_the_sleep_out(path: Path, key: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        await at.press(key)
        assert at.at == "CircleScreen"
        assert at.kinds()[-1] == "time-left-out"
        assert at.view.clock == "1:20"


async def test_only_an_explicit_yes_counts_the_sleep(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        await at.press("y")
        assert at.at == "CircleScreen"
        assert at.kinds()[-2:] == ["time-left-out", "undone"]
        assert at.view.clock == "+18:40"


async def test_a_tick_that_only_comes_late_asks_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(SECOND)
        await at.after(20 * MINUTE)
        assert at.at == "CircleScreen"


async def test_while_the_circle_is_paused_sleep_asks_nothing_and_says_that_it_is_not_counted(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("g")
        await at.after(SECOND)
        before = at.facts()
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        assert at.at == "CircleScreen"
        assert at.view.clock == "1:30"
        assert at.facts() == before
        [told] = at.said()
        assert told.startswith("The computer slept for 20 min (20:00–20:20)")
        assert told.endswith("Not counted: the clocks stood still.")


async def test_a_clock_that_was_set_back_is_told_and_the_turn_goes_on(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(30 * SECOND)
        at.clock.jump(-60 * MINUTE)
        await at.follow()
        assert at.kinds()[-1] == "clock-set-back"
        assert "set back by 1 h 00 min" in at.said()[-1]
        await at.after(10 * SECOND)
        assert at.view.clock == "0:50"


async def test_a_terminal_without_the_seat_asks_nothing_after_sleep(path: Path) -> None:
    def elsewhere(session: Session) -> None:
        session.alive = lambda: frozenset({"t1", "t2"})
        assert session.send(intents.PassSeat("t2")) is None

    async with desk(path, all_of(turn(*PEOPLE), elsewhere)) as at:
        await at.after(SECOND)
        at.clock.sleep(20 * MINUTE)
        before = at.facts()
        await at.follow()
        assert at.at == "CircleScreen"
        assert at.facts() == before


async def test_after_the_program_was_gone_it_is_asked_whether_that_time_counts(
    path: Path,
) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.after(10 * SECOND)
    seen = clock.at
    clock.move(5 * MINUTE)
    async with desk(path, all_of(resumed, last_seen(seen)), clock=clock) as at:
        assert at.at == "UnseenScreen"
        assert "The program was gone for 5 min (20:00–20:05)." in at.shown()
        await at.press("enter")
        assert at.kinds()[-1] == "time-left-out"
        assert at.view.clock == "1:20"


async def test_a_program_that_was_gone_in_a_break_says_that_it_is_not_counted(path: Path) -> None:
    clock = HandClock()
    async with desk(path, in_round(*PEOPLE), clock=clock) as at:
        await at.press("b")
        await at.enter("10")
    seen = clock.at
    clock.move(5 * MINUTE)
    async with desk(path, all_of(resumed, last_seen(seen)), clock=clock) as at:
        assert at.at == "CircleScreen"
        assert at.said() == [
            "The program was gone for 5 min (20:00–20:05). Not counted: the clocks stood still."
        ]
        assert at.view.notice == "break · back at 20:10"


async def test_a_program_that_was_gone_for_a_moment_asks_nothing(path: Path) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.after(10 * SECOND)
    seen = clock.at
    clock.move(20 * SECOND)
    async with desk(path, all_of(resumed, last_seen(seen)), clock=clock) as at:
        assert at.at == "CircleScreen"
        assert at.view.clock == "1:00"


async def test_a_circle_that_was_left_with_its_clocks_stopped_asks_nothing(path: Path) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.press("q", "enter")
    seen = clock.at
    clock.move(60 * MINUTE)
    async with desk(path, all_of(resumed, last_seen(seen)), clock=clock) as at:
        assert at.at == "CircleScreen"
        assert at.view.clock == "1:30"
        assert at.said() == []
