"""Time that passed unseen: the machine slept, its clock was set, the program was gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.prepared import Prepare, all_of, resumed, turn
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
        before = at.facts()
        await at.follow()
        assert at.at == "ConfirmScreen"
        shown = " ".join(at.shown().split())
        assert "Was that time part of the circle?" in shown
        assert "slept for 20 min" in shown
        assert at.facts() == before


async def test_enter_leaves_the_sleep_out_and_nobody_is_charged(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        await at.press("enter")
        assert at.kinds()[-1] == "time-left-out"
        assert at.view.clock == "1:20"


async def test_escape_counts_the_sleep(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(10 * SECOND)
        at.clock.sleep(20 * MINUTE)
        before = at.facts()
        await at.follow()
        await at.press("escape")
        assert at.facts() == before
        await at.follow()
        assert at.at == "CircleScreen"
        assert at.view.clock == "+18:40"


async def test_a_tick_that_only_comes_late_asks_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(SECOND)
        await at.after(20 * MINUTE)
        assert at.at == "CircleScreen"


async def test_while_the_circle_is_paused_sleep_asks_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("g")
        await at.after(SECOND)
        at.clock.sleep(20 * MINUTE)
        await at.follow()
        assert at.at == "CircleScreen"
        assert at.view.clock == "1:30"


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
        assert at.at == "ConfirmScreen"
        assert "The program was gone for 5 min (20:00–20:05)." in at.shown()
        await at.press("enter")
        assert at.kinds()[-1] == "time-left-out"
        assert at.view.clock == "1:20"


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
