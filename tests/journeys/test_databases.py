"""Files that can't be used: a sentence that says what to do, the right status, no traceback."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from person import Person, at_the_line, with_the_keys
from support.terminal import PROGRAM, Terminal
from world import look

SMALLER_THAN_ANYTHING = 4096


def a_circle(home: Path) -> Path:
    """A journal with a circle that waits."""
    command = ("--db", "circle.db", "start", "debrief-commons", "--people", "-")
    with Terminal(*command, home=home, stdin=b"Ana\nBo\nChidi\n") as terminal:
        terminal.wait_for("3 here")
        Person(terminal).press("f2", "Welcome, everyone")
        Person(terminal).next("Ana begins")
        Person(terminal).press("q", "Leave the circle")
        Person(terminal).press("enter", "Resume")
        terminal.press("q")
        assert terminal.exit_status() == 0
    return home / "circle.db"


def refused(home: Path, db: Path, status: int, program: Sequence[str] = PROGRAM) -> str:
    """The sentence with which the program ends instead of opening."""
    with Terminal("--db", db, home=home, size=(200, 20), program=program) as terminal:
        assert terminal.exit_status() == status
        output = terminal.raw.decode()
    assert "Traceback" not in output
    assert "\x1b[?1049h" not in output
    assert output.startswith("facilitator: ")
    return " ".join(output.split())


def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    db.chmod(0o400)
    assert "circle.db can't be written. Copy it to a folder of yours" in refused(tmp_path, db, 1)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    db.chmod(0)
    told = f"{db} can't be opened. Check that its folder exists, and that both are yours."
    assert told in refused(tmp_path, db, 2)


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert "can't be written" in refused(tmp_path, closed / "circle.db", 1)
    assert list(closed.iterdir()) == []


def _other_bytes(path: Path) -> None:
    path.write_bytes(b"Dear diary, this is no database at all.\n" * 50)


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "status", "sentence"),
    [
        (_other_bytes, 2, "is not a journal of this program. Name another file with --db."),
        (_newer, 1, "was written by a newer version of the program. Update this one to open it."),
        (_foreign, 2, "belongs to another program. Name another file with --db."),
        (_folder, 2, "is a folder. Name a file in it, such as"),
    ],
    ids=["not a database", "newer", "of another program", "folder"],
)
def test_a_file_that_is_no_journal_is_told_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], status: int, sentence: str
) -> None:
    db = a_circle(tmp_path)
    spoil(db)
    before = db.read_bytes() if db.is_file() else b""
    assert sentence in refused(tmp_path, db, status)
    assert (db.read_bytes() if db.is_file() else b"") == before


def test_a_file_that_another_program_holds_is_told_at_the_start(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        said = refused(tmp_path, db, 1)
    assert "is in use by another program just now. Nothing is lost: wait and try again." in said


def test_words_typed_while_another_program_holds_the_file_are_kept(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    with Terminal("--db", db, "resume", home=tmp_path) as terminal:
        person = Person(terminal)
        terminal.wait_for(with_the_keys)
        with closing(sqlite3.connect(db, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            person.press("/", at_the_line)
            terminal.type("a")
            person.press("enter", "1 line waits: another program has the journal")
            other.execute("ROLLBACK")
        terminal.wait_for(r"\d\d:\d\d .*a")
        person.press("escape", with_the_keys)
        person.next("▶ Ana")
        assert b"Traceback" not in terminal.raw
    assert look(db).world.lines == ("a",)


def test_a_disk_without_room_for_a_journal_is_told_at_the_start(tmp_path: Path) -> None:
    limited = ("/bin/sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *PROGRAM)
    said = refused(tmp_path, tmp_path / "circle.db", 1, limited)
    assert "its disk may be full or failing. Free some space" in said


def test_words_typed_while_the_disk_is_full_are_kept(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    with Terminal("--db", db, "resume", home=tmp_path) as terminal:
        person = Person(terminal)
        terminal.wait_for(with_the_keys)
        person.write("before")
        _, hard = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (SMALLER_THAN_ANYTHING, hard))
        person.press("/", at_the_line)
        terminal.type("meanwhile")
        person.press("enter", r"(?s)Free\W+some.*▏ +meanwhile")
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (hard, hard))
        person.press("enter", r"\d\d:\d\d .*meanwhile")
        person.press("escape", with_the_keys)
        person.next("▶ Ana")
        assert b"Traceback" not in terminal.raw
    assert look(db).world.lines == ("before", "meanwhile")


def test_minutes_for_which_there_is_no_room_are_asked_for_again(tmp_path: Path) -> None:
    db = a_circle(tmp_path)
    (tmp_path / "minutes").write_text("a file where a folder should be")
    with Terminal("--db", db, "resume", home=tmp_path) as terminal:
        person = Person(terminal)
        terminal.wait_for(with_the_keys)
        person.press("C", "Read this aloud")
        person.press("enter", "safe in the journal")
        terminal.wait_for(r"Move it away and try again\.")
        (tmp_path / "minutes").unlink()
        person.press("d", "When do we meet again")
        person.enter("Friday", r"The circle is closed\. Its minutes:")
    [minutes] = (tmp_path / "minutes").iterdir()
    assert "Friday" in minutes.read_text(encoding="utf-8")
