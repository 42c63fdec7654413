"""Off the record: every terminal shows it, nothing is written down, the circle goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from roomside import room
from support.clock import HandClock
from support.files import ask, do, session
from support.prepared import all_of, opened, resumed, sending, turn
from support.screens import LARGE, PEOPLE, SECOND, SMALL, USUAL, Size, desk

from facilitator.core import intents
from facilitator.core.events import Stop
from facilitator.core.off_record import turned

SIZES = [pytest.param(SMALL, id="list"), pytest.param(USUAL, id="ring")]
MINUTE = 60 * SECOND
OFF = sending(intents.GoOffRecord())
REFUSED = "Off the record: nothing is written down. z ends it."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def drafts(path: Path) -> list[str]:
    return [
        text
        for (text,) in ask(
            path, "SELECT text FROM draft WHERE text <> '' AND field NOT LIKE 'begun %'"
        )
    ]


@pytest.mark.parametrize("size", [*SIZES, pytest.param(LARGE, id="large")])
async def test_a_key_begins_it_the_screen_says_so_and_the_clock_goes_on(
    path: Path, size: Size
) -> None:
    async with desk(path, turn(*PEOPLE), size=size) as at:
        await at.press("z")
        assert at.kinds()[-1] == "record-stopped"
        assert at.said() == ["Off the record · u takes it back"]
        await at.after(30 * SECOND)
        assert at.text("#status").startswith("off the record since 20:00 · z ends it")
        assert at.view.off == "off the record · z ends it"
        assert at.view.clock == "1:00"
        assert at.bar()["z"] == "on the record"
        assert "off the record · nothing is written down" in at.shown()
        await at.press("z")
        assert at.kinds()[-1] == "record-resumed"
        assert not at.view.off
        assert "z" not in at.bar()


async def test_the_circle_goes_on_and_what_is_said_in_passing_hides_nothing(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), OFF), size=SMALL) as at:
        await at.press("p")
        assert at.speaker == "Bo"
        assert "Ana passed" in at.text("#status")
        assert at.text("#status").endswith("off the record")


async def test_in_the_smallest_terminal_it_stands_beside_the_clock(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), OFF), size=(40, 10)) as at:
        assert "off the record" in at.shown()


async def test_what_is_typed_is_refused_and_waits_in_the_line_but_in_no_draft(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("before")
        await at.press("ctrl+r")
        await at.type(" and since")
        assert at.line == "before and since"
        assert "off the record: not written, not saved" in at.shown()
        assert drafts(path) == ["before"]
        await at.press("enter")
        assert at.kinds()[-1] == "record-stopped"
        assert at.line == "before and since"
        assert REFUSED in at.said()
        await at.press("ctrl+r")
        await at.press("enter")
        assert at.last()[1]["text"] == ["before and since"]
        assert drafts(path) == []


async def test_a_line_begun_before_belongs_where_it_was_begun_when_it_ends(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        ana = at.meeting.turn
        await at.press("/")
        await at.type("half a")
        await at.press("ctrl+r", "f2")
        assert at.speaker == "Bo"
        await at.enter(" thought")
        await at.press("ctrl+r", "enter")
        assert ana is not None
        assert at.last()[1]["person"] == ana.person


@pytest.mark.parametrize("line", ["! @bo call by friday", "= Doors at five", "+ cooking", "% pots"])
async def test_no_kind_of_line_is_taken(path: Path, line: str) -> None:
    async with desk(path, all_of(turn(*PEOPLE), OFF)) as at:
        before = at.facts()
        await at.press("/")
        await at.enter(line)
        assert at.facts() == before
        assert at.line == line
        assert not at.in_dialog()


async def test_words_in_a_box_are_refused_there_and_kept_in_no_draft(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), OFF)) as at:
        await at.press("m")
        await at.enter("silence, with")
        await at.enter("a child is lost")
        assert at.text("#why") == REFUSED
        assert drafts(path) == []


async def test_a_wording_that_waits_to_be_agreed_on_waits_until_it_ends(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("=")
        await at.enter("Doors at five")
        with session(path, "t2", at.clock) as other:
            do(other, intents.GoOffRecord())
        at.session.catch_up()
        await at.press("enter")
        assert "decision-recorded" not in at.kinds()
        assert at.words == "= Doors at five"
        await at.press("ctrl+r", "enter", "enter")
        assert at.last() == ("decision-recorded", {"step": "step-2", "text": ["Doors at five"]})


async def test_another_terminal_begins_it_and_ends_it_without_the_seat(path: Path) -> None:
    def elsewhere(here: object) -> None:
        here.alive = lambda: frozenset({"t1", "t2"})  # type: ignore[attr-defined]
        do(here, intents.PassSeat("t2"))  # type: ignore[arg-type]

    async with desk(path, all_of(turn(*PEOPLE), elsewhere)) as at:
        await at.press("z")
        assert at.kinds()[-1] == "record-stopped"
        await at.after(10 * SECOND)
        assert at.text("#status").startswith("off the record since 20:00 · z ends it · this is t1")
        await at.press("z")
        assert at.kinds()[-1] == "record-resumed"


async def test_the_note_taker_begins_it_in_the_middle_of_a_line_and_ends_it(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), notes=True) as at:
        await at.type("half a")
        await at.press("ctrl+r")
        assert at.kinds()[-1] == "record-stopped"
        assert "off the record · z ends it" in at.text("SmallCircle")
        await at.enter(" line")
        assert (at.line, at.kinds()[-1]) == ("half a line", "record-stopped")
        await at.press("ctrl+r", "enter")
        assert at.last()[1]["text"] == ["half a line"]


async def test_a_line_that_could_not_be_written_yet_is_refused_once_it_is_off_the_record(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE), notes=True) as at:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await at.enter("a thought")
            assert at.line == ""
            other.execute("COMMIT")
        with session(path, "t2", at.clock) as there:
            do(there, intents.GoOffRecord())
        await at.follow()
        assert at.kinds()[-1] == "record-stopped"
        assert at.line == "a thought"


async def test_two_terminals_that_press_at_once_begin_it_once(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        with session(path, "t2", at.clock) as other:
            do(other, intents.GoOffRecord())
        await at.press("z")
        assert at.kinds().count("record-stopped") == 1
        assert "record-resumed" not in at.kinds()
        assert at.view.off


async def test_a_program_that_was_gone_comes_back_to_it(path: Path) -> None:
    clock = HandClock()
    async with desk(path, turn(*PEOPLE), clock=clock) as at:
        await at.press("z")
    async with desk(path, resumed, clock=clock) as at:
        assert at.view.off
        assert "off the record since" in at.text("#status")


async def test_it_is_told_beside_a_silence(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), OFF)) as at:
        await at.press("g")
        assert at.view.notice == "silence · g ends it"
        assert at.view.off
        assert "silence · g ends it" in at.text("#status")
        assert at.text("#status").startswith("off the record since")


async def test_begun_by_mistake_it_is_taken_back_but_not_once_somebody_spoke(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("z", "u")
        assert not at.view.off
        await at.press("z")
        await at.next()
        begun = next(
            fact.action
            for fact in reversed(at.session.state.facts)
            if fact.body.kind == "record-stopped"
        )
        refused = at.session.send(intents.Undo(begun))
        assert refused is not None
        assert refused.words.startswith("Somebody was given the word off the record")


async def test_closing_ends_it_and_says_so_before(path: Path) -> None:
    async with desk(path, all_of(opened(*PEOPLE), OFF)) as at:
        await at.press("C")
        assert "closing ends it too" in at.shown()
        assert at.bar()["z"] == "on the record"
        await at.press("enter")
        assert at.meeting.off is None
        assert at.meeting.closed is not None


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_the_room_sees_it_large_and_who_speaks_how_long(path: Path, size: Size) -> None:
    clock = HandClock()
    with session(path, "t1", clock) as here:
        turn(*PEOPLE)(here)
        do(here, intents.ReadBack("step-2", ("Doors at five",)), intents.GoOffRecord())
        async with room(path, clock, size) as at:
            assert (at.view.notice, at.view.notice_detail) == ("Off the record", "Ana · 1:30")
            assert not at.view.wording
            await at.after(30 * SECOND)
            assert at.view.notice_detail == "Ana · 1:00"
            do(here, intents.PauseCircle(stop=Stop.SILENCE))
            await at.follow()
            assert (at.view.notice, at.view.notice_detail) == ("Off the record", "Silence")
            assert here.meeting is not None
            do(here, turned(here.meeting))
            await at.follow()
            assert at.view.notice == "Silence"
