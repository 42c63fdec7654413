"""Two programs on one file: they see each other, and neither can spoil what the other does."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from person import DOUBLE_PRESS, Person, at_the_line, with_the_keys
from support.terminal import Terminal
from world import look

from facilitator.core.events import TurnBegan, TurnEnded

PEOPLE = ("Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima", "Goran", "Hui")

Pair = tuple[Person, Person]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def gathering(home: Path) -> Iterator[Pair]:
    """Two terminals at a circle that gathers."""
    with ExitStack() as stack:
        start = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
        first = stack.enter_context(Terminal(*start, home=home, stdin="\n".join(PEOPLE).encode()))
        first.wait_for("8 here")
        second = stack.enter_context(Terminal("--db", "circle.db", "resume", home=home))
        second.wait_for("8 here")
        yield Person(first), Person(second)


@pytest.fixture
def circle(gathering: Pair) -> Pair:
    """Two terminals at a circle in which Ana speaks."""
    first, second = gathering
    first.press("f2", "Welcome, everyone")
    first.next("Ana begins")
    first.next("▶ Ana")
    second.terminal.wait_for("▶ Ana")
    return first, second


def test_a_name_seated_at_one_terminal_is_seen_at_the_other(gathering: Pair) -> None:
    first, second = gathering
    first.terminal.type("/")
    first.enter("Ines", "· Ines")
    second.terminal.wait_for("· Ines")
    second.enter("Jo", "· Jo")
    first.terminal.wait_for("· Jo")


def test_a_gathering_that_another_terminal_begins_goes_on(gathering: Pair) -> None:
    first, second = gathering
    first.press("f2", "Welcome, everyone")
    second.terminal.wait_for("Welcome, everyone")
    second.terminal.type("a")
    second.terminal.wait_for("Who arrived")
    second.enter("Ines", "9 here")
    first.next("Ana begins")
    first.terminal.wait_for("· Ines")
    assert b"Traceback" not in second.terminal.raw


def test_notes_from_one_terminal_are_seen_at_the_other_at_once(circle: Pair) -> None:
    first, second = circle
    second.write("heard at the second terminal")
    first.terminal.wait_for("Ana heard at the second terminal")
    first.write("= agreed at the first")
    second.terminal.wait_for("= agreed at the first")


def test_next_pressed_at_both_terminals_moves_the_circle_once(circle: Pair, home: Path) -> None:
    for ended, name in enumerate(PEOPLE[1:4], start=1):
        time.sleep(DOUBLE_PRESS)
        for person in circle:
            person.terminal.press("n")
        for person in circle:
            person.terminal.wait_for(f"▶ {name}")
            # Keys are taken in order: whoever is at the line has done the one before.
            person.press("/", at_the_line)
            person.press("escape", with_the_keys)
        assert assert_nobody_is_skipped(home) == ended


def assert_nobody_is_skipped(home: Path) -> int:
    """Each turn ended at most once, and everyone spoke in seating order; how many ended."""
    found = look(home / "circle.db")
    ended = Counter(fact.body.turn for fact in found.facts if isinstance(fact.body, TurnEnded))
    began = [
        found.names[fact.body.person] for fact in found.facts if isinstance(fact.body, TurnBegan)
    ]
    assert set(ended.values()) <= {1}
    assert began == list(PEOPLE[: len(began)])
    assert len(ended) == len(began) - 1
    return len(ended)


def test_undo_takes_back_only_what_was_done_at_the_same_terminal(circle: Pair, home: Path) -> None:
    first, second = circle
    second.write("from the note-taker")
    first.terminal.wait_for("from the note-taker")
    first.next("▶ Bo")
    second.terminal.wait_for("▶ Bo")
    second.press("u", "Taken back")
    first.terminal.wait_for(lambda screen: "from the note-taker" not in screen)
    assert look(home / "circle.db").world.speaker == "Bo"
    first.press("u", "▶ Ana")
    second.terminal.wait_for("▶ Ana")
    assert look(home / "circle.db").world.lines == ()


def test_each_terminal_keeps_its_own_half_typed_words(circle: Pair, home: Path) -> None:
    for person, words in zip(circle, ("one half", "other half"), strict=True):
        person.press("/", at_the_line)
        person.terminal.type(words)
        person.terminal.wait_for(f"▏ +{words}")
    # Something written by the other must not disturb the words that stand in a line.
    time.sleep(DOUBLE_PRESS)
    circle[0].terminal.press("f2")
    circle[1].terminal.wait_for("▶ Bo")
    assert look(home / "circle.db", terminal="t1").world.draft == "one half"
    assert look(home / "circle.db", terminal="t2").world.draft == "other half"
    assert "one half" not in circle[1].terminal.screen()


def test_killing_one_program_leaves_the_other_at_work(circle: Pair, home: Path) -> None:
    first, second = circle
    first.press("/", at_the_line)
    first.terminal.type("half a thought")
    first.terminal.wait_for("half a thought")
    first.terminal.kill()
    second.press("T", "has the facilitator's seat now")
    second.next("▶ Bo")
    second.write("still here")
    found = look(home / "circle.db")
    assert (found.world.speaker, found.world.lines) == ("Bo", ("still here",))
    with Terminal("--db", "circle.db", "resume", home=home) as third:
        # It takes the place of the one that was killed, and finds its words.
        third.wait_for("half a thought")
        third.press("escape")
        third.wait_for(with_the_keys)
        third.wait_for("t2 has the facilitator's seat")
        second.next("▶ Chidi")
        third.wait_for("▶ Chidi")
