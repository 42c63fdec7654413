"""Rounds at the screen: jumps, another round, who starts, which way, how long, out and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import who
from support.prepared import all_of, going_to, in_round, opened, turn
from support.screens import PEOPLE, Desk, desk

from facilitator.core.events import Direction
from facilitator.ui.views import Mark


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def marks(at: Desk) -> dict[str, Mark]:
    """How each person is marked on the screen."""
    return {seat.name: seat.mark for seat in at.view.seats}


async def test_anyone_can_be_jumped_to_and_those_skipped_come_after(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("j")
        await at.enter("chi")
        assert at.speaker == "Chidi"
        assert at.last()[1]["called"] is True
        spoken = []
        while at.speaker:
            spoken.append(at.speaker)
            await at.next()
        assert sorted(spoken) == ["Bo", "Chidi", "Dee"]


async def test_the_speaker_is_not_offered_to_jump_to(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("j")
        assert at.text("#choices").split() == ["Bo", "Chidi", "Dee"]


async def test_who_passed_is_asked_once_more_and_can_still_speak(path: Path) -> None:
    async with desk(path, turn("Ana", "Bo")) as at:
        await at.press("p")
        await at.next()
        assert at.bar()["n"] == "ask once more"
        await at.next()
        assert "once more: Ana? · j lets them speak" in at.view.caption
        await at.press("j")
        await at.enter("ana")
        assert at.speaker == "Ana"
        await at.next()
        assert "everyone has been heard" in at.view.caption


async def test_a_second_round_that_is_planned_begins_with_next(path: Path) -> None:
    async with desk(path, all_of(opened("Ana", "Bo", agenda=ASSEMBLY), going_to(2))) as at:
        for _ in range(3):
            await at.next()
        assert at.bar()["n"] == "next round"
        await at.next()
        assert len(at.meeting.rounds_of("step-2")) == 2
        assert "round 2" in at.text("#status")


async def test_another_round_on_the_same_question_is_in_the_menu(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        for _ in PEOPLE:
            await at.next()
        await at.press("r")
        await at.enter("another")
        assert at.kinds()[-1] == "round-began"
        assert len(at.meeting.rounds_of("step-2")) == 2
        assert "round 2" in at.text("#status")


async def test_another_round_asks_first_if_people_are_not_heard_yet(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("r")
        await at.enter("another")
        assert at.at == "ConfirmScreen"
        assert "Not heard yet: Bo, Chidi, Dee." in at.shown()
        await at.press("escape")
        assert len(at.meeting.rounds_of("step-2")) == 1
        await at.press("r")
        await at.enter("another")
        await at.press("enter")
        assert len(at.meeting.rounds_of("step-2")) == 2


async def test_why_somebody_who_was_heard_does_not_speak_is_said(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.next()
        await at.press("j")
        assert at.text("#choices").split() == ["Chidi", "Dee", "Ana", "heard"]
        await at.enter("ana")
        assert at.speaker == "Bo"
        assert at.said()[-1].startswith("Ana has been heard in this round.")


async def test_somebody_else_starts_before_anybody_has_spoken(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("r", "enter")
        assert "Who starts this round?" in at.shown()
        await at.enter("chi")
        assert at.bar()["n"] == "Chidi speaks"
        await at.next()
        await at.next()
        assert at.speaker == "Dee"


async def test_once_somebody_has_spoken_the_start_is_not_offered(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("r")
        assert "Start with somebody else" not in at.shown()
        assert "Go the other way" in at.shown()


async def test_a_round_can_go_the_other_way(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        assert "sunwise" in at.text("#status")
        await at.press("r")
        await at.enter("other way")
        assert Direction.COUNTER.value in at.text("#status")
        await at.next()
        assert at.speaker == "Dee"


async def test_everyone_after_this_has_the_seconds_that_were_typed(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("r")
        await at.enter("seconds")
        await at.enter("0:45")
        assert at.view.clock == "1:30"
        await at.next()
        assert at.view.clock == "0:45"
        assert "0:45 each" in at.text("#status")


async def test_minutes_are_shared_among_those_who_are_left(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("r")
        await at.enter("share")
        assert at.line == "10"
        await at.enter("4")
        assert "1:00 each" in at.text("#status")


@pytest.mark.parametrize(("row", "typed"), [("seconds", "soon"), ("share", "0")])
async def test_an_amount_that_is_none_is_asked_for_again(path: Path, row: str, typed: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = at.facts()
        await at.press("r")
        await at.enter(row)
        await at.enter(typed)
        assert at.at == "AskScreen"
        assert at.text("#why").startswith("Type a")
        assert at.line == typed
        assert at.facts() == before


async def test_who_is_out_for_a_moment_is_skipped_and_heard_when_back(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("e")
        await at.enter("bo")
        assert marks(at)["Bo"] is Mark.AWAY
        assert "○ Bo" in at.shown()
        await at.next()
        assert at.speaker == "Chidi"
        await at.press("e")
        assert at.text("#choices").split()[:3] == ["Bo", "is", "back"]
        await at.press("enter")
        assert marks(at)["Bo"] is not Mark.AWAY
        spoken = []
        while at.speaker:
            spoken.append(at.speaker)
            await at.next()
        assert "Bo" in spoken


async def test_two_people_change_places(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("S")
        await at.enter("bo")
        assert "Who changes places with Bo?" in at.shown()
        await at.enter("dee")
        assert [at.session.names[each] for each in at.meeting.present] == [
            "Ana",
            "Dee",
            "Chidi",
            "Bo",
        ]
        await at.next()
        assert at.speaker == "Dee"


async def test_who_left_is_no_longer_in_the_circle(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("x")
        await at.enter("dee")
        assert [*marks(at)] == ["Ana", "Bo", "Chidi"]
        assert at.last()[1]["person"] == who(at.session, "Dee")
