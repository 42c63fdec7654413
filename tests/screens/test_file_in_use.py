"""When the file can't be written: a sentence on the screen, no word lost, and then it goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from support.prepared import Prepare, gathered, turn
from support.screens import PEOPLE, SECOND, desk

from facilitator.journal import opening

BUSY = "in use by another program just now"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "BUSY_MILLISECONDS", 1)
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
