"""The tables of a journal file, made and changed by named migrations."""

from __future__ import annotations

import sqlite3
from typing import cast

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

from facilitator.journal.shapes import TABLES_OF_PAPER, TABLES_OF_THE_CIRCLE, TableShape
from facilitator.journal.versions import APPLICATION_ID, SCHEMA

migrations = Migrations("facilitator")

EVENT = """
CREATE TABLE event (
    lamport INTEGER NOT NULL,
    replica TEXT NOT NULL,
    at INTEGER NOT NULL,
    terminal TEXT NOT NULL,
    action INTEGER NOT NULL,
    meeting TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (lamport, replica)
) STRICT;
CREATE INDEX event_meeting ON event (meeting, lamport, replica);
CREATE INDEX event_kind ON event (kind, lamport, replica);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE lamport = NEW.lamport AND replica = NEW.replica)
BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END;
"""

BESIDE = """
CREATE TABLE copy (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    replica TEXT NOT NULL,
    fingerprint TEXT NOT NULL
) STRICT;
CREATE TABLE identity (
    person TEXT PRIMARY KEY,
    name TEXT,
    pronouns TEXT,
    contact TEXT,
    at INTEGER NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE draft (
    terminal TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (terminal, field)
) STRICT;
"""


@migrations()
def journal_and_what_lies_beside_it(db: Database) -> None:
    """The append-only journal, this copy's name, people's names, and drafts."""
    for statement in (*_statements(EVENT), *_statements(BESIDE)):
        db.execute(statement)


@migrations()
def tables_of_the_circle(db: Database) -> None:
    """What can be thrown away and made again from the journal."""
    for shape in TABLES_OF_THE_CIRCLE:
        _make(db, shape)


@migrations()
def turns_that_were_swapped(db: Database) -> None:
    """Who has a hat the next time, since somebody else took it this time."""
    shape = TableShape(
        "swaps",
        {"meeting": str, "hat": str, "person": str},
        key=("meeting", "hat"),
        belongs=("meeting", "person"),
    )
    _make(db, shape)


@migrations()
def commitments_between_meetings(db: Database) -> None:
    """How each commitment stands, the day when it is due, and all that became of it."""
    table = cast("Table", db["commitments"])
    for column in ("due_on", "state", "over"):
        table.add_column(column, str)
    db.execute("UPDATE commitments SET state = 'open'")
    shape = TableShape(
        "commitment_changes",
        {"id": str, "commitment": str, "meeting": str, "state": str, "day": str}
        | {"what": str, "due": str, "due_on": str, "reason": str},
        belongs=("commitment", "meeting"),
    )
    _make(db, shape)
    db.execute(
        "INSERT INTO commitment_changes (id, commitment, meeting, state, what, due) "
        "SELECT id, id, meeting, state, what, due FROM commitments"
    )


@migrations()
def what_is_off_the_record_and_what_came_of_topics(db: Database) -> None:
    """Stretches off the record, steps of which nothing came, and wordings before the agreed one."""
    for shape in TABLES_OF_PAPER:
        _make(db, shape)


def prepare(connection: sqlite3.Connection) -> None:
    """Bring a file to the present schema; a new file gets everything, or stays empty."""
    db = Database(connection, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


_REFERENCES = {
    "meeting": ("meetings", "id"),
    "decision": ("decisions", "id"),
    "role": ("roles", "id"),
    "term": ("terms", "id"),
    "commitment": ("commitments", "id"),
    **dict.fromkeys(
        ("person", "owner", "holder", "successor", "teacher", "learner"), ("people", "id")
    ),
}


def _make(db: Database, shape: TableShape) -> None:
    table = cast("Table", db[shape.name])
    table.create(
        dict(shape.columns),
        pk=shape.key if len(shape.key) > 1 else shape.key[0],
        foreign_keys=[(column, *_REFERENCES[column]) for column in shape.belongs],
        strict=True,
    )
    for column in shape.belongs:
        if column != shape.key[0]:
            table.create_index([column])


def _statements(script: str) -> list[str]:
    statements, statement = [], ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return statements
