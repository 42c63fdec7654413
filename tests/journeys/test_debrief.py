"""A whole debrief by keys alone, from an empty folder to the minutes, and what surrounds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from person import Person, at_the_line, told, told_data, with_the_keys
from support.files import ask, journal, rebuilt, tables
from support.terminal import Terminal
from world import look

SIX = ["Ana", "Bo", "Chidi", "Dee", "Eli", "Fatima"]
PEOPLE = [*SIX, "Goran", "Hui", "Ines", "Jo", "Kofi", "Lúcia"]
LEFT = rb"\x1b\[\?1049l"


def gather(person: Person) -> None:
    """From the first screen to twelve people on their seats, with hats and a newcomer."""
    person.press("s", "Which agenda")
    person.choose("debrief", "Who is here")
    for count, name in enumerate(PEOPLE, start=1):
        person.enter(name, rf"(?s)  {count} here.*· {name}")
    person.press("escape", "K seat up")
    person.press("m", r"· Lúcia \*|Lúcia\*")
    # One seat up, and back: speaking order is seating order.
    person.press("K", r"(?s)Lúcia.*Kofi")
    person.press("u", r"(?s)Kofi.*Lúcia")
    person.press("f", "facilitator: Kofi")
    person.press("down", "▌· Lúcia")
    person.press("t", "note-taker: Lúcia")


def everyone_speaks(person: Person, first: str, seats: list[str]) -> None:
    """A round in which nobody does anything but speak."""
    place = seats.index(first)
    order = seats[place:] + seats[:place]
    person.next(rf"▶ {order[0]}")
    for name in order[1:]:
        person.next(rf"▶ {name}")
    person.next("everyone has been heard")


def opening_and_check_in(person: Person) -> None:
    person.press("n", "Welcome, everyone")
    person.next("Ana begins")
    everyone_speaks(person, "Ana", PEOPLE)


def witnessed(person: Person) -> None:
    """A pass, a come-back, a pause, more time, undo and redo, a latecomer, a leaving."""
    person.next("Eli begins")
    # The second round goes the other way.
    person.next("▶ Eli")
    person.write("kitchen ran out of gas", "! @chidi borrow the PA by friday")
    person.press("p", "▶ Dee")
    person.press("l", "▶ Chidi")
    person.press("space", "go on")
    person.press("space", "space pause")
    person.press("+", r"\+ 30 s")
    person.press("u", "Taken back: .*30")
    person.press("u", "Taken back: ")
    person.press("u", "Taken back: ")
    person.press("u", "▶ Dee")
    person.press("U", "▶ Chidi")
    person.write("= doors open at 17:00")
    person.press("a", "Who arrived")
    person.enter("Maya *", r"· Maya")
    person.pick("x", "Who is leaving?", "Jo", lambda screen: "· Jo" not in screen)
    for name in ("Bo", "Ana", "Maya", "Lúcia", "Kofi", "Ines", "Hui", "Goran", "Fatima", "Dee"):
        person.next(rf"▶ {name}")
    person.next("not yet heard: Eli")
    person.next("once more: Eli")


def two_more_rounds(person: Person) -> None:
    person.next("Ines begins")
    seats = [name for name in PEOPLE if name != "Jo"] + ["Maya"]
    person.next("▶ Ines")
    person.write("knew whom to call")
    person.press("p", "▶ Kofi")
    place = seats.index("Kofi")
    for name in seats[place + 1 :] + seats[: place - 1]:
        person.press("p", rf"▶ {name}")
    person.press("p", "not yet heard: Ines, Kofi, Lúcia, Maya…")
    person.next("once more: Ines")
    person.next("Ana begins")
    person.next("▶ Ana")
    person.write("a phone list")
    person.press("]", "Leave this round")
    person.press("enter", "Leaving “What we build”: what came of it")
    person.nothing('Say "I\'ll do it"')


def roles_promises_and_close(person: Person) -> None:
    person.pick("c", "Which role is claimed?", "pots", "Who takes")
    person.choose("Maya", r"✓ .*Bring the pots.*Maya|Bring the pots.*Maya")
    person.next("I will read back")
    person.write("! @ana call the landlord by monday")
    person.next("take home with you")
    person.press("]", "Leave this round")
    person.press("enter", "when do we meet again")
    person.press("C", "Read this aloud")
    person.press("d", "When do we meet again")
    person.enter("Fri 4 Dec, 18:30, library", "› Fri 4 Dec")
    person.pick("f", "Who facilitates next time?", "Bo", "facilitator next time: Bo")
    person.press("enter", r"The circle is closed\. Its minutes:")


def assert_the_minutes_tell_it(text: str) -> None:
    said = ("kitchen ran out of gas", "doors open at 17:00", "knew whom to call", "a phone list")
    for words in (*said, "borrow the PA", "call the landlord", "Fri 4 Dec, 18:30, library"):
        assert words in text
    for name in (*PEOPLE, "Maya"):
        assert name in text
    assert re.search(r"Bring the pots.*Maya", text)


@pytest.mark.parametrize("named", [True, False], ids=["--db", "the usual place"])
def test_a_debrief_with_twelve_people_by_keys_alone(tmp_path: Path, named: bool) -> None:
    db = tmp_path / "circle.db" if named else tmp_path / "data" / "facilitator" / "facilitator.db"
    where = ("--db", "circle.db") if named else ()
    with Terminal(*where, home=tmp_path) as terminal:
        person = Person(terminal)
        terminal.wait_for("Rehearse")
        gather(person)
        opening_and_check_in(person)
        if named:
            witnessed(person)
            two_more_rounds(person)
            roles_promises_and_close(person)
        else:
            person.press("C", "Read this aloud")
            person.press("enter", r"The circle is closed\. Its minutes:")
        person.press("escape", "1 circle in this group's memory")
        terminal.press("q")
        assert terminal.exit_status() == 0
        assert terminal.modes == terminal.before
        assert re.search(LEFT, terminal.raw)
        assert b"Traceback" not in terminal.raw
    [file] = (db.parent / "minutes").iterdir()
    text = file.read_text(encoding="utf-8")
    assert set(PEOPLE) <= set(re.findall(r"\w+", text))
    if named:
        assert_the_minutes_tell_it(text)
        assert_every_way_to_read_it_tells_the_same(tmp_path, db, text)
        open_again_and_read(tmp_path)


def assert_every_way_to_read_it_tells_the_same(home: Path, db: Path, text: str) -> None:
    shown = told(home, "--db", db, "minutes", "show")
    assert shown.splitlines() == [
        line for line in text.splitlines() if not line.startswith("fingerprint:")
    ]
    data = told_data(home, "--db", db, "minutes", "show", "--json")
    assert "kitchen ran out of gas" in str(data)
    assert ask(db, "SELECT count(*) FROM people") == [(13,)]
    assert ask(db, "SELECT due FROM commitments ORDER BY at") == [("friday",), ("monday",)]
    assert ask(db, "SELECT count(*) FROM decisions") == [(1,)]
    assert ask(db, "SELECT next_when FROM meetings") == [("Fri 4 Dec, 18:30, library",)]
    assert ask(db, "SELECT count(*) FROM terms") == [(1,)]
    outcomes = dict(ask(db, "SELECT outcome, count(*) FROM turns GROUP BY outcome"))
    assert outcomes["passed"] == 13
    assert outcomes["later"] == 1
    with journal(db) as opened:
        before = tables(opened.connection)
    told(home, "--db", db, "db", "rebuild")
    with journal(db) as opened:
        assert tables(opened.connection) == before == rebuilt(opened)


def open_again_and_read(home: Path) -> None:
    with Terminal("--db", "circle.db", home=home) as terminal:
        person = Person(terminal)
        terminal.wait_for("Next circle: Fri 4 Dec, 18:30, library, Bo facilitates")
        terminal.wait_for("! Ana: call the landlord")
        person.press("m", "Whose minutes")
        person.press("enter", "# Debrief commons")
        person.press("escape", "Start a circle")
        terminal.press("q")
        assert terminal.exit_status() == 0


def test_a_rehearsal_leaves_nothing_behind(tmp_path: Path) -> None:
    with Terminal("rehearse", home=tmp_path, also={"TMPDIR": str(tmp_path)}) as terminal:
        person = Person(terminal)
        terminal.wait_for("9 here")
        person.press("f2", "Welcome, everyone")
        person.write("nothing of this is kept")
        person.press("C", "Read this aloud")
        person.press("enter", "thrown away when you leave; m reads them now")
        person.press("escape", "Quit")
        terminal.press("q")
        assert terminal.exit_status() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_names_come_through_a_pipe_and_keys_from_the_terminal(tmp_path: Path) -> None:
    names = "".join(f"{number}. {name}\n" for number, name in enumerate(PEOPLE, start=1))
    command = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
    with Terminal(*command, home=tmp_path, stdin=names.encode()) as terminal:
        terminal.wait_for("12 here")
        terminal.wait_for("· Lúcia")
        Person(terminal).press("f2", "Welcome, everyone")


def test_the_clock_stands_while_nobody_is_there(tmp_path: Path) -> None:
    start = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
    with Terminal(*start, home=tmp_path, stdin=b"Ana\nBo\nChidi\n") as terminal:
        person = Person(terminal)
        terminal.wait_for("3 here")
        person.press("f2", "Welcome, everyone")
        person.next("Ana begins")
        person.press("]", "Leave this round")
        person.press("enter", "Bo begins")
        person.next("▶ Bo")
        person.press("/", at_the_line)
        terminal.type("half a n")
        terminal.wait_for("half a n")
        person.press("escape", with_the_keys)
        person.press("q", "Leave the circle")
        person.press("enter", "Resume “Debrief commons”")
        terminal.press("q")
        assert terminal.exit_status() == 0
    left = look(tmp_path / "circle.db")
    assert (left.world.speaker, left.world.standing, left.world.draft) == ("Bo", True, "half a n")
    with Terminal("--db", "circle.db", "resume", home=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.wait_for("half a n")
        Person(terminal).press("escape", with_the_keys)
        Person(terminal).press("space", "space pause")
    gone = look(tmp_path / "circle.db").meeting
    assert gone.turn is not None
    [stood] = gone.pauses
    assert stood.ended is not None
    assert gone.turn.span.began < stood.began < stood.ended
