"""Undo and redo at the keys; the list of what happened, from which anything is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, session
from support.play import seen
from support.prepared import gathered, in_round, turn
from support.screens import PEOPLE, desk

from facilitator.core import intents
from facilitator.widgets.field import EntryField


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


@pytest.mark.parametrize("key", ["u", "ctrl+z", "f9"])
async def test_undo_takes_back_the_last_turn(path: Path, key: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        before = seen(at.session.state)
        await at.next()
        await at.press(key)
        assert at.kinds()[-1] == "undone"
        assert seen(at.session.state) == before
        assert "▶ Ana" in at.shown()
        assert at.said()[-1].startswith("Taken back: ")


@pytest.mark.parametrize("key", ["U", "f10"])
async def test_redo_does_it_again(path: Path, key: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.next()
        after = seen(at.session.state)
        await at.press("u", key)
        assert seen(at.session.state) == after
        assert at.said()[-1].startswith("Done again: ")


async def test_several_steps_back_and_forth_again(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        states = [seen(at.session.state)]
        for _ in range(3):
            await at.next()
            states.append(seen(at.session.state))
        for state in reversed(states[:-1]):
            await at.press("u")
            assert seen(at.session.state) == state
        for state in states[1:]:
            await at.press("U")
            assert seen(at.session.state) == state


async def test_undo_leaves_alone_what_another_terminal_did(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with session(path, "t2") as other:
            do(other, intents.TakeNote(("theirs",), "step-2"))
        await at.press("u")
        assert at.speaker == ""
        assert "theirs" in at.text("#notes")


async def test_there_is_an_end_to_undoing_and_to_redoing(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        await at.press("escape", "U")
        assert at.said() == ["There is nothing to redo."]
        await at.press("u")
        assert at.meeting.seats == []
        before = at.facts()
        await at.press("u")
        assert at.facts() == before
        assert at.said()[-1] == "There is nothing to undo."


async def test_undo_pressed_past_the_opening_types_nothing(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        for _ in range(30):
            await at.press("u")
        assert at.at == "GatherScreen"
        assert at.screen.query_one(EntryField).value == ""
        assert at.meeting.seats == []
        assert at.said()[-1] == "There is nothing to undo."


async def test_anything_that_happened_can_be_taken_back_from_the_list(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with session(path, "t2") as other:
            do(other, intents.TakeNote(("a slip",), "step-2"))
        await at.next()
        await at.press("H")
        assert at.at == "PickScreen"
        await at.enter("slip")
        assert at.at == "ConfirmScreen"
        assert "note “a slip”" in at.shown()
        before = at.facts()
        await at.press("n")
        assert at.facts() == before
        await at.press("H")
        await at.enter("slip")
        await at.press("enter")
        assert at.kinds()[-1] == "undone"
        assert "a slip" not in at.text("#notes")
        assert at.speaker == "Bo"
        await at.press("H")
        await at.type("slip")
        assert [row[:10] for row in at.text("#choices").splitlines() if row] == ["taken back"]


async def test_words_in_the_line_survive_an_undo(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half")
        await at.press("f9")
        assert at.speaker == ""
        assert at.line == "half"
