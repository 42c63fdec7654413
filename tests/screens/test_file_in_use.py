"""When the file can't be written: a sentence on the screen, no word lost, and then it goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from support.files import do, session, who
from support.prepared import Prepare, gathered, resumed, turn
from support.screens import PEOPLE, SECOND, Desk, desk

from facilitator.core import intents
from facilitator.core.words import plain
from facilitator.journal import opening

BUSY = "in use by another program just now"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "BUSY_MILLISECONDS", 1)
    monkeypatch.setattr(opening, "BRIEF_MILLISECONDS", 1)
    return tmp_path / "circle.db"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.mark.parametrize(
    ("prepare", "keys"),
    [
        (turn(*PEOPLE), ("n",)),
        (turn(*PEOPLE), ("p",)),
        (turn(*PEOPLE), ("space",)),
        (turn(*PEOPLE), ("u",)),
        (turn(*PEOPLE), ("]", "enter")),
        (turn(*PEOPLE), ("x", "enter")),
        (turn(*PEOPLE), ("C", "enter")),
        (gathered(*PEOPLE), ("f2",)),
        (gathered(*PEOPLE), ("escape", "f")),
        (gathered(*PEOPLE), ("escape", "D", "enter")),
    ],
)
async def test_a_key_that_cannot_be_kept_is_said_and_changes_nothing(
    path: Path, prepare: Prepare, keys: tuple[str, ...]
) -> None:
    async with desk(path, prepare) as at:
        *first, last = keys
        await at.press(*first)
        before = at.facts()
        with held(path):
            await at.press(last)
            assert BUSY in at.said()[-1]
        assert at.facts() == before
        assert at.app.is_running


async def test_after_the_trouble_the_same_key_works(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with held(path):
            await at.next()
            assert at.speaker == "Ana"
        at.clock.move(SECOND)
        await at.press("n")
        assert at.speaker == "Bo"


async def test_names_that_could_not_be_kept_are_given_back(path: Path) -> None:
    async with desk(path, gathered("Ana")) as at:
        with held(path):
            await at.enter("Zoë")
            assert at.line == "Zoë"
        await at.press("enter")
        assert [*at.session.names.values()] == ["Ana", "Zoë"]


async def test_a_circle_that_could_not_be_called_leaves_the_first_screen(path: Path) -> None:
    async with desk(path, home=True) as at:
        await at.press("s")
        with held(path):
            await at.press("enter")
        assert at.at == "HomeScreen"
        assert BUSY in at.said()[-1]
        assert at.facts() == []


async def test_a_circle_that_cannot_be_left_paused_is_left_all_the_same(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("q")
        with held(path):
            await at.press("enter")
        assert at.at == "HomeScreen"
        assert BUSY in at.said()[-1]


async def test_a_line_waits_visibly_for_another_program_and_is_written_after_it(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.enter("the kitchen ran out of gas")
            assert at.line == ""
            assert "‖ 1 line waits: another program has the journal" in at.text("#status")
            await at.enter("! @chidi borrow the PA by friday")
            await at.type("being ty")
            assert "2 lines wait · " in at.shown()
            await at.after(10 * SECOND)
            assert "2 lines wait" in at.text("#status")
            assert "kitchen" not in at.text("#notes")
            before = at.facts()
        await at.follow()
        assert [kind for kind, _ in at.facts()[len(before) :]] == ["note-taken", "commitment-made"]
        assert at.facts()[-2][1]["text"] == ["the kitchen ran out of gas"]
        assert at.line == "being ty"
        assert "lines wait" not in at.shown()
        assert at.session.drafts.text("capture") == "being ty"
        await at.enter("ped")
        assert at.last()[1]["text"] == ["being typed"]


async def test_a_line_that_waited_keeps_its_step_and_its_speaker(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.enter("she saw the water rise")
        with session(path, "t2", at.clock) as there:
            resumed(there)
            do(there, intents.EndTurn(there.meeting.turn.id))  # type: ignore[union-attr]
        await at.follow()
        assert at.last()[1]["person"] == who(at.session, "Ana")


async def test_a_wording_that_waited_is_read_back_once_it_can_be(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.enter("= Doors open at 17:00")
            assert at.at == "CircleScreen"
        await at.follow()
        assert at.last()[0] == "wording-read-back"
        await at.press("enter")
        assert at.last()[0] == "decision-recorded"


async def test_a_line_that_is_refused_after_all_comes_back(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.enter("s/nothing like it/something/")
        await at.follow()
        assert at.line == "s/nothing like it/something/"
        assert at.said()


async def test_leaving_with_a_line_that_waits_says_what_would_be_lost(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.enter("nobody may lose this")
            await at.press("escape", "q")
            assert "nobody may lose this" in at.shown()
            await at.press("escape")
            assert at.at == "CircleScreen"
        await at.follow()
        assert at.last()[1]["text"] == ["nobody may lose this"]


def noted(at: Desk) -> list[str]:
    """The words of the notes."""
    return [plain(note.text, {}) for note in at.meeting.notes.values()]


async def test_a_mending_waits_while_another_program_has_the_journal(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), notes=True) as at:
        await at.enter("the pots")
        await at.type("half")
        await at.press("up")
        with held(path):
            await at.type(" and cups")
            await at.press("enter")
            assert at.words == "half"
            assert "1 line waits" in at.shown()
            assert noted(at) == ["the pots"]
        await at.follow()
        assert noted(at) == ["the pots and cups"]
        assert at.words == at.session.drafts.text("capture") == "half"
        assert at.session.drafts.text("mends") == ""


async def test_half_a_line_that_could_not_be_kept_is_kept_later_without_another_key(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        with held(path):
            await at.type("half a li")
            assert "not saved yet" in at.shown()
        await at.follow()
        assert "not saved yet" not in at.shown()
        assert at.session.drafts.text("capture") == "half a li"
