"""A note-taker's evening in a real terminal: killed, held up by a backup, and done at the close."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from person import Person, told
from support.terminal import Terminal
from world import look

PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Zoë O'Hara", "Zoë Lindgren", "سارة", "Ana Lucía")
NOTES = ("--db", "circle.db", "notes")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def facilitator(home: Path) -> Iterator[Person]:
    """The facilitator's terminal, at the check-in."""
    start = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
    with Terminal(*start, home=home, stdin="\n".join(PEOPLE).encode()) as terminal:
        terminal.wait_for("8 here")
        yield Person(terminal)


def test_nothing_that_is_typed_is_lost_from_the_waiting_to_the_minutes(
    home: Path, facilitator: Person
) -> None:
    with ExitStack() as running:
        scribe = running.enter_context(Terminal(*NOTES, home=home))
        scribe.wait_for("Not opened yet")
        facilitator.press("f2", "Welcome, everyone")
        scribe.wait_for(lambda screen: "Not opened yet" not in screen)
        facilitator.next("Ana begins")
        facilitator.next("▶ Ana")
        scribe.wait_for("▶ Ana speaks")

        scribe.type("the kitchen ran out of gas\r")
        facilitator.terminal.wait_for("Ana the kitchen ran out of gas")
        scribe.type('! @"zoë o\'hara" bring the spare by friday')
        scribe.wait_for("bring the spare by friday")
        scribe.kill()

        scribe = running.enter_context(Terminal(*NOTES, home=home))
        scribe.wait_for("bring the spare by friday")
        scribe.type("\x15! Zoë O'Hara: bring the spare by friday\r")
        facilitator.terminal.wait_for("! Zoë O'Hara bring the spare")

        with closing(sqlite3.connect(home / "circle.db", isolation_level=None)) as backup:
            backup.execute("BEGIN IMMEDIATE")
            scribe.type("سارة: written while a backup ran\r")
            scribe.wait_for("1 line waits: another program has the journal")
            scribe.type("and one more\r")
            scribe.wait_for("2 lines wait")
        facilitator.terminal.wait_for("and one more")
        scribe.wait_for(lambda screen: "wait: another" not in screen)

        facilitator.terminal.press("C")
        facilitator.terminal.wait_for("read back")
        facilitator.terminal.press("enter")
        scribe.wait_for("The circle is closed")
        scribe.type("! @bo lock the door by monday\r")
        scribe.wait_for("Bo: lock the door")
    minutes = told(home, "--db", "circle.db", "minutes", "show")
    assert "lock the door" in minutes
    assert "bring the spare" in minutes
    assert look(home / "circle.db").world.draft == ""


def test_two_note_takers_and_the_facilitator_write_at_once(home: Path, facilitator: Person) -> None:
    facilitator.press("f2", "Welcome, everyone")
    facilitator.next("Ana begins")
    facilitator.next("▶ Ana")
    with Terminal(*NOTES, home=home) as one, Terminal(*NOTES, home=home) as other:
        for scribe in (one, other):
            scribe.wait_for("▶ Ana speaks")
        for number in range(8):
            one.type(f"first {number}\r")
            other.type(f"second {number}\r")
        for scribe in (one, other, facilitator.terminal):
            scribe.wait_for("first 7")
            scribe.wait_for("second 7")
    written = [line for line in look(home / "circle.db").world.lines if "first" in line]
    assert len(written) == 8


@pytest.mark.parametrize("size", [(30, 8), (200, 60)])
def test_any_size_of_terminal_takes_notes(
    home: Path, facilitator: Person, size: tuple[int, int]
) -> None:
    facilitator.press("f2", "Welcome, everyone")
    facilitator.next("Ana begins")
    facilitator.next("▶ Ana")
    with Terminal(*NOTES, home=home, size=size) as scribe:
        scribe.wait_for("▶ Ana")
        scribe.type("words\r")
        scribe.wait_for("Ana words")
