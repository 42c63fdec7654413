"""A wording is read back, large, before it counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.files import do, session, who
from support.prepared import opened, resumed, turn
from support.screens import PEOPLE, SMALL, USUAL, Size, desk

from facilitator.core import intents

SIZES = [pytest.param(SMALL, id="small"), pytest.param(USUAL, id="usual")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("size", SIZES)
async def test_enter_reads_back_and_enter_again_records(path: Path, size: Size) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.press("=")
        await at.enter("Doors open at 17:00")
        assert at.last() == (
            "wording-read-back",
            {"step": "step-2", "text": ["Doors open at 17:00"]},
        )
        assert "Read it back: is this agreed?" in at.shown()
        assert at.text("#words") == "Doors open at 17:00"
        await at.press("enter")
        assert at.last() == (
            "decision-recorded",
            {"step": "step-2", "text": ["Doors open at 17:00"]},
        )
        assert at.meeting.read_back is None
        assert at.words == ""


async def test_escape_records_nothing_and_gives_the_wording_back(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("=")
        await at.enter("Doors open at 17:00")
        await at.press("escape")
        assert at.meeting.read_back is None
        assert "decision-recorded" not in at.kinds()
        assert at.words == "= Doors open at 17:00"
        await at.type(" sharp")
        await at.press("enter", "enter")
        assert at.last()[1]["text"] == ["Doors open at 17:00 sharp"]


async def test_a_decision_belongs_to_the_step_in_which_it_was_begun(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        await at.press("=")
        await at.type("Tuesdays")
        with session(path, "t1", at.clock) as other:
            do(other, intents.GoToStep("step-1", "step-2"))
        await at.follow()
        await at.press("enter", "enter")
        assert at.last() == ("decision-recorded", {"step": "step-1", "text": ["Tuesdays"]})


async def test_a_name_in_a_wording_is_read_back_as_the_name(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("=")
        await at.enter("@chidi has the key")
        assert at.text("#words") == "Chidi has the key"
        await at.press("enter")
        assert at.last()[1]["text"] == [{"person": who(at.session, "Chidi")}, " has the key"]


async def test_what_was_read_back_when_the_program_ended_is_asked_again(path: Path) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.press("=")
        await at.enter("Doors open at 17:00")
    clock.move(10_000)
    async with desk(path, resumed, clock=clock) as at:
        assert "Read it back: is this agreed?" in at.shown()
        assert at.text("#words") == "Doors open at 17:00"
        await at.press("enter")
        assert at.last()[0] == "decision-recorded"


async def test_a_wording_that_is_not_agreed_after_a_restart_is_in_the_line_again(
    path: Path,
) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.press("=")
        await at.enter("Doors open at 17:00")
    async with desk(path, resumed, clock=clock) as at:
        await at.press("escape")
        assert at.words == "= Doors open at 17:00"
        assert at.meeting.read_back is None


async def test_each_of_several_pasted_wordings_is_read_back_in_turn(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.paste("= one\na note\n= two\n! @bo pots\n= three\nwaits")
        written = [kind for kind in at.kinds() if kind in ("note-taken", "commitment-made")]
        assert written == ["note-taken", "commitment-made"]
        assert "decision-recorded" not in at.kinds()
        assert at.text("#words") == "one"
        await at.press("enter")
        assert at.text("#words") == "two"
        await at.press("escape")
        assert at.text("#words") == "three"
        await at.press("enter")
        assert at.at == "CircleScreen"
        decided = [body["text"] for kind, body in at.facts() if kind == "decision-recorded"]
        assert decided == [["one"], ["three"]]
        assert at.line == "= two waits"


async def test_a_pasted_wording_is_read_back_and_the_line_behind_it_waits(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.paste("= one\na note")
        assert at.text("#words") == "one"
        await at.press("enter")
        assert at.last()[0] == "decision-recorded"
        assert at.line == "a note"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seat", ["t1", "t2"])
async def test_what_another_terminal_reads_back_is_seen_at_every_terminal(
    path: Path, size: Size, seat: str
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        at.session.alive = lambda: frozenset({"t1", "t2"})
        with session(path, "t2", at.clock) as other:
            if seat == "t2":
                do(at.session, intents.PassSeat(seat))
            do(other, intents.ReadBack("step-2", ("Doors open at 17:00",)))
            await at.follow()
            assert "being read back: Doors open at 17:00" in at.text("#status")
            do(other, intents.ReadBack("step-2"))
            await at.follow()
            assert "being read back" not in at.text("#status")
