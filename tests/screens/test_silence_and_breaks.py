"""What stops every clock: silence, the note-taker's wait, a break that is back at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.prepared import all_of, in_round, sending, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.ui.views import Phase

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
STOPS = [
    pytest.param("g", Stop.SILENCE, "silence · g ends it", id="silence"),
    pytest.param("w", Stop.CATCHING_UP, "waiting for the notes · w goes on", id="wait"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "stop", "words"), STOPS)
async def test_a_key_stops_every_clock_and_lets_them_go_on(
    path: Path, size: Size, key: str, stop: Stop, words: str
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.after(30 * SECOND)
        await at.press(key)
        assert at.last() == ("circle-paused", {"reason": "", "stop": stop.value, "until": 0})
        assert at.view.phase is Phase.PAUSED
        assert at.view.notice == words
        assert words in " ".join(at.shown().split())
        await at.after(300 * SECOND)
        assert at.view.clock == "1:00"
        await at.press(key)
        assert at.kinds()[-1] == "circle-resumed"
        assert words not in " ".join(at.shown().split())
        await at.after(10 * SECOND)
        assert at.view.clock == "0:50"


@pytest.mark.parametrize(("key", "typing"), [("g", "ctrl+g"), ("w", "ctrl+o")])
async def test_silence_and_wait_are_called_for_while_a_note_is_typed(
    path: Path, key: str, typing: str
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half a")
        await at.press(typing)
        assert at.kinds()[-1] == "circle-paused"
        await at.press(typing)
        assert at.kinds()[-1] == "circle-resumed"
        assert at.line == "half a"


async def test_silence_goes_before_a_wait(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("w", "g")
        assert at.view.notice == "silence · g ends it"


async def test_a_reason_for_silence_is_shown(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("m")
        await at.enter("silence")
        await at.enter("a child is [/] lost")
        assert at.view.notice == "silence: a child is [/] lost · g ends it"
        assert "a child is [/] lost" in at.shown()


async def test_a_long_reason_leaves_room_for_the_key_that_ends_the_silence(path: Path) -> None:
    endless = intents.PauseCircle("a child is lost " * 30, Stop.SILENCE)
    async with desk(path, all_of(turn(*PEOPLE), sending(endless)), size=SMALL) as at:
        assert at.text("#status").startswith("‖ silence: a child is lost")
        assert at.text("#status").endswith("… · g ends it")


async def test_a_break_comes_after_the_turn_and_says_when_it_is_over(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("b")
        assert "after this turn" in at.shown()
        await at.enter("10")
        assert at.speaker == "Ana"
        assert at.text("#status").startswith("10 min break after this turn")
        await at.next()
        assert at.speaker == ""
        assert at.view.notice == "break · back at 20:10"
        assert "back at 20:10" in at.text("#status")
        await at.next()
        assert at.speaker == "Bo"
        assert not at.meeting.paused


async def test_a_break_between_turns_begins_at_once_and_the_key_ends_it(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("b")
        assert "from now on" in at.shown()
        await at.enter("15")
        assert at.view.notice == "break · back at 20:15"
        await at.press("b")
        assert at.kinds()[-1] == "circle-resumed"
        assert at.at == "CircleScreen"


async def test_a_break_that_is_planned_is_taken_back_with_nought(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), sending(intents.TakeBreak(10)))) as at:
        await at.press("b")
        await at.enter("0")
        assert "break" not in at.text("#status")
        await at.next()
        assert at.speaker == "Bo"


async def test_a_break_of_no_length_is_asked_for_again(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("b")
        await at.enter("a while")
        assert at.text("#why") == "Type a whole number of minutes."
        assert at.facts() == before
