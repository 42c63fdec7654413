"""The tables of a journal file, made and changed by named migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

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


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table: its columns with their types, its key, and what it belongs to."""

    name: str
    columns: Mapping[str, type]
    key: tuple[str, ...] = ("id",)
    belongs: tuple[str, ...] = ()


@migrations()
def journal_and_what_lies_beside_it(db: Database) -> None:
    """The append-only journal, this copy's name, people's names, and drafts."""
    for statement in (*_statements(EVENT), *_statements(BESIDE)):
        db.execute(statement)


_IN_STEP = {"id": str, "meeting": str, "step": str}
_SPAN = {"began": str, "ended": str}
_TABLES_OF_THE_CIRCLE: tuple[TableShape, ...] = (
    TableShape("people", {"id": str, "since": str, "meeting": str}),
    TableShape(
        "meetings",
        {"id": str, "title": str, "agenda": str, "occasion": str}
        | {"gathered": str, "opened": str, "closed": str}
        | {"abandoned": int, "utc_offset": int}
        | {"next_when": str, "next_facilitator": str, "next_note_taker": str},
    ),
    TableShape(
        "attendance",
        {"meeting": str, "person": str, "visit": int}
        | {"arrived": str, "left": str, "newcomer": int},
        key=("meeting", "person", "visit"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "hats",
        {"meeting": str, "hat": str, "person": str},
        key=("meeting", "hat"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "steps",
        {"meeting": str, "step": str, "place": int, "kind": str, "title": str, "minutes": int}
        | {"fate": str, "from_meeting": str, "from_step": str, "plan": str},
        key=("meeting", "step"),
        belongs=("meeting",),
    ),
    TableShape(
        "let_go",
        {"meeting": str, "from_meeting": str, "from_step": str},
        key=("meeting", "from_meeting", "from_step"),
        belongs=("meeting",),
    ),
    TableShape(
        "settings",
        {"meeting": str, "setting": str, "chosen": int},
        key=("meeting", "setting"),
        belongs=("meeting",),
    ),
    TableShape(
        "skips",
        {"meeting": str, "hat": str, "person": str},
        key=("meeting", "hat", "person"),
        belongs=("meeting", "person"),
    ),
    TableShape(
        "hands",
        _IN_STEP | {"person": str, "at": str, "wish": str, "lowered": int, "turn": str},
        belongs=("meeting", "person"),
    ),
    TableShape(
        "musters",
        {"meeting": str, "step": str, "person": str, "at": str},
        key=("meeting", "step", "person"),
        belongs=("meeting", "person"),
    ),
    TableShape("visits", _IN_STEP | _SPAN, belongs=("meeting",)),
    TableShape("rounds", _IN_STEP | {"start": str, "direction": str}, belongs=("meeting",)),
    TableShape(
        "turns",
        _IN_STEP
        | {"round": str, "hand": str, "person": str}
        | _SPAN
        | {"seconds": int, "extended": int, "paused_ms": int, "outcome": str},
        belongs=("meeting", "person"),
    ),
    TableShape(
        "notes",
        _IN_STEP | {"person": str, "at": str, "filing": str, "text": str},
        belongs=("meeting", "person"),
    ),
    TableShape("decisions", _IN_STEP | {"at": str, "text": str}, belongs=("meeting",)),
    TableShape(
        "commitments",
        _IN_STEP | {"at": str, "owner": str, "what": str, "due": str},
        belongs=("meeting", "owner"),
    ),
    TableShape(
        "roles",
        _IN_STEP
        | {"name": str, "kind": str, "purpose": str, "weekly": str, "skills": str}
        | {"days": int, "months": int, "dropped": str, "merged_into": str},
        belongs=("meeting",),
    ),
    TableShape(
        "terms",
        {"id": str, "role": str, "meeting": str, "person": str, "starts": str, "ends": str}
        | {"selected": int, "reasons": str, "renews": str, "takes_over": str}
        | {"over": str, "ending": str, "reason": str},
        belongs=("meeting", "person", "role"),
    ),
    TableShape(
        "handoffs",
        {"term": str, "role": str, "holder": str, "successor": str}
        | {"named": str, "shadowing": str, "led": str}
        | {"holder_signed": str, "successor_signed": str}
        | {"was_done": str, "is_left": str, "to_know": str},
        key=("term",),
        belongs=("term", "role", "holder", "successor"),
    ),
    TableShape(
        "handoff_skills",
        {"term": str, "role": str, "skill": str, "ticked": str, "confirmed": str},
        key=("term", "skill"),
        belongs=("term", "role"),
    ),
    TableShape(
        "skills",
        {"id": str, "key": str, "skill": str, "sort": str, "person": str, "how": str}
        | {"since": str, "meeting": str, "teacher": str},
        key=("id", "key"),
        belongs=("meeting", "person", "teacher"),
    ),
    TableShape(
        "pairings",
        {"id": str, "meeting": str, "step": str, "skill": str, "teacher": str, "learner": str}
        | {"made": str, "ended": str, "learned": int},
        belongs=("meeting", "teacher", "learner"),
    ),
)


@migrations()
def tables_of_the_circle(db: Database) -> None:
    """What can be thrown away and made again from the journal."""
    for shape in _TABLES_OF_THE_CIRCLE:
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
    "role": ("roles", "id"),
    "term": ("terms", "id"),
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
