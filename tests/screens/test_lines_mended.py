"""Earlier lines are taken up in the line, mended and sent; what was being typed is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.files import do, who
from support.prepared import all_of, nothing, resumed, turn
from support.screens import PEOPLE, Desk, desk

from facilitator.core import intents
from facilitator.core.line_history import wordings
from facilitator.core.lines import Line, lines_of
from facilitator.core.walking import step_away
from facilitator.core.words import plain
from facilitator.journal.store import Journal
from facilitator.screens.circle_mending import ANEW
from facilitator.session import Session
from facilitator.widgets.capture import CaptureLine

BOTH = frozenset({"t1", "t2"})
WHERE = pytest.mark.parametrize("notes", [True, False], ids=["notes", "circle"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


SPEAKING = turn(*PEOPLE)


def elsewhere(path: Path, clock: HandClock) -> Session:
    """Another terminal at the circle."""
    there = Session(Journal.open(path), clock, "t2", lambda: BOTH)
    there.enter(there.group.meetings(1)[0].id)
    return there


def lines(at: Desk) -> list[Line]:
    return lines_of(at.session.state, at.meeting)


def told(at: Desk) -> list[str]:
    return [plain(line.text, at.session.names) for line in lines(at)]


def chips(at: Desk) -> str:
    return at.screen.query_one(CaptureLine).chips


async def to_the_line(at: Desk, *written: str) -> None:
    if not isinstance(at.screen.focused, type(at.screen.query_one(CaptureLine).field)):
        await at.press("/")
    for line in written:
        await at.enter(line)
        if at.in_dialog():
            await at.press("enter")


@WHERE
async def test_up_takes_up_the_lines_before_and_down_goes_back(path: Path, notes: bool) -> None:
    async with desk(path, SPEAKING, notes=notes) as at:
        await to_the_line(at, "one", "! @chidi borrow the PA by friday", "Dee: three")
        await at.type("half a line")
        shown = []
        for _ in range(4):
            await at.press("up")
            shown.append(at.words)
        assert shown == ["Dee: three", "! @Chidi borrow the PA by friday", "one", "one"]
        for expected in (*reversed(shown[:2]), "half a line", "half a line"):
            await at.press("down")
            assert at.words == expected
        await at.type(" more")
        assert at.words == "half a line more"


@WHERE
async def test_enter_mends_the_line_and_gives_back_what_was_typed(path: Path, notes: bool) -> None:
    async with desk(path, SPEAKING, notes=notes) as at:
        await to_the_line(at, "the kichen", "later")
        await at.type("half")
        await at.press("up", "up")
        assert chips(at).startswith("mends witnessed · Ana · 20:00")
        await at.burst(*["backspace"] * 6, *"kitchen", "enter")
        assert at.last()[0] == "line-mended"
        assert told(at) == ["the kitchen", "later"]
        assert at.words == "half"
        assert at.session.drafts.text("capture") == "half"
        assert at.session.drafts.text("mends") == ""


async def test_owner_and_date_are_understood_again(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "! @chidi borrow the PA by friday")
        await at.press("up")
        assert chips(at) == "mends ! commitment · Chidi · by friday (Fri 28 Nov) · 20:00"
        await at.burst("home", "right", "right", *["delete"] * 6, *"@bo", "end")
        await at.burst(*["backspace"] * 6, *"sunday", "enter")
        (line,) = lines(at)
        assert (line.person, line.due, line.due_on) == (
            who(at.session, "Bo"),
            "sunday",
            "2025-11-30",
        )
        assert at.last()[0] == "line-turned"
        assert "Commitment now: “borrow the PA”, Bo, by sunday" in at.said()[0]


async def test_nothing_is_written_where_nothing_was_changed(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "one")
        before = at.facts()
        await at.type("half")
        await at.press("up", "enter")
        assert (at.facts(), at.words) == (before, "half")


async def test_esc_leaves_the_line_as_it_was(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "one")
        await at.type("half")
        await at.press("up")
        assert at.bar()["Esc"] == "leave as it was"
        await at.type(" and two")
        await at.press("escape")
        assert at.words == at.line == "half"
        await at.press("up")
        assert at.words == "one"
        await at.press("escape", "escape")
        assert at.screen.focused is None


async def test_half_of_a_mended_line_is_there_again_on_the_way_back(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "one", "two")
        await at.press("up")
        await at.type(" and")
        await at.press("up", "down")
        assert at.words == "two and"
        await at.press("down")
        assert at.words == ""
        await at.press("up")
        assert at.words == "two and"


@pytest.mark.parametrize("sure", [True, False])
async def test_a_line_without_words_is_struck_if_that_is_meant(path: Path, sure: bool) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "one", "two")
        await at.type("half")
        await at.press("up")
        await at.press("ctrl+u")
        assert chips(at) == "no words: Enter asks to strike the line"
        await at.press("enter")
        assert at.in_dialog()
        await at.press("enter" if sure else "escape")
        assert told(at) == (["one"] if sure else ["one", "two"])
        assert at.words == ("half" if sure else "two")


@WHERE
async def test_after_a_kill_the_line_is_being_mended_still(path: Path, notes: bool) -> None:
    async with desk(path, SPEAKING, notes=notes) as at:
        await to_the_line(at, "! @bo pots by friday", "two")
        await at.type("half")
        await at.press("up", "up")
        await at.type(" or so")
    async with desk(path, nothing if notes else resumed, notes=notes) as at:
        assert at.words == "! @Bo pots by friday or so"
        assert chips(at).startswith("mends ! commitment · Bo")
        await at.burst(*["backspace"] * 6, "enter")
        assert at.words == "half"
        await at.press("up", "up")
        assert at.words == "! @Bo pots by friday"


async def test_keys_in_a_burst_are_done_in_their_order(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "one")
        await at.burst(*"two", "enter", "up")
        assert told(at) == ["one", "two"]
        assert at.words == "two"
        await at.burst("escape", "up", "up", *"!", "enter", *"three", "enter")
        assert told(at) == ["one!", "two", "three"]


async def test_where_nothing_is_written_there_is_nothing_to_take_up(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.type("half")
        await at.press("up")
        assert at.words == "half"
        assert "Nothing is written down yet." in at.said()


async def test_a_line_that_was_changed_elsewhere_says_so_and_the_later_wording_holds(
    path: Path,
) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await to_the_line(at, "the pots")
        await at.press("up")
        there.catch_up()
        do(there, intents.MendLine(lines(at)[0].id, ("the cups",)))
        await at.follow()
        assert chips(at).startswith("changed elsewhere meanwhile · mends ")
        assert at.words == "the pots"
        await at.enter(" and pans")
        assert told(at) == ["the pots and pans"]
        said = [plain(text, {}) for text in wordings(at.session.state, lines(at)[0].id)]
        assert said == ["the pots", "the cups", "the pots and pans"]
        there.journal.close()


@pytest.mark.parametrize("how", ["struck", "undone"])
async def test_a_line_that_is_gone_is_written_as_a_new_one(path: Path, how: str) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await to_the_line(at, "! @bo the pots")
        await at.press("up")
        there.catch_up()
        line = lines(at)[0].id
        do(there, intents.StrikeLine(line) if how == "struck" else intents.Undo(line))
        await at.follow()
        assert chips(at).startswith("struck meanwhile: Enter writes it anew · mends ")
        await at.enter(" by friday")
        assert told(at) == ["the pots"]
        assert lines(at)[0].id != line
        assert lines(at)[0].due == "friday"
        assert ANEW in at.said()
        there.journal.close()


async def test_the_step_of_a_line_that_is_taken_back_takes_nothing_with_it(path: Path) -> None:
    def seat_elsewhere(here: Session) -> None:
        here.alive = lambda: BOTH
        do(here, intents.PassSeat("t2"))

    async with desk(path, all_of(SPEAKING, seat_elsewhere), notes=True) as at:
        there = elsewhere(path, at.clock)
        assert there.meeting is not None
        step = step_away(there.meeting, 1)
        assert step is not None
        do(there, step)
        await at.follow()
        await to_the_line(at, "the pots")
        await at.press("up")
        await at.type(" and cups")
        there.catch_up()
        there.undo()
        await at.follow()
        assert at.words == "the pots and cups"
        await at.press("enter")
        assert told(at) == ["the pots and cups"]
        assert lines(at)[0].step == "step-3"
        there.journal.close()


async def test_a_mending_that_is_refused_comes_back_to_be_mended(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "! @bo the pots")
        do(at.session, intents.KeepCommitment(lines(at)[0].id))
        await at.press("up", "home", "delete", "delete")
        await at.press("enter")
        assert at.words == "@Bo the pots"
        assert chips(at).startswith("mends ")
        assert any("it stays one" in each for each in at.said())
        await at.press("ctrl+u")
        await at.type("+ first aid")
        assert "a line does not become that" in chips(at)
        await at.press("enter")
        assert at.words == "+ first aid"
        await at.press("escape")
        assert told(at) == ["the pots"]


async def test_several_pasted_lines_stay_one_line_that_is_mended(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "the pots")
        await at.press("up")
        await at.type(" ")
        await at.paste("and\ncups\nand pans")
        assert at.words == "the pots and cups and pans"
        await at.press("enter")
        assert told(at) == ["the pots and cups and pans"]


async def test_who_is_meant_is_asked_also_of_a_line_that_is_mended(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await to_the_line(at, "! @bo the pots")
        await at.press("up", "ctrl+u")
        await at.enter("! @zed the pots")
        assert at.in_dialog()
        await at.press("escape")
        assert at.words == "! @zed the pots"
        assert chips(at).startswith("mends ")
        await at.press("enter")
        await at.press("down", "enter")
        assert told(at) == ["@zed the pots"]


HOSTILE = {
    "long": "x" * 20_000,
    "control": "\x1b[31mred\x07 and \x00",
    "rtl": "\u202eabc\u05d0\u05d1",
    "markup": "[/] [b]$x[/b] [@click=quit]",
    "signs": "\\! = * ?? + %",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_any_words_are_taken_up_and_left_as_they_were(path: Path, text: str) -> None:
    def written(here: Session) -> None:
        do(here, intents.TakeNote((text,), "step-2", who(here, "Bo")))
        do(here, intents.Commit((text,), "step-2", who(here, "Bo"), text))
        do(here, intents.RecordDecision((text,), "step-2"))

    async with desk(path, all_of(SPEAKING, written), notes=True) as at:
        before = at.facts()
        for times in (1, 2, 3):
            await at.press(*["up"] * times, "enter")
            assert at.words == ""
        assert at.facts() == before
        await at.press("up", "up", "up")
        await at.enter(" z")
        assert told(at)[0].endswith(" z")
