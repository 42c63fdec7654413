"""What the facilitator alone is shown: how time is shared, what gives, who was not heard."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import do, who
from support.prepared import opened, turn
from support.screens import PEOPLE, SECOND, SMALL, USUAL, Desk, Size, desk

from facilitator.core import intents

SIZES = [pytest.param(SMALL, id="small"), pytest.param(USUAL, id="usual")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def rows(at: Desk) -> dict[str, str]:
    """What the box says behind each person's name, in its order."""
    lines = [line.strip() for line in at.text("_Lines").splitlines()]
    return {
        line.split()[0]: line.removeprefix(line.split()[0]).strip()
        for line in lines
        if line and line.split()[0] in PEOPLE
    }


@pytest.mark.parametrize("size", SIZES)
async def test_turns_and_time_of_each_are_shown_in_seating_order(path: Path, size: Size) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.after(60 * SECOND)
        await at.next()
        await at.after(20 * SECOND)
        await at.press("B", "enter")
        assert at.at == "LinesScreen"
        found = rows(at)
        assert [*found] == [*PEOPLE]
        assert "1 turn" in found["Ana"]
        assert "1:01" in found["Ana"]
        assert "more" in found["Ana"]
        assert "not yet" in found["Dee"]
        await at.press("escape")
        assert at.at == "CircleScreen"


async def test_a_step_and_the_whole_circle_are_told_apart(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(60 * SECOND)
        await at.press("]", "enter", "B", "enter")
        assert "Nobody has spoken yet." in at.shown()
        await at.press("escape", "B", "down", "enter")
        assert "1 turn" in rows(at)["Ana"]


async def test_a_word_that_somebody_says_of_themselves_is_kept(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("B", "down", "down", "enter")
        await at.enter("dee")
        assert "Dee's own word for the balance" in at.shown()
        await at.enter("she")
        assert at.meeting.categories == {who(at.session, "Dee"): "she"}


async def test_who_has_not_spoken_is_told_to_the_facilitator_beside_the_stack(path: Path) -> None:
    async with desk(path, opened(*PEOPLE, agenda=ASSEMBLY)) as at:
        for name in ("Ana", "Bo", "Ana", "Bo"):
            do(at.session, intents.RaiseHand("step-1", who(at.session, name)))
            await at.next()
        await at.next()
        assert "Chidi and Dee have not spoken in this step." in " ".join(at.text("#advice").split())


async def test_what_would_give_is_told_once_the_circle_is_late(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        assert "To end on time" not in at.shown()
        await at.after(40 * 60 * SECOND)
        await at.press("p")
        assert "To end on time" in at.text("#advice")


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_is_laid_against_the_clock(path: Path, size: Size) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.press("A")
        await at.enter("against")
        assert at.at == "LinesScreen"
        assert "The agenda against the clock" in at.shown()
        assert "▶ Witness" in at.shown()
        assert "ends 20:" in at.text("_Lines")


@pytest.mark.parametrize("size", SIZES)
async def test_how_long_anyone_has_spoken_is_shown_only_where_the_seat_is(
    path: Path, size: Size
) -> None:
    async with desk(path, opened(*PEOPLE, agenda=ASSEMBLY), size=size) as at:
        panel = "#hands" if size == SMALL else "#stack"
        await at.press("h", "a", "enter")
        await at.next()
        await at.after(39 * SECOND)
        await at.next()
        await at.press("h", "a", "?", "enter")
        assert at.text(panel).split() == ["1", "✓", "Ana", "question", "0:40"]
        at.session.alive = lambda: frozenset({"t1", "t2"})
        do(at.session, intents.PassSeat("t2"))
        await at.settle()
        assert at.text(panel).split() == ["1", "✓", "Ana", "question"]
        await at.press("B")
        assert at.at == "CircleScreen"
