"""The note-taker's terminal: it follows the circle by itself, and nothing typed there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clock import HandClock
from support.files import do, who
from support.prepared import Prepare, all_of, gathered, opened, sending, turn
from support.screens import PEOPLE, SMALL, desk

from facilitator.core import intents
from facilitator.core.events import Outcome
from facilitator.core.walking import step_away
from facilitator.journal.store import Journal
from facilitator.screens.notes import CLOSED, GATHERING, SEAT_ELSEWHERE
from facilitator.session import Session
from facilitator.widgets.small_circle import SmallCircle

BOTH = frozenset({"t1", "t2"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def seat_elsewhere(here: Session) -> None:
    """The facilitator sits at another terminal."""
    here.alive = lambda: BOTH
    do(here, intents.PassSeat("t2"))


SPEAKING = all_of(turn(*PEOPLE), seat_elsewhere)


def other(path: Path, clock: HandClock) -> Session:
    """Another terminal at the file, at no meeting yet."""
    return Session(Journal.open(path), clock, "t2", lambda: BOTH)


def elsewhere(path: Path, clock: HandClock) -> Session:
    """The facilitator's terminal."""
    there = other(path, clock)
    there.enter(there.group.meetings(1)[0].id)
    return there


def end_turn(there: Session, outcome: Outcome = Outcome.HEARD) -> None:
    assert there.meeting is not None
    assert there.meeting.turn is not None
    do(there, intents.EndTurn(there.meeting.turn.id, outcome))


def next_step(there: Session) -> None:
    assert there.meeting is not None
    step = step_away(there.meeting, 1)
    assert step is not None
    do(there, step)


