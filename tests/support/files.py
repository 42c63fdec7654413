"""Journal files: opened, looked into from outside, compared."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.core import intents
from facilitator.journal.store import Journal
from facilitator.journal.tables import TABLES
from facilitator.session import Session
from support.agendas import DEBRIEF
from support.clock import HandClock


@contextmanager
def journal(path: Path) -> Iterator[Journal]:
    """A journal that is closed at the end."""
    with closing(Journal.open(path)) as opened:
        yield opened


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "circle.db"
        Journal.open(path).close()
        return path.read_bytes()


def begun(path: Path) -> Path:
    """A journal in which nothing stands yet, unless there is one: made once, then copied.

    To make one takes sixteen times as long as to open it, and waits for the disk again and again.
    """
    if not path.exists():
        path.touch(0o600)
        path.write_bytes(_empty())
    return path


@contextmanager
def session(path: Path, terminal: str = "t1", clock: HandClock | None = None) -> Iterator[Session]:
    """A session at a file; at the only meeting there, if there is one."""
    with journal(begun(path)) as opened:
        found = Session(opened, clock or HandClock(), terminal)
        for meeting in found.group.meetings(1):
            found.enter(meeting.id)
        yield found


@contextmanager
def circle(path: Path, *people: str, clock: HandClock | None = None) -> Iterator[Session]:
    """A session at a new meeting, with some people in it."""
    with session(path, clock=clock) as found:
        do(found, intents.CallMeeting("", DEBRIEF), *(intents.Welcome(name) for name in people))
        yield found


def do(at: Session, *wanted: intents.Intent) -> None:
    """Ask for things that must not be refused."""
    for intent in wanted:
        refused = at.send(intent)
        assert refused is None, refused


def who(at: Session, name: str) -> str:
    """The person of a name."""
    return next(person for person, called in at.names.items() if called == name)


def ask(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What another program reads in the file, or writes."""
    with closing(sqlite3.connect(path)) as other, other:
        return other.execute(sql, values).fetchall()


def tables(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that can be made again, in an order of its own."""
    return {
        name: sorted(map(tuple, connection.execute(f"SELECT * FROM [{name}]")), key=repr)
        for name in TABLES
    }


def events(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """The journal itself, byte for byte."""
    found = connection.execute("SELECT * FROM event ORDER BY lamport, replica")
    return [tuple(row) for row in found]


def rebuilt(opened: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """The tables as the facts alone make them."""
    opened.rebuild(lambda _done, _of: None)
    return tables(opened.connection)
