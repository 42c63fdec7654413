"""All commitments on a screen, and the walk at the opening: keys, filter, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from commitment_scenery import one, promised, settled, usual
from role_scenery import known
from support.files import ask
from support.prepared import nothing, opened
from support.screens import PEOPLE, SMALL, Desk, desk

from facilitator.core.intents import KeepCommitment
from facilitator.widgets.commitment_list import CommitmentList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def state(path: Path, what: str) -> tuple[str, str | None]:
    """How a commitment stands in the file, and when it is due."""
    (found,) = ask(path, "SELECT state, due_on FROM commitments WHERE what = ?", what)
    return found[0], found[1]


def headings(at: Desk) -> list[str]:
    lines = at.screen.query_one(CommitmentList).view.lines
    return [line.name for line in lines if not line.role]


def names(at: Desk) -> list[str]:
    lines = at.screen.query_one(CommitmentList).view.lines
    return [line.name for line in lines if line.role]


async def test_the_first_screen_says_how_many_are_due_and_leads_to_all_of_them(path: Path) -> None:
    async with desk(path, promised, home=True) as at:
        assert "Commitments: 1 overdue, 1 due, 1 due at the next meeting" in at.text("#waits")
        assert "and 1 more · c commitments" in at.text("#waits")
        before = at.facts()
        await at.press("c")
        assert (at.at, at.session.meeting) == ("CommitmentsScreen", None)
        assert headings(at) == [
            *("Overdue (1)", "Due (1)", "Due at the next meeting (1)"),
            *("Open (2)", "Kept (1)", "Released (1)"),
        ]
        assert at.headline() == ("Commitments", "Tue 23 Dec", "5 to be done · 2 due")
        assert at.facts() == before
        await at.press("escape")
        assert at.at == "HomeScreen"


async def test_before_the_first_circle_there_is_no_list(path: Path) -> None:
    async with desk(path, nothing, home=True) as at:
        await at.press("c")
        assert at.at == "HomeScreen"


async def test_each_key_says_what_became_of_the_one_under_the_cursor(path: Path) -> None:
    async with desk(path, promised, home=True) as at:
        await at.press("c", "k")
        assert state(path, "borrow the PA") == ("kept", "2025-12-21")
        assert at.said()[-1] == "“borrow the PA” kept · u takes it back"
        await at.press("u")
        assert state(path, "borrow the PA")[0] == "renegotiated"
        await at.press("U", "u", "d")
        assert at.in_dialog()
        await at.enter("by friday; the van is away")
        assert state(path, "borrow the PA") == ("renegotiated", "2025-12-26")
        await at.press("home", "c")
        assert state(path, "call the printer about the flyers for the winter fair")[0] == "carried"
        await at.press("home", "x")
        await at.enter("")
        assert at.in_dialog()
        await at.enter("it is too late")
        kinds = at.kinds()
        assert kinds[-1] == "commitment-released"


async def test_what_is_over_has_no_keys_but_its_story(path: Path) -> None:
    async with desk(path, promised, home=True) as at:
        await at.press("c", "end")
        assert {"k", "d", "c", "x"}.isdisjoint(at.bar())
        before = at.facts()
        await at.press("k", "d", "x")
        assert at.facts() == before
        await at.press("enter")
        assert "Sun 7 Dec: released; it was stolen" in at.shown()


async def test_the_list_is_filtered_by_words_people_and_how_it_stands(path: Path) -> None:
    async with desk(path, promised, home=True) as at:
        await at.press("c", "/")
        await at.enter("ana")
        assert names(at) == ["borrow the PA", "learn the song"]
        assert at.headline()[2] == "2 of 7 · 2 to be done · 1 due"
        await at.press("escape", "/")
        await at.enter("kept")
        assert names(at) == ["wash the pots"]
        await at.press("/")
        await at.enter("xyz")
        assert "No commitment fits" in at.shown()
        await at.press("escape")
        assert len(names(at)) == 7


async def test_a_promise_is_written_down_between_meetings(path: Path) -> None:
    async with desk(path, known(), home=True) as at:
        await at.press("c")
        assert "Nothing was promised yet" in at.shown()
        await at.press("!")
        await at.enter("@ana sweep by friday")
        assert state(path, "sweep") == ("open", "2025-11-28")
        kind, body = at.last()
        assert (kind, body["on"]) == ("commitment-made", "2025-11-23")


async def test_from_a_circle_what_is_done_on_the_list_belongs_to_it(path: Path) -> None:
    async with desk(path, usual) as at:
        await at.press("V", "k", "escape")
        assert at.at == "CircleScreen"
        assert at.session.state.happened[-1].meeting == at.meeting.id


async def test_the_opening_asks_about_each_promise_that_is_due(path: Path) -> None:
    async with desk(path, usual) as at:
        assert "Commitments to ask about" in at.text("CardText")
        assert at.bar()["F"] == "what was due"
        assert at.text("#open") == "3 commitments due, not spoken of"
        await at.press("F")
        assert "1 of 3 · Ana: borrow the PA" in at.shown()
        await at.press("enter")
        assert state(path, "borrow the PA")[0] == "kept"
        assert "2 of 3 · Bo: call the printer" in at.shown()
        await at.enter("new date")
        await at.enter("in two weeks; they are closed")
        told = "SELECT due_on, reason FROM commitment_changes WHERE state = 'renegotiated'"
        assert ("2026-01-06", "they are closed") in ask(path, told)
        assert "3 of 3 · Dee: bring a book" in at.shown()
        await at.enter("carry")
        assert at.at == "CircleScreen"
        assert state(path, "bring a book")[0] == "carried"
        assert "F" not in at.bar()
        assert "Commitments to ask about" not in at.text("CardText")


async def test_what_is_left_as_it_is_stays_due_and_esc_ends_the_walk(path: Path) -> None:
    async with desk(path, usual) as at:
        before = at.facts()
        await at.press("F")
        await at.enter("leave")
        assert "2 of 3 · Bo" in at.shown()
        await at.press("escape")
        assert (at.at, at.facts()) == ("CircleScreen", before)
        await at.press("F")
        assert "1 of 3 · Ana" in at.shown()
        await at.enter("release")
        await at.press("escape")
        assert (at.at, at.facts()) == ("CircleScreen", before)


async def test_what_another_terminal_settled_meanwhile_is_passed_over(path: Path) -> None:
    async with desk(path, usual) as at:
        await at.press("F")
        printer = one(at.session, "call the printer about the flyers for the winter fair")
        assert at.session.send(KeepCommitment(printer)) is None
        await at.press("enter")
        assert "3 of 3 · Dee" in at.shown()


async def test_undo_at_the_circle_takes_back_what_the_walk_wrote(path: Path) -> None:
    async with desk(path, usual) as at:
        await at.press("F", "enter", "escape", "u")
        assert state(path, "borrow the PA")[0] == "renegotiated"


async def test_where_nothing_is_due_no_key_asks(path: Path) -> None:
    async with desk(path, opened(*PEOPLE)) as at:
        assert "F" not in at.bar()
        await at.press("F")
        assert at.at == "CircleScreen"


async def test_the_closing_tells_what_became_of_earlier_promises(path: Path) -> None:
    async with desk(path, settled, size=SMALL) as at:
        await at.press("C")
        shown = at.shown()
        assert "What became of earlier commitments" in shown
        assert "↺ Dee: bring a book · promised Sun 23 Nov, carried once" in shown
        assert "! Ana: sweep · by friday (Fri 26 Dec)" in shown
        assert "1 commitment due, not spoken of" in shown
