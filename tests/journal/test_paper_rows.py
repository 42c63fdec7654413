"""Off the record, topics of which nothing came, wordings: as rows, the same when made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import ask, do, rebuilt, session, tables, who
from support.prepared import opened

from facilitator.core import intents
from facilitator.core.events import Lacking
from facilitator.core.off_record import turned
from facilitator.journal.store import Journal
from facilitator.session import Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "circle.db"


def called(at: Session, name: str) -> None:
    assert at.meeting is not None
    do(at, intents.CallOn(who(at, name), at.meeting.speaking or ""))


def test_a_stretch_is_a_row_and_whoever_spoke_in_it_is_in_none(path: Path) -> None:
    with session(path) as at:
        opened("Ana", "Bo", agenda=ASSEMBLY)(at)
        called(at, "Ana")
        assert at.meeting is not None
        do(at, intents.RaiseHand("step-1", who(at, "Bo")), turned(at.meeting))
        do(at, intents.CallHand(next(iter(at.meeting.hands)), at.meeting.speaking or ""))
        assert ask(path, "SELECT step, ended FROM off_record") == [("step-1", None)]
        do(at, intents.CloseCircle())
        assert ask(path, "SELECT count(*) FROM off_record WHERE ended IS NOT NULL") == [(1,)]
        people = ask(path, "SELECT person FROM turns")
        assert people == [(who(at, "Ana"),)]
        assert ask(path, "SELECT turn FROM hands") == [(None,)]
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_undoing_a_beginning_leaves_no_row(path: Path) -> None:
    with session(path) as at:
        opened("Ana", agenda=ASSEMBLY)(at)
        assert at.meeting is not None
        do(at, turned(at.meeting))
        assert at.undo() == "off the record"
        assert ask(path, "SELECT * FROM off_record") == []
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_nothing_and_the_wordings_before_a_decision_are_rows(path: Path) -> None:
    with session(path) as at:
        opened("Ana", agenda=ASSEMBLY)(at)
        do(
            at,
            intents.ReadBack("step-1", ("Four",)),
            intents.ReadBack("step-1", ("Five",)),
            intents.RecordDecision(("Five",), "step-1"),
            intents.NothingCameOf("step-1", "step-2", Lacking.PROMISE),
        )
        assert ask(path, "SELECT place, text FROM wordings") == [(1, "Four")]
        assert ask(path, "SELECT step, lacking FROM nothing_came") == [("step-1", "promise")]
        assert rebuilt(at.journal) == tables(at.journal.connection)
        line = ask(path, "SELECT id FROM decisions")[0][0]
        do(at, intents.StrikeLine(line))
        assert ask(path, "SELECT * FROM wordings") == []
        assert rebuilt(at.journal) == tables(at.journal.connection)


def test_a_file_from_before_gets_the_tables(path: Path) -> None:
    with session(path) as at:
        opened("Ana", agenda=ASSEMBLY)(at)
    ask(path, "DELETE FROM _sqlite_migrations WHERE name LIKE 'what_is_off%'")
    for table in ("off_record", "nothing_came", "wordings"):
        ask(path, f"DROP TABLE {table}")
    ask(path, "PRAGMA user_version = 3")
    Journal.open(path).close()
    assert ask(path, "SELECT * FROM off_record") == []
