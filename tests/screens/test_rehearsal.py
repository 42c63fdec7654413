"""A rehearsal: every key can be tried, and nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask
from support.prepared import gathered
from support.screens import SECOND, Desk, desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def kept(path: Path) -> int:
    """How many facts are in the group's own journal."""
    return int(ask(path, "SELECT count(*) FROM event")[0][0])


async def rehearsing(at: Desk) -> Path:
    await at.press("e")
    assert at.at == "GatherScreen"
    return at.session.journal.path


async def test_nine_invented_people_sit_in_a_journal_of_their_own(path: Path) -> None:
    async with desk(path, home=True) as at:
        place = await rehearsing(at)
        assert place != path
        assert place.exists()
        assert len(at.meeting.present) == 9
        assert kept(path) == 0


async def test_a_rehearsal_that_is_left_is_gone_with_all_it_wrote(path: Path) -> None:
    async with desk(path, gathered("Zoë"), home=True) as at:
        before = kept(path)
        place = await rehearsing(at)
        await at.press("f2")
        assert at.at == "CircleScreen"
        for _ in range(4):
            at.clock.move(SECOND)
            await at.burst("n")
        assert "turn-began" in at.kinds()
        await at.press("q", "enter")
        assert at.at == "HomeScreen"
        assert not place.parent.exists()
        assert kept(path) == before
        assert ask(path, "SELECT name FROM identity") == [("Zoë",)]


async def test_a_rehearsal_can_be_closed_with_minutes_that_vanish(path: Path) -> None:
    async with desk(path, home=True) as at:
        place = await rehearsing(at)
        await at.press("f2", "C", "enter")
        assert "meeting-closed" in at.kinds()
        assert "thrown away when you leave; m reads them now" in at.shown()
        assert str(place.parent) not in at.shown()
        await at.press("m")
        assert at.at == "ReaderScreen"
        await at.press("escape")
        assert [*(place.parent / "minutes").iterdir()]
        await at.press("escape")
        assert at.at == "HomeScreen"
        assert not place.parent.exists()
        assert not (path.parent / "minutes").exists()


async def test_a_rehearsal_left_while_gathering_is_gone(path: Path) -> None:
    async with desk(path, home=True) as at:
        place = await rehearsing(at)
        await at.press("escape", "q")
        assert at.at == "HomeScreen"
        assert not place.parent.exists()
        await rehearsing(at)


async def test_quitting_in_the_middle_of_a_rehearsal_leaves_no_folder(path: Path) -> None:
    async with desk(path, home=True) as at:
        place = await rehearsing(at)
        await at.press("ctrl+q")
    assert not place.parent.exists()
    assert kept(path) == 0
