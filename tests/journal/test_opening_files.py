"""Opening files: our own, half made, somebody else's, and none; never a traceback."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations
from support.files import ask, circle, events, journal, rebuilt, tables

from facilitator.journal import opening, schema
from facilitator.journal.problems import JournalError, explained
from facilitator.journal.store import Journal
from facilitator.journal.versions import APPLICATION_ID, SCHEMA


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def trouble(path: Path, way: Callable[[Path], Journal] = Journal.open) -> JournalError:
    with pytest.raises(JournalError) as caught:
        way(path).close()
    return caught.value


def test_a_journal_and_its_folder_are_made_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "circle.db"
    with journal(path):
        assert mode(path) == 0o600
        assert mode(path.parent) == 0o700


def test_what_sqlite_and_the_terminals_lay_beside_it_is_the_owners_only_too(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana"):
        beside = [*tmp_path.iterdir()]
        assert len(beside) > 1
        assert {mode(file) for file in beside} == {0o600}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "shared").chmod(0o755)
    with journal(tmp_path / "shared" / "circle.db"):
        assert mode(tmp_path / "shared") == 0o755


def test_an_empty_file_becomes_a_journal_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    path.touch(0o640)
    with journal(path) as opened:
        assert opened.facts() == []
    assert ask(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask(path, "PRAGMA user_version") == [(SCHEMA,)]
    assert mode(path) == 0o640


def test_reading_only_makes_no_file(tmp_path: Path) -> None:
    error = trouble(tmp_path / "no.db", Journal.read)
    assert error.status == 2
    assert str(error).startswith(f"There is no journal at {tmp_path / 'no.db'} yet.")
    assert [*tmp_path.iterdir()] == []


def test_a_reader_sees_what_was_written_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with circle(path, "Ana") as writer, closing(Journal.read(path)) as reader:
        assert reader.facts()[1:] == writer.state.facts
        with pytest.raises(JournalError, match="can't be written"), reader.writing():
            reader.people.call("1@a", "Eve", 0)


FULL_OF_MOONS = "locked full read-only corrupt"


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("Shopping list\n" * 100)


def _other_program(path: Path) -> None:
    ask(path, "CREATE TABLE photos (id INTEGER)")


def _marked_by_another(path: Path) -> None:
    ask(path, "CREATE TABLE photos (id INTEGER)")
    ask(path, "PRAGMA application_id = 77")


def _with_migrations_of_another(path: Path) -> None:
    migrations = Migrations("llm")
    migrations()(_photos)
    database = Database(path)
    migrations.apply(database)
    database.close()


def _photos(db: Database) -> None:
    db.execute("CREATE TABLE photos (id INTEGER)")


def _newer(path: Path) -> None:
    journal_with_nothing(path)
    ask(path, f"PRAGMA user_version = {SCHEMA + 1}")


def _torn(path: Path) -> None:
    journal_with_nothing(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def journal_with_nothing(path: Path) -> None:
    Journal.open(path).close()


UNUSABLE: list[tuple[Callable[[Path], None], int, str]] = [
    (_folder, 2, "is a folder. Name a file in it, such as"),
    (_text, 2, "is not a journal of this program. Name another file with --db."),
    (_other_program, 2, "belongs to another program. Name another file with --db."),
    (_marked_by_another, 2, "belongs to another program. Name another file with --db."),
    (_with_migrations_of_another, 2, "belongs to another program. Name another file with --db."),
    (_newer, 1, "was written by a newer version of the program. Update this one to open it."),
    (_torn, 1, "is damaged. Keep it as it is, and go on with your latest good copy."),
]


@pytest.mark.parametrize(("make", "status", "words"), UNUSABLE)
def test_a_file_that_is_no_journal_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None], status: int, words: str
) -> None:
    path = tmp_path / "thing.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    for way in (Journal.open, Journal.read) if path.is_file() else (Journal.open,):
        error = trouble(path, way)
        assert (error.status, words in str(error)) == (status, True), error
        assert str(path) in str(error)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize("name", ["circle.db", FULL_OF_MOONS + ".db"])
def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / FULL_OF_MOONS).write_text("a file, not a folder")
    for path in (tmp_path / FULL_OF_MOONS / name, Path("/proc/no-such-place") / name):
        error = trouble(path)
        assert error.status == 2
        assert str(error) == (
            f"{path} can't be opened. Check that its folder exists, and that both are yours."
        )


def test_a_place_that_may_not_be_written_is_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = opening._connect
    monkeypatch.setattr(opening, "_connect", lambda path, _mode: connect(path, "ro"))
    error = trouble(tmp_path / "circle.db")
    assert (error.status, "can't be written" in str(error)) == (1, True)


@pytest.mark.parametrize("name", [b"caf\xe9.db", b"?a=b#c%20.db", "ĝoja.db".encode()])
def test_a_file_may_be_called_anything(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / name.decode("utf-8", "surrogateescape")
    with circle(path, "Ana"):
        pass
    assert path.exists()
    with journal(path) as opened:
        assert len(opened.facts()) == 3


def test_a_program_ended_while_it_made_the_file_leaves_one_that_can_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "circle.db"

    def ended(_db: Database) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(schema.migrations._migrations[1], "fn", ended)
        with pytest.raises(KeyboardInterrupt):
            Journal.open(path)
    with circle(path, "Ana") as found:
        assert [*found.names.values()] == ["Ana"]


def test_a_file_of_an_earlier_version_gets_the_tables_that_came_since(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana"):
        pass
    ask(path, "DROP TABLE swaps")
    ask(path, "DELETE FROM _sqlite_migrations WHERE name = 'turns_that_were_swapped'")
    ask(path, "PRAGMA user_version = 1")
    with circle(path, "Bo") as found:
        assert found.group.history() == []
    assert ask(path, "SELECT count(*) FROM swaps") == [(0,)]
    assert ask(path, "PRAGMA user_version") == [(SCHEMA,)]


def test_commitments_of_an_earlier_version_are_open_and_have_their_lineage(tmp_path: Path) -> None:
    path = tmp_path / "circle.db"
    with circle(path, "Ana") as found:
        meeting = found.at
    said = '{"step":"step-1","owner":"2@a","what":["sweep"],"due":"friday"}'
    values = (90, "old", 1, "t1", 90, meeting, "commitment-made", 1, said)
    ask(path, f"INSERT INTO event VALUES ({', '.join('?' * 9)})", *values)
    ask(path, "DROP TABLE commitment_changes")
    for column in ("due_on", "state", "over"):
        ask(path, f"ALTER TABLE commitments DROP COLUMN {column}")
    made = ("90@old", meeting, "step-1", "1970-01-01T00:00:00.001Z", "2@a", "sweep", "friday")
    ask(path, f"INSERT INTO commitments VALUES ({', '.join('?' * 7)})", *made)
    ask(path, "DELETE FROM _sqlite_migrations WHERE name = 'commitments_between_meetings'")
    ask(path, "PRAGMA user_version = 2")
    with journal(path) as opened:
        now = tables(opened.connection)
        assert [row[-2:] for row in now["commitments"]] == [("open", None)]
        assert now["commitment_changes"] == [
            ("90@old", "90@old", meeting, "open", None, "sweep", "friday", None, None)
        ]
        assert rebuilt(opened) == now


def test_two_programs_can_make_the_file_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "circle.db"
    prepare = opening._prepare
    made: list[Journal] = []

    def second_is_faster(connection: sqlite3.Connection) -> None:
        monkeypatch.setattr(opening, "_prepare", prepare)
        made.append(Journal.open(path))
        prepare(connection)

    monkeypatch.setattr(opening, "_prepare", second_is_faster)
    made.append(Journal.open(path))
    for opened in made:
        with closing(opened):
            assert events(opened.connection) == []


def test_a_file_that_another_program_holds_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_MILLISECONDS", 1)
    path = tmp_path / "circle.db"
    journal_with_nothing(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        error = trouble(path)
    assert (error.status, "is in use by another program just now" in str(error)) == (1, True)
    journal_with_nothing(path)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sqlite3.OperationalError("database or disk is full"), "is full"),
        (sqlite3.OperationalError("database is locked"), "is in use by another program"),
        (OSError(28, "No space left on device"), "is full"),
        (PermissionError(13, "Permission denied", "/full/locked"), "can't be written"),
        (FileNotFoundError(2, "No such file or directory", "/locked/full"), "can't be opened"),
        (sqlite3.DatabaseError("a new kind of trouble"), "can't be used: a new kind of trouble."),
    ],
)
def test_an_error_is_told_in_words_whatever_the_file_is_called(error: Any, words: str) -> None:
    assert words in str(explained(error, Path("circle.db")))
