"""The time of a step: it warns, is over with a bell, and counts on; messages beside it are seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.prepared import all_of, going_to, in_round, opened, sending, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.app import FacilitatorApp
from facilitator.core import intents
from facilitator.core.agenda import ClockStyle
from facilitator.core.events import Setting
from facilitator.ui.views import Phase

MINUTE = 60 * SECOND
SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
TALKING = opened(*PEOPLE, agenda=ASSEMBLY)
MUSTER = all_of(TALKING, going_to(3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(FacilitatorApp, "bell", lambda _: heard.append("bell"))
    return heard


@pytest.mark.parametrize("size", SIZES)
async def test_a_discussion_warns_in_its_last_fifth_and_says_by_how_much_it_is_over(
    path: Path, size: Size, rung: list[str]
) -> None:
    async with desk(path, TALKING, size=size) as at:
        await at.after(16 * MINUTE - SECOND)
        assert at.text("#status").endswith(" 15:59 of 20:00")
        await at.after(SECOND)
        assert at.text("#status").endswith("! 16:00 of 20:00")
        await at.after(4 * MINUTE - SECOND)
        assert rung == []
        await at.after(SECOND)
        assert at.text("#status").endswith("+0:00 over 20 min")
        assert rung == ["bell"]
        await at.after(5 * MINUTE + 8 * SECOND)
        assert at.text("#status").endswith("+5:08 over 20 min")
        assert rung == ["bell"]


async def test_a_step_to_be_read_aloud_has_the_same_clock(path: Path, rung: list[str]) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.after(4 * MINUTE)
        assert at.text("#status").startswith("! 4:00 of 5:00")
        await at.after(2 * MINUTE)
        assert at.text("#status").startswith("+1:00 over 5 min")
        assert rung == ["bell"]


async def test_a_round_whose_time_is_over_rings_only_for_its_turns(
    path: Path, rung: list[str]
) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.after(15 * MINUTE)
        await at.next()
        await at.after(89 * SECOND)
        assert rung == []
        await at.after(SECOND)
        assert rung == ["bell"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_muster_warns_and_is_over_with_a_bell(
    path: Path, size: Size, rung: list[str]
) -> None:
    async with desk(path, MUSTER, size=size) as at:
        await at.after(4 * MINUTE + SECOND)
        assert (at.view.clock, at.view.phase) == ("4:01", Phase.WARNING)
        assert rung == []
        await at.after(MINUTE)
        assert (at.view.clock, at.view.phase) == ("+0:01", Phase.OVER)
        assert rung == ["bell"]
        await at.after(5 * MINUTE)
        assert rung == ["bell"]


async def test_a_muster_to_which_everyone_has_come_rings_no_bell(
    path: Path, rung: list[str]
) -> None:
    async with desk(path, MUSTER) as at:
        await at.press("y", *["enter"] * len(PEOPLE))
        await at.after(6 * MINUTE)
        assert rung == []


async def test_a_step_whose_clock_is_hidden_is_over_without_a_word(
    path: Path, rung: list[str]
) -> None:
    hidden = sending(intents.ChooseClock(ClockStyle.HIDDEN, "step-1"))
    async with desk(path, all_of(TALKING, hidden)) as at:
        await at.after(25 * MINUTE)
        assert "over" not in at.text("#status")
        assert rung == []


async def test_in_stillness_the_bell_is_not_late(path: Path, rung: list[str]) -> None:
    async with desk(path, all_of(TALKING, sending(intents.Choose(Setting.STILL, True)))) as at:
        await at.after(20 * MINUTE + SECOND)
        assert rung == ["bell"]


async def test_a_new_message_is_not_covered_by_an_older_warning(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("c")
        assert "No role is open just now" in at.shown()
        await at.press("p")
        await at.follow()
        assert at.text("#status") == "Ana passed · u takes it back"
        assert "No role is open just now" not in at.shown()
