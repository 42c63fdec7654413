"""What stops every clock: silence, the note-taker's wait, a break that is back at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.prepared import all_of, going_to, in_round, opened, resumed, sending, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.app import FacilitatorApp
from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, Closing, Discussion
from facilitator.core.events import Setting, Stop
from facilitator.ui.views import Phase

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
STOPS = [
    pytest.param("g", Stop.SILENCE, "silence · g ends it", id="silence"),
    pytest.param("w", Stop.CATCHING_UP, "waiting for the notes · w goes on", id="wait"),
]


EVENING = Agenda(
    title="Evening",
    steps=(
        Discussion(title="Talk", prompt="What now?", minutes=20),
        Break(title="Tea", minutes=10),
        Closing(title="Close", minutes=5),
    ),
)
TEA = all_of(opened(*PEOPLE, agenda=EVENING), going_to(2))
MINUTE = 60 * SECOND


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(FacilitatorApp, "bell", lambda _: heard.append("bell"))
    return heard


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


@pytest.mark.parametrize("size", SIZES)
async def test_a_step_that_is_a_break_says_when_it_is_over_and_next_goes_on(
    path: Path, size: Size
) -> None:
    async with desk(path, opened(*PEOPLE, agenda=EVENING), size=size) as at:
        await at.next()
        assert at.kinds()[-2:] == ["step-began", "circle-paused"]
        assert at.text("#status") == "‖ break · back at 20:10"
        assert at.bar()["n"] == "next step"
        await at.after(10 * MINUTE)
        await at.next()
        assert at.kinds()[-2:] == ["circle-resumed", "step-began"]
        assert at.headline()[1] == "3/3  Close"


async def test_undo_at_a_step_that_is_a_break_takes_back_both(path: Path) -> None:
    async with desk(path, opened(*PEOPLE, agenda=EVENING)) as at:
        await at.next()
        await at.press("u")
        assert (at.meeting.stop, at.meeting.step_id) == (None, "step-1")


@pytest.mark.parametrize("size", SIZES)
async def test_a_break_that_is_over_says_so_with_a_bell_and_counts_on(
    path: Path, size: Size, rung: list[str]
) -> None:
    async with desk(path, in_round(*PEOPLE), size=size) as at:
        await at.press("b")
        await at.enter("10")
        await at.after(10 * MINUTE - SECOND)
        assert at.view.notice == "break · back at 20:10"
        assert rung == []
        await at.after(SECOND)
        assert (at.view.notice, at.view.phase) == ("break is over · +0:00", Phase.OVER)
        assert rung == ["bell"]
        await at.after(40 * SECOND)
        assert at.view.notice == "break is over · +0:40"
        assert at.text("#status") == "‖ break is over · +0:40"
        assert "break is over · +0:40" in at.shown()
        await at.after(3 * MINUTE)
        assert rung == ["bell"]


async def test_a_group_that_wants_no_bell_sees_the_end_of_a_break(
    path: Path, rung: list[str]
) -> None:
    async with desk(path, all_of(TEA, sending(intents.Choose(Setting.BELL, False)))) as at:
        await at.after(11 * MINUTE)
        assert at.text("#status") == "‖ break is over · +1:00"
        assert rung == []


async def test_a_break_that_was_over_before_the_program_opened_rings_no_more(
    path: Path, rung: list[str]
) -> None:
    clock = HandClock()
    async with desk(path, TEA, clock=clock) as at:
        await at.after(11 * MINUTE)
    async with desk(path, resumed, clock=clock) as at:
        await at.after(SECOND)
        assert at.text("#status") == "‖ break is over · +1:01"
    assert rung == ["bell"]


@pytest.mark.parametrize("key", ["g", "w"])
async def test_a_silence_or_a_wait_in_a_break_comes_back_to_the_break(path: Path, key: str) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("b")
        await at.enter("10")
        await at.after(MINUTE)
        await at.press(key, key)
        assert at.view.notice == "break · back at 20:10"
        await at.press("b")
        assert at.meeting.stop is None


async def test_a_silence_in_a_wait_comes_back_to_the_wait(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("w", "g", "g")
        assert at.view.notice == "waiting for the notes · w goes on"
        await at.press("w")
        assert at.meeting.stop is None


@pytest.mark.parametrize("key", ["g", "w", "space"])
async def test_the_key_for_a_break_offers_one_whatever_else_stands_still(
    path: Path, key: str
) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press(key, "b")
        assert "A break of how many minutes" in at.shown()
        await at.enter("5")
        assert at.view.notice == "break · back at 20:05"
        assert at.meeting.stop is Stop.BREAK
