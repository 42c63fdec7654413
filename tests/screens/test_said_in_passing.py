"""What is said in passing: true as long as it stands, and over nothing that people look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, session
from support.prepared import Prepare, gathered, opened, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Desk, Size, desk
from textual.geometry import Region
from textual.widgets._toast import Toast

from facilitator.core import intents

NARROW, LOW = (40, 24), (80, 16)
SIZES = [NARROW, SMALL, LOW, USUAL]
LONG = (
    "The file can't be written just now: wait a moment, then try again, or ask somebody near you."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def notice(at: Desk) -> Region:
    """Where the only notice stands."""
    return at.screen.query_one(Toast).region


async def test_what_was_said_of_a_turn_goes_when_something_else_is_done(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("p")
        assert at.text("#status") == "Ana passed · u takes it back"
        await at.press("space")
        assert "u takes it back" not in at.text("#status")
        assert at.said() == []


async def test_the_key_that_takes_it_back_is_the_one_that_works_where_people_type(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("p", "/")
        assert at.text("#status") == "Ana passed · F9 takes it back"
        await at.press("escape")
        assert at.text("#status") == "Ana passed · u takes it back"


async def test_the_same_notice_stands_once_however_often_it_is_asked_for(path: Path) -> None:
    async with desk(path, gathered()) as at:
        await at.press("escape", *"uuuu")
        assert at.said() == ["There is nothing to undo."]


async def test_what_was_said_stays_while_another_terminal_writes_a_note(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("p")
        with session(path, "t2", at.clock) as other:
            do(other, intents.TakeNote(("theirs",), "step-2"))
        await at.follow()
        assert at.text("#status") == "Ana passed · u takes it back"
        await at.press("u")
        assert at.speaker == "Ana"


async def test_a_message_goes_by_itself(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("p")
        await at.after(4 * SECOND)
        assert at.said() == []
        assert "u takes it back" not in at.text("#status")


@pytest.mark.parametrize(
    ("keys", "said", "undone"),
    [
        (("/", *"gas", "enter"), "Note “gas” · F9 takes it back", "f9"),
        (("!", *"@bo pots", "enter"), "Commitment “pots” · F9 takes it back", "f9"),
        (("=", *"Doors", "enter", "enter"), "Decision “Doors” · F9 takes it back", "f9"),
        (("a", *"Kofi", "enter"), "Kofi arrived · u takes it back", "u"),
        (("a", *"Kofi, Jo", "enter"), "Jo arrived · u takes it back", "u"),
    ],
)
async def test_what_was_written_or_who_came_is_said_with_the_key_that_takes_it_back(
    path: Path, keys: tuple[str, ...], said: str, undone: str
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press(*keys)
        assert at.text("#status") == said
        await at.press(undone)
        done = said.partition(" · ")[0]
        assert [each.casefold() for each in at.said()] == [f"taken back: {done}".casefold()]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_notice_is_read_in_full_and_covers_nothing_of_the_line(
    path: Path, size: Size
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.press("/")
        at.screen.warn(LONG * 2)  # type: ignore[attr-defined]
        await at.settle()
        place = notice(at)
        assert Region(0, 1, *at.screen.size).contains_region(place)
        for part in ("CaptureLine", "#status", "KeyBar", "#headline"):
            assert not place.overlaps(at.screen.query_one(part).region), part
        read = " ".join(at.text("Toast").replace("▌", " ").split())
        assert LONG in read


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_notice_covers_nothing_of_the_line_of_names(path: Path, size: Size) -> None:
    async with desk(path, gathered("Ana"), size=size) as at:
        await at.enter("ana")
        assert at.said() == ["ana is here already. For another one, add a letter: ana B."]
        for part in ("#name", "KeyBar", "Headline"):
            assert not notice(at).overlaps(at.screen.query_one(part).region), part


@pytest.mark.parametrize(
    ("prepare", "keys", "there"),
    [
        (gathered("Ana"), ("enter", "f2"), "CircleScreen"),
        (gathered("Ana"), ("enter", "escape", "q"), "HomeScreen"),
        (opened("Ana"), ("c", "C"), "ClosingScreen"),
        (opened("Ana"), ("c", "q", "enter"), "HomeScreen"),
    ],
)
async def test_what_was_said_on_a_screen_does_not_follow_to_the_next(
    path: Path, prepare: Prepare, keys: tuple[str, ...], there: str
) -> None:
    async with desk(path, prepare, size=LOW) as at:
        await at.press(keys[0])
        assert len(at.said()) == 1
        await at.press(*keys[1:])
        assert at.at == there
        assert at.said() == []
