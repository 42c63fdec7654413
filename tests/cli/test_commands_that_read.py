"""`facilitator minutes` and `facilitator db`: they print, or say in a sentence why not."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len
from support.agendas import DEBRIEF, ONE_ROUND
from support.clock import EVENING, HandClock
from support.files import do, session

from facilitator.cli.main import main
from facilitator.core import intents
from facilitator.journal.versions import APPLICATION_ID, SCHEMA

DAY = 24 * 60 * 60 * 1000
HOSTILE = "\x1b[2J\x07\x9b31m\u202e|=cmd()[/]"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the journal would be; nothing of the person who runs the tests is touched."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("FACILITATOR_DB", "circle.db")
    return tmp_path / "circle.db"


@pytest.fixture
def two_circles(file: Path) -> Path:
    """A circle that was closed, and one a day later for which people gather."""
    clock = HandClock(EVENING)
    with session(file, clock=clock) as first:
        do(first, intents.CallMeeting("Flood kitchen", DEBRIEF), intents.Welcome("Zoë"))
        do(first, intents.OpenCircle(), intents.CloseCircle())
    clock.move(DAY)
    with session(file, clock=clock) as second:
        do(second, intents.CallMeeting("", ONE_ROUND))
        do(second, *(intents.Welcome(name) for name in ("Ana", "Bo")))
    return file


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def sentence(result: Result, status: int) -> str:
    """The one sentence with which a command ends."""
    assert result.exit_code == status, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("facilitator: ")
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


def test_the_list_has_the_latest_circle_first(two_circles: Path) -> None:
    assert run("minutes", "list").stdout.splitlines() == [
        "  1  Mon 24 Nov 2025    2 people  gathering  One round",
        "  2  Sun 23 Nov 2025   1 person   closed     Flood kitchen",
    ]


def test_a_list_of_long_titles_fits_a_terminal_of_80_columns(file: Path) -> None:
    with session(file) as found:
        do(found, intents.CallMeeting("会議" * 60, DEBRIEF))
        do(found, *(intents.Welcome(f"Person {number}") for number in range(100)))
    line = run("minutes", "list").stdout.rstrip("\n")
    assert cell_len(line) <= 80
    assert "100 people  gathering  会議" in line


@pytest.mark.parametrize(("offset", "day"), [(-300, "Mon 1 Dec 2025"), (120, "Tue 2 Dec 2025")])
def test_the_list_has_the_date_in_the_room(file: Path, offset: int, day: str) -> None:
    with session(file, clock=HandClock(EVENING + 8 * DAY + 4 * DAY // 24, offset)) as found:
        do(found, intents.CallMeeting("", DEBRIEF))
    assert f"   {day}    0 people" in run("minutes", "list").stdout


def test_the_list_as_json_is_for_programs(two_circles: Path) -> None:
    latest, first = json.loads(run("minutes", "list", "--json").stdout)
    assert (latest["title"], latest["status"], latest["people"]) == ("One round", "gathering", 2)
    assert (first["title"], first["status"], first["people"]) == ("Flood kitchen", "closed", 1)
    assert first["closed"].startswith("2025-11-23T19:00:00")


def test_a_journal_without_a_circle_says_so(file: Path) -> None:
    with session(file):
        pass
    assert run("minutes", "list").stdout == "No circle yet.\n"
    assert run("minutes", "list", "--json").stdout == "[]\n"
    assert "Run a circle first" in sentence(run("minutes", "show"), 2)


def test_minutes_are_shown_by_number_by_identity_and_by_default_the_latest(
    two_circles: Path,
) -> None:
    latest, first = json.loads(run("minutes", "list", "--json").stdout)
    assert "Flood kitchen" in run("minutes", "show", "2").stdout
    assert run("minutes", "show", first["id"]).stdout == run("minutes", "show", "2").stdout
    assert "One round" in run("minutes", "show").stdout
    assert run("minutes", "show", latest["id"]).exit_code == 0


def test_minutes_as_json_name_the_people(two_circles: Path) -> None:
    shown = run("minutes", "show", "2", "--json").stdout
    assert "Flood kitchen" in shown
    assert "Zoë" in json.dumps(json.loads(shown), ensure_ascii=False)


@pytest.mark.parametrize("wanted", ["0", "3", "-1", "1@zzzz", "", "flood", "²", HOSTILE])
def test_a_circle_that_is_not_there_is_wrong_input(two_circles: Path, wanted: str) -> None:
    said = sentence(run("minutes", "show", "--", wanted), 2)
    assert "Numbers go from 1 to 2: see facilitator minutes list" in said
    assert said.rstrip("\n").isprintable()


@pytest.mark.parametrize(
    "command",
    [
        ["minutes", "list"],
        ["minutes", "list", "--json"],
        ["minutes", "show"],
        ["minutes", "show", "--json"],
    ],
    ids=" ".join,
)
def test_nothing_that_a_person_typed_acts_on_the_terminal(file: Path, command: list[str]) -> None:
    with session(file) as found:
        do(found, intents.CallMeeting(HOSTILE, DEBRIEF), intents.Welcome(HOSTILE))
    result = run(*command)
    assert result.exit_code == 0
    assert result.stdout.replace("\n", "").isprintable()
    assert "cmd" in result.stdout


@pytest.mark.parametrize("command", [["minutes", "list"], ["minutes", "show"], ["db", "rebuild"]])
class TestFilesThatAreNoJournal:
    """Each is refused in a sentence, and stays as it is."""

    def test_no_file(self, file: Path, command: list[str]) -> None:
        assert "There is no journal at circle.db yet" in sentence(run(*command), 2)
        assert not file.exists()

    def test_a_folder(self, file: Path, command: list[str]) -> None:
        file.mkdir()
        assert "circle.db is a folder. Name a file in it" in sentence(run(*command), 2)

    def test_no_name(self, file: Path, command: list[str]) -> None:
        assert "is a folder" in sentence(run("--db", "", *command), 2)

    def test_a_text(self, file: Path, command: list[str]) -> None:
        text = "Dear diary, this is not a database. " * 100
        file.write_text(text, encoding="utf-8")
        assert "is not a journal of this program" in sentence(run(*command), 2)
        assert file.read_text(encoding="utf-8") == text

    def test_a_database_of_another_program(self, file: Path, command: list[str]) -> None:
        with closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
        before = file.read_bytes()
        assert "belongs to another program" in sentence(run(*command), 2)
        assert file.read_bytes() == before

    def test_a_journal_of_a_newer_version(self, file: Path, command: list[str]) -> None:
        with closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE event (lamport INTEGER)")
            other.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            other.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        assert "written by a newer version" in sentence(run(*command), 1)

    def test_a_name_that_acts_on_terminals(self, command: list[str]) -> None:
        said = sentence(run("--db", f"{HOSTILE}.db", *command), 2)
        assert said.rstrip("\n").isprintable()


def test_a_journal_in_use_by_another_program_is_trouble(two_circles: Path) -> None:
    with closing(sqlite3.connect(two_circles, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "in use by another program" in sentence(run("db", "rebuild"), 1)
        assert run("minutes", "list").exit_code == 0


def test_rebuilt_tables_say_what_they_said_before(two_circles: Path) -> None:
    before = run("minutes", "list", "--json").stdout, run("minutes", "show", "2").stdout
    with closing(sqlite3.connect(two_circles)) as other, other:
        other.execute("DELETE FROM meetings")
    assert run("minutes", "list").stdout == "No circle yet.\n"
    rebuilt = run("db", "rebuild")
    assert rebuilt.exit_code == 0
    assert rebuilt.stdout.endswith("made from the journal.\n")
    assert (run("minutes", "list", "--json").stdout, run("minutes", "show", "2").stdout) == before


def test_the_journal_is_the_one_named_with_an_option_or_else_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--db", "named.db", "db", "path").stdout == "named.db\n"
    assert run("db", "path").stdout == "circle.db\n"
    usual = tmp_path / "data" / "facilitator" / "facilitator.db"
    monkeypatch.setenv("FACILITATOR_DB", "")
    assert run("db", "path").stdout == f"{usual}\n"
    monkeypatch.delenv("FACILITATOR_DB")
    assert run("db", "path").stdout == f"{usual}\n"
    assert run("minutes", "path").stdout == f"{usual.parent / 'minutes'}\n"


def test_a_path_is_printed_byte_for_byte_to_another_program() -> None:
    result = run("--db", "\x1b[2J\udce9.db", "db", "path")
    assert result.stdout_bytes == b"\x1b[2J\xe9.db\n"
    assert run("--db", "\x1b[2J\udce9/x.db", "minutes", "path").stdout_bytes == (
        b"\x1b[2J\xe9/minutes\n"
    )


def test_the_minutes_lie_beside_the_journal() -> None:
    assert run("--db", "group/circle.db", "minutes", "path").stdout == "group/minutes\n"
