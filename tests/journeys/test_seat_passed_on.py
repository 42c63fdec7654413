"""The facilitator's seat at two terminals, of two kinds, and on terminals of few colors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from assembly import AGENDA
from clock_face import shown
from person import Person, at_the_line
from script import without
from support.terminal import Terminal
from world import look

NOT_SEATED = "this is t"
START = ("--db", "circle.db", "start", "./assembly.toml", "--people", "-")
RESUME = ("--db", "circle.db", "resume")
JOIN = ("--db", "circle.db", "line", "--join")
CLOCKS = [*(f"0:0{left}" for left in range(6)), *(f"+0:{over:02}" for over in range(60))]
"""How a turn of five seconds may stand."""
PEOPLE = b"Ana\nBo\nChidi\nDee *\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "assembly.toml").write_text(AGENDA, encoding="utf-8")
    return tmp_path


@pytest.fixture
def first(home: Path) -> Iterator[Person]:
    """The terminal that opened the circle; Ana speaks."""
    with Terminal(*START, home=home, stdin=PEOPLE) as found:
        found.wait_for("4 here")
        yield to_the_first_turn(Person(found))
        assert b"Traceback" not in found.raw


@pytest.fixture
def second(first: Person, home: Path) -> Iterator[Person]:
    """Another terminal, where notes are taken."""
    with Terminal(*RESUME, home=home) as found:
        found.wait_for(lambda now: "▶ Ana" in now and NOT_SEATED in now)
        yield Person(found)
        assert b"Traceback" not in found.raw


def to_the_first_turn(person: Person) -> Person:
    """Begin, leave the muster, let Ana speak."""
    person.press("f2", "0 of 4 have arrived")
    person.next("Ana begins")
    person.next("▶ Ana")
    return person


def both(one: str, other: str) -> re.Pattern[str]:
    """What is seen of two things in one picture, whichever is first."""
    return re.compile(rf"\A(?=(?s:.*){one})(?=(?s:.*){other})")


def test_nothing_typed_at_either_terminal_is_lost_when_the_facilitators_is_killed(
    first: Person, second: Person, home: Path
) -> None:
    first.press("/", at_the_line)
    first.terminal.type("what the facilitator")
    first.terminal.wait_for("▏ +what the facilitator")
    second.press("/", at_the_line)
    second.terminal.type("the note-taker goes")
    first.terminal.kill()
    before = look(home / "circle.db")
    second.enter(" on", r"\d\d:\d\d .*the note-taker goes on")
    second.enter("! @bo mend the pump", r"\d\d:\d\d .*mend the pump")
    second.press("escape", both("T takes the seat · its terminal is gone", r"\? keys"))
    second.press("T", "This terminal has the facilitator's seat now")
    second.next("▶ Bo")
    found = look(home / "circle.db")
    assert found.facts[: len(before.facts)] == before.facts
    assert found.world.lines == ("the note-taker goes on", "! mend the pump")
    with Terminal(*RESUME, home=home) as third:
        third.wait_for(both("▏ +what the facilitator", "▶ Bo"))
        third.press("enter")
        third.wait_for(r"\d\d:\d\d .*what the facilitator")
        second.terminal.wait_for(r"\d\d:\d\d .*what the facilitator")
        third.press("escape")
        third.wait_for(both(NOT_SEATED, r"\? keys"))


def test_the_seat_is_passed_on_and_what_moves_the_circle_goes_with_it(
    first: Person, second: Person, home: Path
) -> None:
    second.press("T", "The facilitator's terminal is there")
    first.press("T", "╭─ Pass the facilitator's seat from")
    first.press("enter", NOT_SEATED)
    second.terminal.wait_for(lambda now: NOT_SEATED not in now and "n next speaker" in now)
    second.next("▶ Bo")
    first.terminal.wait_for(lambda now: "▶ Bo" in now and NOT_SEATED in now)
    first.terminal.press("n", "p", "]")
    first.write("from the old seat")
    second.terminal.wait_for(r"\d\d:\d\d .*from the old seat")
    assert look(home / "circle.db").world.speaker == "Bo"
    second.press("T", "╭─ Pass the facilitator's seat from")
    second.press("enter", NOT_SEATED)
    first.terminal.wait_for(lambda now: NOT_SEATED not in now and "n next speaker" in now)
    first.next("▶ Chidi")
    second.terminal.wait_for("▶ Chidi")


def test_a_terminal_without_the_seat_raises_hands_and_calls_silence_and_moves_nothing(
    first: Person, second: Person, home: Path
) -> None:
    second.pick("h", "╭─ Whose hand is up", "Dee", "1 · Dee")
    first.terminal.wait_for("1 · Dee")
    second.press("g", "silence · g ends it")
    first.terminal.wait_for("silence · g ends it")
    first.press("g", without("silence · g ends it"))
    second.terminal.wait_for(re.compile(without("silence · g ends it")))
    second.terminal.press("n", "p", "l", "+", "]", "C", "r", "j")
    second.write("still here")
    first.terminal.wait_for(r"\d\d:\d\d .*still here")
    assert look(home / "circle.db").world.speaker == "Ana"


def test_a_circle_on_screens_is_joined_in_line_mode_and_carried_on_from_there(
    first: Person, home: Path
) -> None:
    with Terminal(*JOIN, home=home) as other:
        other.wait_for("Ana speaks")
        other.type("hand dee question\n")
        other.wait_for("Dee raised a hand")
        first.terminal.wait_for("1 hand up")
        other.type("note from the line\n")
        first.terminal.wait_for(r"\d\d:\d\d .*from the line")
        other.type("next\n")
        other.wait_for("Another terminal has the facilitator's seat")
        first.next("▶ Bo")
        other.wait_for(r"Bo.*\(terminal t1\)|Bo speaks")
        first.press("T", "╭─ Pass the facilitator's seat from")
        first.press("enter", NOT_SEATED)
        other.type("next\n")
        other.wait_for("Chidi speaks")
        first.terminal.wait_for("▶ Chidi")
        other.type("silence\n")
        first.terminal.wait_for("silence · g ends it")
        other.kill()
        first.press("g", both("▶ Chidi", "T takes the seat · its terminal is gone"))
        first.press("T", "This terminal has the facilitator's seat now")
        first.next("▶ Dee")
    assert look(home / "circle.db").world.lines == ("from the line",)


@pytest.mark.parametrize(
    "also",
    [
        {"NO_COLOR": "1"},
        {"TERM": "xterm-16color", "COLORTERM": ""},
        {"TERM": "linux", "COLORTERM": ""},
    ],
    ids=["no color", "sixteen colors", "a console"],
)
def test_every_distinction_is_a_glyph_or_a_word_where_colors_are_few(
    home: Path, also: dict[str, str]
) -> None:
    agenda = AGENDA.replace("seconds_each = 60", "seconds_each = 5")
    (home / "assembly.toml").write_text(agenda, encoding="utf-8")
    with Terminal(*START, home=home, stdin=PEOPLE, also=also) as terminal:
        terminal.wait_for("4 here")
        person = to_the_first_turn(Person(terminal))
        person.press("p", "▶ Bo")
        person.press("l", "▶ Chidi")
        person.pick("e", "╭─ Who is out", "Ana", "○ Ana")
        person.pick("e", "╭─ Who is out", "Ana", "↷ Ana")
        person.next("▶ Dee")
        marks = ("↷ Ana", r"(↺|›) Bo", "✓ Chidi|Chidi ✓", r"▶ Dee\*")
        terminal.wait_for(lambda now: all(re.search(mark, now) for mark in marks))
        person.pick("h", "╭─ Whose hand is up", "Chidi", "✋ Chidi|Chidi ✋")
        person.press("space", "space go on")
        terminal.wait_for(lambda now: any(shown(now, f"‖ {clock}") for clock in CLOCKS))
        person.press("space", "space pause")
        person.press("g", "silence · g ends it")
        person.press("g", without("silence · g ends it"))
        person.write("a note", "! @bo a promise", "= an agreement")
        terminal.wait_for(both(r"\d\d:\d\d ! Bo", r"\d\d:\d\d = an agreement"))
        terminal.wait_for(lambda now: any(shown(now, clock) for clock in CLOCKS[6:]))
        colors = re.findall(rb"[34]8;(?:5;\d+|2;(\d+);(\d+);(\d+))", terminal.raw)
        # Without colors everything is a gray; a console knows no color by its parts.
        assert all(red == green == blue for red, green, blue in colors)
        assert bool(colors) is ("NO_COLOR" in also)
