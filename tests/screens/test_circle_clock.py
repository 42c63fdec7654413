"""The clock: computed from the session's time, seen and heard at its end, stopped when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.prepared import all_of, gathered, in_round, opened, resumed, sending, speaking, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.app import FacilitatorApp
from facilitator.core import intents
from facilitator.core.agenda import Agenda, ClockStyle
from facilitator.core.agenda import Round as RoundStep
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


@pytest.mark.parametrize("size", SIZES)
async def test_the_clock_counts_down_and_warns_and_counts_the_overrun(
    path: Path, size: Size
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        assert (at.view.clock, at.view.phase) == ("1:30", Phase.CALM)
        await at.after(71 * SECOND)
        assert (at.view.clock, at.view.phase) == ("0:19", Phase.CALM)
        await at.after(1 * SECOND)
        assert (at.view.clock, at.view.phase) == ("0:18", Phase.WARNING)
        await at.after(30 * SECOND)
        assert (at.view.clock, at.view.phase) == ("+0:12", Phase.OVER)
        assert "╺╋╸" in at.shown()


async def test_a_small_ring_writes_the_phase_beside_its_clock(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), size=(100, 20)) as at:
        await at.after(72 * SECOND)
        assert "! 0:18" in at.shown()
        await at.press("space")
        assert "‖ 0:18" in at.shown()
        await at.press("space")
        await at.after(30 * SECOND)
        assert "+0:12" in at.shown()


async def test_over_time_is_said_in_words_beside_the_list(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), size=SMALL) as at:
        await at.after(75 * SECOND)
        assert "! time is nearly up" in at.shown()
        await at.after(20 * SECOND)
        assert "+ over time" in at.shown()


async def test_the_bell_rings_once_when_the_time_is_over(path: Path, rung: list[str]) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(89 * SECOND)
        assert rung == []
        await at.after(2 * SECOND)
        assert rung == ["bell"]
        await at.after(57 * SECOND)
        await at.press("/")
        assert rung == ["bell"]
        await at.press("escape")
        await at.next()
        await at.after(91 * SECOND)
        assert rung == ["bell", "bell"]


async def test_a_turn_that_was_over_before_the_program_opened_rings_no_more(
    path: Path, rung: list[str]
) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.after(100 * SECOND)
    assert rung == ["bell"]
    async with desk(path, resumed, clock=clock) as at:
        assert at.view.clock == "+0:10"
        await at.after(SECOND)
        assert rung == ["bell"]


async def test_more_time_ends_the_overrun_and_the_new_end_is_heard_again(
    path: Path, rung: list[str]
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(95 * SECOND)
        await at.press("+")
        assert (at.view.clock, at.view.phase) == ("0:25", Phase.CALM)
        await at.after(26 * SECOND)
        assert at.view.phase is Phase.OVER
        assert rung == ["bell", "bell"]


async def test_a_pause_freezes_the_clock_until_it_goes_on(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(30 * SECOND)
        await at.press("space")
        assert at.kinds()[-1] == "turn-paused"
        assert at.bar()["space"] == "go on"
        assert at.view.phase is Phase.PAUSED
        await at.after(500 * SECOND)
        assert at.view.clock == "1:00"
        await at.press("space")
        assert at.kinds()[-1] == "turn-resumed"
        assert at.bar()["space"] == "pause"
        await at.after(10 * SECOND)
        assert (at.view.clock, at.view.phase) == ("0:50", Phase.CALM)


async def test_between_turns_a_pause_stops_the_circle_and_next_goes_on(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("space")
        assert at.kinds()[-1] == "circle-paused"
        assert at.text("#status") == "‖ paused · space goes on"
        await at.next()
        assert at.kinds()[-2:] == ["circle-resumed", "turn-began"]
        assert "paused" not in at.shown()


async def test_a_step_without_turns_can_be_paused_and_go_on(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.after(60 * SECOND)
        assert "1:00 of 5:00" in at.text("#status")
        await at.press("space")
        await at.after(60 * SECOND)
        await at.press("space")
        assert at.kinds()[-2:] == ["circle-paused", "circle-resumed"]
        assert "1:00 of 5:00" in at.text("#status")


def one_round(clock: ClockStyle) -> Agenda:
    return Agenda(
        title="Round",
        steps=(RoundStep(title="Round", prompt="How are you?", seconds_each=60, clock=clock),),
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("style", "early", "late"),
    [
        (ClockStyle.DOWN, "0:50", "+0:05"),
        (ClockStyle.UP, "0:10", "+0:05"),
        (ClockStyle.HIDDEN, "", ""),
    ],
)
async def test_a_clock_is_shown_as_its_step_wants(
    path: Path, size: Size, style: ClockStyle, early: str, late: str
) -> None:
    prepare = all_of(
        gathered(*PEOPLE, agenda=one_round(style)), sending(intents.OpenCircle()), speaking
    )
    async with desk(path, prepare, size=size) as at:
        await at.after(10 * SECOND)
        assert at.view.clock == early
        await at.after(55 * SECOND)
        assert at.view.clock == late
        hidden = style is ClockStyle.HIDDEN
        assert (at.view.phase is Phase.CALM) is hidden
        assert (at.view.left is None) is hidden


async def test_a_hidden_clock_rings_no_bell(path: Path, rung: list[str]) -> None:
    hidden = one_round(ClockStyle.HIDDEN)
    prepare = all_of(gathered("Ana", agenda=hidden), sending(intents.OpenCircle()), speaking)
    async with desk(path, prepare) as at:
        await at.after(100 * SECOND)
        assert rung == []
