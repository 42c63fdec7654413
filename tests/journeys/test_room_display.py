"""The display for the room, in a program of its own: it follows, and nothing takes it down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from assembly import AGENDA
from person import Person
from script import without
from support.terminal import Terminal
from world import look

from facilitator.core.words import time_of_day
from facilitator.widgets.lettering import enlarged

WIDTH, HEIGHT = 80, 24


def across_the_room(words: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Callable[[str], bool]:
    """Whether a board shows words, in letters of any size."""
    inside = size[0] - 2 * (size[0] // 30)
    faces = [enlarged(words, inside, height) for height in range(1, size[1] + 1)]

    def seen(screen: str) -> bool:
        large = (face and all(line.strip() in screen for line in face) for face in faces)
        return words in screen or any(large)

    return seen


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "assembly.toml").write_text(AGENDA, encoding="utf-8")
    return tmp_path


@pytest.fixture
def room(home: Path) -> Iterator[Terminal]:
    """The display, before there is any circle."""
    with Terminal("--db", "circle.db", "room", home=home, size=(WIDTH, HEIGHT)) as found:
        found.wait_for(across_the_room("Facilitator"))
        yield found
        assert b"Traceback" not in found.raw


@pytest.fixture
def person(home: Path, room: Terminal) -> Iterator[Person]:
    """A facilitator who has gathered four people."""
    start = ("--db", "circle.db", "start", "./assembly.toml", "--people", "-")
    with Terminal(*start, home=home, stdin=b"Ana\nBo\nChidi\nDee\n") as found:
        found.wait_for("4 here")
        room.wait_for(across_the_room("Assembly"))
        yield Person(found)


def speaks_first(person: Person) -> None:
    """To the first turn of the round."""
    person.press("f2", "0 of 4 have arrived")
    person.next("Ana begins")
    person.next("▶ Ana")


def test_the_room_follows_the_circle_from_its_first_step_to_its_close(
    person: Person, room: Terminal
) -> None:
    person.press("f2", "0 of 4 have arrived")
    room.wait_for("0 of 4 have arrived")
    person.pick("y", "╭─ Who has arrived", "Bo", "Type a few letters")
    room.wait_for("1 of 4 have arrived")
    person.press("escape", "1 of 4 have arrived")
    person.next("Ana begins")
    room.wait_for(lambda now: "next: Ana" in now and across_the_room("What brings you?")(now))
    person.next("▶ Ana")
    room.wait_for(lambda now: "next: Bo" in now and across_the_room("Ana")(now))
    person.press("p", "▶ Bo")
    room.wait_for(lambda now: "next: Chidi" in now and across_the_room("Bo")(now))
    person.press("]", "╭─ Leave this round")
    person.press("enter", "h raises a hand")
    room.wait_for(across_the_room("Where does the water go?"))
    for name in ("Dee", "Bo", "Chidi"):
        person.pick("h", "╭─ Whose hand is up", name, rf"\d · {name}")
    room.wait_for("next: Dee, then Bo")
    person.press("C", "Read this aloud")
    person.press("enter", r"The circle is closed\.")
    room.wait_for(across_the_room("Thank you"))


def test_the_room_sees_silence_a_break_and_when_it_is_over(
    person: Person, room: Terminal, home: Path
) -> None:
    speaks_first(person)
    person.press("g", "silence · g ends it")
    room.wait_for(across_the_room("Silence"))
    person.press("g", without("silence · g ends it"))
    room.wait_for(across_the_room("Ana"))
    person.press("w", "waiting for the notes")
    room.wait_for(across_the_room("One moment"))
    person.press("w", without("waiting for the notes"))
    person.pick("b", "╭─ A break of how many", "12", "12 min break after this turn")
    room.wait_for("a break of 12 min after this turn")
    person.next(r"break · back at \d")
    meeting = look(home / "circle.db").meeting
    back = time_of_day(meeting.pauses[-1].until, meeting.utc_offset)
    there = (across_the_room("Break"), across_the_room(f"back at {back}"))
    room.wait_for(lambda now: all(seen(now) for seen in there))
    person.press("b", "Bo next")
    room.wait_for(lambda now: "next: Bo" in now and not there[0](now))


def test_the_room_reads_along_when_a_wording_is_read_back(person: Person, room: Terminal) -> None:
    speaks_first(person)
    person.press("=", "▏ =")
    person.enter("we dig", "is this agreed")
    read_back = across_the_room("we dig")
    room.wait_for(lambda now: "Read back" in now and read_back(now))
    person.press("enter", r"\d\d:\d\d .*we dig")
    room.wait_for(lambda now: "Read back" not in now and across_the_room("Ana")(now))
    person.enter("= no", "is this agreed")
    room.wait_for(lambda now: "Read back" in now and across_the_room("no")(now))
    person.press("escape", "▏ = no")
    room.wait_for(lambda now: "Read back" not in now and across_the_room("Ana")(now))


def test_the_room_stays_when_the_facilitators_program_is_killed_and_goes_on_with_it(
    person: Person, room: Terminal, home: Path
) -> None:
    speaks_first(person)
    room.wait_for(across_the_room("Ana"))
    person.terminal.kill()
    before = look(home / "circle.db").facts
    # Its clock goes on, since nobody has stopped the turn.
    came = len(room.raw)
    room.wait_for(lambda now: len(room.raw) > came and across_the_room("Ana")(now))
    with ExitStack() as stack:
        again = stack.enter_context(Terminal("--db", "circle.db", "resume", home=home))
        again.wait_for("▶ Ana")
        assert look(home / "circle.db").facts == before
        Person(again).next("▶ Bo")
        room.wait_for(lambda now: "next: Chidi" in now and across_the_room("Bo")(now))
        again.kill()
    # Killed itself, the display leaves nothing behind, and comes back to where the circle is.
    room.kill()
    after = look(home / "circle.db")
    with Terminal("--db", "circle.db", "room", home=home, size=(WIDTH, HEIGHT)) as other:
        other.wait_for(lambda now: "next: Chidi" in now and across_the_room("Bo")(now))
        other.press("q")
        assert other.exit_status() == 0
    assert look(home / "circle.db").facts == after.facts
    assert not (home / "circle.db-t2").exists()


def test_keys_pressed_at_the_room_change_nothing(
    person: Person, room: Terminal, home: Path
) -> None:
    speaks_first(person)
    room.wait_for(across_the_room("Ana"))
    before = look(home / "circle.db").facts
    room.press("n", "p", "space", "u", "C", "enter", "T", "g", "f2")
    person.press("g", "silence · g ends it")
    room.wait_for(across_the_room("Silence"))
    assert look(home / "circle.db").facts[:-1] == before


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (200, 60)], ids="{0[0]}×{0[1]}".format)
def test_a_room_of_any_size_says_who_speaks(
    person: Person, home: Path, size: tuple[int, int]
) -> None:
    speaks_first(person)
    with Terminal("--db", "circle.db", "room", home=home, size=size) as other:
        other.wait_for(across_the_room("Ana", size))
        person.press("g", "silence · g ends it")
        other.wait_for(across_the_room("Silence", size))
