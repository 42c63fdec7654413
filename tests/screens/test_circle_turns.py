"""Turns: next, pass, come back, pause, more time; who speaks is on disk before it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, session
from support.prepared import all_of, going_to, in_round, opened, turn
from support.screens import PEOPLE, SECOND, desk

from facilitator.core import intents

ENDED = ["turn-ended", "turn-began"]
OF_A_TURN = [
    (("n", "ctrl+n"), "f2", ENDED, {"outcome": "heard"}),
    (("p",), "f3", ENDED, {"outcome": "passed"}),
    (("l",), "f4", ENDED, {"outcome": "later"}),
    (("space",), "f5", ["turn-paused"], {}),
    (("+",), "f6", ["turn-extended"], {"seconds": 30}),
]
EVERY_KEY = [
    pytest.param(key, kinds, said, id=key)
    for keys, typing, kinds, said in OF_A_TURN
    for key in (*keys, typing)
]
EVERY_TYPING_KEY = [
    pytest.param(typing, kinds, said, id=typing) for _, typing, kinds, said in OF_A_TURN
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


async def test_next_lets_the_first_person_speak(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        assert at.bar()["n"] == "Ana speaks"
        await at.next()
        assert at.kinds()[-1] == "turn-began"
        assert at.speaker == "Ana"
        assert "▶ Ana" in at.shown()
        assert "› Bo" in at.shown()
        assert at.bar()["n"] == "next speaker"


@pytest.mark.parametrize(("key", "kinds", "said"), EVERY_KEY)
async def test_a_key_does_to_the_turn_what_its_help_says(
    path: Path, key: str, kinds: list[str], said: dict[str, object]
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = len(at.facts())
        await at.press(key)
        written = at.facts()[before:]
        assert [kind for kind, _ in written] == kinds
        assert said.items() <= written[0][1].items()


@pytest.mark.parametrize(("key", "kinds", "said"), EVERY_TYPING_KEY)
async def test_a_key_for_typing_works_in_the_middle_of_a_note(
    path: Path, key: str, kinds: list[str], said: dict[str, object]
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half a")
        before = len(at.facts())
        await at.press(key)
        await at.type(" note")
        written = at.facts()[before:]
        assert [kind for kind, _ in written] == kinds
        assert said.items() <= written[0][1].items()
        assert at.line == "half a note"


async def test_a_double_press_of_next_moves_once(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        at.clock.move(SECOND)
        await at.burst("n", "n")
        assert at.speaker == "Bo"
        at.clock.move(299)
        await at.press("n")
        assert at.speaker == "Bo"
        at.clock.move(2)
        await at.press("n")
        assert at.speaker == "Chidi"


async def test_next_aimed_at_a_turn_that_is_over_moves_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with session(path, "t2") as other:
            assert other.meeting is not None
            do(other, intents.EndTurn(other.meeting.speaking or ""))
        before = at.facts()
        assert "▶ Ana" in at.shown()
        await at.next()
        assert at.facts() == before
        assert at.speaker == "Bo"
        assert "▶ Bo" in at.shown()
        assert at.said() == []


async def test_what_another_terminal_does_is_shown_at_the_next_tick(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with session(path, "t2") as other:
            assert other.meeting is not None
            do(other, intents.EndTurn(other.meeting.speaking or ""))
        await at.follow()
        assert "▶ Bo" in at.shown()


async def test_someone_to_come_back_to_speaks_last(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("l")
        await at.after(5 * SECOND)
        assert "come back to Ana" in at.text("#status")
        for speaker in ("Bo", "Chidi", "Dee"):
            assert at.speaker == speaker
            await at.next()
        assert at.speaker == "Ana"
        before = at.facts()
        await at.press("l")
        assert at.facts() == before
        assert "Ana is the last in this round: there is nobody to come back after." in at.said()


async def test_after_the_last_speaker_next_goes_on_to_the_next_step(path: Path) -> None:
    async with desk(path, turn("Ana", "Bo")) as at:
        await at.next()
        assert at.bar()["n"] == "end turn"
        await at.next()
        assert at.kinds()[-1] == "turn-ended"
        assert "everyone has been heard" in at.shown()
        assert at.bar()["n"] == "next step"
        await at.next()
        assert at.meeting.step_id == "step-3"


async def test_at_the_end_of_the_agenda_next_opens_the_closing(path: Path) -> None:
    async with desk(path, all_of(opened("Ana"), going_to(6))) as at:
        assert at.bar()["n"] == "close"
        before = at.facts()
        await at.next()
        assert at.at == "ClosingScreen"
        assert at.facts() == before


@pytest.mark.parametrize("key", ["p", "l", "+", "f3", "f4", "f6"])
async def test_a_key_for_a_speaker_does_nothing_while_nobody_speaks(path: Path, key: str) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        before = at.facts()
        await at.press(key)
        assert at.facts() == before
        assert not {"p", "l", "+"} & at.bar().keys()
