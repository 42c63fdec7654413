"""The line of notes: one line a fact, no word lost, letters only letters while it has the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.files import ask, do, session, who
from support.prepared import in_round, resumed, turn
from support.screens import PEOPLE, SECOND, SMALL, Desk, desk

from facilitator.commands.circle import COMMANDS
from facilitator.core import intents

WORDS_KEPT = "SELECT text FROM draft WHERE field LIKE 'capture %'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def noted(at: Desk) -> list[str]:
    """The plain words of every note, in order."""
    notes = [body for kind, body in at.facts() if kind == "note-taken"]
    return [part for note in notes for part in note["text"] if isinstance(part, str)]


async def test_a_line_becomes_a_note_of_the_speaker_under_the_step(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("the kitchen ran out of gas")
        assert "witnessed · Ana" in at.shown()
        await at.press("enter")
        assert at.last() == (
            "note-taken",
            {
                "step": "step-2",
                "person": who(at.session, "Ana"),
                "text": ["the kitchen ran out of gas"],
                "filing": "witnessed",
            },
        )
        assert at.line == ""
        assert "Ana the kitchen ran out of gas" in at.text("#notes")


async def test_words_said_a_moment_ago_are_still_the_last_speakers(path: Path) -> None:
    async with desk(path, turn("Ana")) as at:
        await at.next()
        await at.press("/")
        await at.enter("a late note")
        assert at.last()[1]["person"] == who(at.session, "Ana")


async def test_a_promise_names_whose_it_is_and_by_when(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("!")
        assert at.line == "! "
        await at.type("@chidi borrow the PA by friday")
        assert "! commitment · Chidi · by friday (Fri 28 Nov)" in at.shown()
        await at.press("enter")
        kind, body = at.last()
        assert kind == "commitment-made"
        assert (body["owner"], body["due"]) == (who(at.session, "Chidi"), "friday")
        assert body["what"] == ["borrow the PA"]
        assert "! Chidi borrow the PA · by" in at.text("#notes")


async def test_a_promise_of_nobody_asks_whether_it_is_the_speakers(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("!")
        await at.type("someone fix it")
        assert "! commitment · whose? Ana (who speaks) · by when?" in at.shown()
        at.clock.move(SECOND)
        await at.press("f2", "enter")
        assert at.last()[1]["owner"] == who(at.session, "Ana")
        await at.press("escape")
        for _ in range(3):
            await at.next()
        await at.press("!")
        await at.type("fix it")
        assert "whose? Dee (who spoke)" in at.shown()


async def test_an_equals_sign_makes_a_decision(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("= Doors open at 17:00")
        assert "= decision" in at.shown()
        await at.press("enter", "enter")
        assert at.last() == (
            "decision-recorded",
            {"step": "step-2", "text": ["Doors open at 17:00"]},
        )


async def test_the_key_for_a_decision_begins_one(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.burst("=", *"Tuesdays", "enter")
        await at.press("enter")
        assert at.last() == ("decision-recorded", {"step": "step-2", "text": ["Tuesdays"]})


async def test_new_words_typed_before_a_refusal_stand_behind_those_given_back(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("old")
        at.session.journal.connection.execute("PRAGMA query_only = ON")
        await at.burst("enter", *"new")
        assert at.line == "old new"


async def test_the_key_for_a_promise_keeps_words_that_are_there(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("half a note")
        await at.press("escape", "!")
        await at.type(" or two")
        assert at.line == "half a note or two"


async def test_a_sign_alone_does_not_stay_in_the_line_for_whoever_speaks_next(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("!")
        assert at.line == "! "
        await at.press("escape")
        assert at.words == ""
        at.clock.move(1000)
        await at.press("n", "/")
        await at.type("half a note")
        assert "Bo" in at.text("#chips")


async def test_a_key_for_another_kind_of_line_takes_the_place_of_a_sign_alone(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("+")
        at.screen.set_focus(None)
        await at.press("=")
        assert at.line == "= "


async def test_how_to_leave_the_line_is_shown_on_a_small_terminal_too(path: Path) -> None:
    async with desk(path, turn(*PEOPLE), size=SMALL) as at:
        await at.press("/")
        assert "Esc leave line" in at.text("KeyBar")


async def test_letters_only_type_while_the_line_has_the_focus(path: Path) -> None:
    characters = [key for each in COMMANDS for key in (each.key, *each.more_keys) if len(key) == 1]
    signs = "/!+=[]? "
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        before = at.facts()
        await at.burst(*characters, *signs)
        assert at.line == "".join(characters) + signs
        assert at.facts() == before
        assert at.at == "CircleScreen"


async def test_keys_that_come_in_a_burst_lose_no_letter(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.burst("/", *"pots and", "enter", *"pans", "enter", *"next l")
        assert noted(at) == ["pots and", "pans"]
        assert at.line == "next l"
        assert at.speaker == "Ana"


async def test_escape_in_a_burst_makes_the_next_letter_a_key(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        at.clock.move(SECOND)
        await at.burst("/", *"pots", "enter", "escape", "n")
        assert noted(at) == ["pots"]
        assert at.speaker == "Bo"


async def test_enter_in_an_empty_line_leaves_it(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        assert "Esc" in at.bar()
        assert "n" not in at.bar()
        await at.press("enter")
        assert at.screen.focused is None
        assert "n" in at.bar()


@pytest.mark.parametrize("line", ["!", "=", "! @chidi"])
async def test_a_sign_without_words_is_refused_and_given_back(path: Path, line: str) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        before = at.facts()
        await at.enter(line)
        assert at.facts() == before
        assert at.line == line
        assert len(at.said()) == 1


async def test_words_that_the_disk_refuses_are_given_back_with_a_warning(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("not to be lost")
        before = at.facts()
        at.session.journal.connection.execute("PRAGMA query_only = ON")
        await at.press("enter")
        await at.type(" ever")
        assert at.line == "not to be lost ever"
        assert "can't be written" in at.said()[0]
        at.session.journal.connection.execute("PRAGMA query_only = OFF")
        assert at.facts() == before
        await at.press("enter")
        assert noted(at) == ["not to be lost ever"]


async def test_what_is_typed_is_kept_on_every_key_and_found_by_a_new_program(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        for typed in ("h", "ha", "hal"):
            await at.press(typed[-1])
            assert ask(path, WORDS_KEPT) == [(typed,)]
    async with desk(path, resumed) as at:
        assert at.line == "hal"
        await at.enter("f a note")
        assert noted(at) == ["half a note"]
        assert ask(path, WORDS_KEPT) == []


async def test_several_pasted_lines_are_several_facts_and_the_last_is_looked_at(
    path: Path,
) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("so: ")
        await at.paste("one\r\n\n  two  \n! @bo three by Monday\nfour")
        assert noted(at) == ["so: one", "two"]
        assert at.last()[0] == "commitment-made"
        assert at.line == "four"


async def test_tab_completes_the_name_of_somebody_here(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("ask @ch")
        await at.press("tab")
        assert at.line == "ask @Chidi"
        await at.enter(" about it")
        assert at.last()[1]["text"] == [
            "ask ",
            {"person": who(at.session, "Chidi")},
            " about it",
        ]


async def test_a_note_before_anybody_spoke_is_nobodys(path: Path) -> None:
    async with desk(path, in_round(*PEOPLE)) as at:
        await at.press("/")
        await at.enter("a note")
        assert at.last()[1]["person"] == ""


async def test_a_note_from_another_terminal_leaves_the_line_alone(path: Path) -> None:
    async with desk(path, turn(*PEOPLE)) as at:
        await at.press("/")
        await at.type("mine")
        with session(path, "t2") as other:
            do(other, intents.TakeNote(("theirs",), "step-2"))
        await at.follow()
        assert at.line == "mine"
        assert "theirs" in at.text("#notes")
