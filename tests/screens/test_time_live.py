"""Time at the screen: minutes agreed on, amounts typed, clocks as a step or a person needs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do
from support.prepared import all_of, opened, sending, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.app import FacilitatorApp
from facilitator.core import intents
from facilitator.core.events import Setting
from facilitator.ui.views import Phase

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(FacilitatorApp, "bell", lambda _: heard.append("bell"))
    return heard


async def test_minutes_that_the_room_agreed_to_are_the_steps(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        assert "of 5:00" in at.text("#status")
        await at.press("m", "enter")
        await at.enter("5")
        assert "of 10:00" in at.text("#status")
        await at.press("m", "enter")
        await at.enter("-2")
        assert "of 8:00" in at.text("#status")


async def test_minutes_that_are_no_number_are_asked_for_again(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        before = at.facts()
        await at.press("m", "enter")
        await at.enter("some")
        assert at.text("#why") == "Type a whole number of minutes."
        assert at.facts() == before


@pytest.mark.parametrize(
    ("typed", "clock"), [("45", "2:15"), ("1:30", "3:00"), ("-20", "1:10"), ("+5", "1:35")]
)
async def test_time_for_a_turn_is_typed(path: Path, typed: str, clock: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("m")
        await at.enter("typed")
        await at.enter(typed)
        assert at.view.clock == clock


@pytest.mark.parametrize("size", SIZES)
async def test_clocks_of_a_step_count_up_are_hidden_and_are_as_planned_again(
    path: Path, size: Size
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.after(20 * SECOND)
        for typed, clock in (("counts up", "0:20"), ("is hidden", ""), ("agenda has", "1:10")):
            await at.press("m")
            await at.enter(typed)
            assert at.view.clock == clock


async def test_one_person_has_a_clock_of_their_own(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("m")
        await at.enter("one person")
        await at.enter("bo")
        assert "The clock for Bo" in at.shown()
        await at.enter("hidden")
        assert at.view.clock == "1:30"
        await at.next()
        assert (at.speaker, at.view.clock) == ("Bo", "")
        await at.next()
        assert (at.speaker, at.view.clock) == ("Chidi", "1:30")


async def test_half_a_minute_is_taken_off(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("-")
        assert at.view.clock == "1:00"


async def test_the_bell_rings_again_each_minute_over_time(path: Path, rung: list[str]) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        for second, bells in ((90, 1), (149, 1), (150, 2), (209, 2), (210, 3)):
            await at.after(
                second * SECOND
                + at.meeting.turns[at.meeting.speaking or ""].span.began
                - at.clock.at
            )
            assert len(rung) == bells, second


async def test_a_group_that_wants_no_bell_hears_none(path: Path, rung: list[str]) -> None:
    quiet = all_of(turn(*PEOPLE), sending(intents.Choose(Setting.BELL, False)))
    async with desk(path, quiet) as at:
        await at.after(91 * SECOND)
        assert at.view.phase is Phase.OVER
        assert rung == []


async def test_a_terminal_without_the_seat_rings_no_bell(path: Path, rung: list[str]) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        at.session.alive = lambda: frozenset({"t1", "t2"})
        do(at.session, intents.PassSeat("t2"))
        await at.settle()
        await at.after(91 * SECOND)
        assert at.view.phase is Phase.OVER
        assert rung == []


async def test_in_stillness_clocks_move_every_ten_seconds_and_at_a_warning(path: Path) -> None:
    still = all_of(turn(*PEOPLE), sending(intents.Choose(Setting.STILL, True)))
    async with desk(path, still) as at:
        await at.after(9 * SECOND)
        assert at.view.clock == "1:30"
        await at.after(SECOND)
        assert at.view.clock == "1:20"
        await at.after(62 * SECOND)
        assert (at.view.clock, at.view.phase) == ("0:18", Phase.WARNING)
