"""Options of the group: turned on and off at the screen, and remembered by the next circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import DEBRIEF
from support.prepared import turn
from support.screens import PEOPLE, SMALL, USUAL, Size, desk

from facilitator.core.events import Setting
from facilitator.screens.circle_people import SETTINGS

SIZES = [pytest.param(SMALL, id="small"), pytest.param(USUAL, id="usual")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("size", SIZES)
async def test_every_option_is_shown_as_it_stands(path: Path, size: Size) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.press("O")
        said = " ".join(at.text("#choices").split())
        for setting, words in SETTINGS.items():
            assert f"{words} {'on' if at.meeting.chosen(setting) else 'off'}" in said
        assert len(SETTINGS) == len(Setting)


@pytest.mark.parametrize("setting", list(Setting))
async def test_an_option_is_turned_over_and_back(path: Path, setting: Setting) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        place = [*SETTINGS].index(setting)
        before = at.meeting.chosen(setting)
        for wanted in (not before, before):
            await at.press("O", *["down"] * place, "enter")
            assert at.last() == ("setting-chosen", {"setting": setting.value, "on": wanted})
            assert at.meeting.chosen(setting) is wanted


async def test_the_next_circle_of_the_group_has_the_options_of_this_one(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("O", "down", "enter")
        assert at.meeting.chosen(Setting.STILL)
        await at.press("C", "enter", "escape")
        assert at.at == "HomeScreen"
        at.app.journeys.call_meeting(DEBRIEF, "")
        await at.settle()
        assert at.meeting.chosen(Setting.STILL)
