"""The facilitator's seat: one terminal moves the circle, the others follow and take notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.files import do, session
from support.prepared import Prepare, all_of, resumed, turn
from support.screens import PEOPLE, USUAL, desk

from facilitator.core import intents
from facilitator.journal.draftbook import DraftBook
from facilitator.screens.circle import SEAT_ELSEWHERE, SEAT_GONE
from facilitator.session import Session

MOVING = ("n", "ctrl+n", "p", "l", "j", "r", "s", "f", "+", "-", "b", "]", "[", "C", "f2", "f8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def beside(*terminals: str) -> Prepare:
    """The program runs at these terminals."""

    def prepare(here: Session) -> None:
        here.alive = lambda: frozenset(terminals)

    return prepare


def passed(here: Session) -> None:
    """Another terminal has the seat."""
    do(here, intents.PassSeat("t2"))


ELSEWHERE = all_of(turn(*PEOPLE), beside("t1", "t2"), passed)


async def test_keys_that_move_the_circle_are_not_offered_and_say_where_they_are(
    path: Path,
) -> None:
    async with desk(path, ELSEWHERE) as at:
        before = at.facts()
        assert not {"n", "p", "l", "+", "]", "C"} & at.bar().keys()
        assert {"u", "/", "g", "T"} <= at.bar().keys()
        for key in MOVING:
            at.clock.move(1_000)
            await at.press(key)
            assert at.at == "CircleScreen", key
            assert at.said() == [SEAT_ELSEWHERE], key
            await at.after(7_000)
            assert at.said() == [], key
        assert at.facts() == before
        assert "this is t1 · t2 has the facilitator's seat" in at.text("#status")


async def test_letters_of_such_keys_are_letters_while_a_note_is_typed(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        await at.press("/")
        await at.type("no plan")
        assert (at.line, at.said()) == ("no plan", [])
        await at.press("f2")
        assert (at.line, at.said()) == ("no plan", [SEAT_ELSEWHERE])


async def test_a_key_says_how_to_take_a_seat_whose_terminal_has_gone(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        beside("t1")(at.session)
        await at.press("n")
        assert at.said() == [SEAT_GONE]
        await at.press("T")
        assert at.session.has_seat


async def test_notes_and_silence_are_for_every_terminal(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        await at.press("/")
        await at.enter("a note")
        assert at.kinds()[-1] == "note-taken"
        await at.press("escape", "g")
        assert at.kinds()[-1] == "circle-paused"
        assert "silence" in at.text("#status")


async def test_a_seat_that_is_held_cannot_be_taken(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        before = at.facts()
        await at.press("T")
        assert at.facts() == before
        assert at.said() == ["The facilitator's terminal is there. The seat is passed on from it."]


async def test_the_seat_of_a_silent_terminal_is_taken_over(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        at.session.alive = lambda: frozenset({"t1"})
        await at.after(60_000)
        assert "T takes the seat" in at.text("#status")
        await at.press("T")
        assert at.last() == ("seat-given", {"replica": "k7f3", "terminal": "t1"})
        assert at.bar()["n"] == "next speaker"
        await at.next()
        assert at.speaker == "Bo"


async def test_the_seat_is_passed_to_another_terminal(path: Path) -> None:
    async with desk(path, all_of(turn(*PEOPLE), beside("t1", "t2", "t3"))) as at:
        assert "T" not in at.bar()
        await at.press("T")
        assert at.text("#choices").split() == ["Terminal", "t2", "Terminal", "t3"]
        await at.press("down", "enter")
        assert at.meeting.seat == ("k7f3", "t3")
        assert "n" not in at.bar()


async def test_where_no_other_terminal_runs_there_is_nobody_to_pass_the_seat_to(
    path: Path,
) -> None:
    async with desk(path, all_of(turn(*PEOPLE), beside("t1"))) as at:
        before = at.facts()
        await at.press("T")
        assert at.facts() == before
        assert at.said() == ["No other terminal is at this circle."]


async def test_whoever_goes_back_to_a_circle_whose_terminal_is_gone_has_its_seat(
    path: Path,
) -> None:
    async with desk(path, ELSEWHERE) as at:
        assert at.meeting.seat == ("k7f3", "t2")
    async with desk(path, all_of(resumed, beside("t1"))) as at:
        assert at.meeting.seat == ("k7f3", "t1")
        assert "n" in at.bar()


async def test_leaving_without_the_seat_stops_no_clock(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        before = at.facts()
        await at.press("q")
        assert "The facilitator's terminal goes on." in at.shown()
        await at.press("enter")
        assert at.at == "HomeScreen"
        assert at.facts() == before


async def test_advice_is_only_for_the_terminal_with_the_seat(path: Path) -> None:
    late = 45 * 60_000
    async with desk(path, turn(*PEOPLE)) as at:
        await at.after(late)
        await at.press("escape")
        assert "For you" in at.shown()
        at.session.alive = lambda: frozenset({"t1", "t2"})
        passed(at.session)
        await at.settle()
        assert "For you" not in at.shown()


async def test_two_screens_at_one_journal_see_each_other(path: Path) -> None:
    clock = HandClock()

    def second(here: Session) -> None:
        here.terminal = "t2"
        here.drafts = DraftBook(here.journal, "t2", here.now)
        resumed(here)

    both = beside("t1", "t2")
    async with (
        desk(path, all_of(turn(*PEOPLE), both), clock=clock) as first,
        desk(path, all_of(second, both), clock=clock, size=USUAL) as other,
    ):
        assert (first.speaker, other.speaker) == ("Ana", "Ana")
        assert "n" in first.bar()
        assert "n" not in other.bar()
        await first.next()
        await other.follow()
        assert "▶ Bo" in other.shown()
        await other.press("/")
        await other.enter("from the second")
        await first.follow()
        assert "from the second" in first.text("#notes")
        await first.press("T", "enter")
        await other.follow()
        await other.press("escape")
        assert "n" in other.bar()
        await other.next()
        await first.follow()
        assert "▶ Chidi" in first.shown()


async def test_undo_here_takes_nothing_back_that_was_done_elsewhere(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("h", "d", "enter")
        with session(path, "t2", at.clock) as other:
            do(other, intents.TakeNote(("theirs",), "step-2"))
        await at.follow()
        await at.press("u")
        assert "theirs" in at.text("#notes")
        assert not any(hand.up for hand in at.meeting.hands.values())


async def test_a_terminal_is_at_a_circle_from_its_gathering_until_it_goes_back(path: Path) -> None:
    been: list[str] = []

    def noting(here: Session) -> None:
        here.be_at = been.append

    async with desk(path, all_of(turn(*PEOPLE), noting)) as at:
        circle = at.meeting.id
        assert been == [circle]
        await at.press("q", "enter")
        assert at.at == "HomeScreen"
        assert been == [circle, ""]
        await at.press("r")
        assert been == [circle, "", circle]
        await at.press("q", "enter", "s", "enter")
        assert at.at == "GatherScreen"
        assert been[-1] == at.meeting.id != circle
        await at.press("escape", "q")
        assert been[-1] == ""


async def test_going_back_to_a_closed_circle_ends_where_it_began(path: Path) -> None:
    been: list[str] = []

    def noting(here: Session) -> None:
        here.be_at = been.append

    closed = all_of(turn(*PEOPLE), lambda here: do(here, intents.CloseCircle()), noting)
    async with desk(path, closed, home=True) as at:
        await at.press("l")
        assert been == [at.meeting.id]
        await at.press("escape")
        assert at.at == "HomeScreen"
        assert been[-1] == ""
        await at.press("m", "enter")
        assert at.at == "ReaderScreen"
        assert been[-1] == ""


async def test_a_move_of_the_circle_is_not_taken_back_from_the_history_of_another_terminal(
    path: Path,
) -> None:
    async with desk(path, ELSEWHERE) as at:
        with session(path, "t2", at.clock) as other:
            assert other.meeting is not None
            do(other, intents.EndTurn(other.meeting.speaking or ""))
        await at.follow()
        await at.press("H")
        await at.type("ana was heard")
        await at.press("enter", "enter")
        assert at.said()[-1] == "That moved the circle: it is taken back where the seat is."
        assert at.speaker == "Bo"


async def test_what_another_terminal_took_back_or_passed_on_is_said(path: Path) -> None:
    async with desk(path, ELSEWHERE) as at:
        await at.press("/")
        await at.enter("a note")
        noted = at.session.state.facts[-1].action
        with session(path, "t2", at.clock) as other:
            do(other, intents.Undo(noted))
            await at.follow()
            assert at.said()[-1] == "t2 took back: note “a note”"
            assert "t2 took back: note “a note”" in at.text("#status")
            other.alive = lambda: frozenset({"t1", "t2"})
            do(other, intents.PassSeat("t1"))
            await at.follow()
        assert "This terminal has the facilitator's seat now: t2 passed it on." in at.said()