async def test_it_opens_on_the_circle_with_the_keys_in_the_line(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        assert at.at == "NotesScreen"
        assert at.line == ""
        assert "▶ Ana speaks · Bo next" in at.shown()
        assert "1:30" in at.text("SmallCircle")
        await at.enter("the kitchen ran out of gas")
        kind, body = at.last()
        assert (kind, body["person"]) == ("note-taken", who(at.session, "Ana"))
        assert "Ana the kitchen ran out of gas" in at.text("#notes")


async def test_it_follows_the_facilitator_and_files_a_line_where_it_was_begun(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await at.type("she saw")
        end_turn(there)
        await at.follow()
        assert "▶ Bo speaks" in at.shown()
        await at.enter(" the water rise")
        assert at.last()[1]["person"] == who(at.session, "Ana")
        there.journal.close()


async def test_what_it_writes_needs_no_seat_and_moves_nothing(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.enter("! @chidi borrow the PA by friday")
        await at.enter("?? who has the key")
        assert at.kinds()[-2:] == ["commitment-made", "note-taken"]
        assert "Chidi: borrow the PA · by friday (Fri 28 Nov)" in " ".join(
            at.text("#agreed").split()
        )
        await at.press("escape")
        before = at.facts()
        for key in ("n", "p", "l", "+", "]", "["):
            await at.press(key)
            await at.press("escape")
        assert at.facts() == before


async def test_steps_stand_over_what_was_written_in_them(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await at.enter("one")
        await at.enter("two")
        end_turn(there)
        next_step(there)
        await at.follow()
        await at.enter("three")
        written = [line.strip() for line in at.text("#notes").splitlines()]
        first, second = (at.meeting.steps[each].title for each in ("step-2", "step-3"))
        assert [line for line in written if line in (first, second)] == [first, second]
        assert written.index(first) < written.index(second)
        there.journal.close()


async def test_what_is_typed_is_there_again_after_the_program_was_killed(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.type("half a sen")

    def again(here: Session) -> None:
        here.alive = lambda: BOTH

    async with desk(path, again, notes=True) as at:
        assert at.line == "half a sen"
        await at.enter("tence")
        assert at.last()[1]["text"] == ["half a sentence"]


async def test_half_a_line_stays_the_speakers_with_whom_it_was_begun_also_after_a_restart(
    path: Path,
) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await at.type("half of an")
        end_turn(there)
        await at.follow()
        assert "▶ Bo speaks" in at.shown()
        there.journal.close()

    def again(here: Session) -> None:
        here.alive = lambda: BOTH

    async with desk(path, again, notes=True) as at:
        assert "witnessed · Ana" in at.shown()
        await at.enter("a's words")
        assert at.last()[1]["person"] == who(at.session, "Ana")
        await at.type("the next line")
        assert "witnessed · Bo" in at.shown()


async def test_enter_with_nothing_typed_leaves_the_letters_letters(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.press("enter", "enter")
        await at.type("next to the door")
        assert at.line == "next to the door"


async def test_the_facilitators_undo_leaves_the_note_and_the_words_being_typed(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        next_step(there)
        await at.follow()
        await at.enter("written in it")
        await at.type("being typed in it")
        there.catch_up()
        there.undo()
        await at.follow()
        assert "written in it" in at.text("#notes")
        assert at.line == "being typed in it"
        await at.press("enter")
        assert at.last() == (
            "note-taken",
            {
                "step": "step-3",
                "person": "",
                "text": ["being typed in it"],
                "filing": at.meeting.steps["step-3"].filed_as.value,
            },
        )
        there.journal.close()


async def test_undo_takes_back_what_was_written_here_only(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await at.enter("mine")
        end_turn(there)
        await at.follow()
        await at.press("f9")
        assert "mine" not in at.text("#notes")
        assert "▶ Bo speaks" in at.shown()
        there.journal.close()


async def test_earlier_notes_are_read_back_at_and_stay_where_they_are(path: Path) -> None:
    notes = [intents.TakeNote((f"note {number}",), "step-2", "") for number in range(90)]
    async with desk(path, all_of(SPEAKING, sending(*notes)), notes=True) as at:
        assert "note 89" in at.text("#notes")
        await at.type("my words")
        await at.press("pageup")
        assert "note 89" not in at.text("#notes")
        shown = at.text("#notes")
        assert "later · PgDn" in at.shown()
        there = elsewhere(path, at.clock)
        do(there, intents.TakeNote(("note 90",), "step-2", ""))
        await at.follow()
        assert at.text("#notes") == shown
        await at.press("pageup", "pageup", "pageup", "pageup", "pageup")
        assert "note 0" in at.text("#notes")
        await at.press("ctrl+end")
        assert "note 90" in at.text("#notes")
        assert at.line == "my words"
        there.journal.close()


async def test_after_the_close_lines_are_still_written_and_the_minutes_say_so(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        do(there, intents.CloseCircle())
        await at.follow()
        assert at.at == "NotesScreen"
        assert CLOSED in at.text("#status")
        await at.enter("! @bo return the pots by monday")
        assert at.kinds()[-1] == "commitment-made"
        (minutes,) = (path.parent / "minutes").glob("*.md")
        assert "return the pots" in minutes.read_text(encoding="utf-8")
        there.journal.close()


async def test_it_waits_for_a_circle_and_goes_to_it_by_itself(path: Path) -> None:
    async with desk(path, notes=True) as at:
        assert at.at == "NotesWaitScreen"
        assert "No circle is going on just now." in at.shown()
        there = other(path, at.clock)
        gathered("Ana", "Bo")(there)
        await at.follow()
        assert at.at == "NotesScreen"
        assert GATHERING in at.text("#status")
        do(there, intents.OpenCircle())
        await at.follow()
        assert GATHERING not in at.text("#status")
        there.journal.close()


async def test_before_the_opening_a_line_comes_back_with_why(path: Path) -> None:
    async with desk(path, gathered(*PEOPLE), notes=True) as at:
        await at.enter("too early")
        assert at.line == "too early"
        assert at.said()
        do(at.session, intents.OpenCircle())
        await at.follow()
        await at.press("enter")
        assert at.last()[0] == "note-taken"


async def test_a_circle_that_was_dropped_is_left_for_the_next_one(path: Path) -> None:
    async with desk(path, gathered("Ana"), notes=True) as at:
        there = other(path, at.clock)
        there.enter(there.group.meetings(1)[0].id)
        do(there, intents.AbandonMeeting())
        await at.follow()
        assert at.at == "NotesWaitScreen"
        opened("Zoë")(there)
        await at.follow()
        assert at.at == "NotesScreen"
        there.journal.close()


async def test_leaving_ends_the_program_or_goes_to_the_next_circle(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        await at.press("escape", "q")
        assert not at.app.is_running

    beside = path.with_name("beside.db")
    async with desk(beside, SPEAKING, notes=True) as at:
        there = elsewhere(beside, at.clock)
        do(there, intents.CloseCircle())
        opened("Zoë")(there)
        await at.follow()
        await at.press("escape", "q")
        await at.follow()
        assert at.at == "NotesScreen"
        assert at.meeting.closed is None
        there.journal.close()


async def test_the_seat_is_passed_here_and_the_circle_opens_over_the_notes(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True) as at:
        there = elsewhere(path, at.clock)
        await at.type("half a line")
        await at.press("escape", "T")
        assert SEAT_ELSEWHERE in at.said()
        do(there, intents.PassSeat("t1"))
        await at.follow()
        await at.press("T")
        assert at.at == "CircleScreen"
        assert at.words == "half a line"
        await at.press("escape", "q", "enter")
        assert at.at == "NotesScreen"
        assert at.words == "half a line"
        there.journal.close()


async def test_the_first_screen_leads_to_the_notes_of_a_circle_that_waits(path: Path) -> None:
    async with desk(path, SPEAKING, home=True) as at:
        await at.press("n")
        assert at.at == "NotesScreen"
        await at.press("escape", "q")
        assert at.at == "HomeScreen"


@pytest.mark.parametrize(
    "prepare", [all_of(turn(*PEOPLE), sending(intents.CloseCircle())), lambda _: None]
)
async def test_without_a_circle_the_first_screen_offers_no_notes(
    path: Path, prepare: Prepare
) -> None:
    async with desk(path, prepare, home=True) as at:
        assert "Take notes" not in at.shown()


async def test_the_small_circle_shows_the_time_as_a_bar_where_there_is_room(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True, size=SMALL) as at:
        await at.after(45_000)
        assert at.text("SmallCircle").splitlines()[0].endswith("━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌  0:45")
        await at.after(35_000)
        assert "! time is nearly up" in at.text("SmallCircle")
        assert at.screen.query_one(SmallCircle).view.clock == "0:10"


async def test_in_a_tiny_terminal_the_line_and_the_speaker_stay(path: Path) -> None:
    async with desk(path, SPEAKING, notes=True, size=(40, 10)) as at:
        await at.enter("a note in very little room")
        assert "▶ Ana speaks" in at.shown()
        assert "a note in very little" in at.shown()
