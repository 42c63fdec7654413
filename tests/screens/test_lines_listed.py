"""The list of lines: each is mended, struck, moved or turned from it, and its history is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import do, who
from support.prepared import turn
from support.screens import PEOPLE, Desk, desk

from facilitator.core import intents
from facilitator.core.forms import Kind
from facilitator.core.lines import Line, lines_of
from facilitator.core.step import Filing
from facilitator.core.words import plain
from facilitator.widgets.choice_list import ChoiceList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


SPEAKING = turn(*PEOPLE)


def lines(at: Desk) -> list[Line]:
    return lines_of(at.session.state, at.meeting)


def told(at: Desk) -> list[str]:
    return [plain(line.text, at.session.names) for line in lines(at)]


def listed(at: Desk) -> str:
    return at.text("#choices")


async def chosen(at: Desk, *words: str) -> None:
    """Open the list, and choose by a few letters each."""
    await at.press("ctrl+l")
    for each in words:
        await at.enter(each)


@pytest.mark.parametrize("notes", [True, False], ids=["notes", "circle"])
async def test_the_latest_line_is_the_first_and_typing_finds_others(
    path: Path, notes: bool
) -> None:
    async with desk(path, SPEAKING, notes=notes) as at:
        await at.press("escape", "/")
        await at.enter("the kitchen")
        await at.enter("! @bo the pots by friday")
        await at.press("escape", "E")
        first, second = (line for line in listed(at).splitlines() if line.strip())
        assert "! Bo: the pots, by friday" in first
        assert "20:00" in first
        assert "Ana: the kitchen" in second
        await at.type("kit")
        assert "pots" not in listed(at)


async def test_a_line_is_mended_from_the_list(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("the kichen")
        await at.enter("later")
        await at.type("half")
        await chosen(at, "kich", "mend")
        assert at.line == "the kichen"
        await at.press("ctrl+u")
        await at.enter("the kitchen")
        assert told(at) == ["the kitchen", "later"]
        assert at.line == "half"


async def test_a_line_is_struck_and_brought_back_from_the_list(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("the pots")
        await chosen(at, "", "strike")
        assert told(at) == []
        assert "A line struck" in at.said()[0]
        await chosen(at, "struck")
        assert "the pots" in listed(at)
        await at.press("enter")
        assert "struck 20:00" in listed(at)
        await at.press("enter")
        assert told(at) == ["the pots"]


async def test_a_line_moves_to_another_person_and_step(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("the pots")
        await chosen(at, "", "person", "chi")
        assert lines(at)[0].person == who(at.session, "Chidi")
        await chosen(at, "", "another step", "3")
        assert lines(at)[0].step == "step-3"
        await chosen(at, "", "person", "nobody")
        assert lines(at)[0].person == ""


async def test_a_decision_is_nobodys_and_moves_to_a_step_only(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        do(at.session, intents.RecordDecision(("doors at five",), "step-2"))
        await chosen(at, "")
        assert "another person" not in listed(at)
        await at.enter("another step")
        await at.enter("3")
        assert lines(at)[0].step == "step-3"


async def test_a_line_turns_into_another_kind(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("the pots by friday")
        await chosen(at, "", "turn")
        assert "note" not in listed(at)
        await at.enter("commit")
        (line,) = lines(at)
        assert (line.kind, line.due_on) == (Kind.COMMITMENT, "2025-11-28")
        await chosen(at, "", "turn", "question")
        (line,) = lines(at)
        assert (line.kind, line.filing) == (Kind.NOTE, Filing.QUESTION)
        assert told(at) == ["the pots by friday"]
        await at.press("f9", "f9")
        assert lines(at)[0].filing is Filing.WITNESSED


async def test_every_wording_is_told_and_can_be_taken_up_again(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("the pots")
        await at.press("up", "ctrl+u")
        at.clock.move(60_000)
        await at.enter("the cups")
        await chosen(at, "", "history")
        first, second = (line for line in listed(at).splitlines() if line.strip())
        assert "the cups" in first
        assert "mended 20:01 · terminal t1" in first
        assert "written 20:00 · terminal t1" in second
        await at.enter("pots")
        assert at.line == "the pots"
        await at.press("enter")
        assert told(at) == ["the pots"]


async def test_without_lines_there_is_no_list(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.press("ctrl+l")
        assert "Nothing is written down yet." in at.said()


async def test_five_thousand_lines_are_all_in_the_list(path: Path) -> None:
    wanted = [intents.TakeNote((f"note {number}",), "step-2", "") for number in range(5000)]
    async with desk(path, SPEAKING, notes=True) as at:
        at.session.send_all(wanted)
        await at.settle()
        await at.press("ctrl+l")
        assert at.screen.query_one(ChoiceList).count == 5000
        await at.type("4321")
        assert at.screen.query_one(ChoiceList).count == 1


async def test_a_date_is_taken_out_and_put_in_again(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.type("! @bo bring the friday list by friday")
        assert at.bar()["Ctrl+Y"] == "no date"
        await at.press("ctrl+y")
        assert at.bar()["Ctrl+Y"] == "a date"
        assert "by when?" in at.shown()
        await at.press("ctrl+y")
        assert "Fri 28 Nov" in at.shown()
        await at.press("ctrl+y", "enter")
        (line,) = lines(at)
        assert (told(at), line.due) == (["bring the friday list by friday"], "")
        await at.enter("! @bo pots by sunday")
        assert lines(at)[1].due == "sunday"
        await at.type("no date in this")
        assert "Ctrl+Y" not in at.bar()


async def test_a_line_without_its_date_is_so_again_after_a_kill_and_when_it_is_taken_up(
    path: Path,
) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.type("! @bo pots by friday")
        await at.press("ctrl+y")
    async with desk(path, notes=True) as at:
        assert at.bar()["Ctrl+Y"] == "a date"
        await at.press("enter")
        assert lines(at)[0].due == ""
        await at.press("up")
        assert at.bar()["Ctrl+Y"] == "a date"
        await at.press("ctrl+y", "enter")
        assert (told(at), lines(at)[0].due) == (["pots"], "friday")
