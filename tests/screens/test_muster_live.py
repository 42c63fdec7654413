"""A muster at the screen: people are ticked off against a stopwatch."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import who
from support.prepared import all_of, going_to, opened, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.ui.views import Mark, Phase

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
MUSTER = all_of(opened(*PEOPLE, agenda=ASSEMBLY), going_to(3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("size", SIZES)
async def test_people_are_ticked_off_one_after_the_other_until_escape(
    path: Path, size: Size
) -> None:
    async with desk(path, MUSTER, size=size) as at:
        assert at.view.caption == "0 of 4 have arrived"
        await at.press("y")
        await at.enter("chi")
        assert at.text("#choices").split() == ["Ana", "Bo", "Dee"]
        await at.enter("ana")
        await at.press("escape")
        assert at.at == "CircleScreen"
        assert [*at.meeting.mustered["step-3"]] == [who(at.session, n) for n in ("Chidi", "Ana")]
        assert at.view.caption == "2 of 4 have arrived"
        marks = {seat.name: seat.mark for seat in at.view.seats}
        assert [marks[name] is Mark.HEARD for name in PEOPLE] == [True, False, True, False]
        assert "✓ Chidi" in at.shown()


async def test_the_stopwatch_counts_up_and_says_when_the_minutes_are_over(path: Path) -> None:
    async with desk(path, MUSTER) as at:
        await at.after(65 * SECOND)
        assert (at.view.clock, at.view.phase) == ("1:05", Phase.CALM)
        await at.after(180 * SECOND)
        assert (at.view.clock, at.view.phase) == ("4:05", Phase.WARNING)
        await at.after(60 * SECOND)
        assert (at.view.clock, at.view.phase) == ("+0:05", Phase.OVER)


async def test_when_everyone_has_arrived_the_key_says_so(path: Path) -> None:
    async with desk(path, MUSTER) as at:
        await at.press("y", *["enter"] * 4)
        assert at.at == "CircleScreen"
        assert at.view.caption == "4 of 4 have arrived"
        assert at.said() == ["Everyone has arrived."]


async def test_names_typed_in_one_go_are_all_ticked_off(path: Path) -> None:
    async with desk(path, MUSTER) as at:
        await at.press("y")
        await at.burst(*"chi", "enter", *"ana", "enter", *"de")
        assert len(at.meeting.mustered["step-3"]) == 2
        assert at.text("#choices").split() == ["Dee"]
        assert at.line == "de"


async def test_a_tick_is_taken_back(path: Path) -> None:
    async with desk(path, MUSTER) as at:
        await at.press("y", "enter", "escape", "u")
        assert at.view.caption == "0 of 4 have arrived"


async def test_outside_a_muster_nobody_is_ticked_off(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        assert "y" not in at.bar()
        await at.press("y")
        assert at.at == "CircleScreen"
        assert at.facts() == before
