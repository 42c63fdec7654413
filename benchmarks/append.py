"""Writing a fact to the disk, beside the same rows written with plain ``sqlite3``."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.effort import Effort
from benchmarks.journals import meeting_of, write_running_circle
from benchmarks.report import Figure
from facilitator.clock import SystemClock
from facilitator.core.events import NoteTaken
from facilitator.core.intents import TakeNote
from facilitator.journal.store import Journal
from facilitator.session import Session

GOAL = 2.0

_WORDS = ("The kitchen ran out of gas, and nobody knew whom to call",)
_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)"


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Append with the journal, with the whole session and by hand, in turn."""
    for name in ("ours.db", "peer.db"):
        write_running_circle(folder / name, 12)
    journal = Journal.open(folder / "ours.db")
    session = Session(journal, SystemClock(), "t1")
    session.enter(session.group.waiting()[0].id)
    meeting = meeting_of(session)
    step, person = meeting.step_id or "", meeting.seats[0]
    body = NoteTaken(step, person, _WORDS)
    peer = _plain(folder / "peer.db")

    def append() -> None:
        with journal.writing():
            journal.append([body], at=session.now(), terminal="t1", meeting=meeting.id)

    def send() -> None:
        session.send(TakeNote(_WORDS, step, person))

    rows = _latest_rows(journal.connection, send)
    event, note = (tuple(row) for row in rows)
    place = 1_000_000

    def insert(*, with_note: bool) -> None:
        nonlocal place
        place += 1
        peer.execute("BEGIN IMMEDIATE")
        peer.execute(_EVENT, (place, *event[1:]))
        if with_note:
            peer.execute(_NOTE, (str(place), *note[1:]))
        peer.execute("COMMIT")

    kinds: list[Callable[[], None]] = [
        append,
        lambda: insert(with_note=False),
        send,
        lambda: insert(with_note=True),
    ]
    appended, inserted, sent, inserted_both = _in_turn(kinds, effort.appends)
    journal.close()
    peer.close()
    return [
        Figure("append of a fact, beside the same insert", "ms", appended, inserted, GOAL),
        Figure("a note sent, beside the same two inserts", "ms", sent, inserted_both, GOAL),
    ]


def _plain(path: Path) -> sqlite3.Connection:
    """A connection with the journal's durability and nothing else of it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _latest_rows(connection: sqlite3.Connection, send: Callable[[], None]) -> list[Any]:
    """The rows that one note makes: what the peer is to write as well."""
    send()
    return [
        connection.execute(f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT 1").fetchone()
        for table in ("event", "notes")
    ]


def _in_turn(kinds: list[Callable[[], None]], count: int) -> list[tuple[float, ...]]:
    """The milliseconds that each took, each time; all of them once before it counts."""
    times: list[list[float]] = [[] for _ in kinds]
    for kind in kinds:
        kind()
    for _ in range(count):
        for kind, taken in zip(kinds, times, strict=True):
            began = time.perf_counter()
            kind()
            taken.append((time.perf_counter() - began) * 1000)
    return [tuple(taken) for taken in times]
